import { between } from '@rollcall/core';
import { LIMITS, type Album, type AlbumChange, type AlbumItem } from '@rollcall/protocol';

/** The albums of a library, those deleted included, and what was ever put into them. */
export interface Shelf {
  readonly albums: readonly Album[];
  /** Also what was taken out again. */
  readonly items: readonly AlbumItem[];
}

export interface AlbumChanges {
  readonly albumId: string;
  readonly changes: readonly AlbumChange[];
  /** Photos that were put into it. */
  readonly placed: number;
  /** Photos that are in it already, or that somebody took out of it. */
  readonly left: number;
  /** It was deleted, and stays so. */
  readonly deleted: boolean;
}

/**
 * What puts photos into an album of this title: the one that an earlier import made, whatever it is called now; else the only one of that
 * title; else a new one. Nothing that a person did since is undone: a deleted album stays deleted, and what was taken out stays out. Pure.
 * @param ownId the id that an import gives an album of this title, the same each time
 * @param assetIds in the order of the album
 */
export function fillAlbum(title: string, ownId: string, assetIds: readonly string[], { albums, items }: Shelf): AlbumChanges {
  const own = albums.find(({ id }) => id === ownId);
  const named = albums.filter(({ title: its, kind = 'photos', deleted }) => !deleted && kind === 'photos' && its === title);
  const album = own ?? (named.length === 1 ? named[0] : undefined);
  const albumId = album?.id ?? ownId;
  if (album?.deleted) return { albumId, changes: [], placed: 0, left: 0, deleted: true };
  const made: AlbumChange[] =
    album === undefined ? [{ name: 'album.create', args: { albumId, fields: { title, order: 'oldest-first', cover: null } } }] : [];
  const { changes, left } = placeInto(albumId, assetIds, items);
  return { albumId, changes: [...made, ...changes], placed: changes.length, left, deleted: false };
}

/** Photos that were never in an album come in, behind those that are. Pure. @param left those that are in it, or that somebody took out of it */
export function placeInto(
  albumId: string,
  assetIds: readonly string[],
  items: readonly AlbumItem[],
): { readonly changes: readonly AlbumChange[]; readonly left: number } {
  const its = items.filter((item) => item.albumId === albumId);
  const known = new Set(its.map(({ assetId }) => assetId));
  let last = its
    .filter(({ removed }) => !removed)
    .reduce<string | null>((most, { position }) => (most === null || position > most ? position : most), null);
  const wanted = new Set(assetIds);
  const fresh = [...wanted].filter((assetId) => !known.has(assetId));
  const changes = fresh.map((assetId): AlbumChange => {
    last = between(last, null);
    return { name: 'album.add', args: { albumId, assetId, position: last } };
  });
  return { changes, left: wanted.size - fresh.length };
}

/** A title as an album may have it; null: there is none. */
export function albumTitle(told: string): string | null {
  const title = told.trim().slice(0, LIMITS.title).toWellFormed();
  return title === '' ? null : title;
}
