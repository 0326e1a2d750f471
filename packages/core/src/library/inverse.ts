import {
  ALBUM_PLACED,
  ALBUM_SET,
  EDITED,
  JOINED,
  message,
  resourceId,
  REVERTED,
  SET,
  SPLIT,
  type Album,
  type AlbumItem,
  type AssetFields,
  type Change,
  type JournalTold,
} from '@rollcall/protocol';
import { same } from './fields.ts';
import { named } from './resources.ts';
import type { AssetRows } from './rows.ts';

/** What would undo one entry of the journal; or why that cannot be done here, in a person's words. */
export type Inverse =
  | { readonly can: true; readonly changes: readonly Change[] }
  | { readonly can: false; readonly why: 'changed-since' | 'for-good' | 'nothing-to-undo'; readonly words: string };

/** The entry that is to be taken back; a newer server may have written one that this version does not know. */
type TakenBack = Pick<JournalTold, 'assetId' | 'what' | 'old' | 'new'>;

/** What an inverse rests on. */
export interface Standing {
  /** The asset of an id as it is now, aliases resolved; undefined: this device knows of none. */
  readonly asset: (id: string) => Pick<AssetRows, 'asset' | 'resources'> | undefined;
  /** The same of an album, and of a photo in one; absent: this device knows of no albums. */
  readonly album?: (id: string) => Album | undefined;
  readonly item?: (albumId: string, assetId: string) => AlbumItem | undefined;
  /** For the photo that a split makes. */
  readonly newId: string;
}

const changed: Inverse = { can: false, why: 'changed-since', words: message('It was changed since, and that is kept.') };
const forGood: Inverse = {
  can: false,
  why: 'for-good',
  words: message('It was deleted for good. For 7 days the owner of the server can bring it back: rollcall purged.'),
};
const albumForGood: Inverse = {
  can: false,
  why: 'for-good',
  words: message('A deleted album stays deleted. Its photos are still in the library.'),
};
const nothing: Inverse = { can: false, why: 'nothing-to-undo', words: message('Bytes that were added to a photo stay with it.') };

/** The changes that take one entry back. What was done by others since is never undone with it. Pure. */
export function inverse(entry: TakenBack, standing: Standing): Inverse {
  if (entry.what === 'asset.purge') return forGood;
  if (entry.what === 'album.delete') return albumForGood;
  if (entry.what === 'album.create' || entry.what === 'album.set') return unsetAlbum(entry, standing);
  const rows = standing.asset(entry.assetId);
  if (!rows) return changed;
  if (rows.asset.state === 'purged') return forGood;
  const assetId = rows.asset.id;
  switch (entry.what) {
    case 'asset.trash':
      return rows.asset.state === 'trashed' ? can({ name: 'asset.restore', args: { assetId } }) : changed;
    case 'asset.create':
      // It is one with another photo by now, which was not added with it.
      if (assetId !== entry.assetId) return changed;
      return rows.asset.state === 'live' ? can({ name: 'asset.trash', args: { assetId } }) : changed;
    case 'asset.restore':
      return rows.asset.state === 'live' ? can({ name: 'asset.trash', args: { assetId } }) : changed;
    case 'asset.set':
      return unset(entry, rows);
    case 'asset.edit':
      return unedit(entry, rows);
    case 'asset.revert':
      return unrevert(entry, rows);
    case 'album.add':
    case 'album.move':
    case 'album.remove':
      return unplace(entry, rows, standing);
    case 'asset.join':
      return unjoin(entry, rows, standing);
    case 'asset.split':
      return unsplit(entry, rows, standing);
    default:
      return nothing;
  }
}

function can(...changes: Change[]): Inverse {
  return changes.length === 0 ? changed : { can: true, changes };
}

type Now = Pick<AssetRows, 'asset' | 'resources'>;
type Fields = { readonly [K in keyof AssetFields]?: AssetFields[K] | undefined };

/** The old values of those fields that still have the new one. */
function older(now: Now, old: Fields, after: Fields): Fields | null {
  const keys = (Object.keys(after) as (keyof AssetFields)[]).filter((key) => old[key] !== undefined && same(now.asset[key], after[key]));
  return keys.length === 0 ? null : Object.fromEntries(keys.map((key) => [key, old[key]]));
}

function unset(entry: TakenBack, now: Now): Inverse {
  const told = SET.safeParse(entry);
  const fields = told.success ? older(now, told.data.old, told.data.new) : null;
  return fields === null ? changed : can({ name: 'asset.set', args: { assetId: now.asset.id, fields } });
}

function unsetAlbum(entry: TakenBack, { album }: Standing): Inverse {
  const now = album?.(entry.assetId);
  if (!now || now.deleted) return changed;
  const albumId = now.id;
  if (entry.what === 'album.create') return can({ name: 'album.delete', args: { albumId } });
  const told = ALBUM_SET.safeParse(entry);
  if (!told.success) return changed;
  const { old, new: after } = told.data;
  const keys = (Object.keys(after) as (keyof typeof after)[]).filter((key) => old[key] !== undefined && same(now[key], after[key]));
  return keys.length === 0
    ? changed
    : can({ name: 'album.set', args: { albumId, fields: Object.fromEntries(keys.map((key) => [key, old[key]])) } });
}

/** The photo is in the album where it was, or is not in it, as before; if nobody placed it otherwise since. */
function unplace(entry: TakenBack, now: Now, { album, item }: Standing): Inverse {
  const told = ALBUM_PLACED.safeParse(entry);
  if (!told.success) return changed;
  const { albumId, position } = told.data.old;
  const assetId = now.asset.id;
  const there = item?.(albumId, assetId);
  const current = there && !there.removed ? there.position : null;
  if (album?.(albumId)?.deleted !== false || current !== told.data.new.position) return changed;
  if (position === null) return can({ name: 'album.remove', args: { albumId, assetId } });
  return can({ name: current === null ? 'album.add' : 'album.move', args: { albumId, assetId, position } });
}

/** What was shown before is shown again; the edit stays among the versions. A photo that the edit brought back is deleted again. */
function unedit(entry: TakenBack, now: Now): Inverse {
  const told = EDITED.safeParse(entry);
  if (!told.success) return changed;
  const { old, new: after } = told.data;
  if (now.asset.state !== 'live' || after.rendering !== now.asset.rendering) return changed;
  const back = after.version === after.rendering ? showing(now, old.rendering) : null;
  const away: Change[] = old.state === 'trashed' ? [{ name: 'asset.trash', args: { assetId: now.asset.id } }] : [];
  return can(...(back ? [back] : []), ...away);
}

function unrevert(entry: TakenBack, now: Now): Inverse {
  const told = REVERTED.safeParse(entry);
  const change = told.success && now.asset.rendering === null ? showing(now, told.data.old.rendering) : null;
  if (!change) return changed;
  // An edit brings a deleted photo back, and that is not asked for here.
  return now.asset.state === 'trashed' ? can(change, { name: 'asset.trash', args: { assetId: now.asset.id } }) : can(change);
}

/** Null: it is shown already, or is there no more. */
function showing({ asset, resources }: Now, rendering: string | null): Change | null {
  if (asset.rendering === rendering) return null;
  if (rendering === null) return { name: 'asset.revert', args: { assetId: asset.id }, expect: asset.rendering };
  const version = resources.find((each) => each.id === rendering && !each.removed);
  return version ? { name: 'asset.edit', args: { assetId: asset.id, rendering: named(version) }, expect: asset.rendering } : null;
}

/** The part becomes a photo of its own again, with all that came with it; what the kept one took from it goes back. */
function unjoin(entry: TakenBack, now: Now, { newId }: Standing): Inverse {
  const told = JOINED.safeParse(entry);
  if (!told.success) return changed;
  const { old, new: after } = told.data;
  const { id: assetId } = now.asset;
  const part = resourceId(assetId, after.role, after.hash);
  if (!now.resources.some(({ id, removed }) => id === part && !removed)) return changed;
  const others = old.joined.resources
    .filter(({ role }) => role !== 'original')
    .map(({ role, hash }) => resourceId(assetId, role, hash))
    .filter((id) => id !== now.asset.rendering && now.resources.some((each) => each.id === id && !each.removed));
  const shows = old.joined.shows === null ? undefined : resourceId(assetId, 'edited', old.joined.shows);
  const fields = older(now, old.kept, after.kept);
  return can(
    {
      name: 'asset.split',
      args: {
        assetId,
        resource: part,
        hash: after.hash,
        newId,
        fields: old.joined.fields,
        ...(others.length > 0 ? { others } : {}),
        ...(shows !== undefined && others.includes(shows) ? { shows } : {}),
      },
    },
    ...(fields === null ? [] : [{ name: 'asset.set' as const, args: { assetId, fields } }]),
  );
}

function unsplit(entry: TakenBack, now: Now, { asset }: Standing): Inverse {
  const told = SPLIT.safeParse(entry);
  const other = told.success ? asset(told.data.new.assetId) : undefined;
  if (!told.success || other?.asset.id !== told.data.new.assetId || other.asset.state !== now.asset.state) return changed;
  return can({ name: 'asset.join', args: { assetId: now.asset.id, joined: other.asset.id, role: told.data.old.role } });
}
