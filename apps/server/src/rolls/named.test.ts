import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { RollEntry, RollReport } from '@rollcall/protocol';
import { groupCommit, openDatabase } from '../database.ts';
import { rollMigrations } from './migrations.ts';
import { openRolls } from './rolls.ts';

/** The steps before names were kept beside the items. */
const BEFORE = 3;

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'rollcall-named-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function item(key: string, path: string, assetId: string | null = null): RollEntry {
  return {
    key,
    path,
    size: 5,
    assetId,
    hash: null,
    form: 'original',
    inSync: false,
    reasons: [{ code: 'queued', since: 1, evidence: {} }],
  };
}

function report(entries: RollEntry[]): RollReport {
  const counts = { onDevice: 0, inSync: 0, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };
  return { full: false, counts, incoming: 0, pendingRemovals: 0, reasons: [], upToDate: false, entries, removed: [] };
}

test('WY-40: what a device holds and the library does not is searched by names that lie side by side, what was told to an older version too, until it is in the library', async (t) => {
  const data = folder(t);
  const older = openDatabase(data, [{ ...rollMigrations, steps: rollMigrations.steps.slice(0, BEFORE) }]);
  const insert = older.database.prepare(
    "INSERT INTO roll_entries (device_id, key, asset_id, class, codes, json) VALUES ('d', ?, NULL, 'waiting', ' queued ', ?)",
  );
  insert.run('1', JSON.stringify(item('1', 'Ostern/M\u00d6WE.jpg')));
  older.close();
  const sqlite = openDatabase(data, [rollMigrations]);
  t.after(() => sqlite.close());
  const rolls = openRolls(sqlite.database, groupCommit(sqlite), { now: () => 9 });
  const found = (name: string, limit = 9): string[] => rolls.named('d', name, limit).map(({ key }) => key);
  assert.deepEqual(found('mo\u0308we'), ['1']);
  await rolls.report('d', report([item('2', 'mo\u0308we 2.jpg'), item('3', '100%_m\u00f6we.jpg')]));
  assert.deepEqual([found('m\u00d6we'), found('m\u00d6we', 2), found('%_'), found('e_1')], [['1', '2', '3'], ['1', '2'], ['3'], []]);
  await rolls.report('d', report([item('2', 'mo\u0308we 2.jpg', '01900000-0000-7000-8000-00000000000a')]));
  assert.deepEqual([found('m\u00d6we'), rolls.named('other', 'jpg', 9)], [['1', '3'], []]);
  const plan = sqlite.database
    .prepare(
      "EXPLAIN QUERY PLAN SELECT key FROM roll_entries INDEXED BY roll_entries_by_name WHERE device_id = 'd' AND asset_id IS NULL AND instr(name, 'x') > 0",
    )
    .all() as { detail: string }[];
  assert.match(plan[0]?.detail ?? '', /COVERING INDEX roll_entries_by_name/);
});
