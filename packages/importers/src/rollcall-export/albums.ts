import type { AlbumChange, ExportedAlbum } from '@rollcall/protocol';
import type { Shelf } from '../albums.ts';

export interface ExportedAlbumChanges {
  readonly changes: readonly AlbumChange[];
  /** Titles of albums that somebody deleted since they were imported, and that stay so. */
  readonly deleted: readonly string[];
}

/**
 * What makes the albums of an export: folders before what is in them, everything in its order. An album that is here already, because it was
 * imported before or never went, gets only photos that were never in it; what somebody did since is not undone. Pure.
 * @param ownId the id that an album of the export has in this library, where it is not that very album
 * @param photoOf the photo of this library; undefined: it did not come
 */
export function exportedAlbumChanges(
  albums: readonly ExportedAlbum[],
  { albums: here, items }: Shelf,
  ownId: (id: string) => string,
  photoOf: (id: string) => string | undefined,
): ExportedAlbumChanges {
  const known = new Map(here.map((album) => [album.id, album]));
  const idOf = (id: string): string => (known.has(id) ? id : ownId(id));
  const told = new Set(albums.map(({ id }) => id));
  const changes: AlbumChange[] = [];
  const deleted: string[] = [];
  for (const { id, kind, title, order, cover, folder, position, rule, photos } of albums) {
    const albumId = idOf(id);
    const own = known.get(albumId);
    if (own?.deleted) {
      deleted.push(title);
      continue;
    }
    if (own === undefined) {
      const fields = {
        title,
        order,
        cover: (cover === null ? undefined : photoOf(cover)) ?? null,
        folder: folder !== null && told.has(folder) ? idOf(folder) : null,
        position,
        ...(kind === 'smart' ? { rule } : {}),
      };
      changes.push({ name: 'album.create', args: { albumId, ...(kind === 'photos' ? {} : { kind }), fields } });
    }
    const there = new Set(items.flatMap((item) => (item.albumId === albumId ? [item.assetId] : [])));
    for (const photo of photos) {
      const assetId = photoOf(photo.id);
      if (assetId === undefined || there.has(assetId)) continue;
      there.add(assetId);
      changes.push({ name: 'album.add', args: { albumId, assetId, position: photo.position } });
    }
  }
  return { changes, deleted };
}
