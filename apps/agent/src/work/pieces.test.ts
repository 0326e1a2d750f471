import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pieces } from './pieces.ts';

test('NW-12: a size that was refused to one file is not tried with the next ones, but again after a while', () => {
  const pieces = new Pieces();
  assert.equal(pieces.limit(9_000_000, 0), undefined);
  pieces.refused(3_000_000, 1_500_000, 0);
  pieces.refused(1_500_000, 750_000, 10);
  assert.equal(pieces.limit(9_000_000, 20), 750_000);
  assert.deepEqual(pieces.ofFile(9_000_000, 20), { piece: 1_500_000, limit: 750_000, since: 0 });
  assert.equal(pieces.limit(750_000, 20), undefined, 'what is small enough goes as it is');
  const later = 11 * 60_000;
  assert.equal(pieces.limit(9_000_000, later), undefined);
  pieces.refused(1_500_000, 750_000, later);
  assert.equal(pieces.limit(9_000_000, later + 1), 750_000);
});
