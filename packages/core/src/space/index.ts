export { BLURRED_BELOW } from './blurred.ts';
export { findSpace, pageOf, proposedOf, sumOf, type SpaceFound } from './find.ts';
export { freedBy } from './freed.ts';
export type { SpacePart, SpacePhoto } from './photo.ts';
export { isScreenshot } from './screenshots.ts';
