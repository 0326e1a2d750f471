import { say, sayMany } from '@rollcall/protocol';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { countOf } from '../library/collections.ts';
import { todayOf } from '../library/capture.ts';
import { useLibrary } from '../library/live.ts';
import { isWithin, photosWhere, readArea, type Point } from '../map/area.ts';
import { FAR } from '../map/towns.ts';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { useNow } from '../parts/useNow.ts';
import { useTitle } from '../parts/useTitle.ts';
import { usePlaceNames } from '../search/usePlaceNames.ts';
import { daySections } from '../sections/byDay.ts';
import { townWords } from '../places/placeWords.ts';
import { LibraryGrid } from './LibraryGrid.tsx';

/** The photos that were taken in a part of the map. */
export function MapPhotosPage() {
  const { in: where = '' } = useSearch({ from: '/shell/map/photos' });
  const { replica, status } = useLibrary();
  const { timeline } = replica;
  const { nameOf } = usePlaceNames();
  const today = todayOf(useNow());
  const holds = useMemo(() => {
    const area = readArea(where);
    if (area !== null) return (place: Point) => isWithin(area, place);
    return where === FAR ? (place: Point) => nameOf(place) === null : () => false;
  }, [where, nameOf]);
  const days = useMemo(() => photosWhere(timeline, holds), [timeline, holds]);
  const sections = useMemo(() => daySections(days, today), [days, today]);
  const town = useMemo(() => {
    const names = new Set<string>();
    for (const { items } of days)
      for (const { place } of items) {
        const name = place === null ? null : nameOf(place);
        names.add(name === null ? '' : townWords(name));
        if (names.size > 1) return '';
      }
    const [only = ''] = names;
    return only;
  }, [days, nameOf]);
  const title = where === FAR ? say('Far from any town') : town === '' ? say('Photos of this area') : town;
  useTitle(title);
  const back = { to: '/map', label: say('Map') } as const;
  const lead = (
    <SubPageHead back={back} title={title}>
      <p className="quiet">{sayMany(countOf(days), '{count} photo', '{count} photos')}</p>
    </SubPageHead>
  );
  const empty = (
    <div className="page">
      <SubPageHead back={back} title={title}>
        <p className="quiet">{status.state === 'loading' ? say('Your library is loading…') : say('No photos were taken here.')}</p>
      </SubPageHead>
    </div>
  );
  return (
    <div className="page-with-grid">
      <LibraryGrid
        label={say('Photos of this area, newest first')}
        sections={sections}
        stretches={days}
        lead={lead}
        empty={empty}
        scrubber
      />
    </div>
  );
}
