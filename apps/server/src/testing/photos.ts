import type { AssetFields, Change } from '@rollcall/protocol';

/** A made-up hash; in tests of rules no bytes are behind it. */
export function hashOf(n: number): string {
  return n.toString(16).padStart(64, '0');
}

export const FIELDS: AssetFields = {
  fileName: 'IMG_1.JPG',
  capturedAt: '2024-05-06T14:26:10',
  capturedSource: 'exif',
  width: 4000,
  height: 3000,
  duration: null,
  camera: null,
  exposure: null,
  place: null,
  title: null,
  caption: null,
  favourite: false,
  hidden: false,
  rating: null,
  keywords: [],
};

export interface MadeResource {
  readonly n?: number;
  readonly hash?: string;
  readonly role?: string;
  readonly size?: number;
  readonly mime?: string;
}

export function createOf(assetId: string, resources: readonly MadeResource[], newHere = true): Change {
  const named = resources.map(({ n = 0, hash = hashOf(n), role = 'original', size = 100, mime = 'image/jpeg' }) => ({
    role,
    hash,
    size,
    mime,
    fileName: null,
    modifiedAt: null,
  }));
  return { name: 'asset.create', args: { assetId, kind: 'photo', fields: FIELDS, resources: named, newHere } };
}
