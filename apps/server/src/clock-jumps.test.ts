import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockJumps } from './clock-jumps.ts';

test('TR-4: a clock that jumps is reported, once; one that is put right by seconds, and time that passes, are not', () => {
  let wall = 1_000_000;
  let passed = 0;
  const asked = clockJumps(
    () => wall,
    () => passed,
  );
  const lives = (ms: number, jump: number): number => {
    passed += ms;
    wall += ms + jump;
    return asked();
  };
  assert.equal(lives(3_600_000, 0), 0);
  assert.equal(lives(60_000, 5000), 0);
  assert.equal(lives(60_000, 86_400_000), 86_400_000);
  assert.equal(lives(60_000, 0), 0);
  assert.equal(lives(60_000, -172_800_000), -172_800_000);
});
