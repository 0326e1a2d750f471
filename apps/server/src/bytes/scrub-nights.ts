import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { scrub, type ScrubContext } from './scrub.ts';
import { ReadingStopped, type Pace } from './verified.ts';

const HOUR = 3_600_000;
/** Hours of the night, on the server's own clock. */
const NIGHT = { from: 1, to: 6 };
/** A pass begins at most this often. */
const APART = 12 * HOUR;
/** A pass that is as late as this no longer waits for a night: some servers are off at night. */
const OVERDUE = 72 * HOUR;

/** The pass that is under way, or the last one. Times in milliseconds since 1970. */
export interface Pass {
  readonly begun: number;
  /** Null: under way. */
  readonly ended: number | null;
}

/** Whether the scrub is to read now. It is spread over the night: what one night does not reach is gone on with in the next. */
export function scrubNow(last: Pass, now: number, hour: number): 'rest' | 'begin' | 'go-on' {
  const night = hour >= NIGHT.from && hour < NIGHT.to;
  const ago = (time: number): number => Math.abs(now - time);
  if (last.ended === null) return night || ago(last.begun) > OVERDUE ? 'go-on' : 'rest';
  return (night && ago(last.begun) > APART) || ago(last.ended) > OVERDUE ? 'begin' : 'rest';
}

/** Bytes a second that are read at most. */
const RATE = 40_000_000;
/** How often it is looked whether there is something to do, and how long one go takes at most. Milliseconds. */
const LOOK = 60_000;
const GO = 50_000;

export type NightContext = ScrubContext & { readonly traffic: { readonly heavy: boolean } };

interface PassRow extends Pass {
  readonly after: string;
  /** When the pass before it ended; null: not known. */
  readonly endedBefore: number | null;
  readonly blobs: number;
  readonly bytes: number;
  readonly bad: number;
}

export function lastPass(db: Database): PassRow | null {
  return (
    (sql(db, 'SELECT begun, ended, ended_before AS endedBefore, after, blobs, bytes, bad FROM scrub WHERE one = 1').get() as
      | PassRow
      | undefined) ?? null
  );
}

/** No faster than `RATE`, and not at all while many photos come in. */
export function steadyPace(traffic: { readonly heavy: boolean }, wait: (ms: number) => Promise<void>, stopped: () => boolean): Pace {
  return async (bytes) => {
    while (traffic.heavy && !stopped()) await wait(1000);
    if (!stopped()) await wait((bytes / RATE) * 1000);
    if (stopped()) throw new ReadingStopped();
  };
}

/** Runs the nightly scrub until it is closed; `ended` is called after each whole pass. */
export function startScrub(context: NightContext, ended: () => Promise<void>): { readonly close: () => Promise<void> } {
  const { database, clock, log } = context;
  let stopped = false;
  let wake: (() => void) | null = null;
  let going: Promise<void> | null = null;
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (stopped) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const pace = steadyPace(context.traffic, wait, () => stopped);
  // A new server has nothing to check; its first pass is due as if one had just ended.
  if (lastPass(database) === null) sql(database, 'INSERT INTO scrub (one, begun, ended) VALUES (1, ?, ?)').run(clock.now(), clock.now());
  const go = async (): Promise<void> => {
    const last = lastPass(database) as PassRow;
    const what = scrubNow(last, clock.now(), new Date(clock.now()).getHours());
    switch (what) {
      case 'rest':
        return;
      case 'begin':
        await context.write(() => begin(database, clock.now()));
        return scrubPart(context, pace, () => stopped, ended);
      case 'go-on':
        return scrubPart(context, pace, () => stopped, ended);
      default:
        what satisfies never;
    }
  };
  const looking = setInterval(() => {
    going ??= go()
      .catch((error: unknown) => {
        if (!(error instanceof ReadingStopped)) log('the scrub failed', { error });
      })
      .finally(() => (going = null));
  }, LOOK);
  looking.unref();
  return {
    async close() {
      stopped = true;
      clearInterval(looking);
      wake?.();
      await going;
    },
  };
}

export function begin(db: Database, now: number): void {
  sql(
    db,
    'INSERT OR REPLACE INTO scrub (one, begun, ended_before) VALUES (1, ?, (SELECT coalesce(ended, ended_before) FROM scrub WHERE one = 1))',
  ).run(now);
}

/** All was hashed again by the command; a pass that is under way goes on. */
export function noteOtherPass(db: Database, now: number): void {
  sql(db, 'UPDATE scrub SET ended = ? WHERE one = 1 AND ended IS NOT NULL').run(now);
}

/** A part of a pass, from where the last one came to. */
export async function scrubPart(context: ScrubContext, pace: Pace, stopped: () => boolean, ended: () => Promise<void>): Promise<void> {
  const { database, write, clock, log } = context;
  const until = performance.now() + GO;
  const { after } = lastPass(database) as PassRow;
  for await (const { hash, size, bad } of scrub(context, after, pace)) {
    if (stopped()) return;
    await write(() =>
      sql(database, 'UPDATE scrub SET after = ?, blobs = blobs + 1, bytes = bytes + ?, bad = bad + ? WHERE one = 1').run(
        hash,
        size,
        bad ? 1 : 0,
      ),
    );
    if (performance.now() > until) return;
  }
  await write(() => sql(database, 'UPDATE scrub SET ended = ? WHERE one = 1').run(clock.now()));
  const { blobs, bytes, bad } = lastPass(database) as PassRow;
  log('all stored bytes were hashed again', { blobs, bytes, bad });
  await ended();
}
