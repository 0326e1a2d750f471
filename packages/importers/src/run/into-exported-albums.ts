import type { Proof } from '../proof/proof.ts';
import { exportedAlbumChanges } from '../rollcall-export/albums.ts';
import type { FoundExports } from '../rollcall-export/read.ts';
import type { Cloud } from './cloud.ts';
import { ownId } from './own-id.ts';

type Albums = Pick<Proof['albums'], 'all' | 'placed' | 'deleted'>;

/**
 * Makes the albums of exports of Rollcall, once all photos are in the library. Throws `Stopped`.
 * @param exported the ids here of the photos that came, by those of the export
 * @param others what was done with other albums, to which this is added
 */
export async function withExportedAlbums(
  cloud: Cloud,
  { all }: FoundExports,
  exported: ReadonlyMap<string, string>,
  others: Albums,
): Promise<Albums> {
  const sums = { ...others, deleted: [...others.deleted] };
  for (const { albums } of all) {
    if (albums.length === 0) continue;
    const shelf = await cloud.shelf();
    const photoOf = (id: string): string | undefined => {
      const own = exported.get(id);
      return own === undefined ? undefined : cloud.resolve(own);
    };
    const albumOf = (id: string): string => ownId(cloud.libraryId, `exported album:${id}`);
    const { changes, deleted } = exportedAlbumChanges(albums, shelf, albumOf, photoOf);
    const results = await cloud.carry(changes);
    sums.all += albums.length;
    sums.placed += changes.filter(({ name }, at) => name === 'album.add' && results[at]?.status !== 'rejected').length;
    sums.deleted.push(...deleted);
  }
  return sums;
}
