import { momentOf } from './moment.ts';
import { editFolder, liveVideoPath, madeName, originalPath, rawHalfStem, within } from './paths.ts';
import type { Place } from './place.ts';
import { flagOf, numberOf, textOf, type AssetRow, type AssetRows, type ResourceRow } from './rows.ts';
import type { Tree } from './tree.ts';

/** A file that a photo is made of. */
export type PartRole = 'original' | 'raw' | 'live-video' | 'edited' | 'edited-video' | 'edited-live-video' | 'previous-edit';
export interface Part {
  readonly role: PartRole;
  /** Below the root; null: its place cannot be told. */
  readonly path: string | null;
  /** As the database says; null: it does not know, or does not say. */
  readonly here: boolean | null;
  /** Bytes of the file that lies there; null: none does. Undefined: nobody could look. */
  readonly found: number | null | undefined;
  /** By the database; 0 also where it does not say. */
  readonly bytes: number;
  readonly remote: number | null;
  readonly cloudState: number | null;
}

/** How a photo came to stand in this library. */
export type Scope = 'library' | 'referenced' | 'shared' | 'moment' | 'syndicated';

/** What the database says of one photo. A field that is null is not known, or not there; the schema says which facts it lacks. */
export interface Photo {
  readonly key: number;
  readonly uuid: string;
  readonly kind: 'photo' | 'video' | 'unknown';
  readonly kindSubtype: number | null;
  readonly scope: Scope;
  readonly name: string | null;
  /** Below the root; null: outside of the library, or not to be told. */
  readonly path: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly taken: number | null;
  readonly added: number | null;
  readonly changed: number | null;
  /** Seconds that the clock where it was taken was ahead of UTC. */
  readonly offset: number | null;
  readonly place: { readonly lat: number; readonly lon: number } | null;
  readonly favourite: boolean | null;
  readonly hidden: boolean | null;
  /** 0 not, 1 in Recently Deleted, 2 on its way out; null: not known. */
  readonly trashed: number | null;
  readonly trashedAt: number | null;
  readonly complete: boolean | null;
  readonly edited: boolean | null;
  readonly live: boolean | null;
  readonly rawPair: boolean;
  readonly rawOnly: boolean;
  readonly burst: string | null;
  /** The raw bits: 2 not picked, 4 default, 8 picked, 16 key photo. */
  readonly burstPick: number | null;
  readonly depth: boolean | null;
  readonly hdr: number | null;
  readonly spatial: boolean | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly originalSize: number | null;
  readonly fingerprint: string | null;
  readonly sharedLibrary: boolean | null;
  readonly parts: readonly Part[];
  /** The list of what the edit does, beside its pictures. */
  readonly editList: boolean | undefined;
  readonly cloud: CloudFacts;
}

export interface CloudFacts {
  /** The states 0 to 4 as they stand; null: none. Undefined: not known. */
  readonly asset: number | null | undefined;
  readonly master: number | null | undefined;
  readonly hasMaster: boolean | undefined;
  readonly id: string | null | undefined;
  readonly masterId: string | null;
  readonly attempts: number | null;
  readonly lastAttempt: number | null;
  readonly recovering: boolean;
  /** Whether any file of it has this state. */
  readonly anyFailed: boolean;
  readonly anyQuarantined: boolean;
}

/** What is the same for all photos of a library. */
export interface Around {
  readonly place: Place;
  readonly model: number | null;
  /** Null: no files can be looked at. */
  readonly tree: Tree | null;
  /** The names of types by their keys; only older schemas have them. */
  readonly types: ReadonlyMap<number, string>;
}

export function photoOf({ asset, resources }: AssetRows, around: Around): Photo {
  const kind = numberOf(asset.kind);
  const scope = scopeOf(asset);
  const uuid = textOf(asset.uuid) ?? `row ${asset.key}`;
  const isVideo = kind === 1;
  const named = { uuid, directory: textOf(asset.directory) ?? null, filename: textOf(asset.filename) ?? null, isVideo };
  const path = scope === 'referenced' ? null : originalPath(around.place, scope, around.model, named);
  const parts = partsOf(scope, uuid, path, resources, around);
  const subtype = numberOf(asset.kindSubtype);
  const lat = numberOf(asset.latitude) ?? null;
  const lon = numberOf(asset.longitude) ?? null;
  const hasPlace = lat !== null && lon !== null && !(lat === -180 && lon === -180);
  const burstId = textOf(asset.burst) ?? null;
  return {
    key: asset.key,
    uuid,
    kind: kind === 0 ? 'photo' : kind === 1 ? 'video' : 'unknown',
    kindSubtype: subtype ?? null,
    scope,
    name: textOf(asset.originalName) ?? named.filename,
    path,
    taken: momentOf(asset.dateCreated),
    added: momentOf(asset.dateAdded),
    changed: momentOf(asset.dateChanged),
    offset: numberOf(asset.offset) ?? null,
    place: hasPlace ? { lat, lon } : null,
    favourite: flagOf(asset.favourite),
    hidden: flagOf(asset.hidden),
    trashed: asset.trashed === undefined ? null : (numberOf(asset.trashed) ?? 0),
    trashedAt: momentOf(asset.trashedDate),
    complete: asset.complete === undefined ? null : asset.complete !== 0,
    edited: flagOf(asset.edited),
    live: subtype === 2 || parts.some(({ role }) => role === 'live-video') || (subtype === undefined ? null : false),
    rawPair: parts.some(({ role }) => role === 'raw'),
    rawOnly: isRawOnly(scope, path, resources, around),
    burst: burstId,
    burstPick: burstId === null ? null : (numberOf(asset.burstPick) ?? null),
    depth: flagOf(asset.depth),
    hdr: numberOf(asset.hdr) ?? null,
    spatial: flagOf(asset.spatial),
    title: textOf(asset.title) ?? null,
    description: textOf(asset.description) ?? null,
    originalSize: numberOf(asset.originalSize) ?? null,
    fingerprint: textOf(asset.fingerprint) ?? null,
    sharedLibrary: asset.sharedLibrary === undefined ? null : asset.sharedLibrary === 1,
    parts,
    editList: around.tree === null ? undefined : asset.edited !== 0 && hasEditList(uuid, path, around),
    cloud: cloudFactsOf(asset, resources),
  };
}

function cloudFactsOf(asset: AssetRow, resources: readonly ResourceRow[]): CloudFacts {
  return {
    asset: numberOf(asset.cloudState),
    master: numberOf(asset.masterState),
    hasMaster: asset.masterKey === undefined ? undefined : asset.masterKey !== null,
    id: textOf(asset.cloudId),
    masterId: textOf(asset.masterId) ?? null,
    attempts: numberOf(asset.attempts) ?? null,
    lastAttempt: momentOf(asset.lastAttempt),
    recovering: typeof asset.recovery === 'number' && asset.recovery !== 0,
    anyFailed: resources.some(({ cloudState }) => cloudState === 2),
    anyQuarantined: resources.some(({ cloudState }) => cloudState === 4),
  };
}

/** In the order in which one outweighs the other. */
function scopeOf(asset: AssetRow): Scope {
  const saved = numberOf(asset.saved);
  const bundle = numberOf(asset.bundleScope);
  if (saved === 4 || bundle === 2 || typeof asset.published === 'number') return 'shared';
  if (bundle === 1 || saved === 8) return 'moment';
  const history = numberOf(asset.syndicationHistory);
  if (bundle === 3 || saved === 12 || (textOf(asset.syndication) != null && (history === 0 || history === null))) return 'syndicated';
  // Without the column, a place outside of the library tells it as well.
  if (saved === 10 || (saved === undefined && typeof asset.directory === 'string' && asset.directory.startsWith('/'))) return 'referenced';
  return 'library';
}

const SHARED_ORIGINALS: readonly unknown[] = [3, 4, 5, 8];
const ROLES: Readonly<Record<string, PartRole>> = {
  '0 1': 'original',
  '0 17': 'raw',
  '0 18': 'live-video',
  '1 15': 'previous-edit',
  '2 2': 'edited',
  '2 16': 'edited-video',
  '2 19': 'edited-live-video',
};

function partsOf(scope: Scope, uuid: string, original: string | null, resources: readonly ResourceRow[], around: Around): Part[] {
  if (scope === 'shared') return sharedParts(original, resources, around);
  return resources.flatMap((resource) => {
    // Without versions an original is still told by its subtype; what is of an edit is not.
    const version = resource.version ?? (resource.subtype === 2 || resource.subtype === 16 || resource.subtype === 19 ? 2 : 0);
    const role = ROLES[`${version} ${resource.subtype}`];
    return role === undefined ? [] : [partOf(role, pathOf(role, uuid, original, resource, around), resource, around)];
  });
}

/** A shared album holds copies; the largest that is here stands for the photo. */
function sharedParts(original: string | null, resources: readonly ResourceRow[], around: Around): Part[] {
  const copies = resources.filter(({ store, subtype }) => (store === 2 || store === undefined) && SHARED_ORIGINALS.includes(subtype));
  const best = copies.find(({ here }) => here === 1) ?? copies[0];
  return best ? [partOf('original', original, best, around)] : [];
}

function partOf(role: PartRole, path: string | null, resource: ResourceRow, around: Around): Part {
  return {
    role,
    path,
    here: resource.here === 1 ? true : resource.here === -1 ? false : null,
    found: foundAt(role, path, around),
    bytes: Math.max(0, numberOf(resource.bytes) ?? 0),
    remote: numberOf(resource.remote) ?? null,
    cloudState: numberOf(resource.cloudState) ?? null,
  };
}

function foundAt(role: PartRole, path: string | null, { place, tree }: Around): number | null | undefined {
  if (tree === null) return undefined;
  // A RAW half was looked for under any extension.
  if (path === null) return role === 'raw' && place.kind === 'mac' ? null : undefined;
  return !place.originals && path.startsWith('DCIM/') ? undefined : tree.size(path);
}

function pathOf(role: PartRole, uuid: string, original: string | null, resource: ResourceRow, around: Around): string | null {
  const { place, tree, types } = around;
  switch (role) {
    case 'original':
      return original;
    case 'live-video':
      return original === null ? null : liveVideoPath(place, original);
    case 'raw':
      return original === null ? null : rawHalfPath(original, place, tree);
    case 'edited':
    case 'edited-video':
    case 'edited-live-video':
    case 'previous-edit':
      return editPath(role, uuid, original, madeName(resource, types.get(Number(resource.utiKey)) ?? null), around);
    default:
      return role satisfies never;
  }
}

/** An iPhone gives both halves of a pair one name as well. */
function rawHalfPath(original: string, { kind }: Place, tree: Tree | null): string | null {
  if (kind !== 'ios') return tree?.rawHalf(rawHalfStem(original)) ?? null;
  const path = original.replace(/\.[^.]*$/, '.dng');
  return tree?.size(path) == null ? null : path;
}

/** An iPhone calls what it rendered by what it is. */
const IOS_EDITS: Readonly<Record<string, readonly string[]>> = {
  edited: ['FullSizeRender.heic', 'FullSizeRender.jpg', 'FullSizeRender.jpeg'],
  'edited-video': ['FullSizeRender.mov'],
  'edited-live-video': ['FullSizeRender.mov'],
  'previous-edit': [],
};

function editPath(role: PartRole, uuid: string, original: string | null, name: string | null, { place, tree }: Around): string | null {
  const folder = editFolder(place, uuid, original);
  if (place.kind !== 'ios') return name === null ? null : within([folder, `${uuid}_${name}`]);
  const paths = (IOS_EDITS[role] ?? []).flatMap((each) => within([folder, each]) ?? []);
  return paths.find((path) => tree?.size(path) != null) ?? paths[0] ?? null;
}

function hasEditList(uuid: string, original: string | null, { place, tree }: Around): boolean {
  const folder = editFolder(place, uuid, original);
  const path = within([folder, place.kind === 'ios' ? 'Adjustments.plist' : `${uuid}.plist`]);
  return path !== null && tree?.size(path) != null;
}

const RAW_NAMES = /\.(?:dng|cr2|cr3|crw|nef|nrw|arw|srf|sr2|rw2|orf|raf|pef|3fr|erf|mef|mos|mrw|rwl|srw|iiq|kdc|dcr|x3f)$/i;

/** The original is a camera’s raw file. That of the photo itself is of its rendering, and does not tell. */
function isRawOnly(scope: Scope, path: string | null, resources: readonly ResourceRow[], { types }: Around): boolean {
  if (scope === 'shared' || resources.some(({ subtype }) => subtype === 17)) return false;
  const original = resources.find(({ subtype, version }) => subtype === 1 && (version ?? 0) === 0);
  if (!original) return false;
  if (typeof original.hint === 'number') return original.hint === 2;
  const type = types.get(Number(original.utiKey));
  // Where not even the type of the original is told, its name is.
  return type === undefined ? RAW_NAMES.test(path ?? '') : /raw/i.test(type);
}
