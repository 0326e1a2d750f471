import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Item } from '../library/item.ts';
import { boxOf, layOut, photoAt, visibleBlocks, type GridMeasure, type Section } from './layout.ts';
import { extend, keepPresent, NOTHING, toggle } from './selection.ts';
import { walk } from './walk.ts';

const measure: GridMeasure = { width: 1000, rowHeight: 200, gap: 6, heading: 40, bandGap: 18, blockGap: 20, headingWidth: () => 100 };

function item(id: string, ratio = 1.5): Item {
  return {
    id,
    at: 0,
    timed: true,
    kind: 'photo',
    fileName: id,
    ratio,
    duration: null,
    favourite: false,
    hidden: false,
    picture: { state: 'not-yet' },
    moving: null,
    raw: false,
    screenshot: false,
    panorama: false,
    place: null,
    burst: null,
    trashedAt: null,
  };
}
function section(key: string, sizes: readonly number[]): Section {
  return { key, title: key, fullTitle: key, items: sizes.map((ratio, index) => item(`${key}${index}`, ratio)) };
}
const pages = fc
  .array(fc.array(fc.double({ min: 0.45, max: 3, noNaN: true }), { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 30 })
  .map((days) => days.map((sizes, index) => section(`d${index}_`, sizes)));

test('WE-12: no two photos overlap, and none stands outside the page', () => {
  fc.assert(
    fc.property(pages, (sections) => {
      const layout = layOut(sections, measure);
      const boxes = sections
        .flatMap((each) => each.items.map(({ id }) => boxOf(layout, id)!))
        .sort((a, b) => a.top - b.top || a.left - b.left);
      for (const [index, box] of boxes.entries()) {
        assert.ok(
          box.left >= 0 &&
            box.left + box.width <= measure.width + 0.01 &&
            box.top >= measure.heading &&
            box.top + box.height <= layout.height + 0.01,
        );
        for (const other of boxes.slice(index + 1, index + 12)) {
          const apart =
            other.left >= box.left + box.width - 0.01 ||
            box.left >= other.left + other.width - 0.01 ||
            other.top >= box.top + box.height - 0.01;
          assert.ok(apart);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('WE-12: what is drawn is everything that is in sight', () => {
  fc.assert(
    fc.property(pages, fc.double({ min: 0, max: 1, noNaN: true }), (sections, part) => {
      const layout = layOut(sections, measure);
      const from = layout.height * part;
      const to = from + 700;
      const drawn = new Set(
        visibleBlocks(layout, from, to).flatMap(({ block, rows }) =>
          rows.flatMap((row) => block.section.items.slice(row.start, row.end).map(({ id }) => id)),
        ),
      );
      for (const { id } of sections.flatMap(({ items }) => items)) {
        const box = boxOf(layout, id)!;
        if (box.top < to && box.top + box.height > from) assert.ok(drawn.has(id));
      }
    }),
    { numRuns: 60 },
  );
});

test('WE-12: a day of one narrow photo has the room that its heading needs', () => {
  const days = ['Sun, 17 Aug 2025', 'Mon, 2 Jun'].map((title) => ({ ...section(title, [0.5]), title }));
  const [first, second] = layOut(days, { ...measure, headingWidth: (title) => title.length * 10 }).bands[0]?.blocks ?? [];
  assert.deepEqual([first?.width, second?.left], [160, 180]);
});

test('WE-12: days of a few photos share a line', () => {
  const layout = layOut([section('a', [1]), section('b', [1.5]), section('c', [1])], measure);
  assert.equal(layout.bands.length, 1);
  assert.deepEqual(
    layout.bands[0]?.blocks.map(({ section: { key } }) => key),
    ['a', 'b', 'c'],
  );
});

test('WE-13: the photo that one looks at is found again when others came above it', () => {
  const old = [
    section(
      'b',
      Array.from({ length: 40 }, () => 1.5),
    ),
  ];
  const before = layOut(old, measure);
  const seen = photoAt(before, 1000)!;
  const after = layOut(
    [
      section(
        'a',
        Array.from({ length: 10 }, () => 1.5),
      ),
      ...old,
    ],
    measure,
  );
  const moved = boxOf(after, seen.id)!.top - seen.top;
  const height = after.bands[1]!.top - after.bands[0]!.top;
  assert.ok(Math.abs(moved - height) < 0.01);
});

test('WE-14: arrow keys reach every photo, and stop at the ends', () => {
  fc.assert(
    fc.property(pages, (sections) => {
      const layout = layOut(sections, measure);
      const order = sections.flatMap(({ items }) => items.map(({ id }) => id));
      let at = walk(layout, null, 'right');
      for (const id of order) {
        assert.equal(at, id);
        at = walk(layout, at, 'right');
      }
      assert.equal(at, order.at(-1));
      assert.equal(walk(layout, order[0]!, 'left'), order[0]);
      assert.equal(walk(layout, at, 'first'), order[0]);
    }),
    { numRuns: 40 },
  );
});

test('WE-14: down leads to a lower line and up to a higher one, until there is none', () => {
  fc.assert(
    fc.property(pages, (sections) => {
      const layout = layOut(sections, measure);
      let at = walk(layout, null, 'first')!;
      for (let steps = 0; steps < 200; steps += 1) {
        const next = walk(layout, at, 'down')!;
        if (next === at) break;
        assert.ok(boxOf(layout, next)!.top > boxOf(layout, at)!.top);
        assert.ok(boxOf(layout, walk(layout, next, 'up')!)!.top < boxOf(layout, next)!.top);
        at = next;
      }
      const lowest = Math.max(...sections.flatMap(({ items }) => items.map(({ id }) => boxOf(layout, id)!.top)));
      assert.ok(Math.abs(boxOf(layout, at)!.top - lowest) < 0.01);
    }),
    { numRuns: 40 },
  );
});

test('WE-15: a range is chosen from the last choice, and what is gone is chosen no more', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];
  const one = toggle(NOTHING, 'd');
  const range = extend(one, 'b', order);
  assert.deepEqual([...range.ids].sort(), ['b', 'c', 'd']);
  assert.deepEqual([...extend(range, 'e', order).ids].sort(), ['b', 'c', 'd', 'e']);
  assert.deepEqual([...keepPresent(range, (id) => id !== 'c').ids].sort(), ['b', 'd']);
  assert.equal(
    keepPresent(range, () => true),
    range,
  );
  assert.equal(toggle(one, 'd').ids.size, 0);
});
