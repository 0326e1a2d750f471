import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Description } from '../describe.ts';
import { peopleShown } from '../people-shown.ts';

const area = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

function shown(orientation: number | null, rotation: number | null, kind: Description['kind'] = 'photo') {
  const details = { orientation, rotation, people: [{ name: 'Ann', area }] } as unknown as Description['details'];
  const found = peopleShown({ kind, details })[0]!.area;
  return found && [found.x, found.y, found.width, found.height].map((value) => Math.round(value * 100) / 100);
}

test('VW-6: people stand where they are in the picture as it is shown, whatever turns it, and within it; of a film only their names are told', () => {
  assert.deepEqual(shown(null, null), [0.1, 0.2, 0.3, 0.4]);
  assert.deepEqual(shown(2, null), [0.6, 0.2, 0.3, 0.4]);
  assert.deepEqual(shown(3, null), [0.6, 0.4, 0.3, 0.4]);
  assert.deepEqual(shown(4, null), [0.1, 0.4, 0.3, 0.4]);
  assert.deepEqual(shown(5, null), [0.2, 0.1, 0.4, 0.3]);
  assert.deepEqual(shown(6, null), [0.4, 0.1, 0.4, 0.3]);
  assert.deepEqual(shown(7, null), [0.4, 0.6, 0.4, 0.3]);
  assert.deepEqual(shown(8, null), [0.2, 0.6, 0.4, 0.3]);
  assert.deepEqual(shown(6, 90), shown(8, null), 'the file’s own rotation replaces it');
  assert.deepEqual(shown(1, 270), shown(6, null));
  assert.equal(shown(1, 90, 'video'), null);
  const outside = { name: 'Bo', area: { x: -0.5, y: 0.9, width: 0.7, height: 0.4 } };
  const details = { orientation: null, rotation: null, people: [outside] } as unknown as Description['details'];
  const { x, y, width, height } = peopleShown({ kind: 'photo', details })[0]!.area!;
  assert.deepEqual([x, y, Math.round(width * 100), Math.round(height * 100)], [0, 0.9, 20, 10]);
});
