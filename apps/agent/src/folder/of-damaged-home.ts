import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { readMarker } from './marker.ts';

/** Bytes of each file that are looked through: who the device is was written first. */
const LOOKED_AT = 64 * 1024 * 1024;
const PIECE = 1024 * 1024;
/** Longer than any path with its quotes is, so that none is cut in two. */
const OVERLAP = 16 * 1024;
const FOLDER = /"folder":("(?:[^"\\]|\\.)*")/g;

/** The photo folder of a state folder whose database nobody can read any more: the path still stands in it, and the folder says itself whose it is. Null: it is not found. */
export function folderOfDamaged(home: string): string | null {
  for (const name of ['device.sqlite', 'device.sqlite-wal'])
    for (const folder of namedIn(join(home, name))) {
      const marker = readMarker(folder);
      if (marker?.home !== undefined && isSame(marker.home, home)) return folder;
    }
  return null;
}

function* namedIn(path: string): Generator<string> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return;
  }
  const told = new Set<string>();
  const buffer = Buffer.alloc(PIECE + OVERLAP);
  try {
    for (let at = 0; at < LOOKED_AT; at += PIECE) {
      const length = readSync(file, buffer, 0, buffer.length, at);
      for (const [, quoted = ''] of buffer.toString('latin1', 0, length).matchAll(FOLDER)) {
        const folder = textOf(quoted);
        if (folder === null || told.has(folder)) continue;
        told.add(folder);
        yield folder;
      }
      if (length < buffer.length) return;
    }
  } finally {
    closeSync(file);
  }
}

/** Null: it is not as it was written. */
function textOf(quoted: string): string | null {
  try {
    return JSON.parse(Buffer.from(quoted, 'latin1').toString('utf8')) as string;
  } catch {
    return null;
  }
}

function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
