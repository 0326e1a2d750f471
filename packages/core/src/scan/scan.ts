import { planted } from '@rollcall/protocol';
import { EXACT_NAMES, hasSpellings, spelling, type NameRules } from './names.ts';

/** A file as one listing of a folder saw it. Paths are below the device's folder, with `/` between segments. */
export interface FileSeen {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtimeMs: number;
  /** Size, mtime, ctime and inode in one text: equal stamps, untouched file. */
  readonly stamp: string;
}

/** What the device remembers of a file from the look before. */
export interface FileKnown {
  readonly stamp: string;
  /** Modified so shortly before it was read that a later change could carry the same time. */
  readonly racy: boolean;
}

export interface Listing {
  readonly files: readonly FileSeen[];
  /** Folders that could not be looked into (unreadable, another disk came or went): nothing is inferred of what is below. */
  readonly unknown: readonly string[];
  /** Folders the look covered, each with all below it; `''` is the whole tree. */
  readonly covered: readonly string[];
}

export interface ScanResult {
  readonly fresh: readonly FileSeen[];
  readonly changed: readonly FileSeen[];
  /** Untouched by their stamps, but read so soon after they were written that only their bytes can tell. */
  readonly again: readonly FileSeen[];
  /** Known under another spelling that this file system takes for the same: one file, whose path is listed otherwise now. */
  readonly respelled: readonly { readonly from: string; readonly to: string }[];
  /** Known, covered by the look, and not there. */
  readonly missing: readonly string[];
  /** Known, but where nobody could look. */
  readonly unknown: readonly string[];
}

/** True when `path` is `folder` or lies below it; `''` is the root. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/**
 * Compares what was known with what a look saw. Absence counts only where the look could see:
 * a part of the tree that is unreadable or another disk is *unknown*, never missing.
 */
export function scan(known: ReadonlyMap<string, FileKnown>, listing: Listing, rules: NameRules = EXACT_NAMES): ScanResult {
  const fresh: FileSeen[] = [];
  const changed: FileSeen[] = [];
  const again: FileSeen[] = [];
  const respelled: { from: string; to: string }[] = [];
  const seen = new Set(listing.files.map((file) => file.path));
  const elsewhere = spellings(known, seen, rules);
  for (const file of listing.files) {
    const from = known.has(file.path) ? undefined : elsewhere.get(spelling(file.path, rules));
    const before = known.get(from ?? file.path);
    if (from !== undefined) {
      // One file has one spelling: a second one that is listed beside it is another file.
      elsewhere.delete(spelling(file.path, rules));
      respelled.push({ from, to: file.path });
      seen.add(from);
    }
    if (!before) fresh.push(file);
    else if (before.stamp !== file.stamp) changed.push(file);
    else if (before.racy) again.push(file);
  }
  const missing: string[] = [];
  const unknown: string[] = [];
  const everywhere = listing.covered.includes('');
  for (const path of known.keys()) {
    if (seen.has(path)) continue;
    if (!everywhere && !listing.covered.some((folder) => isBelow(path, folder))) continue;
    if (listing.unknown.some((folder) => isBelow(spelling(path, rules), spelling(folder, rules))))
      (planted('unseen-is-missing') ? missing : unknown).push(path);
    else missing.push(path);
  }
  return { fresh, changed, again, respelled, missing, unknown };
}

/** What is known and was not seen as it is spelled, by its spelling; empty where every difference counts. */
function spellings(known: ReadonlyMap<string, FileKnown>, seen: ReadonlySet<string>, rules: NameRules): Map<string, string> {
  const found = new Map<string, string>();
  if (!hasSpellings(rules)) return found;
  for (const path of known.keys()) if (!seen.has(path)) found.set(spelling(path, rules), path);
  return found;
}

/** Files with times within this of the moment they were read are looked at again (FAT keeps times in steps of 2 s). */
export const RACY_MS = 2000;

/** The clock of a disk elsewhere may be so far ahead; a time beyond that was set, and the next change leaves another one. */
const AHEAD_MS = 60_000;

export function isRacy(mtimeMs: number, readAt: number): boolean {
  return readAt - mtimeMs < RACY_MS && mtimeMs - readAt < AHEAD_MS;
}

/** A missing file counts as deleted when two complete looks, this far apart, did not see it. */
export const SECOND_LOOK_MS = 5000;
