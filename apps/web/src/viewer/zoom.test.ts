import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { doubleScale, fitted, largestScale, percentWords, pixelScale, WHOLE, within, zoomAbout } from './zoom.ts';

const ROOM = { width: 1000, height: 800 };
const PHOTO = { width: 4000, height: 3000 };

test('VW-40: at 100 % one pixel of the photo is one of the screen, whatever the screen and the window', () => {
  assert.deepEqual(fitted(PHOTO, ROOM), { width: 1000, height: 750 });
  assert.deepEqual([pixelScale(PHOTO, ROOM, 1), pixelScale(PHOTO, ROOM, 2)], [4, 2]);
  assert.equal(pixelScale({ width: 500, height: 400 }, ROOM, 1), 0.5, 'a small one is shown larger than it is');
  assert.deepEqual([pixelScale(null, ROOM, 1), pixelScale(PHOTO, { width: 0, height: 0 }, 1)], [null, null]);
  assert.deepEqual(
    [percentWords(WHOLE, 4), percentWords({ scale: 4, x: 0, y: 0 }, 4), percentWords(WHOLE, 0.5), percentWords(WHOLE, null)],
    ['25 %', '100 %', '200 %', null],
  );
  assert.deepEqual([largestScale(4), largestScale(null), largestScale(0.5)], [16, 8, 8]);
  assert.deepEqual([doubleScale(4), doubleScale(1.2), doubleScale(null)], [4, 2.5, 2.5]);
});

test('VW-40: what is under the pointer stays there, within limits, and the picture is never dragged out of sight', () => {
  const at = fc.integer({ min: -500, max: 500 });
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 6, noNaN: true }),
      at,
      at,
      fc.double({ min: 1.01, max: 15, noNaN: true }),
      at,
      at,
      (factor, x, y, scale, moveX, moveY) => {
        const before = { scale, x: moveX, y: moveY };
        const after = zoomAbout(before, factor, x, y, largestScale(4));
        assert.ok(after.scale >= 1 && after.scale <= 16);
        if (after.scale === 1) return assert.deepEqual(after, WHOLE);
        assert.ok(Math.abs((x - after.x) / after.scale - (x - before.x) / before.scale) < 1e-6);
        const kept = within(after, fitted(PHOTO, ROOM), ROOM);
        const over = (size: number, room: number): number => Math.max(0, (size * kept.scale - room) / 2);
        assert.ok(Math.abs(kept.x) <= over(1000, ROOM.width) + 1e-9 && Math.abs(kept.y) <= over(750, ROOM.height) + 1e-9);
      },
    ),
  );
  assert.deepEqual(within({ scale: 1, x: 40, y: -9 }, fitted(PHOTO, ROOM), ROOM), WHOLE);
});
