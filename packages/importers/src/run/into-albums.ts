import { albumTitle, fillAlbum } from '../albums.ts';
import type { Proof } from '../proof/proof.ts';
import type { Cloud } from './cloud.ts';
import { ownId } from './own-id.ts';

/** A photo that is in an album. */
export interface Placed {
  readonly assetId: string;
  readonly capturedAt: string;
}

/** Puts photos into albums by their titles, once all photos are in the library. Throws `Stopped`. */
export async function intoAlbums(
  cloud: Cloud,
  albums: ReadonlyMap<string, readonly Placed[]>,
): Promise<Pick<Proof['albums'], 'all' | 'placed' | 'deleted'>> {
  if (albums.size === 0) return { all: 0, placed: 0, deleted: [] };
  const shelf = await cloud.shelf();
  const deleted: string[] = [];
  let placed = 0;
  for (const [title, photos] of albums) {
    const inOrder = photos.toSorted((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1)).map(({ assetId }) => cloud.resolve(assetId));
    const filled = fillAlbum(title, ownId(cloud.libraryId, `imported album:${title}`), inOrder, shelf);
    if (filled.deleted) deleted.push(title);
    const results = await cloud.carry(filled.changes);
    placed += filled.changes.filter(({ name }, at) => name === 'album.add' && results[at]?.status !== 'rejected').length;
  }
  return { all: albums.size, placed, deleted };
}

/** Photos by the titles of their albums. */
export function addToAlbums(albums: Map<string, Placed[]>, titles: readonly string[], photo: Placed): void {
  for (const told of titles) {
    const title = albumTitle(told);
    if (title === null) continue;
    const its = albums.get(title) ?? [];
    if (!its.some(({ assetId }) => assetId === photo.assetId)) its.push(photo);
    albums.set(title, its);
  }
}
