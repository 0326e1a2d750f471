import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '@rollcall/protocol';
import { applyChanges, emptyReplica, type Replica } from '../library/replica.ts';
import { asset, feed, idOf, resource } from '../library/testing.ts';
import { factsOf, givenBack, groupKey, takenOver } from './facts.ts';

const album = { type: 'album', title: 'Trip', order: 'by-hand', cover: null, deleted: false, addedAt: 0, addedBy: null } as const;
const PLACE = { lat: 1, lon: 2, altitude: null };

function pair(): Replica {
  const replica = emptyReplica();
  applyChanges(
    replica,
    feed([
      asset(1, { width: 400, height: 300, keywords: ['sea'], title: 'Mine' }),
      asset(2, {
        width: 200,
        height: 150,
        keywords: ['sea', 'night'],
        title: 'Other',
        caption: 'At the sea',
        favourite: true,
        place: PLACE,
      }),
      resource(1, 'original', 'a'),
      resource(2, 'original', 'b'),
      { ...album, id: idOf(900) },
      { ...album, id: idOf(901), title: 'Both' },
      { type: 'album-item', albumId: idOf(900), assetId: idOf(2), position: 'a3', removed: false },
      { type: 'album-item', albumId: idOf(901), assetId: idOf(1), position: 'a0', removed: false },
      { type: 'album-item', albumId: idOf(901), assetId: idOf(2), position: 'a1', removed: false },
    ]),
  );
  return replica;
}

test('AB-23: of photos that are alike it is told side by side what matters, and what differs', () => {
  const lines = factsOf(pair(), [idOf(1), idOf(2)]);
  const told = Object.fromEntries(lines.map(({ name, values, differs }) => [name, { values, differs }]));
  assert.deepEqual(told['Pixels'], { values: ['400 × 300', '200 × 150'], differs: true });
  assert.deepEqual(told['Taken']?.differs, false);
  assert.deepEqual(told['Caption']?.values, ['', 'At the sea']);
  assert.deepEqual(told['Albums']?.values, ['Both', 'Both, Trip']);
  assert.equal(told['Camera'], undefined, 'what is the same need not be read');
});

test('AB-23: the one that is kept takes over what a person did with the others, nothing of its own is lost, and that is taken back', () => {
  const replica = pair();
  const over = takenOver(replica, idOf(1), [idOf(2)]);
  assert.deepEqual(over, [
    {
      name: 'asset.set',
      args: { assetId: idOf(1), fields: { favourite: true, keywords: ['sea', 'night'], caption: 'At the sea', place: PLACE } },
    },
    { name: 'album.add', args: { albumId: idOf(900), assetId: idOf(1), position: 'a3' } },
  ]);
  const back: readonly Change[] = [
    { name: 'asset.set', args: { assetId: idOf(1), fields: { favourite: false, keywords: ['sea'], caption: null, place: null } } },
    { name: 'album.remove', args: { albumId: idOf(900), assetId: idOf(1) } },
  ];
  assert.deepEqual(givenBack(replica, over), back);
  assert.deepEqual(takenOver(replica, idOf(2), [idOf(1)]), [], 'it has all of that');
  assert.deepEqual(takenOver(replica, idOf(99), [idOf(1)]), []);
  assert.equal(groupKey([idOf(2), idOf(1)]), groupKey([idOf(1), idOf(2)]));
});
