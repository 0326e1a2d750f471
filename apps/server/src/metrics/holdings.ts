import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { gauge, type Family } from './family.ts';

/** A library counts as nearly full from this part of its room on. */
const NEARLY_FULL = 0.95;

interface Row {
  readonly libraries: number;
  readonly live: number;
  readonly trashed: number;
  readonly used: number;
  readonly reserved: number;
  readonly full: number;
}

/** What all libraries hold together: sums that are kept, one row a library. */
export function holdings(database: Database): Family[] {
  const row = sql(
    database,
    `SELECT count(*) AS libraries, total(l.live) AS live, total(l.trashed) AS trashed, total(s.used) AS used, total(s.reserved) AS reserved,
       total(coalesce(s.used + s.reserved, 0) >= l.quota * ${NEARLY_FULL}) AS full
     FROM libraries l LEFT JOIN ledger_sums s ON s.library = l.id`,
  ).get() as Row;
  const { accounts } = sql(database, 'SELECT count(*) AS accounts FROM "user"').get() as { accounts: number };
  return [
    gauge('rollcall_accounts', 'People with an account', accounts),
    gauge('rollcall_libraries', 'Libraries', row.libraries),
    gauge('rollcall_libraries_nearly_full', 'Libraries that have used 95 % of their room', row.full),
    gauge('rollcall_photos', 'Photos and videos of all libraries', [
      { labels: { state: 'live' }, value: row.live },
      { labels: { state: 'trashed' }, value: row.trashed },
    ]),
    gauge('rollcall_stored_bytes', 'Bytes of all libraries: used by photos, reserved for what is being sent', [
      { labels: { what: 'used' }, value: row.used },
      { labels: { what: 'reserved' }, value: row.reserved },
    ]),
  ];
}
