import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { photo } from '../support/photos.ts';
import { hashOf, World, type Device } from '../support/world.ts';

interface Listed {
  items: { name: string; assetId: string; path: string | null }[];
}

/** The same shot, edited: other bytes, the same capture time and camera. */
const edited = (bytes: Buffer): Promise<Buffer> => sharp(bytes).negate().keepMetadata().jpeg({ quality: 70 }).toBuffer();

describe('what a person does to a folder while nobody looks', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    b = await world.device('Desktop');
  });
  after(() => world.end());

  const assets = async (): Promise<number> => (await a.json<Listed>('ls')).items.length;
  const trashed = async (): Promise<number> => (await a.json<Listed>('trash', 'ls')).items.length;
  const move = (from: string, to: string): void => {
    mkdirSync(dirname(a.path(to)), { recursive: true });
    renameSync(a.path(from), a.path(to));
  };
  /** Edits that the cloud keeps, as the device was told. */
  function versions(): number {
    const database = new DatabaseSync(join(a.home, 'device.sqlite'));
    const row = database.prepare("select count(*) as n from remote_hash where role = 'edited'").get() as { n: number };
    database.close();
    return row.n;
  }

  /** Both devices in sync, and with the same photos under the same names. */
  async function agree(): Promise<void> {
    await a.sync();
    await b.sync();
    assert.deepEqual(b.names(), a.names());
  }

  test('FS-11: two photos whose names were exchanged exchange their names everywhere; bursts of one second are not taken for edits', async () => {
    const one = await photo();
    const two = await photo();
    a.put('one.jpg', one);
    a.put('two.jpg', two);
    await agree();
    move('one.jpg', 'x');
    move('two.jpg', 'one.jpg');
    move('x', 'two.jpg');
    await agree();
    assert.deepEqual(
      b.names(),
      [`one.jpg ${hashOf(two)}`, `two.jpg ${hashOf(one)}`].sort(),
      'each under its new name, and there are no others',
    );
    assert.equal(versions(), 0, 'each is its own original, none an edit of the other');
    assert.equal(await assets(), 2);
    assert.equal(await trashed(), 0);
  });

  test('FS-12: a photo that was moved, and edited or renamed on the way, is the same photo', async () => {
    const original = await photo({ taken: '2024:06:01 08:00:00' });
    a.put('in/shot.jpg', original);
    a.put('in/plain.jpg', await photo({ taken: '2024:06:02 08:00:00' }));
    await agree();
    const before = await assets();
    // As most editors save: a new file under the same name, elsewhere; and the old one is gone.
    a.put('out/shot.jpg', await edited(original));
    rmSync(a.path('in/shot.jpg'));
    move('in/plain.jpg', 'out/other name.jpg');
    await agree();
    assert.equal(await assets(), before);
    assert.equal(await trashed(), 0);
    assert.ok(b.names().includes(`shot.jpg ${hashOf(await edited(original))}`));

    // In place, and renamed: the same file by its inode.
    writeFileSync(a.path('out/shot.jpg'), await sharp(original).flop().keepMetadata().jpeg().toBuffer());
    move('out/shot.jpg', 'third/renamed.jpg');
    await agree();
    assert.equal(await assets(), before);
    assert.equal(await trashed(), 0);
    assert.ok(b.names().some((name) => name.startsWith('renamed.jpg')));
  });

  test('FS-13: of the same bytes in two files one can go, be renamed or be edited, and the photo stays one photo', async () => {
    const bytes = await photo({ taken: '2024:07:01 08:00:00' });
    // Whichever is read first gives the photo its name.
    a.put('copies/first.jpg', bytes);
    await a.sync();
    a.put('copies/second.jpg', bytes);
    await a.sync();
    await b.sync();
    const before = await assets();
    const names = (): string[] => [...a.files().keys()].filter((path) => path.startsWith('copies/')).sort();
    assert.deepEqual(names(), ['copies/first.jpg', 'copies/second.jpg'], 'copies keep the names that a person gave them');
    rmSync(a.path('copies/second.jpg'));
    await a.sync();
    assert.equal(await trashed(), 0);
    a.put('copies/second.jpg', bytes);
    await a.sync();
    move('copies/second.jpg', 'copies/third.jpg');
    await a.sync();
    assert.deepEqual(names(), ['copies/first.jpg', 'copies/third.jpg']);
    const version = await edited(bytes);
    writeFileSync(a.path('copies/third.jpg'), version);
    await a.sync();
    assert.deepEqual(names(), ['copies/first.jpg', 'copies/third.jpg']);
    assert.deepEqual([await assets(), await trashed()], [before, 0]);
    await b.sync();
    assert.equal([...b.files().values()].filter((hash) => hash === hashOf(version)).length, 1);
    assert.equal((await a.run('verify')).code, 0);
    rmSync(a.path('copies/third.jpg'));
    await a.sync();
    await agree();
    assert.equal(await trashed(), 0);
  });

  test('FS-14: a folder that is replaced by a file and comes back loses nothing, also when a photo belongs there meanwhile', async () => {
    const gone = [...a.files().keys()].find((path) => path.startsWith('out/')) ?? assert.fail('nothing is in out');
    a.put('out/stays.jpg', await photo({ taken: '2024:08:01 08:00:00' }));
    await agree();
    const before = a.names();
    const { assetId } = (await a.json<Listed>('ls')).items.find(({ path }) => path === gone) ?? assert.fail('not listed');
    rmSync(a.path(gone));
    await a.sync();
    assert.equal(await trashed(), 1);
    renameSync(a.path('out'), `${a.folder}.out`);
    writeFileSync(a.path('out'), 'a file in its place');
    await a.run('status');
    assert.equal((await b.run('trash', 'restore', assetId)).code, 0);
    await b.sync();
    await a.sync();
    assert.ok([...a.files().keys()].includes(gone.replace('out/', 'out (2)/')), [...a.files().keys()].join());
    rmSync(a.path('out'));
    renameSync(`${a.folder}.out`, a.path('out'));
    await agree();
    assert.deepEqual(a.names(), before);
    assert.equal(await trashed(), 0);
  });

  test('FS-42: photos of a folder that was moved elsewhere, with a link in its place, say so, and are not missing; they go on when it is back', async () => {
    for (const name of ['one', 'two']) a.put(`linked/${name}.jpg`, await photo({ taken: `2024:09:0${name.length} 08:00:00` }));
    await agree();
    const before = a.names();
    renameSync(a.path('linked'), `${a.folder}.linked`);
    symlinkSync(`${a.folder}.linked`, a.path('linked'));
    // Two looks, so far apart that they would settle it.
    await a.once(2);
    await new Promise((resolve) => setTimeout(resolve, 5100));
    await a.once(2);
    assert.equal(await trashed(), 0);
    const why = await a.json<{ primary: string; reasons: { words: string }[] }>('why', a.path('linked/one.jpg'));
    assert.equal(why.primary, 'folder-missing');
    assert.match(why.reasons[0]?.words ?? '', /a link has taken the place of linked/);
    rmSync(a.path('linked'));
    renameSync(`${a.folder}.linked`, a.path('linked'));
    await agree();
    assert.deepEqual(a.names(), before);
    assert.equal(await trashed(), 0);
  });
});
