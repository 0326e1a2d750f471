import { createHash, type Hash } from 'node:crypto';

/** What Apple puts before the bytes of a file when it hashes them. */
const SALT = 'com.apple.XattrObjectSalt\0com.apple.DataObjectSalt\0';
const VERSION = 1;

/** The sum to which the bytes of a file are to be added. */
export function beginAppleChecksum(): Hash {
  return createHash('sha1').update(SALT);
}

/** The name that Apple has for these bytes (`fileChecksum`): 28 letters of base64. */
export function appleChecksum(sum: Hash): string {
  return Buffer.concat([Buffer.of(VERSION), sum.digest()]).toString('base64');
}

/** The same of a file's name, where it is one: base64 as addresses and names of files have it. Null: it is none. */
export function checksumOfName(stem: string): string | null {
  if (!/^A[\w-]{27}$/.test(stem)) return null;
  return stem.replaceAll('-', '+').replaceAll('_', '/');
}
