import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Seen {
  readonly files: number;
  readonly bytes: number;
  readonly largest: number;
  readonly paths: readonly string[];
  /** Those of `paths` that have fewer bytes than were asked about. */
  readonly small: number;
}

/** What stands in a device's folder, with what is half fetched. */
export function look(folder: string, small = 0): Seen {
  const [paths, sizes]: [string[], number[]] = [[], []];
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    bytes += size;
    if (path.includes('/.rollcall/')) continue;
    paths.push(path);
    sizes.push(size);
  }
  return {
    files: paths.length,
    bytes,
    largest: sizes.reduce((most, size) => Math.max(most, size), 0),
    paths,
    small: sizes.filter((size) => size < small).length,
  };
}

const LONGEST_MS = 60 * 60_000;

/** @param glance milliseconds between looks */
export async function until(what: string, glance: number, is: () => boolean): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (!is()) {
    if (performance.now() > end) throw new Error(`${what} never came`);
    await wait(glance);
  }
}

/** Until the server has made the thumbnails of all photos: what it does afterwards is not for them. */
export function pictured(data: string, photos: number): Promise<void> {
  const folder = join(data, 'renditions');
  const made = (): number =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('-thumbnail.webp')).length
      : 0;
  return until('the last thumbnail', 500, () => made() >= photos);
}
