import { say, sayMany } from '@rollcall/protocol';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { rich } from '../language/rich.tsx';
import { useLibrary } from '../library/live.ts';
import { isWithin, photosWhere, readView, writeArea, writeView, type Area, type View } from '../map/area.ts';
import { placedOf, type Placed } from '../map/points.ts';
import { TownList } from '../map/TownList.tsx';
import { byTown } from '../map/towns.ts';
import { canDrawMaps } from '../map/webgl.ts';
import { Icon } from '../parts/Icon.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { usePlaceNames } from '../search/usePlaceNames.ts';
import { OpenViewer } from './OpenViewer.tsx';
import { useViewer } from './useViewer.ts';

const PhotoMap = lazy(() => import('../map/PhotoMap.tsx'));

/** All photos that have a place: on a map, or by their towns. */
export function MapPage() {
  const { at, as } = useSearch({ from: '/shell/map' });
  useTitle(say('Map'));
  const placed = usePlaced();
  const list = as === 'list' || !canDrawMaps();
  return list ? <ByTowns placed={placed} /> : <OnTheMap placed={placed} view={at === undefined ? null : readView(at)} />;
}

function usePlaced(): Placed {
  const before = useRef<Placed>(undefined);
  const { timeline } = useLibrary().replica;
  const placed = useMemo(() => placedOf(timeline, before.current), [timeline]);
  before.current = placed;
  return placed;
}

function OnTheMap({ placed, view }: { readonly placed: Placed; readonly view: View | null }) {
  const { replica, status } = useLibrary();
  const { timeline } = replica;
  const navigate = useNavigate();
  const { nameOf } = usePlaceNames();
  const [sight, setSight] = useState<Area | null>(null);
  const inSight = useMemo(() => (sight === null ? 0 : placed.photos.filter((photo) => isWithin(sight, photo)).length), [sight, placed]);
  const viewer = useViewer();
  const around = useMemo(
    () => (viewer.photo === null || sight === null ? [] : photosWhere(timeline, (place) => isWithin(sight, place))),
    [viewer.photo, sight, timeline],
  );
  const look = useCallback(
    (to: View, area: Area): void => {
      setSight(area);
      void navigate({ to: '/map', search: (before) => ({ ...before, at: writeView(to) }), replace: true, resetScroll: false });
    },
    [navigate],
  );
  const { photos } = placed;
  return (
    <div className="map-page">
      <h1 className="visually-hidden">{say('Map')}</h1>
      <Suspense fallback={<p className="map-note quiet">{say('The map is loading…')}</p>}>
        <PhotoMap
          placed={placed}
          view={view}
          nameOf={nameOf}
          onLook={look}
          onPhoto={viewer.open}
          onArea={(area) => void navigate({ to: '/map/photos', search: { in: writeArea(area) } })}
        />
      </Suspense>
      <div className="map-head">
        {sight !== null && inSight > 0 ? (
          <Link to="/map/photos" search={{ in: writeArea(sight) }} className="button map-show">
            <Icon name="photos" size={18} />{' '}
            {rich(
              'Show {photos} <sight>in sight</sight>',
              { sight: (text) => <span className="in-sight">{text}</span> },
              { photos: sayMany(inSight, '{count} photo', '{count} photos') },
            )}
          </Link>
        ) : (
          <p className="map-note" role="status">
            {status.state === 'loading'
              ? say('Your library is loading…')
              : photos.length === 0
                ? say('No photo has a place yet. Open one, press I, and say where it was taken.')
                : say('No photos in sight.')}
          </p>
        )}
        <Link to="/map" search={{ as: 'list' }} className="button">
          {say('By town')}
        </Link>
      </div>
      <p className="map-source">{'Natural Earth · GeoNames'}</p>
      <OpenViewer viewer={viewer} sections={around} />
    </div>
  );
}

function ByTowns({ placed: { photos } }: { readonly placed: Placed }) {
  const { status } = useLibrary();
  const { nameOf } = usePlaceNames();
  const towns = useMemo(() => byTown(photos, nameOf), [photos, nameOf]);
  return (
    <div className="page wide">
      <header className="page-head">
        <div>
          <h1>{say('Map')}</h1>
          <p className="quiet">
            {canDrawMaps()
              ? sayMany(photos.length, '{count} photo with a place, by town.', '{count} photos with a place, by town.')
              : say('This browser cannot draw the map: WebGL is switched off or missing. Here are your photos by town.')}
          </p>
        </div>
        {canDrawMaps() && (
          <Link to="/map" className="button">
            <Icon name="map" size={18} /> {say('On the map')}
          </Link>
        )}
      </header>
      {photos.length === 0 ? (
        <p className="quiet">
          {status.state === 'loading'
            ? say('Your library is loading…')
            : say('No photo has a place yet. Open one, press I, and say where it was taken.')}
        </p>
      ) : (
        <TownList {...towns} />
      )}
    </div>
  );
}
