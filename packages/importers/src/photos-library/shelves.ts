import type { Collection } from '../apple-photos/collections.ts';
import type { Library } from '../apple-photos/library.ts';
import type { Left, LeftWhy, Shelved } from '../found.ts';
import type { LibraryShelf } from './reading.ts';

export interface ReadShelves {
  /** As a person put them: those that lie in one folder stand in their order. */
  readonly shelves: readonly LibraryShelf[];
  /** Of a photo, by its key. */
  readonly entriesOf: (asset: number) => readonly Shelved[];
  readonly left: readonly Left[];
}

/** Photos shows an album without a title under such a name. */
const UNTITLED = 'Untitled';

const NOT_KEPT: Partial<Record<Collection['kind'], LeftWhy>> = {
  'smart-album': 'worked-out',
  project: 'worked-out',
  'shared-album': 'shared-album',
};

/** Albums and folders that are not deleted, and who is in them. */
export function readShelves(library: Library, label: string): ReadShelves {
  const all = (library.collections ?? []).filter(({ trashed }) => trashed !== true);
  const first = new Map<string, number>();
  for (const { uuid, key } of all) if (!first.has(uuid)) first.set(uuid, key);
  // A library that was hurt, or put together of two, may have one id twice.
  const idOf = ({ uuid, key }: Collection): string => (uuid === '' ? `row ${key}` : first.get(uuid) === key ? uuid : `${uuid} row ${key}`);
  const folders = new Map(all.filter(({ kind }) => kind === 'folder').map((folder) => [folder.key, idOf(folder)]));
  const kept = all
    .filter(({ kind }) => kind === 'album' || kind === 'folder')
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0) || a.key - b.key);
  const shelves = kept.map((each): LibraryShelf => ({
    id: idOf(each),
    kind: each.kind === 'folder' ? 'folder' : 'photos',
    title: each.title?.trim() || UNTITLED,
    folder: (each.within === null ? undefined : folders.get(each.within)) ?? null,
    order: each.order ?? 'by-hand',
  }));
  const albums = new Map(kept.filter(({ kind }) => kind === 'album').map((album) => [album.key, idOf(album)]));
  const left = all.flatMap(({ kind, path }): Left[] => {
    const why = NOT_KEPT[kind];
    return why === undefined ? [] : [{ path: `${label}: ${path}`, why }];
  });
  return { shelves, entriesOf: entriesOf(library, albums), left };
}

function entriesOf(library: Library, albums: ReadonlyMap<number, string>): ReadShelves['entriesOf'] {
  const byPhoto = new Map<number, Shelved[]>();
  const sizes = new Map<string, number>();
  for (const { album, asset } of library.members()) {
    const shelf = albums.get(album);
    if (shelf === undefined) continue;
    const at = sizes.get(shelf) ?? 0;
    sizes.set(shelf, at + 1);
    byPhoto.set(asset, [...(byPhoto.get(asset) ?? []), { shelf, at }]);
  }
  return (asset) => byPhoto.get(asset) ?? [];
}
