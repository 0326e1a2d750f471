import { drawPhoto } from '@rollcall/media/drawing';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { openFigures } from '../../metrics/figures.ts';
import { KeptFolder } from '../../testing/kept.ts';
import { openAttempts } from '../attempts.ts';
import { startRenditions } from '../index.ts';
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

/** Titles, keywords and a rating inside a photo, as programs write them. */
function described(jpeg: Uint8Array): Buffer {
  const words = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Sea</rdf:li></rdf:Alt></dc:description><dc:subject><rdf:Bag><rdf:li>sea</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const segment = Buffer.from([0xff, 0xe1, 0, 0, ...Buffer.from(words)]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

test('LP-22: what a server reads again fills in what it did not know, and nothing that a person emptied or changed since', async (t) => {
  const kept = await KeptFolder.open();
  const library = await kept.library(10_000_000);
  const traffic = { arrived: () => undefined, heavy: false };
  const parts = { dataDir: kept.data, traffic, log: () => undefined, figures: openFigures() };
  const { database, write, libraries, blobs } = kept;
  const context = {
    ...parts,
    database,
    write,
    libraries,
    blobs,
    clock: { now: () => kept.now },
    optimises: () => false,
    optimising: () => [],
  } as Parameters<typeof startRenditions>[0];
  let work = startRenditions(context);
  t.after(async () => {
    await work.close();
    await kept.end();
  });
  const [emptied, changed, older] = [
    await kept.add(library, described(await drawPhoto(60, 40, [1, 2, 3]))),
    await kept.add(library, described(await drawPhoto(60, 40, [4, 5, 6]))),
    await kept.add(library, described(await drawPhoto(60, 40, [7, 8, 9]))),
  ];
  const told = (assetId: string): unknown => {
    const row = database.prepare<[string], { json: string }>('SELECT json FROM entities WHERE key = ?').get(`asset:${assetId}`);
    const { caption, rating, keywords } = JSON.parse(row?.json ?? '{}') as Record<string, unknown>;
    return { caption, rating, keywords };
  };
  const inside = { caption: 'Sea', rating: 4, keywords: ['sea'] };
  work.wake(library);
  await work.settled();
  for (const each of [emptied, changed, older]) assert.deepEqual(told(each), inside);
  const set = (assetId: string, fields: object) => kept.act(library, { name: 'asset.set', args: { assetId, fields } });
  await set(emptied, { caption: null, rating: null, keywords: [] });
  await set(changed, { caption: 'Lake', rating: null });
  // As an older server left them, which read none of that.
  database
    .prepare("UPDATE entities SET json = json_set(json, '$.caption', NULL, '$.keywords', json('[]')) WHERE key = ?")
    .run(`asset:${older}`);
  await work.close();
  database.prepare('UPDATE rendition_attempts SET told = 0').run();
  work = startRenditions(context);
  await work.settled();
  assert.equal(openAttempts(database, write).untold(10).length, 0);
  assert.deepEqual(told(emptied), { caption: null, rating: null, keywords: [] });
  assert.deepEqual(told(changed), { caption: 'Lake', rating: null, keywords: ['sea'] });
  assert.deepEqual(told(older), inside);
});
