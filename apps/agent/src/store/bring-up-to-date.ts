import { copyBefore, NewerSchema, type Updated } from '@rollcall/sqlite';
import Database from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { STEPS } from './schema.ts';

/** The note of a store that was brought up to date, until its person was told. */
export const UPDATED = 'updated';

/** Throws `NewerSchema`. Only reads, so that a store of a newer version stays as it is. */
export function refuseNewer(file: string): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const database = new Database(file, { readonly: true, timeout: 10_000 });
  try {
    const at = versionOf(database);
    if (at > STEPS.length)
      throw new NewerSchema(
        `${file} was written by a newer version of Rollcall (step ${at}, this one knows ${STEPS.length}). Nothing in it was changed. Update Rollcall on this device (rollcall update).`,
      );
  } finally {
    database.close();
  }
}

/**
 * Brings the tables of a device up to date: forward only, all in one transaction together with their version. What is in them is copied
 * before. Throws `NoRoomForCopy`, and then they are as they were.
 */
export function bringUpToDate(database: Database.Database, copy: 'before-update' | 'none'): void {
  const from = versionOf(database);
  if (from >= STEPS.length) return;
  const without = `rollcall sync --home ${dirname(database.name)} --without-copy`;
  const kept = from === 0 || copy === 'none' ? null : copyBefore(database, { schema: from, now: Date.now(), without });
  database
    .transaction(() => {
      // Another process may have been first.
      const now = versionOf(database);
      for (const step of STEPS.slice(now)) database.exec(step);
      database.pragma(`user_version = ${STEPS.length}`);
      if (now === 0 || now === STEPS.length) return;
      const updated: Updated = { from: now, to: STEPS.length, copy: kept };
      database.prepare('insert or replace into meta (key, value) values (?, ?)').run(UPDATED, JSON.stringify(updated));
    })
    .immediate();
}

function versionOf(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}
