import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { rollDigest } from '@rollcall/core';
import {
  API,
  CHAIN_START,
  Change,
  mutationHash,
  resourceId,
  type Change as AnyChange,
  type Mutation,
  type RollCallLine,
} from '@rollcall/protocol';
import { createOf } from '../testing/photos.ts';
import { EXAMPLE_CHANGES, ROUTE_EXAMPLES, type Example, type Names } from '../testing/route-examples.ts';
import { PASSWORD, Served, uuid, type Client, type TestDevice } from '../testing/served.ts';

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** The routes of the API's document: `METHOD /path/{parameter}`. */
async function documented(server: Served): Promise<string[]> {
  const document = (await (await server.client().raw('GET', '/api/v1/openapi.json')).json()) as { paths: Record<string, object> };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'].includes(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** A library that holds something of every kind, and the names of it all. */
async function annas(server: Served): Promise<{ names: Names; everything: () => Promise<unknown> }> {
  const browser = await server.account('anna@x.org');
  const device = await server.device('anna@x.org');
  const bytes = randomBytes(500);
  const { hash, size } = await device.client.upload(bytes);
  const assetId = uuid();
  assert.deepEqual(await device.send(createOf(assetId, [{ hash, size }])), [{ status: 'applied' }]);
  const ask = { hash: hex(32), size: 10, mime: 'image/jpeg' };
  const { answers } = await device.client.ok('askUploads', { body: { asks: [ask] } });
  const code = await server.client().ok('askDeviceCode', { body: { name: 'x', kind: 'folder', platform: 'p', version: '1' } });
  await browser.ok('approveDeviceCode', { params: { userCode: code.userCode }, body: {} });
  const names: Names = {
    email: 'anna@x.org',
    assetId,
    resourceId: resourceId(assetId, 'original', hash),
    hash,
    size,
    bytes,
    uploadId: answers[0]?.answer === 'send' ? answers[0].uploadId : assert.fail('no upload'),
    deviceId: device.deviceId,
    userCode: code.userCode,
    cursor: (await device.client.ok('changes', { query: {} })).cursor,
    accountId: (await browser.ok('session', {})).account.id,
    bundleId: (await browser.ok('askBundle', { body: { assetIds: [assetId], parts: ['originals'] } })).path.split('/').at(-1)!,
    requestId: (await browser.ok('askForPlan', { body: { plan: '50 GB' } })).request.id,
    proofId: await provenBy(device, { assetId, role: 'original', hash }),
  };
  const everything = async () => [
    (await browser.ok('changes', { query: {} })).changes.filter(({ entity }) => entity.type !== 'rendition'),
    await browser.ok('library', {}),
    await browser.ok('defaultSettings', {}),
    await browser.ok('plans', {}),
    (await browser.ok('devices', {})).devices.map(({ id, name, roll }) => [id, name, roll]),
    await browser.ok('assetHistory', { params: { assetId } }),
    (await device.client.raw('HEAD', `/api/v1/uploads/${names.uploadId}`)).status,
  ];
  return { names, everything };
}

/** A receipt is there, and another proof is under way. */
async function provenBy({ client }: TestDevice, line: RollCallLine): Promise<string> {
  const begin = async (): Promise<string> => {
    const { proofId } = await client.ok('beginProof', { body: {} });
    await client.ok('proveLines', { params: { proofId }, body: { lines: [line] } });
    return proofId;
  };
  const told = { files: 1, standIns: 0, leftOut: { count: 0, first: [] } };
  await client.ok('sealProof', { params: { proofId: await begin() }, body: { digest: rollDigest([line]), told } });
  return begin();
}

/** Names of the same shape, of things that are nowhere. */
function nowhere(like: Names): Names {
  const bytes = randomBytes(like.size);
  const [assetId, hash] = [uuid(), createHash('sha256').update(bytes).digest('hex')];
  return {
    email: 'nobody@x.org',
    assetId,
    resourceId: resourceId(assetId, 'original', hash),
    hash,
    size: like.size,
    bytes,
    uploadId: hex(16),
    deviceId: uuid(),
    userCode: 'BCDF-GHJK',
    cursor: like.cursor.replace(/\d+$/, (seq) => String(Number(seq) + 1_000_000)),
    accountId: 'nobody',
    bundleId: hex(16),
    requestId: uuid(),
    proofId: uuid(),
  };
}

interface Stranger {
  readonly browser: Client;
  readonly device: TestDevice;
  readonly revoked: TestDevice;
}

async function stranger(server: Served, email: string): Promise<Stranger> {
  const browser = await server.account(email);
  const revoked = await server.device(email, 'revoked');
  await revoked.client.ok('revokeDevice', { params: { deviceId: revoked.deviceId }, body: {} });
  return { browser, device: await server.device(email), revoked };
}

const WAYS = ['nobody', 'revoked', 'browser', 'device'] as const;
type Way = (typeof WAYS)[number];

function clientOf(server: Served, way: Way, { browser, device, revoked }: Stranger): Client {
  return { nobody: server.client(), revoked: revoked.client, browser, device: device.client }[way];
}

/** The mutations of a device that has its own chain, or those that nobody's chain can be. */
function chainOf(way: Way, { device }: Stranger): (changes: readonly AnyChange[]) => Mutation[] {
  if (way === 'device') return (changes) => changes.map((change) => device.next(change));
  return (changes) => {
    let previous = CHAIN_START;
    return changes.map((change, at) => {
      const mutation = { deviceId: '00000000-0000-7000-8000-000000000000', epoch: device.epoch, n: at + 1, previous, ...change };
      previous = mutationHash(mutation);
      return mutation;
    });
  };
}

interface Told {
  readonly status: number;
  readonly headers: string[];
  readonly body: string;
}

/** What came back, without what differs between any two answers: which ids, names and times they are, not whether there are some. */
async function told(client: Client, method: string, example: Example): Promise<Told> {
  const { body, headers = {} } = example;
  const bytes = body instanceof Uint8Array;
  const answer = await client.raw(method, example.path, {
    headers: { ...(body === undefined || bytes ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: bytes ? body : JSON.stringify(body) }),
  });
  const shown = [...answer.headers].filter(([name]) => !['date', 'keep-alive', 'connection'].includes(name));
  return {
    status: answer.status,
    headers: shown.map(([name, value]) => `${name}: ${plain(value)}`),
    body: plain(example.endless ? await beginning(answer) : await answer.text()),
  };
}

async function beginning(answer: Response): Promise<string> {
  const reader = answer.body!.getReader();
  let text = '';
  while (!text.includes('data: ') && !text.includes('"error"')) text += Buffer.from((await reader.read()).value ?? []).toString();
  await reader.cancel();
  return text;
}

function plain(text: string): string {
  const seen = new Map<string, string>();
  const name = (kind: string) => (found: string) => seen.get(found) ?? (seen.set(found, `<${kind} ${seen.size}>`), seen.get(found)!);
  return text
    .replaceAll(/sha-256=:[^:]+:/g, name('digest'))
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, name('id'))
    .replaceAll(/\b[0-9a-f]{64}\b/g, name('hash'))
    .replaceAll(/\b[0-9a-f]{32}\b/g, name('key'))
    .replaceAll(/\b[0-9a-f]{12}…/g, name('hash'))
    .replaceAll(/rc[cd]_[\w-]{43}/g, name('token'))
    .replaceAll(/"(id|name)":"[^"]*"/g, name('name'))
    .replaceAll(/[\w.]+@x\.org/g, name('email'))
    .replaceAll(/[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}/g, name('code'))
    .replaceAll(/\b1\d{12}\b/g, name('time'));
}

async function opened(t: TestContext): Promise<{ server: Served; names: Names; everything: () => Promise<unknown> }> {
  const server = await Served.start();
  t.after(() => server.close());
  return { server, ...(await annas(server)) };
}

test('IS-1: every route of the API’s document, and every change, has its example here', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const routes = await documented(server);
  assert.ok(routes.length >= Object.keys(API).length);
  assert.deepEqual(
    routes.filter((route) => !(route in ROUTE_EXAMPLES)),
    [],
    'add an example to testing/route-examples.ts: a request that names things of another library',
  );
  assert.deepEqual(Object.keys(EXAMPLE_CHANGES).sort(), Change.options.map(({ shape }) => shape.name.value).sort());
});

test('IS-2: no answer depends on what another library holds: asked by another’s names, it is the one for names that are nowhere', async (t) => {
  const { server, names, everything } = await opened(t);
  const before = await everything();
  const none = nowhere(names);
  // Two strangers who do the same in the same order: one by Anna's names, one by names of nothing.
  const [ben, kim] = [await stranger(server, 'ben@x.org'), await stranger(server, 'kim@x.org')];
  for (const [route, example] of Object.entries(ROUTE_EXAMPLES)) {
    const [method = ''] = route.split(' ');
    for (const way of WAYS) {
      const byAnnas = await told(clientOf(server, way, ben), method, example(names, chainOf(way, ben)));
      const byNone = await told(clientOf(server, way, kim), method, example(none, chainOf(way, kim)));
      assert.deepEqual(byAnnas, byNone, `${route}, as ${way}`);
    }
  }
  for (const path of [API.library.path, API.changes.path, API.newest.path, API.devices.path])
    assert.deepEqual(await told(ben.device.client, 'GET', { path }), await told(kim.device.client, 'GET', { path }), `${path} afterwards`);
  assert.deepEqual(await everything(), before, 'and nothing came of it in the other library');
});

test('IS-3: whoever is not signed in, or not any more, is refused on every route that is not open, before anything else is looked at', async (t) => {
  const { server, names } = await opened(t);
  const ben = await stranger(server, 'ben@x.org');
  const open = new Set(
    Object.values(API)
      .filter(({ auth }) => auth === 'none')
      .map(({ method, path }) => `${method} ${path}`),
  )
    .add('OPTIONS /api/v1/uploads')
    .add('GET /api/v1/openapi.json');
  for (const [route, example] of Object.entries(ROUTE_EXAMPLES)) {
    if (open.has(route)) continue;
    const [method = ''] = route.split(' ');
    for (const [way, code] of [
      ['nobody', 'signed-out'],
      ['revoked', 'device-revoked'],
    ] as const) {
      const { status, body } = await told(clientOf(server, way, ben), method, example(names, chainOf(way, ben)));
      assert.equal(status, 401, `${route}, as ${way}`);
      if (method !== 'HEAD') assert.match(body, new RegExp(`"code":"${code}"`), `${route}, as ${way}`);
    }
  }
});

test('IS-4: a stranger’s own password destroys nothing of another’s', async (t) => {
  const { server, names, everything } = await opened(t);
  const before = await everything();
  const ben = await server.account('ben@x.org');
  const purge = (assetId: string) => ({
    body: { actions: [{ id: uuid(), change: { name: 'asset.purge', args: { assetId }, expect: 1 } as const }], password: PASSWORD },
  });
  const result = async (assetId: string) => (await ben.ok('actions', purge(assetId))).results.map((each) => each.result);
  assert.deepEqual(await result(names.assetId), await result(uuid()));
  const revoke = (deviceId: string) => ben.code('revokeDevice', { params: { deviceId }, body: { password: PASSWORD } });
  assert.deepEqual([await revoke(names.deviceId), await revoke(uuid())], ['not-found', 'not-found']);
  assert.deepEqual(await everything(), before);
});

test('IS-5: the bytes of another library count whole, and are to be sent whole, as if they were nowhere', async (t) => {
  const { server, names } = await opened(t);
  await server.account('ben@x.org', names.size);
  const ben = await server.device('ben@x.org');
  const ask = async (hash: string) =>
    (await ben.client.ok('askUploads', { body: { asks: [{ hash, size: names.size, mime: 'image/jpeg' }] } })).answers[0];
  assert.equal((await ask(names.hash))?.answer, 'send');
  assert.deepEqual(
    await ask(hex(32)),
    { answer: 'over-quota', needed: names.size, free: 0, quota: names.size },
    'the room is taken by what is still to come',
  );
  const [refused] = await ben.send(createOf(uuid(), [{ hash: names.hash, size: names.size }]));
  assert.ok(refused?.status === 'rejected' && refused.code === 'blob-missing');
});
