import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STEPS } from '../../apps/agent/src/store/schema.ts';
import { ROOMS } from '../../apps/server/src/rooms.ts';

/** Up to which step each room of a database is. */
export type Schema = Readonly<Record<string, number>>;

/** What the program that wrote a database said itself of what is in it. */
export interface ServerTold {
  readonly schema: Schema;
  /** Of the feed: as who speaks this version hears it, how many rows, and the SHA-256 of them all. */
  readonly protocol: number;
  readonly rows: number;
  readonly feed: string;
  /** Of the library: its counts, its bytes, its quota. */
  readonly library: Readonly<Record<string, unknown>>;
}
export interface DeviceTold {
  readonly schema: Schema;
  readonly files: readonly FileTold[];
}
export interface FileTold {
  readonly path: string;
  readonly hash: string | null;
  readonly assetId: string | null;
  readonly inSync: boolean;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
export const SERVER = here('server');
export const DEVICE = here('device');
/** The SHA-256 of every step that was ever released: none is rewritten. */
export const RELEASED = here('released.json');

/** A kept database: its SQL, and what was told of it. */
export interface Kept<T> {
  readonly name: string;
  readonly sql: string;
  readonly told: T;
}

/** All that is kept, oldest first. */
export function keptIn<T>(folder: string): Kept<T>[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({
    name,
    sql: readFileSync(join(folder, name), 'utf8'),
    told: JSON.parse(readFileSync(join(folder, name.replace(/sql$/, 'json')), 'utf8')) as T,
  }));
}

/** The steps of today’s program, by room. */
export function digestsNow(): Record<string, string[]> {
  const all = [...ROOMS, { room: 'device', steps: STEPS }].map(({ room, steps }) => [room, steps.map(digest)] as const);
  return Object.fromEntries(all);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
