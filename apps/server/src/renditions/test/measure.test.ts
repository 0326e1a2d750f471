import { drawPhoto } from '@rollcall/media/drawing';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { openAttempts, type Attempt } from '../attempts.ts';
import { renditionFile } from '../files.ts';
import { assetIdOf, LIBRARY, testServer, type TestServer } from './server.ts';

const MEDIA = resolve(import.meta.dirname, '../../../../../../shared/media');
const present = existsSync(join(MEDIA, 'MANIFEST.tsv'));
if (!present) process.stderr.write(`SKIPPED: the test media are not at ${MEDIA}\n`);

const attemptsOf = ({ context }: TestServer) => openAttempts(context.database, context.write);
const find = (server: TestServer, n: number, resourceId: string): Attempt =>
  attemptsOf(server).find({ libraryId: LIBRARY, assetId: assetIdOf(n), resourceId })!;
/** As they were before it was measured how sharp they are. */
const forget = ({ context }: TestServer): void =>
  void context.database.prepare('UPDATE rendition_attempts SET likeness = NULL, sharpness = NULL, screenshot = 0').run();

test('CS-22: pictures that were made before are measured later, each once, also across a restart; one whose preview is gone is not tried again', async () => {
  const first = testServer();
  const ids = [await drawPhoto(1800, 1200, [200, 90, 40]), await drawPhoto(900, 1200, [9, 90, 40])].map((bytes, at) =>
    first.add(LIBRARY, assetIdOf(at + 1), `${at}.jpg`, bytes),
  ) as [string, string];
  first.work.wake(LIBRARY);
  await first.work.settled();
  const made = ids.map((id, at) => find(first, at + 1, id));
  // There is nothing in them that could be sharp.
  assert.deepEqual(
    made.map(({ state, sharpness }) => [state, sharpness]),
    [
      ['ready', -1],
      ['ready', -1],
    ],
  );
  forget(first);
  rmSync(renditionFile(first.dataDir, ids[1], 'preview'));
  await first.stop();
  const server = testServer(first);
  try {
    assert.equal(attemptsOf(server).unmeasured(10).length, 2);
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.deepEqual(find(server, 1, ids[0]), made[0]);
    assert.deepEqual([find(server, 2, ids[1]).likeness, find(server, 2, ids[1]).sharpness], [null, -1]);
    assert.deepEqual(attemptsOf(server).unmeasured(10), []);
    assert.equal(server.shelf(LIBRARY).renditions.get(assetIdOf(1))?.of, ids[0]);
  } finally {
    await server.close();
  }
});

test('CS-22: bytes that are missing are waited for, and hold up nobody else', async () => {
  const server = testServer();
  try {
    const [lacking, other] = [await drawPhoto(300, 200, [1, 2, 3]), await drawPhoto(300, 200, [4, 5, 6])];
    const ids = [lacking, other].map((bytes, at) => server.add(LIBRARY, assetIdOf(at + 1), `${at}.jpg`, bytes)) as [string, string];
    server.work.wake(LIBRARY);
    await server.work.settled();
    forget(server);
    const { hash } = server.shelf(LIBRARY).assets.get(assetIdOf(1))!.resources[0]!;
    rmSync(join(server.dataDir, hash));
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.equal(find(server, 1, ids[0]).sharpness, null);
    assert.equal(find(server, 2, ids[1]).sharpness, -1);
    assert.equal(attemptsOf(server).unmeasured(10).length, 1);
  } finally {
    await server.close();
  }
});

test(
  'CS-22: real pictures measure the same later as when they were made, and a screenshot is known as one',
  { skip: !present },
  async () => {
    const server = testServer();
    try {
      const names = ['screenshot/IMG_0412.PNG', 'burst/IMG_0658.JPG'];
      const ids = names.map((name, at) => server.add(LIBRARY, assetIdOf(at + 1), name.split('/')[1]!, readFileSync(join(MEDIA, name))));
      server.work.wake(LIBRARY);
      await server.work.settled();
      const read = (): Attempt[] => ids.map((id, at) => find(server, at + 1, id));
      const made = read();
      assert.deepEqual(
        made.map(({ screenshot, sharpness }) => [screenshot, sharpness !== null && sharpness > 600]),
        [
          [1, true],
          [0, true],
        ],
      );
      forget(server);
      server.work.wake(LIBRARY);
      await server.work.settled();
      for (const [at, { sharpness, screenshot }] of read().entries()) {
        assert.ok(Math.abs(sharpness! - made[at]!.sharpness!) < 60, names[at]);
        assert.equal(screenshot, made[at]!.screenshot);
      }
    } finally {
      await server.close();
    }
  },
);
