import { isScreenshot, liveFilmOf, timeIsKnown } from '@rollcall/core';
import { isRawMime, retell, say, type Asset, type AssetKind, type Rendition, type Resource } from '@rollcall/protocol';
import { localTime } from './capture.ts';

/** What can be seen of an asset at once. */
export type Picture =
  /** `of` changes with an edit, and with it the address of the picture. */
  | { readonly state: 'ready'; readonly of: string; readonly placeholder: string | null }
  | { readonly state: 'unavailable'; readonly words: string }
  | { readonly state: 'not-yet' };

export interface BurstPart {
  readonly id: string;
  readonly rating: number | null;
  /** It shows an edit. */
  readonly edited: boolean;
}

/** One tile of a grid: all that it shows, in one small immutable value. */
export interface Item {
  readonly id: string;
  /** `localTime` of the capture date. */
  readonly at: number;
  /** At what time of its day it was taken is known. */
  readonly timed: boolean;
  readonly kind: AssetKind;
  readonly fileName: string;
  /** Width by height, within what a row can hold. */
  readonly ratio: number;
  readonly duration: number | null;
  readonly favourite: boolean;
  /** Shown only to who gives the password again. */
  readonly hidden: boolean;
  readonly picture: Picture;
  /** The resource in which something moves: a video, the film of a Live Photo, or a photo with a film inside; null: nothing does. */
  readonly moving: string | null;
  /** A camera's raw data are there. */
  readonly raw: boolean;
  /** A picture of a screen, by its name or by its file and pixels. */
  readonly screenshot: boolean;
  readonly panorama: boolean;
  /** Where it was taken; null: nobody knows. */
  readonly place: Asset['place'];
  /** Of which burst it is a frame, and what bears on whether it stands for it; null: of none. */
  readonly burst: BurstPart | null;
  readonly trashedAt: number | null;
  /** A change of it waits for the network; absent: none does. */
  readonly waiting?: true;
}

/** The resources of one asset by their ids, without those that were removed. */
export type Resources = ReadonlyMap<string, Resource>;
const NONE: Resources = new Map();

const NARROWEST = 0.45;
const WIDEST = 3;
const UNKNOWN_RATIO = 1;

export function itemOf(asset: Asset, rendition: Rendition | undefined, resources: Resources = NONE, waiting = false): Item {
  return {
    id: asset.id,
    at: localTime(asset.capturedAt),
    timed: timeIsKnown(asset),
    kind: asset.kind,
    fileName: asset.fileName,
    ratio: ratioOf(pixelsOf(asset, rendition, resources)),
    duration: asset.duration,
    favourite: asset.favourite,
    hidden: asset.hidden,
    picture: told(pictureOf(rendition)),
    moving: movingOf(asset, rendition, resources),
    raw: isRaw(resources),
    screenshot: isScreenshot({ ...asset, camera: cameraOf(asset), screenshot: false, parts: [...resources.values()] }),
    panorama: isPanorama(asset),
    place: asset.place,
    burst: asset.burst === undefined ? null : { id: asset.burst, rating: asset.rating, edited: asset.rendering !== null },
    trashedAt: asset.trashedAt,
    ...(waiting ? { waiting } : {}),
  };
}

/** What a person sees of an asset in full: its current edit, or else its original. */
export function shownOf(asset: Asset, resources: Resources): Resource | undefined {
  return (asset.rendering === null ? undefined : resources.get(asset.rendering)) ?? withRole(resources, 'original');
}

function withRole(resources: Resources, role: string): Resource | undefined {
  for (const resource of resources.values()) if (resource.role === role) return resource;
  return undefined;
}

function movingOf(asset: Asset, rendition: Rendition | undefined, resources: Resources): string | null {
  if (asset.kind === 'video') return shownOf(asset, resources)?.id ?? null;
  const film = liveFilmOf(asset, resources.values());
  if (film) return film.id;
  return rendition?.moves === true && resources.has(rendition.of) ? rendition.of : null;
}

function isRaw(resources: Resources): boolean {
  for (const { role, mime } of resources.values()) if (role === 'raw' || (role === 'original' && isRawMime(mime))) return true;
  return false;
}

/** Wider or higher than a camera's frame or a wide screen is, with more pixels than a strip of one. */
const PANORAMA = { ratio: 2.4, pixels: 3_000 };

function isPanorama({ kind, width, height }: Asset): boolean {
  if (kind !== 'photo' || !width || !height) return false;
  const long = Math.max(width, height);
  return long >= PANORAMA.pixels && long >= PANORAMA.ratio * Math.min(width, height);
}

function cameraOf({ camera }: Asset): string | null {
  return camera === null || (camera.make === null && camera.model === null) ? null : `${camera.make ?? ''} ${camera.model ?? ''}`.trim();
}

/** A photo that comes with the moments around it. */
export function isLive(item: Item): boolean {
  return item.kind === 'photo' && item.moving !== null;
}

/** Of what its picture is of: an edit may be a part of its original, or turned. */
function pixelsOf(asset: Asset, rendition: Rendition | undefined, resources: Resources): Pick<Asset, 'width' | 'height'> {
  const of = (rendition && resources.get(rendition.of)) ?? shownOf(asset, resources);
  return of?.role === 'edited' && of.pixels !== undefined ? of.pixels : asset;
}

function ratioOf({ width, height }: Pick<Asset, 'width' | 'height'>): number {
  if (!width || !height) return UNKNOWN_RATIO;
  return Math.min(WIDEST, Math.max(NARROWEST, width / height));
}

/** The server says in English why there is none. */
function told(picture: Picture): Picture {
  return picture.state === 'unavailable' ? { ...picture, words: retell(picture.words) } : picture;
}

function pictureOf(rendition: Rendition | undefined): Picture {
  if (!rendition) return { state: 'not-yet' };
  switch (rendition.state) {
    case 'ready':
      return { state: 'ready', of: rendition.of, placeholder: rendition.placeholder };
    case 'unavailable':
      return { state: 'unavailable', words: rendition.words ?? say('No picture can be made of it. The file itself is safe.') };
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
    a.timed === b.timed &&
    a.kind === b.kind &&
    a.fileName === b.fileName &&
    a.ratio === b.ratio &&
    a.duration === b.duration &&
    a.favourite === b.favourite &&
    a.hidden === b.hidden &&
    a.moving === b.moving &&
    a.raw === b.raw &&
    a.screenshot === b.screenshot &&
    a.panorama === b.panorama &&
    samePlace(a.place, b.place) &&
    sameBurst(a.burst, b.burst) &&
    a.trashedAt === b.trashedAt &&
    a.waiting === b.waiting &&
    samePicture(a.picture, b.picture)
  );
}

function samePlace(a: Asset['place'], b: Asset['place']): boolean {
  return a?.lat === b?.lat && a?.lon === b?.lon;
}

function sameBurst(a: BurstPart | null, b: BurstPart | null): boolean {
  return a?.id === b?.id && a?.rating === b?.rating && a?.edited === b?.edited;
}

function samePicture(a: Picture, b: Picture): boolean {
  if (a.state === 'ready' && b.state === 'ready') return a.of === b.of && a.placeholder === b.placeholder;
  if (a.state === 'unavailable' && b.state === 'unavailable') return a.words === b.words;
  return a.state === b.state;
}
