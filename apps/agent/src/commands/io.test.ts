import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harmless } from './io.ts';

test('WY-23: no name steers the terminal on which it is shown', () => {
  assert.equal(harmless('ev\u001b[31mil\u009b1m \u202egnp.jpg'), 'ev\ufffd[31mil\ufffd1m \ufffdgnp.jpg');
  assert.equal(harmless('a\tb\nKäse 🧀.jpg'), 'a\tb\nKäse 🧀.jpg');
});
