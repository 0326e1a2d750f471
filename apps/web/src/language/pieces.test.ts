import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieces } from './pieces.ts';

test('LA-5: a message with parts that are more than text is cut where its tags are', () => {
  assert.deepEqual(pieces('See <page>Sync health</page>, or <b>not</b>.'), [
    { tag: null, text: 'See ' },
    { tag: 'page', text: 'Sync health' },
    { tag: null, text: ', or ' },
    { tag: 'b', text: 'not' },
    { tag: null, text: '.' },
  ]);
  assert.deepEqual(pieces('1 < 2 <b>'), [{ tag: null, text: '1 < 2 <b>' }]);
});
