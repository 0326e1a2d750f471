import { drawPhoto } from '@rollcall/media/drawing';
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
import { sweep } from '../sweep.ts';
import { openViews } from '../views.ts';
import type { Worker } from '../workers.ts';
import { assetIdOf, LIBRARY, testServer, type TestServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-motion-'));
after(() => rmSync(folder, { recursive: true }));
const MEDIA = resolve(import.meta.dirname, '../../../../../../shared/media');
const noMedia = !existsSync(join(MEDIA, 'MANIFEST.tsv')) && 'no test media';
const noFilms = missingTools(process.env['PATH'] ?? '').includes('ffmpeg') && 'no ffmpeg';
if (noMedia !== false) process.stderr.write(`SKIPPED: the test media are not at ${MEDIA}\n`);
if (noFilms !== false) process.stderr.write('SKIPPED: ffmpeg is not installed\n');

async function shown(server: TestServer, assetId: string, kind: ViewKind, version: string) {
  const get = () => server.app.inject({ url: `${BYTES.view(assetId, kind)}?v=${version}`, headers: { 'x-library': LIBRARY } });
  const first = await get();
  assert.equal(first.json().error.code, 'not-ready');
  await server.views.settled();
  return get();
}

function codecsOf(bytes: Uint8Array): string[] {
  const file = join(folder, 'probed.mp4');
  writeFileSync(file, bytes);
  const told = execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'stream=codec_name', '-of', 'csv=p=0', file], { encoding: 'utf8' });
  return told.trim().split('\n');
}

test(
  'VW-1: the film inside a motion photo is seen as it lies there, as H.264, and its beginning as a loop; the library is told that it moves; of other photos there is none, in words',
  { skip: noMedia || noFilms, timeout: 240_000 },
  async () => {
    const server = testServer();
    try {
      const google = readFileSync(join(MEDIA, 'motion/PXL_20200710_061629144.MP.jpg'));
      const files: readonly (readonly [name: string, bytes: Buffer])[] = [
        ['PXL_20200710_061629144.MP.jpg', google],
        ['samsung.heic', readFileSync(join(MEDIA, 'motion/samsung-one-ui-6.heic'))],
        ['broken.jpg', readFileSync(join(MEDIA, 'motion/PXL_20240101_120000000.MP.jpg'))],
        ['still.jpg', Buffer.from(await drawPhoto(60, 40, [1, 2, 3]))],
      ];
      const versions = files.map(([name, bytes], n) => server.add(LIBRARY, assetIdOf(n), name, bytes));
      server.work.wake(LIBRARY);
      await server.work.settled();
      const told = files.map((_, n) => server.shelf(LIBRARY).renditions.get(assetIdOf(n))?.moves ?? false);
      assert.deepEqual(told, [true, true, false, false]);
      for (const n of [0, 1]) {
        const film = await shown(server, assetIdOf(n), 'motion', versions[n]!);
        assert.deepEqual([film.statusCode, film.headers['content-type']], [200, 'video/mp4']);
        assert.equal(film.rawPayload.toString('latin1', 4, 8), 'ftyp');
        assert.ok(files[n]![1].includes(film.rawPayload), 'its own bytes');
        assert.equal(codecsOf((await shown(server, assetIdOf(n), 'stream', versions[n]!)).rawPayload)[0], 'h264');
        assert.deepEqual(codecsOf((await shown(server, assetIdOf(n), 'loop', versions[n]!)).rawPayload), ['h264'], 'silent');
      }
      for (const [n, words] of [
        [2, /not whole/],
        [3, /no such version/],
      ] as const) {
        for (const kind of ['motion', 'loop', 'stream'] as const) {
          const never = (await shown(server, assetIdOf(n), kind, versions[n]!)).json().error;
          assert.deepEqual(never.details, { never: true });
          assert.match(never.words, words);
        }
      }
      const left = readdirSync(join(server.dataDir, 'renditions'), { recursive: true, encoding: 'utf8' });
      assert.deepEqual(
        left.filter((each) => /\.film$|unfinished/.test(each)),
        [],
      );
      // Made again without being read again, it is told once more.
      await server.context.libraries.wantRendition(LIBRARY, assetIdOf(0));
      server.work.wake(LIBRARY);
      await server.work.settled();
      assert.equal(server.shelf(LIBRARY).renditions.get(assetIdOf(0))?.moves, true);
    } finally {
      await server.close();
    }
  },
);

test('VW-2: what belongs to a photo and has no picture of its own, such as the film of a Live Photo, is seen too, and its views go when it is gone', async () => {
  const server = testServer();
  try {
    const id = assetIdOf(1);
    const part = server.add(LIBRARY, id, 'part.jpg', await drawPhoto(60, 40, [1, 2, 3]), 'alternate');
    server.add(LIBRARY, id, 'photo.jpg', await drawPhoto(60, 40, [3, 2, 1]));
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.equal((await shown(server, id, 'full', part)).statusCode, 200);
    const attempts = openAttempts(server.context.database, server.context.write);
    const swept = { attempts, views: server.views };
    assert.equal(await sweep(server.context, swept, new AbortController().signal), 0);
    assert.ok(existsSync(viewFile(server.dataDir, part, 'full')));
    const asset = server.shelf(LIBRARY).assets.get(id)!;
    asset.resources.splice(
      asset.resources.findIndex((each) => each.id === part),
      1,
    );
    assert.equal(await sweep(server.context, swept, new AbortController().signal), 1);
    assert.ok(!existsSync(viewFile(server.dataDir, part, 'full')));
  } finally {
    await server.close();
  }
});

test('VW-3: no photo waits for a film that is being made, and what was asked for last comes before what was asked for earlier', async () => {
  const server = testServer();
  const asked: string[] = [];
  const finish: (() => void)[] = [];
  const worker = (): Worker => ({
    run: async (job) => {
      asked.push(job.name);
      await new Promise<void>((done) => finish.push(done));
      return { end: 'worker-lost', why: 'crashed' };
    },
    stop: () => undefined,
  });
  const views = openViews(server.context, () => false, undefined, worker);
  try {
    const names = ['film', 'first', 'second', 'third'];
    for (const [n, name] of names.entries()) {
      server.add(LIBRARY, assetIdOf(n), name, Buffer.from(name));
      const resource = server.shelf(LIBRARY).assets.get(assetIdOf(n))!.resources[0]!;
      await views.ask(resource, name === 'film' ? 'stream' : 'full', name);
    }
    while (asked.length < 4) {
      // The film goes on all the while.
      await new Promise((resolve) => setImmediate(resolve));
      finish.splice(1, 1)[0]?.();
    }
    assert.deepEqual(asked, ['film', 'first', 'third', 'second']);
  } finally {
    for (let end = finish.shift(); end !== undefined; end = finish.shift()) end();
    await views.settled();
    await views.close();
    await server.close();
  }
});
