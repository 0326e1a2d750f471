import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '@rollcall/protocol';
import { formatDigest } from '@rollcall/transfer';
import { appOf, someBytes, type TestApp } from './testing/app.ts';
import { ask, send, slowRequest, until, type RawAnswer } from './testing/http.ts';
import { sha256 } from './testing/transport.ts';

// More cases of draft-ietf-httpbis-resumable-upload-12; which case is where: docs/upload-conformity.md.

const PARTIAL = 'application/partial-upload';
const photo = someBytes(100_000);
const hash = sha256(photo);

async function ticketOf(app: TestApp): Promise<string> {
  const [answer] = await ask(app, [{ hash, size: photo.length }]);
  assert.equal(answer?.answer, 'send');
  return answer.path;
}
const patch = (app: TestApp, path: string, offset: number | string, complete: string, body: Uint8Array, more = {}): Promise<RawAnswer> =>
  send(app, {
    method: 'PATCH',
    path,
    headers: { 'content-type': PARTIAL, 'upload-offset': offset, 'upload-complete': complete, 'content-length': body.length, ...more },
    body,
  });
const create = (app: TestApp, headers: Record<string, string | number>, body: Uint8Array = Buffer.alloc(0)): Promise<RawAnswer> =>
  send(app, { method: 'POST', path: '/api/v1/uploads', headers: { 'content-length': body.length, ...headers }, body });
const reserved = (app: TestApp): unknown => app.context.database.prepare('SELECT reserved FROM ledger_sums').get()?.['reserved' as never];

test('UP-7: a complete upload takes nothing more', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  await patch(app, path, 0, '?1', photo);
  for (const [offset, complete, body, status] of [
    [photo.length, '?0', Buffer.alloc(0), 409],
    [photo.length, '?0', Buffer.from('x'), 400],
    [photo.length, '?1', Buffer.from('x'), 400],
    [0, '?1', photo, 409],
  ] as const) {
    const answer = await patch(app, path, offset, complete, body);
    // `?0`: it is the answer of the upload, and not of what the whole file came to.
    assert.deepEqual([answer.status, answer.headers['upload-complete']], [status, '?0'], `${offset} ${complete} ${body.length}`);
  }
  const stale = await patch(app, path, 5, '?1', photo.subarray(5));
  assert.deepEqual([stale.status, stale.headers['upload-offset']], [409, String(photo.length)]);
  const stands = await send(app, { method: 'HEAD', path });
  assert.deepEqual([stands.headers['upload-complete'], stands.headers['repr-digest']], ['?1', formatDigest(hash)]);
});

test('UP-50: the last append again, whose answer was lost, is answered as it was', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const first = await patch(app, path, 0, '?1', photo);
  const again = await patch(app, path, photo.length, '?1', Buffer.alloc(0));
  assert.deepEqual([first.status, again.status], [201, 200]);
  assert.deepEqual(again.json(), first.json());
  for (const name of ['upload-complete', 'upload-offset', 'repr-digest']) assert.equal(again.headers[name], first.headers[name], name);
});

test('UP-51: every refusal of an append says that it is not the upload’s result', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  for (const answer of [
    await patch(app, path, 'x', '?1', photo),
    await patch(app, path, 7, '?1', photo),
    await patch(app, path, 0, '?1', photo, { 'content-type': 'image/jpeg' }),
    await patch(app, path, 0, '?1', photo.subarray(1)),
    await patch(app, path, 0, '?0', photo, { 'upload-length': 5 }),
    await patch(app, path, 0, '1', photo),
  ]) {
    assert.ok(answer.status >= 400 && answer.status < 500);
    assert.equal(answer.headers['upload-complete'], '?0', String(answer.status));
  }
  const inconsistent = (await patch(app, path, 0, '?1', photo.subarray(1))).json() as unknown as { type: string };
  assert.match(inconsistent.type, /#inconsistent-upload-length$/);
});

test('UP-52: GET tells where an upload stands as HEAD does, without content', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  await patch(app, path, 0, '?0', photo.subarray(0, 10));
  const [got, asked] = [await send(app, { method: 'GET', path }), await send(app, { method: 'HEAD', path })];
  assert.deepEqual([got.status, got.body.length], [204, 0]);
  for (const name of ['upload-offset', 'upload-complete', 'upload-length', 'upload-limit', 'cache-control'])
    assert.equal(got.headers[name], asked.headers[name], name);
  assert.equal(got.headers['upload-offset'], '10');
});

test('UP-53: a creation whose lengths contradict each other is refused before room is set aside', async (t) => {
  const app = await appOf(t);
  for (const headers of [
    { 'upload-complete': '?1', 'upload-length': 99 },
    { 'upload-complete': '?0', 'upload-length': 5 },
  ]) {
    const answer = await create(app, headers, Buffer.from('ten bytes.'));
    assert.equal(answer.status, 400);
    assert.match((answer.json() as unknown as { type: string }).type, /#inconsistent-upload-length$/);
    assert.equal(answer.headers.location, undefined);
  }
  assert.equal(app.context.database.prepare('SELECT count(*) AS n FROM uploads').get()?.['n' as never], 0);
  assert.ok(!reserved(app));
});

test('UP-54: a creation is told its place and limits at once, an append how far it came and no place', async (t) => {
  const app = await appOf(t);
  const interop = { 'upload-draft-interop-version': '9' };
  const made = await create(app, { 'upload-complete': '?0', 'upload-length': photo.length, ...interop });
  const [first] = made.informational;
  assert.deepEqual([first?.status, first?.headers.location], [104, made.headers.location]);
  assert.match(String(first?.headers['upload-limit']), /max-size=\d+, max-age=\d+/);
  const added = await patch(app, String(made.headers.location), 0, '?1', photo, interop);
  assert.equal(added.status, 201);
  assert.ok(added.informational.length > 0);
  for (const { headers } of added.informational) {
    assert.equal(headers.location, undefined);
    assert.match(String(headers['upload-offset']), /^\d+$/);
  }
});

test('UP-55: who waits for 100 before sending gets it, also when 104 was sent', async (t) => {
  const app = await appOf(t);
  const request = await slowRequest(app, [
    'POST /api/v1/uploads HTTP/1.1',
    'expect: 100-continue',
    'upload-complete: ?1',
    'upload-draft-interop-version: 9',
    `content-length: ${photo.length}`,
    'connection: close',
  ]);
  await until(() => app.context.database.prepare('SELECT count(*) AS n FROM uploads').get()?.['n' as never] === 1);
  await request.write(photo);
  const came = await request.closed;
  assert.match(came, /HTTP\/1\.1 100 Continue/);
  assert.match(came, /HTTP\/1\.1 104 /);
  assert.match(came, /HTTP\/1\.1 201 /);
});

test('UP-56: an upload lives as long as it was last told to', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  for (let looks = 0; looks < 3; looks += 1) {
    const stands = await send(app, { method: 'HEAD', path });
    assert.equal(stands.status, 204);
    const seconds = Number(/max-age=(\d+)/.exec(String(stands.headers['upload-limit']))?.[1]);
    assert.ok(seconds > 0 && seconds * 1000 <= LIMITS.uploadIdle);
    app.advance(seconds * 1000 - 60_000);
    await app.uploads.sweep();
  }
  assert.equal((await patch(app, path, 0, '?1', photo)).status, 201);
});

test('UP-57: a field that cannot be read counts as not sent', async (t) => {
  const app = await appOf(t);
  assert.equal((await create(app, { 'upload-complete': '?0', 'upload-length': '-5' })).status, 400);
  assert.equal((await create(app, { 'upload-complete': 'yes', 'upload-length': 5 })).status, 400);
  const made = await create(app, { 'upload-complete': '?1', 'upload-length': 'many', 'repr-digest': 'sha-256=nonsense' }, photo);
  assert.deepEqual([made.status, made.json()], [201, { hash, size: photo.length }]);
});

test('UP-58: a chunked body counts without its framing', async (t) => {
  const app = await appOf(t);
  const path = await ticketOf(app);
  const half = photo.length / 2;
  const request = await slowRequest(app, [
    `PATCH ${path} HTTP/1.1`,
    `content-type: ${PARTIAL}`,
    'upload-offset: 0',
    'upload-complete: ?0',
    'transfer-encoding: chunked',
    'connection: close',
  ]);
  for (const part of [photo.subarray(0, 10), photo.subarray(10, half)])
    await request.write(Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]));
  await request.write(Buffer.from('0\r\n\r\n'));
  assert.match(await request.closed, new RegExp(`upload-offset: ${half}\\b`));
  assert.equal((await patch(app, path, half, '?1', photo.subarray(half))).status, 201);
});
