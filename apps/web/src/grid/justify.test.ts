import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { justify } from './justify.ts';

const ratios = fc.array(fc.double({ min: 0.45, max: 3, noNaN: true }), { maxLength: 80 });
const measures = fc.record({
  width: fc.integer({ min: 320, max: 2600 }),
  rowHeight: fc.integer({ min: 90, max: 260 }),
  gap: fc.integer({ min: 0, max: 8 }),
});

test('WE-11: every photo stands in exactly one row, in order', () => {
  fc.assert(
    fc.property(ratios, measures, (shapes, measure) => {
      let next = 0;
      for (const row of justify(shapes, measure)) {
        assert.equal(row.start, next);
        assert.ok(row.end > row.start);
        next = row.end;
      }
      assert.equal(next, shapes.length);
    }),
  );
});

test('WE-11: rows fill the width but the last, none is wider, and none overlaps the next', () => {
  fc.assert(
    fc.property(ratios, measures, (shapes, measure) => {
      const rows = justify(shapes, measure);
      for (const [index, row] of rows.entries()) {
        const width =
          shapes.slice(row.start, row.end).reduce((sum, ratio) => sum + ratio * row.height, 0) + measure.gap * (row.end - row.start - 1);
        assert.ok(width <= measure.width + 0.01);
        if (index < rows.length - 1) assert.ok(Math.abs(width - measure.width) < 0.01);
        const below = rows[index + 1];
        if (below) assert.ok(Math.abs(below.top - (row.top + row.height + measure.gap)) < 0.01);
      }
    }),
  );
});

test('WE-11: no row is much higher or lower than wanted', () => {
  fc.assert(
    fc.property(ratios, measures, (shapes, measure) => {
      for (const row of justify(shapes, measure))
        assert.ok(row.height > measure.rowHeight * 0.3 && row.height < measure.rowHeight * 3.2, `${row.height} of ${measure.rowHeight}`);
    }),
  );
});
