import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { Backed, flip } from '../testing/backed.ts';
import { ran } from '../testing/ran.ts';
import { backup, backupCheck, backupList, backupPrune, restore } from './commands.ts';

test('BK-17: the answers, in words and for scripts, say what is there and what is not, and the exit codes do', async (t) => {
  const backed = await Backed.open(t, 2);
  const options = { data: backed.kept.data, to: backed.to, passphrase: null, keep: null };
  const from = { from: backed.to, passphrase: null };
  const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

  const none = await ran((io) => backupList({ ...from, json: true }, io));
  assert.deepEqual([none.code, none.out], [3, '']);
  assert.match(none.err, /holds no backup/);
  const whole = await ran((io) => backup({ ...options, json: false }, io));
  assert.equal(whole.code, 0, whole.err);
  assert.match(whole.out, /Snapshot \S+ is in .*: the library as it was on .*, 2 files .*; 2 files .* had to be copied/);

  const gone = await backed.photo();
  rmSync(backed.stored(gone));
  const keep = { last: 1, daily: 0, weekly: 0, monthly: 0, yearly: 0 };
  const lacking = await ran((io) => backup({ ...options, keep, json: true }, io));
  assert.equal(lacking.code, 1);
  const { snapshot, bad, pruned } = json(lacking.out) as {
    snapshot: { lacking: number; count: number };
    bad: { why: string }[];
    pruned: { kept: string[] };
  };
  // The last one that lacked nothing stays beside it.
  assert.deepEqual([snapshot.lacking, snapshot.count, bad.map(({ why }) => why), pruned.kept.length], [1, 2, ['missing'], 2]);
  const words = await ran((io) => backup({ ...options, json: false }, io));
  assert.match(words.out, /1 file could not be copied.*\n {2}IMG_1\.JPG: missing/);
  const listed = await ran((io) => backupList({ ...from, json: false }, io));
  assert.deepEqual([listed.code, listed.out.split('\n').length, listed.out.split('lacks 1 file').length], [0, 4, 3]);

  assert.equal((await ran((io) => backupCheck({ ...from, json: false }, io))).code, 0);
  const [photo = ''] = backed.photos.keys();
  flip(backed.stored(photo, backed.to));
  const put = await ran((io) => restore({ ...from, data: backed.target, replace: false, json: false }, io));
  assert.equal(put.code, 1);
  assert.match(put.out, /2 files are not in the backup as they were sent.*\n(.*\n)* {2}IMG_1\.JPG: damaged/);
  const again = await ran((io) => restore({ ...from, data: backed.target, replace: false, json: true }, io));
  assert.deepEqual([again.code, again.out], [3, '']);
  const checked = await ran((io) => backupCheck({ ...from, json: true }, io));
  assert.deepEqual([checked.code, json(checked.out)['damaged']], [1, 1]);
  const dry = await ran((io) => backupPrune({ from: backed.to, keep, dryRun: true, json: false }, io));
  assert.match(dry.out, /^Would drop 1 snapshot .* and keep 2 snapshots/);
});
