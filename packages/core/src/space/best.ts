import { bytesOfParts, type SpacePhoto } from './photo.ts';

/**
 * Which of several pictures of one thing is to be kept comes first: what a person holds by (a favourite, in an album, rated, edited), then
 * the one with the most pixels, the sharpest, the one with the most bytes, and the older one.
 */
export function bestFirst(a: SpacePhoto, b: SpacePhoto): number {
  return (
    Number(b.mark === 'favourite') - Number(a.mark === 'favourite') ||
    Number(b.mark !== null) - Number(a.mark !== null) ||
    (b.rating ?? 0) - (a.rating ?? 0) ||
    Number(b.edited) - Number(a.edited) ||
    pixels(b) - pixels(a) ||
    (b.sharpness ?? -1) - (a.sharpness ?? -1) ||
    bytesOfParts(b.parts) - bytesOfParts(a.parts) ||
    order(a.capturedAt, b.capturedAt) ||
    order(a.id, b.id)
  );
}

const pixels = ({ width, height }: SpacePhoto): number => (width ?? 0) * (height ?? 0);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
