import assert from 'node:assert/strict';
import { open, stat, utimes } from 'node:fs/promises';
import { test } from 'node:test';
import { downloadResource, type Sink } from '@rollcall/transfer';
import { BYTES, type Resource } from '@rollcall/protocol';
import { attachment, safeMime } from './attachment.ts';
import { checkStored } from './verified.ts';
import { isKnown, parseRange, rangeStands } from './range.ts';
import { appOf, someBytes, type TestApp } from './testing/app.ts';
import { ask, send, type RawAnswer } from './testing/http.ts';
import { nodeTransport, sha256, shortPace } from './testing/transport.ts';

const ASSET = '0190f3c4-0000-7000-8000-000000000001';
const photo = someBytes(3_500_000);
const hash = sha256(photo);
const tag = `"${hash}"`;

async function served(app: TestApp, fileName: string | null = null): Promise<Resource> {
  const [answer] = await ask(app, [{ hash, size: photo.length }]);
  assert.equal(
    (await send(app, { method: 'PUT', path: `${answer!.path}/whole`, headers: { 'content-length': photo.length }, body: photo })).status,
    201,
  );
  return app.addResource('lib', ASSET, hash, photo.length, fileName);
}
const get = (app: TestApp, resource: Resource, headers: Record<string, string> = {}, as = 'lib/dev', method = 'GET'): Promise<RawAnswer> =>
  send(app, { method, path: BYTES.resource(ASSET, resource.id), headers, as });

/** As a failing disk would: the file looks the same, but for its bytes. */
async function rot(app: TestApp, sameTime: boolean): Promise<void> {
  const path = app.context.blobs.path(hash)!;
  const before = await stat(path, { bigint: true });
  const file = await open(path, 'r+');
  await file.write(Buffer.from([photo[3_400_000]! ^ 1]), 0, 1, 3_400_000);
  await file.close();
  if (!sameTime) return utimes(path, new Date(), new Date(Number(before.mtimeMs) + 5000));
  await utimes(path, new Date(), new Date(Number(before.mtimeMs)));
  // A date holds milliseconds: the note of the last check is set to what the file shows now.
  const { mtimeNs } = await stat(path, { bigint: true });
  app.context.database.prepare('UPDATE blob_checks SET stamp = ? WHERE hash = ?').run(String(mtimeNs), hash);
}

test('DL-10: a resource is an attachment with its name, and says nothing else may be made of it', async (t) => {
  const app = await appOf(t);
  const resource = await served(app, 'Grüße “1”.jpg');
  const answer = await get(app, resource);
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.body, photo);
  assert.deepEqual(
    [answer.headers.etag, answer.headers['accept-ranges'], answer.headers['content-length'], answer.headers['content-type']],
    [tag, 'bytes', '3500000', 'image/jpeg'],
  );
  assert.equal(
    answer.headers['content-disposition'],
    `attachment; filename="Gru_e _1_.jpg"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%E2%80%9C1%E2%80%9D.jpg`,
  );
  assert.deepEqual(
    [answer.headers['x-content-type-options'], answer.headers['cache-control']],
    ['nosniff', 'private, max-age=31536000, immutable'],
  );
  assert.match(String(answer.headers['content-security-policy']), /^sandbox/);
  const only = await get(app, resource, {}, 'lib/dev', 'HEAD');
  assert.deepEqual([only.status, only.headers['content-length'], only.body.length], [200, '3500000', 0]);
});

test('DL-11: single ranges are answered with 206, impossible ones with 416, others with the whole', async (t) => {
  const app = await appOf(t);
  const resource = await served(app);
  for (const [range, start, end] of [
    ['bytes=0-0', 0, 1],
    ['bytes=1048575-1048577', 1048575, 1048578],
    ['bytes=3499990-', 3499990, 3500000],
    ['bytes=-5', 3499995, 3500000],
    ['bytes=3499999-9999999', 3499999, 3500000],
  ] as const) {
    const answer = await get(app, resource, { range });
    assert.equal(answer.status, 206, range);
    assert.equal(answer.headers['content-range'], `bytes ${start}-${end - 1}/3500000`);
    assert.deepEqual(answer.body, photo.subarray(start, end));
  }
  const none = await get(app, resource, { range: 'bytes=3500000-' });
  assert.deepEqual([none.status, none.headers['content-range'], none.body.length], [416, 'bytes */3500000', 0]);
  for (const range of ['bytes=0-1,5-6', 'items=0-1', 'bytes=5-4', 'bytes=-'])
    assert.equal((await get(app, resource, { range })).status, 200, range);
});

test('DL-12: If-Range keeps the range only for the same bytes; If-None-Match saves the body', async (t) => {
  const app = await appOf(t);
  const resource = await served(app);
  assert.equal((await get(app, resource, { range: 'bytes=0-9', 'if-range': tag })).status, 206);
  for (const other of [`W/${tag}`, '"other"', 'Wed, 21 Oct 2015 07:28:00 GMT'])
    assert.equal((await get(app, resource, { range: 'bytes=0-9', 'if-range': other })).status, 200);
  const known = await get(app, resource, { 'if-none-match': `"x", ${tag}` });
  assert.deepEqual([known.status, known.body.length], [304, 0]);
});

test('DL-13: another library’s resource, and an unknown one, are not found', async (t) => {
  const app = await appOf(t);
  const resource = await served(app);
  for (const answer of [
    await get(app, resource, {}, 'other/dev'),
    await get(app, { ...resource, id: 'f'.repeat(32) }),
    await send(app, { method: 'GET', path: '/api/v1/assets/x/resources/y' }),
  ]) {
    assert.deepEqual([answer.status, answer.json().error?.code], [404, 'not-found']);
  }
  assert.equal((await send(app, { method: 'GET', path: BYTES.resource(ASSET, resource.id), headers: { authorization: '' } })).status, 401);
});

test('DL-14: a file that was touched is hashed before a byte of it is served; damaged it is refused, and wanted again', async (t) => {
  const app = await appOf(t);
  const resource = await served(app);
  await rot(app, false);
  for (const headers of [{}, { range: 'bytes=0-9' }, {}] as Record<string, string>[]) {
    const answer = await get(app, resource, headers);
    assert.deepEqual([answer.status, answer.json().error?.code], [410, 'damaged']);
  }
  assert.equal((await ask(app, [{ hash, size: photo.length }]))[0]?.answer, 'send');
  const healed = await served(app);
  assert.deepEqual((await get(app, healed)).body, photo);
});

test('DL-15: bytes that rotted in silence never make a whole body: the connection breaks before the end', async (t) => {
  const app = await appOf(t);
  const resource = await served(app);
  await rot(app, true);
  app.advance(25 * 3_600_000);
  await assert.rejects(get(app, resource), /aborted|hang up|ECONNRESET/);
  assert.equal((await get(app, resource)).json().error?.code, 'damaged');
});

test('DL-16: a sound file that was not checked for a day is checked while it is served', async (t) => {
  const app = await appOf(t);
  const resource = await served(app);
  app.advance(25 * 3_600_000);
  assert.deepEqual((await get(app, resource)).body, photo);
  const { checked } = app.context.database.prepare('SELECT checked FROM blob_checks WHERE hash = ?').get(hash) as { checked: number };
  assert.ok(app.context.clock.now() - checked < 60_000);
});

test('DL-17: bytes that are missing are refused as damaged, not as unknown', async (t) => {
  const app = await appOf(t);
  const resource = await served(app);
  await app.context.blobs.quarantine(hash);
  const answer = await get(app, resource);
  assert.deepEqual([answer.status, answer.json().error?.code, answer.headers.etag], [410, 'damaged', undefined]);
});

test('DL-18: the device’s download goes on from a partial file, over HTTP', async (t) => {
  const app = await appOf(t);
  const resource = await served(app);
  let bytes = Buffer.from(photo.subarray(0, 1_234_567));
  const sink: Sink = {
    length: async () => bytes.length,
    append: async (chunk) => void (bytes = Buffer.concat([bytes, chunk])),
    empty: async () => void (bytes = Buffer.alloc(0)),
    hash: async () => sha256(bytes),
  };
  const result = await downloadResource({
    transport: nodeTransport(() => app.port, 'lib/dev'),
    path: BYTES.resource(ASSET, resource.id),
    hash,
    size: photo.length,
    sink,
    pace: shortPace,
  });
  assert.deepEqual(result, { ok: true, hash, size: photo.length, received: photo.length - 1_234_567 });
  assert.deepEqual(bytes, photo);
});

test('DL-19: names and types from people cannot leave their header', () => {
  assert.equal(attachment('IMG_0001.JPG'), 'attachment; filename="IMG_0001.JPG"');
  assert.equal(attachment('a"b\r\nx: y.jpg'), `attachment; filename="a_b__x: y.jpg"; filename*=UTF-8''a%22b%0D%0Ax%3A%20y.jpg`);
  assert.equal(attachment('100%.jpg'), `attachment; filename="100_.jpg"; filename*=UTF-8''100%25.jpg`);
  assert.match(attachment('\ud800.jpg'), /^attachment; /);
  assert.equal(safeMime('image/heic'), 'image/heic');
  assert.equal(safeMime('text/html\r\nx: y'), 'application/octet-stream');
});

test('DL-11: ranges of an empty file cannot be satisfied', () => {
  assert.equal(parseRange('bytes=0-', 0), 'unsatisfiable');
  assert.equal(parseRange('bytes=-1', 0), 'unsatisfiable');
  assert.equal(parseRange(null, 10), null);
  assert.equal(rangeStands(null, tag), true);
  assert.equal(isKnown('*', tag), true);
});

test('DL-20: a roll call reads the stored bytes again, and what it finds damaged is wanted again', async (t) => {
  const app = await appOf(t);
  await served(app);
  assert.deepEqual(await checkStored(app.context, hash), { state: 'stored', hash, size: photo.length });
  await rot(app, true);
  assert.equal((await ask(app, [{ hash, size: photo.length }]))[0]?.answer, 'have');
  assert.equal((await checkStored(app.context, hash)).state, 'damaged');
  assert.equal((await ask(app, [{ hash, size: photo.length }]))[0]?.answer, 'send');
});
