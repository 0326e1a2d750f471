import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, PACES, soon, USUAL_PACE, type Show, type Step } from './show.ts';

const begun: Show = { ids: ['a', 'b', 'c'], at: 0, playing: true, pace: USUAL_PACE, loops: false, over: false, turn: 0 };
const through = (show: Show, steps: readonly Step['do'][], gone: readonly string[] = []): Show =>
  steps.reduce<Show>((at, step) => after(at, { do: step }, (id) => !gone.includes(id)), show);
const where = ({ ids, at, playing, over }: Show): string => `${ids[at]}${playing ? '' : ' pause'}${over ? ' over' : ''}`;

test('AB-19: a slideshow goes on until its end, where it stops, or begins anew if it is to; a person goes both ways around', () => {
  const cases: readonly (readonly [readonly Step['do'][], string])[] = [
    [['go-on'], 'b'],
    [['go-on', 'go-on'], 'c'],
    [['go-on', 'go-on', 'go-on'], 'c pause over'],
    [['go-on', 'go-on', 'go-on', 'go-on'], 'c pause over'],
    [['loop', 'go-on', 'go-on', 'go-on'], 'a'],
    [['next', 'next', 'next'], 'a'],
    [['previous'], 'c'],
    [['pause', 'go-on'], 'a pause'],
    [['pause', 'next', 'pause', 'go-on'], 'c'],
    [['go-on', 'go-on', 'go-on', 'pause'], 'a'],
    [['go-on', 'go-on', 'go-on', 'previous'], 'b pause'],
  ];
  for (const [steps, expected] of cases) assert.equal(where(through(begun, steps)), expected, steps.join());
});

test('AB-19: what is gone meanwhile is passed over, and nothing is shown twice for it', () => {
  assert.equal(where(through(begun, ['go-on'], ['b'])), 'c');
  assert.equal(where(through(begun, ['go-on'], ['b', 'c'])), 'a pause over');
  assert.equal(where(through({ ...begun, loops: true }, ['go-on'], ['b', 'c'])), 'a');
  assert.equal(where(through(begun, ['next'], ['a', 'b', 'c'])), 'a pause over');
});

test('AB-19: it is faster and slower within limits, and what comes next is known', () => {
  assert.equal(through(begun, ['slower']).pace, 8);
  assert.equal(
    through(
      begun,
      Array.from({ length: 9 }, () => 'slower' as const),
    ).pace,
    PACES.at(-1),
  );
  assert.equal(
    through(
      begun,
      Array.from({ length: 9 }, () => 'faster' as const),
    ).pace,
    PACES[0],
  );
  assert.deepEqual([soon(begun), soon({ ...begun, at: 1 }), soon({ ...begun, at: 2 })], [['b', 'c'], ['c'], []]);
  assert.deepEqual(soon({ ...begun, at: 2, loops: true }), ['a', 'b']);
});

test('AB-34: what comes again by itself, alone in a loop or begun anew at the end, is a turn of its own', () => {
  const alone: Show = { ...begun, ids: ['a'] };
  assert.deepEqual(
    [through({ ...alone, loops: true }, ['go-on', 'go-on'])].map(({ at, turn }) => [at, turn]),
    [[0, 2]],
  );
  const over = through(alone, ['go-on']);
  assert.deepEqual([over.over, over.turn], [true, 0]);
  assert.deepEqual([where(through(over, ['pause'])), through(over, ['pause']).turn], ['a', 1]);
  assert.equal(through(begun, ['pause', 'slower', 'loop']).turn, 0);
});
