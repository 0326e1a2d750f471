import type { Database } from 'better-sqlite3';
import { lastPass } from '../bytes/scrub-nights.ts';
import { sql } from '../statements.ts';
import { gauge, type Family } from './family.ts';

/** Damaged files that are counted. */
const MOST_BAD = 10_000;

/** Whether what is stored is whole, and when that was last looked at; and when it was last backed up. */
export function care(database: Database, backedUp: { readonly at: number; readonly lacking: number } | null): Family[] {
  const pass = lastPass(database);
  const bad = sql(
    database,
    `SELECT damaged AS how, count(*) AS n FROM (SELECT damaged FROM blob_checks WHERE damaged <> 0 LIMIT ${MOST_BAD}) GROUP BY damaged`,
  ).all() as {
    how: number;
    n: number;
  }[];
  const counted = (how: number): number => bad.find((each) => each.how === how)?.n ?? 0;
  const ended = pass?.ended ?? pass?.endedBefore ?? null;
  return [
    gauge(
      'rollcall_scrub_last_success_timestamp_seconds',
      'When all stored files were last hashed again, or the server was new',
      ended === null ? null : ended / 1000,
    ),
    gauge(
      'rollcall_scrub_running',
      '1: stored files are being hashed again, perhaps over several nights',
      pass !== null && pass.ended === null ? 1 : 0,
    ),
    gauge('rollcall_scrub_files', 'Files that this pass, or the last one, has hashed', pass?.blobs ?? 0),
    gauge(
      'rollcall_stored_files_bad',
      `Stored files that are known to be damaged or missing, and are asked back; at most ${MOST_BAD} are counted`,
      [
        { labels: { how: 'damaged' }, value: counted(1) },
        { labels: { how: 'missing' }, value: counted(2) },
      ],
    ),
    gauge(
      'rollcall_backup_last_success_timestamp_seconds',
      'The moment of the last backup that was made to its end; absent: none is known',
      backedUp === null ? null : backedUp.at / 1000,
    ),
    gauge('rollcall_backup_lacking_files', 'Files that the last backup lacks', backedUp?.lacking ?? null),
  ];
}
