import { lstatSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Place } from './place.ts';

/** What takes room in a library. */
export type Room = 'originals' | 'edits' | 'previews' | 'shared albums' | 'database' | 'sync engine' | 'other';
export interface Used {
  readonly files: number;
  readonly bytes: number;
}

/** The files of a library, by one walk through its folders. */
export interface Tree {
  /** Bytes of the file at a path below the root; null: none is there. Undefined: it lies where nobody could look. */
  size(path: string): number | null | undefined;
  /** The path of the file with this name and any extension; only of the RAW halves of pairs. */
  rawHalf(stem: string): string | null;
  readonly used: ReadonlyMap<Room, Used>;
  /** Folders that could not be looked into, or that are links to elsewhere. */
  readonly closed: readonly string[];
}

/** Deeper than any library is. */
const DEEPEST = 16;

/**
 * Walks through a library without opening a file. Links are not followed: what they lead to is not in it. Only where photos and edits lie
 * are names kept; of the rest only how much it is.
 */
export async function readTree(place: Place, signal: AbortSignal): Promise<Tree> {
  const sizes = new Map<string, number>();
  const rawHalves = new Map<string, string>();
  const used = new Map<Room, { files: number; bytes: number }>();
  const closed: string[] = [];
  const waiting = beginnings(place).map((path) => ({ path, depth: 0 }));
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    signal.throwIfAborted();
    const { path, depth } = folder;
    const entries = list(join(place.root, path), () => closed.push(path));
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && depth < DEEPEST) waiting.push({ path: below, depth: depth + 1 });
      if (entry.isSymbolicLink() && isFolder(join(place.root, below))) closed.push(below);
      if (!entry.isFile()) continue;
      const stats = lstatSync(join(place.root, below), { throwIfNoEntry: false });
      if (!stats) continue;
      const room = roomOf(place, below);
      const sum = used.get(room) ?? { files: 0, bytes: 0 };
      used.set(room, { files: sum.files + 1, bytes: sum.bytes + stats.size });
      if (room === 'originals' || room === 'edits' || room === 'shared albums') sizes.set(keyOf(below), stats.size);
      if (/_4\.[^.]+$/.test(entry.name)) rawHalves.set(withoutExtension(below), below);
    }
    // Whoever wants it to end is heard in between.
    await turn();
  }
  return {
    size: (path) => sizes.get(keyOf(path)) ?? (closed.some((folder) => path.startsWith(`${folder}/`)) ? undefined : null),
    rawHalf: (stem) => rawHalves.get(composed(stem)) ?? null,
    used,
    closed,
  };
}

/** Of an iPhone's folders only these two are the library. */
function beginnings({ kind, data }: Place): string[] {
  switch (kind) {
    case 'mac':
      return [''];
    case 'ios':
      return ['DCIM', data];
    case 'database':
      return [];
    default:
      return kind satisfies never;
  }
}

/** Of what a link leads to. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function list(path: string, whenClosed: () => void): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EIO') whenClosed();
    return [];
  }
}

const ROOMS: readonly (readonly [beginning: RegExp, room: Room])[] = [
  [/^(?:originals|scopes\/(?:syndication|momentshared)\/originals|DCIM|PhotoData\/CPLAssets)\//, 'originals'],
  [/^(?:resources\/renders|PhotoData\/Mutations)\//, 'edits'],
  [/^(?:(?:resources|scopes)\/cloudsharing\/data|PhotoData\/PhotoCloudSharingData)\//, 'shared albums'],
  [/^(?:resources\/derivatives|(?:resources|scopes)\/cloudsharing\/resources|PhotoData\/(?:Thumbnails|Metadata))\//, 'previews'],
  [/^(?:resources\/cpl|PhotoData\/CPL)\//, 'sync engine'],
  [/^(?:database\/|PhotoData\/Photos\.sqlite)/, 'database'],
];

function roomOf({ kind, data }: Place, full: string): Room {
  const path = kind === 'ios' && full.startsWith(`${data}/`) ? `PhotoData${full.slice(data.length)}` : full;
  return ROOMS.find(([beginning]) => beginning.test(path))?.[1] ?? 'other';
}

/** Under what a file is looked for: disks differ in how they write a letter with its accent, and libraries in how they write an extension. */
export function keyOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return composed(dot < 0 ? path : `${path.slice(0, dot)}${path.slice(dot).toLowerCase()}`);
}

function withoutExtension(path: string): string {
  const dot = path.lastIndexOf('.');
  return composed(dot < 0 ? path : path.slice(0, dot));
}

const composed = (path: string): string => (/[^ -~]/.test(path) ? path.normalize('NFC') : path);
