import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Device } from '@rollcall/protocol';
import { comingTo } from './coming.ts';

const full = { files: 60, bytes: 300_000_000 };
const compressed = { files: 40, bytes: 10_000_000, originals: 200_000_000 };
const coming = { photos: 900, bytes: 2_100_000, rate: 3000, timeLeft: 700_000 };

function device(incoming: number, value?: string, more: object = { storage: { full, compressed } }): Pick<Device, 'roll'> {
  const about = value === undefined ? {} : { about: { settings: { storage: { value, from: 'device' } }, ...more } };
  return { roll: { incoming, ...about } } as unknown as Pick<Device, 'roll'>;
}

test('OS-35: while photos come to a device, or originals come back to it, its card tells how far that is', () => {
  assert.deepEqual(comingTo(device(900, 'keep-originals', { coming }), 1000), {
    there: 100,
    all: 1000,
    words: '100 of 1,000 photos are there, 900 to come: 2.1 MB, 3 kB a second, about 12 min to go.',
  });
  assert.equal(comingTo(device(5), 3)?.words, '0 of 5 photos are there, 5 to come.', 'more than the page has heard of; an older device');
  assert.deepEqual(comingTo(device(0, 'keep-originals'), 100), {
    there: 60,
    all: 100,
    words: '40 originals of 100 files to come back: 190 MB.',
  });
  assert.match(comingTo(device(0, 'keep-originals', { storage: { full, compressed }, coming }), 100)?.words ?? '', /about 12 min to go\.$/);
  assert.equal(comingTo(device(0, 'optimise'), 100), null, 'they are to be compressed');
  const none = { files: 0, bytes: 0, originals: 0 };
  assert.equal(comingTo(device(0, 'keep-originals', { storage: { full, compressed: none } }), 100), null);
  assert.equal(comingTo({ roll: null }, 100), null);
});
