import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Device } from '@rollcall/protocol';
import { lossesOf } from './losses.ts';

const NONE = { onDevice: 0, inSync: 0, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };

function device(counts: object, compressed: { files: number; originals: number } | null): Pick<Device, 'kind' | 'roll'> {
  const about = compressed === null ? {} : { about: { storage: { compressed: { bytes: 1, ...compressed } } } };
  return { kind: 'folder', roll: { counts: { ...NONE, ...counts }, ...about } } as unknown as Pick<Device, 'kind' | 'roll'>;
}

test('OS-33: before a device is removed it is said what is not in the cloud, what is there compressed only, and that it has not told', () => {
  assert.deepEqual(lossesOf(device({ onDevice: 3, inSync: 3 }, null)), []);
  assert.deepEqual(lossesOf(device({ onDevice: 3, inSync: 3 }, { files: 0, originals: 0 })), []);
  assert.deepEqual(lossesOf(device({ onDevice: 3, inSync: 1, moving: 1, failing: 1 }, null)), [
    '2 photos on it are not in the cloud yet, and will not come by itself.',
  ]);
  const [unsafe, compressed] = lossesOf(device({ onDevice: 2, inSync: 1, waiting: 1 }, { files: 1, originals: 4_000_000 }));
  assert.match(unsafe ?? '', /^1 photo on it is not in the cloud yet/);
  assert.match(compressed ?? '', /^1 file on it is there as a compressed version only\. Its original \(4 MB\) stays in the cloud\./);
  assert.match(lossesOf({ kind: 'folder', roll: null })[0] ?? '', /has not told yet/);
  assert.deepEqual(lossesOf({ kind: 'browser', roll: null }), []);
});
