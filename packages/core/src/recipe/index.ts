export { autoOf, type AutoSettings } from './auto.ts';
export { confined, furthest, isWithin, SMALLEST, WHOLE, withRatio, type Crop, type Size } from './crop.ts';
export { develop, type Picture } from './develop.ts';
export { turnedSize } from './frame.ts';
export { at, followedBy, inverted, keptPixels, moved, placed, scaled, toEdited, type Matrix } from './geometry.ts';
export { mirrored, turnedOnce } from './turns.ts';
export { isPlain, tone } from './tones.ts';
