import { LIMITS, type Album, type AlbumChange, type AlbumFields, type AlbumItem, type Asset, type JournalKind } from '@rollcall/protocol';
import { same } from './fields.ts';
import { applied, put, rejected, superseded, type Context, type Decision, type JournalEntry, type Rows, type RowWrite } from './rows.ts';
import { isPosition } from './position.ts';

type Of<N extends AlbumChange['name']> = Extract<AlbumChange, { name: N }>['args'];

/**
 * What a change does to an album. Of a photo in an album the last operation wins, in the order of arrival; a photo that was taken
 * out stays out until somebody adds it again. A deleted album is deleted for ever, and its photos stay.
 */
export function decideAlbum(rows: Rows, change: AlbumChange, context: Context): Decision {
  const album = rows.albums.albums.get(change.args.albumId);
  if (change.name === 'album.create') return album ? again(album) : create(rows, change.args, context);
  if (!album) return rejected('not-found', 'This library has no such album.');
  if (album.deleted) return change.name === 'album.delete' || change.name === 'album.remove' ? superseded('already-so') : gone();
  switch (change.name) {
    case 'album.set':
      return set(rows, album, change.args.fields);
    case 'album.delete':
      return remove(album);
    case 'album.add':
      return add(rows, change.args);
    case 'album.move':
      return move(rows, change.args);
    case 'album.remove':
      return takeOut(rows, change.args);
    default:
      return change satisfies never;
  }
}

function gone(): Decision {
  return rejected('purged', 'This album was deleted. Its photos are still in the library.');
}

function create(rows: Rows, { albumId, fields }: Of<'album.create'>, { now, deviceId }: Context): Decision {
  if (rows.albums.count >= LIMITS.albums) return rejected('too-many-albums', `A library can have ${LIMITS.albums} albums.`);
  const refusal = refuseCover(rows, fields.cover);
  if (refusal) return refusal;
  const album: Album = { type: 'album', id: albumId, ...withCover(rows, fields), deleted: false, addedAt: now, addedBy: deviceId };
  return applied([put(album)], [{ assetId: albumId, what: 'album.create', old: null, new: { title: album.title } }]);
}

/** The id was minted before: the same outbox told twice. */
function again(album: Album): Decision {
  // Nothing that was said of it since is undone.
  return album.deleted ? gone() : superseded('already-so');
}

function set(rows: Rows, album: Album, fields: { readonly [K in keyof AlbumFields]?: AlbumFields[K] | undefined }): Decision {
  const refusal = fields.cover === undefined ? undefined : refuseCover(rows, fields.cover);
  if (refusal) return refusal;
  const told = withCover(rows, fields);
  const changed = (Object.keys(told) as (keyof AlbumFields)[]).filter((key) => told[key] !== undefined && !same(told[key], album[key]));
  if (changed.length === 0) return superseded('already-so');
  const after = Object.fromEntries(changed.map((key) => [key, told[key]]));
  const before = Object.fromEntries(changed.map((key) => [key, album[key]]));
  return applied([put({ ...album, ...after })], [{ assetId: album.id, what: 'album.set', old: before, new: after }]);
}

function refuseCover(rows: Rows, cover: string | null): Decision | undefined {
  return cover === null || rows.assets.has(cover) ? undefined : rejected('not-found', 'This library has no such photo for the cover.');
}

/** A cover that was joined to another photo, or was here before, is that one. */
function withCover<F extends { readonly cover?: string | null | undefined }>(rows: Rows, fields: F): F {
  return fields.cover == null ? fields : { ...fields, cover: rows.assets.get(fields.cover)?.asset.id ?? fields.cover };
}

/** The tombstone keeps the title, so that the loss can be explained. */
function remove(album: Album): Decision {
  return applied(
    [put({ ...album, cover: null, deleted: true })],
    [{ assetId: album.id, what: 'album.delete', old: { title: album.title }, new: { deleted: true } }],
  );
}

function add(rows: Rows, args: Of<'album.add'>): Decision {
  const found = placed(rows, args);
  if ('result' in found) return found;
  const { asset, item } = found;
  if (item && !item.removed) return superseded('already-so', asset.id);
  return applied([put(itemOf(args.albumId, asset.id, args.position))], [journal('album.add', args.albumId, asset.id, null, args.position)]);
}

function move(rows: Rows, args: Of<'album.move'>): Decision {
  const found = placed(rows, args);
  if ('result' in found) return found;
  const { asset, item } = found;
  if (!item || item.removed) return superseded('removed-since');
  if (item.position === args.position) return superseded('already-so');
  return applied(
    [put({ ...item, position: args.position })],
    [journal('album.move', args.albumId, asset.id, item.position, args.position)],
  );
}

function takeOut(rows: Rows, { albumId, assetId }: Of<'album.remove'>): Decision {
  const known = rows.assets.get(assetId);
  const item = known && rows.albums.items.get(itemKey(albumId, known.asset.id));
  if (!known || !item || item.removed) return superseded('already-so');
  return applied([put({ ...item, removed: true })], [journal('album.remove', albumId, known.asset.id, item.position, null)]);
}

/** The photo that a change names, and its row in the album; or why there is none. */
function placed(rows: Rows, args: Of<'album.add'>): { readonly asset: Asset; readonly item: AlbumItem | undefined } | Decision {
  if (!isPosition(args.position)) return rejected('invalid', 'This is no place in an order.');
  const known = rows.assets.get(args.assetId);
  if (!known) return rejected('not-found', 'This library has no such photo.');
  if (known.asset.state === 'purged') return rejected('purged', 'This photo was deleted for good.');
  return { asset: known.asset, item: rows.albums.items.get(itemKey(args.albumId, known.asset.id)) };
}

function itemOf(albumId: string, assetId: string, position: string): AlbumItem {
  return { type: 'album-item', albumId, assetId, position, removed: false };
}

/** Under which `Rows.albums.items` has a photo of an album. */
export function itemKey(albumId: string, assetId: string): string {
  return `${albumId}:${assetId}`;
}

/** Told with the photo, so that it stands in its history. */
function journal(what: JournalKind, albumId: string, assetId: string, from: string | null, to: string | null): JournalEntry {
  return { assetId, what, old: { albumId, position: from }, new: { albumId, position: to } };
}

/**
 * A photo became part of another one, or turned out to be it: that one takes its place in every album, unless it was taken out of
 * that album.
 */
export function inheritPlaces(rows: Rows, from: string, to: string): RowWrite[] {
  const own = new Set((rows.albums.of.get(to) ?? []).map(({ albumId }) => albumId));
  return (rows.albums.of.get(from) ?? [])
    .filter(({ removed }) => !removed)
    .flatMap((item) => [...(own.has(item.albumId) ? [] : [put({ ...item, assetId: to })]), put({ ...item, removed: true })]);
}
