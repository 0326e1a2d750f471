import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { assetIdOf, LIBRARY, testServer } from './server.ts';

const MEDIA = resolve(import.meta.dirname, '../../../../../../shared/media');
const noMedia = !existsSync(join(MEDIA, 'MANIFEST.tsv')) && 'no test media';
if (noMedia !== false) process.stderr.write(`SKIPPED: the test media are not at ${MEDIA}\n`);

test(
  'BU-5: real frames of bursts tell it, by what the camera wrote and by their names, and other photos do not',
  { skip: noMedia },
  async () => {
    const server = testServer();
    try {
      const files = [
        'burst/IMG_0658.JPG',
        'burst/IMG_0664.JPG',
        'burst/00000IMG_00000_BURST20230704213015000.jpg',
        'burst/00000IMG_00001_BURST20230704213015100_COVER.jpg',
        'edits/IMG_1853.HEIC',
      ];
      for (const [at, path] of files.entries())
        server.add(LIBRARY, assetIdOf(at + 1), path.slice(path.lastIndexOf('/') + 1), readFileSync(join(MEDIA, path)));
      server.work.wake(LIBRARY);
      await server.work.settled();
      const told = new Map(server.shelf(LIBRARY).frames);
      const of = (n: number) => told.get(assetIdOf(n));
      assert.equal(told.size, 4);
      for (const n of [1, 2]) assert.deepEqual(of(n), { key: 'D4E4B3D1-0E45-4987-BE12-76D604E25D2C', at: null });
      for (const n of [3, 4]) assert.equal(of(n)?.key, 'img\ngoogle pixel 3');
      assert.equal(of(4)!.at! - of(3)!.at!, 100);
    } finally {
      await server.close();
    }
  },
);
