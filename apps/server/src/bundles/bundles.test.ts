import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FoundPhoto } from '../library/store.ts';
import { Refused } from '../refused.ts';
import { Served } from '../testing/served.ts';
import { createOf } from '../testing/photos.ts';
import { openBundles } from './bundles.ts';

// (The archive is read by Python, which every Debian with the system packages of the tests has.)
const PYTHON = '/usr/bin/python3';

test('DL-23: photos are downloaded as one archive that other programs read, with its whole size told', async () => {
  const server = await Served.start();
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-zip-'));
  try {
    const browser = await server.account('anna@x.org');
    const device = await server.device('anna@x.org');
    const photos = [Buffer.from('first photo '.repeat(100_000)), Buffer.from('second')];
    const ids: string[] = [];
    for (const [index, bytes] of photos.entries()) {
      const create = createOf(randomUUID(), [await device.client.upload(bytes)]);
      assert.ok(create.name === 'asset.create');
      ids.push(create.args.assetId);
      const named = { ...create, args: { ...create.args, fields: { ...create.args.fields, fileName: `photo ü ${index}.jpg` } } };
      assert.deepEqual(
        (await device.send(named)).map(({ status }) => status),
        ['applied'],
      );
    }
    const asked = await browser.ok('askBundle', { body: { assetIds: [...ids, ids[0]!], parts: ['originals', 'information'] } });
    assert.deepEqual([asked.files, asked.bytes], [4, photos.reduce((sum, { length }) => sum + length, 0)]);
    const answer = await browser.raw('GET', asked.path);
    assert.equal(answer.status, 200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.equal(Number(answer.headers.get('content-length')), bytes.length);
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="Rollcall \d{4}-\d\d-\d\d\.zip"$/);
    writeFileSync(join(folder, 'all.zip'), bytes);
    execFileSync(PYTHON, ['-m', 'zipfile', '-t', join(folder, 'all.zip')]);
    execFileSync(PYTHON, ['-m', 'zipfile', '-e', join(folder, 'all.zip'), folder]);
    for (const [index, photo] of photos.entries()) assert.deepEqual(readFileSync(join(folder, `photo ü ${index}.jpg`)), photo);
    assert.match(readFileSync(join(folder, 'photo ü 0.jpg.xmp'), 'utf8'), /<x:xmpmeta/);
  } finally {
    rmSync(folder, { recursive: true });
    await server.close();
  }
});

test('DL-24: what was asked for is kept for ten minutes, for that library alone, and not without end', async () => {
  let now = 1_000_000;
  const asset = { fileName: 'a.jpg', rendering: null } as unknown as FoundPhoto['asset'];
  const resource = { id: 'r', role: 'original', size: 7, fileName: null, modifiedAt: null } as unknown as FoundPhoto['resources'][number];
  const bundles = openBundles({
    libraries: { photos: async (_library, ids) => ids.filter((id) => id !== 'gone').map(() => ({ asset, resources: [resource] })) },
    clock: { now: () => now },
  });
  const ask = (libraryId: string, ...assetIds: string[]) => bundles.ask({ libraryId, assetIds, parts: ['originals'] });
  const { id, files, bytes } = await ask('mine', 'a', 'gone', 'b');
  assert.deepEqual([files, bytes], [2, 14]);
  assert.ok(bundles.asked(id, 'mine'));
  assert.equal(bundles.asked(id, 'another'), null);
  assert.equal(bundles.asked('made up', 'mine'), null);
  await assert.rejects(ask('mine', 'gone'), (error: unknown) => error instanceof Refused && error.body.error.code === 'not-found');
  now += 10 * 60_000;
  assert.equal(bundles.asked(id, 'mine'), null);
  const first = await ask('mine', 'a');
  for (let more = 0; more < 100; more += 1) await ask('mine', 'a');
  assert.equal(bundles.asked(first.id, 'mine'), null, 'the oldest makes room');
});

test('DL-25: an archive of which stored bytes are damaged breaks off, and is never whole', async () => {
  const server = await Served.start();
  try {
    const browser = await server.account('anna@x.org');
    const device = await server.device('anna@x.org');
    const { hash, size } = await device.client.upload(Buffer.from('a photo '.repeat(50_000)));
    const create = createOf(randomUUID(), [{ hash, size }]);
    await device.send(create);
    assert.ok(create.name === 'asset.create');
    const path = readdirSync(server.data, { recursive: true, encoding: 'utf8' }).find((each) => each.endsWith(hash));
    assert.ok(path);
    chmodSync(join(server.data, path), 0o600);
    writeFileSync(join(server.data, path), Buffer.from('a photo '.repeat(49_999) + 'a Photo '));
    const asked = await browser.ok('askBundle', { body: { assetIds: [create.args.assetId], parts: ['originals'] } });
    await assert.rejects(async () => {
      const answer = await browser.raw('GET', asked.path);
      await answer.arrayBuffer();
    });
  } finally {
    await server.close();
  }
});
