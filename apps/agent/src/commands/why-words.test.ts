import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellReason, type Reason } from '@rollcall/protocol';
import type { PlaceTold } from './story.ts';
import { elsewhereLines, matchLines, whyLines } from './why-words.ts';
import type { WhyTold } from './why.ts';

const AT = Date.UTC(2026, 4, 3, 14, 26);
const cloud: PlaceTold = { where: 'cloud', state: 'safe', words: 'Safe', path: null, reasons: [], asOf: null };
const here: PlaceTold = { where: 'Laptop', state: 'original', words: 'Original here', path: 'a.jpg', reasons: [], asOf: null };
const told = (more: Partial<WhyTold> = {}, places = [cloud, here]): WhyTold => ({
  name: 'a.jpg',
  file: 'a.jpg',
  assetId: 'A',
  reasons: [],
  absent: null,
  sidecarOf: null,
  running: true,
  stuck: null,
  safe: false,
  story: { places, history: [], from: null },
  mended: null,
  smaller: null,
  deletion: null,
  silent: [],
  switchedOff: [],
  ...more,
});
const reason = (code: Reason['code'], evidence: Reason['evidence'] = {}): Reason => ({ code, since: AT, evidence });

test('WY-6: what is only a compressed copy here says that its original is in the cloud, and why it is not here in full', () => {
  const copy: PlaceTold = { ...here, state: 'compressed', words: 'Compressed copy here, original in the cloud' };
  assert.deepEqual(whyLines(told({}, [cloud, copy])), [
    'a.jpg',
    'In sync: the original is in the cloud, and a compressed copy of it is here.',
    'cloud: safe',
    'Laptop: compressed copy here, original in the cloud, a.jpg',
  ]);
  const wanted = whyLines(told({ reasons: [tellReason(reason('downloading', { offset: 10, size: 90 }))] }, [cloud, copy]));
  assert.equal(wanted[1], 'Not in sync: Being fetched (10 bytes of 90 bytes).');
});

test('WY-7: another device’s place says as of when, and why the photo is not there; figures that were not told are not made up', () => {
  const phone: PlaceTold = {
    where: 'Phone',
    state: 'on-its-way',
    words: 'Not here yet; held back by its settings',
    path: null,
    reasons: [reason('mobile-budget-spent')],
    asOf: AT,
  };
  assert.deepEqual(whyLines(told({}, [cloud, here, phone])).slice(4), [
    'Phone: not here yet; held back by its settings (as of 2026-05-03 14:26 UTC)',
    '  This month’s mobile data is used up. Raise the budget, or use Wi-Fi. As a command on Phone: rollcall settings set mobile-budget SIZE.',
  ]);
});

test('WY-8: what the cloud did not tell now is said to be old, and how old', () => {
  const story = { places: [{ ...cloud, asOf: AT, asLastHeard: true as const }], history: [], from: { at: AT, why: 'no-answer' as const } };
  assert.deepEqual(whyLines(told({ story })).slice(2), [
    'cloud: safe (as last heard, as of 2026-05-03 14:26 UTC)',
    'The cloud did not answer. This is what is known here, as of 2026-05-03 14:26 UTC; there may be more in its history.',
  ]);
  const heldBack = whyLines(told({ story: { ...story, from: { at: null, why: 'held-back' } } })).at(-1);
  assert.match(heldBack ?? '', /^The cloud was not asked: the settings of this device/);
  const untold = whyLines(told({ story: { ...story, from: { at: AT, why: 'not-told' } } })).at(-1);
  assert.equal(
    untold,
    'The cloud was not asked: it was not told of this file yet. This is what is known here, as of 2026-05-03 14:26 UTC.',
  );
});

test('WY-34: on a device that only sends, or leaves something out, a photo that is not to come says so, and waits for nothing', () => {
  const absent = tellReason(reason('not-in-this-direction', { direction: 'back up only' }));
  const gone: PlaceTold = { ...here, state: 'not-here', words: 'Not here: it only sends', path: null };
  assert.deepEqual(whyLines(told({ file: null, absent }, [cloud, gone])), [
    'a.jpg',
    'In the cloud, and not to be here: This device is set to back up only.',
    'cloud: safe',
    'Laptop: not here: it only sends',
  ]);
});

test('WY-32: what is not in sync, and is in the cloud, is told to be safe', () => {
  const lines = whyLines(told({ reasons: [tellReason(reason('folder-missing', { why: 'the folder does not exist' }))], safe: true }));
  assert.ok(lines.includes('Its bytes are in the cloud, and safe there.'));
});

test('WY-9: a name that several photos have is answered with all of them, and one that is only elsewhere with where', () => {
  const match = { file: null, assetId: 'A1', fileName: 'a.jpg', capturedAt: '2024-05-06T10:00:00', state: 'live' } as const;
  assert.deepEqual(matchLines('a.jpg', [match, { ...match, assetId: null, capturedAt: null, file: 'x/a.jpg', state: 'not-in-library' }]), [
    '2 photos are called a.jpg. Which one? rollcall why ID, or its path:',
    '  A1  2024-05-06  in the cloud  not here',
    '  (no id yet)  not in the cloud yet  x/a.jpg',
  ]);
  const reasons = [tellReason(reason('wifi-only'))];
  assert.deepEqual(elsewhereLines('b.jpg', [{ device: 'Phone', path: 'DCIM/b.jpg', asOf: AT, inSync: false, reasons }], true), [
    'b.jpg is not here and not in the cloud yet; other devices have what goes by that name:',
    'Phone: DCIM/b.jpg (as of 2026-05-03 14:26 UTC)',
    '  Waiting for Wi-Fi. Use mobile data, or Sync now for an hour. As commands on Phone: rollcall settings set mobile-data on, or rollcall sync-now.',
    'There are more.',
  ]);
});

test('SX-10: a file that holds data of a photo says which, or why it goes with none', () => {
  const lines = whyLines(told({ name: 'IMG_1.AAE', file: 'IMG_1.AAE', sidecarOf: 'IMG_1.HEIC' }));
  assert.equal(lines[1], 'In sync: it is in the cloud with its photo, IMG_1.HEIC, and its bytes here are the same.');
  const words = (evidence: Reason['evidence']): string => tellReason(reason('not-a-photo', { kind: 'sidecar', ...evidence })).words;
  assert.equal(words({}), 'Not a photo or video (sidecar).');
  assert.equal(words({ photos: 0 }), 'Not a photo or video (sidecar). It belongs to no photo here.');
  assert.equal(words({ photos: 2 }), 'Not a photo or video (sidecar). It could belong to 2 photos here, and is kept with none.');
  assert.equal(words({ photos: 1 }), 'Not a photo or video (sidecar). It is kept with its photo when that is in the cloud.');
  assert.equal(
    words({ photos: 1, files: 64 }),
    'Not a photo or video (sidecar). Its photo has 64 files in the cloud, and can have no more.',
  );
});

test('WY-6: that another device has only a compressed copy, under the same name, is not said of the file here', () => {
  const other: PlaceTold = { ...here, where: 'Phone', state: 'compressed', words: 'Compressed copy here, original in the cloud', asOf: AT };
  assert.equal(whyLines(told({}, [cloud, other, here]))[1], 'In sync: it is in the cloud, and its bytes here are the same.');
});

test('EV-11: that an edit has fewer pixels than the original is said where the photo is asked about', () => {
  const smaller = 'This edit has 2048 × 1536 pixels, and the original in the cloud 4032 × 3024. Reverted, it shows the original again.';
  assert.ok(whyLines(told({ smaller })).includes(smaller));
});

test('WY-61: where no agent runs, what would go on by itself says what starts it; what needs a person, or is held, says its own', () => {
  const rests = (code: Reason['code'], running: boolean): boolean =>
    whyLines(told({ reasons: [tellReason(reason(code))], running })).includes(
      'Nothing syncs here just now: it goes on once you start it: rollcall sync.',
    );
  for (const code of ['hashing', 'queued', 'offline'] as const)
    assert.deepEqual([rests(code, false), rests(code, true)], [true, false], code);
  for (const code of ['file-unreadable', 'paused', 'hidden-file'] as const) assert.equal(rests(code, false), false, code);
});
