import { isCompanion, type Asset, type Resource } from '@rollcall/protocol';
import { folderOfDate, numbered, safeName } from '../device/names.ts';
import { alike, editedStemOf, stemOf } from '../group/file-names.ts';
import { partName } from '../plan/pair.ts';
import type { RemoteAsset } from '../plan/rows.ts';

/** The folder at the top of an export in which those that are in the trash lie. */
export const TRASH_FOLDER = 'Recently Deleted';

/** Where the files of a photo go, below the top of the export; the folder is no part of the names. */
export interface ExportNames {
  readonly folder: string;
  /** The original first. No two have one name on any file system. */
  readonly files: readonly { readonly resource: Resource; readonly name: string }[];
  /** Of what is said of it. */
  readonly xmp: string;
}

/** Longest part of a name behind the stem, and bytes that are kept for it and for a number. */
const REST = 60;
const SPARE = 90;

/**
 * How the files of a photo are called in an export: all by the name of the original, so that what is one photo is seen to be one; an edit with
 * `_edited` behind it, as other programs know it. Pure.
 * @param number 2, 3 … where others have the names of the numbers before
 */
export function exportNames(remote: RemoteAsset, number: number): ExportNames {
  const { asset } = remote;
  const whole = split(safeName(asset.fileName));
  const plain = safeName(whole.stem, SPARE);
  const stem = number < 2 ? plain : `${plain} (${number})`;
  const nameOf = (resource: Resource): string => {
    const rest = restOf(remote, resource, whole.ending);
    return rest === null || rest.length > REST ? numbered(safeName(partName(remote, resource)), number) : safeName(stem + rest);
  };
  const xmp = `${safeName(stem + whole.ending)}.xmp`;
  const taken = new Set([alike(xmp)]);
  const files = inOrder(remote).map((resource) => {
    const name = free(nameOf(resource), taken);
    taken.add(alike(name));
    return { resource, name };
  });
  return { folder: folderFor(asset), files, xmp };
}

function folderFor({ state, capturedAt }: Asset): string {
  const dated = folderOfDate(capturedAt);
  return state === 'trashed' ? `${TRASH_FOLDER}/${dated}` : dated;
}

/** The same each time, whatever the order in which the library tells of them. */
function inOrder({ asset, resources }: RemoteAsset): Resource[] {
  const rank = ({ id, role }: Resource): number => (role === 'original' ? 0 : id === asset.rendering ? 1 : isCompanion(role) ? 2 : 3);
  return resources.filter(({ removed }) => !removed).toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** What stands behind the stem of the original in the name of a part; null: it keeps the name that it came with. */
function restOf(remote: RemoteAsset, resource: Resource, ending: string): string | null {
  const { asset } = remote;
  if (resource.role === 'original') return ending;
  const own = partName(remote, resource);
  const ownEnding = split(own).ending;
  // A version that is not shown is called by its bytes: its name stays when another edit is made.
  if (resource.role === 'edited')
    return resource.id === asset.rendering ? `_edited${ownEnding}` : `_version-${resource.hash.slice(0, 8)}${ownEnding}`;
  if (isCompanion(resource.role)) {
    const unedited = editedStemOf(asset.fileName);
    return unedited !== null && stemOf(own) === unedited ? null : ownEnding;
  }
  const { fileName } = asset;
  if (own.length > fileName.length && own.startsWith(fileName)) return ending + own.slice(fileName.length);
  const { stem } = split(fileName);
  return own.startsWith(`${stem}.`) ? own.slice(stem.length) : null;
}

/** What is longer is no ending. */
const LONGEST_ENDING = 16;

function split(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}

function free(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const given = numbered(name, number);
    if (!taken.has(alike(given))) return given;
  }
}

/** One spelling of a path for all file systems: what is equal may be one file on some. */
export function pathKey(path: string): string {
  return alike(path);
}
