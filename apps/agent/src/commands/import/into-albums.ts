import { createHash } from 'node:crypto';
import { albumTitle, fillAlbum, type Proof, type Shelf } from '@rollcall/importers';
import { LIMITS, type Album, type AlbumItem } from '@rollcall/protocol';
import type { Device } from '../../device.ts';
import { carryAll } from './carry.ts';
import { Stopped } from './stopped.ts';
import { EXIT } from '../io.ts';

/** A photo that is in an album. */
export interface Placed {
  readonly assetId: string;
  readonly capturedAt: string;
}

/** Puts photos into albums by their titles, once all photos are in the library. */
export async function intoAlbums(
  device: Device,
  albums: ReadonlyMap<string, readonly Placed[]>,
  signal: AbortSignal,
): Promise<Pick<Proof['albums'], 'all' | 'placed' | 'deleted'>> {
  if (albums.size === 0) return { all: 0, placed: 0, deleted: [] };
  const shelf = await readShelf(device, signal);
  const deleted: string[] = [];
  let placed = 0;
  for (const [title, photos] of albums) {
    const inOrder = photos.toSorted((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1)).map(({ assetId }) => device.store.resolve(assetId));
    const filled = fillAlbum(title, ownId(device.identity.libraryId, title), inOrder, shelf);
    if (filled.deleted) deleted.push(title);
    const results = await carryAll(device, filled.changes, signal);
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
export function ownId(libraryId: string, title: string): string {
  const hex = createHash('sha256').update(`${libraryId}:imported album:${title}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A device keeps no albums: they are heard from the feed. */
export async function readShelf({ connection }: Device, signal: AbortSignal): Promise<Shelf> {
  const albums: Album[] = [];
  const items: AlbumItem[] = [];
  for (let cursor: string | null = null; ;) {
    signal.throwIfAborted();
    const page: Awaited<ReturnType<typeof connection.call<'changes'>>> = await connection.call('changes', {
      query: { limit: LIMITS.changesPage, ...(cursor === null ? {} : { cursor }) },
    });
    if (!page.ok) throw new Stopped(page.refusal.words, EXIT.retry);
    for (const { entity } of page.value.changes) {
      if (entity.type === 'album') albums.push(entity);
      if (entity.type === 'album-item') items.push(entity);
    }
    if (page.value.complete) return { albums, items };
    cursor = page.value.cursor;
  }
}
