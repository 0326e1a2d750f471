import { join, sep } from 'node:path';
import type { BigIntStats } from 'node:fs';
import {
  isLookedInto,
  leftOutByName,
  mtimeMsOf,
  stampOf,
  stoodStill,
  type Closed,
  type EntryKind,
  type FileSeen,
  type WalkedFile,
} from '@rollcall/core';
import { list, look } from './entry.ts';

/** Rollcall's own folder inside a device's folder: its marker and half-fetched files. */
export const OWN_FOLDER = '.rollcall';

/** Folders within folders; deeper ones are unknown, never missing. */
const DEEPEST = 64;

/** Entries looked at before other work gets its turn. */
const BREATH = 500;

/** Lets other work have its turn now and then, however many entries are looked at. */
export class Breath {
  #looked = 0;

  /** Null: not yet. */
  afterOne(): Promise<unknown> | null {
    this.#looked += 1;
    return this.#looked % BREATH === 0 ? new Promise((resolve) => setImmediate(resolve)) : null;
  }
}

/** One folder, without what is below the folders in it. Paths are below the root. */
export interface Contents {
  readonly files: readonly WalkedFile[];
  readonly unknown: readonly Closed[];
  readonly folders: readonly string[];
  /** How it looked just before it was listed; when that was, milliseconds since 1970. */
  readonly stamp: string;
  readonly listedAt: number;
}

export interface ContentsOptions {
  /** The disk of the root. */
  readonly device: bigint;
  readonly breath: Breath;
}

/**
 * Lists one folder. One that cannot be read, or that lies on another disk than the root, is *unknown*.
 * @param below its path below the root; `''`: the root itself
 */
export async function contentsOf(root: string, below: string, { device, breath }: ContentsOptions): Promise<Contents> {
  const here = join(root, below);
  const listedAt = Date.now();
  const itself = folderAt(root, below);
  const stamp = folderStamp(itself);
  const closed = (why: Closed['why'], error = ''): Contents => ({
    files: [],
    unknown: [{ path: below, why, error }],
    folders: [],
    stamp,
    listedAt,
  });
  const nothing = { files: [], unknown: [], folders: [], stamp, listedAt };
  if (itself === 'gone') return nothing;
  if ('error' in itself) return closed('unreadable', itself.error);
  if (!itself.isDirectory()) return nothing;
  if (itself.dev !== device) return closed('another-disk');
  const names = list(here);
  if (names === 'gone') return nothing;
  if ('error' in names) return closed('unreadable', names.error);
  if (depthOf(below) > DEEPEST) return closed('too-deep');
  const files: WalkedFile[] = [];
  const unknown: Closed[] = [];
  const folders: string[] = [];
  for (const name of names) {
    if (below === '' && isOwn(name)) continue;
    const path = below === '' ? name : `${below}/${name}`;
    // A name of a listing has nothing that would have to be resolved.
    const stats = look(`${here}${sep}${name}`);
    if (stats === 'gone') {
      if (name.includes(NO_TEXT)) for (const file of nameless(here, name)) unknown.push({ path, why: 'no-text', error: '', file });
    } else if ('error' in stats) unknown.push({ path, why: 'unreadable', error: stats.error });
    else if (isPlainFolder(name, stats)) folders.push(path);
    else {
      files.push(walkedFile(path, name, stats));
      unknown.push(...behind(path, stats));
    }
    const pause = breath.afterOne();
    if (pause) await pause;
  }
  return { files, unknown, folders, stamp, listedAt };
}

/** How a folder compares with how it was when it was listed: nothing of it changed; it did; or so shortly before that nobody can tell. */
export function sinceListed(root: string, below: string, { stamp, listedAt }: Contents): 'same' | 'changed' | 'unsure' {
  const now = folderStamp(folderAt(root, below));
  if (now !== stamp) return 'changed';
  return now === '' || stoodStill(stamp, now, listedAt) ? 'same' : 'unsure';
}

/** A link may stand in the place of the device's whole folder; among the folders in it none is followed. */
function folderAt(root: string, below: string): ReturnType<typeof look> {
  return below === '' ? look(root, 'followed') : look(join(root, below));
}

/**
 * Another one after each change of the names in it, and when another disk comes to lie over it; empty: it cannot be looked at. Its number
 * is left out: disks that keep none give another one now and then.
 */
function folderStamp(stats: ReturnType<typeof look>): string {
  return stats === 'gone' || 'error' in stats
    ? ''
    : stampOf({ size: stats.size, mtimeNs: stats.mtimeNs, ctimeNs: stats.ctimeNs, ino: stats.dev });
}

/** A link may have taken the place of a folder, which is elsewhere now: of what was below it nothing is known. */
export function behind(path: string, stats: BigIntStats): Closed[] {
  return stats.isSymbolicLink() ? [{ path, why: 'link', error: '' }] : [];
}

/** Stands where a name has bytes that are no text. */
export const NO_TEXT = '\ufffd';

const depthOf = (path: string): number => (path === '' ? 0 : path.split('/').length);

/** Rollcall's own folder, in whatever letters the disk lists it. */
export function isOwn(name: string): boolean {
  return name.toLowerCase() === OWN_FOLDER;
}

export function isPlainFolder(name: string, stats: BigIntStats): boolean {
  return stats.isDirectory() && isLookedInto(name);
}

export function walkedFile(path: string, name: string, stats: BigIntStats): WalkedFile {
  const size = stats.isDirectory() ? 0 : Number(stats.size);
  return { path, size, mtimeMs: mtimeMsOf(stats), stamp: stamp(stats), ...leftOutByName(name, kindOf(stats)) };
}

/** A hidden folder counts as one thing; what changes inside it does not matter. */
function stamp(stats: BigIntStats): string {
  return stats.isFile() ? stampOf(stats) : `other-${stats.ino}`;
}

/** What bears a name that is no text, of which `shown` is all that can be written. */
function nameless(folder: string, shown: string): (Pick<FileSeen, 'size' | 'stamp'> | null)[] {
  const bytes = list(folder, 'buffer');
  if (bytes === 'gone' || 'error' in bytes) return [null];
  return bytes
    .filter((name) => name.toString() === shown)
    .map((name) => {
      const stats = look(Buffer.concat([Buffer.from(`${folder}/`), name]));
      return stats === 'gone' || 'error' in stats || !stats.isFile() ? null : { size: Number(stats.size), stamp: stampOf(stats) };
    });
}

function kindOf(stats: BigIntStats): EntryKind {
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return 'link';
  return stats.isFile() ? 'file' : 'other';
}
