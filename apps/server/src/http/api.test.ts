import assert from 'node:assert/strict';

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  API,
  ApiError,
  BYTES,
  CHAIN_START,
  LIMITS,
  MIN_SUPPORTED,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  ServerInfo,
  mutationHash,
  resourceId,
  type RollEntry,
  type RouteName,
} from '@rollcall/protocol';
import { createOf } from '../testing/photos.ts';
import { PASSWORD, Served, uuid, type Client, type TestDevice } from '../testing/served.ts';

async function withAnna(t: TestContext): Promise<{ server: Served; browser: Client; device: TestDevice }> {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  return { server, browser, device: await server.device('anna@x.org') };
}

async function addPhoto(device: TestDevice, text: string): Promise<{ assetId: string; hash: string; resource: string }> {
  const assetId = uuid();
  const { hash, size } = await device.client.upload(Buffer.from(text));
  assert.deepEqual(await device.send(createOf(assetId, [{ hash, size }])), [{ status: 'applied' }]);
  return { assetId, hash, resource: resourceId(assetId, 'original', hash) };
}

const ENTRY: RollEntry = { key: 'k1', path: '2024/a.jpg', size: 5, assetId: null, hash: null, form: 'original', inSync: true, reasons: [] };
const counts = (more: Partial<Record<string, number>> = {}) => ({
  onDevice: 1,
  inSync: 1,
  moving: 0,
  waiting: 0,
  held: 0,
  failing: 0,
  needsYou: 0,
  excluded: 0,
  ...more,
});
const report = (entries: RollEntry[], more: { full?: boolean; removed?: string[]; upToDate?: boolean; incoming?: number } = {}) => ({
  body: { full: true, counts: counts(), incoming: 0, pendingRemovals: 0, reasons: [], upToDate: true, entries, removed: [], ...more },
});

test('HT-1: every route of the table is served, and described with the byte routes in the API’s document', async (t) => {
  const { server } = await withAnna(t);
  const document = (await (await server.client().raw('GET', '/api/v1/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
  };
  assert.equal(document.openapi, '3.1.0');
  for (const { method, path } of Object.values(API))
    assert.ok(document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()], `${method} ${path}`);
  const described = Object.keys(document.paths).join('\n');
  for (const path of [BYTES.uploads, '/uploads/{id}', '/resources/', '/renditions/', BYTES.pokes])
    assert.ok(described.includes(path), path);
});

test('HT-2: every route that is not open to all refuses whoever is not signed in', async (t) => {
  const { server } = await withAnna(t);
  const open: RouteName[] = [];
  for (const [name, route] of Object.entries(API)) {
    const path = route.path.replaceAll(/:\w+/g, uuid());
    for (const headers of [
      {},
      { authorization: `Bearer rcd_${'A'.repeat(43)}` },
      { cookie: 'rollcall_session=made-up' },
      { authorization: 'Basic YTpi' },
    ] as Record<string, string>[]) {
      const answer = await server
        .client(headers)
        .raw(route.method, path, route.method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' });
      if (route.auth === 'none') open.push(name as RouteName);
      else assert.equal(ApiError.parse(await answer.json()).error.code, 'signed-out', name);
    }
  }
  assert.deepEqual([...new Set(open)].sort(), [
    'askDeviceCode',
    'createAccount',
    'deviceCodeToken',
    'link',
    'receiptKeys',
    'server',
    'signIn',
  ]);
  const assetId = uuid();
  for (const [method, path] of [
    ['GET', BYTES.resource(assetId, '0'.repeat(32))],
    ['GET', BYTES.rendition(assetId, 'thumbnail')],
    ['PATCH', BYTES.upload('x')],
    ['PUT', BYTES.uploadWhole('x')],
    ['POST', BYTES.uploads],
    ['DELETE', BYTES.upload('x')],
    ['GET', BYTES.pokes],
  ] as const) {
    const answer = await server.client().raw(method, path);
    assert.equal(answer.status, 401, `${method} ${path}`);
  }
});

test('HT-3: an account sees nothing of another’s by any route', async (t) => {
  const { server, device: anna, browser: annasBrowser } = await withAnna(t);
  const { assetId, hash, resource } = await addPhoto(anna, 'a photo of Anna’s');
  await anna.client.ok('roll', report([{ ...ENTRY, assetId, hash }]));
  const ask = await anna.client.ok('askUploads', { body: { asks: [{ hash: '1'.repeat(64), size: 10, mime: 'image/jpeg' }] } });
  const upload = ask.answers[0]?.answer === 'send' ? ask.answers[0].uploadId : '';
  const bensBrowser = await server.account('ben@x.org');
  const ben = await server.device('ben@x.org');
  const annasPokes = await anna.client.pokes();
  t.after(() => annasPokes.stop());
  await annasPokes.until('library');

  for (const client of [bensBrowser, ben.client]) {
    const device = { params: { deviceId: anna.deviceId } };
    assert.equal(await client.code('renameDevice', { ...device, body: { name: 'mine' } }), 'not-found');
    assert.equal(await client.code('revokeDevice', { ...device, body: { password: PASSWORD } }), 'not-found');
    assert.equal(await client.code('deviceItems', { ...device, query: {} }), 'not-found');
    assert.equal(await client.code('assetPlaces', { params: { assetId } }), 'not-found');
    assert.equal(await client.code('assetHistory', { params: { assetId } }), 'not-found');
    assert.ok(!(await client.ok('devices', {})).devices.some(({ id }) => id === anna.deviceId));
    assert.deepEqual([(await client.ok('library', {})).assets, (await client.ok('library', {})).bytes], [0, 0]);
    assert.deepEqual((await client.ok('changes', { query: {} })).changes, []);
    assert.equal(
      await client.code('changes', { query: { cursor: (await anna.client.ok('changes', { query: {} })).cursor } }),
      'cursor-expired',
    );
    assert.deepEqual((await client.ok('rollCall', { body: { lines: [{ assetId, role: 'original', hash }] } })).found, [
      { state: 'not-in-library', hash: null },
    ]);
    assert.equal((await client.ok('askUploads', { body: { asks: [{ hash, size: 10, mime: 'image/jpeg' }] } })).answers[0]?.answer, 'send');
    const acted = await client.ok('actions', {
      body: {
        actions: [
          { id: uuid(), change: { name: 'asset.trash', args: { assetId } } },
          { id: uuid(), change: createOf(uuid(), [{ hash, size: 100 }]) },
        ],
      },
    });
    assert.deepEqual(
      acted.results.map(({ result }) => result.status === 'rejected' && result.code),
      ['not-found', 'blob-missing'],
    );
    for (const [method, path] of [
      ['GET', BYTES.resource(assetId, resource)],
      ['GET', BYTES.rendition(assetId, 'thumbnail')],
      ['HEAD', BYTES.upload(upload)],
      ['PATCH', BYTES.upload(upload)],
      ['PUT', BYTES.uploadWhole(upload)],
      ['DELETE', BYTES.upload(upload)],
    ] as const) {
      const answer = await client.raw(
        method,
        path,
        method === 'PATCH' || method === 'PUT'
          ? { body: 'x', headers: { 'content-type': 'application/partial-upload', 'upload-complete': '?0', 'upload-offset': '0' } }
          : {},
      );
      assert.equal(answer.status, 404, `${method} ${path}`);
    }
  }
  assert.deepEqual(await ben.send({ name: 'asset.trash', args: { assetId } }), [
    { status: 'rejected', code: 'not-found', words: 'This library has no such photo.' },
  ]);
  const stolen = { ...anna.next({ name: 'asset.trash', args: { assetId } }) };
  assert.equal(await ben.client.code('mutations', { body: { mutations: [stolen] } }), 'bad-request');
  assert.equal((await annasBrowser.ok('library', {})).assets, 1);
  assert.equal((await anna.client.raw('HEAD', BYTES.upload(upload))).status, 204);
  // What Ben did poked Ben only: Anna hears of nothing above her own head.
  await annasBrowser.ok('actions', { body: { actions: [{ id: uuid(), change: { name: 'asset.trash', args: { assetId } } }] } });
  const head = (await anna.snapshot()).at(-1)?.seq ?? 0;
  for (let seq = 0; seq !== head;) {
    ({ seq } = await annasPokes.until('library'));
    assert.ok(seq <= head);
  }
});

test('HT-4: a page of another site cannot act in its visitor’s name', async (t) => {
  const { browser, server } = await withAnna(t);
  const rename = {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ actions: [{ id: uuid(), change: { name: 'asset.trash', args: { assetId: uuid() } } }] }),
  };
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await browser.raw('POST', API.actions.path, { ...rename, headers: { ...rename.headers, ...headers } })).status;
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://127.0.0.1:${server.server.port + 1}` },
    { 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[])
    assert.equal(await status(headers), 403, JSON.stringify(headers));
  for (const headers of [{}, { origin: server.url }, { origin: server.url, 'sec-fetch-site': 'same-origin' }] as Record<string, string>[])
    assert.equal(await status(headers), 200, JSON.stringify(headers));
});

test('HT-5: every answer is marked so that a browser does nothing foolish with it', async (t) => {
  const { browser } = await withAnna(t);
  for (const path of ['/', '/api/v1/server', '/api/v1/nothing', '/somewhere/in/the/app', '/missing.js']) {
    const { headers } = await browser.raw('GET', path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('x-frame-options'), 'DENY', path);
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path);
  }
  assert.equal((await browser.raw('GET', API.library.path)).headers.get('cache-control'), 'no-store');
});

test('HT-6: what is nowhere is said so: in JSON below /api, as the one page elsewhere', async (t) => {
  const { browser } = await withAnna(t);
  for (const [method, path] of [
    ['GET', '/api/v1/nothing'],
    ['GET', '/api'],
    ['POST', '/photos'],
    ['GET', '/missing.js'],
  ] as const) {
    const answer = await browser.raw(method, path);
    assert.equal(answer.status, 404, path);
    assert.equal(ApiError.parse(await answer.json()).error.code, 'not-found', path);
  }
  const page = await browser.raw('GET', '/photos/2024');
  assert.deepEqual([page.status, page.headers.get('content-type')?.split(';')[0]], [200, 'text/html']);
});

test('HT-9: files of the web app whose names carry their hash are kept for ever, the page itself is asked for again', async (t) => {
  const webApp = mkdtempSync(join(tmpdir(), 'rollcall-web-'));
  mkdirSync(join(webApp, 'assets'));
  writeFileSync(join(webApp, 'index.html'), '<!doctype html><title>The app</title>');
  writeFileSync(join(webApp, 'assets', 'app-1a2b3c.js'), 'export {};');
  const server = await Served.start({ webApp });
  t.after(async () => {
    await server.close();
    rmSync(webApp, { recursive: true });
  });
  const get = async (path: string) => {
    const answer = await server.client().raw('GET', path);
    return [answer.status, answer.headers.get('cache-control'), (await answer.text()).includes('The app')];
  };
  assert.deepEqual(await get('/assets/app-1a2b3c.js'), [200, 'public, max-age=31536000, immutable', false]);
  for (const path of ['/', '/index.html', '/photos/some/where']) assert.deepEqual(await get(path), [200, 'no-cache', true], path);
  assert.deepEqual((await get('/assets/gone.js'))[0], 404);
  assert.deepEqual((await get('/..%2f..%2fetc%2fpasswd'))[2], true);
});

test('HT-7: what cannot be understood is refused with what is wrong, as a value', async (t) => {
  const { browser } = await withAnna(t);
  const post = (body: string, type = 'application/json'): Promise<Response> =>
    browser.raw('POST', API.actions.path, { headers: { 'content-type': type }, body });
  for (const [body, type] of [
    ['{', 'application/json'],
    ['', 'application/json'],
    ['[]', 'application/json'],
    ['{"actions":[]}', 'application/json'],
    ['a=b', 'application/x-www-form-urlencoded'],
    ['{"actions":[{"id":"x","change":{"name":"asset.explode"}}]}', 'application/json'],
  ] as const) {
    const answer = await post(body, type);
    assert.equal(answer.status, 400, body);
    assert.equal(ApiError.parse(await answer.json()).error.code, 'bad-request', body);
  }
  const large = await post(JSON.stringify({ actions: [], filler: 'x'.repeat(LIMITS.jsonBody) }));
  assert.deepEqual([large.status, ApiError.parse(await large.json()).error.code], [413, 'too-large']);
  assert.equal(await browser.code('changes', { query: { limit: LIMITS.changesPage + 1 } }), 'bad-request');
  assert.equal((await browser.raw('GET', API.assetPlaces.path.replace(':assetId', 'not-an-id'))).status, 400);
});

test('HT-8: a device that speaks too old a protocol is told to update, whatever it asks; which versions are taken it is told all the same', async (t) => {
  const { server } = await withAnna(t);
  const asked = async (version: string, path: string = API.session.path): Promise<unknown> => {
    const answer = await server.client().raw('GET', path, { headers: { [PROTOCOL_HEADER]: version } });
    if (!answer.ok) return [answer.status, ApiError.parse(await answer.json()).error.code];
    const { protocol, minSupported } = ServerInfo.parse(await answer.json());
    return { protocol, minSupported };
  };
  const tooOld = String(MIN_SUPPORTED - 1);
  assert.deepEqual(await asked(tooOld), [426, 'update-needed']);
  assert.deepEqual(await asked(tooOld, BYTES.pokes), [426, 'update-needed']);
  assert.deepEqual(await asked('new'), [400, 'bad-request']);
  for (const version of [String(PROTOCOL_VERSION), String(PROTOCOL_VERSION + 1)])
    assert.deepEqual(await asked(version), [401, 'signed-out']);
  assert.deepEqual(await asked(tooOld, API.server.path), { protocol: PROTOCOL_VERSION, minSupported: MIN_SUPPORTED });
});

test('HT-10: the rows of a library go packed to who takes that, and as they are to others', async (t) => {
  const { device } = await withAnna(t);
  for (const text of ['one', 'two', 'three']) await addPhoto(device, text);
  const rows = async (accepts: string) => {
    const answer = await device.client.raw('GET', API.changes.path, { headers: { 'accept-encoding': accepts } });
    const told = answer.headers.get('content-encoding');
    return { told, vary: answer.headers.get('vary'), text: JSON.stringify(await answer.json()) };
  };
  const plain = await rows('identity');
  const packed = await rows('br;q=1.0, gzip;q=0.8, *;q=0.1');
  assert.deepEqual([plain.told, packed.told, plain.vary, packed.vary], [null, 'gzip', 'accept-encoding', 'accept-encoding']);
  assert.ok(plain.text.length > 2000);
  assert.equal(packed.text, plain.text);
  assert.equal((await rows('gzip;q=0, br')).told, null);
});

test('MU-9: the chain is hashed over what the device sent, also with a field that only a newer version knows', async (t) => {
  const { device } = await withAnna(t);
  const first = { ...device.next({ name: 'asset.trash', args: { assetId: uuid() } }), mood: 'sunny' };
  const second = { ...device.next({ name: 'asset.trash', args: { assetId: uuid() } }), previous: mutationHash(first) };
  const { acknowledged } = await device.client.ok('mutations', { body: { mutations: [first, second] } });
  assert.deepEqual(acknowledged, { n: 2, hash: mutationHash(second) });
});

test('MU-10: a refused chain says which number was expected, which epoch holds, or that the device is a clone', async (t) => {
  const { device } = await withAnna(t);
  const one = device.next({ name: 'asset.trash', args: { assetId: uuid() } });
  const two = device.next({ name: 'asset.trash', args: { assetId: uuid() } });
  const refusal = async (mutation: typeof one) => {
    const answer = await device.client.call('mutations', { body: { mutations: [mutation] } });
    return answer.ok ? null : [answer.refusal.status, answer.refusal.code, answer.refusal.details];
  };
  assert.deepEqual(await refusal(two), [409, 'mutation-gap', { expected: 1 }]);
  assert.deepEqual(await refusal({ ...one, epoch: 'other' }), [
    409,
    'wrong-epoch',
    { epoch: device.epoch, takenN: 0, takenHash: CHAIN_START },
  ]);
  assert.equal(await refusal(one), null);
  assert.deepEqual(await refusal({ ...one, name: 'asset.restore', args: { assetId: uuid() } }), [409, 'device-forked', { n: 1 }]);
});

/** Sends mutations and goes away before the answer. */
function sendAndLeave(server: Served, device: TestDevice, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.server.port, '127.0.0.1').on('error', reject);
    const head = `POST ${API.mutations.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: ${device.client.headers['authorization']}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    socket.write(head + body, () => {
      socket.destroy();
      resolve();
    });
  });
}

test('MU-11: a reply that was lost costs nothing: the same request again has the same answer and no second effect', async (t) => {
  const { device, browser, server } = await withAnna(t);
  const { hash, size } = await device.client.upload(Buffer.from('lost reply'));
  const mutations = [device.next(createOf(uuid(), [{ hash, size }])), device.next(createOf(uuid(), [{ hash, size }]))];
  await sendAndLeave(server, device, JSON.stringify({ mutations }));
  while ((await browser.ok('library', {})).assets === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const history = await device.client.ok('changes', { query: {} });
  const first = await device.client.ok('mutations', { body: { mutations } });
  assert.deepEqual(
    first.results.map(({ result }) => result.status),
    ['applied', 'superseded'],
  );
  assert.deepEqual(await device.client.ok('mutations', { body: { mutations } }), first);
  const ours = (changes: typeof history.changes) => changes.filter(({ entity }) => entity.type !== 'rendition');
  assert.deepEqual(ours((await device.client.ok('changes', { query: {} })).changes), ours(history.changes));
  assert.equal((await browser.ok('library', {})).assets, 1);
});

test('CH-9: the feed over the wire is what the client’s types say, page by page', async (t) => {
  const { device } = await withAnna(t);
  for (const text of ['one', 'two', 'three']) await addPhoto(device, text);
  const all = await device.client.ok('changes', { query: {} });
  assert.equal(all.changes.filter(({ entity }) => entity.type === 'asset').length, 3);
  assert.deepEqual([all.complete, all.acknowledged?.n], [true, 3]);
  const first = await device.client.ok('changes', { query: { limit: 4 } });
  assert.deepEqual([first.changes.length, first.complete], [4, false]);
  assert.equal(await device.client.code('changes', { query: { cursor: 'gone.gone.1' } }), 'cursor-expired');
});

test('PO-2: a stream of pokes begins with the head as of now, and tells of each commit, of rolls and of devices', async (t) => {
  const { browser, device, server } = await withAnna(t);
  const pokes = await browser.pokes();
  t.after(() => pokes.stop());
  assert.deepEqual(await pokes.next(), { type: 'library', seq: 0 });
  const { assetId } = await addPhoto(device, 'poked');
  const head = (await device.snapshot()).at(-1)?.seq;
  for (let seq = 0; seq !== head;) ({ seq } = await pokes.until('library'));
  await device.client.ok('roll', report([{ ...ENTRY, assetId }]));
  await pokes.until('devices');
  await server.device('anna@x.org', 'second');
  await pokes.until('devices');
});

test('PO-3: a device that listens is shown as connected', async (t) => {
  const { browser, device } = await withAnna(t);
  const connected = async (): Promise<boolean | undefined> =>
    (await browser.ok('devices', {})).devices.find(({ id }) => id === device.deviceId)?.connected;
  assert.equal(await connected(), false);
  const watching = await browser.pokes();
  t.after(() => watching.stop());
  const pokes = await device.client.pokes();
  await pokes.next();
  assert.equal(await connected(), true);
  pokes.stop();
  while (await connected()) await watching.until('devices');
});

test('PO-4: listeners of one library are limited', async (t) => {
  const { browser } = await withAnna(t);
  const streams = await Promise.all(Array.from({ length: 64 }, () => browser.pokes()));
  t.after(() => streams.forEach((each) => each.stop()));
  const answer = await browser.raw('GET', BYTES.pokes);
  assert.deepEqual([answer.status, ApiError.parse(await answer.json()).error.code], [503, 'server-busy']);
});

test('RO-1: a device’s roll is kept as it told it, changed by what it tells later, and forgotten by a full report', async (t) => {
  const { browser, device } = await withAnna(t);
  const params = { deviceId: device.deviceId };
  const keys = async (): Promise<string[]> => (await browser.ok('deviceItems', { params, query: {} })).items.map(({ key }) => key);
  await device.client.ok('roll', report([ENTRY, { ...ENTRY, key: 'k2' }]));
  assert.deepEqual(await keys(), ['k1', 'k2']);
  await device.client.ok('roll', report([{ ...ENTRY, key: 'k3' }], { full: false, removed: ['k1'] }));
  assert.deepEqual(await keys(), ['k2', 'k3']);
  await device.client.ok('roll', report([{ ...ENTRY, key: 'k9' }]));
  assert.deepEqual(await keys(), ['k9']);
  const { devices } = await browser.ok('devices', {});
  assert.deepEqual(devices.find(({ id }) => id === device.deviceId)?.roll?.counts, counts());
  assert.equal(devices.find(({ kind }) => kind === 'browser')?.roll, null);
});

test('RO-2: a device’s items are told in pages, by class of the primary reason, and by any reason', async (t) => {
  const { browser, device } = await withAnna(t);
  const params = { deviceId: device.deviceId };
  const reason = (code: 'quota-full' | 'queued' | 'offline') => ({ code, since: 1, evidence: {} });
  const waiting: RollEntry = { ...ENTRY, inSync: false, reasons: [reason('queued')] };
  await device.client.ok(
    'roll',
    report([
      ENTRY,
      { ...waiting, key: 'k2' },
      { ...waiting, key: 'k3', reasons: [reason('quota-full'), reason('offline')] },
      { ...waiting, key: 'k4' },
    ]),
  );
  const keys = async (query: { class?: 'in-sync' | 'waiting' | 'needs-you' | 'held'; code?: string; limit?: number; after?: string }) => {
    const { items, next } = await browser.ok('deviceItems', { params, query });
    return [...items.map(({ key }) => key), next];
  };
  assert.deepEqual(await keys({ class: 'in-sync' }), ['k1', null]);
  assert.deepEqual(await keys({ class: 'waiting' }), ['k2', 'k4', null]);
  assert.deepEqual(await keys({ class: 'held' }), [null]);
  assert.deepEqual(await keys({ code: 'offline' }), ['k3', null]);
  assert.deepEqual(await keys({ limit: 3 }), ['k1', 'k2', 'k3', 'k3']);
  assert.deepEqual(await keys({ limit: 3, after: 'k3' }), ['k4', null]);
});

test('RO-3: the places of a photo are the cloud and each device, also under an id that became an alias', async (t) => {
  const { browser, device, server } = await withAnna(t);
  const { assetId, hash } = await addPhoto(device, 'places');
  const minted = uuid();
  await device.send(createOf(minted, [{ hash, size: 6 }]));
  const second = await server.device('anna@x.org', 'second');
  const third = await server.device('anna@x.org', 'third');
  await device.client.ok('roll', report([{ ...ENTRY, assetId: minted, hash }]));
  await second.client.ok('roll', report([], { upToDate: false, incoming: 1 }));
  await third.client.ok('roll', report([]));
  const told = async () =>
    (await browser.ok('assetPlaces', { params: { assetId } })).places.map(({ where, name, state, path }) => [where, name, state, path]);
  assert.deepEqual((await told()).sort(), [
    ['cloud', 'Cloud', 'safe', null],
    ['device', 'laptop', 'original', '2024/a.jpg'],
    ['device', 'second', 'on-its-way', null],
    ['device', 'third', 'not-here', null],
  ]);
  await device.send({ name: 'asset.trash', args: { assetId } });
  assert.deepEqual((await told()).sort(), [
    ['cloud', 'Cloud', 'trashed', null],
    ['device', 'laptop', 'original', '2024/a.jpg'],
    ['device', 'second', 'not-here', null],
    ['device', 'third', 'not-here', null],
  ]);
});

test('SH-31: what is to come to a device are the live photos of which it told no file under any id, in pages, with why; to one that expects none comes nothing', async (t) => {
  const { browser, device } = await withAnna(t);
  const photos = [];
  // One after the other: their changes are one chain.
  for (const text of ['here', 'copied', 'first', 'second', 'deleted']) photos.push(await addPhoto(device, text));
  const [here, copied, first, second, deleted] = photos;
  const minted = uuid();
  await device.send(createOf(minted, [{ hash: copied!.hash, size: 6 }]));
  await device.send({ name: 'asset.trash', args: { assetId: deleted!.assetId } });
  const entries = [here!.assetId, minted].map((assetId, at): RollEntry => ({ ...ENTRY, key: `k${at}`, assetId }));
  const paused = { code: 'paused', check: 1, class: 'held', count: 2, primary: 2 } as const;
  const tell = (incoming: number) =>
    device.client.ok('roll', { body: { ...report(entries, { upToDate: false, incoming }).body, reasons: [paused] } });
  const coming = (query: { limit?: number; after?: string } = {}) =>
    browser.ok('deviceIncoming', { params: { deviceId: device.deviceId }, query });
  assert.deepEqual(await coming(), { items: [], reasons: [], next: null }, 'it has told nothing yet');
  await tell(2);
  const ids = [first!.assetId, second!.assetId].sort();
  const whole = await coming();
  assert.deepEqual([whole.items.map(({ assetId }) => assetId), whole.next, whole.reasons.map(({ code }) => code)], [ids, null, ['paused']]);
  const page = await coming({ limit: 1 });
  assert.deepEqual([page.items.map(({ assetId }) => assetId), page.next], [[ids[0]], ids[0]]);
  const last = await coming({ limit: 1, after: ids[0]! });
  assert.deepEqual([last.items.map(({ assetId }) => assetId), last.next], [[ids[1]], null]);
  await tell(0);
  assert.deepEqual((await coming()).items, []);
});

test('SH-32: a file that is gone from a device is listed by its form and its reasons, and in no class: it is not counted there', async (t) => {
  const { browser, device } = await withAnna(t);
  const reasons = [{ code: 'paused' as const, since: 1, evidence: {} }];
  const waits: RollEntry = { ...ENTRY, key: 'k1', inSync: false, reasons };
  await device.client.ok('roll', report([waits, { ...waits, key: 'k2', form: 'missing' }]));
  const keys = async (query: { class?: 'held'; code?: string; form?: 'missing' }): Promise<string[]> =>
    (await browser.ok('deviceItems', { params: { deviceId: device.deviceId }, query })).items.map(({ key }) => key);
  assert.deepEqual(await keys({ class: 'held' }), ['k1']);
  assert.deepEqual(await keys({ code: 'paused' }), ['k1', 'k2']);
  assert.deepEqual(await keys({ form: 'missing' }), ['k2']);
  assert.deepEqual(await keys({ form: 'missing', class: 'held' }), []);
});

test('HD-27: a file whose deletion is held stands in its device’s list, and is no place where the photo is', async (t) => {
  const { browser, device } = await withAnna(t);
  const { assetId, hash } = await addPhoto(device, 'missing');
  const reasons = [{ code: 'mass-delete-held' as const, since: 1, evidence: { count: 12, inADay: 12 } }];
  const entry: RollEntry = { ...ENTRY, assetId, hash, form: 'missing', inSync: false, reasons };
  await device.client.ok('roll', report([entry]));
  const { items } = await browser.ok('deviceItems', { params: { deviceId: device.deviceId }, query: { code: 'mass-delete-held' } });
  assert.deepEqual(items, [entry]);
  const { places } = await browser.ok('assetPlaces', { params: { assetId } });
  assert.deepEqual(
    places.map(({ where, state, path }) => [where, state, path]),
    [
      ['cloud', 'safe', null],
      ['device', 'not-here', '2024/a.jpg'],
    ],
  );
});

test('RO-4: a roll call hashes the stored bytes again, now, and tells damage and loss', async (t) => {
  const { browser, device, server } = await withAnna(t);
  const [good, bad, lost] = [await addPhoto(device, 'good'), await addPhoto(device, 'bad'), await addPhoto(device, 'lost')];
  const { blobs } = server.server.context;
  writeFileSync(blobs.path(bad.hash)!, 'bat');
  rmSync(blobs.path(lost.hash)!);
  const line = ({ assetId, hash }: { assetId: string; hash: string }) => ({ assetId, role: 'original', hash });
  const { found } = await browser.ok('rollCall', {
    body: { lines: [line(good), line(bad), line(lost), { ...line(good), role: 'raw' }, line({ ...good, hash: bad.hash })] },
  });
  assert.deepEqual(
    found.map(({ state }) => state),
    ['stored', 'damaged', 'missing', 'not-in-library', 'not-in-library'],
  );
  assert.equal(found[0]?.hash, good.hash);
  assert.notEqual(found[1]?.hash, bad.hash);
  const places = await browser.ok('assetPlaces', { params: { assetId: lost.assetId } });
  assert.equal(places.places[0]?.state, 'damaged');
  const asks = [good, bad, lost].map(({ hash }, at) => ({ hash, size: [4, 3, 4][at] ?? 0, mime: 'image/jpeg' }));
  const { answers } = await device.client.ok('askUploads', { body: { asks } });
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    ['have', 'send', 'send'],
    'what is damaged or lost is wanted again',
  );
});

test('JO-3: history names the device that did it', async (t) => {
  const { browser, device } = await withAnna(t);
  const { assetId } = await addPhoto(device, 'history');
  await browser.ok('actions', {
    body: { actions: [{ id: uuid(), change: { name: 'asset.set', args: { assetId, fields: { title: 'x' } } } }] },
  });
  const { entries } = await browser.ok('assetHistory', { params: { assetId } });
  const set = entries.find(({ what }) => what === 'asset.set');
  assert.deepEqual([set?.device, set?.old, set?.new], ['A browser', { title: null }, { title: 'x' }]);
  assert.equal(entries.at(-1)?.device, 'laptop');
});

test('QU-2: a purge makes room at once', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  await server.account('small@x.org', 20);
  const device = await server.device('small@x.org');
  const { assetId } = await addPhoto(device, 'fifteen bytes..');
  const ask = { body: { asks: [{ hash: '2'.repeat(64), size: 15, mime: 'image/jpeg' }] } };
  assert.deepEqual((await device.client.ok('askUploads', ask)).answers, [{ answer: 'over-quota', needed: 15, free: 5, quota: 20 }]);
  await device.send({ name: 'asset.trash', args: { assetId } });
  const seq = (await device.snapshot()).find(({ entity }) => entity.type === 'asset')?.seq ?? 0;
  assert.deepEqual(await device.send({ name: 'asset.purge', args: { assetId }, expect: seq }), [{ status: 'applied' }]);
  assert.equal((await device.client.ok('askUploads', ask)).answers[0]?.answer, 'send');
});

test('UN-7: a device is told what it did, and nobody else is', async (t) => {
  const { server, browser, device } = await withAnna(t);
  const { assetId } = await addPhoto(device, 'one');
  await device.send({ name: 'asset.set', args: { assetId, fields: { title: 'x' } } });
  const { entries } = await device.client.ok('deviceJournal', { query: {} });
  assert.deepEqual(
    entries.map(({ what, assetId: of }) => [what, of]),
    [
      ['asset.set', assetId],
      ['asset.create', assetId],
    ],
  );
  assert.equal((await device.client.ok('deviceJournal', { query: { limit: 1 } })).entries.length, 1);
  assert.equal(await browser.code('deviceJournal', { query: {} }), 'forbidden');
  const other = await server.device('anna@x.org');
  assert.deepEqual((await other.client.ok('deviceJournal', { query: {} })).entries, []);
});
