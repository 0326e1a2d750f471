import { followedBy, moved, placed, scaled, tone, toEdited, type Matrix } from '@rollcall/core/recipe';
import type { EditSettings } from '@rollcall/protocol';
import type { BasePicture } from './base-picture.ts';

/** A picture with its light and colours changed, in the pixels that it has. */
export function toned({ pixels, width, height }: BasePicture, settings: EditSettings, onto: OffscreenCanvas): OffscreenCanvas {
  if (onto.width !== width || onto.height !== height) [onto.width, onto.height] = [width, height];
  const changed = new ImageData(new Uint8ClampedArray(pixels.data), width, height);
  tone(changed.data, 4, settings);
  onto.getContext('2d')!.putImageData(changed, 0, 0);
  return onto;
}

/** Draws the edited picture over all of a canvas of its shape. */
export function paintEdited(canvas: HTMLCanvasElement, picture: OffscreenCanvas, settings: EditSettings, scale: number): void {
  paint(canvas, picture, followedBy(toEdited(settings, picture), scaled(scale, scale)));
}

/** Draws all of the picture, straightened, into a canvas where its crop is chosen: `x` and `y` are where its upper left corner would lie if it were not straightened. */
export function paintWhole(
  canvas: HTMLCanvasElement,
  picture: OffscreenCanvas,
  settings: EditSettings,
  { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number },
): void {
  paint(canvas, picture, [placed(settings, picture), scaled(scale, scale), moved(x, y)].reduce(followedBy));
}

function paint(canvas: HTMLCanvasElement, picture: OffscreenCanvas, { a, b, c, d, e, f }: Matrix): void {
  const context = canvas.getContext('2d')!;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(a, b, c, d, e, f);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0);
}
