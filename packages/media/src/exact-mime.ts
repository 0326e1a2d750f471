import { latin } from './bytes.ts';
import type { Format } from './formats.ts';

/** Media types of what is told apart by its first brand only, and is one thing everywhere else in this program. */
const BY_BRAND: Readonly<Partial<Record<Format, readonly (readonly [brand: RegExp, mime: string])[]>>> = {
  mp4: [[/^M4V/, 'video/x-m4v']],
  '3gp': [[/^3g2/, 'video/3gpp2']],
  heic: [[/^hev[cx]/, 'image/heic-sequence']],
  heif: [[/^msf1/, 'image/heif-sequence']],
};

/** The media type that describes a file best; what browsers and libraries are told may be a wider one. */
export function exactMime(format: Format, mime: string, head: Uint8Array): string {
  const brand = latin(head, 8, 4);
  return BY_BRAND[format]?.find(([wanted]) => wanted.test(brand))?.[1] ?? mime;
}
