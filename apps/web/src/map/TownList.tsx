import { say, sayMany } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Cover } from '../albums/Cover.tsx';
import { townSearch } from '../places/placeWords.ts';
import { FAR, type ByTown } from './towns.ts';

/** How many towns are shown at once. */
const SHOWN = 60;

/** Photos by the towns where they were taken: what a map shows, in words. */
export function TownList({ towns, nameless }: ByTown) {
  const [shown, setShown] = useState(SHOWN);
  return (
    <>
      <ul className="albums towns" aria-label={say('Towns')}>
        {towns.slice(0, shown).map(({ town, photos, cover }) => (
          <li key={town} className="album-card">
            <Link to="/search" search={{ q: townSearch(town) }} className="album-link">
              <Cover item={cover} />
              <strong>{town}</strong>
              <span className="quiet">{sayMany(photos, '{count} photo', '{count} photos')}</span>
            </Link>
          </li>
        ))}
        {nameless.length > 0 && shown >= towns.length && (
          <li className="album-card">
            <Link to="/map/photos" search={{ in: FAR }} className="album-link">
              <Cover item={nameless[0]!.item} />
              <strong>{say('Far from any town')}</strong>
              <span className="quiet">{sayMany(nameless.length, '{count} photo', '{count} photos')}</span>
            </Link>
          </li>
        )}
      </ul>
      {shown < towns.length && (
        <button type="button" className="button" onClick={() => setShown(shown + SHOWN)}>
          {say('Show more towns')}
        </button>
      )}
    </>
  );
}
