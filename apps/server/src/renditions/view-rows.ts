import type { MediaTool } from '@rollcall/media/tools';
import type { ViewKind } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import type { Write } from '../database.ts';

export interface ViewRow {
  readonly state: 'started' | 'ready' | 'unavailable';
  readonly attempts: number;
  readonly words: string | null;
  /** What was not installed, and would have been needed. */
  readonly lacks: MediaTool | null;
  /** When somebody last looked at it, or it was made; the server's clock. */
  readonly used: number;
}

/** What became of each view that somebody asked for. */
export interface ViewRows {
  find(resource: string, kind: ViewKind): ViewRow | null;
  /** Counts one more attempt; what follows may end the process. */
  start(resource: string, kind: ViewKind, now: number): Promise<void>;
  /** It did not take place. */
  undo(resource: string, kind: ViewKind): Promise<void>;
  ready(resource: string, kind: ViewKind, bytes: number): Promise<void>;
  unavailable(resource: string, kind: ViewKind, words: string, lacks: MediaTool | null): Promise<void>;
  use(resource: string, kind: ViewKind, now: number): Promise<void>;
  forget(resource: string, kind: ViewKind): Promise<void>;
  /** Bytes that all that are there take together. */
  bytes(): number;
  /** Those that nobody looked at for longest, until what is left takes at most so many bytes. */
  beyond(bytes: number): readonly { readonly resource: string; readonly kind: ViewKind }[];
}

export function openViewRows(database: Database, write: Write): ViewRows {
  const key = 'resource = ? AND kind = ?';
  const find = database.prepare<[string, string], ViewRow>(`SELECT state, attempts, words, lacks, used FROM rendition_views WHERE ${key}`);
  const start = database.prepare(
    "INSERT INTO rendition_views (resource, kind, state, attempts, bytes, used) VALUES (?, ?, 'started', 1, 0, ?) ON CONFLICT DO UPDATE SET state = 'started', attempts = attempts + 1, bytes = 0, used = excluded.used",
  );
  const undo = database.prepare(`UPDATE rendition_views SET attempts = attempts - 1 WHERE ${key} AND state = 'started'`);
  const ready = database.prepare(
    `UPDATE rendition_views SET state = 'ready', attempts = 0, bytes = ?, words = NULL, lacks = NULL WHERE ${key}`,
  );
  const unavailable = database.prepare(`UPDATE rendition_views SET state = 'unavailable', words = ?, lacks = ? WHERE ${key}`);
  const use = database.prepare(`UPDATE rendition_views SET used = ? WHERE ${key}`);
  const forget = database.prepare(`DELETE FROM rendition_views WHERE ${key}`);
  const sum = database.prepare<[], { bytes: number | null }>("SELECT sum(bytes) AS bytes FROM rendition_views WHERE state = 'ready'");
  const oldest = database.prepare<[], { resource: string; kind: ViewKind; bytes: number }>(
    "SELECT resource, kind, bytes FROM rendition_views WHERE state = 'ready' ORDER BY used, resource DESC, kind DESC",
  );
  /** Asked after each that is made: where all have room, none is looked at. */
  const beyond = (most: number): { resource: string; kind: ViewKind }[] => {
    const going: { resource: string; kind: ViewKind }[] = [];
    let left = sum.get()?.bytes ?? 0;
    if (left <= most) return going;
    for (const { resource, kind, bytes } of oldest.iterate()) {
      if (left <= most) break;
      left -= bytes;
      going.push({ resource, kind });
    }
    return going;
  };
  return {
    find: (resource, kind) => find.get(resource, kind) ?? null,
    start: (resource, kind, now) => write(() => void start.run(resource, kind, now)),
    undo: (resource, kind) => write(() => void undo.run(resource, kind)),
    ready: (resource, kind, bytes) => write(() => void ready.run(bytes, resource, kind)),
    unavailable: (resource, kind, words, lacks) => write(() => void unavailable.run(words, lacks, resource, kind)),
    use: (resource, kind, now) => write(() => void use.run(now, resource, kind)),
    forget: (resource, kind) => write(() => void forget.run(resource, kind)),
    bytes: () => sum.get()?.bytes ?? 0,
    beyond,
  };
}
