import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COLLECTIONS, countOf, daysOf } from '../library/collections.ts';
import { onThisDay } from './onThisDay.ts';
import { recentlyAdded } from './recent.ts';
import { applyChanges, emptyReplica, type Replica } from '../library/replica.ts';
import { asset, feed, idOf, resource } from '../library/testing.ts';

const NOW = Date.UTC(2026, 10, 28, 12);
const TODAY = Date.UTC(2026, 10, 28) / 86_400_000;

function replicaOf(...entities: Parameters<typeof feed>[0]): Replica {
  const replica = emptyReplica();
  applyChanges(replica, feed(entities));
  return replica;
}

const numbers = (sections: readonly { readonly items: readonly { readonly id: string }[] }[]): number[] =>
  sections.flatMap(({ items }) => items.map(({ id }) => Number(id.slice(-12))));

test('AB-8: each kind holds what is such, and a day that did not change is the same value as before', () => {
  const replica = replicaOf(
    asset(1, { favourite: true }),
    asset(2, { kind: 'video' }),
    asset(3, { fileName: 'Screenshot_20240506.jpg' }),
    asset(4, { width: 8000, height: 2000 }),
    asset(5, { burst: 'b' }),
    asset(6),
    { ...resource(6, 'raw', 'a'.repeat(64)), mime: 'image/x-canon-cr2' },
    asset(7, { width: 2000, height: 500 }),
    asset(8, { capturedAt: '2020-01-01T00:00:00', favourite: true }),
  );
  const held = Object.fromEntries(COLLECTIONS.map((each) => [each.name, numbers(daysOf(replica.timeline, each)).sort()]));
  assert.deepEqual(held, { favourites: [1, 8], videos: [2], 'live-photos': [], screenshots: [3], bursts: [5], panoramas: [4], raw: [6] });
  const favourites = COLLECTIONS[0]!;
  const before = daysOf(replica.timeline, favourites);
  applyChanges(replica, feed([asset(8, { capturedAt: '2020-01-01T00:00:00', favourite: false })], 50));
  const after = daysOf(replica.timeline, favourites);
  assert.equal(countOf(after), 1);
  assert.equal(after[0], before[0]);
});

test('AB-8: what was added lately stands under the day on which it came, the latest first', () => {
  const day = 86_400_000;
  const replica = replicaOf(
    asset(1, { addedAt: NOW - 40 * day }),
    asset(2, { addedAt: NOW - day }),
    asset(3, { addedAt: NOW - 1000 }),
    asset(4, { addedAt: NOW }),
  );
  const sections = recentlyAdded(replica, NOW);
  assert.deepEqual(numbers(sections), [4, 3, 2]);
  assert.deepEqual(
    sections.map(({ title }) => title),
    ['Added today', 'Added yesterday'],
  );
});

test('AB-8: on this day are photos of the same day of earlier years', () => {
  const replica = replicaOf(
    asset(1, { capturedAt: '2025-11-28T23:00:00' }),
    asset(2, { capturedAt: '2021-11-28T01:00:00' }),
    asset(3, { capturedAt: '2026-11-28T01:00:00' }),
    asset(4, { capturedAt: '2025-11-27T01:00:00' }),
    asset(5, { capturedAt: '2025-10-28T01:00:00' }),
  );
  const sections = onThisDay(replica.timeline, TODAY);
  assert.deepEqual(numbers(sections), [1, 2]);
  assert.deepEqual(
    sections.map(({ title }) => title),
    ['1 year ago', '5 years ago'],
  );
  assert.equal(sections[0]!.items[0]!.id, idOf(1));
});
