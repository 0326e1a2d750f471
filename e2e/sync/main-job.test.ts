import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { Visitor } from '../support/visitor.ts';
import { EMAIL, hashOf, PASSWORD, World, type Device } from '../support/world.ts';

interface Status {
  counts: { onDevice: number; inSync: number; excluded: number; needsYou: number; failing: number };
  upToDate: boolean;
  library: { assets: number; bytes: number };
  reasons: { code: string; count: number }[];
}

describe('two folders and a cloud', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  before(async () => {
    await world.serve();
    const created = await world.account();
    assert.equal(created.code, 0, created.err);
    a = await world.device('Laptop');
    b = await world.device('Desktop');
  });
  after(() => world.end());

  async function meet(): Promise<void> {
    for (const device of [a, b, a]) await device.sync();
    assert.deepEqual(b.names(), a.names());
    for (const device of [a, b]) {
      const proof = await device.run('verify');
      assert.equal(proof.code, 0, proof.out + proof.err);
    }
  }

  test('E2E-1: a photo on one device arrives on the other byte for byte, under YYYY/MM with its name and date', async () => {
    const bytes = await photo({ taken: '2023:07:08 09:10:11' });
    a.put('Camera/IMG_0001.JPG', bytes);
    utimesSync(a.path('Camera/IMG_0001.JPG'), new Date('2023-07-09T00:00:00Z'), new Date('2023-07-09T00:00:00Z'));
    await a.sync();
    await b.sync();
    assert.equal(b.files().get('2023/07/IMG_0001.JPG'), hashOf(bytes));
    assert.equal(statSync(b.path('2023/07/IMG_0001.JPG')).mtime.toISOString(), '2023-07-09T00:00:00.000Z');
    const status = await b.json<Status>('status');
    assert.deepEqual([status.counts.onDevice, status.counts.inSync, status.upToDate, status.library.assets], [1, 1, true, 1]);
    await meet();
  });

  test('E2E-2: a rename on one device is a rename on the other, where the file is', async () => {
    renameSync(b.path('2023/07/IMG_0001.JPG'), b.path('2023/07/Beach.JPG'));
    await b.sync();
    await a.sync();
    assert.deepEqual([...a.files().keys()], ['Camera/Beach.JPG']);
    await meet();
  });

  test('E2E-3: a move to another folder stays this device’s own affair; nothing is deleted or sent', async () => {
    mkdirSync(a.path('Sorted/Best'), { recursive: true });
    renameSync(a.path('Camera/Beach.JPG'), a.path('Sorted/Best/Beach.JPG'));
    await meet();
    assert.deepEqual([...a.files().keys()], ['Sorted/Best/Beach.JPG']);
    assert.deepEqual([...b.files().keys()], ['2023/07/Beach.JPG']);
    assert.deepEqual((await a.json<{ items: unknown[] }>('trash', 'ls')).items, []);
  });

  test('E2E-4: the same bytes on two devices are one asset; the same bytes twice on one device, too', async () => {
    const bytes = await photo();
    a.put('one.jpg', bytes);
    b.put('two.jpg', bytes);
    a.put('copy/one.jpg', bytes);
    for (const device of [a, b, a]) await device.sync();
    assert.equal((await a.json<Status>('status')).library.assets, 2);
    rmSync(a.path('copy/one.jpg'));
    for (const device of [a, b, a]) await device.sync();
    assert.equal((await a.json<Status>('status')).library.assets, 2);
    rmSync(a.path('one.jpg'));
    for (const device of [a, b, a]) await device.sync();
    await meet();
    assert.equal((await a.json<Status>('status')).library.assets, 1);
  });

  test('E2E-5: a deletion goes to the trash everywhere, and comes back with its bytes, where it was', async () => {
    const bytes = await photo({ taken: '2022:01:02 03:04:05' });
    a.put('Winter/snow.jpg', bytes);
    await meet();
    rmSync(b.path('2022/01/snow.jpg'));
    await b.sync();
    await a.sync();
    assert.equal(a.files().has('Winter/snow.jpg'), false);
    const { items } = await a.json<{ items: { id: string; fileName: string }[] }>('trash', 'ls');
    const item = items.find((each) => each.fileName === 'snow.jpg');
    assert.ok(item);
    assert.equal((await a.run('trash', 'restore', item.id)).code, 0);
    await meet();
    assert.equal(a.files().get('Winter/snow.jpg'), hashOf(bytes));
    assert.equal(b.files().get('2022/01/snow.jpg'), hashOf(bytes));
  });

  test('E2E-6: an edit by overwriting is a version on the other device; the original stays', async () => {
    const taken = { taken: '2021:05:05 05:05:05', model: 'Editcam' };
    a.put('edit.jpg', await photo(taken));
    await meet();
    const before = (await a.json<Status>('status')).library.assets;
    const edited = await photo({ ...taken, colour: '#ff0000' });
    writeFileSync(a.path('edit.jpg'), edited);
    await meet();
    assert.equal(b.files().get('2021/05/edit.jpg'), hashOf(edited));
    assert.equal((await a.json<Status>('status')).library.assets, before);
  });

  test('E2E-18: of two edits that were made apart the one that came first is shown, everywhere, and the other is kept as a version', async () => {
    const taken = { taken: '2021:06:06 06:06:06', model: 'Editcam' };
    a.put('apart.jpg', await photo(taken));
    await meet();
    const [first, second] = [await photo({ ...taken, colour: '#00ff00' }), await photo({ ...taken, colour: '#0000ff' })];
    writeFileSync(b.path('2021/06/apart.jpg'), first);
    writeFileSync(a.path('apart.jpg'), second);
    await b.sync();
    await meet();
    assert.deepEqual([a.files().get('apart.jpg'), b.files().get('2021/06/apart.jpg')], [hashOf(first), hashOf(first)]);
    const { changes } = await (await new Visitor(world.url).signIn()).feed();
    const versions = changes.map(({ entity }) => entity).filter(({ hash }) => hash === hashOf(second));
    assert.deepEqual(
      versions.map(({ type, role, removed }) => [type, role, removed]),
      [['resource', 'edited', false]],
    );
    rmSync(a.path('apart.jpg'));
    await meet();
  });

  test('E2E-7: a reused file name is another photo; the old one is placed again under another name', async () => {
    const first = await photo({ taken: '2020:01:01 01:01:01' });
    a.put('IMG_0001.JPG', first);
    await meet();
    const second = await photo({ taken: '2020:02:02 02:02:02' });
    writeFileSync(a.path('IMG_0001.JPG'), second);
    await meet();
    const hashes = new Set(a.files().values());
    assert.equal(hashes.has(hashOf(first)) && hashes.has(hashOf(second)), true);
    assert.equal(a.files().get('IMG_0001.JPG'), hashOf(second));
  });

  test('E2E-19: a photo that was written over with something that is none is placed again, under another name', async () => {
    const bytes = await photo({ taken: '2020:02:02 02:02:02' });
    a.put('Camera/plain', bytes);
    await meet();
    writeFileSync(a.path('Camera/plain'), 'a list, and no photo');
    await a.sync();
    assert.equal(a.files().get('Camera/plain (2)'), hashOf(bytes));
    rmSync(a.path('Camera/plain'));
    for (const device of [a, b]) await device.sync();
    assert.ok([...b.files().values()].includes(hashOf(bytes)));
    const { items } = await a.json<{ items: { fileName: string }[] }>('trash', 'ls');
    assert.deepEqual(
      items.filter(({ fileName }) => fileName === 'plain'),
      [],
    );
    rmSync(a.path('Camera/plain (2)'));
    await meet();
  });

  test('E2E-8: two photos of one name from two devices, both offline, then meeting', async () => {
    const mine = await photo({ taken: '2019:03:03 03:03:03' });
    const yours = await photo({ taken: '2019:03:03 04:04:04' });
    a.put('2019/03/DSC_1.jpg', mine);
    b.put('2019/03/DSC_1.jpg', yours);
    for (const device of [a, b, a, b]) await device.sync();
    for (const device of [a, b]) {
      const here = [...device.files()].filter(([path]) => path.startsWith('2019/03/'));
      assert.deepEqual(here.map(([path]) => path).sort(), ['2019/03/DSC_1 (2).jpg', '2019/03/DSC_1.jpg']);
      assert.deepEqual(here.map(([, hash]) => hash).sort(), [hashOf(mine), hashOf(yours)].sort());
    }
    await meet();
  });

  test('E2E-9: purged is gone for good: from the trash, from the quota, from all devices; the others stay', async () => {
    a.put('secret.jpg', await photo());
    for (const device of [a, b]) await device.sync();
    const full = (await a.json<Status>('status')).library;
    rmSync(a.path('secret.jpg'));
    for (const device of [a, b]) await device.sync();
    assert.equal((await a.run('trash', 'empty', '--yes')).code, 0);
    for (const device of [b, a]) await device.sync();
    assert.deepEqual((await b.json<{ items: unknown[] }>('trash', 'ls')).items, []);
    const left = (await a.json<Status>('status')).library;
    assert.equal(left.assets, full.assets - 1);
    assert.ok(left.bytes < full.bytes);
  });

  test('E2E-10: what is not a photo is left out by name, counted and shown, and nothing waits for it', async () => {
    a.put('notes.txt', Buffer.from('milk, bread'));
    a.put('.hidden.jpg', await photo());
    a.put('half.jpg.part', Buffer.from('half'));
    await a.sync();
    const status = await a.json<Status>('status');
    assert.equal(status.counts.excluded, 3);
    assert.deepEqual(new Set(status.reasons.map((each) => each.code)), new Set(['hidden-file', 'temporary-file', 'not-a-photo']));
    const why = await a.json<{
      inSync: boolean;
      primary: string;
      reasons: { cure: string; ends: unknown; words: string; since: number }[];
    }>('why', a.path('notes.txt'));
    assert.deepEqual([why.inSync, why.primary], [false, 'not-a-photo']);
    assert.ok(why.reasons[0]?.words && why.reasons[0].cure && why.reasons[0].ends && why.reasons[0].since > 0);
    for (const name of ['notes.txt', '.hidden.jpg', 'half.jpg.part']) rmSync(a.path(name));
    await a.sync();
  });

  test('E2E-11: the rest of an unfinished copy completes the photo; no second one is made', async () => {
    const bytes = await photo({ size: 400 });
    a.put('slow-copy.jpg', bytes.subarray(0, bytes.length - 5000));
    await a.sync();
    const before = (await a.json<Status>('status')).library.assets;
    appendFileSync(a.path('slow-copy.jpg'), bytes.subarray(bytes.length - 5000));
    for (const device of [a, b, a]) await device.sync();
    assert.equal((await a.json<Status>('status')).library.assets, before);
    assert.equal([...b.files()].find(([path]) => path.endsWith('slow-copy.jpg'))?.[1], hashOf(bytes));
  });

  test('E2E-12: while both agents run, a new photo on one shows on the other without anybody asking', async () => {
    a.start();
    b.start();
    await until(async () => a.agent?.err.includes('up to date') && b.agent?.err.includes('up to date'), 'both agents to be up to date');
    const bytes = await photo({ taken: '2018:08:08 08:08:08' });
    a.put('live.jpg', bytes);
    await until(() => b.files().get('2018/08/live.jpg') === hashOf(bytes), 'the photo on the other device', 10_000);
    renameSync(a.path('live.jpg'), a.path('lively.jpg'));
    await until(() => b.files().get('2018/08/lively.jpg') === hashOf(bytes), 'the new name on the other device', 10_000);
    rmSync(b.path('2018/08/lively.jpg'));
    await until(() => !a.files().has('lively.jpg'), 'the deletion on the first device', 30_000);
    for (const device of [a, b]) assert.equal(await device.agent?.stop(), 0);
    await meet();
  });

  test('E2E-15: a copy that a person keeps beside a photo is not written over when one of them is edited, here or elsewhere', async () => {
    const taken = '2019:02:03 04:05:06';
    const [before, after, later] = [await photo({ taken }), await photo({ taken }), await photo({ taken })];
    a.put('kept.jpg', before);
    await a.sync();
    a.put('kept-backup.jpg', before);
    await a.sync();
    a.put('kept.jpg', after);
    await a.sync();
    await b.sync();
    await a.sync();
    const bytes = (name: string): string | undefined => a.files().get(name);
    assert.deepEqual([bytes('kept.jpg'), bytes('kept-backup.jpg')], [hashOf(after), hashOf(before)]);
    b.put('2019/02/kept.jpg', later);
    await b.sync();
    await a.sync();
    assert.deepEqual([bytes('kept.jpg'), bytes('kept-backup.jpg')], [hashOf(later), hashOf(before)]);
    assert.equal((await a.run('verify')).code, 0);
    for (const name of ['kept.jpg', 'kept-backup.jpg']) rmSync(a.path(name));
    await a.sync();
    await b.sync();
  });

  test('E2E-16: a photo deleted elsewhere is not brought back because it was renamed, moved or copied here meanwhile: the person is asked', async () => {
    a.put('gone.jpg', await photo({ taken: '2018:02:03 04:05:06' }));
    a.put('left.jpg', await photo({ taken: '2018:02:03 04:05:07' }));
    await meet();
    for (const name of ['gone.jpg', 'left.jpg']) rmSync(a.path(name));
    await a.sync();
    renameSync(b.path('2018/02/gone.jpg'), b.path('2018/02/renamed.jpg'));
    cpSync(b.path('2018/02/left.jpg'), b.path('copied.jpg'));
    const asked = await b.run('sync', '--once', '--json');
    assert.equal(asked.code, 3, asked.out + asked.err);
    for (const path of ['2018/02/renamed.jpg', 'copied.jpg'])
      assert.equal((await b.json<{ primary: string }>('why', b.path(path))).primary, 'deleted-before');
    await a.sync();
    assert.equal(
      a.names().some((name) => /renamed|copied/.test(name)),
      false,
    );
    for (const path of ['2018/02/renamed.jpg', 'copied.jpg']) rmSync(b.path(path));
    await meet();
  });

  test('E2E-13: unlink keeps the photos, and the folder can be linked again', async () => {
    const before = b.names();
    assert.equal((await b.run('unlink')).code, 0);
    assert.deepEqual(b.names(), before);
    assert.equal((await b.run('status')).code, 3);
    assert.equal((await b.link()).code, 0);
    await b.sync();
    assert.deepEqual(b.names(), before);
    await meet();
  });

  test('E2E-17: a folder that is a device, lies in one or holds one is no second device', async () => {
    const link = (home: string, folder: string) =>
      rollcall(['link', '--home', home, '--server', world.url, '--folder', folder, '--email', EMAIL, '--password-stdin', '--yes'], {
        input: `${PASSWORD}\n`,
      });
    const [second, third, outer] = [`${world.root}/second.home`, `${world.root}/third.home`, `${world.root}/outer`];
    assert.equal((await link(second, `${outer}/inner`)).code, 0);
    for (const [folder, words] of [
      [a.folder, /is a device already/],
      [`${a.folder}/below`, /lies in .* which is a device/],
      [outer, /there is a device in this folder already: inner/],
    ] as const) {
      const refused = await link(third, folder);
      assert.equal(refused.code, 3, refused.out + refused.err);
      assert.match(refused.err, words);
    }
    assert.equal((await rollcall(['unlink', '--home', second])).code, 0);
    await a.sync();
    assert.equal((await a.run('verify')).code, 0);
  });

  test('E2E-14: a wrong password, an unknown option and a missing device say so with their own exit codes', async () => {
    const wrong = await rollcall(
      [
        'link',
        '--home',
        `${world.root}/x.home`,
        '--server',
        world.url,
        '--folder',
        `${world.root}/x`,
        '--email',
        'ann@example.org',
        '--password-stdin',
        '--yes',
      ],
      { input: 'not it at all\n' },
    );
    assert.equal(wrong.code, 3);
    assert.match(wrong.err, /password/i);
    assert.equal((await rollcall(['sync', '--onec'])).code, 2);
    assert.equal((await rollcall(['status', '--home', `${world.root}/nowhere`])).code, 3);
  });
});
