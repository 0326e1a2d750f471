import { say, sayMany, sizeWords, type SpaceGroup, type SpacePart, type SpaceSection } from '@rollcall/protocol';
import { useInfiniteQuery } from '@tanstack/react-query';
import { tellFailure } from '../api/call.ts';
import { spaceSectionQuery } from '../api/queries.ts';
import { mayBeShown } from '../library/hidden.ts';
import { useLibrary } from '../library/live.ts';
import { choosable, groupsThere, toggled, withAll, type Chosen } from './chosen.ts';
import { GoingTile, StayingTile } from './SpaceTile.tsx';
import { SECTION_WORDS } from './words.ts';
import { useSeen, type Seen } from './useSeen.ts';

interface CardProps {
  readonly section: SpaceSection;
  readonly part: SpacePart;
  readonly chosen: Chosen;
  readonly onChoose: (change: (chosen: Chosen) => Chosen) => void;
  /** The photo, and all that are shown with it, in their order. */
  readonly onOpen: (id: string, beside: readonly string[]) => void;
}

/** One kind of what would free room: how much, and the photos, those first that free most. */
export function SpaceCard({ section, part, chosen, onChoose, onOpen }: CardProps) {
  const { title, about } = SECTION_WORDS[section];
  const { replica } = useLibrary();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(spaceSectionQuery(section));
  const { seen, watch } = useSeen();
  const told = data?.pages.flatMap(({ groups }) => groups) ?? [];
  const groups = groupsThere(told, (id) => mayBeShown(replica, id));
  const all = choosable(groups, seen, chosen);
  const open = (id: string): void =>
    onOpen(
      id,
      groups.flatMap(({ keep, stay, go }) => [...(keep === null ? [] : [keep]), ...stay, ...go.map(({ assetId }) => assetId)]),
    );
  return (
    <section className="card space-card" aria-labelledby={`space-${section}`}>
      <header>
        <h2 id={`space-${section}`}>{title}</h2>
        <p className="figure">
          {sizeWords(part.frees)}{' '}
          <span className="quiet">
            {section === 'videos'
              ? sayMany(part.photos, '{count} video', '{count} videos')
              : sayMany(part.photos, '{count} photo', '{count} photos')}
          </span>
        </p>
      </header>
      <p className="quiet">{about}</p>
      {isPending && <p className="quiet">{say('Looking…')}</p>}
      {error && (
        <p className="form-trouble">
          {tellFailure(error)}{' '}
          <button type="button" className="text-button" onClick={() => void refetch()}>
            {say('Try again')}
          </button>
        </p>
      )}
      <Groups {...{ groups, chosen, onChoose, watch }} onOpen={open} />
      <div className="space-buttons">
        {section !== 'alike' && all.length > 0 && (
          <button type="button" className="button" onClick={() => onChoose((before) => withAll(before, all))}>
            {sayMany(all.length, 'Choose the one you have seen', 'Choose the {count} you have seen')}
          </button>
        )}
        {hasNextPage && (
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('Show more')}
          </button>
        )}
      </div>
    </section>
  );
}

interface GroupsProps extends Pick<CardProps, 'chosen' | 'onChoose'>, Pick<Seen, 'watch'> {
  readonly groups: readonly SpaceGroup[];
  readonly onOpen: (id: string) => void;
}

/** Pictures of one thing side by side; all others as one list. */
function Groups({ groups, ...rest }: GroupsProps) {
  const pairs = groups.filter(({ keep }) => keep !== null);
  const single = groups.filter(({ keep }) => keep === null).flatMap(({ go }) => go);
  return (
    <>
      {pairs.map((group) => (
        <Tiles key={group.go[0]!.assetId} group={group} {...rest} />
      ))}
      {single.length > 0 && <Tiles group={{ keep: null, stay: [], go: single }} {...rest} />}
    </>
  );
}

function Tiles({
  group: { keep, stay, go },
  chosen,
  onChoose,
  watch,
  onOpen,
}: Omit<GroupsProps, 'groups'> & { readonly group: SpaceGroup }) {
  const { replica } = useLibrary();
  const shown = (id: string) => {
    const item = replica.live.get(id);
    if (item === undefined) return null;
    const parts = new Map([...(replica.resources.get(id)?.values() ?? [])].map(({ hash, size }) => [hash, size]));
    return { item, bytes: [...parts.values()].reduce((sum, size) => sum + size, 0), onOpen };
  };
  const staying = (id: string, note: string) => {
    const its = shown(id);
    return its && <StayingTile key={id} note={note} {...its} />;
  };
  return (
    <ul className={`space-tiles${keep === null ? '' : ' side-by-side'}`}>
      {keep !== null && staying(keep, say('Keep'))}
      {stay.map((id) => staying(id, replica.live.get(id)?.favourite === true ? say('Favourite') : say('In an album')))}
      {go.map((candidate) => {
        const its = shown(candidate.assetId);
        return (
          its && (
            <GoingTile
              key={candidate.assetId}
              candidate={candidate}
              chosen={chosen.has(candidate.assetId)}
              onToggle={(each) => onChoose((before) => toggled(before, each))}
              watch={watch}
              {...its}
            />
          )
        );
      })}
    </ul>
  );
}
