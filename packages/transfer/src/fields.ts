import { LIMITS, UPLOAD_HEADERS } from '@rollcall/protocol';

/**
 * Header fields of resumable uploads: structured fields (RFC 9651) and digests (RFC 9530). As the draft
 * asks, a field with any other value is ignored: every parser answers null for it.
 */

/** The interop version of the draft that is spoken: that of draft -12, July 2026, the newest one. */
export const INTEROP_VERSION = 9;
/** And those that a client may speak: phones stay at the version before for years, and what a 104 says is the same in both. */
export const SPOKEN_VERSIONS: readonly number[] = [INTEROP_VERSION, 8];
/** The most that `Upload-Offset` and `Upload-Length` can say (RFC 9651 section 3.3.1). */
const LARGEST_INTEGER = 999_999_999_999_999;

const KEY = '[a-z*][a-z0-9_.*-]*';
const BARE = String.raw`-?\d{1,15}(?:\.\d{1,3})?|"(?:[^"\\\x00-\x1f\x7f]|\\["\\])*"|:[A-Za-z0-9+/=]*:|\?[01]|@-?\d{1,15}|%"[^"]*"|[A-Za-z*][!#$%&'*+.^_|~:/A-Za-z0-9\x60-]*`;
const PARAMETERS = `(?:; *${KEY}(?:=(?:${BARE}))?)*`;
const LIST = String.raw`\( *(?:(?:${BARE})${PARAMETERS}(?: +(?:${BARE})${PARAMETERS})*)? *\)`;
const ITEM = new RegExp(`^ *(${BARE})${PARAMETERS} *$`);
const MEMBER = new RegExp(`(${KEY})(?:=(?:(${BARE})|(${LIST})))?${PARAMETERS}`, 'y');

/** `?1` is true, `?0` false. */
export function parseBoolean(value: string | null | undefined): boolean | null {
  const bare = ITEM.exec(value ?? '')?.[1];
  return bare === '?1' ? true : bare === '?0' ? false : null;
}

export function formatBoolean(value: boolean): string {
  return value ? '?1' : '?0';
}

/** A non-negative integer of at most 15 digits. */
export function parseInteger(value: string | null | undefined): number | null {
  const bare = ITEM.exec(value ?? '')?.[1];
  return bare !== undefined && /^\d+$/.test(bare) ? Number(bare) : null;
}

export function formatInteger(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > LARGEST_INTEGER) throw new RangeError(`not an integer of a header field: ${value}`);
  return String(value);
}

/** Members of a dictionary with their bare values as text (`?1` where there is none, RFC 9651 section 4.2.2); null when it is malformed. */
export function parseDictionary(value: string | null | undefined): Map<string, string> | null {
  const text = (value ?? '').replace(/^ +| +$/g, '');
  const members = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    MEMBER.lastIndex = at;
    const member = MEMBER.exec(text);
    if (!member) return null;
    members.set(member[1]!, member[2] ?? member[3] ?? '?1');
    at = MEMBER.lastIndex;
    if (at === text.length) return members;
    const comma = /[ \t]*,[ \t]*/y;
    comma.lastIndex = at;
    if (!comma.test(text) || comma.lastIndex === text.length) return null;
    at = comma.lastIndex;
  }
  return members;
}

/** Bytes, and seconds for `maxAge`; null where a limit is not told. */
export interface UploadLimit {
  readonly maxSize: number | null;
  readonly minSize: number | null;
  readonly maxAppendSize: number | null;
  readonly minAppendSize: number | null;
  readonly maxAge: number | null;
}

/** A known key with a value that is not an integer makes the whole field ignored. */
export function parseLimit(value: string | null | undefined): UploadLimit | null {
  const members = value ? parseDictionary(value) : null;
  if (!members) return null;
  const limits: Record<string, number | null> = {};
  for (const key of ['max-size', 'min-size', 'max-append-size', 'min-append-size', 'max-age']) {
    const bare = members.get(key);
    if (bare !== undefined && !/^\d+$/.test(bare)) return null;
    limits[key] = bare === undefined ? null : Number(bare);
  }
  return {
    maxSize: limits['max-size']!,
    minSize: limits['min-size']!,
    maxAppendSize: limits['max-append-size']!,
    minAppendSize: limits['min-append-size']!,
    maxAge: limits['max-age']!,
  };
}

/** What this server tells of its limits. `maxAge` in milliseconds, told in whole seconds. */
export function formatLimit(maxAge: number | null): string {
  const size = `max-size=${formatInteger(LIMITS.fileSize)}`;
  return maxAge === null ? size : `${size}, max-age=${formatInteger(Math.max(0, Math.floor(maxAge / 1000)))}`;
}

/** The SHA-256 of `Repr-Digest` as 64 hex digits. */
export function parseDigest(value: string | null | undefined): string | null {
  const bare = value ? parseDictionary(value)?.get('sha-256') : undefined;
  const bytes = bare?.startsWith(':') ? fromBase64(bare.slice(1, -1)) : null;
  return bytes?.length === 32 ? bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('') : null;
}

/** @param hash 64 hex digits */
export function formatDigest(hash: string): string {
  const bytes = Array.from({ length: hash.length / 2 }, (_, index) => Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16));
  return `sha-256=:${toBase64(bytes)}:`;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at]!, bytes[at + 1], bytes[at + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += ALPHABET[bits >> 18]! + ALPHABET[(bits >> 12) & 63]!;
    text += (b === undefined ? '=' : ALPHABET[(bits >> 6) & 63]!) + (c === undefined ? '=' : ALPHABET[bits & 63]!);
  }
  return text;
}

function fromBase64(text: string): number[] | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const digit of text.replace(/=+$/, '')) {
    bits = ((bits << 6) | ALPHABET.indexOf(digit)) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 0xff);
    }
  }
  return bytes;
}

/** The header fields that say where an upload stands. */
export function standing(upload: { readonly offset: number; readonly length: number; readonly complete: boolean }): Record<string, string> {
  return {
    [UPLOAD_HEADERS.complete]: formatBoolean(upload.complete),
    [UPLOAD_HEADERS.offset]: formatInteger(upload.offset),
    [UPLOAD_HEADERS.length]: formatInteger(upload.length),
  };
}
