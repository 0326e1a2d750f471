import assert from 'node:assert/strict';
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import { ZipFile } from 'yazl';
import { openSources } from './node/open.ts';
import { MEDIA, missing } from './testing/media.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-sources-'));
after(() => rmSync(root, { recursive: true, force: true }));
let made = 0;
const fresh = (): string => {
  const folder = join(root, String((made += 1)));
  mkdirSync(folder);
  return folder;
};

async function zip(path: string, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const archive = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) archive.addBuffer(bytes, name);
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(path));
}

async function listed(paths: readonly string[]) {
  const spool = fresh();
  const sources = await openSources(paths, spool);
  const read: Record<string, number | string> = {};
  for (const { files } of sources.all)
    for (const file of files) {
      try {
        const bytes = await sources.open(file);
        read[sources.nameOf(file)] = (await bytes.read(0, bytes.size)).length;
        await bytes.release();
      } catch (error) {
        read[sources.nameOf(file)] = (error as Error).name;
      }
    }
  const left = sources.left.map(({ path, why }) => `${path} ${why}`).toSorted();
  await sources.close();
  return { read, left, spool: readdirSync(spool) };
}

test('IM-25: of an archive made to do harm only what is harmless is read, and nothing is written outside', { skip: missing }, async () => {
  const { read, left, spool } = await listed([join(MEDIA, 'names/hostile-names.zip'), join(MEDIA, 'names/zip-bomb-30MB.zip')]);
  assert.deepEqual(Object.keys(read).length, 8);
  assert.deepEqual(
    left.map((each) => each.replace('hostile-names.zip!', '')),
    [
      '../escape.jpg unsafe-name',
      '..\\win\\escape.jpg unsafe-name',
      '/abs.jpg unsafe-name',
      'C:\\x.jpg unsafe-name',
      'a/b/../../../../up.jpg unsafe-name',
      'zip-bomb-30MB.zip!zeros.jpg bomb',
    ],
  );
  assert.deepEqual(spool, []);
  const odd = await listed([join(MEDIA, 'names/odd-names.zip')]);
  assert.deepEqual([Object.keys(odd.read).length, odd.left], [8, []]);
});

test('IM-26: archives in archives and in folders are opened, two deep, and no deeper; what is damaged is told and takes nothing with it', async () => {
  const folder = fresh();
  await zip(join(folder, 'three.zip'), { 'deep.jpg': Buffer.alloc(10) });
  const three = readFileSync(join(folder, 'three.zip'));
  rmSync(join(folder, 'three.zip'));
  await zip(join(folder, 'two.zip'), { 'three.zip': three, 'b.jpg': Buffer.alloc(20) });
  const two = readFileSync(join(folder, 'two.zip'));
  rmSync(join(folder, 'two.zip'));
  const broken = Buffer.from(two);
  await zip(join(folder, 'one.zip'), { 'two.zip': two, 'a.jpg': Buffer.alloc(30, 7) });
  broken.fill(0, broken.length - 40);
  writeFileSync(join(folder, 'broken.zip'), broken);
  const { read, left, spool } = await listed([folder]);
  const label = folder.slice(folder.lastIndexOf('/') + 1);
  assert.deepEqual(read, { [`${label}/one.zip!a.jpg`]: 30, [`${label}/one.zip!two.zip!b.jpg`]: 20 });
  assert.deepEqual(left, [`${label}/broken.zip not-an-archive`, `${label}/one.zip!two.zip!three.zip too-deep`]);
  assert.deepEqual(spool, []);
});

test('IM-27: bytes that are not those that the archive names are damaged, and are not taken', async () => {
  const folder = fresh();
  const path = join(folder, 'a.zip');
  const bytes = Buffer.alloc(5000, 'photo');
  const archive = new ZipFile();
  archive.addBuffer(bytes, 'a.jpg', { compress: false });
  archive.addBuffer(bytes, 'b.jpg', { compress: false });
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(path));
  const whole = readFileSync(path);
  whole[1000] = whole[1000]! ^ 1;
  writeFileSync(path, whole);
  assert.deepEqual((await listed([path])).read, { 'a.zip!a.jpg': 'Damaged', 'a.zip!b.jpg': 5000 });
});

test('IM-28: of a folder links are not followed, those that lead out are told; what systems keep for themselves is none of it', async () => {
  const [folder, outside] = [fresh(), fresh()];
  writeFileSync(join(outside, 'secret.jpg'), 'x');
  writeFileSync(join(folder, 'a.jpg'), 'abc');
  writeFileSync(join(folder, '.DS_Store'), 'x');
  writeFileSync(join(folder, '.osxphotos_export.db'), 'x');
  symlinkSync(join(outside, 'secret.jpg'), join(folder, 'out.jpg'));
  symlinkSync('a.jpg', join(folder, 'in.jpg'));
  symlinkSync('nowhere.jpg', join(folder, 'gone.jpg'));
  const label = folder.slice(folder.lastIndexOf('/') + 1);
  const { read, left } = await listed([folder]);
  assert.deepEqual([read, left], [{ [`${label}/a.jpg`]: 3 }, [`${label}/gone.jpg link`, `${label}/out.jpg link`]]);
});

test('IM-117: a file whose name is in letters that no text has is read as any other, and takes nothing with it', async () => {
  const folder = fresh();
  mkdirSync(Buffer.concat([Buffer.from(`${folder}/d`), Buffer.of(0xe9)]));
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/d`), Buffer.of(0xe9), Buffer.from('/caf'), Buffer.of(0xe9), Buffer.from('.jpg')]),
    'abcd',
  );
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe8), Buffer.from('.jpg')]), 'abc');
  writeFileSync(join(folder, 'café.jpg'), 'ab');
  const label = folder.slice(folder.lastIndexOf('/') + 1);
  const { read, left } = await listed([folder]);
  assert.deepEqual([read, left], [{ [`${label}/cafè.jpg`]: 3, [`${label}/café.jpg`]: 2, [`${label}/dé/café.jpg`]: 4 }, []]);
});
