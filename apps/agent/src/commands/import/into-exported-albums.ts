import { createHash } from 'node:crypto';
import { exportedAlbumChanges, type FoundExports, type Proof } from '@rollcall/importers';
import type { Device } from '../../device.ts';
import { carryAll } from './carry.ts';
import { readShelf } from './into-albums.ts';

type Albums = Pick<Proof['albums'], 'all' | 'placed' | 'deleted'>;

/**
 * Makes the albums of exports of Rollcall, once all photos are in the library.
 * @param exported the ids here of the photos that came, by those of the export
 * @param others what was done with other albums, to which this is added
 */
export async function withExportedAlbums(
  device: Device,
  { all }: FoundExports,
  exported: ReadonlyMap<string, string>,
  others: Albums,
  signal: AbortSignal,
): Promise<Albums> {
  const sums = { ...others, deleted: [...others.deleted] };
  for (const { albums } of all) {
    if (albums.length === 0) continue;
    const shelf = await readShelf(device, signal);
    const photoOf = (id: string): string | undefined => {
      const own = exported.get(id);
      return own === undefined ? undefined : device.store.resolve(own);
    };
    const { changes, deleted } = exportedAlbumChanges(albums, shelf, (id) => ownId(device.identity.libraryId, id), photoOf);
    const results = await carryAll(device, changes, signal);
    sums.all += albums.length;
    sums.placed += changes.filter(({ name }, at) => name === 'album.add' && results[at]?.status !== 'rejected').length;
    sums.deleted.push(...deleted);
  }
  return sums;
}

/** The same for one album of an export in one library, each time: a UUID of version 8. */
function ownId(libraryId: string, id: string): string {
  const hex = createHash('sha256').update(`${libraryId}:exported album:${id}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
