import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { makePhotosLibrary, type MadeLibrary, type MadePhoto } from '../../testing/photos-library.ts';
import { folder, look, NOW, type Looked } from './shared.ts';

async function made(t: TestContext, photos: readonly MadePhoto[], how: MadeLibrary = {}): Promise<Looked> {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, photos, how);
  return look(t, root);
}

const xmlDate = (days: number): string => `<date>${new Date(NOW - days * 86_400_000).toISOString().slice(0, 19)}Z</date>`;
const synced = (days: number, more = ''): string => `<key>lastSyncDate</key>${xmlDate(days)}<key>connectedToNetwork</key><true/>${more}`;
const flag = (name: string, value = 'true'): string => `<key>${name}</key><${value}/>`;
const codes = ({ examination }: Looked): string[] => examination.steps.map(({ code }) => code);
const verdicts = ({ examination }: Looked): string[] => examination.checks.map(({ verdict }) => verdict);

test('IC-10: all seven checks are always there, in their order, each with what cannot be seen from here', async (t) => {
  const looked = await made(t, [{ uuid: 'a' }], { status: synced(0.1) });
  assert.deepEqual(
    looked.examination.checks.map(({ check, name }) => `${check} ${name}`),
    [
      '1 account and Sync this iPhone',
      '2 internet and mobile data',
      '3 iCloud storage',
      '4 Optimise Storage',
      '5 restart',
      '6 update',
      '7 charge',
    ],
  );
  assert.ok(looked.examination.checks.every(({ cannotSee }) => cannotSee.length > 0));
  assert.deepEqual(verdicts(looked), Array(7).fill('fine'));
  assert.equal(looked.examination.outcome, 'fine');
  assert.deepEqual(codes(looked), ['all-there']);
});

test('IC-11: what the sync engine noted stands in the check that it belongs to', async (t) => {
  const cases: readonly (readonly [status: string, check: number, verdict: string])[] = [
    [flag('iCloudLibraryClientIsNotAuthenticated'), 1, 'broken'],
    [flag('iCloudLibraryHasBeenWiped'), 1, 'broken'],
    [`<key>exitDeleteTime</key>${xmlDate(-20)}`, 1, 'broken'],
    [flag('connectedToNetwork', 'false'), 2, 'look'],
    [flag('inAirplaneMode'), 2, 'look'],
    [flag('cellularIsRestricted'), 2, 'look'],
    [flag('isExceedingQuota'), 3, 'broken'],
    [flag('veryLowDiskSpace'), 4, 'broken'],
    [flag('lowDiskSpace'), 4, 'look'],
    [flag('iCloudLibraryClientVersionTooOld'), 6, 'broken'],
    [flag('isBlockedByLowPowerModeKey'), 7, 'broken'],
    [flag('lowBatteryLevel'), 7, 'look'],
  ];
  for (const [status, check, verdict] of cases) {
    const looked = await made(t, [{ uuid: 'a' }], { status: `<key>lastSyncDate</key>${xmlDate(0.1)}${status}` });
    const expected = Array(7).fill('fine');
    expected[check - 1] = verdict;
    assert.deepEqual(verdicts(looked), expected, status);
    assert.equal(looked.examination.outcome, verdict === 'broken' ? 'needs-you' : 'fine', status);
    assert.equal(codes(looked).includes(`check-${check}`), verdict === 'broken', status);
  }
});

test('IC-12: a reset that is pending, and a silence of more than a week while something waits, stand in the check of the restart', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a', master: 1 }], { status: synced(8) });
  const silent = await look(t, root);
  assert.deepEqual([silent.examination.checks[4]?.verdict, silent.examination.outcome], ['look', 'needs-you']);
  assert.ok(codes(silent).includes('wake-it') && !codes(silent).includes('wait'));
  writeFileSync(
    join(root, 'resources/cpl/cloudsync.noindex/resetevents.plist'),
    '<plist version="1.0"><array><dict><key>pending</key><true/></dict></array></plist>',
  );
  const reset = await look(t, root);
  assert.equal(reset.examination.checks[4]?.verdict, 'broken');
  const patient = await made(t, [{ uuid: 'a', master: 1 }], { status: synced(6) });
  assert.deepEqual([patient.examination.checks[4]?.verdict, patient.examination.outcome], ['fine', 'waiting']);
  assert.deepEqual(codes(patient), ['keep-icloud-photos-on', 'copy-first', 'wait']);
});

test('IC-13: while anything is not in iCloud the first step is never to switch it off, and no step ever says to', async (t) => {
  const not: readonly MadePhoto[] = [
    { uuid: 'pending', master: 1 },
    { uuid: 'failed', asset: 2 },
    { uuid: 'aside', asset: 4 },
    { uuid: 'stuck', master: null },
    { uuid: 'edit', edited: true, edit: 0 },
    { uuid: 'odd', asset: 9 },
  ];
  for (const photo of not) {
    for (const on of [true, false]) {
      const looked = await made(t, [{ uuid: 'there' }, photo], { on, status: synced(20, flag('isExceedingQuota')) });
      const [first] = looked.examination.steps;
      assert.deepEqual([first?.code, first?.kind], ['keep-icloud-photos-on', 'never'], `${photo.uuid} ${on}`);
      assert.match(first?.words ?? '', /^Do not switch iCloud Photos off/);
      const others = looked.examination.steps.filter(({ kind }) => kind === 'do').map(({ words }) => words);
      assert.doesNotMatch(others.join('\n'), /(?:switch|turn) (?:iCloud Photos|it|Sync this iPhone) off|sign out|erase/i);
    }
  }
  const off = await made(t, [{ uuid: 'only', master: null }], { on: false });
  assert.deepEqual(codes(off).slice(0, 2), ['keep-this-library', 'copy-first']);
});

test('IC-14: steps come in order of harm: what must not be done, what is lost, a copy, the trash, then cures', async (t) => {
  const looked = await made(
    t,
    [
      { uuid: 'lost', here: -1, master: 1 },
      { uuid: 'aside', asset: 4, attempts: 11 },
      { uuid: 'failed', asset: 2 },
      { uuid: 'stuck', master: null },
      { uuid: 'referenced', saved: 10, directory: '/x', master: null },
      { uuid: 'optimised', here: -1 },
      { uuid: 'trash', trashed: 1, trashedAt: 700_000_000 },
      { uuid: 'Gone', noFile: true },
    ],
    { status: synced(1, flag('isExceedingQuota')) },
  );
  assert.deepEqual(codes(looked), [
    'keep-icloud-photos-on',
    'keep-the-cloud-copy',
    'find-lost',
    'copy-first',
    'look-into-trash',
    'check-3',
    'unable-to-upload',
    'failed-uploads',
    'never-handed-over',
    'consolidate',
    'file-missing',
    'wait',
  ]);
  assert.equal(looked.examination.outcome, 'needs-you');
});

test('IC-15: what iCloud itself counted last is held beside what the database says', async (t) => {
  const status = `${synced(1)}<key>cloudAssetCountPerType</key><dict><key>public.image</key><integer>5</integer><key>public.movie</key><integer>0</integer></dict><key>cloudAssetCountPerTypeLastCheckDate</key>${xmlDate(2)}`;
  const { examination } = await made(t, [{ uuid: 'a' }, { uuid: 'b', video: true }], { status });
  assert.match(
    examination.checks[0]?.hints.join() ?? '',
    /counted 5 photos and 0 videos at 2026-11-26 00:00 UTC; by this database it has 1 photo and 1 video/,
  );
  assert.deepEqual([examination.totals['server_count_images'], examination.totals['server_count_movies']], [5, 0]);
});

test('IC-16: when it was switched on and off, and that a shared album knows who used it, is told', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a' }], { status: synced(1) });
  const log = join(root, 'private/com.apple.photolibraryd');
  mkdirSync(log, { recursive: true });
  writeFileSync(
    join(log, 'cloudServiceEnableLog.plist'),
    '<plist version="1.0"><array><dict><key>timestamp</key><date>2020-02-08T03:53:24Z</date><key>type</key><string>CPL</string><key>enabled</key><true/></dict></array></plist>',
  );
  mkdirSync(join(root, 'scopes/cloudsharing/data'), { recursive: true });
  writeFileSync(join(root, 'scopes/cloudsharing/data/personID'), '12345678901');
  const { library, examination } = await look(t, root);
  assert.deepEqual(library.engine.switched, [{ at: Date.UTC(2020, 1, 8, 3, 53, 24), on: true }]);
  assert.match(examination.checks[0]?.hints.join() ?? '', /last switched on at 2020-02-08 03:53 UTC.*person …8901/s);
});
