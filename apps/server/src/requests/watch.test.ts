import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { API, BYTES, resourceId, UPLOAD_HEADERS } from '@rollcall/protocol';
import { logged, type Logged } from '../testing/logged.ts';
import { FIELDS } from '../testing/photos.ts';
import { ROUTE_EXAMPLES, type Names } from '../testing/route-examples.ts';
import { PASSWORD, Served, uuid, type Client, type TestDevice } from '../testing/served.ts';

/** Milliseconds; far longer than any line takes, also beside others who want the processor. */
const PATIENCE = 60_000;

/** Until the log has a line like this: a request is told when its answer has gone, which its asker may know before. */
async function lineOf(
  kept: Logged,
  like: (line: Readonly<Record<string, unknown>>) => boolean,
): Promise<Readonly<Record<string, unknown>>> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(10)) {
    const found = kept.lines().find(like);
    if (found) return found;
  }
  throw new Error(`no line like that:\n${kept.text().slice(-5000)}`);
}

/** What nobody may read in a log, in every place where somebody can put a name. */
const TELLING = 'Eulalia';
const EMAIL = 'eulalia@telling.example';

interface World {
  readonly names: Names;
  readonly device: TestDevice;
  readonly browser: Client;
  readonly cookie: string;
}

async function eulalias(server: Served): Promise<World> {
  const setupToken = server.setupToken();
  await server.client().ok('createAccount', { body: { email: EMAIL, password: PASSWORD, name: TELLING, setupToken } });
  const browser = await server.signIn(EMAIL);
  const device = await server.device(EMAIL, `${TELLING}’s phone`);
  const bytes = Buffer.from(`${TELLING}: this is no picture ${randomBytes(8).toString('hex')}`);
  const { hash, size } = await device.client.upload(bytes);
  const assetId = uuid();
  const fields = { ...FIELDS, fileName: `${TELLING} am Strand.jpg`, title: TELLING, caption: TELLING, keywords: [TELLING] };
  const resource = { role: 'original', hash, size, mime: 'image/jpeg', fileName: `${TELLING}.jpg`, modifiedAt: null };
  await device.send(
    { name: 'asset.create', args: { assetId, kind: 'photo', fields, resources: [resource], newHere: true } },
    { name: 'album.create', args: { albumId: uuid(), fields: { title: TELLING, order: 'by-hand', cover: null } } },
  );
  const names: Names = {
    email: EMAIL,
    assetId,
    resourceId: resourceId(assetId, 'original', hash),
    hash,
    size,
    bytes,
    uploadId: randomBytes(16).toString('hex'),
    deviceId: device.deviceId,
    userCode: 'BCDF-GHJK',
    cursor: (await device.client.ok('changes', { query: {} })).cursor,
    accountId: (await browser.ok('session', {})).account.id,
    bundleId: (await browser.ok('askBundle', { body: { assetIds: [assetId], parts: ['originals'] } })).path.split('/').at(-1)!,
    requestId: uuid(),
    proofId: uuid(),
  };
  return { names, device, browser, cookie: browser.headers['cookie'] ?? '' };
}

/** Asks a route with a name in its query, in headers, and in what it sends where that is JSON. */
async function askTelling(client: Client, key: string, { names, device }: World): Promise<void> {
  const [method = ''] = key.split(' ');
  const { path, headers, body, endless } = ROUTE_EXAMPLES[key]!(names, (changes) => changes.map((change) => device.next(change)));
  const bytes = body instanceof Uint8Array;
  const sent = body === undefined || bytes ? body : JSON.stringify({ ...body, [TELLING]: TELLING });
  const answer = await client.raw(method, `${path}${path.includes('?') ? '&' : '?'}q=${TELLING}`, {
    headers: {
      referer: `http://x/${TELLING}`,
      'user-agent': TELLING,
      ...(body === undefined || bytes ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  if (endless) await answer.body?.cancel();
  else await answer.arrayBuffer();
}

test('OB-8: whatever somebody calls a photo, types, searches or signs in with, no line of the log at any level tells it', async (t) => {
  const kept = logged('trace');
  const server = await Served.start({ log: kept.log });
  let open = true;
  t.after(() => (open ? server.close() : undefined));
  const world = await eulalias(server);
  // Those that end the access of who asks come last, or not at all.
  const last = 'DELETE /api/v1/devices/{deviceId}';
  for (const key of [...Object.keys(ROUTE_EXAMPLES).filter((each) => each !== last && each !== 'DELETE /api/v1/session'), last])
    await askTelling(/\/device\/|\/uploads|mutations|DELETE.*devices/.test(key) ? world.device.client : world.browser, key, world);
  // Sign-ins that fail, what is no JSON, what leads nowhere, and faults of the server's own that quote what they were given.
  const stranger = server.client();
  await stranger.code('signIn', { body: { email: EMAIL, password: `${TELLING} forgot it` } });
  await stranger.code('signIn', { body: { email: `${TELLING}@elsewhere.example`, password: TELLING.repeat(3) } });
  const type = { 'content-type': 'application/json' };
  await stranger.raw('POST', API.signIn.path, { headers: type, body: `{"email": ${TELLING}}` });
  for (const path of [`/${TELLING}.jpg`, `/api/v1/${TELLING}`, `/api/v1/assets/${TELLING}/history`]) await world.browser.raw('GET', path);
  const { libraries } = server.server.context;
  const { summary } = libraries;
  libraries.summary = async () => {
    throw Object.assign(new Error(`no such photo: /home/${TELLING}/${TELLING} am Strand.jpg`, { cause: new Error(TELLING) }), {
      code: TELLING,
    });
  };
  assert.equal(await world.browser.code('library', {}), 'internal');
  libraries.summary = summary;
  const failed = await lineOf(kept, ({ message }) => message === 'a request failed');
  assert.deepEqual([failed['level'], failed['route'], failed['device'] === undefined], ['error', '/api/v1/library', false]);
  const secrets = [PASSWORD, world.cookie.split('=')[1]!, world.device.client.headers['authorization']!.split(' ')[1]!, server.data];
  await server.close();
  open = false;
  kept.close();
  const text = kept.text();
  const routes = new Set(kept.lines().map(({ route }) => route));
  assert.ok(routes.size > 60, `${routes.size} routes were told of`);
  assert.ok(kept.lines().some(({ account, device }) => typeof account === 'string' && device === world.device.deviceId));
  assert.doesNotMatch(text, /not-shown/, 'each field looks like itself');
  assert.doesNotMatch(text, /eulalia|strand|telling|@|forgot/i);
  for (const secret of secrets) assert.ok(secret.length > 8 && !text.includes(secret), 'a secret was told');
});

test('OB-7: a request has its name, its route, how it was answered, its time and bytes, and who asked; who is refused is told of without asking for more', async (t) => {
  const kept = logged('debug');
  const server = await Served.start({ log: kept.log });
  t.after(() => server.close());
  const browser = await server.account('ann@x.org');
  const bytes = randomBytes(5000);
  await browser.upload(bytes);
  const upload = await lineOf(kept, ({ route }) => route === '/api/v1/uploads/:id/whole');
  const { account } = await browser.ok('session', {});
  assert.deepEqual(
    [upload['level'], upload['message'], upload['method'], upload['status'], upload['account']],
    ['debug', 'a request', 'PUT', 201, account.id],
  );
  assert.match(String(upload['request']), /^[0-9a-z]+-[0-9a-z]+$/);
  assert.ok(Number(upload['bytesIn']) > 5000 && Number(upload['bytesIn']) < 7000, String(upload['bytesIn']));
  assert.ok(Number(upload['bytesOut']) > 100 && Number(upload['milliseconds']) >= 0);
  const nobody = await server.client().raw('GET', API.library.path);
  assert.equal(nobody.status, 401);
  const refused = await lineOf(kept, ({ code }) => code === 'signed-out');
  assert.deepEqual([refused['level'], refused['message'], refused['route']], ['info', 'a request that was refused', '/api/v1/library']);
  // The refusals of uploads, which are answered in another way, have their code as well.
  await browser.raw('PATCH', BYTES.upload('0'.repeat(32)), {
    headers: { 'content-type': 'application/partial-upload', [UPLOAD_HEADERS.offset]: '0' },
  });
  assert.equal((await lineOf(kept, ({ code }) => code === 'upload-gone'))['status'], 404);
});

test('OB-9: a request at which the server is for longer is told with its route and where the time went; what it waited for its asker does not count', async (t) => {
  const kept = logged('warn');
  const server = await Served.start({ log: kept.log, slowRequest: 150 });
  t.after(() => server.close());
  const device = (await server.account('ann@x.org'), await server.device('ann@x.org'));
  const { libraries } = server.server.context;
  const { summary } = libraries;
  libraries.summary = async (id) => {
    await wait(200);
    return summary.call(libraries, id);
  };
  await device.client.ok('library', {});
  const slow = await lineOf(kept, ({ route }) => route === '/api/v1/library');
  assert.deepEqual([slow['level'], slow['message'], slow['status']], ['warn', 'a slow request', 200]);
  assert.ok(Number(slow['working']) >= 150 && Number(slow['working']) <= Number(slow['milliseconds']), JSON.stringify(slow));
  assert.match(
    await server.server.context.metricsOf(() => undefined).text(),
    /rollcall_slow_requests_total\{route="\/api\/v1\/library"\} 1/,
  );
  // Somebody sends a body slowly.
  const body = JSON.stringify({ name: 'x', kind: 'folder', platform: 'p', version: '1' });
  const socket = connect(server.server.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST ${API.askDeviceCode.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  );
  await wait(400);
  socket.write(body);
  assert.match(String((await once(socket, 'data'))[0]), /^HTTP\/1\.1 200/);
  socket.destroy();
  assert.ok(!kept.lines().some(({ route }) => route === API.askDeviceCode.path), 'that took long, and not by the server');
});
