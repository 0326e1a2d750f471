import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { recognise } from '@rollcall/media/recognise';
import { makeRenditions } from '@rollcall/media/renditions';
import type { Library } from './library.ts';
import { within } from './paths.ts';
import type { Place } from './place.ts';
import type { Example } from './sums.ts';

export interface PictureLimits {
  readonly pictures: number;
  /** Of all of them together. */
  readonly bytes: number;
}

/** A picture of no more is taken as it is; others are made smaller. */
const SMALL = 40_000;
/** From a larger file no picture is made. */
const LARGEST = 60_000_000;

/**
 * Small pictures of photos by their ids, as `data:` addresses: what Photos itself made of them, else made of an edit or an original that is
 * here. Of what is hidden, and of what has none, there is none. Never throws for what is in a file.
 */
export async function picturesOf(library: Library, examples: readonly Example[], limits: PictureLimits): Promise<Map<string, string>> {
  const pictures = new Map<string, string>();
  let bytes = 0;
  for (const example of examples) {
    if (pictures.size >= limits.pictures) break;
    if (example.hidden || pictures.has(example.uuid)) continue;
    const picture = await pictureOf(library, example);
    if (picture === null || bytes + picture.length > limits.bytes) continue;
    bytes += picture.length;
    pictures.set(example.uuid, picture);
  }
  return pictures;
}

async function pictureOf({ place }: Library, example: Example): Promise<string | null> {
  if (place.kind === 'database') return null;
  for (const path of candidates(place, example)) {
    const file = join(place.root, path);
    const size = sizeOf(file);
    if (size === null || size > LARGEST) continue;
    const picture = size <= SMALL ? plainPicture(file) : await madePicture(file);
    if (picture !== null) return picture;
  }
  return null;
}

/** Where a picture may lie, the smallest first. */
function candidates({ kind, data }: Place, { uuid, path, kind: what }: Example): string[] {
  const first = uuid.slice(0, 1);
  const own = path === null || what === 'video' ? [] : [path];
  const found =
    kind === 'ios'
      ? [within([data, 'Thumbnails/V2', path, '5005.JPG']), ...own]
      : [
          within(['resources/derivatives/masters', first, `${uuid}_4_5005_c.jpeg`]),
          within(['resources/cloudsharing/resources/derivatives/masters', first, `${uuid}_4_5005_c.jpeg`]),
          within(['scopes/cloudsharing/resources/derivatives/masters', first, `${uuid}_4_5005_c.jpeg`]),
          within(['resources/derivatives', first, `${uuid}_1_105_c.jpeg`]),
          within(['resources/derivatives', first, `${uuid}_1_102_o.jpeg`]),
          within(['resources/renders', first, `${uuid}_1_201_a.jpeg`]),
          within(['resources/renders', first, `${uuid}_1_201_a.heic`]),
          ...own,
        ];
  return found.flatMap((each) => each ?? []);
}

function sizeOf(file: string): number | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.size : null;
}

/** Only a JPEG or PNG, which any browser shows. */
function plainPicture(file: string): string | null {
  const bytes = readFileSync(file);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return `data:image/jpeg;base64,${bytes.toString('base64')}`;
  if (bytes.toString('latin1', 1, 4) === 'PNG') return `data:image/png;base64,${bytes.toString('base64')}`;
  return null;
}

async function madePicture(file: string): Promise<string | null> {
  try {
    const recognised = recognise(basename(file), headOf(file));
    if (recognised.kind !== 'photo') return null;
    const made = await makeRenditions(file, recognised.format);
    return made.state === 'ready' ? `data:image/webp;base64,${Buffer.from(made.thumbnail).toString('base64')}` : null;
  } catch {
    return null;
  }
}

function headOf(file: string): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(65_536);
    return head.subarray(0, readSync(handle, head, 0, head.length, 0));
  } finally {
    closeSync(handle);
  }
}
