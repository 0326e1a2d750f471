import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges, emptyReplica } from '../library/replica.ts';
import { asset, feed, idOf } from '../library/testing.ts';
import { importsOf } from './imports.ts';

const LAPTOP = idOf(800);
const GONE = idOf(801);
const at = (day: number, hour = 12): number => new Date(2026, 4, day, hour).getTime();
const names = (id: string): string | undefined => (id === LAPTOP ? 'Laptop' : undefined);

test('AB-22: photos stand by the day on which they came and the device that brought them, what came last first, each once', () => {
  const replica = emptyReplica();
  applyChanges(
    replica,
    feed([
      asset(1, { addedAt: at(3, 9), addedBy: LAPTOP, capturedAt: '2020-01-01T10:00:00' }),
      asset(2, { addedAt: at(3, 20), addedBy: LAPTOP, capturedAt: '2021-01-01T10:00:00' }),
      asset(3, { addedAt: at(3, 15), addedBy: GONE }),
      asset(4, { addedAt: at(4), addedBy: LAPTOP, hidden: true }),
      asset(5, { addedAt: at(1), addedBy: null }),
      asset(6, { addedAt: at(5), addedBy: LAPTOP, state: 'trashed', trashedAt: 1 }),
      asset(7, { addedAt: at(2), addedBy: LAPTOP, burst: 'b', fileName: 'a.jpg' }),
      asset(8, { addedAt: at(2), addedBy: LAPTOP, burst: 'b', fileName: 'b.jpg' }),
    ]),
  );
  const imports = importsOf(replica, names);
  assert.deepEqual(
    imports.map(({ section }) => section.title),
    [
      'Added on 3 May 2026 by Laptop: 2 photos',
      'Added on 3 May 2026 by a device that is no longer linked: 1 photo',
      'Added on 2 May 2026 by Laptop: 2 photos',
      'Added on 1 May 2026 by the server: 1 photo',
    ],
  );
  assert.match(imports[0]?.section.fullTitle ?? '', /^Added on Sunday,? 3 May 2026 by Laptop: 2 photos$/);
  const numbers = imports.map(({ items }) => items.map(({ id }) => Number(id.slice(-12))));
  assert.deepEqual([numbers[0], numbers[1], numbers[3]], [[2, 1], [3], [5]]);
  assert.deepEqual(
    [imports[2]?.section.items.length, imports[2]?.items.length],
    [1, 2],
    'a burst is one tile, with all its frames behind it',
  );
});
