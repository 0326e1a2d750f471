import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import {
  canonicalJson,
  EXPORT_HEAD,
  EXPORT_PHOTOS,
  readExportedPhoto,
  readExportHead,
  type ExportChoice,
  type ExportHead,
} from '@rollcall/protocol';
import type { Device } from '../../device.ts';
import { readMarker } from '../../folder/marker.ts';

/** Below the top of an export while it is made: what is fetched in part, and what was written so far. */
const WORKSHOP = '.rollcall-export';
/** What was written, a line a file, until the lists of the export tell. */
const LOG = 'written.jsonl';

/** A file that an export wrote before. */
export interface Written {
  /** Of which photo. */
  readonly id: string;
  readonly hash: string;
  readonly size: number;
}

/** The folder that is exported to. */
export interface Ground {
  readonly root: string;
  /** What an export to this folder wrote before; null: none began. */
  readonly head: ExportHead | null;
}

/** What a disk has on it when nobody has put anything there. */
const OF_SYSTEMS =
  /^(\.DS_Store|Thumbs\.db|desktop\.ini|lost\+found|System Volume Information|\$RECYCLE\.BIN|\.Trashes|\.Trash-\d+|\.Spotlight-V100|\.fseventsd|\.TemporaryItems)$/i;

/** The folder, if an export of this library may be made there, or goes on there; else why not, in words. Nothing is written. */
export function groundAt(to: string, { identity, home }: Device, choice: ExportChoice): Ground | { readonly words: string } {
  const refuse = (words: string): { readonly words: string } => ({ words: `${to} ${words}` });
  const root = resolved(to);
  for (const [folder, what] of [
    [identity.folder, 'the folder of this device, and would be synced'],
    [home, 'the state folder of this device'],
  ] as const)
    if (isWithin(resolved(folder), root)) return refuse(`lies in ${what}. Choose another folder.`);
  for (let at = root; ; at = dirname(at)) {
    if (readMarker(at) !== null)
      return refuse(`lies in ${at}, which is the folder of a device, and would be synced. Choose another folder.`);
    if (at === dirname(at)) break;
  }
  if (!existsSync(root)) return statSync(nearest(root)).isDirectory() ? { root, head: null } : refuse('lies in what is no folder.');
  if (!statSync(root).isDirectory()) return refuse('is no folder.');
  const there = readdirSync(root).filter((name) => !OF_SYSTEMS.test(name) && name !== WORKSHOP);
  if (there.length === 0) return { root, head: null };
  if (!there.includes(EXPORT_HEAD))
    return refuse('is not empty, and no export of Rollcall. Choose an empty folder, or one that is not there yet.');
  const read = readExportHead(readFileSync(join(root, EXPORT_HEAD), 'utf8'));
  if (read.state === 'newer') return refuse('holds an export by a newer version of Rollcall. Update Rollcall, or choose another folder.');
  if (read.state === 'none') return refuse(`holds an export of which ${EXPORT_HEAD} cannot be read. Choose another folder.`);
  if (read.head.library !== identity.libraryId) return refuse('holds an export of another library. Choose another folder.');
  if (canonicalJson(read.head.choice) !== canonicalJson(choice))
    return refuse('holds an export of another choice of photos. Choose the same, or another folder.');
  return { root, head: read.head };
}

/** What is there of the folders of a path, the innermost of them. */
export function nearest(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : nearest(dirname(path));
}

/** As the system resolves it, also where its last parts are not there yet. */
function resolved(path: string): string {
  if (existsSync(path) || path === dirname(path)) return realpathSync(path);
  return join(resolved(dirname(path)), basename(path));
}

function isWithin(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** Where what is not whole yet waits. It is made where it is not there. */
export function workshopIn(root: string): string {
  const folder = join(root, WORKSHOP);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function logIn(root: string): string {
  return join(root, WORKSHOP, LOG);
}

/** What exports to this folder wrote before, by path. */
export async function writtenBefore({ root, head }: Ground): Promise<Map<string, Written>> {
  const written = new Map<string, Written>();
  if (head?.photos != null)
    for await (const line of linesOf(join(root, EXPORT_PHOTOS))) {
      const photo = readExportedPhoto(line);
      for (const { path, hash, size } of photo === null ? [] : [...photo.files, ...(photo.xmp === null ? [] : [photo.xmp])])
        written.set(path, { id: photo!.id, hash, size });
    }
  for await (const line of linesOf(logIn(root))) {
    const told = loggedOf(line);
    if (told !== null) written.set(told.path, told);
  }
  return written;
}

/** The last line may have been cut. */
function loggedOf(line: string): (Written & { readonly path: string }) | null {
  try {
    const { path, id, hash, size } = JSON.parse(line) as Partial<Written & { readonly path: string }>;
    return typeof path === 'string' && typeof id === 'string' && typeof hash === 'string' && typeof size === 'number'
      ? { path, id, hash, size }
      : null;
  } catch {
    return null;
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return;
  yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}
