import type { Sum } from './platform.ts';

/** What Apple puts before the bytes of a file when it hashes them. */
const SALT = 'com.apple.XattrObjectSalt\0com.apple.DataObjectSalt\0';
const VERSION = 1;

/** The sum to which the bytes of a file are to be added. @param sum SHA-1, new */
export function beginAppleChecksum<S extends Sum>(sum: S): S {
  sum.update(new TextEncoder().encode(SALT));
  return sum;
}

/** The name that Apple has for these bytes (`fileChecksum`): 28 letters of base64. */
export function appleChecksum(sum: Sum): string {
  return btoa(String.fromCharCode(VERSION, ...sum.digest()));
}

/** The same of a file's name, where it is one: base64 as addresses and names of files have it. Null: it is none. */
export function checksumOfName(stem: string): string | null {
  if (!/^A[\w-]{27}$/.test(stem)) return null;
  return stem.replaceAll('-', '+').replaceAll('_', '/');
}

/** One that begins otherwise is of another scheme, and tells nothing. */
export function isComparable(fingerprint: string | null): fingerprint is string {
  return fingerprint !== null && /^A[\w+/]{27}$/.test(fingerprint);
}
