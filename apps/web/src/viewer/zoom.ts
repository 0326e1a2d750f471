/** How a picture is seen: `scale` 1 is all of it, as large as the window lets it be; `x` and `y` are by how much it is moved, in the page's pixels. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** The least by which every picture can be made larger, and by how much beyond its own pixels. */
const LARGEST = 8;
const BEYOND_PIXELS = 4;
/** What a double click makes of a picture that has hardly more pixels than are seen. */
const DOUBLE = 2.5;

/** How large a picture is in a window that shows all of it. */
export function fitted(picture: Size, room: Size): Size {
  const fit = Math.min(room.width / picture.width, room.height / picture.height);
  return { width: picture.width * fit, height: picture.height * fit };
}

/**
 * The scale at which one pixel of the picture is one of the screen; null: nobody knows how many it has.
 * @param ratio the screen’s pixels for one of the page’s
 */
export function pixelScale(picture: Size | null, room: Size, ratio: number): number | null {
  if (picture === null || room.width <= 0 || room.height <= 0) return null;
  return picture.width / ratio / fitted(picture, room).width;
}

/** @param pixels `pixelScale` of the picture */
export function largestScale(pixels: number | null): number {
  return Math.max(LARGEST, (pixels ?? 0) * BEYOND_PIXELS);
}

/** Zoom about a point (the page's pixels from the middle of the window), within limits. */
export function zoomAbout(view: View, factor: number, x: number, y: number, largest: number): View {
  const scale = Math.min(largest, Math.max(1, view.scale * factor));
  if (scale === 1) return WHOLE;
  const change = scale / view.scale;
  return { scale, x: x - (x - view.x) * change, y: y - (y - view.y) * change };
}

/** What a double click makes of the whole picture: its own pixels, where that is markedly larger. */
export function doubleScale(pixels: number | null): number {
  return pixels !== null && pixels > DOUBLE ? pixels : DOUBLE;
}

/** The picture is not dragged out of sight: no further than its own edge. @param shown how large all of it is, at scale 1 */
export function within(view: View, shown: Size, room: Size): View {
  const reach = (picture: number, window: number): number => Math.max(0, (picture * view.scale - window) / 2);
  const held = (at: number, most: number): number => (most === 0 ? 0 : Math.min(most, Math.max(-most, at)));
  return {
    scale: view.scale,
    x: held(view.x, reach(shown.width, room.width)),
    y: held(view.y, reach(shown.height, room.height)),
  };
}

/** `100 %`: one pixel of the picture is one of the screen; null: nobody knows. */
export function percentWords(view: View, pixels: number | null): string | null {
  return pixels === null || pixels <= 0 ? null : `${Math.round((view.scale / pixels) * 100)} %`;
}
