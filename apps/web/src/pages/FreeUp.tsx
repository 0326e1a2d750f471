import { sizeWords, SPACE_SECTIONS, type SpaceSummary } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { tellFailure } from '../api/call.ts';
import { spaceQuery } from '../api/queries.ts';
import { moveToDeleted } from '../library/deletion.ts';
import type { Item } from '../library/item.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { NOTHING_CHOSEN, standing } from '../space/chosen.ts';
import { SpaceCard } from '../space/SpaceCard.tsx';
import { many } from '../words.ts';
import { PurgeDialog } from './PurgeDialog.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useViewer } from './useViewer.ts';

const Viewer = lazy(() => import('../viewer/Viewer.tsx'));

/** What would free room in the cloud. Nothing is chosen before a person chooses it, and what goes can be brought back. */
export function FreeUpPage() {
  const { replica } = useLibrary();
  const { data, error, isPending, refetch } = useQuery(spaceQuery);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [beside, setBeside] = useState<readonly string[]>([]);
  const viewer = useViewer();
  useTitle('Free up space');
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
        <SubPageHead back={{ to: '/storage', label: 'Storage' }} title="Free up space">
          <p className="quiet">
            What you move from here goes to Recently Deleted, on all devices, and can be brought back for 30 days. Its room is free when it
            goes from there for good.
          </p>
        </SubPageHead>
        {isPending && (
          <p className="quiet" role="status">
            Looking at every photo in your library…
          </p>
        )}
        {error && (
          <p className="form-trouble" role="alert">
            {tellFailure(error)}{' '}
            <button type="button" className="text-button" onClick={() => void refetch()}>
              Try again
            </button>
          </p>
        )}
        {data && <Deleted summary={data} />}
        {data && sections.length === 0 && data.deleted.photos === 0 && (
          <section className="card">
            <p>Nothing was found that would free room.</p>
          </section>
        )}
        {data && data.unmeasured > 0 && (
          <p className="space-waiting" role="status">
            {many(data.unmeasured, 'picture')} {data.unmeasured === 1 ? 'is' : 'are'} still being measured. Likely duplicates and blurred
            photos among them come later.
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
          <button type="button" className="bar-button danger" aria-label="Move to Recently Deleted" onClick={() => void move()}>
            <Icon name="trash" />
            <span>Move to Recently Deleted</span>
          </button>
        </SelectionBar>
      )}
      {viewer.photo !== null && (
        <Suspense>
          <Viewer
            id={viewer.photo}
            sections={[{ items }]}
            where="library"
            onMove={viewer.move}
            onClose={viewer.close}
            onDelete={(gone) => void moveToDeleted(gone)}
          />
        </Suspense>
      )}
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
        <h2 id="space-deleted">Recently Deleted</h2>
        <p className="figure">
          {sizeWords(deleted.frees)} <span className="quiet">{many(deleted.photos, 'photo')}</span>
        </p>
      </header>
      <p className="quiet">
        It takes room until it goes for good. <Link to="/deleted">Look at what is in it</Link> first.
      </p>
      <div className="space-buttons">
        <button type="button" className="button danger" onClick={() => setAsking(replica.trash.map(({ id }) => id))}>
          Empty Recently Deleted…
        </button>
      </div>
      {asking !== null && <PurgeDialog ids={asking} onClose={() => setAsking(null)} onDone={() => setAsking(null)} />}
    </section>
  );
}
