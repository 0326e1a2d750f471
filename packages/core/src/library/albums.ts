import {
  LIMITS,
  message,
  say,
  type Album,
  type AlbumChange,
  type AlbumFields,
  type AlbumItem,
  type Asset,
  type JournalKind,
} from '@rollcall/protocol';
import { same } from './fields.ts';
import { applied, put, rejected, superseded, type Context, type Decision, type JournalEntry, type Rows, type RowWrite } from './rows.ts';
import { above, childrenOf, refuseFolder } from './folders.ts';
import { isPosition } from './position.ts';

type Of<N extends AlbumChange['name']> = Extract<AlbumChange, { name: N }>['args'];

/**
 * What a change does to an album. Of a photo in an album the last operation wins, in the order of arrival; a photo that was taken
 * out stays out until somebody adds it again. A deleted album is deleted for ever, and its photos stay. Albums lie in folders, which
 * are albums that hold albums: no folder comes into itself, and what was in a deleted one moves up.
 */
export function decideAlbum(rows: Rows, change: AlbumChange, context: Context): Decision {
  const album = rows.albums.albums.get(change.args.albumId);
  if (change.name === 'album.create') return album ? again(album) : create(rows, change.args, context);
  if (!album) return rejected('not-found', say('This library has no such album.'));
  if (album.deleted) return change.name === 'album.delete' || change.name === 'album.remove' ? superseded('already-so') : gone();
  switch (change.name) {
    case 'album.set':
      return set(rows, album, change.args.fields);
    case 'album.delete':
      return remove(rows, album);
    case 'album.add':
      return refusePhotos(album) ?? add(rows, change.args);
    case 'album.move':
      return refusePhotos(album) ?? move(rows, change.args);
    case 'album.remove':
      return takeOut(rows, change.args);
    default:
      return change satisfies never;
  }
}

function gone(): Decision {
  return rejected('purged', say('This album was deleted. Its photos are still in the library.'));
}

/** Into a folder go albums, and a smart album finds its photos itself. */
function refusePhotos({ kind }: Album): Decision | undefined {
  if (kind === 'folder') return rejected('invalid', say('A folder holds albums. Add photos to an album in it.'));
  return kind === 'smart' ? rejected('invalid', say('A smart album finds its photos by its rule.')) : undefined;
}

function create(rows: Rows, { albumId, kind, fields }: Of<'album.create'>, { now, deviceId }: Context): Decision {
  if (rows.albums.count >= LIMITS.albums)
    return rejected('too-many-albums', say('A library can have {albums} albums.', { albums: String(LIMITS.albums) }));
  const made = { id: albumId, kind };
  const refusal = refuseFields(rows, made, fields) ?? (kind === 'smart' && fields.rule == null ? NO_RULE : undefined);
  if (refusal) return refusal;
  const album: Album = {
    type: 'album',
    id: albumId,
    ...(kind === undefined ? {} : { kind }),
    ...placedWell(rows, fields),
    deleted: false,
    addedAt: now,
    addedBy: deviceId,
  };
  return applied([put(album)], [{ assetId: albumId, what: 'album.create', old: null, new: { title: album.title } }]);
}

/** The id was minted before: the same outbox told twice. */
function again(album: Album): Decision {
  // Nothing that was said of it since is undone.
  return album.deleted ? gone() : superseded('already-so');
}

type SomeFields = { readonly [K in keyof AlbumFields]?: AlbumFields[K] | undefined };

const NO_RULE = rejected('invalid', message('A smart album has a rule.'));

function refuseFields(rows: Rows, album: Pick<Album, 'id' | 'kind'>, { cover, folder, position, rule }: SomeFields): Decision | undefined {
  if (position != null && !isPosition(position)) return rejected('invalid', say('This is no place in an order.'));
  if (rule != null && album.kind !== 'smart') return rejected('invalid', say('Only a smart album has a rule.'));
  return (
    (cover == null ? undefined : refuseCover(rows, cover)) ?? (folder == null ? undefined : refuseFolder(rows.albums.all, album, folder))
  );
}

function set(rows: Rows, album: Album, fields: SomeFields): Decision {
  const refusal = refuseFields(rows, album, fields) ?? (album.kind === 'smart' && fields.rule === null ? NO_RULE : undefined);
  if (refusal) return refusal;
  const told = placedWell(rows, fields);
  const changed = (Object.keys(told) as (keyof AlbumFields)[]).filter(
    (key) => told[key] !== undefined && !same(told[key], album[key] ?? null),
  );
  if (changed.length === 0) return superseded('already-so');
  const after = Object.fromEntries(changed.map((key) => [key, told[key]]));
  const before = Object.fromEntries(changed.map((key) => [key, album[key] ?? null]));
  return applied([put({ ...album, ...after })], [{ assetId: album.id, what: 'album.set', old: before, new: after }]);
}

function refuseCover(rows: Rows, cover: string): Decision | undefined {
  return rows.assets.has(cover) ? undefined : rejected('not-found', say('This library has no such photo for the cover.'));
}

/** A cover that was joined to another photo, or was here before, is that one; a folder that was deleted is the one around it. */
function placedWell<F extends SomeFields>(rows: Rows, fields: F): F {
  return {
    ...fields,
    ...(fields.cover == null ? {} : { cover: rows.assets.get(fields.cover)?.asset.id ?? fields.cover }),
    ...(fields.folder == null ? {} : { folder: above(rows.albums.all, fields.folder) }),
  };
}

/** The tombstone keeps the title, so that the loss can be explained, and the folder, in which what was in this one now is. */
function remove(rows: Rows, album: Album): Decision {
  const folder = album.folder == null ? null : above(rows.albums.all, album.folder);
  const moved = childrenOf(rows.albums.all, album.id);
  return applied(
    [...moved.map((each) => put({ ...each, folder, position: null })), put({ ...album, cover: null, deleted: true })],
    [
      ...moved.map((each) => ({
        assetId: each.id,
        what: 'album.set' as const,
        old: { folder: album.id, position: each.position ?? null },
        new: { folder, position: null },
      })),
      { assetId: album.id, what: 'album.delete', old: { title: album.title }, new: { deleted: true } },
    ],
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
  if (!isPosition(args.position)) return rejected('invalid', say('This is no place in an order.'));
  const known = rows.assets.get(args.assetId);
  if (!known) return rejected('not-found', say('This library has no such photo.'));
  if (known.asset.state === 'purged') return rejected('purged', say('This photo was deleted for good.'));
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
