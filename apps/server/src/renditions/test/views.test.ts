import { drawPhoto, measure } from '@rollcall/media/drawing';
import { makeRenditions } from '@rollcall/media/renditions';
import { missingTools } from '@rollcall/media/tools';
import { BYTES, type ViewKind } from '@rollcall/protocol';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { openAttempts } from '../attempts.ts';
import { viewFile } from '../files.ts';
import { makeOne } from '../make.ts';
import { openViewRows } from '../view-rows.ts';
import { openViews } from '../views.ts';
import { openWorker, WORKER_LIMITS } from '../workers.ts';
import { assetIdOf, LIBRARY, OTHER_LIBRARY, testServer, type TestServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-views-'));
after(() => rmSync(folder, { recursive: true }));
const MEDIA = resolve(import.meta.dirname, '../../../../../../shared/media');
const noMedia = !existsSync(join(MEDIA, 'MANIFEST.tsv')) && 'no test media';
const noFilms = missingTools(process.env['PATH'] ?? '').includes('ffmpeg') && 'no ffmpeg';
if (noMedia !== false) process.stderr.write(`SKIPPED: the test media are not at ${MEDIA}\n`);
if (noFilms !== false) process.stderr.write('SKIPPED: ffmpeg is not installed\n');

async function get(server: TestServer, assetId: string, kind: ViewKind, version: string, headers: Record<string, string> = {}) {
  return server.app.inject({ url: `${BYTES.view(assetId, kind)}?v=${version}`, headers: { 'x-library': LIBRARY, ...headers } });
}

/** Asks, waits, and asks again. */
async function shown(server: TestServer, assetId: string, kind: ViewKind, version: string) {
  const first = await get(server, assetId, kind, version);
  assert.equal(first.json().error.code, 'not-ready');
  await server.views.settled();
  return get(server, assetId, kind, version);
}

async function likeness(path: string, format: 'jpeg' | 'heic'): Promise<bigint> {
  const made = await makeRenditions(path, format);
  if (made.state !== 'ready') assert.fail(made.detail);
  return BigInt(`0x${made.measures.likeness}`);
}

interface Probed {
  readonly streams: readonly {
    readonly codec_type: string;
    readonly codec_name: string;
    readonly pix_fmt?: string;
    readonly width?: number;
    readonly height?: number;
    readonly side_data_list?: unknown;
  }[];
  readonly format: { readonly duration: string };
}
function probe(bytes: Uint8Array): Probed {
  const file = join(folder, 'probed.mp4');
  writeFileSync(file, bytes);
  const told = execFileSync('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file], { encoding: 'utf8' });
  return JSON.parse(told) as Probed;
}

test(
  'TH-6: a photo that browsers do not show is seen in all its pixels, when somebody asks, upright and as a JPEG, whole or in ranges',
  { skip: noMedia },
  async () => {
    const server = testServer();
    try {
      const id = assetIdOf(1);
      const version = server.add(LIBRARY, id, 'IMG_1853.HEIC', readFileSync(join(MEDIA, 'edits/IMG_1853.HEIC')));
      server.work.wake(LIBRARY);
      await server.work.settled();
      assert.ok(!existsSync(viewFile(server.dataDir, version, 'full')), 'nobody asked yet');
      const whole = await shown(server, id, 'full', version);
      assert.deepEqual(
        [whole.statusCode, whole.headers['content-type'], whole.headers['x-content-type-options']],
        [200, 'image/jpeg', 'nosniff'],
      );
      const { width, height, format } = await measure(whole.rawPayload);
      assert.deepEqual([format, width, height], ['jpeg', 3024, 4032], 'stored lying, shown standing');
      // Its edit in black and white is the same picture with the turn done.
      const unlike =
        (await likeness(viewFile(server.dataDir, version, 'full'), 'jpeg')) ^ (await likeness(join(MEDIA, 'edits/IMG_E1853.HEIC'), 'heic'));
      assert.ok(unlike.toString(2).replaceAll('0', '').length <= 6, unlike.toString(2));
      const part = await get(server, id, 'full', version, { range: 'bytes=2-5' });
      assert.deepEqual([part.statusCode, part.headers['content-range']], [206, `bytes 2-5/${whole.rawPayload.length}`]);
      assert.deepEqual(part.rawPayload, whole.rawPayload.subarray(2, 6));
      assert.equal((await get(server, id, 'full', version, { 'if-none-match': String(whole.headers['etag']) })).statusCode, 304);
      const elsewhere = await server.app.inject({ url: `${BYTES.view(id, 'full')}?v=${version}`, headers: { 'x-library': OTHER_LIBRARY } });
      assert.deepEqual([elsewhere.statusCode, elsewhere.json().error.code], [404, 'not-found']);
      assert.equal((await server.app.inject({ url: `${BYTES.view(id, 'full')}?v=${version}` })).statusCode, 401);
      const never = await shown(server, id, 'loop', version);
      assert.deepEqual(never.json().error.details, { never: true }, 'a photo has no loop');
    } finally {
      await server.close();
    }
  },
);

test(
  'TH-7: a film that browsers do not play is seen as H.264, upright, with its sound; and its beginning small and silent',
  { skip: noFilms },
  async () => {
    const film = join(folder, 'film.mkv');
    const picture = ['-f', 'lavfi', '-i', 'testsrc=size=1280x720:rate=10:duration=5'];
    const sound = ['-f', 'lavfi', '-i', 'sine=duration=5'];
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...picture, ...sound, '-c:v', 'mpeg4', '-c:a', 'pcm_s16le', '-pix_fmt', 'yuv420p', film]);
    const server = testServer();
    try {
      const id = assetIdOf(1);
      const version = server.add(LIBRARY, id, 'film.mkv', readFileSync(film));
      server.work.wake(LIBRARY);
      await server.work.settled();
      const stream = await shown(server, id, 'stream', version);
      assert.deepEqual([stream.statusCode, stream.headers['content-type']], [200, 'video/mp4']);
      const told = probe(stream.rawPayload);
      const codecs = told.streams.map(({ codec_name, pix_fmt }) => [codec_name, pix_fmt]);
      assert.deepEqual(codecs, [
        ['h264', 'yuv420p'],
        ['aac', undefined],
      ]);
      assert.ok(stream.rawPayload.indexOf('moov') < stream.rawPayload.indexOf('mdat'), 'it plays before it is there');
      const loop = probe((await shown(server, id, 'loop', version)).rawPayload);
      assert.deepEqual([loop.streams.length, loop.streams[0]?.codec_name, loop.streams[0]?.width], [1, 'h264', 480]);
      assert.ok(Math.abs(Number(loop.format.duration) - 3) < 0.3);
      assert.deepEqual((await shown(server, id, 'full', version)).json().error.details, { never: true }, 'a film has no full picture');
    } finally {
      await server.close();
    }
  },
);

/** A film of a second, red on its left and blue on its right, that says of itself that it is to be turned by a quarter, clockwise. */
function turnedFilm(): Buffer {
  const film = join(folder, 'turned.mov');
  const half = (colour: string): string[] => ['-f', 'lavfi', '-i', `color=${colour}:size=160x180:rate=10:duration=1`];
  const beside = ['-filter_complex', 'hstack'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...half('red'), ...half('blue'), ...beside, '-c:v', 'mpeg4', '-pix_fmt', 'yuv420p', film]);
  const bytes = readFileSync(film);
  // The matrix of a track header of version 0 (ISO/IEC 14496-12, 8.3.2), in 16.16 and at last 2.30.
  const at = bytes.indexOf('tkhd') + 4 + 40;
  for (const [n, value] of [0, 0x1_0000, 0, -0x1_0000, 0, 0, 0, 0, 0x4000_0000].entries()) bytes.writeInt32BE(value, at + 4 * n);
  return bytes;
}

test(
  'TH-13: a film that is turned by its header is seen upright, and no longer says that it is to be turned',
  { skip: noFilms },
  async () => {
    const server = testServer();
    try {
      const id = assetIdOf(1);
      const version = server.add(LIBRARY, id, 'turned.mov', turnedFilm());
      for (const kind of ['stream', 'loop'] as const) {
        const { rawPayload } = await shown(server, id, kind, version);
        const { streams } = probe(rawPayload);
        const [width, height] = [streams[0]?.width ?? 0, streams[0]?.height ?? 0];
        assert.ok(Math.abs(height / width - 320 / 180) < 0.02, `${kind} is ${width} x ${height}`);
        assert.equal(streams[0]?.side_data_list, undefined, kind);
        const film = join(folder, 'probed.mp4');
        const raw = execFileSync('ffmpeg', ['-v', 'error', '-i', film, '-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'], {
          maxBuffer: 1e8,
        });
        const redAt = (row: number): boolean => raw[3 * width * row]! > raw[3 * width * row + 2]!;
        assert.deepEqual([redAt(2), redAt(height - 3)], [true, false], `${kind}: what was left is above`);
      }
    } finally {
      await server.close();
    }
  },
);

test('TH-8: what no version can be made of says so once and is not tried again, and leaves nothing behind', async () => {
  const server = testServer();
  try {
    const id = assetIdOf(1);
    const version = server.add(LIBRARY, id, 'damaged.mov', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  and then nothing of it'));
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.match((await shown(server, id, 'stream', version)).json().error.words, /No version of it/);
    const tried = server.logged.length;
    for (let times = 0; times < 3; times++)
      assert.deepEqual((await get(server, id, 'stream', version)).json().error.details, { never: true });
    await server.views.settled();
    assert.equal(server.logged.length, tried);
    const left = readdirSync(join(server.dataDir, 'renditions'), { recursive: true, encoding: 'utf8' }).filter((each) =>
      each.includes('stream'),
    );
    assert.deepEqual(left, []);
  } finally {
    await server.close();
  }
});

test('TH-9: a view that ends its worker is not tried for ever, nor one over which the server itself ended', async () => {
  const server = testServer();
  const views = openViews(
    server.context,
    () => false,
    undefined,
    () => openWorker(WORKER_LIMITS, new URL('./hostile-worker.ts', import.meta.url)),
  );
  try {
    const version = server.add(LIBRARY, assetIdOf(1), 'crash', await drawPhoto(30, 20, [1, 2, 3]));
    const resource = server.shelf(LIBRARY).assets.get(assetIdOf(1))!.resources[0]!;
    assert.equal((await views.ask(resource, 'full', 'crash')).state, 'being-made');
    await views.settled();
    assert.equal((await views.ask(resource, 'full', 'crash')).state, 'unavailable');
    const rows = openViewRows(server.context.database, server.context.write);
    for (let times = 0; times < 2; times++) await rows.start(version, 'stream', 1);
    assert.equal((await views.ask(resource, 'stream', 'crash')).state, 'unavailable');
  } finally {
    await views.close();
    await server.close();
  }
});

test('TH-14: a view that takes its worker too much time or memory says which, and is not called a failure', async () => {
  const server = testServer();
  const limits = { ...WORKER_LIMITS, jobTime: 1000, memory: 300 * 1024 * 1024, waitedFor: 'by-a-person' as const };
  const views = openViews(
    server.context,
    () => false,
    undefined,
    () => openWorker(limits, new URL('./hostile-worker.ts', import.meta.url)),
  );
  const seesMemory = process.platform === 'linux';
  try {
    for (const [n, name, why] of [
      [1, 'hang', /that takes too long.*download it to see it/],
      [2, 'eat', seesMemory ? /that takes too much memory.*download it to see it/ : /that takes too long/],
    ] as const) {
      server.add(LIBRARY, assetIdOf(n), name, await drawPhoto(30, 20, [n, 2, 3]));
      const resource = server.shelf(LIBRARY).assets.get(assetIdOf(n))!.resources[0]!;
      await views.ask(resource, 'full', name);
      await views.settled();
      const standing = await views.ask(resource, 'full', name);
      assert.match(standing.state === 'unavailable' ? standing.words : standing.state, why);
    }
  } finally {
    await views.close();
    await server.close();
  }
});

test('TH-15: of a file that ended a worker while its picture was made no view is made, in the same words; where only a program was missing it is', async () => {
  const server = testServer();
  const worker = openWorker(WORKER_LIMITS, new URL('./hostile-worker.ts', import.meta.url));
  const attempts = openAttempts(server.context.database, server.context.write);
  // What the worker opens it writes into.
  const blobs = { ...server.context.blobs, path: () => join(folder, 'opened') };
  try {
    const version = server.add(LIBRARY, assetIdOf(1), 'crash', await drawPhoto(30, 20, [1, 2, 3]));
    const resource = server.shelf(LIBRARY).assets.get(assetIdOf(1))!.resources[0]!;
    const subject = { libraryId: LIBRARY, assetId: assetIdOf(1), resourceId: version };
    const workshop = { attempts, tools: { met: () => undefined }, views: { made: async () => undefined } };
    const wanted = { libraryId: LIBRARY, assetId: assetIdOf(1), kind: 'photo', fileName: 'crash', of: resource } as const;
    assert.equal(await makeOne({ ...server.context, blobs }, workshop, worker, wanted), 'done');
    const { words } = server.shelf(LIBRARY).renditions.get(assetIdOf(1))!;
    assert.match(words ?? '', /made the program that draws pictures fail/);
    for (const kind of ['full', 'stream', 'compressed'] as const)
      assert.deepEqual(await server.views.ask(resource, kind, 'crash'), { state: 'unavailable', words }, kind);
    await attempts.finish(subject, { state: 'unavailable', words: 'ffmpeg is not installed', lacks: 'ffmpeg', hurt: false }, 1, 'told');
    assert.equal((await server.views.ask(resource, 'full', 'a.jpg')).state, 'being-made');
    await server.views.settled();
    assert.equal((await server.views.ask(resource, 'full', 'a.jpg')).state, 'ready');
  } finally {
    worker.stop();
    await server.close();
  }
});

test('TH-10: views take no more room than they may: those nobody looked at for longest go first, and those of what was purged go too', async () => {
  const server = testServer();
  try {
    const rows = openViewRows(server.context.database, server.context.write);
    const ids = [1, 2, 3].map((n) => String(n).repeat(32));
    for (const [at, id] of ids.entries()) {
      await rows.start(id, 'full', at);
      await rows.ready(id, 'full', 100);
    }
    await rows.use(ids[0]!, 'full', 10);
    assert.deepEqual(rows.beyond(250), [{ resource: ids[1], kind: 'full' }]);
    assert.deepEqual(rows.beyond(300), []);
    assert.equal(rows.beyond(0).length, 3);

    const views = openViews(server.context, () => false, 1);
    const resources = await Promise.all(
      [1, 2].map(async (n) => {
        server.add(LIBRARY, assetIdOf(n), 'a.jpg', await drawPhoto(60, 40, [n, 2, 3]));
        return server.shelf(LIBRARY).assets.get(assetIdOf(n))!.resources[0]!;
      }),
    );
    for (const resource of resources) {
      assert.equal((await views.ask(resource, 'full', 'a.jpg')).state, 'being-made');
      await views.settled();
    }
    assert.deepEqual(
      resources.map(({ id }) => existsSync(viewFile(server.dataDir, id, 'full'))),
      [false, false],
      'no room for either',
    );
    await views.close();
    const roomy = openViews(server.context, () => false);
    await roomy.ask(resources[0]!, 'full', 'a.jpg');
    await roomy.settled();
    const standing = await roomy.ask(resources[0]!, 'full', 'a.jpg');
    assert.ok(standing.state === 'ready' && existsSync(standing.file));
    await roomy.forget(resources[0]!.id);
    assert.ok(!existsSync(standing.file));
    assert.equal(rows.find(resources[0]!.id, 'full'), null);
    await roomy.close();
  } finally {
    await server.close();
  }
});
