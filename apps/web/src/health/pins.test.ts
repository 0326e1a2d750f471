import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinsWords } from './pins.ts';

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
