import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transfer } from '../plan/index.ts';
import { isStuck } from './stuck.ts';

const piece = (over: Partial<Transfer>): Transfer => ({ phase: 'sending', offset: 5, size: 10, movedAt: 1000, ...over });

test('WD-1: work is stuck when it has not got on for longer than its kind may take; a large file is checked for as long as that takes', () => {
  assert.equal(isStuck(piece({}), 1000 + 15_000), false);
  assert.equal(isStuck(piece({}), 1000 + 25_000), true);
  assert.equal(isStuck(piece({ phase: 'hashing' }), 1000 + 25_000), false);
  assert.equal(isStuck(piece({ phase: 'hashing' }), 1000 + 65_000), true);
  assert.equal(isStuck(piece({ phase: 'verifying', size: 5e9 }), 1000 + 300_000), false);
  assert.equal(isStuck(piece({ phase: 'verifying', size: 5e9 }), 1000 + 600_000), true);
  assert.equal(isStuck({ phase: 'sending', offset: 0, size: 1 }, 1e12), false, 'what nobody timed is not judged');
});
