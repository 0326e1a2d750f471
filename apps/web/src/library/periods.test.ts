import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodsOf } from './periods.ts';
import { applyChanges, emptyReplica } from './replica.ts';
import { asset, feed, rendition } from './testing.ts';

test('AB-11: years and months stand newest first, each with its photos, by a favourite or one of the middle that can be seen', () => {
  const replica = emptyReplica();
  applyChanges(
    replica,
    feed([
      asset(1, { capturedAt: '2024-05-06T12:00:00' }),
      asset(2, { capturedAt: '2024-05-01T12:00:00' }),
      rendition(2, 'ready'),
      asset(3, { capturedAt: '2024-01-31T23:59:59' }),
      asset(4, { capturedAt: '2022-12-31T23:59:59' }),
      asset(5, { capturedAt: '2022-12-31T12:00:00', favourite: true }),
      rendition(4, 'ready'),
      rendition(5, 'ready'),
    ]),
  );
  const told = (by: 'years' | 'months') =>
    periodsOf(replica.timeline, by).map(({ title, photos, cover, first }) => [title, photos, cover.fileName, first.fileName]);
  assert.deepEqual(told('years'), [
    ['2024', 3, 'IMG_2.jpg', 'IMG_1.jpg'],
    ['2022', 2, 'IMG_5.jpg', 'IMG_4.jpg'],
  ]);
  assert.deepEqual(told('months'), [
    ['May 2024', 2, 'IMG_2.jpg', 'IMG_1.jpg'],
    ['January 2024', 1, 'IMG_3.jpg', 'IMG_3.jpg'],
    ['December 2022', 2, 'IMG_5.jpg', 'IMG_4.jpg'],
  ]);
});
