import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { LIMITS } from '@rollcall/protocol';
import { formatDigest } from '@rollcall/transfer';
import { appOf, someBytes, startApp, temporaryFolder } from './testing/app.ts';
import { ask, send, slowRequest, until, type RawAnswer } from './testing/http.ts';
import { sha256 } from './testing/transport.ts';
import type { TestApp } from './testing/app.ts';

// The cases of draft-ietf-httpbis-resumable-upload, over HTTP, with the files and tables of the server.

const PARTIAL = 'application/partial-upload';
const patch = (
  app: TestApp,
  path: string,
  offset: number,
  complete: boolean,
  body: Uint8Array,
  more: Record<string, string | number> = {},
): Promise<RawAnswer> =>
  send(app, {
    method: 'PATCH',
    path,
    headers: {
      'content-type': PARTIAL,
      'upload-offset': offset,
      'upload-complete': complete ? '?1' : '?0',
      'content-length': body.length,
      ...more,
    },
    body,
  });
const head = (app: TestApp, path: string): Promise<RawAnswer> => send(app, { method: 'HEAD', path });
const photo = someBytes(100_000);
const hash = sha256(photo);

/** A ticket for `photo`. */
async function ticketOf(app: TestApp, known = true): Promise<string> {
  const [answer] = await ask(app, [{ hash: known ? hash : null, size: photo.length }]);
  assert.equal(answer?.answer, 'send');
  return answer.path;
}

test('UP-20: a file in one append: 201 with hash and size, and the blob lies under its name', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const done = await patch(app, path, 0, true, photo);
  assert.equal(done.status, 201);
  assert.equal(done.headers['upload-complete'], '?1');
  assert.equal(done.headers['repr-digest'], formatDigest(hash));
  assert.deepEqual(done.json(), { hash, size: photo.length });
  assert.deepEqual(await readFile(join(app.dataDir, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash)), photo);
  await until(() => !existsSync(join(app.dataDir, 'incoming', path.split('/').at(-1)!)));
});

test('UP-20: a file in pieces: 204 with the offset after each, 201 after the last', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  for (const [from, to] of [
    [0, 30_000],
    [30_000, 30_000],
    [30_000, 70_000],
  ] as const) {
    const answer = await patch(app, path, from, false, photo.subarray(from, to));
    assert.deepEqual([answer.status, answer.headers['upload-complete'], answer.headers['upload-offset']], [204, '?0', String(to)]);
  }
  assert.equal((await patch(app, path, 70_000, true, photo.subarray(70_000))).status, 201);
});

test('UP-20: the last request may be empty', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  await patch(app, path, 0, false, photo);
  assert.equal((await patch(app, path, photo.length, true, Buffer.alloc(0))).status, 201);
});

test('UP-21: HEAD tells offset, length, completeness and limits, and is not to be stored', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  await patch(app, path, 0, false, photo.subarray(0, 10));
  const open = await head(app, path);
  assert.equal(open.status, 204);
  assert.deepEqual(
    [open.headers['upload-offset'], open.headers['upload-length'], open.headers['upload-complete'], open.headers['cache-control']],
    ['10', '100000', '?0', 'no-store'],
  );
  assert.match(String(open.headers['upload-limit']), /max-size=\d+, max-age=\d+/);
  await patch(app, path, 10, true, photo.subarray(10));
  const complete = await head(app, path);
  assert.deepEqual(
    [complete.headers['upload-offset'], complete.headers['upload-complete'], complete.headers['repr-digest']],
    ['100000', '?1', formatDigest(hash)],
  );
});

test('UP-3: a wrong offset is refused with the right one, and nothing is added', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  await patch(app, path, 0, false, photo.subarray(0, 10));
  for (const offset of [0, 9, 11]) {
    const answer = await patch(app, path, offset, false, photo.subarray(offset, offset + 5));
    assert.equal(answer.status, 409);
    assert.equal(answer.headers['upload-offset'], '10');
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    const body = answer.json() as unknown as Record<string, unknown>;
    assert.deepEqual([body['expected-offset'], body['provided-offset']], [10, offset]);
    assert.equal(answer.json().error?.code, 'offset-mismatch');
  }
  assert.equal((await head(app, path)).headers['upload-offset'], '10');
});

test('UP-3: an append without offset, completeness or media type is refused', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const headers = { 'content-type': PARTIAL, 'upload-offset': '0', 'upload-complete': '?0', 'content-length': 1 };
  for (const [name, value, status] of [
    ['upload-offset', 'x', 400],
    ['upload-complete', 'true', 400],
    ['content-type', 'image/jpeg', 415],
  ] as const) {
    const answer = await send(app, { method: 'PATCH', path, headers: { ...headers, [name]: value }, body: Buffer.from('x') });
    assert.equal(answer.status, status, name);
    assert.equal(answer.json().error?.code, 'bad-request');
  }
  assert.equal(
    (await send(app, { method: 'PATCH', path, headers: { ...headers, 'content-type': 'x/y' }, body: Buffer.from('x') })).headers[
      'accept-patch'
    ],
    PARTIAL,
  );
});

test('UP-6: lengths that contradict the ticket are refused, and too many bytes end the upload', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  assert.equal((await patch(app, path, 0, true, photo.subarray(1))).status, 400);
  assert.equal((await patch(app, path, 0, false, photo.subarray(0, 5), { 'upload-length': 99 })).status, 400);
  const over = await slowRequest(app, [
    `PATCH ${path} HTTP/1.1`,
    `content-type: ${PARTIAL}`,
    'upload-offset: 0',
    'upload-complete: ?1',
    'transfer-encoding: chunked',
  ]);
  await over.write(Buffer.from(`${(photo.length + 1).toString(16)}\r\n`));
  await over.write(photo);
  await over.write(Buffer.from('x\r\n0\r\n\r\n'));
  await until(() => app.context.database.prepare('SELECT count(*) AS n FROM uploads').get()?.['n' as never] === 0);
  over.destroy();
  assert.equal((await head(app, path)).status, 404);
  assert.equal(app.context.database.prepare('SELECT count(*) AS n FROM ledger').get()?.['n' as never], 0);
});

test('UP-4: a second request for one upload interrupts the first, and what came before is kept', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const first = await slowRequest(app, [
    `PATCH ${path} HTTP/1.1`,
    `content-type: ${PARTIAL}`,
    'upload-offset: 0',
    'upload-complete: ?1',
    `content-length: ${photo.length}`,
  ]);
  await first.write(photo.subarray(0, 40_000));
  await until(async () => (await app.context.blobs.incomingStat(path.split('/').at(-1)!))?.size === 40_000);
  const stands = await head(app, path);
  assert.equal(await first.closed, '', 'the first request is broken off without an answer');
  const offset = Number(stands.headers['upload-offset']);
  assert.equal(offset, 40_000);
  assert.equal((await patch(app, path, offset, true, photo.subarray(offset))).status, 201);
});

test('UP-4: of two appends at once the newer writes, and the bytes are right', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const first = await slowRequest(app, [
    `PATCH ${path} HTTP/1.1`,
    `content-type: ${PARTIAL}`,
    'upload-offset: 0',
    'upload-complete: ?1',
    `content-length: ${photo.length}`,
  ]);
  await until(() => app.context.blobs.incomingList().then((all) => all.length > 0));
  const second = await patch(app, path, 0, true, photo);
  assert.equal(second.status, 201);
  first.destroy();
});

test('UP-12: what came before a break is kept, to the byte', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const broken = await slowRequest(app, [
    `PATCH ${path} HTTP/1.1`,
    `content-type: ${PARTIAL}`,
    'upload-offset: 0',
    'upload-complete: ?1',
    `content-length: ${photo.length}`,
  ]);
  await broken.write(photo.subarray(0, 33_333));
  await until(async () => (await app.context.blobs.incomingStat(path.split('/').at(-1)!))?.size === 33_333);
  broken.destroy();
  assert.equal((await head(app, path)).headers['upload-offset'], '33333');
});

test('UP-22: the whole in one PUT is idempotent: 201, then 200 with the same', async (t) => {
  const app = await appOf(t);
  const path = `${await ticketOf(app)}/whole`;
  const put = (): Promise<RawAnswer> => send(app, { method: 'PUT', path, headers: { 'content-length': photo.length }, body: photo });
  const first = await put();
  assert.deepEqual([first.status, first.json()], [201, { hash, size: photo.length }]);
  const second = await put();
  assert.deepEqual([second.status, second.json()], [200, { hash, size: photo.length }]);
});

test('UP-22: a PUT of another size is refused, one after a piece begins anew', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  await patch(app, path, 0, false, Buffer.from('something else'));
  assert.equal(
    (await send(app, { method: 'PUT', path: `${path}/whole`, headers: { 'content-length': 5 }, body: Buffer.from('short') })).status,
    422,
  );
  assert.equal(
    (await send(app, { method: 'PUT', path: `${path}/whole`, headers: { 'content-length': photo.length }, body: photo })).status,
    201,
  );
});

test('UP-22: empty bytes are a file, too', async (t) => {
  const app = await appOf(t);
  const [answer] = await ask(app, [{ hash: sha256(Buffer.alloc(0)), size: 0 }]);
  assert.equal((await send(app, { method: 'PUT', path: `${answer!.path}/whole`, headers: { 'content-length': 0 } })).status, 201);
});

test('UP-8: wrong bytes are dropped with digest-mismatch, and the ticket lives on', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const wrong = Buffer.from(photo);
  wrong[5]! ^= 1;
  const refused = await patch(app, path, 0, true, wrong);
  assert.equal(refused.status, 422);
  assert.equal(refused.json().error?.code, 'digest-mismatch');
  assert.deepEqual([refused.headers['upload-complete'], refused.headers['upload-offset']], ['?0', '0']);
  assert.equal(await app.context.blobs.stat(sha256(wrong)), null);
  assert.equal((await patch(app, path, 0, true, photo)).status, 201);
});

test('UP-9: a cancelled upload is gone with its bytes and its reservation, and its running request is broken', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const running = await slowRequest(app, [
    `PATCH ${path} HTTP/1.1`,
    `content-type: ${PARTIAL}`,
    'upload-offset: 0',
    'upload-complete: ?1',
    `content-length: ${photo.length}`,
  ]);
  await running.write(photo.subarray(0, 10));
  await until(() => app.context.blobs.incomingList().then((all) => all.length > 0));
  assert.equal((await send(app, { method: 'DELETE', path })).status, 204);
  assert.equal(await running.closed, '');
  assert.equal((await head(app, path)).status, 404);
  const gone = await patch(app, path, 0, true, photo);
  assert.equal(gone.json().error?.code, 'upload-gone');
  assert.deepEqual(await app.context.blobs.incomingList(), []);
  assert.equal(app.context.database.prepare('SELECT reserved FROM ledger_sums').get()?.['reserved' as never], 0);
});

test('UP-23: an upload without a byte for a day is collected, one with a byte within it is not', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const [kept] = await ask(app, [{ hash: 'b'.repeat(64), size: 10 }]);
  app.advance(LIMITS.uploadIdle - 1000);
  await ask(app, [{ hash: 'b'.repeat(64), size: 10 }]);
  app.advance(2000);
  await app.uploads.sweep();
  assert.equal((await head(app, path)).status, 404);
  assert.equal((await head(app, kept!.path)).status, 204);
  assert.equal(app.context.database.prepare('SELECT reserved FROM ledger_sums').get()?.['reserved' as never], 10);
});

test('UP-24: creation by the draft: 201 with a location where it can be gone on', async (t) => {
  const app = await appOf(t);
  const create = (headers: Record<string, string | number>, body: Uint8Array): Promise<RawAnswer> =>
    send(app, {
      method: 'POST',
      path: '/api/v1/uploads',
      headers: { 'content-type': 'image/jpeg', 'content-length': body.length, ...headers },
      body,
    });
  const empty = await create({ 'upload-complete': '?0', 'upload-length': photo.length }, Buffer.alloc(0));
  assert.deepEqual([empty.status, empty.headers['upload-offset']], [201, '0']);
  assert.equal((await patch(app, String(empty.headers.location), 0, true, photo)).status, 201);
  const other = someBytes(5000);
  const part = await create(
    { 'upload-complete': '?0', 'upload-length': other.length, 'repr-digest': formatDigest(sha256(other)) },
    other.subarray(0, 1000),
  );
  assert.deepEqual([part.status, part.headers['upload-offset']], [201, '1000']);
  assert.match(String(part.headers['upload-limit']), /max-size/);
  assert.equal((await patch(app, String(part.headers.location), 1000, true, other.subarray(1000))).status, 201);
  const third = someBytes(5000);
  const whole = await create({ 'upload-complete': '?1' }, third);
  assert.deepEqual([whole.status, whole.json()], [201, { hash: sha256(third), size: 5000 }]);
});

test('UP-24: creation is refused without a length, beyond the quota, and with a wrong digest', async (t) => {
  const app = await appOf(t, { quota: 1000 });
  const create = (headers: Record<string, string | number>, body: Uint8Array): Promise<RawAnswer> =>
    send(app, { method: 'POST', path: '/api/v1/uploads', headers: { 'content-length': body.length, ...headers }, body });
  assert.equal((await create({ 'upload-complete': '?0' }, Buffer.from('x'))).status, 400);
  const full = await create({ 'upload-complete': '?1' }, someBytes(1001));
  assert.deepEqual([full.status, full.json().error?.code], [507, 'quota-full']);
  const wrong = await create({ 'upload-complete': '?1', 'repr-digest': formatDigest(hash) }, someBytes(10));
  assert.deepEqual([wrong.status, wrong.json().error?.code], [422, 'digest-mismatch']);
  const large = await create({ 'upload-complete': '?0', 'upload-length': LIMITS.fileSize + 1 }, Buffer.alloc(0));
  assert.equal(large.status, 413);
  assert.match(String(large.headers['upload-limit']), /max-size/);
});

test('UP-25: 104 is sent to a client that speaks an interop version that we do, in that version, and to no other', async (t) => {
  const app = await appOf(t);
  const big = someBytes(20 * 1024 * 1024);
  const create = (version: string | null, size = big.length): Promise<RawAnswer> =>
    send(app, {
      method: 'POST',
      path: '/api/v1/uploads',
      headers: { 'upload-complete': '?1', 'content-length': size, ...(version ? { 'upload-draft-interop-version': version } : {}) },
      body: big.subarray(0, size),
    });
  const told = await create('9');
  assert.equal(told.status, 201);
  assert.ok(told.informational.length >= 2);
  assert.deepEqual([...new Set(told.informational.map(({ status }) => status))], [104]);
  assert.equal(told.informational[0]!.headers.location, told.headers.location);
  assert.ok(told.informational.every(({ headers }) => headers['upload-draft-interop-version'] === '9'));
  const offsets = told.informational.slice(1).map(({ headers }) => Number(headers['upload-offset']));
  assert.deepEqual(
    offsets,
    offsets.toSorted((a, b) => a - b),
  );
  const before = await create('8', 1024 * 1024);
  assert.ok(before.informational.length > 0);
  assert.ok(before.informational.every(({ headers }) => headers['upload-draft-interop-version'] === '8'));
  assert.deepEqual((await create('7', 10)).informational, []);
  assert.deepEqual((await create(null, 11)).informational, []);
});

test('UP-26: OPTIONS tells the limits of an upload before there is one', async (t) => {
  const app = await appOf(t);
  const answer = await send(app, { method: 'OPTIONS', path: '/api/v1/uploads' });
  assert.equal(answer.status, 204);
  assert.match(String(answer.headers['upload-limit']), /max-size/);
});

test('UP-27: a ticket is bound to its library and its device', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  for (const as of ['other/dev', 'lib/other']) {
    assert.equal((await send(app, { method: 'HEAD', path, as })).status, 404);
    assert.equal(
      (await send(app, { method: 'PUT', path: `${path}/whole`, headers: { 'content-length': photo.length }, body: photo, as })).status,
      404,
    );
    assert.equal((await send(app, { method: 'DELETE', path, as })).status, 404);
  }
  assert.equal((await send(app, { method: 'HEAD', path, headers: { authorization: '' } })).status, 401);
  assert.equal((await head(app, path)).status, 204);
});

test('UP-28: with an unknown hash the server finds it out, and bytes that it has count once', async (t) => {
  const app = await appOf(t);
  const first = await send(app, {
    method: 'PUT',
    path: `${await ticketOf(app, false)}/whole`,
    headers: { 'content-length': photo.length },
    body: photo,
  });
  assert.deepEqual(first.json(), { hash, size: photo.length });
  const second = await send(app, {
    method: 'PUT',
    path: `${await ticketOf(app, false)}/whole`,
    headers: { 'content-length': photo.length },
    body: photo,
  });
  assert.equal(second.status, 201);
  assert.deepEqual(app.context.database.prepare('SELECT hash, state FROM ledger').all(), [{ hash, state: 'stored' }]);
  assert.equal(app.context.database.prepare('SELECT reserved FROM ledger_sums').get()?.['reserved' as never], photo.length);
});

test('UP-29: with too little room on the disk nothing new is taken, and what came stays', async (t) => {
  let free = 10_000_000_000;
  const app = await appOf(t, { space: async () => ({ free, total: 20_000_000_000 }) });
  const path = await ticketOf(app);
  free = 100_000_000;
  app.advance(5000);
  const [refused] = await ask(app, [{ hash: 'c'.repeat(64), size: 1 }]);
  assert.deepEqual([refused?.answer, refused?.code], ['refused', 'server-disk-full']);
  const full = await patch(app, path, 0, true, photo);
  assert.deepEqual([full.status, full.json().error?.code], [507, 'server-disk-full']);
  free = 10_000_000_000;
  app.advance(5000);
  assert.equal((await patch(app, path, Number((await head(app, path)).headers['upload-offset']), true, photo)).status, 201);
});

test('UP-29: room that running uploads were promised is not promised twice', async (t) => {
  const app = await appOf(t, { space: async () => ({ free: 10_200_000_000, total: 30_000_000_000 }), quota: 1e12 });
  const answers = await ask(app, [
    { hash: 'a'.repeat(64), size: 6_000_000_000 },
    { hash: 'b'.repeat(64), size: 6_000_000_000 },
    { hash: 'c'.repeat(64), size: 3_000_000_000 },
  ]);
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    ['send', 'refused', 'send'],
  );
  assert.equal((await ask(app, [{ hash: 'd'.repeat(64), size: 2_000_000_000 }]))[0]?.answer, 'refused');
});

test('UP-35: a device that lost its access loses its uploads and their reservations', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const running = await slowRequest(app, [
    `PATCH ${path} HTTP/1.1`,
    `content-type: ${PARTIAL}`,
    'upload-offset: 0',
    'upload-complete: ?1',
    `content-length: ${photo.length}`,
  ]);
  await running.write(photo.subarray(0, 10));
  await until(() => app.context.blobs.incomingList().then((all) => all.length > 0));
  await app.uploads.dropDevice({ libraryId: 'lib', deviceId: 'dev' });
  assert.equal(await running.closed, '');
  assert.equal((await head(app, path)).status, 404);
  assert.deepEqual(await app.context.blobs.incomingList(), []);
  assert.equal(app.context.database.prepare('SELECT reserved FROM ledger_sums').get()?.['reserved' as never], 0);
});

test('UP-36: a server that is stopped breaks running uploads at once, and keeps what came', async (t) => {
  const dataDir = await temporaryFolder(t);
  const app = await startApp({ dataDir });
  const path = await ticketOf(app);
  const running = await slowRequest(app, [
    `PATCH ${path} HTTP/1.1`,
    `content-type: ${PARTIAL}`,
    'upload-offset: 0',
    'upload-complete: ?1',
    `content-length: ${photo.length}`,
  ]);
  await running.write(photo.subarray(0, 12_345));
  const id = path.split('/').at(-1)!;
  await until(async () => (await app.context.blobs.incomingStat(id))?.size === 12_345);
  await app.stop();
  assert.equal(await running.closed, '');
  const again = await startApp({ dataDir });
  t.after(() => again.stop());
  assert.equal((await head(again, path)).headers['upload-offset'], '12345');
});

test('UP-23: an upload whose bytes still come is not collected, however long ago it was asked for', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  await patch(app, path, 0, false, photo.subarray(0, 10));
  app.context.database.prepare('UPDATE uploads SET touched = 0').run();
  await app.uploads.sweep();
  assert.equal((await head(app, path)).headers['upload-offset'], '10');
});
