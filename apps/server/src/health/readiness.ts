import type { Database } from 'better-sqlite3';
import type { Disk } from '../bytes/disk.ts';
import type { RoomMigrations, Write } from '../database.ts';
import type { Log } from '../log/index.ts';
import { setFact } from '../library/facts.ts';
import { sql } from '../statements.ts';

/** One thing without which photos cannot be taken. */
export interface Check {
  readonly name: 'running' | 'database' | 'schema' | 'disk';
  readonly ok: boolean;
  /** How it stands; where it is not well, with what to do. */
  readonly words: string;
}
export interface Readiness {
  readonly ready: boolean;
  readonly checks: readonly Check[];
}

export interface Ready {
  /** As of now, or of the last seconds. */
  look(): Promise<Readiness>;
  /** The server goes down: from now on it is not ready. */
  stop(): void;
}

export interface ReadyParts {
  readonly database: Database;
  readonly write: Write;
  readonly disk: Pick<Disk, 'standing'>;
  readonly rooms: readonly RoomMigrations[];
  readonly log: Log;
}

/** A look holds for so long, since anyone may ask and it writes. Milliseconds. */
const HOLDS = 2000;
/** A write that takes longer than this does not count as one. Milliseconds. */
const PATIENCE = 5000;

const STOPPING: Check = { name: 'running', ok: false, words: 'The server is being stopped. Ask again when it is back.' };
const RUNNING: Check = { name: 'running', ok: true, words: 'The server runs.' };

export function openReadiness({ database, write, disk, rooms, log }: ReadyParts): Ready {
  let stopping = false;
  let seen: { readonly at: number; readonly checks: Promise<readonly Check[]> } | null = null;
  const lookNow = (): Promise<readonly Check[]> =>
    Promise.all([databaseCheck(database, write, log), schemaCheck(database, rooms, log), diskCheck(disk, log)]);
  return {
    async look() {
      if (stopping) return { ready: false, checks: [STOPPING] };
      const now = performance.now();
      if (seen === null || now - seen.at > HOLDS) seen = { at: now, checks: lookNow() };
      const checks = [RUNNING, ...(await seen.checks)];
      return { ready: checks.every(({ ok }) => ok), checks };
    },
    stop: () => void (stopping = true),
  };
}

async function databaseCheck(database: Database, write: Write, log: Log): Promise<Check> {
  const name = 'database';
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), PATIENCE);
  try {
    const done = await Promise.race([write(() => setFact(database, 'last-probe', String(Date.now()))), late.promise]);
    return done === 'late'
      ? {
          name,
          ok: false,
          words: `The database did not take a write within ${PATIENCE / 1000} seconds. Look whether its disk hangs, or another program holds it.`,
        }
      : { name, ok: true, words: 'The database takes writes.' };
  } catch (error) {
    log('the database cannot be written to', { error });
    return {
      name,
      ok: false,
      words: 'The database cannot be written to. Look at the disk, and at the rights of the data folder; the server’s log says more.',
    };
  } finally {
    clearTimeout(timer);
  }
}

async function schemaCheck(database: Database, rooms: readonly RoomMigrations[], log: Log): Promise<Check> {
  const name = 'schema';
  try {
    const rows = sql(database, 'SELECT room, max(step) AS last FROM schema_steps GROUP BY room').all() as { room: string; last: number }[];
    const taken = new Map(rows.map(({ room, last }) => [room, last]));
    return rooms.every(({ room, steps }) => taken.get(room) === steps.length)
      ? { name, ok: true, words: 'The tables are those of this version.' }
      : {
          name,
          ok: false,
          words: 'The tables are not those of this version: another Rollcall has changed them. Start the newest version alone.',
        };
  } catch (error) {
    log('the database cannot be read', { error });
    return { name, ok: false, words: 'The database cannot be read. Look at the disk, and at the server’s log.' };
  }
}

async function diskCheck(disk: Pick<Disk, 'standing'>, log: Log): Promise<Check> {
  const name = 'disk';
  try {
    const { state } = await disk.standing();
    return state === 'full'
      ? {
          name,
          ok: false,
          words:
            'The disk is full up to its mark: no new photos are taken. Make room on it, or lower --keep-free. What is stored can be read.',
        }
      : { name, ok: true, words: 'There is room on the disk.' };
  } catch (error) {
    log('the disk does not say how much is free', { error });
    return { name, ok: false, words: 'The disk does not say how much is free. Look whether it is there.' };
  }
}
