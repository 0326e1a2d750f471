import type { Readable } from 'node:stream';

/** What is known of stored bytes without reading them. `stamp` changes when the file was touched by anything but the store. */
export interface BlobStat {
  readonly size: number;
  readonly stamp: string;
}

/** Bytes of one upload that has not ended. One writer at a time. */
export interface Incoming {
  readonly id: string;
  /** Bytes that have reached the file system. */
  readonly size: number;
  /** Appends in order. Rejects when the file system refuses; `size` then tells what is there. */
  append(chunks: readonly Uint8Array[]): Promise<void>;
  /** SHA-256 in hex of all bytes: those written now were hashed on the way, those of an earlier run are read again. */
  hash(): Promise<string>;
  /** Drops all bytes. */
  empty(): Promise<void>;
  /** Lets go of the file; the bytes stay. */
  close(): Promise<void>;
}

export interface OpenBlob extends BlobStat {
  /** Bytes from `start` up to, but not including, `end`, in chunks of 1 MiB. Call once; it closes the blob. */
  stream(start: number, end: number): Readable;
  /** SHA-256 of all bytes as they are now, 64 hex digits. */
  hash(): Promise<string>;
  close(): Promise<void>;
}

export type Rehashed =
  | { readonly state: 'stored'; readonly hash: string; readonly size: number }
  | { readonly state: 'damaged'; readonly hash: string; readonly size: number }
  | { readonly state: 'missing'; readonly hash: null; readonly size: 0 };

/** Bytes named by their SHA-256. Immutable. Every adapter passes `blobStoreContract`. */
export interface BlobStore {
  /** Opens the bytes of an upload, those of an earlier run included; makes an empty one when there is none. */
  incoming(uploadId: string): Promise<Incoming>;
  /** Bytes held for an upload, and when the last came (milliseconds since 1970); null: none. */
  incomingStat(uploadId: string): Promise<{ readonly size: number; readonly changedAt: number } | null>;
  incomingList(): Promise<string[]>;
  dropIncoming(uploadId: string): Promise<void>;
  /**
   * Keeps the bytes of a finished upload under their name. When it resolves they outlive a loss of power.
   * The upload's own bytes stay until `dropIncoming`, so that a crash before the ledger's row loses nothing.
   */
  keep(incoming: Incoming, hash: string): Promise<BlobStat>;
  stat(hash: string): Promise<BlobStat | null>;
  open(hash: string): Promise<OpenBlob | null>;
  /** Reads all stored bytes again, now. */
  rehash(hash: string): Promise<Rehashed>;
  /**
   * Runs works on one blob one after another, within this process: what is decided of a blob still holds when it is done.
   * Whoever keeps, quarantines or brings back takes a turn, together with the rows that say so.
   */
  inTurn<T>(hash: string, work: () => Promise<T>): Promise<T>;
  /** Takes a blob out of use, without deleting it: nothing reads it there. False: there was none. */
  quarantine(hash: string): Promise<boolean>;
  /** Brings a blob back into use. Where bytes of that name were kept meanwhile, those stay. False: it is not in quarantine. */
  unquarantine(hash: string): Promise<boolean>;
  /** Deletes a blob that is in quarantine; the same bytes in use stay. */
  dropQuarantined(hash: string): Promise<void>;
  /** All blobs in quarantine, in no order. */
  quarantined(): AsyncIterable<{ readonly hash: string; readonly size: number }>;
  /** All blobs, in no order. */
  list(): AsyncIterable<{ readonly hash: string; readonly size: number }>;
  /** The blob as a file on this machine, for a decoder in another process; null where there is none. It must only be read. */
  path(hash: string): string | null;
  /** Bytes free for new blobs, and in all. */
  space(): Promise<{ readonly free: number; readonly total: number }>;
  close(): Promise<void>;
}
