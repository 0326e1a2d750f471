import { editFolder, liveVideoPath, madeName, rawHalfStem, usualNames, within } from './paths.ts';
import type { Place } from './place.ts';
import { numberOf, type ResourceRow } from './rows.ts';
import type { Tree } from './tree.ts';

/** A file that a photo is made of. */
export type PartRole = 'original' | 'raw' | 'live-video' | 'edited' | 'edited-video' | 'edited-live-video' | 'previous-edit';
export interface Part {
  readonly role: PartRole;
  /** Below the root; null: its place cannot be told. */
  readonly path: string | null;
  /** As the database says; null: it does not know. Undefined: it has no place for saying so. */
  readonly here: boolean | null | undefined;
  /** Bytes of the file that lies there; null: none does. Undefined: nobody could look. */
  readonly found: number | null | undefined;
  /** By the database; 0 also where it does not say. */
  readonly bytes: number;
  readonly remote: number | null;
  readonly cloudState: number | null;
}

/** How a photo came to stand in this library. */
export type Scope = 'library' | 'referenced' | 'shared' | 'moment' | 'syndicated';

/** What is the same for all photos of a library. */
export interface Around {
  readonly place: Place;
  readonly model: number | null;
  /** Null: no files can be looked at. */
  readonly tree: Tree | null;
  /** The names of types by their keys; only older schemas have them. */
  readonly types: ReadonlyMap<number, string>;
}

/** The photo whose parts are looked for. */
export interface Whole {
  readonly uuid: string;
  readonly scope: Scope;
  /** Where its original lies; null: outside of the library, or not to be told. */
  readonly original: string | null;
  readonly isVideo: boolean;
  /** By the kind of the photo itself; null: not known. */
  readonly isLive: boolean | null;
  readonly isEdited: boolean | null;
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

export function partsOf(whole: Whole, resources: readonly ResourceRow[], around: Around): Part[] {
  if (whole.scope === 'shared') return sharedParts(whole.original, resources, around);
  const parts = resources.flatMap((resource) => {
    const told = { ...resource, version: versionOf(resource) };
    const role = ROLES[`${told.version} ${resource.subtype}`];
    return role === undefined ? [] : [partOf(role, pathOf(role, whole, told, around), told, around)];
  });
  const byName = partsByName(whole, around, parts);
  return byName.length === 0 ? parts : [...byName, ...parts];
}

/** Without versions an original is told by its subtype, and so is an edit; a picture that was made of a RAW is kept where none is. */
function versionOf({ version, subtype, recipe }: ResourceRow): ResourceRow['version'] {
  if (version != null) return version;
  if (subtype === 15) return 1;
  const isEdit = subtype === 2 || subtype === 16 || subtype === 19;
  return isEdit && (typeof recipe !== 'number' || (recipe & DERIVED) === 0) ? 2 : 0;
}

const DERIVED = 1;

/**
 * Of what the database has no rows: where the original lies it says of the photo itself, and the names by which Photos calls the other files
 * tell them. Only what lies there is told of those. Where there is a row of the original, that of others is lacking only if the photo
 * itself says that it has them.
 */
function partsByName(whole: Whole, around: Around, told: readonly Part[]): Part[] {
  const { uuid, scope, original, isVideo, isLive, isEdited } = whole;
  const { place, tree } = around;
  if (original === null || scope !== 'library') return [];
  const has = (roles: readonly PartRole[]): boolean => told.some(({ role }) => roles.includes(role));
  const rows = has(['original']);
  const [wantsFilm, wantsEdit] = [isLive === true && !has(['live-video']), isEdited === true && !has(EDITS)];
  if (rows && !wantsFilm && !wantsEdit) return [];
  const part = (role: PartRole, path: string): Part => ({ ...UNTOLD, role, path, found: foundAt(role, path, around) });
  const raw = rows ? null : rawHalfPath(original, place, tree);
  const mayBeLive = wantsFilm || (!rows && isLive === null && place.kind !== 'ios');
  const mayBeEdited = wantsEdit || (!rows && isEdited !== false);
  const others = [
    ...(mayBeLive && !isVideo ? [part('live-video', liveVideoPath(place, original))] : []),
    ...(raw === null ? [] : [part('raw', raw)]),
    ...(!mayBeEdited ? [] : EDITS.flatMap((role) => usualPaths(role, uuid, original, around).map((path) => part(role, path)))),
  ];
  const found = others.filter((each) => each.found != null && !has([each.role]));
  return rows ? found : [part('original', original), ...found];
}

const EDITS: readonly PartRole[] = ['edited', 'edited-video', 'edited-live-video', 'previous-edit'];
const UNTOLD = { here: undefined, bytes: 0, remote: null, cloudState: null } as const;

/** A shared album holds copies; the largest that is here stands for the photo. */
function sharedParts(original: string | null, resources: readonly ResourceRow[], around: Around): Part[] {
  const copies = resources.filter(({ store, subtype }) => (store === 2 || store === undefined) && SHARED_ORIGINALS.includes(subtype));
  const best = copies.find(({ here }) => here === 1) ?? copies[0];
  return best ? [partOf('original', original, best, around)] : [];
}

function partOf(role: PartRole, path: string | null, resource: ResourceRow, around: Around): Part {
  const { here } = resource;
  return {
    role,
    path,
    here: here === undefined ? undefined : here === 1 ? true : here === -1 ? false : null,
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

function pathOf(role: PartRole, { uuid, original }: Whole, resource: ResourceRow, around: Around): string | null {
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
  const stem = original.replace(/\.[^.]*$/, '');
  return RAWS.map((end) => `${stem}.${end}`).find((path) => path !== original && tree?.size(path) != null) ?? null;
}

/** By the rule of its recipe; where that is not told, the one of the usual names that lies there. */
function editPath(role: PartRole, uuid: string, original: string | null, name: string | null, around: Around): string | null {
  const { place, tree } = around;
  if (place.kind !== 'ios' && name !== null) return within([editFolder(place, uuid, original), `${uuid}_${name}`]);
  const paths = usualPaths(role, uuid, original, around);
  return paths.find((path) => tree?.size(path) != null) ?? (place.kind === 'ios' ? paths[0] : undefined) ?? null;
}

function usualPaths(role: PartRole, uuid: string, original: string | null, { place }: Around): string[] {
  const folder = editFolder(place, uuid, original);
  return usualNames(place, role, uuid).flatMap((name) => within([folder, name]) ?? []);
}

const RAWS = 'dng cr2 cr3 crw nef nrw arw srf sr2 rw2 orf raf pef 3fr erf mef mos mrw rwl srw iiq kdc dcr x3f'.split(' ');
const RAW_NAMES = new RegExp(`\\.(?:${RAWS.join('|')})$`, 'i');

/** The original is a camera’s raw file. That of the photo itself is of its rendering, and does not tell. */
export function isRawOnly(
  { scope, original }: Whole,
  parts: readonly Part[],
  resources: readonly ResourceRow[],
  { types }: Around,
): boolean {
  if (scope === 'shared' || parts.some(({ role }) => role === 'raw')) return false;
  const row = resources.find(({ subtype, version }) => subtype === 1 && (version ?? 0) === 0);
  if (typeof row?.hint === 'number') return row.hint === 2;
  const type = row === undefined ? undefined : types.get(Number(row.utiKey));
  // Where not even the type of the original is told, its name is.
  return type === undefined ? RAW_NAMES.test(original ?? '') : /raw/i.test(type);
}
