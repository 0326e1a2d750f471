import { latin, startsWith } from './bytes.ts';
import { endingOf } from './formats.ts';

/** A larger file is no sidecar, whatever it is called; bytes. */
export const LARGEST_SIDECAR = 4 * 1024 * 1024;

/**
 * Whether a file holds data of a photo, as its name says: Apple's adjustments, XMP, or what Google tells of a photo. By its content: a
 * table or a program's settings under such a name is none. Pure; never throws.
 * @param bytes the whole file
 */
export function isSidecar(name: string, bytes: Uint8Array): boolean {
  switch (endingOf(name)) {
    case 'aae':
      return isPlist(bytes) && includes(bytes, 'adjustmentFormatIdentifier');
    case 'xmp':
      return /<([A-Za-z]+:)?(xmpmeta|RDF)[\s>]/.test(textOf(bytes));
    case 'json':
      return isOfGoogle(parse(textOf(bytes)));
    default:
      return false;
  }
}

function isPlist(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0, 'bplist00') || /<plist[\s>]/.test(textOf(bytes.subarray(0, 4096)));
}

/** Written in one byte a letter, as it is in both kinds of property lists. */
function includes(bytes: Uint8Array, word: string): boolean {
  return latin(bytes, 0, bytes.length).includes(word);
}

/** Google names the photo, and tells at least when it was taken, or where. */
function isOfGoogle(told: unknown): boolean {
  if (typeof told !== 'object' || told === null) return false;
  return 'title' in told && typeof told.title === 'string' && ('photoTakenTime' in told || 'geoData' in told);
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder().decode(bytes);
}
