import {
  freeName,
  isLookedInto,
  leftOutByName,
  numbered,
  type FileStats,
  type Folder,
  type Form,
  type NameRules,
  type Walked,
  type WalkedFile,
} from '@rollcall/core';
import { DiskError, nameOf, parentOf, type Disk, type Stats } from '../disk/disk.ts';

/** Rollcall's own folder inside a device's folder. */
export const OWN_FOLDER = '.rollcall';

export function statsOf({ bytes, mtime, ctime, ino }: Stats): FileStats {
  const ns = (ms: number): bigint => BigInt(ms) * 1_000_000n;
  return { size: BigInt(bytes.length), mtimeNs: ns(mtime), ctimeNs: ns(ctime), ino: BigInt(ino) };
}

/** The same text as core's `stampOf` makes of these. */
export function stampOfStats({ bytes, mtime, ctime, ino }: Stats): string {
  return `${bytes.length}-${ns(mtime)}-${ns(ctime)}-${ino}`;
}

function ns(ms: number): string {
  return ms === 0 ? '0' : `${ms}000000`;
}

export function rulesOf({ rules }: Disk): NameRules {
  return { ignoresCase: rules.ignoresCase, keepsCase: true, ignoresForm: rules.listsNfd, keepsForm: !rules.listsNfd };
}

/** Lists all files at or below the paths, as they are at this moment; `''` is the whole folder. */
export function walk(disk: Disk, covered: readonly string[]): Walked {
  const files: WalkedFile[] = [];
  const closed = [...disk.closed];
  const keys = covered.map((path) => disk.key(path));
  const isCovered = (path: string): boolean => {
    const key = disk.key(path);
    return keys.some((below) => below === '' || key === below || key.startsWith(`${below}/`));
  };
  for (const stats of disk.seen()) {
    const { path } = stats;
    if (path.startsWith(`${OWN_FOLDER}/`) || !isCovered(path) || isIn(path, closed)) continue;
    if (!path.split('/').slice(0, -1).every(isLookedInto)) continue;
    const name = nameOf(path);
    files.push({ path, size: stats.bytes.length, mtimeMs: stats.mtime, stamp: stampOfStats(stats), ...leftOutByName(name, 'file') });
  }
  const bears = (path: string): boolean =>
    disk.hasFolder(path) && (isCovered(path) || covered.some((below) => isIn(disk.key(below), [disk.key(path)])));
  const unknown = closed.filter(bears).map((path) => ({ path, why: 'unreadable' as const, error: 'EACCES' }));
  const over = disk.over !== null && bears(disk.over) ? [{ path: disk.over, why: 'another-disk' as const, error: '' }] : [];
  return { files, unknown: [...unknown, ...over], still: true };
}

function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** Makes the folders of a path, each synced in the one above it; where another disk lies, the next number takes its place. Gives the path that they have. */
export function makeWay(disk: Disk, below: string): string {
  let path = '';
  for (const segment of below === '' ? [] : below.split('/')) {
    const above = path;
    const of = (number: number): string => (above === '' ? numbered(segment, number) : `${above}/${numbered(segment, number)}`);
    path = isElsewhere(disk, of(1)) ? of(2) : of(1);
    if (disk.hasFolder(path)) continue;
    disk.makeFolder(path);
    disk.syncFolder(above);
  }
  return path;
}

const isElsewhere = (disk: Disk, path: string): boolean => disk.isOver(`${path}/`);

/** Refuses a path that lies on another disk: what is done to it would be done elsewhere. */
export function refuseElsewhere(disk: Disk, path: string): void {
  if (disk.isOver(path)) throw new DiskError('EXDEV', path);
}

/** The first of the names of a photo called `name` that nothing has in the folder, and for which `free` holds. */
export function freePath(disk: Disk, below: string, name: string, free: (path: string) => boolean, form: Form = 'original'): string {
  for (let number = 1; number <= 100; number += 1) {
    const path = below === '' ? freeName(name, number, form) : `${below}/${freeName(name, number, form)}`;
    if (!disk.exists(path) && free(path)) return path;
  }
  throw new DiskError('EEXIST', name);
}

/** What steps ask of the folder at once. */
export function folderOf(disk: Disk, removing: (path: string) => void): Folder {
  return {
    has: (path) => disk.exists(path),
    isSameFile: (one, other) => {
      const [a, b] = [disk.stat(one), disk.stat(other)];
      return one !== other && a !== null && b !== null && a.ino === b.ino && a.links > 1;
    },
    remove: (path) => {
      removing(path);
      disk.remove(path);
    },
  };
}

export { nameOf, parentOf };

/** Removes what was fetched, in whole or in part, and is not wanted any more. */
export function dropParts(disk: Disk, wanted: (hash: string) => boolean): void {
  const parts = [...disk.files()].filter(({ path }) => path.startsWith(`${OWN_FOLDER}/incoming/`));
  try {
    for (const { path } of parts) if (!wanted(nameOf(path))) disk.remove(path);
  } catch (error) {
    // A disk that cannot be written to keeps them until it can.
    if (!(error instanceof DiskError) || error.code !== 'EROFS') throw error;
  }
}
