import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { renditionFile } from '../../apps/server/src/renditions/files.ts';
import { PREVIEW, THUMBNAIL } from '../../packages/media/src/rendition-sizes.ts';
import type { RenditionSize } from '../../packages/protocol/src/index.ts';
import { photograph } from '../photos.ts';
import { libraryRows } from '../size/rows.ts';
import { draw } from '../strips.ts';

/** So many different pictures stand for all: a file system does not take more names for one file than some ten thousand. */
const DIFFERENT = 24;
/** Files that are real pictures of both sizes. */
export interface Pictures {
  readonly thumbnail: readonly string[];
  readonly preview: readonly string[];
}

export async function drawPictures(folder: string): Promise<Pictures> {
  mkdirSync(folder, { recursive: true });
  const drawn = await draw({ width: 2048, height: 1536, quality: 85 });
  const made: Record<RenditionSize, string[]> = { thumbnail: [], preview: [] };
  for (let number = 0; number < DIFFERENT; number += 1) {
    const whole = photograph(drawn, number);
    const thumbnail = await sharp(whole).resize(THUMBNAIL.longSide).webp({ quality: 75 }).toBuffer();
    const preview = await sharp(whole).resize(PREVIEW.longSide).jpeg({ quality: 80 }).toBuffer();
    for (const [size, bytes] of [
      ['thumbnail', thumbnail],
      ['preview', preview],
    ] as const) {
      const path = join(folder, `${size}-${number}`);
      writeFileSync(path, bytes);
      made[size].push(path);
    }
  }
  return made;
}

/** Gives each photo of `fillLibrary` its thumbnail and preview: a name each, of few files. */
export function givePictures(data: string, count: number, pictures: Pictures): void {
  const folders = new Set<string>();
  let number = 0;
  for (const row of libraryRows(count)) {
    if (row.type !== 'rendition') continue;
    for (const size of ['thumbnail', 'preview'] as const) {
      const path = renditionFile(data, row.of, size);
      const folder = dirname(path);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      linkSync(pictures[size][number % DIFFERENT] as string, path);
    }
    number += 1;
  }
}
