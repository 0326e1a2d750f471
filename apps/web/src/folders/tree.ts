import { between } from '@rollcall/core';
import { LIMITS, type Album, type AlbumFields, type Change } from '@rollcall/protocol';
import { byTitle, type Shelf } from '../library/shelf.ts';

/** The folders around an album, the outermost first. One that is not there, or leads in a circle, is as if the album were in none. */
export function pathOf({ albums }: Shelf, album: Pick<Album, 'folder'>): readonly Album[] {
  const found: Album[] = [];
  const seen = new Set<string>();
  for (let id = album.folder ?? null; id !== null;) {
    const folder = albums.get(id);
    if (folder?.kind !== 'folder' || seen.has(id)) return [];
    seen.add(id);
    found.unshift(folder);
    id = folder.folder ?? null;
  }
  return found;
}

/** What is in a folder, or (null) in none: as it was put by hand, and behind that folders and then albums by their titles. */
export function albumsIn(shelf: Shelf, folder: string | null): readonly Album[] {
  return [...shelf.albums.values()].filter((album) => (pathOf(shelf, album).at(-1)?.id ?? null) === folder).sort(byPlace);
}

function byPlace(a: Album, b: Album): number {
  const [one, other] = [a.position ?? null, b.position ?? null];
  if (one !== null && other !== null && one !== other) return one < other ? -1 : 1;
  if ((one === null) !== (other === null)) return one === null ? 1 : -1;
  return Number(b.kind === 'folder') - Number(a.kind === 'folder') || byTitle(a, b);
}

export interface Choice {
  /** Null: outside of all folders. */
  readonly folder: Album | null;
  /** In how many others it lies. */
  readonly depth: number;
}

/** Where an album, or a folder with all that is in it, can be: every folder in its order, but none in itself, and none too deep. */
export function choicesFor(shelf: Shelf, album: Pick<Album, 'id' | 'kind'>): readonly Choice[] {
  const height = album.kind === 'folder' ? levels(shelf, album.id) : 0;
  const below = (folder: string | null, depth: number): readonly Choice[] =>
    albumsIn(shelf, folder)
      .filter(({ kind, id }) => kind === 'folder' && id !== album.id)
      .flatMap((each) => [...(depth + 1 + height <= LIMITS.folderDepth ? [{ folder: each, depth }] : []), ...below(each.id, depth + 1)]);
  return [{ folder: null, depth: 0 }, ...below(null, 0)];
}

function levels(shelf: Shelf, folder: string): number {
  return 1 + Math.max(0, ...albumsIn(shelf, folder).map(({ id, kind }) => (kind === 'folder' ? levels(shelf, id) : 0)));
}

/** Photos of how many albums, and in how many folders, lie in a folder at any depth. */
export function countIn(shelf: Shelf, folder: string): { readonly albums: number; readonly folders: number } {
  let [albums, folders] = [0, 0];
  for (const album of shelf.albums.values()) {
    if (!pathOf(shelf, album).some(({ id }) => id === folder)) continue;
    if (album.kind === 'folder') folders += 1;
    else albums += 1;
  }
  return { albums, folders };
}

const set = (albumId: string, fields: Partial<AlbumFields>): Change => ({ name: 'album.set', args: { albumId, fields } });

/** What puts an album into another folder, behind all that has a place there. */
export const moveInto = (albumId: string, folder: string | null): Change => set(albumId, { folder, position: null });

/**
 * What puts an album of a folder, or one from elsewhere, before another one there, or behind all (null). Those that had no place by hand,
 * or one and the same, get one where they stand before it.
 * @param siblings all that is in the folder, in order
 */
export function putBefore(siblings: readonly Album[], moved: Album, before: string | null, folder: string | null): readonly Change[] {
  if (moved.id === before) return [];
  const rest = siblings.filter(({ id }) => id !== moved.id);
  const found = rest.findIndex(({ id }) => id === before);
  const at = found < 0 ? rest.length : found;
  const order = [...rest.slice(0, at), moved, ...rest.slice(at)];
  const changes: Change[] = [];
  let last: string | null = null;
  for (const [index, each] of order.entries()) {
    const position: string | null = each.position ?? null;
    const stands: boolean = position !== null && (last === null || position > last);
    if (each !== moved && (stands || (index > at && position === null))) {
      last = position ?? last;
      continue;
    }
    last = between(last, nextAfter(order.slice(index + 1), last));
    changes.push(set(each.id, each === moved && (each.folder ?? null) !== folder ? { folder, position: last } : { position: last }));
  }
  return changes;
}

/** The next place by hand that is behind one. */
function nextAfter(albums: readonly Album[], last: string | null): string | null {
  return albums.find(({ position }) => position != null && (last === null || position > last))?.position ?? null;
}
