import { z } from 'zod';
import { canonicalJson, sha256Text } from './canonical.ts';
import { AlbumFields, AlbumKind, AssetFields, AssetKind, CompanionRole, FileName, Pixels, Position, Role } from './entities.ts';
import { Hash, Id, ResourceId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { toldWords } from './told-words.ts';

/** A resource as a mutation names it: its bytes must have been sent before. */
export const NewResource = z.object({
  role: Role,
  hash: Hash,
  size: z.number().int().nonnegative(),
  mime: z.string().max(100),
  fileName: FileName.nullable(),
  modifiedAt: z.number().int().nullable(),
  pixels: Pixels.optional(),
});

const create = z.object({
  name: z.literal('asset.create'),
  args: z.object({
    assetId: Id,
    kind: AssetKind,
    fields: AssetFields,
    resources: z.array(NewResource).min(1).max(LIMITS.resourcesPerAsset),
    /** The file came to the device after the device last agreed with the cloud: a person put it there. */
    newHere: z.boolean(),
  }),
});
/** Names only the fields that it sets. */
const set = z.object({ name: z.literal('asset.set'), args: z.object({ assetId: Id, fields: AssetFields.partial() }) });
const trash = z.object({ name: z.literal('asset.trash'), args: z.object({ assetId: Id }) });
const restore = z.object({ name: z.literal('asset.restore'), args: z.object({ assetId: Id }) });
/** `expect`: the asset's seq when the person decided; a restore elsewhere since then beats the purge. */
const purge = z.object({ name: z.literal('asset.purge'), args: z.object({ assetId: Id }), expect: z.number().int() });
/** `expect`: the rendering that was shown when the edit began. */
const edit = z.object({
  name: z.literal('asset.edit'),
  args: z.object({ assetId: Id, rendering: NewResource }),
  expect: ResourceId.nullable(),
});
const revert = z.object({ name: z.literal('asset.revert'), args: z.object({ assetId: Id }), expect: ResourceId.nullable() });
const attach = z.object({ name: z.literal('resource.attach'), args: z.object({ assetId: Id, resource: NewResource }) });
/** The original was sent while its file was still being copied; `expect` is the hash of the part that was sent. */
const complete = z.object({ name: z.literal('resource.complete'), args: z.object({ assetId: Id, resource: NewResource }), expect: Hash });
/** Two photos that are parts of one (a Live Photo, RAW and JPEG): `joined` becomes that part of the asset, its id leads there for ever. */
const join = z.object({ name: z.literal('asset.join'), args: z.object({ assetId: Id, joined: Id, role: CompanionRole }) });
/** Undoes a join: one part of a pair becomes a photo of its own. */
const split = z.object({
  name: z.literal('asset.split'),
  args: z.object({
    assetId: Id,
    /** The part, by its id below the asset, and its bytes. */
    resource: ResourceId,
    hash: Hash,
    newId: Id,
    fields: AssetFields,
    /** What goes with it (its edits and sidecars), and which of them is shown instead of it. */
    others: z.array(ResourceId).max(LIMITS.resourcesPerAsset).optional(),
    shows: ResourceId.optional(),
  }),
});

const createAlbum = z.object({
  name: z.literal('album.create'),
  args: z.object({ albumId: Id, kind: AlbumKind.optional(), fields: AlbumFields }),
});
/** Names only the fields that it sets. */
const setAlbum = z.object({ name: z.literal('album.set'), args: z.object({ albumId: Id, fields: AlbumFields.partial() }) });
const deleteAlbum = z.object({ name: z.literal('album.delete'), args: z.object({ albumId: Id }) });
const place = z.object({ albumId: Id, assetId: Id, position: Position });
const addItem = z.object({ name: z.literal('album.add'), args: place });
/** A photo that is not in the album, or was taken out of it, does not come in by being moved. */
const moveItem = z.object({ name: z.literal('album.move'), args: place });
const removeItem = z.object({ name: z.literal('album.remove'), args: z.object({ albumId: Id, assetId: Id }) });

/** What a mutation asks for, without who asks. */
export const Change = z.discriminatedUnion('name', [
  create,
  set,
  trash,
  restore,
  purge,
  edit,
  revert,
  attach,
  complete,
  join,
  split,
  createAlbum,
  setAlbum,
  deleteAlbum,
  addItem,
  moveItem,
  removeItem,
]);
export type Change = z.infer<typeof Change>;
export type ChangeName = Change['name'];
export type NewResource = z.infer<typeof NewResource>;
export type AlbumChange = Extract<Change, { name: `album.${string}` }>;
export type AssetChange = Exclude<Change, AlbumChange>;

export function isAlbumChange(change: Change): change is AlbumChange {
  return change.name.startsWith('album.');
}

/** The id of what a change is about: an album, or an asset. */
export function subjectOf(change: Change): string {
  return isAlbumChange(change) ? change.args.albumId : change.args.assetId;
}

const Chain = z.object({
  deviceId: Id,
  /** The server's epoch in which the chain counts. */
  epoch: z.string().min(1).max(32),
  /** Counts up from 1 per device and epoch. */
  n: z.number().int().positive(),
  /** `mutationHash` of the mutation before; `CHAIN_START` for the first. */
  previous: Hash,
});

export const Mutation = z.intersection(Chain, Change);
export type Mutation = z.infer<typeof Mutation>;

export const CHAIN_START = '0'.repeat(64);

/** The link of the chain: SHA-256 over the canonical JSON of the whole mutation. */
export function mutationHash(mutation: Mutation): string {
  return sha256Text(canonicalJson(mutation));
}

export const SupersededWhy = z.enum(['duplicate', 'already-so', 'newer-edit', 'restored-since', 'removed-since']);
export const RejectedCode = z.enum([
  'blob-missing',
  'not-found',
  'purged',
  'deleted-before',
  'invalid',
  'not-this-library',
  'too-many-resources',
  'too-many-albums',
]);

/** All three advance the queue. */
export const MutationResult = z.discriminatedUnion('status', [
  z.object({ status: z.literal('applied') }),
  z.object({
    status: z.literal('superseded'),
    why: SupersededWhy,
    /** The asset that was kept, for a duplicate. */ assetId: Id.nullable(),
  }),
  z.object({ status: z.literal('rejected'), code: RejectedCode, words: toldWords(1000) }),
]);
export type MutationResult = z.infer<typeof MutationResult>;
export type SupersededWhy = z.infer<typeof SupersededWhy>;
export type RejectedCode = z.infer<typeof RejectedCode>;
