import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toForget, type KeptPicture } from './room.ts';

const kept = (count: number, bytes = 10): KeptPicture[] =>
  Array.from({ length: count }, (_, index) => ({ url: `/${index}`, bytes, used: (index * 7) % count }));

test('PW-9: pictures are kept up to a number and a size, and those go that nobody looked at for longest', () => {
  assert.deepEqual(toForget(kept(10), { count: 10, bytes: 100 }), []);
  const many = toForget(kept(11), { count: 10, bytes: 1_000 });
  assert.deepEqual(
    many.map(({ used }) => used),
    [0, 1],
    'down to nine tenths',
  );
  const large = toForget(kept(10, 50), { count: 100, bytes: 400 });
  assert.deepEqual(
    large.map(({ used }) => used),
    [0, 1, 2],
  );
});
