import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Chance } from '../world/chance.ts';
import { Database, DatabaseFull } from './database.ts';

test('SM-16: a full disk refuses a transaction whole, at its first writes or at its end, and takes the next', () => {
  const database = new Database();
  const rows = database.table<number, string>('rows');
  database.full = new Chance('full');
  let [taken, early, late] = [0, 0, 0];
  for (let round = 0; round < 400; round += 1) {
    const before = new Map(rows.rows);
    let written = 0;
    try {
      database.transact(() => {
        for (; written < 8; written += 1) rows.set(round * 10 + written, 'row');
      });
      taken += 1;
    } catch (error) {
      assert.ok(error instanceof DatabaseFull);
      assert.deepEqual(rows.rows, before);
      if (written < 8) early += 1;
      else late += 1;
    }
    assert.equal(database.doomed, false);
  }
  for (const count of [taken, early, late]) assert.ok(count > 50, `${taken} ${early} ${late}`);
  assert.equal(rows.size, taken * 8);
  // What only reads is not refused.
  for (let round = 0; round < 50; round += 1)
    assert.equal(
      database.transact(() => rows.has(-1)),
      false,
    );
});

test('SM-16: of what was not synced a loss of power leaves the transactions before the tear, each whole, and none after it', () => {
  const left = new Set<number>();
  for (let seed = 0; seed < 200; seed += 1) {
    const database = new Database();
    const rows = database.table<string, number>('rows');
    database.transact(() => rows.set('synced', 1));
    database.sync();
    for (let n = 1; n <= 4; n += 1)
      database.transact(() => {
        rows.set(`first ${n}`, n);
        rows.set('last', n);
      });
    assert.equal(database.synced, false);
    database.losePower(new Chance(`power ${seed}`));
    assert.equal(database.synced, true);
    const kept = rows.get('last') ?? 0;
    left.add(kept);
    const whole = Array.from({ length: kept }, (_, at) => `first ${at + 1}`);
    assert.deepEqual([...rows.rows.keys()].filter((key) => key.startsWith('first')).sort(), whole);
    assert.equal(rows.get('synced'), 1);
  }
  assert.deepEqual([...left].sort(), [0, 1, 2, 3, 4]);
});
