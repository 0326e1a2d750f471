import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlbumItem } from '@rollcall/protocol';
import { emptyShelf, placesOf, takeAlbum } from '../library/shelf.ts';
import { idOf } from '../library/testing.ts';
import { addLast, reorder } from './order.ts';

const ALBUM = idOf(900);

function item(number: number, position: string): AlbumItem {
  return { type: 'album-item', albumId: ALBUM, assetId: idOf(number), position, removed: false };
}

/** The numbers of the photos in the order of the album, after some changes to it. */
function after(items: readonly AlbumItem[], changes: ReturnType<typeof reorder>): number[] {
  const shelf = emptyShelf();
  for (const each of items) takeAlbum(shelf, each);
  for (const change of changes) {
    assert.ok(change.name === 'album.move' || change.name === 'album.add');
    takeAlbum(shelf, { type: 'album-item', removed: false, ...change.args });
  }
  return placesOf(shelf, ALBUM).map(({ assetId }) => Number(assetId.slice(-12)));
}

const FOUR = [item(1, 'a0'), item(2, 'a1'), item(3, 'a2'), item(4, 'a3')];

test('AB-3: photos of an album go before another one or last, and only they are written', () => {
  const moves = [
    { moved: [4], before: 1, expected: [4, 1, 2, 3] },
    { moved: [1], before: null, expected: [2, 3, 4, 1] },
    { moved: [3, 1], before: 4, expected: [2, 3, 1, 4] },
    { moved: [2], before: 2, expected: [1, 2, 3, 4] },
    { moved: [2, 3], before: 2, expected: [1, 2, 3, 4] },
  ];
  for (const { moved, before, expected } of moves) {
    const changes = reorder(ALBUM, FOUR, moved.map(idOf), before === null ? null : idOf(before));
    assert.equal(changes.length, moved.length);
    assert.deepEqual(after(FOUR, changes), expected);
  }
});

test('AB-3: photos that two devices put at one place are told apart when something goes between them', () => {
  const tied = [item(1, 'a0'), item(2, 'a0'), item(3, 'a0'), item(4, 'a1')];
  assert.deepEqual(after(tied, reorder(ALBUM, tied, [idOf(4)], idOf(2))), [1, 4, 2, 3]);
  assert.deepEqual(after(tied, reorder(ALBUM, tied, [idOf(3)], idOf(1))), [3, 1, 2, 4]);
});

test('AB-3: any order can be had by moves, one after another', () => {
  let items: readonly AlbumItem[] = Array.from({ length: 30 }, (_, index) => item(index, index % 3 === 0 ? 'a0' : `a${index % 9}`));
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let step = 0; step < 200; step += 1) {
    const order = after(items, []);
    const moved = order[random(30)]!;
    const rest = order.filter((each) => each !== moved);
    const at = random(30);
    const before = rest[at];
    const changes = reorder(
      ALBUM,
      order.map((each) => items.find(({ assetId }) => assetId === idOf(each))!),
      [idOf(moved)],
      before === undefined ? null : idOf(before),
    );
    assert.deepEqual(after(items, changes), [...rest.slice(0, at), moved, ...rest.slice(at)]);
    items = items.map((each) => {
      const change = changes.find(({ args }) => 'assetId' in args && args.assetId === each.assetId);
      return change?.name === 'album.move' ? { ...each, position: change.args.position } : each;
    });
  }
});

test('AB-2: photos are added last, in the order in which they were chosen, and none twice', () => {
  const changes = addLast(ALBUM, FOUR, [idOf(7), idOf(2), idOf(5)]);
  assert.equal(changes.length, 2);
  assert.deepEqual(after(FOUR, changes), [1, 2, 3, 4, 7, 5]);
  assert.deepEqual(after([], addLast(ALBUM, [], [idOf(3), idOf(1)])), [3, 1]);
});
