import { say, sayMany } from '@rollcall/protocol';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import type { Section } from '../grid/layout.ts';
import { todayOf } from '../library/capture.ts';
import { COLLECTIONS, countOf, daysOf, type Collection } from '../library/collections.ts';
import { daySections } from '../sections/byDay.ts';
import { useLibrary } from '../library/live.ts';
import { onThisDay } from '../sections/onThisDay.ts';
import { recentlyAdded } from '../sections/recent.ts';
import { AlbumsSubHead } from '../albums/AlbumsSubHead.tsx';
import { useNow } from '../parts/useNow.ts';
import { useTitle } from '../parts/useTitle.ts';
import { PlayButton } from '../slideshow/PlayButton.tsx';
import { LibraryGrid } from './LibraryGrid.tsx';

const Imports = lazy(async () => ({ default: (await import('./Imports.tsx')).ImportsPage }));
const Duplicates = lazy(async () => ({ default: (await import('./Duplicates.tsx')).DuplicatesPage }));

/** Photos of one kind, or those that came lately. */
export function CollectionPage() {
  const { name } = useParams({ from: '/shell/collections/$name' });
  const collection = COLLECTIONS.find((each) => each.name === name);
  if (collection) return <OfKind key={name} collection={collection} />;
  const More = name === 'imports' ? Imports : name === 'duplicates' ? Duplicates : null;
  if (More)
    return (
      <Suspense>
        <More />
      </Suspense>
    );
  return name === 'recently-added' ? <RecentlyAdded /> : name === 'on-this-day' ? <OnThisDay /> : <Unknown />;
}

function OfKind({ collection }: { readonly collection: Collection }) {
  const { replica } = useLibrary();
  const { timeline } = replica;
  useTitle(collection.title);
  const today = todayOf(useNow());
  const days = useMemo(() => daysOf(timeline, collection), [timeline, collection]);
  const sections = useMemo(() => daySections(days, today), [days, today]);
  return (
    <CollectionGrid title={collection.title} photos={countOf(days)} nothing={collection.nothing}>
      {(lead, empty) => (
        <LibraryGrid
          label={say('{title}, newest first', { title: collection.title })}
          sections={sections}
          stretches={days}
          lead={lead}
          empty={empty}
          scrubber
        />
      )}
    </CollectionGrid>
  );
}

function RecentlyAdded() {
  const { replica } = useLibrary();
  const { timeline } = replica;
  const now = useNow();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- anew when the library or the day changes, not with every minute
  const sections = useMemo(() => recentlyAdded(replica, now), [timeline, todayOf(now)]);
  const nothing = say('What came to your library in the last 30 days is shown here.');
  return <Listed title={say('Recently added')} label={say('Recently added, the latest first')} sections={sections} nothing={nothing} />;
}

function OnThisDay() {
  const { timeline } = useLibrary().replica;
  const today = todayOf(useNow());
  const sections = useMemo(() => onThisDay(timeline, today), [timeline, today]);
  const nothing = say('What you took on this day in earlier years is shown here.');
  return <Listed title={say('On this day')} label={say('On this day, the latest year first')} sections={sections} nothing={nothing} />;
}

interface ListedProps {
  readonly title: string;
  /** It and its order, for who does not see it. */
  readonly label: string;
  readonly sections: readonly Section[];
  /** Said while there is none. */
  readonly nothing: string;
}

/** Photos under headings of their own. */
function Listed({ title, label, sections, nothing }: ListedProps) {
  useTitle(title);
  const photos = sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <CollectionGrid title={title} photos={photos} nothing={nothing}>
      {(lead, empty) => <LibraryGrid label={label} sections={sections} stretches={sections} lead={lead} empty={empty} />}
    </CollectionGrid>
  );
}

interface CollectionGridProps {
  readonly title: string;
  readonly photos: number;
  readonly nothing: string;
  readonly children: (lead: ReactNode, empty: ReactNode) => ReactNode;
}

function CollectionGrid({ title, photos, nothing, children }: CollectionGridProps) {
  const { status } = useLibrary();
  const lead = (
    <AlbumsSubHead title={title}>
      <p className="quiet">{sayMany(photos, '{count} photo', '{count} photos')}</p>
      {photos > 0 && <PlayButton />}
    </AlbumsSubHead>
  );
  const empty = (
    <div className="page">
      <AlbumsSubHead title={title}>
        <p className="quiet">{status.state === 'loading' ? say('Your library is loading…') : nothing}</p>
      </AlbumsSubHead>
    </div>
  );
  return <div className="page-with-grid">{children(lead, empty)}</div>;
}

function Unknown() {
  useTitle(say('Not found'));
  return (
    <div className="page">
      <AlbumsSubHead title={say('There is no such collection')}>
        <p>
          <Link to="/albums">{say('All albums and kinds of photos')}</Link>
        </p>
      </AlbumsSubHead>
    </div>
  );
}
