import type { Asset, AssetKind, Rendition } from '@rollcall/protocol';
import { localTime } from './capture.ts';

/** What can be seen of an asset at once. */
export type Picture =
  /** `of` changes with an edit, and with it the address of the picture. */
  | { readonly state: 'ready'; readonly of: string; readonly placeholder: string | null }
  | { readonly state: 'unavailable'; readonly words: string }
  | { readonly state: 'not-yet' };

/** One tile of a grid: all that it shows, in one small immutable value. */
export interface Item {
  readonly id: string;
  /** `localTime` of the capture date. */
  readonly at: number;
  readonly kind: AssetKind;
  readonly fileName: string;
  /** Width by height, within what a row can hold. */
  readonly ratio: number;
  readonly duration: number | null;
  readonly favourite: boolean;
  readonly picture: Picture;
  readonly trashedAt: number | null;
}

const NARROWEST = 0.45;
const WIDEST = 3;
const UNKNOWN_RATIO = 1;

export function itemOf(asset: Asset, rendition: Rendition | undefined): Item {
  return {
    id: asset.id,
    at: localTime(asset.capturedAt),
    kind: asset.kind,
    fileName: asset.fileName,
    ratio: ratioOf(asset.width, asset.height),
    duration: asset.duration,
    favourite: asset.favourite,
    picture: pictureOf(rendition),
    trashedAt: asset.trashedAt,
  };
}

function ratioOf(width: number | null, height: number | null): number {
  if (!width || !height) return UNKNOWN_RATIO;
  return Math.min(WIDEST, Math.max(NARROWEST, width / height));
}

function pictureOf(rendition: Rendition | undefined): Picture {
  if (!rendition) return { state: 'not-yet' };
  switch (rendition.state) {
    case 'ready':
      return { state: 'ready', of: rendition.of, placeholder: rendition.placeholder };
    case 'unavailable':
      return { state: 'unavailable', words: rendition.words ?? 'No picture can be made of it. The file itself is safe.' };
    default:
      return rendition.state satisfies never;
  }
}

/** Newest first; by id where two were taken in the same millisecond, so that the order never flickers. */
export function newestFirst(a: Item, b: Item): number {
  return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

export function sameItem(a: Item, b: Item): boolean {
  return (
    a.at === b.at &&
    a.kind === b.kind &&
    a.fileName === b.fileName &&
    a.ratio === b.ratio &&
    a.duration === b.duration &&
    a.favourite === b.favourite &&
    a.trashedAt === b.trashedAt &&
    samePicture(a.picture, b.picture)
  );
}

function samePicture(a: Picture, b: Picture): boolean {
  if (a.state === 'ready' && b.state === 'ready') return a.of === b.of && a.placeholder === b.placeholder;
  if (a.state === 'unavailable' && b.state === 'unavailable') return a.words === b.words;
  return a.state === b.state;
}
