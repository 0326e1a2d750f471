import assert from 'node:assert/strict';
import { test } from 'node:test';
import { framesOf, holdBursts, tileOf } from './bursts.ts';
import { itemOf, sameItem, type Item } from './item.ts';
import { asset, idOf } from './testing.ts';

const item = (n: number, more: Parameters<typeof asset>[1] = {}): Item =>
  itemOf(asset(n, { capturedAt: `2024-05-06T12:00:${String(n).padStart(2, '0')}`, ...more }), undefined);
const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);

test('BU-6: of the frames of a burst one is shown, where it stands; all others of the day stay, and a single frame is none', () => {
  const day = [item(6), item(5, { burst: 'x' }), item(4, { burst: 'x' }), item(3), item(2, { burst: 'x' }), item(1, { burst: 'y' })];
  const { items, bursts } = holdBursts(day);
  assert.deepEqual(ids(items), [6, 3, 2, 1].map(idOf), 'the first one stands');
  assert.deepEqual(
    [...bursts].map(([key, frames]) => [key, ids(frames)]),
    [[idOf(2), [5, 4, 2].map(idOf)]],
  );
  assert.deepEqual(framesOf(bursts, [idOf(6), idOf(2)]), [6, 5, 4, 2].map(idOf));
  assert.deepEqual([tileOf(bursts, idOf(5)), tileOf(bursts, idOf(6))], [idOf(2), idOf(6)]);
  const rated = day.map((each) => (each.id === idOf(4) ? item(4, { burst: 'x', rating: 3 }) : each));
  assert.deepEqual(ids(holdBursts(rated).items), [6, 4, 3, 1].map(idOf));
  assert.equal(sameItem(day[2]!, rated[2]!), false);
  const edited = day.map((each) => (each.id === idOf(5) ? item(5, { burst: 'x', rendering: '0'.repeat(32) }) : each));
  assert.deepEqual(ids(holdBursts(edited).items), [6, 5, 3, 1].map(idOf));
  assert.equal(sameItem(day[1]!, edited[1]!), false);
});

test('BU-6: where no burst is, the very same photos are shown', () => {
  const day = [item(2, { burst: 'x' }), item(1, { burst: 'y' }), item(0)];
  assert.equal(holdBursts(day).items, day);
  assert.equal(sameItem(item(1), item(1, { burst: 'y' })), false);
});
