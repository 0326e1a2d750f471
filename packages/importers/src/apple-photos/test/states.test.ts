import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { makePhotosLibrary, type MadeLibrary, type MadePhoto } from '../../testing/photos-library.ts';
import { change, folder, look, NOW, type Looked } from './shared.ts';

/** Seconds since 2001 of a moment so many days before now. */
const daysAgo = (days: number): number => NOW / 1000 - 978_307_200 - days * 86_400;

async function made(t: TestContext, photos: readonly MadePhoto[], how: MadeLibrary = {}): Promise<Looked & { root: string }> {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, photos, how);
  return { root, ...(await look(t, root)) };
}

/** What is said of each, by its id. */
const said = ({ all }: Looked, ...columns: (keyof Looked['all'][number])[]): Record<string, unknown> =>
  Object.fromEntries(all.map((item) => [item.uuid, columns.map((column) => item[column])]));

test('IC-5: what a photo is outweighs what its cloud says, in one order', async (t) => {
  const looked = await made(t, [
    { uuid: 'plain' },
    { uuid: 'shared', saved: 4, master: null },
    { uuid: 'scoped', bundleScope: 2, master: null },
    { uuid: 'link', bundleScope: 1, master: null },
    { uuid: 'linked', saved: 8, master: null },
    { uuid: 'message', saved: 12, bundleScope: 3, syndication: 'x', master: null },
    { uuid: 'referenced', saved: 10, directory: '/Users/somebody/Pictures', master: null },
    { uuid: 'expunging', trashed: 2 },
    { uuid: 'coming', complete: 0 },
    { uuid: 'aside', asset: 4 },
    { uuid: 'master-aside', master: 4 },
    { uuid: 'failed', asset: 2, attempts: 3 },
    { uuid: 'waiting', master: 1 },
    { uuid: 'again', master: 1, attempts: 2 },
    { uuid: 'odd', asset: 7 },
    { uuid: 'half-odd', asset: 0, master: 3 },
    { uuid: 'shared-aside', saved: 4, asset: 4, master: null },
  ]);
  assert.deepEqual(said(looked, 'state', 'retrying'), {
    plain: ['in-icloud', 0],
    shared: ['shared-album', 0],
    scoped: ['shared-album', 0],
    link: ['moment-share', 0],
    linked: ['moment-share', 0],
    message: ['syndicated', 0],
    referenced: ['referenced', 0],
    expunging: ['expunging', 0],
    coming: ['incomplete', 0],
    aside: ['quarantined', 0],
    'master-aside': ['quarantined', 0],
    failed: ['push-failed', 1],
    waiting: ['pending-upload', 0],
    again: ['pending-upload', 1],
    odd: ['unknown', 0],
    'half-odd': ['unknown', 0],
    'shared-aside': ['shared-album', 0],
  });
  assert.deepEqual(looked.items.get('odd')?.raw_states, { asset: 7, master: 3 });
  assert.equal(looked.examination.totals['state.quarantined'], 2);
  assert.deepEqual([looked.items.get('plain')?.sure, looked.items.get('aside')?.sure], [true, false]);
});

test('IC-6: a file that failed tells of its photo, and so does what the sync engine put aside', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a', live: true }, { uuid: 'b', edited: true }, { uuid: 'c', edited: true, edit: 0 }, { uuid: 'd' }]);
  change(root, 'UPDATE ZINTERNALRESOURCE SET ZCLOUDLOCALSTATE = 4 WHERE ZASSET = 1 AND ZDATASTORESUBTYPE = 18');
  change(root, 'UPDATE ZINTERNALRESOURCE SET ZCLOUDLOCALSTATE = 2 WHERE ZASSET = 2 AND ZDATASTORESUBTYPE = 5');
  const engine = join(root, 'resources', 'cpl', 'cloudsync.noindex', 'storage');
  mkdirSync(engine);
  writeFileSync(join(engine, 'store.cloudphotodb'), '');
  change(
    join(engine, 'store.cloudphotodb'),
    "CREATE TABLE quarantinedRecords (scopeIndex INTEGER, localIdentifier TEXT, quarantineDate TIMESTAMP, reason TEXT); INSERT INTO quarantinedRecords VALUES (1, 'd', 700000000, 'too large')",
  );
  const looked = await look(t, root);
  assert.deepEqual(said(looked, 'state', 'edit_in_icloud'), {
    a: ['quarantined', null],
    b: ['push-failed', null],
    c: ['in-icloud', 0],
    d: ['quarantined', null],
  });
  assert.equal(looked.examination.totals['engine.quarantined'], 1);
  assert.equal(looked.examination.totals['engine.cloud_assets'], null);
});

test('IC-7: where iCloud Photos is on, what was never handed over waits for a day, and then it is stuck; where it is off, nothing waits', async (t) => {
  const photos: MadePhoto[] = [
    { uuid: 'new', master: null, added: daysAgo(0.5) },
    { uuid: 'old', master: null, added: daysAgo(3) },
    { uuid: 'there' },
    { uuid: 'begun', master: 1 },
  ];
  const on = await made(t, photos);
  assert.deepEqual(said(on, 'state', 'stuck', 'last_known'), {
    new: ['not-pushed', 0, 0],
    old: ['not-pushed', 1, 0],
    there: ['in-icloud', 0, 0],
    begun: ['pending-upload', 0, 0],
  });
  const off = await made(t, photos, { on: false });
  assert.equal(off.library.cloud, 'was-on');
  assert.deepEqual(said(off, 'state', 'stuck', 'last_known'), {
    new: ['icloud-off', 0, 1],
    old: ['icloud-off', 0, 1],
    there: ['in-icloud', 0, 1],
    begun: ['icloud-off', 0, 1],
  });
  const never = await made(t, [{ uuid: 'new', master: null }], { on: false });
  assert.equal(never.library.cloud, 'never-on');
  assert.deepEqual(said(never, 'state', 'last_known'), { new: ['icloud-off', 0] });
  // By itself a database does not say that it is off.
  const bare = join(folder(t), 'Photos.sqlite');
  copyFileSync(join(off.root, 'database', 'Photos.sqlite'), bare);
  const alone = await look(t, bare);
  assert.deepEqual(said(alone, 'state', 'last_known'), said(on, 'state', 'last_known'));
  // Nor does a library of which only that was copied.
  rmSync(join(off.root, 'resources'), { recursive: true });
  const little = await look(t, off.root);
  assert.deepEqual([little.library.engine.marker, little.library.cloud], [null, 'on']);
  assert.deepEqual(said(little, 'state', 'last_known'), said(on, 'state', 'last_known'));
});

test('IC-8: where the bytes are is told by the files where they can be looked for, part by part', async (t) => {
  const looked = await made(t, [
    { uuid: 'Here' },
    { uuid: 'Optimised', here: -1 },
    { uuid: 'Half', live: true, liveHere: -1 },
    { uuid: 'Gone', noFile: true },
    { uuid: 'Lost', here: -1, master: 1 },
    { uuid: 'Missing', noFile: true, master: null },
    { uuid: 'PartLost', live: true, noLiveFile: true, master: 1 },
    { uuid: 'Outside', saved: 10, directory: '/elsewhere', master: null },
    { uuid: 'Unclear', here: -32_768 },
  ]);
  assert.deepEqual(said(looked, 'where', 'missing_parts'), {
    Here: ['here', []],
    Optimised: ['only-in-icloud', ['original']],
    Half: ['partly-in-icloud', ['live-video']],
    Gone: ['file-missing', ['original']],
    Lost: ['lost', ['original']],
    Missing: ['lost', ['original']],
    PartLost: ['part-lost', ['live-video']],
    Outside: ['outside', []],
    Unclear: ['only-in-icloud', ['original']],
  });
  assert.equal(looked.examination.totals['optimised_cloud_only'], 1);
  change(looked.root, 'UPDATE ZINTERNALRESOURCE SET ZDATALENGTH = 999 WHERE ZASSET = 1 AND ZDATASTORESUBTYPE = 1');
  // The file is there although the database says that it is not: that it was optimised is then not so.
  change(looked.root, 'UPDATE ZINTERNALRESOURCE SET ZLOCALAVAILABILITY = -1 WHERE ZASSET = 3');
  const again = await look(t, looked.root);
  assert.deepEqual(again.items.get('Here')?.parts_of_other_size, ['original']);
  assert.equal(again.items.get('Half')?.where, 'partly-in-icloud');
  assert.equal(again.examination.sums.troubles['other-size']?.count, 1);
});

test('IC-9: what is in the trash is told with the day when it goes, and troubles nobody', async (t) => {
  const { examination, items } = await made(t, [
    { uuid: 'a', trashed: 1, trashedAt: 700_000_000, here: -1, master: 1 },
    { uuid: 'b', trashed: 1 },
    { uuid: 'c', taken: 123_456_789_012_345 },
  ]);
  const goes = new Date((978_307_200 + 700_000_000 + 30 * 86_400) * 1000);
  assert.equal(items.get('a')?.goes_utc, goes.toISOString().replace('.000', ''));
  assert.deepEqual(examination.sums.trash, { count: 2, first: goes.getTime(), last: goes.getTime(), undated: 1 });
  assert.deepEqual(Object.keys(examination.sums.troubles), []);
  assert.equal(items.get('c')?.date_created_utc, null);
  assert.deepEqual([examination.sums.own, examination.sums.inCloud], [1, 1]);
});

test('IC-37: where nobody could look for files the database has the word, and no original is called lost', async (t) => {
  const looked = await made(t, [
    { uuid: 'Here', master: 1 },
    { uuid: 'Optimised', here: -1 },
  ]);
  renameSync(join(looked.root, 'originals'), join(looked.root, '..', 'moved'));
  symlinkSync(join(looked.root, '..', 'moved'), join(looked.root, 'originals'));
  const again = await look(t, looked.root);
  assert.deepEqual(said(again, 'where', 'original_here'), { Here: ['here', null], Optimised: ['only-in-icloud', null] });
  assert.match(again.examination.reservations.join(), /could not be looked into: originals/);
  rmSync(join(looked.root, 'originals'));
  assert.equal((await look(t, looked.root)).items.get('Here')?.where, 'lost');
});
