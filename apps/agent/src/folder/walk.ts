import { lstatSync, readdirSync, statSync, type BigIntStats } from 'node:fs';
import { join, sep } from 'node:path';
import {
  isLookedInto,
  leftOutByName,
  mtimeMsOf,
  nameOf,
  stampOf,
  type Closed,
  type EntryKind,
  type FileSeen,
  type Walked,
  type WalkedFile,
} from '@rollcall/core';

/** Rollcall's own folder inside a device's folder: its marker and half-fetched files. */
export const OWN_FOLDER = '.rollcall';

/** Entries looked at before other work gets its turn. */
const BREATH = 2000;
/** Folders within folders; deeper ones are unknown, never missing. */
const DEEPEST = 64;

/**
 * Lists every file at or below `below` (`''`: all). Links are not followed. A folder that cannot be read,
 * or that lies on another disk than the root, is *unknown*.
 */
export async function walk(root: string, below: string): Promise<Walked> {
  const device = statSync(root, { bigint: true }).dev;
  const files: WalkedFile[] = [];
  const unknown: Closed[] = [];
  const folders: { path: string; depth: number }[] = [{ path: below, depth: depthOf(below) }];
  let looked = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const here = join(root, folder.path);
    const names = list(here);
    if (names === 'gone') continue;
    if ('error' in names || folder.depth > DEEPEST) {
      const error = 'error' in names ? names.error : '';
      unknown.push({ path: folder.path, why: error === '' ? 'too-deep' : 'unreadable', error });
      continue;
    }
    for (const name of names) {
      if (folder.path === '' && isOwn(name)) continue;
      const path = folder.path === '' ? name : `${folder.path}/${name}`;
      // A name of a listing has nothing that would have to be resolved.
      const stats = look(`${here}${sep}${name}`);
      if (stats === 'gone') {
        if (name.includes(NO_TEXT)) for (const file of nameless(here, name)) unknown.push({ path, why: 'no-text', error: '', file });
      } else if ('error' in stats) unknown.push({ path, why: 'unreadable', error: stats.error });
      else if (!isPlainFolder(name, stats)) {
        files.push(walkedFile(path, name, stats));
        unknown.push(...behind(path, stats));
      } else if (stats.dev !== device) unknown.push({ path, why: 'another-disk', error: '' });
      else folders.push({ path, depth: folder.depth + 1 });
      looked += 1;
      if (looked % BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { files, unknown };
}

/** One path as it is now, with all below it when it is a folder: what a reported change asks for. */
export async function lookAt(root: string, path: string): Promise<Walked> {
  if (path === '') return walk(root, '');
  const closed = closedAbove(root, path);
  if (closed !== null) return { files: [], unknown: [closed] };
  const stats = look(join(root, path));
  if (stats === 'gone') return { files: [], unknown: [] };
  const name = nameOf(path);
  if ('error' in stats) return { files: [], unknown: [{ path, why: 'unreadable', error: stats.error }] };
  if (!isPlainFolder(name, stats)) return { files: [walkedFile(path, name, stats)], unknown: behind(path, stats) };
  if (stats.dev === statSync(root, { bigint: true }).dev) return walk(root, path);
  return { files: [], unknown: [{ path, why: 'another-disk', error: '' }] };
}

/** What keeps one from looking at a path: a hidden folder above it stands for all of it, and so does a link or another disk. */
function closedAbove(root: string, path: string): Closed | null {
  const device = statSync(root, { bigint: true }).dev;
  const above = path.split('/').slice(0, -1);
  for (const [at, segment] of above.entries()) {
    if (segment.startsWith('.')) return { path, why: 'hidden', error: '' };
    const folder = above.slice(0, at + 1).join('/');
    const stats = look(join(root, folder));
    if (stats === 'gone') return null;
    if ('error' in stats) return { path: folder, why: 'unreadable', error: stats.error };
    if (stats.isSymbolicLink()) return { path, why: 'hidden', error: '' };
    if (stats.isDirectory() && stats.dev !== device) return { path: folder, why: 'another-disk', error: '' };
  }
  return null;
}

/** A link may have taken the place of a folder, which is elsewhere now: of what was below it nothing is known. */
function behind(path: string, stats: BigIntStats): Closed[] {
  return stats.isSymbolicLink() ? [{ path, why: 'link', error: '' }] : [];
}

/** Stands where a name has bytes that are no text. */
export const NO_TEXT = '\ufffd';

const depthOf = (path: string): number => (path === '' ? 0 : path.split('/').length);

/** Rollcall's own folder, in whatever letters the disk lists it. */
export function isOwn(name: string): boolean {
  return name.toLowerCase() === OWN_FOLDER;
}

function isPlainFolder(name: string, stats: BigIntStats): boolean {
  return stats.isDirectory() && isLookedInto(name);
}

function walkedFile(path: string, name: string, stats: BigIntStats): WalkedFile {
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

interface Failed {
  readonly error: string;
}

function list(folder: string): string[] | 'gone' | Failed;
function list(folder: string, names: 'buffer'): Buffer[] | 'gone' | Failed;
function list(folder: string, names?: 'buffer'): string[] | Buffer[] | 'gone' | Failed {
  try {
    return names ? readdirSync(folder, names) : readdirSync(folder);
  } catch (error) {
    return isGone(error) ? 'gone' : { error: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}

function look(path: string | Buffer): BigIntStats | 'gone' | Failed {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    return isGone(error) ? 'gone' : { error: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}

export function isGone(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function kindOf(stats: BigIntStats): EntryKind {
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return 'link';
  return stats.isFile() ? 'file' : 'other';
}
