import type { AssetFields } from '@rollcall/protocol';

/** What is said of a photo into which nobody has looked yet, beside its name and its date: the server fills in what it reads of it. */
export function untold(): Omit<AssetFields, 'fileName' | 'capturedAt' | 'capturedSource'> {
  return {
    width: null,
    height: null,
    duration: null,
    camera: null,
    exposure: null,
    place: null,
    title: null,
    caption: null,
    favourite: false,
    hidden: false,
    rating: null,
    keywords: [],
  };
}
