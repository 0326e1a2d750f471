import { figures, say } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AlbumShelf } from '../shelf/AlbumShelf.tsx';
import { MakeButtons } from '../shelf/MakeButtons.tsx';
import { COLLECTIONS, countOf, daysOf } from '../library/collections.ts';
import { useLibrary, useMadeOf } from '../library/live.ts';
import type { Replica } from '../library/replica.ts';
import { Icon } from '../parts/Icon.tsx';
import { useTitle } from '../parts/useTitle.ts';

const albumsThere = ({ shelf }: Replica): number => shelf.albums.size;

/** All albums, and the kinds of photos that find themselves. */
export function AlbumsPage() {
  const { replica } = useLibrary();
  useTitle(say('Albums'));
  const { timeline } = replica;
  const albums = useMadeOf(albumsThere);
  const kinds = useMemo(
    () => COLLECTIONS.map((collection) => ({ ...collection, photos: countOf(daysOf(timeline, collection)) })),
    [timeline],
  );
  return (
    <div className="page wide">
      <header className="page-head">
        <h1>{say('Albums')}</h1>
        <div className="album-actions">
          <MakeButtons folder={null} />
        </div>
      </header>
      {albums === 0 ? (
        <p className="quiet">{say('No albums yet. Make one here, or choose photos and press “Add to album”.')}</p>
      ) : (
        <AlbumShelf folder={null} label={say('Albums')} />
      )}
      <h2 className="kinds-title">{say('By kind')}</h2>
      <ul className="kinds">
        {kinds.map(({ name, title, icon, photos }) => (
          <li key={name}>
            <Link to="/collections/$name" params={{ name }} className="kind-link">
              <Icon name={icon} size={22} />
              <span>{title}</span>
              <span className="quiet">{figures(photos)}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/collections/$name" params={{ name: 'recently-added' }} className="kind-link">
            <Icon name="clock" size={22} />
            <span>{say('Recently added')}</span>
          </Link>
        </li>
        <li>
          <Link to="/collections/$name" params={{ name: 'on-this-day' }} className="kind-link">
            <Icon name="calendar" size={22} />
            <span>{say('On this day')}</span>
          </Link>
        </li>
        <li>
          <Link to="/map" className="kind-link">
            <Icon name="map" size={22} />
            <span>{say('Map')}</span>
          </Link>
        </li>
        <li>
          <Link to="/collections/$name" params={{ name: 'imports' }} className="kind-link">
            <Icon name="inbox" size={22} />
            <span>{say('Imports')}</span>
          </Link>
        </li>
        <li>
          <Link to="/collections/$name" params={{ name: 'duplicates' }} className="kind-link">
            <Icon name="twins" size={22} />
            <span>{say('Duplicates')}</span>
          </Link>
        </li>
        <li>
          <Link to="/hidden" className="kind-link">
            <Icon name="hide" size={22} />
            <span>{say('Hidden')}</span>
          </Link>
        </li>
        <li>
          <Link to="/deleted" className="kind-link">
            <Icon name="trash" size={22} />
            <span>{say('Recently Deleted')}</span>
            <span className="quiet">{figures(replica.trash.length)}</span>
          </Link>
        </li>
      </ul>
    </div>
  );
}
