import { say } from '@rollcall/protocol';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  type BigIntStats,
} from 'node:fs';
import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OWN_FOLDER } from './contents.ts';
import { isGone } from './entry.ts';
import { freeName, numbered, type Form } from '@rollcall/core';

/** Why a file cannot be put where it belongs. */
export class PlaceFailure extends Error {
  override readonly name = 'PlaceFailure';
}

/** Below the device's folder: where half-fetched files wait. Not seen by any scan. */
export function partFile(root: string, hash: string): string {
  const folder = join(root, OWN_FOLDER, 'incoming');
  try {
    // Never with the folders above it: where those are not, the disk is not, and what is written would be lost under it.
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const path = join(folder, hash);
  // The agent ended while it gave the file its place: it is a person's file by now, under a second name, and nothing is written to that.
  if (exists(path) && lstatSync(path, { bigint: true }).nlink > 1n) unlinkSync(path);
  return path;
}

/** Removes what was fetched, in whole or in part, and is not wanted any more. */
export function dropParts(root: string, wanted: (hash: string) => boolean): void {
  const folder = join(root, OWN_FOLDER, 'incoming');
  try {
    for (const name of exists(folder) ? readdirSync(folder) : []) if (!wanted(name)) rmSync(join(folder, name), { force: true });
  } catch (error) {
    // A folder that cannot be changed keeps them until it can.
    if (!isRefusal(error)) throw error;
  }
}

/** The system does not let this user change something there. */
function isRefusal(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM';
}

/** Folders that may stand in for one whose name is taken: `2024`, `2024 (2)` … */
const FOLDERS = 100;

/**
 * Makes the folders of a path below the root, one by one, and gives the path that they have. Where a file, a link or another disk has
 * the name, the next number takes its place: a link is never followed, so that nothing is written elsewhere.
 */
export function makeWay(root: string, below: string): string {
  let path = '';
  for (const segment of below === '' || below === '.' ? [] : below.split('/')) {
    path = next(root, path, segment);
  }
  return path;
}

function next(root: string, above: string, segment: string): string {
  for (let number = 1; number <= FOLDERS; number++) {
    const path = above === '' ? numbered(segment, number) : `${above}/${numbered(segment, number)}`;
    try {
      makeFolders(root, path);
      return path;
    } catch (error) {
      if (!(error instanceof PlaceFailure)) throw error;
    }
  }
  throw new PlaceFailure(say('{root} has too many files named like {segment}', { root: join(root, above), segment }));
}

/** Refuses a path with a link or another disk among its folders: what is done to it would be done elsewhere. */
export function refuseElsewhere(root: string, path: string): void {
  const disk = statSync(root, { bigint: true }).dev;
  const above = path.split('/').slice(0, -1);
  for (const at of above.keys()) {
    const folder = join(root, ...above.slice(0, at + 1));
    if (!exists(folder)) return;
    const stats = lstatSync(folder, { bigint: true });
    if (!stats.isDirectory()) throw new PlaceFailure(say('{folder} is not a folder', { folder }));
    if (stats.dev !== disk) throw new PlaceFailure(say('{folder} is another disk', { folder }));
  }
}

/**
 * True when the folder at a path is on the disk that holds the folder's marker: no other disk came in between. Folders are asked,
 * for where several layers make one disk (containers) a file may tell another number than its folder.
 */
export function isOnDiskOf(root: string, folder: string): boolean {
  const [own, other] = [join(root, OWN_FOLDER), join(root, folder)];
  return exists(own) && exists(other) && lstatSync(own, { bigint: true }).dev === lstatSync(other, { bigint: true }).dev;
}

/** Makes the folders of a path below the root, one by one; a link among them is refused, so that nothing is written elsewhere. */
export function makeFolders(root: string, below: string): void {
  let folder = root;
  const disk = statSync(root, { bigint: true }).dev;
  for (const segment of below === '' || below === '.' ? [] : below.split('/')) {
    folder = join(folder, segment);
    try {
      mkdirSync(folder);
      syncFolder(dirname(folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const stats = lstatSync(folder, { bigint: true });
      if (!stats.isDirectory()) throw new PlaceFailure(say('{folder} is not a folder', { folder }));
      if (stats.dev !== disk) throw new PlaceFailure(say('{folder} is another disk', { folder }));
    }
  }
}

/** Ways to be named before giving up: `IMG.jpg`, `IMG (2).jpg` … */
const NAMES = 10_000;

/** The first of the names of a photo called `name` that nothing has in the folder `below` the root, and for which `free` holds. */
export function freePath(root: string, below: string, name: string, free: (path: string) => boolean, form: Form = 'original'): string {
  for (let number = 1; number <= NAMES; number++) {
    const path = below === '' || below === '.' ? freeName(name, number, form) : `${below}/${freeName(name, number, form)}`;
    if (!exists(join(root, path)) && free(path)) return path;
  }
  throw new PlaceFailure(say('{below} has too many files named like {name}', { below, name }));
}

/**
 * How a file looks that was just given its place. Where its person took it elsewhere in this very moment, as it did before: it was there,
 * and the next look finds where it went.
 */
export async function lookAt(path: string, before: BigIntStats): Promise<BigIntStats> {
  try {
    return await lstat(path, { bigint: true });
  } catch (error) {
    if (isGone(error)) return before;
    throw error;
  }
}

export function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** True only when nothing is there: of what may not be looked at nobody knows. */
export function isSurelyGone(path: string): boolean {
  try {
    return !exists(path);
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** Two names of one file, as far as one may look. */
export function isSameFile(one: string, other: string): boolean {
  try {
    return one !== other && exists(one) && exists(other) && areLinked(one, other);
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

function areLinked(one: string, other: string): boolean {
  const [a, b] = [lstatSync(one, { bigint: true }), lstatSync(other, { bigint: true })];
  return a.isFile() && a.ino === b.ino && a.dev === b.dev && a.nlink > 1n;
}

/** Moves a file to a path that nobody has, and never over one that somebody has. Throws EEXIST. */
export function moveExclusively(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS' && code !== 'EMLINK') throw error;
    moveWithoutLinks(from, to);
    return;
  }
  unlinkSync(from);
}

/**
 * The same on a file system without hard links (FAT, some network folders): an empty file takes the name first, for that is refused
 * where one has it. An agent that ends in between leaves it empty; its note of what it was about to write tells whose it is.
 */
export function moveWithoutLinks(from: string, to: string): void {
  closeSync(openSync(to, 'wx'));
  try {
    if (!isEmpty(to)) throw Object.assign(new Error(say('somebody wrote to {to} in this very moment', { to })), { code: 'EEXIST' });
    renameSync(from, to);
  } catch (error) {
    if (isEmpty(to)) unlinkSync(to);
    throw error;
  }
}

function isEmpty(path: string): boolean {
  return lstatSync(path).size === 0;
}

/** Puts a file over another one in one step. */
export function replaceFile(from: string, to: string): void {
  renameSync(from, to);
}

/** After this a power cut does not undo a rename in the folder. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some file systems cannot sync a folder; the rename is as safe there as it gets.
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
  } finally {
    closeSync(handle);
  }
}
