import { createHash } from 'node:crypto';
import { entityKey, resourceId, type Asset, type Entity } from '../../packages/protocol/src/index.ts';

/** One asset in so many is gone for good (its rows stay as tombstones), was merged into the one before it, or is in Recently Deleted. */
const PURGED = 50;
const ALIAS = 100;
const TRASHED = 200;
const CAMERAS = [
  { make: 'Apple', model: 'iPhone 15 Pro', lens: 'iPhone 15 Pro back triple camera 6.765mm f/1.78' },
  { make: 'FUJIFILM', model: 'X-T5', lens: 'XF16-55mmF2.8 R LM WR' },
  { make: 'Google', model: 'Pixel 8', lens: 'Pixel 8 back camera 6.9mm f/1.68' },
] as const;
const WORDS = ['summer', 'the sea', 'Grandmother', 'garden', 'Lisbon', 'first snow', 'at home', 'birthday'] as const;
/** Milliseconds since 1970. */
const FIRST = Date.UTC(2012, 0, 1);
const STEP = 1_700_000;

/** As much as is the same each time it is asked for: an id of version 7 that begins with the photo’s time. */
export function idOf(number: number): string {
  const digits = (FIRST + number * STEP).toString(16).padStart(12, '0') + hex(`id ${number}`).slice(0, 20);
  return [digits.slice(0, 8), digits.slice(8, 12), `7${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}

export function hashOf(number: number): string {
  return hex(`bytes ${number}`);
}

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function pick<T>(from: readonly T[], number: number): T {
  return from[number % from.length] as T;
}

function asset(number: number, state: Asset['state']): Asset {
  const at = new Date(FIRST + number * STEP);
  const placed = number % 3 > 0;
  return {
    type: 'asset',
    id: idOf(number),
    kind: number % 12 === 0 ? 'video' : 'photo',
    state,
    trashedAt: state === 'trashed' ? at.getTime() + 1e9 : null,
    addedAt: at.getTime() + 60_000,
    addedBy: idOf(0),
    rendering: null,
    fileName: `IMG_${String(number % 10_000).padStart(4, '0')}.${pick(['HEIC', 'JPG', 'JPG'], number)}`,
    capturedAt: `${at.toISOString().slice(0, 19)}.${String(number % 1000).padStart(3, '0')}+02:00`,
    capturedSource: 'exif',
    width: 4032,
    height: 3024,
    duration: number % 12 === 0 ? 12.5 + (number % 50) : null,
    camera: pick(CAMERAS, number),
    exposure: { time: 1 / (60 + (number % 900)), fNumber: 1.8, iso: 50 + (number % 1600), focalLength: 6.765 },
    place: placed ? { lat: 38.7 + (number % 977) / 5000, lon: -9.1 + (number % 839) / 5000, altitude: number % 300 } : null,
    title: number % 20 === 0 ? `${pick(WORDS, number)} ${number}` : null,
    caption: number % 40 === 0 ? `${pick(WORDS, number + 3)}, with ${pick(WORDS, number + 5)}` : null,
    favourite: number % 15 === 0,
    hidden: false,
    rating: null,
    keywords: number % 4 === 0 ? [pick(WORDS, number), pick(WORDS, number + 1)] : [],
  };
}

/** The rows of a library of `count` assets, in the order of their feed: each asset, its original and its picture, or what is left of it. */
export function* libraryRows(count: number): IterableIterator<Entity> {
  for (let number = 1; number <= count; number += 1) {
    const id = idOf(number);
    if (number % ALIAS === 0) {
      yield { type: 'alias', from: id, to: idOf(number - 1) };
      continue;
    }
    const purged = number % PURGED === 1;
    yield asset(number, purged ? 'purged' : number % TRASHED === 7 ? 'trashed' : 'live');
    const hash = hashOf(number);
    const original = resourceId(id, 'original', hash);
    const size = 2_000_000 + (number % 3_000_000);
    const modifiedAt = FIRST + number * STEP;
    yield {
      type: 'resource',
      id: original,
      assetId: id,
      role: 'original',
      hash,
      size,
      mime: 'image/jpeg',
      fileName: null,
      modifiedAt,
      removed: purged,
    };
    if (purged) continue;
    const placeholder = Buffer.from(hash.slice(0, 50), 'hex').toString('base64');
    yield { type: 'rendition', assetId: id, state: 'ready', of: original, placeholder, words: null };
  }
}

/** The columns of a row as both ends keep it. */
export function columnsOf(entity: Entity): { readonly key: string; readonly assetId: string } {
  const assetId = entity.type === 'asset' || entity.type === 'album' ? entity.id : entity.type === 'alias' ? entity.from : entity.assetId;
  return { key: entityKey(entity), assetId };
}
