import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWithin, withRatio } from '@rollcall/core/recipe';
import { constantFrom, double, assert as check, property } from 'fast-check';
import { dragged, type Handle } from './drag.ts';

const frame = { width: 400, height: 300 };
const free = { degrees: 0, frame, ratio: null };
const crop = { x: 0.2, y: 0.2, width: 0.5, height: 0.5 };
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

test('NE-1: whatever of a crop is dragged, and however far, it stays within the picture and keeps the shape that it is held to', () => {
  const by = double({ min: -2, max: 2, noNaN: true });
  const handle = constantFrom<Handle[]>('all', 'n', 'e', 's', 'w', 'nw', 'ne', 'sw', 'se');
  check(
    property(
      handle,
      by,
      by,
      double({ min: -45, max: 45, noNaN: true }),
      constantFrom(null, 1, 4 / 3, 9 / 16),
      (which, across, down, degrees, ratio) => {
        const begin = withRatio(ratio, degrees, frame);
        const end = dragged(begin, which, across, down, { degrees, frame, ratio });
        assert.ok(isWithin(end, degrees, frame));
        assert.ok(end.width > 0 && end.height > 0);
        if (ratio !== null) assert.ok(near((end.width * frame.width) / (end.height * frame.height), ratio));
      },
    ),
  );
});

test('NE-1: a corner moves its two edges, an edge one, and all of it slides along what it meets', () => {
  assert.deepEqual(dragged(crop, 'se', 0.1, 0.05, free), { x: 0.2, y: 0.2, width: 0.6, height: 0.55 });
  assert.deepEqual(dragged(crop, 'n', 0.3, 0.25, free), { x: 0.2, y: 0.45, width: 0.5, height: 0.25 });
  const slid = dragged(crop, 'all', 5, 0.1, free);
  assert.ok(near(slid.x, 0.5) && near(slid.y, 0.3) && near(slid.width, 0.5));
  const small = dragged(crop, 'e', -5, 0, free);
  assert.ok(small.x === 0.2 && small.width > 0 && small.width < 0.1, 'never turned inside out');
});
