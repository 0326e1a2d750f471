import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Device } from '../../device.ts';
import { exists } from '../../folder/place.ts';
import type { Written } from './ground.ts';
import type { Places } from './places.ts';

/** What an export would bring. */
export interface Sized {
  readonly photos: number;
  readonly trashed: number;
  readonly files: number;
  readonly bytes: number;
  /** Files that an export wrote there before. */
  readonly there: number;
  /** Bytes that are not there yet, with what is written beside the photos. */
  readonly needed: number;
}

/** An XMP file, a line in each list, and what a file system takes for small files. */
const BESIDE = 8192;

/** Counts what is to be exported, without reading a photo. */
export function sizeUp({ store }: Device, ids: readonly string[], before: ReadonlyMap<string, Written>, root: string): Sized {
  const had = new Set([...before].flatMap(([path, { id, hash, size }]) => (sizeAt(join(root, path)) === size ? [`${id} ${hash}`] : [])));
  const sums = { photos: 0, trashed: 0, files: 0, bytes: 0, there: 0, needed: 0 };
  for (const id of ids) {
    const remote = store.remote(id);
    if (remote === null) continue;
    sums.photos += 1;
    sums.trashed += remote.asset.state === 'trashed' ? 1 : 0;
    for (const { hash, size, removed } of remote.resources) {
      if (removed) continue;
      const there = had.has(`${id} ${hash}`);
      sums.files += 1;
      sums.bytes += size;
      sums.there += there ? 1 : 0;
      sums.needed += there ? 0 : size + BESIDE;
    }
  }
  return sums;
}

function sizeAt(path: string): number | null {
  return exists(path) ? lstatSync(path).size : null;
}

/** What exports wrote before, is there still, and is none of what this one placed. */
export function staleIn(root: string, before: ReadonlyMap<string, Written>, places: Places): string[] {
  return [...before.keys()].filter((path) => !places.gave(path) && exists(join(root, path)));
}
