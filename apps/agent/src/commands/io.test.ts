import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harmless } from './io.ts';

test('WY-23: no name steers the terminal on which it is shown', () => {
  assert.equal(harmless('ev\u001b[31mil\u009b1m \u202egnp.jpg'), 'ev\ufffd[31mil\ufffd1m \ufffdgnp.jpg');
  assert.equal(harmless('a\tb Käse 🧀.jpg'), 'a\tb Käse 🧀.jpg');
});

test('WY-58: what is told of one thing is one line, whatever signs are in its name', () => {
  assert.equal(harmless('one\ntwo\r\nthree\u2028four\u2029five\u0085.jpg'), 'one\ufffdtwo\ufffd\ufffdthree\ufffdfour\ufffdfive\ufffd.jpg');
});
