import type { Bytes } from './streams.ts';

/** How what is kept in a backup is made unreadable to whoever has not its key, and readable again. */
export interface Seal {
  /** Under which name bytes with this SHA-256 are kept; 64 hex digits. */
  nameOf(hash: string): string;
  close(bytes: Bytes): Bytes;
  /** Throws, at the latest at the end, where what is kept is not what was closed. */
  open(bytes: Bytes): Bytes;
}

/** A backup without a passphrase: bytes as they are, under the names that they have in the cloud. */
export const UNSEALED: Seal = { nameOf: (hash) => hash, close: (bytes) => bytes, open: (bytes) => bytes };
