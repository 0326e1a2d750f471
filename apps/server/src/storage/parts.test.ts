import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Change } from '@rollcall/protocol';
import { createOf } from '../testing/photos.ts';
import { Served, uuid, type TestDevice } from '../testing/served.ts';

/** A photo or video with bytes of these sizes, by role. */
async function add(device: TestDevice, kind: 'photo' | 'video', parts: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const assetId = uuid();
  const made = [];
  for (const [role, bytes] of Object.entries(parts)) made.push({ role, ...(await device.client.upload(bytes)) });
  const change = createOf(assetId, made) as Extract<Change, { name: 'asset.create' }>;
  assert.deepEqual(await device.send({ ...change, args: { ...change.args, kind } }), [{ status: 'applied' }]);
  return assetId;
}

test('QP-16: what a photo was before it was edited, or another version of it, takes room among edits and versions', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const device = await server.device('anna@x.org');
  await add(device, 'photo', { original: randomBytes(1000), alternate: randomBytes(300), raw: randomBytes(5000) });
  const { photos, versions } = await browser.ok('storage', {});
  assert.deepEqual(
    [photos, versions],
    [
      { bytes: 6000, files: 2 },
      { bytes: 300, files: 1 },
    ],
  );
});

test('QP-6: what takes the room is told by parts: photos, videos, edits and versions, what only Recently Deleted holds, running uploads; bytes count once, pictures that are derived never, and the sums are what counts, exactly', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const device = await server.device('anna@x.org');
  const told = async () => {
    const parts = await browser.ok('storage', {});
    const { bytes, reserved, quota } = await browser.ok('library', {});
    assert.deepEqual([parts.used, parts.reserved, parts.quota], [bytes, reserved, quota]);
    assert.equal(parts.photos.bytes + parts.videos.bytes + parts.versions.bytes + parts.deleted.bytes, bytes);
    return [parts.photos, parts.videos, parts.versions, parts.deleted].map((part) => [part.bytes, part.files]);
  };
  assert.deepEqual(await told(), [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  const bytes = randomBytes(1000);
  await add(device, 'photo', {
    original: bytes,
    'live-video': randomBytes(300),
    edited: randomBytes(40),
    'adjustment-data': randomBytes(5),
  });
  const film = await add(device, 'video', { original: randomBytes(7000) });
  const gone = await add(device, 'photo', { original: randomBytes(900), edited: randomBytes(60) });
  assert.deepEqual(await told(), [
    [2200, 3],
    [7000, 1],
    [105, 3],
    [0, 0],
  ]);
  await device.send({ name: 'asset.trash', args: { assetId: gone } });
  assert.deepEqual(await told(), [
    [1300, 2],
    [7000, 1],
    [45, 2],
    [960, 2],
  ]);
  // The same bytes as an edit of a film: they count once, as the photo that they are.
  await add(device, 'video', { original: randomBytes(10), edited: bytes });
  await device.send({ name: 'asset.trash', args: { assetId: film } });
  assert.deepEqual(await told(), [
    [1300, 2],
    [10, 1],
    [45, 2],
    [7960, 3],
  ]);
  const hash = createHash('sha256').update('to come').digest('hex');
  await device.client.ok('askUploads', { body: { asks: [{ hash, size: 5_000_000, mime: 'image/jpeg' }] } });
  await device.client.upload(randomBytes(77));
  await told();
  assert.equal((await browser.ok('storage', {})).reserved, 5_000_077);
});
