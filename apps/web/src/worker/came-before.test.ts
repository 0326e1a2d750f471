import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cameBefore } from './came-before.ts';

test('PW-25: of what a page tells that it has got, the worker takes pictures with a version of its own server, and nothing else', () => {
  const here = 'https://photos.example';
  const picture = `${here}/api/v1/assets/a/renditions/thumbnail?v=1`;
  const came = [
    picture,
    `${here}/api/v1/assets/a/renditions/thumbnail`,
    `${here}/api/v1/session`,
    `${here}/assets/app-1.js`,
    'https://elsewhere.example/api/v1/assets/a/renditions/thumbnail?v=1',
    'no address',
    7,
  ];
  assert.deepEqual(cameBefore({ came }, here), [picture]);
  for (const told of [null, undefined, 'take-over', { came: 'x' }, {}, []]) assert.deepEqual(cameBefore(told, here), []);
  assert.equal(cameBefore({ came: Array.from({ length: 2_000 }, (_, at) => `${picture}${at}`) }, here).length, 500);
});
