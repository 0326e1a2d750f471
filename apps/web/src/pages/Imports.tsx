import { say } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { AlbumsSubHead } from '../albums/AlbumsSubHead.tsx';
import { devicesQuery } from '../api/queries.ts';
import { useLibrary, useMadeOf } from '../library/live.ts';
import type { Replica } from '../library/replica.ts';
import { LibraryGrid } from './LibraryGrid.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { importsOf } from '../imports/imports.ts';

/** All photos, by when and by which device they came. */
export function ImportsPage() {
  useTitle(say('Imports'));
  const { status } = useLibrary();
  const { data: devices } = useQuery(devicesQuery);
  const names = useMemo(() => new Map(devices?.map(({ id, name }) => [id, name])), [devices]);
  const imports = useMadeOf(useCallback((replica: Replica) => importsOf(replica, (id) => names.get(id)), [names]));
  const sections = useMemo(() => imports.map(({ section }) => section), [imports]);
  const head = (words: string) => (
    <AlbumsSubHead title={say('Imports')}>
      <p className="quiet">{words}</p>
      <Link to="/import" className="button small import-way">
        <Icon name="upload" size={18} /> {say('Bring photos from Google, Apple or a folder')}
      </Link>
    </AlbumsSubHead>
  );
  // Before the devices are known they would all be called strangers.
  const loading = status.state === 'loading' || devices === undefined;
  return (
    <div className="page-with-grid">
      <LibraryGrid
        label={say('Photos by when they came, the latest first')}
        sections={loading ? [] : sections}
        stretches={imports}
        lead={head(say('Photos by the day on which they came to your library, and by the device that brought them.'))}
        empty={
          <div className="page">{head(loading ? say('Your library is loading…') : say('What comes to your library is shown here.'))}</div>
        }
      />
    </div>
  );
}
