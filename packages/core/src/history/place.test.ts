import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AssetPlace, Device, Reason } from '@rollcall/protocol';
import { deletionWords, deviceNames } from './deletion.ts';
import { notThereYet, placeWords } from './place.ts';

const reason = (code: Reason['code']): Reason => ({ code, since: 1, evidence: {} });
const words = (state: AssetPlace['state'], ...codes: Reason['code'][]): string => placeWords({ state, reasons: codes.map(reason) }).words;

test('WY-1: each place of a photo is told in words: the original, a compressed copy, waiting, or not there', () => {
  assert.equal(words('safe'), 'Safe');
  assert.equal(words('original'), 'Original here');
  assert.equal(words('original', 'wifi-only'), 'Original here; held back by its settings');
  assert.equal(words('original', 'queued'), 'Original here; waiting its turn');
  assert.equal(words('compressed'), 'Compressed copy here, original in the cloud');
  assert.equal(words('compressed', 'downloading'), 'Compressed copy here, original in the cloud; on its way');
  assert.equal(words('on-its-way'), 'Not here yet, on its way');
  assert.equal(words('on-its-way', 'device-disk-full'), 'Not here yet; needs you');
  assert.equal(words('not-here'), 'Not here');
  assert.equal(words('not-here', 'mass-delete-held'), 'Not here; needs you');
  assert.equal(words('damaged'), 'Damaged in the cloud; asked back from your devices');
  assert.equal(words('trashed'), 'In Recently Deleted');
});

test('WY-62: what is on its way over a bad link is on its way, and did not fail; what only waits for a better one did', () => {
  assert.equal(words('original', 'slow-link', 'sending'), 'Original here; on its way');
  assert.equal(words('original', 'clock-skew', 'queued', 'hashing'), 'Original here; on its way');
  assert.equal(words('original', 'too-large-for-proxy', 'queued'), 'Original here; failed, and tried again');
  assert.equal(words('original', 'server-unreachable', 'asking'), 'Original here; failed, and tried again');
});

test('WY-2: why a photo is not on a device yet is told from what the device said of itself as a whole', () => {
  const roll = {
    reasons: [
      { code: 'file-unreadable', check: 1, class: 'needs-you', count: 1, primary: 1 },
      { code: 'wifi-only', check: 2, class: 'held', count: 4, primary: 4 },
    ],
    reportedAt: 5,
  } as unknown as NonNullable<Device['roll']>;
  assert.deepEqual(notThereYet({ name: 'Phone', silent: null, roll }), [{ code: 'wifi-only', since: 5, evidence: {} }]);
  assert.deepEqual(
    notThereYet({ name: 'Phone', silent: { since: 3, notSafe: 0 }, roll: null }).map(({ code }) => code),
    ['device-silent'],
  );
  assert.deepEqual(notThereYet({ name: 'Phone', silent: null, roll: null }), []);
});

test('WY-30: one file that may not be read, or a part of the folder that is away, keeps no other photo from a device; the folder as a whole, and a disk that cannot be written to, do', () => {
  const told = (code: Reason['code'], evidence: Reason['evidence']): Reason['code'][] => {
    const roll = { reasons: [{ code, count: 1, primary: 1, evidence }], reportedAt: 5 } as unknown as NonNullable<Device['roll']>;
    return notThereYet({ name: 'Phone', silent: null, roll }).map((each) => each.code);
  };
  assert.deepEqual(told('permission-missing', { needed: 'read', path: 'a.jpg', error: 'EACCES' }), []);
  assert.deepEqual(told('permission-missing', { needed: 'read', path: 'private', unseen: 'private' }), []);
  assert.deepEqual(told('folder-missing', { why: 'another disk lies over trip', unseen: 'trip' }), []);
  assert.deepEqual(told('permission-missing', { needed: 'read', whole: true, path: '/p' }), ['permission-missing']);
  assert.deepEqual(told('permission-missing', { needed: 'write to', path: '2024/a.jpg', error: 'EROFS' }), ['permission-missing']);
  assert.deepEqual(told('folder-missing', { why: 'the folder does not exist' }), ['folder-missing']);
});

test('WY-31: a device that only sends has nothing on its way to it: its place says so', () => {
  const about = { settings: { direction: { value: 'backup-only', from: 'device' } } };
  const roll = { reasons: [], upToDate: false, reportedAt: 5, about } as unknown as NonNullable<Device['roll']>;
  const reasons = notThereYet({ name: 'Phone', silent: null, roll });
  assert.deepEqual(
    reasons.map(({ code }) => code),
    ['not-in-this-direction'],
  );
  for (const state of ['on-its-way', 'not-here'] as const)
    assert.deepEqual(placeWords({ state, reasons }), { words: 'Not here: it only sends', tone: 'calm' });
});

test('WY-3: a deletion says on which devices it acts, and for how long it can be taken back', () => {
  assert.equal(deviceNames(['a']), 'a');
  assert.equal(deviceNames(['a', 'b']), 'a and b');
  assert.equal(deviceNames(['a', 'b', 'c', 'd', 'e']), 'a, b, c and 2 more');
  assert.equal(
    deletionWords({ photos: 1, devices: ['Laptop', 'Desktop'], undoable: 'for 30 days' }),
    'It leaves Laptop and Desktop with the next sync there (a device that only backs up keeps its file); it can be brought back for 30 days.',
  );
  assert.equal(
    deletionWords({ photos: 3, devices: ['Laptop'], undoable: 'until 3 June' }),
    'They leave Laptop with the next sync there (a device that only backs up keeps its file); they can be brought back until 3 June.',
  );
  assert.equal(
    deletionWords({ photos: 1, devices: [], undoable: 'for 30 days' }),
    'It is on none of your devices, and can be brought back for 30 days.',
  );
});
