import { spokenTag, type Album, type AlbumItem, type Asset } from '@rollcall/protocol';
import { newestFirst, type Item } from './item.ts';

/** The albums of a library, as the change feed told of them. The maps are kept in place; `version` counts their changes. */
export interface Shelf {
  readonly albums: Map<string, Album>;
  /** By album id, then by asset id. */
  readonly places: Map<string, Map<string, AlbumItem>>;
  version: number;
}

/** What of a library is needed to show an album. */
interface Library {
  readonly shelf: Shelf;
  readonly live: ReadonlyMap<string, Item>;
}

export function emptyShelf(): Shelf {
  return { albums: new Map(), places: new Map(), version: 0 };
}

export function takeAlbum(shelf: Shelf, entity: Album | AlbumItem): void {
  shelf.version += 1;
  if (entity.type === 'album') {
    if (entity.deleted) {
      shelf.albums.delete(entity.id);
      shelf.places.delete(entity.id);
    } else shelf.albums.set(entity.id, entity);
    return;
  }
  const places = shelf.places.get(entity.albumId) ?? new Map<string, AlbumItem>();
  if (entity.removed) places.delete(entity.assetId);
  else places.set(entity.assetId, entity);
  shelf.places.set(entity.albumId, places);
}

const titles = new Intl.Collator(spokenTag(), { numeric: true, sensitivity: 'base' });

export const byTitle = (a: Album, b: Album): number => titles.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);

/** All albums into which photos are put, by their titles. */
export function albumsOf(shelf: Shelf): readonly Album[] {
  return [...shelf.albums.values()].filter(({ kind = 'photos' }) => kind === 'photos').sort(byTitle);
}

/** How the photos of an album are placed by hand, live or not: things at the same place are ordered by their ids. */
export function placesOf(shelf: Shelf, albumId: string): readonly AlbumItem[] {
  return [...(shelf.places.get(albumId)?.values() ?? [])].sort((a, b) =>
    a.position === b.position ? (a.assetId < b.assetId ? -1 : 1) : a.position < b.position ? -1 : 1,
  );
}

/** The photos of an album that are neither deleted nor hidden, in its order. */
export function photosOf(library: Library, album: Album): readonly Item[] {
  const photos = placesOf(library.shelf, album.id).flatMap(({ assetId }) => shownIn(library, assetId) ?? []);
  switch (album.order) {
    case 'by-hand':
      return photos;
    case 'newest-first':
      return photos.sort(newestFirst);
    case 'oldest-first':
      return photos.sort((a, b) => newestFirst(b, a));
    default:
      return album.order satisfies never;
  }
}

function shownIn({ live }: Library, assetId: string): Item | null {
  const item = live.get(assetId);
  return item === undefined || item.hidden ? null : item;
}

/** The photo that stands for an album: the chosen one while it is in the album, or else the first; null: it is empty. */
export function coverOf(library: Library, album: Album): Item | null {
  const chosen = album.cover === null || !library.shelf.places.get(album.id)?.has(album.cover) ? null : shownIn(library, album.cover);
  return chosen ?? photosOf(library, album)[0] ?? null;
}

/** In which albums a photo is, by their titles. */
export function albumsWith(shelf: Shelf, assetId: Asset['id']): readonly Album[] {
  return albumsOf(shelf).filter((album) => shelf.places.get(album.id)?.has(assetId) === true);
}
