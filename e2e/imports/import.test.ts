import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mediaIn } from '../support/media.ts';
import type { Change } from '@rollcall/protocol';
import { largeVideo, photo } from '../support/photos.ts';
import { Running, until } from '../support/program.ts';
import { newId, signInByPassword } from '../support/session.ts';
import { EMAIL, World, type Device } from '../support/world.ts';

const { missing, folder } = mediaIn();
const google = ['takeout-20241001T100000Z-001.zip', 'takeout-20241001T100000Z-002.zip'].map((name) => join(folder, 'takeout-google', name));
const apple = ['iCloud Photos Part 1 of 2.zip', 'iCloud Photos Part 2 of 2.zip'].map((name) => join(folder, 'takeout-apple', name));

interface Proof {
  complete: boolean;
  dryRun: boolean;
  stopped: string | null;
  files: { found: number; media: number; fresh: number };
  things: Record<string, number>;
  told: { all: number; matched: number };
  albums: { all: number; lines: number; found: number; placed: number; deleted: string[] };
  checksums: { agree: number; disagree: string[] };
  verified: { files: number; wrong: string[] };
  otherDates: string[];
  room: { needed: number; free: number } | null;
  left: { path: string; why: string }[];
  failed: { path: string; words: string }[];
}
interface Row {
  type: string;
  id: string;
  assetId: string;
  albumId: string;
  fileName: string;
  state: string;
  title: string;
  role: string;
  favourite: boolean;
  hidden: boolean;
  removed: boolean;
  deleted: boolean;
  capturedAt: string;
  caption: string | null;
  rendering: string | null;
}

describe('photos from elsewhere', { skip: missing }, () => {
  const world = new World();
  let laptop: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
  });
  after(() => world.end());

  const rowsOf = async (email = EMAIL): Promise<Row[]> =>
    (await (await signInByPassword(world.url, email)).ok('changes', { query: { limit: 1000 } })).changes.map(
      ({ entity }) => entity as unknown as Row,
    );
  /** What a person sees of the library: not what the server works out by itself, such as pictures. */
  const seen = (rows: readonly Row[]): string[] =>
    rows
      .filter(({ type }) => type !== 'rendition')
      .map((row) => JSON.stringify({ ...row, people: null, burst: null }))
      .toSorted();
  const assetsOf = (rows: readonly Row[]): Map<string, Row> =>
    new Map(rows.filter(({ type }) => type === 'asset').map((row) => [row.fileName, row]));
  const photosOf = (rows: readonly Row[], title: string): string[] => {
    const album = rows.find((row) => row.type === 'album' && row.title === title && !row.deleted);
    const items = rows.filter((row) => row.type === 'album-item' && row.albumId === album?.id && !row.removed);
    return items.map(({ assetId }) => rows.find(({ type, id }) => type === 'asset' && id === assetId)!.fileName).toSorted();
  };

  test('IM-55: the page of a proof is never written over a file: that is said before anything is read', async () => {
    const archive = join(world.root, 'takeout-001.zip');
    writeFileSync(archive, 'the only copy');
    for (const more of [[], ['--dry-run']]) {
      const ended = await laptop.run('import', ...more, '--html', archive, ...google);
      assert.deepEqual([ended.code, ended.out], [2, ''], ended.err);
      assert.match(ended.err, /takeout-001\.zip is there already, and is left as it is/);
      assert.equal(readFileSync(archive, 'utf8'), 'the only copy');
    }
    const nowhere = await laptop.run('import', '--html', join(world.root, 'none', 'proof.html'), ...google);
    assert.equal(nowhere.code, 2, nowhere.err);
    assert.match(nowhere.err, /is not there\. Choose another folder for the page/);
  });

  test('IM-122: an archive that was cut on its way, or is of another kind, is no import that is through', async () => {
    const [half, tar] = ['takeout-20241001T100000Z-003.zip', 'takeout-20241001T100000Z-004.tgz'].map((name) => join(world.root, name));
    writeFileSync(half!, readFileSync(google[0]!).subarray(0, 100_000));
    writeFileSync(tar!, 'packed');
    const ended = await laptop.run('import', '--dry-run', half!, tar!);
    assert.equal(ended.code, 3, ended.err);
    assert.match(ended.out, /no archive that can be read[^]*003\.zip/);
    assert.match(ended.out, /of another kind than ZIP: unpack it[^]*004\.tgz/);
  });

  test(
    'IM-40: a takeout of Google comes whole, in parts, and it is proven that it came; again, nothing comes twice',
    { timeout: 480_000 },
    async () => {
      const look = await laptop.json<Proof>('import', '--dry-run', ...google);
      assert.deepEqual(
        [look.things['added'], look.room!.needed > 0, look.room!.free > look.room!.needed],
        [13, true, true],
        JSON.stringify(look),
      );
      assert.equal(assetsOf(await rowsOf()).size, 0);

      const page = join(world.root, 'proof.html');
      const proof = await laptop.json<Proof>('import', '--html', page, ...google);
      assert.deepEqual([proof.complete, proof.stopped, proof.failed, proof.verified.wrong], [true, null, [], []]);
      assert.deepEqual([proof.files.found, proof.files.media, proof.told], [35, 17, { all: 13, matched: 13 }]);
      assert.deepEqual(proof.things, {
        all: 13,
        added: 13,
        alreadyThere: 0,
        deletedBefore: 0,
        failed: 0,
        livePhotos: 2,
        withRaw: 0,
        edited: 1,
        favourites: 1,
        hidden: 1,
        trashed: 1,
        leftInTrash: 0,
        undated: 1,
      });
      assert.equal(proof.verified.files, proof.files.fresh);
      assert.match(readFileSync(page, 'utf8'), /files verified byte for byte/);
      const rows = await rowsOf();
      const assets = assetsOf(rows);
      const mural = assets.get('IMG_20190704_181530.jpg')!;
      assert.deepEqual(
        [mural.favourite, mural.caption, mural.capturedAt, mural.rendering === null],
        [true, 'Mural in Palermo', '2019-07-04T18:15:30+02:00', false],
      );
      assert.deepEqual([assets.get('IMG_2001.JPG')!.hidden, assets.get('IMG_2002.JPG')!.state], [true, 'trashed']);
      assert.deepEqual(photosOf(rows, 'Sicily 2019'), ['IMG_20190704_181530.jpg']);
      assert.ok(!existsSync(join(laptop.home, 'import.sqlite')) && !readdirSync(laptop.home).some((name) => name.startsWith('import-')));

      const again = await laptop.json<Proof>('import', ...google);
      assert.deepEqual(
        [again.things['added'], again.things['alreadyThere'], again.things['deletedBefore'], again.files.fresh],
        [0, 12, 1, 0],
      );
      assert.deepEqual(seen(await rowsOf()), seen(rows));
      await laptop.sync();
      assert.equal((await laptop.run('verify')).code, 0);
    },
  );

  test('IM-41: what a person changed since stays, also when another device imports the same again', { timeout: 480_000 }, async () => {
    const session = await signInByPassword(world.url);
    const assets = assetsOf(await rowsOf());
    const [mural, partner, gone] = ['IMG_20190704_181530.jpg', 'partner.jpg', 'IMG_9999.JPG'].map((name) => assets.get(name)!);
    const album = (await rowsOf()).find(({ type }) => type === 'album')!;
    const changes: Change[] = [
      { name: 'asset.set', args: { assetId: mural!.id, fields: { favourite: false, caption: null, place: null } } },
      {
        name: 'asset.set',
        args: { assetId: partner!.id, fields: { capturedAt: '2001-01-01T00:00:00', capturedSource: 'person', title: 'Mine' } },
      },
      { name: 'asset.trash', args: { assetId: gone!.id } },
      { name: 'asset.restore', args: { assetId: assets.get('IMG_2002.JPG')!.id } },
      { name: 'album.remove', args: { albumId: album.id, assetId: mural!.id } },
      { name: 'album.set', args: { albumId: album.id, fields: { title: 'Palermo' } } },
    ];
    const { results } = await session.ok('actions', { body: { actions: changes.map((change) => ({ id: newId(), change })) } });
    assert.deepEqual(
      results.map(({ result }) => result.status),
      changes.map(() => 'applied'),
    );
    const before = seen(await rowsOf());
    const desktop = await world.device('Desktop');
    const proof = await desktop.json<Proof>('import', ...google);
    assert.deepEqual(
      [proof.complete, proof.things['added'], proof.things['alreadyThere'], proof.things['deletedBefore']],
      [true, 0, 12, 1],
      JSON.stringify(proof),
    );
    assert.deepEqual(seen(await rowsOf()), before);
  });

  test(
    'IM-42: an export of Apple’s comes whole while the agent of the device runs, and what it had told wrongly of a date is told',
    { timeout: 480_000 },
    async () => {
      assert.equal((await world.account('bob@example.org')).code, 0);
      const phone = await world.device('Phone', 'bob@example.org');
      phone.start();
      await until(async () => (await phone.run('status')).code === 0, 'the agent is in sync');
      const proof = await phone.json<Proof>('import', ...apple);
      assert.deepEqual([proof.complete, proof.stopped, proof.failed, proof.verified.wrong], [true, null, [], []]);
      assert.deepEqual(
        [proof.told, proof.checksums, proof.albums.lines, proof.albums.found],
        [{ all: 9, matched: 9 }, { agree: 9, disagree: [] }, 5, 5],
      );
      assert.deepEqual(
        [proof.things['all'], proof.things['added'], proof.things['livePhotos'], proof.things['trashed'], proof.otherDates.length],
        [8, 8, 1, 1, 1],
      );
      const rows = await rowsOf('bob@example.org');
      assert.deepEqual(photosOf(rows, 'Lisboa'), ['IMG_0101.HEIC', 'IMG_0102.JPG']);
      assert.deepEqual(photosOf(rows, 'Été à la plage'), ['IMG_0103.JPG']);
      const assets = assetsOf(rows);
      assert.deepEqual(
        [assets.get('IMG_0101.HEIC')!.favourite, assets.get('IMG_0104.PNG')!.hidden, assets.get('IMG_0099.JPG')!.state],
        [true, true, 'trashed'],
      );
      assert.equal(assets.get('IMG_0103.JPG')!.capturedAt, '2015-12-25T18:30:00Z');
      await world.stopAgents();
    },
  );

  test('IM-43: an import that was killed goes on where it stopped, and settings hold it back', { timeout: 480_000 }, async () => {
    assert.equal((await world.account('carl@example.org')).code, 0);
    const device = await world.device('Carl', 'carl@example.org');
    const folder = join(world.root, 'pictures');
    for (const roll of ['a', 'b', 'c']) {
      mkdirSync(join(folder, roll), { recursive: true });
      for (let at = 0; at < 4; at += 1)
        writeFileSync(join(folder, roll, `film-${at}.mp4`), largeVideo((roll === 'a' ? 20_000 : 150_000) + at));
    }
    const account = await signInByPassword(world.url, 'carl@example.org');
    assert.equal((await device.run('pause')).code, 0);
    const held = await device.run('import', folder, '--json');
    assert.deepEqual([held.code, (JSON.parse(held.out) as Proof).complete, (await account.ok('library', {})).bytes], [4, false, 0]);
    assert.equal((await device.run('resume')).code, 0);
    assert.equal((await device.run('settings', 'set', 'upload-limit', '60kB')).code, 0);
    const running = new Running(['import', folder, '--home', device.home]);
    await until(async () => (await account.ok('library', {})).assets > 0, 'the first of it is there');
    await running.kill();
    assert.ok(existsSync(join(device.home, 'import.sqlite')));
    assert.equal((await device.run('settings', 'set', 'upload-limit', 'off')).code, 0);
    const proof = await device.json<Proof>('import', folder);
    assert.deepEqual([proof.complete, proof.things['all'], proof.verified.files, proof.verified.wrong], [true, 12, 12, []]);
    const { added = 0, alreadyThere = 0 } = proof.things;
    assert.ok(alreadyThere >= 4 && added > 0 && added + alreadyThere === 12, JSON.stringify(proof.things));
    const originals = (await rowsOf('carl@example.org')).filter(({ type }) => type === 'resource');
    assert.equal(originals.length, 12);
  });

  test('IM-51: a photo that is in the trash and elsewhere, too, is not trashed', { timeout: 480_000 }, async () => {
    const [device, takeout] = [laptop, join(world.root, 'unpacked', 'Takeout', 'Google Photos')];
    const bytes = await photo();
    const other = await photo();
    const tell = (more: object): string => JSON.stringify({ title: 'A.jpg', photoTakenTime: { timestamp: '1600000000' }, ...more });
    for (const [name, its] of [
      ['Bin/A.jpg', bytes],
      ['Bin/A.jpg.json', tell({ trashed: true })],
      ['Bin/B.jpg', other],
      ['Bin/B.jpg.json', tell({ title: 'B.jpg', trashed: true })],
      ['Photos from 2020/A.jpg', bytes],
      ['Photos from 2020/A.jpg.json', tell({})],
    ] as const) {
      mkdirSync(dirname(join(takeout, name)), { recursive: true });
      writeFileSync(join(takeout, name), its);
    }
    const without = await device.json<Proof>('import', '--no-trash', '--dry-run', join(world.root, 'unpacked'));
    assert.deepEqual([without.things['all'], without.things['leftInTrash']], [3, 2]);
    const proof = await device.json<Proof>('import', join(world.root, 'unpacked'));
    assert.deepEqual([proof.complete, proof.things['added'], proof.verified.wrong], [true, 2, []], JSON.stringify(proof));
    const assets = assetsOf(await rowsOf());
    assert.deepEqual([assets.get('A.jpg')!.state, assets.get('B.jpg')!.state], ['live', 'trashed']);
  });

  test(
    'IM-44, IM-121: that there is no room is told before anything moves, and nothing is told as having come',
    { timeout: 480_000 },
    async () => {
      assert.equal((await world.account('dora@example.org', ['--quota', '400000'])).code, 0);
      const device = await world.device('Dora', 'dora@example.org');
      const ended = await device.run('import', ...google, '--json');
      const proof = JSON.parse(ended.out) as Proof;
      assert.deepEqual(
        // What would come is not told as what came.
        [ended.code, proof.complete, proof.dryRun, proof.room!.needed > proof.room!.free, proof.room!.free],
        [3, false, true, true, 400_000],
        ended.out,
      );
      const { bytes, reserved } = await (await signInByPassword(world.url, 'dora@example.org')).ok('library', {});
      assert.deepEqual([bytes, reserved], [0, 0]);
      const text = await device.run('import', '--dry-run', ...google);
      assert.equal(text.code, 3);
      assert.match(text.out, /are lacking/);
      assert.equal((await device.run('import', join(world.root, 'nowhere'))).code, 2);
    },
  );
});
