import type { Measures } from '@rollcall/media/renditions';
import type { MediaTool } from '@rollcall/media/tools';
import type { Database } from 'better-sqlite3';
import type { Write } from '../database.ts';

export interface Attempt {
  readonly state: 'started' | 'ready' | 'unavailable';
  readonly attempts: number;
  readonly placeholder: string | null;
  readonly words: string | null;
  /** By which similar pictures can be found; null: there is no picture, or it was made before this was noted. */
  readonly likeness: string | null;
  /** 0 to 1000; -1: it cannot be told; null: there is no picture, or it was made before this was measured. */
  readonly sharpness: number | null;
  /** 1: its file says that it is a picture of a screen. */
  readonly screenshot: 0 | 1;
  /** 1: there is a film inside the file. */
  readonly moves: 0 | 1;
}

/** Which resource of which asset of which library. */
export interface Subject {
  readonly libraryId: string;
  readonly assetId: string;
  readonly resourceId: string;
}

/** What would have to be there: a tool, or a newer version of this program than the one that tried. */
export type Want = MediaTool | 'newer';

export interface Attempts {
  find(subject: Subject): Attempt | null;
  /** Why there is no picture of a resource that ended a worker, or the server, in a person's words; null: it did not. */
  hurt(resourceId: string): string | null;
  /** The resource of the newest finished attempt for an asset, or null. */
  newest(libraryId: string, assetId: string): string | null;
  /** A resource of which views are made before anything is known of a picture of it, or without one: so that it is listed. */
  note(subject: Subject, now: number): Promise<void>;
  /** Counts one more attempt; what follows may end the process. */
  start(subject: Subject, now: number): Promise<void>;
  /** It did not take place: the server stopped, or could not do its part. */
  undo(subject: Subject): Promise<void>;
  /** At most `limit` subjects after another in a fixed order; null: from the first. */
  list(after: Subject | null, limit: number): readonly Subject[];
  /** Of one library, in a fixed order, the oldest photos first: those whose picture was made, and of which no compressed version was tried. */
  uncompressed(libraryId: string, after: Pick<Subject, 'assetId' | 'resourceId'> | null, limit: number): readonly Subject[];
  forget(subject: Subject): Promise<void>;
  finish(
    subject: Subject,
    outcome:
      | { state: 'ready'; placeholder: string; measures: Measures; moves: boolean; screenshot: boolean }
      /** `hurt`: it ended its worker, or the server. */
      | { state: 'unavailable'; words: string; lacks: MediaTool | null; hurt: boolean },
    now: number,
    /** Whether the original told all that this version reads of a file. A file that ended its worker is not asked again. */
    told: 'told' | 'untold',
  ): Promise<void>;
  /** Pictures that were made before it was measured how sharp they are, the oldest first. */
  unmeasured(limit: number): readonly Subject[];
  /** That is known now; `measures` null: it cannot be. */
  measured(subject: Subject, found: { readonly measures: Measures | null; readonly screenshot: boolean }): Promise<void>;
  /** Those of which something was made, and whose original did not tell yet all that this version reads of a file. */
  untold(limit: number): readonly Subject[];
  /** It has told it now. */
  told(subject: Subject): Promise<void>;
  /** What was not made for want of one of these. */
  lacking(wants: readonly Want[]): readonly Subject[];
}

/** Counts how often more came to be read of a file. Whoever makes this larger has all files read again. */
const READS = 1;

/** How sharp a picture is in which there is too little to see. */
const UNTELLABLE = -1;

export function openAttempts(database: Database, write: Write): Attempts {
  const key = 'library = ? AND asset = ? AND resource = ?';
  const find = database.prepare<[string, string, string], Attempt>(
    `SELECT state, attempts, placeholder, words, likeness, sharpness, screenshot, moves FROM rendition_attempts WHERE ${key}`,
  );
  const newest = database.prepare<[string, string], { resource: string }>(
    "SELECT resource FROM rendition_attempts WHERE library = ? AND asset = ? AND state = 'ready' ORDER BY at DESC LIMIT 1",
  );
  const hurt = database.prepare<[string], { words: string }>('SELECT words FROM rendition_attempts WHERE resource = ? AND hurt = 1');
  const note = database.prepare(
    "INSERT INTO rendition_attempts (library, asset, resource, state, attempts, at) VALUES (?, ?, ?, 'started', 0, ?) ON CONFLICT DO NOTHING",
  );
  const start = database.prepare(
    "INSERT INTO rendition_attempts (library, asset, resource, state, attempts, at) VALUES (?, ?, ?, 'started', 1, ?) ON CONFLICT DO UPDATE SET state = 'started', attempts = attempts + 1, at = excluded.at",
  );
  const finish = database.prepare(
    `UPDATE rendition_attempts SET state = ?, placeholder = ?, words = ?, lacks = ?, likeness = ?, sharpness = ?, moves = ?, screenshot = ?, hurt = ?, at = ?, told = max(told, ?) WHERE ${key}`,
  );
  const undo = database.prepare(`UPDATE rendition_attempts SET attempts = attempts - 1 WHERE ${key} AND state = 'started'`);
  const list = database.prepare<[string, string, string, number], Subject>(
    'SELECT library AS libraryId, asset AS assetId, resource AS resourceId FROM rendition_attempts WHERE (library, asset, resource) > (?, ?, ?) ORDER BY library, asset, resource LIMIT ?',
  );
  const uncompressed = database.prepare<[string, string, string, number], Subject>(
    `SELECT library AS libraryId, asset AS assetId, resource AS resourceId FROM rendition_attempts
     WHERE library = ? AND (asset, resource) > (?, ?) AND state = 'ready'
       AND NOT EXISTS (SELECT 1 FROM rendition_views v WHERE v.resource = rendition_attempts.resource AND v.kind = 'compressed')
     ORDER BY asset, resource LIMIT ?`,
  );
  const lacking = database.prepare<[string], Subject>(
    'SELECT library AS libraryId, asset AS assetId, resource AS resourceId FROM rendition_attempts WHERE lacks = ? ORDER BY at',
  );
  const unmeasured = database.prepare<[number], Subject>(
    "SELECT library AS libraryId, asset AS assetId, resource AS resourceId FROM rendition_attempts WHERE state = 'ready' AND sharpness IS NULL ORDER BY at LIMIT ?",
  );
  const measured = database.prepare(
    `UPDATE rendition_attempts SET likeness = coalesce(?, likeness), sharpness = ?, screenshot = ? WHERE ${key} AND state = 'ready'`,
  );
  const untold = database.prepare<[number, number], Subject>(
    "SELECT library AS libraryId, asset AS assetId, resource AS resourceId FROM rendition_attempts WHERE told < ? AND state <> 'started' LIMIT ?",
  );
  const setTold = database.prepare(`UPDATE rendition_attempts SET told = ? WHERE ${key}`);
  const forget = database.prepare(`DELETE FROM rendition_attempts WHERE ${key}`);
  return {
    undo: (subject) => write(() => void undo.run(subject.libraryId, subject.assetId, subject.resourceId)),
    uncompressed: (libraryId, after, limit) => uncompressed.all(libraryId, after?.assetId ?? '', after?.resourceId ?? '', limit),
    list: (after, limit) => list.all(after?.libraryId ?? '', after?.assetId ?? '', after?.resourceId ?? '', limit),
    unmeasured: (limit) => unmeasured.all(limit),
    measured: ({ libraryId, assetId, resourceId }, { measures, screenshot }) =>
      write(
        () =>
          void measured.run(
            measures?.likeness ?? null,
            measures?.sharpness ?? UNTELLABLE,
            screenshot ? 1 : 0,
            libraryId,
            assetId,
            resourceId,
          ),
      ),
    untold: (limit) => untold.all(READS, limit),
    told: (subject) => write(() => void setTold.run(READS, subject.libraryId, subject.assetId, subject.resourceId)),
    lacking: (wants) => wants.flatMap((want) => lacking.all(want)),
    forget: (subject) => write(() => void forget.run(subject.libraryId, subject.assetId, subject.resourceId)),
    find: ({ libraryId, assetId, resourceId }) => find.get(libraryId, assetId, resourceId) ?? null,
    hurt: (resourceId) => hurt.get(resourceId)?.words ?? null,
    newest: (libraryId, assetId) => newest.get(libraryId, assetId)?.resource ?? null,
    note: (subject, now) => write(() => void note.run(subject.libraryId, subject.assetId, subject.resourceId, now)),
    start: (subject, now) => write(() => void start.run(subject.libraryId, subject.assetId, subject.resourceId, now)),
    finish: (subject, outcome, now, told) =>
      write(() => {
        const its = outcome.state === 'ready' ? outcome : null;
        finish.run(
          outcome.state,
          its?.placeholder ?? null,
          outcome.state === 'ready' ? null : outcome.words,
          outcome.state === 'ready' ? null : outcome.lacks,
          its?.measures.likeness ?? null,
          its === null ? null : (its.measures.sharpness ?? UNTELLABLE),
          its?.moves === true ? 1 : 0,
          its?.screenshot === true ? 1 : 0,
          outcome.state === 'unavailable' && outcome.hurt ? 1 : 0,
          now,
          told === 'told' ? READS : 0,
          subject.libraryId,
          subject.assetId,
          subject.resourceId,
        );
      }),
  };
}
