import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressWords } from './progress-words.ts';

const BEGUN = { done: 0, total: 100, doneBefore: 0, moved: 0, seconds: 0 };

test('CL-11: what is not known is not said: no rate of nothing, and no time to go from the first moment', () => {
  assert.equal(progressWords(BEGUN), '0 of 100 in sync');
  assert.equal(progressWords({ ...BEGUN, done: 3, moved: 2_000_000, seconds: 1 }), '3 of 100 in sync, 2 MB moved');
  assert.equal(progressWords({ ...BEGUN, done: 3, seconds: 9 }), '3 of 100 in sync, about 5 minutes to go');
});

test('CL-11: the time to go follows what was done in this spell, not what was in sync long before', () => {
  const late = { done: 99_010, total: 100_000, doneBefore: 99_000, moved: 30_000_000, seconds: 10 };
  assert.equal(progressWords(late), '99010 of 100000 in sync, 30 MB moved, 3 MB/s, about 17 minutes to go');
  assert.equal(progressWords({ ...late, done: 99_000 }), '99000 of 100000 in sync, 30 MB moved, 3 MB/s');
  assert.match(progressWords({ ...late, done: 99_999 }), /, a few seconds to go$/);
  assert.match(progressWords({ ...late, done: 99_001 }), /, about 3 hours to go$/);
  assert.match(progressWords({ ...late, done: 99_990, seconds: 990 }), /, about 10 seconds to go$/);
});
