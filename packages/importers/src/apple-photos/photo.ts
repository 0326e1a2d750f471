import { momentOf } from './moment.ts';
import { isRawOnly, partsOf, type Around, type Part, type Scope, type Whole } from './parts.ts';
import { editFolder, originalPath, within } from './paths.ts';
import { flagOf, numberOf, textOf, type AssetRow, type AssetRows, type ResourceRow } from './rows.ts';

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

export function photoOf({ asset, resources }: AssetRows, around: Around): Photo {
  const kind = numberOf(asset.kind);
  const scope = scopeOf(asset);
  const uuid = textOf(asset.uuid) ?? `row ${asset.key}`;
  const isVideo = kind === 1;
  const named = { uuid, directory: textOf(asset.directory) ?? null, filename: textOf(asset.filename) ?? null, isVideo };
  const path = scope === 'referenced' ? null : originalPath(around.place, scope, around.model, named);
  const subtype = numberOf(asset.kindSubtype);
  const isLive = subtype === undefined ? null : subtype === 2;
  const whole: Whole = { uuid, scope, original: path, isVideo, isLive, isEdited: flagOf(asset.edited) };
  const parts = partsOf(whole, resources, around);
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
    edited: whole.isEdited,
    live: parts.some(({ role }) => role === 'live-video') || isLive,
    rawPair: parts.some(({ role }) => role === 'raw'),
    rawOnly: isRawOnly(whole, parts, resources, around),
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

function hasEditList(uuid: string, original: string | null, { place, tree }: Around): boolean {
  const folder = editFolder(place, uuid, original);
  const path = within([folder, place.kind === 'ios' ? 'Adjustments.plist' : `${uuid}.plist`]);
  return path !== null && tree?.size(path) != null;
}
