import { drawPhoto } from '@rollcall/media/drawing';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { openAttempts } from '../attempts.ts';
import { assetIdOf, LIBRARY, testServer, type TestServer } from './server.ts';

const MEDIA = resolve(import.meta.dirname, '../../../../../../shared/media/live');
const present = existsSync(MEDIA);
if (!present) process.stderr.write(`SKIPPED: the test media are not at ${MEDIA}\n`);

const untold = ({ context }: TestServer): number => openAttempts(context.database, context.write).untold(10).length;
/** As an older server left it, which read less of a file. */
const forget = (server: TestServer): void => {
  server.context.database.prepare('UPDATE rendition_attempts SET told = 0').run();
  const { halves, named, shots } = server.shelf(LIBRARY);
  for (const told of [halves, named, shots]) told.length = 0;
};

test(
  'LP-18: what an older server read is read again, once, also across a restart, and its picture is not made again',
  { skip: !present },
  async () => {
    const first = testServer();
    const still = first.add(LIBRARY, assetIdOf(1), 'train.jpg', readFileSync(join(MEDIA, 'train.jpg')));
    first.work.wake(LIBRARY);
    await first.work.settled();
    const told = structuredClone(first.shelf(LIBRARY).halves);
    assert.deepEqual(
      told.map(([id]) => id),
      [assetIdOf(1)],
    );
    assert.equal(first.shelf(LIBRARY).named.length, 1);
    assert.equal(untold(first), 0);
    forget(first);
    await first.stop();
    const server = testServer(first);
    try {
      const made = server.shelf(LIBRARY).renditions.get(assetIdOf(1));
      assert.equal(untold(server), 1);
      // A film of the same photo comes only now.
      server.add(LIBRARY, assetIdOf(2), 'train.mov', readFileSync(join(MEDIA, 'train.mov')));
      server.work.wake(LIBRARY);
      await server.work.settled();
      const { halves, renditions } = server.shelf(LIBRARY);
      assert.deepEqual(halves.map(([id]) => id).toSorted(), [assetIdOf(1), assetIdOf(2)]);
      assert.equal(new Set(halves.map(([, pairId]) => pairId)).size, 1);
      assert.equal(renditions.get(assetIdOf(1)), made);
      assert.equal(renditions.get(assetIdOf(1))?.of, still);
      server.work.again();
      await server.work.settled();
      assert.equal(halves.length, 2, 'once');
      assert.equal(untold(server), 0);
    } finally {
      await server.close();
    }
  },
);

test('LP-18: bytes that are missing are waited for; of what was read as an edit only, its original is read', async () => {
  const server = testServer();
  try {
    const [edit, original] = [await drawPhoto(300, 200, [1, 2, 3]), await drawPhoto(300, 200, [4, 5, 6])];
    server.add(LIBRARY, assetIdOf(1), 'a.jpg', original);
    server.add(LIBRARY, assetIdOf(1), 'a.jpg', edit, 'edited');
    const { hash } = server.shelf(LIBRARY).assets.get(assetIdOf(1))!.resources[0]!;
    const path = join(server.dataDir, hash);
    rmSync(path);
    server.work.wake(LIBRARY);
    await server.work.settled();
    const described = (): unknown => server.shelf(LIBRARY).assets.get(assetIdOf(1))!.fields;
    assert.deepEqual([untold(server), described()], [1, null]);
    server.add(LIBRARY, assetIdOf(2), 'b.jpg', original);
    server.work.again();
    await server.work.settled();
    assert.equal(untold(server), 0);
    assert.notEqual(described(), null);
  } finally {
    await server.close();
  }
});
