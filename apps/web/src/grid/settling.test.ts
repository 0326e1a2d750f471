import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnTo } from './settling.ts';

test('PF-7: what follows soon on another page was not looked at, and what stays is one page', () => {
  const [first, second, third, fourth] = [{}, {}, {}, {}];
  const turns = [turnTo(first, null, 1000)];
  const go = (page: object, now: number): void => void turns.push(turnTo(page, turns.at(-1)!, now));
  go(first, 1100);
  assert.equal(turns[1], turns[0]);
  go(second, 1250);
  go(third, 1400);
  go(third, 5000);
  go(fourth, 5010);
  assert.deepEqual(
    turns.map(({ soon }) => soon),
    [false, false, true, true, true, false],
    'since it came, not since it was last asked about',
  );
});

test('PF-7: where a page never rests its pictures are asked for all the same, now and then', () => {
  let turn = turnTo({}, null, 0);
  const asked: number[] = [];
  for (let now = 100; now <= 5000; now += 100) {
    turn = turnTo({}, turn, now);
    if (!turn.soon) asked.push(now);
  }
  assert.deepEqual(asked, [1500, 3000, 4500]);
});

test('SR-25: the first page of a search is asked for no pictures before one has stopped typing, and one that is come back to at once', () => {
  const typing = turnTo({}, null, 1000, true);
  const back = turnTo({}, null, 1000);
  assert.deepEqual([typing.soon, back.soon], [true, false]);
  // However slowly; now and then pictures are asked for all the same, and when nobody types by the usual rule.
  let turn = typing;
  const asked: number[] = [];
  for (let now = 1700; now <= 15_000; now += 700) {
    turn = turnTo({}, turn, now, true);
    if (!turn.soon) asked.push(now);
  }
  assert.deepEqual(asked, [7300, 13_600]);
  assert.equal(turnTo({}, turn, 20_000).soon, false);
});
