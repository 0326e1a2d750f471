import { say, type Asset } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { placeNameQuery } from '../api/queries.ts';
import { writeView } from '../map/area.ts';
import { canDrawMaps } from '../map/webgl.ts';
import { Icon } from '../parts/Icon.tsx';
import { coordinates } from '../words.ts';
import { EditPlace } from './EditPlace.tsx';
import { placeWords, townSearch, townWords } from '../places/placeWords.ts';

const PlaceMap = lazy(() => import('../map/PlaceMap.tsx'));

/** How near the map is that a place leads to. */
const NEAR = 13;

/** Where a photo was taken, in words and on a map, with the way to others from there; or the way to say it. */
export function WhereTaken({ asset }: { readonly asset: Asset }) {
  const [editing, setEditing] = useState(false);
  const { place, state } = asset;
  if (place === null && state !== 'live') return null;
  return (
    <div className="fact">
      <Icon name="pin" />
      <div>
        {place !== null && <Place place={place} />}
        {state === 'live' && (
          <button type="button" className="text-button" onClick={() => setEditing(true)}>
            {place === null ? say('Add the place') : say('Change the place')}
          </button>
        )}
      </div>
      {editing && <EditPlace asset={asset} onClose={() => setEditing(false)} />}
    </div>
  );
}

/** The town when it is known, and the coordinates always. */
function Place({ place: { lat, lon, altitude } }: { readonly place: NonNullable<Asset['place']> }) {
  const { data: name = null } = useQuery(placeNameQuery(lat, lon));
  const at = coordinates(lat, lon);
  return (
    <>
      {name === null ? (
        <strong>{at}</strong>
      ) : (
        <>
          <Link to="/search" search={{ q: townSearch(townWords(name)) }} title={say('All photos from there')}>
            <strong>{placeWords(name)}</strong>
          </Link>
          <span>{at}</span>
        </>
      )}
      {altitude !== null && <span>{say('{metres} m above the sea', { metres: Math.round(altitude) })}</span>}
      {canDrawMaps() && (
        <Link
          to="/map"
          search={{ at: writeView({ lat, lon, zoom: NEAR }) }}
          className="place-near"
          aria-label={say('Photos near here, on the map')}
        >
          <Suspense fallback={<div className="place-map" />}>
            <PlaceMap lat={lat} lon={lon} />
          </Suspense>
          <span>{say('Near here')}</span>
        </Link>
      )}
    </>
  );
}
