import { thumbHashToDataURL } from 'thumbhash';

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

function decode(hash: string): string | null {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(hash), (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}
