import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { test, type TestContext } from 'node:test';
import { makePhotosLibrary, type MadePhoto } from '@rollcall/importers/testing';
import { drawPhoto } from '@rollcall/media/drawing';
import type { Io } from '../io.ts';
import { icloudDoctor, type ICloudDoctorOptions } from './icloud-doctor.ts';

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function doctor(options: Partial<ICloudDoctorOptions> & { path: string }, signal = new AbortController().signal): Promise<Said> {
  const text = { out: '', err: '' };
  const into = (key: 'out' | 'err'): Writable =>
    // It takes a moment for each piece, as a pipe does.
    new Writable({ highWaterMark: 1024, write: (chunk, _encoding, done) => ((text[key] += String(chunk)), setImmediate(done)) });
  const io: Io = { stdin: Readable.from([]), stdout: into('out'), stderr: into('err'), signal, ask: null };
  const code = await icloudDoctor({ json: false, bytes: false, ...options }, io);
  await Promise.all([io.stdout, io.stderr].map((stream) => new Promise((resolve) => stream.write('', resolve))));
  return { code, ...text };
}

function scratch(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-icloud-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

const library = (folder: string, photos: Iterable<MadePhoto>): string => {
  const root = join(folder, 'Made.photoslibrary');
  makePhotosLibrary(root, photos);
  return root;
};

test('IC-30: the exit code is 0 when nothing is to be done, 5 when it goes on by itself, 3 when it needs the person, 2 when it is no library', async (t) => {
  const cases: readonly (readonly [MadePhoto, number])[] = [
    [{ uuid: 'a' }, 0],
    [{ uuid: 'a', master: 1 }, 5],
    [{ uuid: 'a', edited: true, edit: 0 }, 5],
    [{ uuid: 'a', asset: 4 }, 3],
    [{ uuid: 'a', saved: 10, directory: '/x', master: null }, 3],
    [{ uuid: 'a', here: -1, master: 1 }, 3],
  ];
  for (const [photo, code] of cases) {
    const said = await doctor({ path: library(scratch(t), [photo]) });
    assert.deepEqual([said.code, said.err], [code, ''], JSON.stringify(photo));
  }
  const none = await doctor({ path: join(scratch(t), 'none') });
  assert.deepEqual([none.code, none.out], [2, '']);
  assert.match(none.err, /is not there\. Give a library of Photos/);
});

test('IC-31: in words: how many are in iCloud, what to do in order, the seven checks, and that nothing was changed', async (t) => {
  const { out } = await doctor({
    path: library(scratch(t), [
      { uuid: 'there' },
      { uuid: 'aside', name: 'Grandma\u001b[2J.heic', asset: 4, attempts: 11 },
      { uuid: 'h', hidden: true, name: 'secret.heic', asset: 4 },
    ]),
  });
  const order = [
    '1 of 3 photos and videos are in iCloud.',
    'put aside: unable to upload: 2 photos',
    'Grandma',
    'Next steps',
    '1. Do not switch iCloud Photos off',
    'The seven checks',
    '7 charge',
    'Nothing in the library was changed',
  ];
  const places = order.map((words) => out.indexOf(words));
  assert.ok(
    places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1)),
    JSON.stringify(places),
  );
  assert.match(out, /tried up to 11 times/);
  assert.match(out, /a hidden photo/);
  assert.ok(!out.includes('secret') && !out.includes('\u001b'));
});

test('IC-32: as JSON one object, with the sums and an entry for each photo, however many there are', async (t) => {
  const photos = Array.from({ length: 1203 }, (_, at): MadePhoto => ({ uuid: `photo ${at}`, name: `"${at}"\n` }));
  const root = join(scratch(t), 'Made.photoslibrary');
  makePhotosLibrary(root, photos, { files: false });
  const { out } = await doctor({ path: root, json: true });
  const told = JSON.parse(out) as {
    totals: Record<string, unknown>;
    items: Record<string, unknown>[];
    checks: unknown[];
    steps: unknown[];
    library: Record<string, unknown>;
  };
  assert.deepEqual([told.totals['assets'], told.items.length, told.checks.length], [1203, 1203, 7]);
  assert.deepEqual(
    [told.library['name'], told.library['kind'], told.library['model'], told.library['icloudPhotos']],
    ['Made', 'mac', 19_320, 'on'],
  );
  assert.deepEqual(
    told.items.map(({ uuid, original_filename: name }) => [uuid, name]),
    photos.map(({ uuid, name }) => [uuid, name]),
  );
  const empty = join(scratch(t), 'Empty.photoslibrary');
  makePhotosLibrary(empty, []);
  assert.deepEqual((JSON.parse((await doctor({ path: empty, json: true })).out) as typeof told).items, []);
});

test('IC-33: the page stands by itself: nothing is asked of anybody, nothing runs, and what came out of a library is text', async (t) => {
  const folder = scratch(t);
  const name = `</title><script>alert(1)</script><img src=x onerror="alert('1')">&\u202egnp.heic`;
  const root = library(folder, [
    { uuid: 'AAAA', name, asset: 4 },
    { uuid: 'BBBB', hidden: true, name: 'secret.heic', asset: 4 },
    { uuid: 'CCCC', name: 'seen.heic' },
  ]);
  const photo = await drawPhoto(640, 480, [1, 2, 3]);
  for (const uuid of ['AAAA', 'BBBB', 'CCCC']) writeFileSync(join(root, 'originals', uuid.slice(0, 1), `${uuid}.heic`), photo);
  const html = join(folder, 'report.html');
  const said = await doctor({ path: root, html });
  assert.deepEqual([said.code, said.err], [3, '']);
  const page = readFileSync(html, 'utf8');
  assert.equal(statSync(html).mode & 0o777, 0o600);
  assert.doesNotMatch(page, /<script|onerror="|secret|https?:|<link|<iframe|@import|url\(/);
  assert.doesNotMatch(page, /\u202e/, 'nothing in a name turns the direction of what follows');
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"/);
  assert.match(page, /&#60;script&#62;alert\(1\)/);
  const sources = [...page.matchAll(/src="([^"]*)"/g)].map(([, source]) => source ?? '');
  assert.ok(sources.length >= 2);
  for (const source of sources) assert.match(source, /^data:image\/(?:jpeg|png|webp);base64,[\w+/=]+$/);
  for (const part of ['<svg', 'prefers-color-scheme:dark', '@media print', 'Do not switch iCloud Photos off', '7. charge'])
    assert.ok(page.includes(part), part);
});

test('IC-34: the pictures of a page are bounded in number and size, and a picture that Photos made is taken as it is', async (t) => {
  const folder = scratch(t);
  const root = join(folder, 'Made.photoslibrary');
  const uuids = Array.from({ length: 200 }, (_, at) => `A${String(at).padStart(3, '0')}`);
  makePhotosLibrary(
    root,
    uuids.map((uuid, at): MadePhoto => ({
      uuid,
      ...[{ asset: 4 }, { asset: 2 }, { master: 1 }, { saved: 10, directory: '/x', master: null }, { asset: 9 }, { here: -1, master: 1 }][
        at % 6
      ],
    })),
    { files: false },
  );
  const small = await drawPhoto(64, 48, [9, 9, 9]);
  const previews = join(root, 'resources', 'derivatives', 'masters', 'A');
  mkdirSync(previews, { recursive: true });
  for (const uuid of uuids) writeFileSync(join(previews, `${uuid}_4_5005_c.jpeg`), small);
  const html = join(folder, 'report.html');
  await doctor({ path: root, html });
  const page = readFileSync(html, 'utf8');
  const shown = page.split(`data:image/jpeg;base64,${Buffer.from(small).toString('base64')}`).length - 1;
  assert.equal(shown, 60);
  assert.ok(page.length < 6_000_000);
});

test('IC-35: a page is never written over a file, nor into the library, and then nothing is examined', async (t) => {
  const folder = scratch(t);
  const root = library(folder, [{ uuid: 'a' }]);
  const there = join(folder, 'there.html');
  writeFileSync(there, 'mine');
  for (const [html, words] of [
    [there, /is there already/],
    [join(root, 'report.html'), /must not be written into the library/],
    [join(root, 'originals', 'report.html'), /must not be written into the library/],
    [join(folder, 'none', 'report.html'), /is not there/],
  ] as const) {
    const said = await doctor({ path: root, html });
    assert.deepEqual([said.code, said.out], [2, ''], html);
    assert.match(said.err, words);
  }
  assert.equal(readFileSync(there, 'utf8'), 'mine');
  // However the library is named, and whatever it is called.
  const plain = join(folder, 'No ending');
  cpSync(root, plain, { recursive: true });
  for (const [path, inside] of [
    [`${root}/`, root],
    [join(root, 'database'), join(root, 'originals')],
    [join(root, 'database', 'Photos.sqlite'), root],
    [join(plain, 'database', 'Photos.sqlite'), join(plain, 'originals')],
    [join(plain, 'database', 'Photos.sqlite'), root],
  ] as const) {
    const said = await doctor({ path, html: join(inside, 'report.html') });
    assert.deepEqual([said.code, existsSync(join(inside, 'report.html'))], [2, false], `${path} ${inside}`);
  }
});

test('IC-36: asked to stop it stops, says so, and leaves no copy', async (t) => {
  const folder = scratch(t);
  const root = library(folder, [{ uuid: 'a' }]);
  const before = process.env['TMPDIR'];
  const copies = join(folder, 'copies');
  mkdirSync(copies);
  process.env['TMPDIR'] = copies;
  t.after(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  const said = await doctor({ path: root }, AbortSignal.abort());
  assert.deepEqual([said.code, said.out], [3, '']);
  assert.match(said.err, /stopped; nothing was changed/);
  assert.deepEqual(readdirSync(copies), []);
});
