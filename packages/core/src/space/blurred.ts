import { isScreenshot } from './screenshots.ts';
import type { SpacePhoto } from './photo.ts';

/**
 * Below this a photo is blurred where it is sharpest. Of photos and films that are sharp the softest one measures 610; blurred over a half per
 * cent of their long side, all measure less (docs/decisions/0062-what-would-free-room.md).
 */
export const BLURRED_BELOW = 550;

/** Blurred as a whole: by movement, or out of focus. What cannot be told is not. */
export function isBlurred(photo: SpacePhoto): boolean {
  const { kind, sharpness } = photo;
  return kind === 'photo' && sharpness !== null && sharpness >= 0 && sharpness < BLURRED_BELOW && !isScreenshot(photo);
}
