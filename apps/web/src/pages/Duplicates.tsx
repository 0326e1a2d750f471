import { LIMITS, say, sayMany, type SpaceGroup, type SpaceSection } from '@rollcall/protocol';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AlbumsSubHead } from '../albums/AlbumsSubHead.tsx';
import { ask, tellFailure } from '../api/call.ts';
import { keptGroupsQuery, spaceQuery, spaceSectionQuery } from '../api/queries.ts';
import { rich } from '../language/rich.tsx';
import { mayBeShown } from '../library/hidden.ts';
import type { Item } from '../library/item.ts';
import { useLibrary } from '../library/live.ts';
import { OpenViewer } from './OpenViewer.tsx';
import { useViewer } from './useViewer.ts';
import { tell } from '../parts/news.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { groupsThere } from '../space/chosen.ts';
import { groupKey } from '../twins/facts.ts';
import { TwinCard } from '../twins/TwinCard.tsx';
import '../style/twins.css';

const KINDS = [
  ['exact', say('Exact duplicates'), say('All pictures of one are in the other, too.')],
  [
    'alike',
    say('Likely duplicates'),
    say('They look alike: shots taken in one go, or one picture in another size or format. Look before you choose.'),
  ],
] as const satisfies readonly (readonly [SpaceSection, string, string])[];

/** Photos that are the same, or look so, side by side; a person keeps one, or all. */
export function DuplicatesPage() {
  useTitle(say('Duplicates'));
  const { replica } = useLibrary();
  const { data, error, isPending, refetch } = useQuery(spaceQuery);
  const queries = useQueryClient();
  const kept = useQuery(keptGroupsQuery).data?.groups ?? [];
  const [beside, setBeside] = useState<readonly string[]>([]);
  const viewer = useViewer();
  const items = beside.map((id) => replica.live.get(id)).filter((item): item is Item => item !== undefined);
  const keep = async (groups: readonly (readonly string[])[], on: boolean): Promise<boolean> => {
    try {
      for (let at = 0; at < groups.length; at += LIMITS.spacePage) {
        const some = groups.slice(at, at + LIMITS.spacePage).map((ids) => [...ids]);
        queries.setQueryData(keptGroupsQuery.queryKey, await ask('keepGroups', { body: { groups: some, kept: on } }));
      }
      return true;
    } catch (error) {
      tell(tellFailure(error), { tone: 'trouble' });
      return false;
    }
  };
  const keepAll = async (ids: readonly string[]): Promise<void> => {
    if (!(await keep([ids], true))) return;
    tell(ids.length === 2 ? say('Both kept. You are not asked about them again.') : say('All kept. You are not asked about them again.'), {
      undo: { words: say('Undo'), act: () => void keep([ids], false) },
    });
  };
  const keys = kept.map(groupKey);
  const found = (data?.sections.exact.groups ?? 0) + (data?.sections.alike.groups ?? 0);
  return (
    <div className="page-with-grid">
      <div className="page wide">
        <AlbumsSubHead title={say('Duplicates')}>
          <p className="quiet">
            {rich(
              'Of each group keep one, or all. What goes, goes to Recently Deleted on all devices, and can be brought back for 30 days; its albums, keywords and favourites go over to the one you keep. <page>Free up space</page> takes many at once.',
              { page: (text) => <Link to="/storage/free-up">{text}</Link> },
            )}
          </p>
        </AlbumsSubHead>
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
        {data && found === 0 && <p>{say('No two photos of your library are the same, or look so.')}</p>}
        {data && data.unmeasured > 0 && (
          <p className="quiet" role="status">
            {sayMany(
              data.unmeasured,
              '{count} picture is still being measured; likely duplicates among them come later.',
              '{count} pictures are still being measured; likely duplicates among them come later.',
            )}
          </p>
        )}
        {data &&
          KINDS.map(
            ([section, title, about]) =>
              data.sections[section].groups > 0 && (
                <Kind
                  key={section}
                  section={section}
                  title={title}
                  about={about}
                  kept={keys}
                  onKeepAll={(ids) => void keepAll(ids)}
                  onOpen={(id, all) => {
                    setBeside(all);
                    viewer.open(id);
                  }}
                />
              ),
          )}
        {kept.length > 0 && (
          <p className="quiet">
            {sayMany(
              kept.length,
              '{count} group of which you kept all is not shown.',
              '{count} groups of which you kept all are not shown.',
            )}{' '}
            <button type="button" className="text-button" onClick={() => void keep(kept, false)}>
              {kept.length === 1 ? say('Show it again') : say('Show them again')}
            </button>
          </p>
        )}
      </div>
      <OpenViewer viewer={viewer} sections={[{ items }]} />
    </div>
  );
}

interface KindProps {
  readonly section: SpaceSection;
  readonly title: string;
  readonly about: string;
  readonly kept: readonly string[];
  readonly onKeepAll: (ids: readonly string[]) => void;
  readonly onOpen: (id: string, beside: readonly string[]) => void;
}

const idsOf = ({ keep, stay, go }: SpaceGroup): readonly string[] => [
  ...(keep === null ? [] : [keep]),
  ...stay,
  ...go.map(({ assetId }) => assetId),
];

function Kind({ section, title, about, kept, onKeepAll, onOpen }: KindProps) {
  const { replica } = useLibrary();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(spaceSectionQuery(section));
  const told = data?.pages.flatMap(({ groups }) => groups) ?? [];
  const groups = groupsThere(told, (id) => mayBeShown(replica, id))
    .map(idsOf)
    .filter((ids) => ids.length > 1 && !kept.includes(groupKey(ids)));
  return (
    <section aria-labelledby={`twins-${section}`} className="twins-kind">
      <h2 id={`twins-${section}`}>{title}</h2>
      <p className="quiet">{about}</p>
      {groups.map((ids) => (
        <TwinCard key={groupKey(ids)} ids={ids} onKeepAll={() => onKeepAll(ids)} onOpen={(id) => onOpen(id, ids)} />
      ))}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('Show more')}
        </button>
      )}
    </section>
  );
}
