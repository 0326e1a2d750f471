import { say, sayMany, sizeWords, SPACE_SECTIONS, type SpaceSummary } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { tellFailure } from '../api/call.ts';
import { spaceQuery } from '../api/queries.ts';
import { rich } from '../language/rich.tsx';
import { moveToDeleted } from '../library/deletion.ts';
import type { Item } from '../library/item.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { NOTHING_CHOSEN, standing } from '../space/chosen.ts';
import { SpaceCard } from '../space/SpaceCard.tsx';
import { PurgeDialog } from './PurgeDialog.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { OpenViewer } from './OpenViewer.tsx';
import { useViewer } from './useViewer.ts';

/** What would free room in the cloud. Nothing is chosen before a person chooses it, and what goes can be brought back. */
export function FreeUpPage() {
  const { replica } = useLibrary();
  const { data, error, isPending, refetch } = useQuery(spaceQuery);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [beside, setBeside] = useState<readonly string[]>([]);
  const viewer = useViewer();
  useTitle(say('Free up space'));
  const { ids, frees } = standing(chosen, (id) => replica.live.has(id));
  const sections = SPACE_SECTIONS.filter((section) => (data?.sections[section].groups ?? 0) > 0);
  const move = async (): Promise<void> => {
    await moveToDeleted(ids);
    setChosen(NOTHING_CHOSEN);
  };
  const items = beside.map((id) => replica.live.get(id)).filter((item): item is Item => item !== undefined);
  return (
    <div className="page-with-grid">
      <div className={`page${ids.length > 0 ? ' with-bar' : ''}`}>
        <SubPageHead back={{ to: '/storage', label: say('Storage') }} title={say('Free up space')}>
          <p className="quiet">
            {say(
              'What you move from here goes to Recently Deleted, on all devices, and can be brought back for 30 days. Its room is free when it goes from there for good.',
            )}
          </p>
        </SubPageHead>
        {isPending && (
          <p className="quiet" role="status">
            {say('Looking at every photo in your library…')}
          </p>
        )}
        {error && (
          <p className="form-trouble" role="alert">
            {tellFailure(error)}{' '}
            <button type="button" className="text-button" onClick={() => void refetch()}>
              {say('Try again')}
            </button>
          </p>
        )}
        {data && <Deleted summary={data} />}
        {data && sections.length === 0 && data.deleted.photos === 0 && (
          <section className="card">
            <p>{say('Nothing was found that would free room.')}</p>
          </section>
        )}
        {data && data.unmeasured > 0 && (
          <p className="space-waiting" role="status">
            {sayMany(
              data.unmeasured,
              '{count} picture is still being measured. Likely duplicates and blurred photos among them come later.',
              '{count} pictures are still being measured. Likely duplicates and blurred photos among them come later.',
            )}
          </p>
        )}
        {data &&
          sections.map((section) => (
            <SpaceCard
              key={section}
              section={section}
              part={data.sections[section]}
              chosen={chosen}
              onChoose={setChosen}
              onOpen={(id, all) => {
                setBeside(all);
                viewer.open(id);
              }}
            />
          ))}
      </div>
      {ids.length > 0 && (
        <SelectionBar count={ids.length} onClear={() => setChosen(NOTHING_CHOSEN)}>
          <span className="space-sum" role="status">
            {sizeWords(frees)}
          </span>
          <button type="button" className="bar-button danger" aria-label={say('Move to Recently Deleted')} onClick={() => void move()}>
            <Icon name="trash" />
            <span>{say('Move to Recently Deleted')}</span>
          </button>
        </SelectionBar>
      )}
      <OpenViewer viewer={viewer} sections={[{ items }]} />
    </div>
  );
}

/** What takes room until it is gone for good. */
function Deleted({ summary: { deleted } }: { readonly summary: SpaceSummary }) {
  const { replica } = useLibrary();
  const [asking, setAsking] = useState<readonly string[] | null>(null);
  if (deleted.photos === 0 && asking === null) return null;
  return (
    <section className="card space-card" aria-labelledby="space-deleted">
      <header>
        <h2 id="space-deleted">{say('Recently Deleted')}</h2>
        <p className="figure">
          {sizeWords(deleted.frees)} <span className="quiet">{sayMany(deleted.photos, '{count} photo', '{count} photos')}</span>
        </p>
      </header>
      <p className="quiet">
        {rich('It takes room until it goes for good. <page>Look at what is in it</page> first.', {
          page: (text) => <Link to="/deleted">{text}</Link>,
        })}
      </p>
      <div className="space-buttons">
        <button type="button" className="button danger" onClick={() => setAsking(replica.trash.map(({ id }) => id))}>
          {say('Empty Recently Deleted…')}
        </button>
      </div>
      {asking !== null && <PurgeDialog ids={asking} onClose={() => setAsking(null)} onDone={() => setAsking(null)} />}
    </section>
  );
}
