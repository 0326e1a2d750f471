import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS, type Evidence, type ReasonCode, type RollEntry } from '@rollcall/protocol';
import { HeldNames, type Named } from './held-names.ts';

function entry(key: number, codes: readonly ReasonCode[], evidence: Evidence = {}): RollEntry {
  const reasons = codes.map((code) => ({ code, since: 1, evidence }));
  return { key: `${key}`, path: `${key}.jpg`, size: 1, assetId: null, hash: null, form: 'original', inSync: codes.length === 0, reasons };
}
const keysOf = ({ entries, removed }: Named): string =>
  `${entries.map(({ key }) => key).join()}${removed.map((key) => ` -${key}`).join('')}`;

test('DS-15: while it is held back a device names the first hundred items that wait, each again only when something else stands in its way, and that it is gone or in sync', () => {
  const names = new HeldNames();
  const items = new Map<number, RollEntry>([
    [1, entry(1, ['wifi-only'])],
    [2, entry(2, ['wifi-only', 'queued'], { position: 5 })],
  ]);
  const news = (): string =>
    keysOf(
      names.news(
        [...items.values()].filter(({ inSync }) => !inSync).map(({ key }) => Number(key)),
        (key) => items.get(key) ?? null,
      ),
    );
  assert.equal(news(), '1,2');
  assert.equal(news(), '');
  items.set(2, entry(2, ['wifi-only', 'queued'], { position: 4 }));
  assert.equal(news(), '', 'its place in a queue is no news');
  items.set(2, entry(2, ['low-battery', 'wifi-only', 'queued']));
  assert.equal(news(), '2');
  items.delete(1);
  items.set(2, entry(2, []));
  assert.equal(news(), '2 -1');
  assert.equal(news(), '');
  for (let key = 10; key < 10 + 3 * LIMITS.namedWhileHeld; key += 1) items.set(key, entry(key, ['wifi-only']));
  assert.equal(news().split(',').length, LIMITS.namedWhileHeld);
  assert.equal(news(), '', 'the others are counted, and not named one by one');
  names.forget();
  assert.equal(news().split(',').length, LIMITS.namedWhileHeld);
});
