import type { Account, Poke } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import type { FastifyRequest } from 'fastify';
import type { BlobStore } from './bytes/store.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Write } from './database.ts';
import type { Log } from './log/index.ts';
import type { Figures } from './metrics/figures.ts';
import type { Traffic } from './traffic.ts';
import type { LibraryStore } from './library/store.ts';

/** Who asks, known by a device's token or a browser's session. */
export interface Asker {
  readonly account: Account;
  readonly libraryId: string;
  readonly deviceId: string;
  /** `device`: by its token; `browser`: by the session cookie. */
  readonly kind: 'device' | 'browser';
}

/** Hints to whoever listens on `BYTES.pokes`. */
export interface Pokes {
  /** The feed of a library has grown to `seq`. */
  library(libraryId: string, seq: number): void;
  /** Stored bytes of a library were found damaged or missing. */
  wanted(libraryId: string): void;
  /** The quota of a library has changed, or a request for a plan was answered. */
  room(libraryId: string): void;
  /** What a device told of itself, or the list of devices, has changed. */
  devices(libraryId: string): void;
  /** A device is asked to do something; told to that device alone. */
  orders(libraryId: string, deviceId: string): void;
  /** Ends the streams of a device whose access was taken away. */
  revoked(libraryId: string, deviceId: string): void;
  /** Breaks the streams of a device that is not there any more; it may open another one when it is. */
  drop(libraryId: string, deviceId: string): void;
  listen(listener: PokeListener): { readonly stop: () => void } | 'too-many';
  connected(deviceId: string): boolean;
  /** Whose streams are open: a device for each. */
  streams(): readonly string[];
  close(): void;
}
export interface PokeListener {
  readonly libraryId: string;
  readonly deviceId: string;
  readonly send: (poke: Poke) => void;
  readonly end: () => void;
  /** At once, whatever was not heard yet. */
  readonly drop: () => void;
}

export type { Log };

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** What every room of the server is given. */
export interface ServerContext {
  readonly dataDir: string;
  readonly database: Database;
  readonly write: Write;
  readonly libraries: LibraryStore;
  readonly accounts: Accounts;
  readonly blobs: BlobStore;
  readonly pokes: Pokes;
  /** Told of a library with new photos, after the commit. */
  readonly renditions: { wake(libraryId: string): void };
  readonly traffic: Traffic;
  readonly clock: Clock;
  readonly log: Log;
  /** What is counted for whoever watches over the server. */
  readonly figures: Figures;
  /** When a library closes, and takes nothing new until then; null: it stays. Synchronous, for the arithmetic of one statement. */
  closes(libraryId: string): number | null;
  /** A device of this library keeps no originals where room is short, as it told last. */
  optimises(libraryId: string): boolean;
  /** The libraries of which a device does. */
  optimising(): readonly string[];
  /** Rejects with a `Refused` (`signed-out`, `device-revoked`) when nobody is signed in. */
  authenticate(request: FastifyRequest): Promise<Asker>;
}
