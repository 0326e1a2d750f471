import { thumbHashToAverageRGBA, thumbHashToDataURL } from 'thumbhash';

/** Decoded placeholders that are kept; about 2 kB each. */
const KEPT = 2_000;
const decoded = new Map<string, string | null>();

/** A blurred picture to show at once, from a ThumbHash in base64; null when it is none. */
export function placeholderUrl(hash: string): string | null {
  const known = decoded.get(hash);
  if (known !== undefined) return known;
  if (decoded.size >= KEPT) {
    const oldest = decoded.keys().next();
    if (!oldest.done) decoded.delete(oldest.value);
  }
  const url = decode(hash);
  decoded.set(hash, url);
  return url;
}

/** Bytes of a ThumbHash in which its average stands: lightness, two differences of colours, and how much shines through. */
const AVERAGE = 6;

/** The colour that a picture has on average, as CSS has it, from its ThumbHash in base64; null when it is none. */
export function averageColour(hash: string): string | null {
  try {
    const bytes = bytesOf(hash.slice(0, Math.ceil(AVERAGE / 3) * 4));
    if (bytes.length < AVERAGE) return null;
    const { r, g, b } = thumbHashToAverageRGBA(bytes);
    return `rgb(${[r, g, b].map((part) => Math.round(part * 255)).join(' ')})`;
  } catch {
    return null;
  }
}

function decode(hash: string): string | null {
  try {
    return thumbHashToDataURL(bytesOf(hash));
  } catch {
    return null;
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
