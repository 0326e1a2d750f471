import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldersOf, namedWords, pinnedThere, pinOf, pinsWords, pinWords } from './pins.ts';

test('OS-36: what is pinned on a device stands on its card by name, the first of it, and how much more there is', () => {
  const first = [
    { kind: 'folder', name: 'Trips/2024' } as const,
    { kind: 'album', name: 'Summer' } as const,
    { kind: 'photo', name: 'IMG_1.jpg' } as const,
  ];
  assert.equal(
    pinsWords({ count: 3, first }),
    'Pinned there, and last to make room: the folder Trips/2024, the album “Summer”, IMG_1.jpg.',
  );
  assert.match(pinsWords({ count: 1003, first }), /IMG_1\.jpg, and 1,000 more\.$/);
  assert.match(pinsWords({ count: 1, first: [{ kind: 'folder', name: '' }] }), /: its whole folder\.$/);
});

test('OS-56: of a photo it is told whether it is pinned itself, with a folder that it lies in there or with an album; and what is pinned can be named to end it', () => {
  const pins = {
    count: 3,
    first: [
      { kind: 'album', name: 'Summer', id: 'a' } as const,
      { kind: 'folder', name: 'Trips' } as const,
      { kind: 'photo', name: 'x.jpg', id: 'x' } as const,
    ],
    photos: ['x'],
  };
  assert.deepEqual(pinnedThere(pins, 'x', 'Trips/x.jpg', ['a']), { by: 'itself' });
  assert.deepEqual(pinnedThere(pins, 'y', 'Trips/2024/y.jpg', ['a']), { by: 'folder', with: pins.first[1] });
  for (const path of ['Trips.jpg', 'Trips2/y.jpg', null]) assert.equal(pinnedThere(pins, 'y', path, ['b']), null);
  assert.deepEqual(pinnedThere(pins, 'y', null, ['b', 'a']), { by: 'album', with: pins.first[0] });
  assert.deepEqual(pinnedThere({ count: 1, first: [{ kind: 'folder', name: '' }] }, 'y', 'y.jpg', []), {
    by: 'folder',
    with: { kind: 'folder', name: '' },
  });
  assert.equal(pinnedThere(undefined, 'x', 'x.jpg', []), null);
  assert.deepEqual(pins.first.map(pinOf), [
    { kind: 'album', id: 'a', title: 'Summer' },
    { kind: 'folder', path: 'Trips' },
    { kind: 'photo', id: 'x' },
  ]);
  assert.equal(pinOf({ kind: 'photo', name: 'told by an older device' }), null);
  for (const [at, pin] of pins.first.map(pinOf).entries())
    if (pin && pin.kind !== 'photo') assert.equal(pinWords(pin), namedWords(pins.first[at] ?? { kind: 'photo', name: '' }));
});

test('OS-56: the folders of a device are those that its files lie in, and all above them', () => {
  const paths = ['a.jpg', '2024/10/b.jpg', '2024/9/c.jpg', 'Trips/Sea 2/d.jpg'];
  const items = paths.map((path) => ({ path, form: 'original' as const }));
  assert.deepEqual(foldersOf([...items, { path: 'Gone/e.jpg', form: 'missing' }]), ['2024', '2024/9', '2024/10', 'Trips', 'Trips/Sea 2']);
});
