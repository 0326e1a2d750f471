import { between } from '@rollcall/core';
import { LIMITS, type Album, type AlbumChange } from '@rollcall/protocol';
import { albumTitle, placeInto, type Shelf } from '../albums.ts';
import type { LibraryShelf } from './reading.ts';

export interface FilledShelves {
  readonly changes: readonly AlbumChange[];
  /** Titles of albums that somebody deleted since, and that stay so. */
  readonly deleted: readonly string[];
}

/** @param ownId the id that an import gives an album of this id, the same each time */
export interface Filling {
  readonly shelf: Shelf;
  readonly ownId: (id: string) => string;
  /** Photos by the ids of albums, in the album’s own order. */
  readonly photosOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * What puts the albums of a library into folders as they lay there, and photos into them: into the album that an earlier import made, wherever it is
 * now; else the only one of that title, if only one is called so there, too; else a new one. A folder is made when an album is made in it. Nothing
 * that a person did since is undone. Pure. @param shelves those that lie in one folder in their order
 */
export function fillShelves(shelves: readonly LibraryShelf[], { shelf, ownId, photosOf }: Filling): FilledShelves {
  const changes: AlbumChange[] = [];
  const deleted: string[] = [];
  const standing = new Map<string, Album>(shelf.albums.map((album) => [album.id, album]));
  const inside = Map.groupBy(shelves, ({ folder }) => folder);
  const titles = Map.groupBy(
    shelves.filter(({ kind }) => kind === 'photos'),
    ({ title }) => title,
  );
  const make = (id: string, { kind, title, order }: LibraryShelf, folder: string | null): Album => {
    const fields = { title: albumTitle(title) ?? title, order, cover: null, folder, position: lastPlace(standing, folder) };
    changes.push({ name: 'album.create', args: { albumId: id, ...(kind === 'folder' ? { kind } : {}), fields } });
    const made: Album = { type: 'album', id, kind, ...fields, deleted: false, addedAt: 0, addedBy: null };
    standing.set(id, made);
    return made;
  };
  const fill = (each: LibraryShelf, folder: () => string | null): void => {
    const photos = photosOf.get(each.id) ?? [];
    if (photos.length === 0) return;
    const own = standing.get(ownId(each.id));
    const same = shelf.albums.filter(({ title, kind = 'photos', deleted: gone }) => !gone && kind === 'photos' && title === each.title);
    const named = same.length === 1 && titles.get(each.title)!.length === 1 ? same[0] : undefined;
    const album = own ?? named ?? make(ownId(each.id), each, folder());
    if (album.deleted) deleted.push(each.title);
    else changes.push(...placeInto(album.id, photos, shelf.items).changes);
  };
  const visit = (around: string | null, folder: () => string | null, depth: number): void => {
    for (const each of inside.get(around) ?? []) {
      if (each.kind === 'photos') fill(each, folder);
      else if (depth >= DEEPEST) for (const album of albumsBelow(each, inside)) fill(album, folder);
      else
        visit(
          each.id,
          once(() => folderFor(each, folder())),
          depth + 1,
        );
    }
  };
  /** One that somebody deleted stays so: what was in it is where it was. Deeper than folders may lie here, none is made. */
  const folderFor = (each: LibraryShelf, around: string | null): string | null => {
    const own = standing.get(ownId(each.id));
    if (own !== undefined) return own.deleted ? around : own.id;
    return depthOf(standing, around) >= LIMITS.folderDepth ? around : make(ownId(each.id), each, around).id;
  };
  visit(null, () => null, 0);
  return { changes, deleted };
}

/** All albums in a folder, however deep. */
function albumsBelow({ id }: LibraryShelf, inside: ReadonlyMap<string | null, readonly LibraryShelf[]>): LibraryShelf[] {
  const albums: LibraryShelf[] = [];
  const waiting = [id];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
    for (const each of inside.get(folder) ?? [])
      if (each.kind === 'photos') albums.push(each);
      else waiting.push(each.id);
  return albums;
}

/** Asked for the first time, it is made; then it is there. */
function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | null = null;
  return () => (made ??= { it: make() }).it;
}

/** More folders in each other than anybody makes: what lies deeper lies there. */
const DEEPEST = 32;

/** Behind all that is placed by hand in that folder. */
function lastPlace(albums: ReadonlyMap<string, Album>, around: string | null): string {
  let last: string | null = null;
  for (const { folder = null, position, deleted } of albums.values())
    if (!deleted && folder === around && position != null && (last === null || position > last)) last = position;
  return between(last, null);
}

/** How many folders lie in each other there. */
function depthOf(albums: ReadonlyMap<string, Album>, folder: string | null): number {
  let depth = 0;
  for (let id = folder; id !== null && depth < DEEPEST; id = albums.get(id)?.folder ?? null) depth += 1;
  return depth;
}
