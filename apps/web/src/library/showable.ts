import { isRawMime, message } from '@rollcall/protocol';
import type { Item } from '../library/item.ts';

const SHOWN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];
const MOVING = ['image/gif', 'image/webp', 'image/avif'];

/** Whether every current browser draws such a file itself. */
export function browserShows(mime: string): boolean {
  return SHOWN.includes(mime);
}

/** Whether such a picture may move; a preview of it never does. */
export function mayMove(mime: string): boolean {
  return MOVING.includes(mime);
}

/** How a photo is seen in all its pixels: its own file, a version that the server makes, or not at all. */
export type FullWay = 'file' | 'view' | 'none';

/** Of a drawing (SVG) and of what the server could not open there is no version; its file is never drawn by this page. */
export function fullWay(item: Item, mime: string | undefined): FullWay {
  if (item.kind !== 'photo' || mime === undefined) return 'none';
  if (browserShows(mime)) return 'file';
  return item.picture.state === 'ready' && mime !== 'image/svg+xml' ? 'view' : 'none';
}

/** What the sharpest picture of a photo is called, to be said: of a raw file only the one is shown that the camera put into it. */
export function sharpest(mime: string | undefined): 'Full resolution' | 'Largest preview' {
  return mime !== undefined && isRawMime(mime) ? message('Largest preview') : message('Full resolution');
}

/** Whether a preview, at most `preview` pixels on its long side, shows less than fits into the room, in the screen’s own pixels. */
export function sharperIsSeen(
  picture: { readonly width: number | null; readonly height: number | null },
  room: { readonly width: number; readonly height: number },
  preview: number,
): boolean {
  if (!picture.width || !picture.height) return false;
  const fit = Math.min(1, room.width / picture.width, room.height / picture.height);
  return Math.max(picture.width, picture.height) * fit > preview * 1.1;
}
