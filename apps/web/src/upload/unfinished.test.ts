import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Finder, leftBehind, type NotedUpload } from './unfinished.ts';

const noted = (assetId: string, more: Partial<NotedUpload> = {}): NotedUpload => ({
  assetId,
  name: 'a.jpg',
  path: 'a.jpg',
  size: 3,
  modified: 7,
  by: 'page',
  ...more,
});
const file = (name = 'a.jpg', size = 3, lastModified = 7) => ({ name, size, lastModified });

test('UP-59: a file that was not finished is found again by name, size and date, and by its folder where that is not enough', () => {
  const finder = new Finder([noted('1', { path: 'x/a.jpg' }), noted('2', { path: 'y/a.jpg' }), noted('3', { name: 'b.jpg' })]);
  assert.equal(finder.take(file('a.jpg', 4), 'x/a.jpg'), null);
  assert.equal(finder.take(file('a.jpg', 3, 8), 'x/a.jpg'), null);
  assert.equal(finder.take(file(), 'y/a.jpg')?.assetId, '2');
  assert.equal(finder.take(file(), 'a.jpg')?.assetId, '1', 'chosen again without its folder');
  assert.equal(finder.take(file(), 'a.jpg'), null, 'each once');
  assert.equal(finder.take(file('b.jpg'), 'b.jpg')?.assetId, '3');
});

test('UP-59: what another page of the browser is still at is not taken for unfinished', () => {
  const all = [noted('1', { by: 'alive' }), noted('2', { by: 'gone' })];
  assert.deepEqual(
    leftBehind(all, new Set(['alive', 'other'])).map(({ assetId }) => assetId),
    ['2'],
  );
});
