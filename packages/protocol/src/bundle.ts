import { z } from 'zod';

/** What of photos is downloaded: originals with all that belongs to them, what is shown instead of them, and what is known of them (XMP). */
export const BUNDLE_PARTS = ['originals', 'edited', 'information'] as const;
export const BundlePart = z.enum(BUNDLE_PARTS);
export type BundlePart = z.infer<typeof BundlePart>;
