import { sha256Text } from '@rollcall/protocol';
import { albumTitle, fillAlbum } from '../albums.ts';
import type { Proof } from '../proof/proof.ts';
import type { Cloud } from './cloud.ts';

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
    const filled = fillAlbum(title, ownId(cloud.libraryId, title), inOrder, shelf);
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

/** The same for one title in one library, each time: a UUID of version 8. */
function ownId(libraryId: string, title: string): string {
  const hex = sha256Text(`${libraryId}:imported album:${title}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
