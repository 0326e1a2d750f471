import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { drawNoise } from '@rollcall/media/drawing';
import { rollDigest } from '@rollcall/core';
import { BYTES, LIMITS, UNCHANGED, UPLOAD_CONTENT_TYPE, type RollEntry } from '@rollcall/protocol';
import { formatDigest } from '@rollcall/transfer';
import { createOf } from '../../../testing/photos.ts';
import { PASSWORD, uuid } from '../../../testing/served.ts';
import { addPhoto, hashOf, type World } from './world.ts';

const DEVICES = '/api/v1/devices';
const UPLOADS = BYTES.uploads;
const PROOFS = '/api/v1/device/proofs';
const PLANS = '/api/v1/plans';
const CODES = '/api/v1/device-codes';
const json = (body: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const wrong = 'not the password';
const askingDevice = json({ name: 'tablet', kind: 'folder', platform: 'test', version: '1' });
/** A code as a new device gets it. */
async function codeFrom(ask: World['ask']): Promise<{ userCode: string; deviceCode: string }> {
  return (await ask('POST', CODES, askingDevice)).json() as unknown as { userCode: string; deviceCode: string };
}
async function proofOf(device: World['device']): Promise<string> {
  return ((await device('POST', PROOFS, json({}))).json() as unknown as { proofId: string }).proofId;
}
/** Wrong passwords until no more are heard. */
const guess = async (once: () => Promise<{ readonly status: number }>): Promise<void> => {
  for (let tries = 0; tries < 12; tries += 1) if ((await once()).status === 429) return;
  assert.fail('guessing was never stopped');
};
const linkOf = (name: string, password = PASSWORD, kind = 'folder') =>
  json({ email: 'anna@x.org', password, name, kind, platform: 'test', version: '1' });
const rollOf = (entries: readonly RollEntry[]) => {
  const counts = { onDevice: entries.length, inSync: entries.length, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };
  return json({ full: true, counts, incoming: 0, pendingRemovals: 0, reasons: [], upToDate: true, entries, removed: [] });
};

/**
 * What has each route answer as it can, by the name of its operation. What every route refuses alike (nobody signed in, an old
 * protocol, another site's page, too much) is tried on all of them, and need not be here. A new route needs its line.
 */
export const EXERCISES: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  openapi: ({ ask }) => ask('GET', '/api/v1/openapi.json'),
  server: ({ ask }) => ask('GET', '/api/v1/server'),
  async createAccount({ ask, fresh }) {
    const make = (email: string, more = {}) => ask('POST', '/api/v1/accounts', json({ email, password: PASSWORD, ...more }));
    await make('ben@x.org');
    await make('ben@x.org');
    await make('cleo@x.org', { password: 'short' });
    const first = await fresh();
    await first('POST', '/api/v1/accounts', json({ email: 'a@x.org', password: PASSWORD, setupToken: 'made up' }));
    await guess(() => first('POST', '/api/v1/accounts', json({ email: 'a@x.org', password: PASSWORD, setupToken: 'made up' })));
  },
  async signIn({ ask }) {
    await ask('POST', '/api/v1/session', json({ email: 'anna@x.org', password: PASSWORD }));
    await guess(() => ask('POST', '/api/v1/session', json({ email: 'guessed@x.org', password: wrong })));
  },
  session: ({ browser }) => browser('GET', '/api/v1/session'),
  async signOut({ device, signIn }) {
    await device('DELETE', '/api/v1/session');
    await (
      await signIn()
    )('DELETE', '/api/v1/session');
  },
  async link({ ask }) {
    await ask('POST', DEVICES, linkOf('tablet'));
    await ask('POST', DEVICES, linkOf('tablet', PASSWORD, 'browser'));
    await guess(() =>
      ask('POST', DEVICES, json({ email: 'linked@x.org', password: wrong, name: 'x', kind: 'folder', platform: '', version: '' })),
    );
  },
  async askDeviceCode({ ask, fresh }) {
    await ask('POST', CODES, askingDevice);
    const crowded = await fresh();
    for (let tries = 0; tries < 500; tries += 1) if ((await crowded('POST', CODES, askingDevice)).status === 429) return;
    assert.fail('asking for codes was never stopped');
  },
  async deviceCodeToken({ ask }) {
    await ask('POST', `${CODES}/token`, json({ deviceCode: 'made up' }));
  },
  async deviceCode({ ask, browser, device }) {
    const { userCode, deviceCode } = await codeFrom(ask);
    await browser('GET', `${CODES}/${userCode}`);
    await device('GET', `${CODES}/${userCode}`);
    await browser('GET', `${CODES}/BCDFGHJK`);
    await ask('POST', `${CODES}/token`, json({ deviceCode }));
  },
  async approveDeviceCode({ ask, browser, device }) {
    const { userCode, deviceCode } = await codeFrom(ask);
    await device('POST', `${CODES}/${userCode}/approve`, json({}));
    await browser('POST', `${CODES}/${userCode}/approve`, json({}));
    const told = await ask('POST', `${CODES}/token`, json({ deviceCode }));
    assert.equal(told.json()['standing'], 'approved');
    await browser('POST', `${CODES}/${userCode}/approve`, json({}));
  },
  async denyDeviceCode({ ask, browser, device }) {
    const { userCode } = await codeFrom(ask);
    await device('POST', `${CODES}/${userCode}/deny`, json({}));
    await browser('POST', `${CODES}/${userCode}/deny`, json({}));
    await browser('POST', `${CODES}/${userCode}/deny`, json({}));
    for (const how of ['/deny', '/approve', ''] as const)
      await guess(() => (how === '' ? browser('GET', `${CODES}/BCDFGHJK`) : browser('POST', `${CODES}/BCDFGHJK${how}`, json({}))));
  },
  async giveOrder({ browser, device, deviceId }) {
    const path = `${DEVICES}/${deviceId}/orders`;
    const order = (kind: string) => ({ order: { kind, which: { all: 1 } } });
    await browser('POST', path, json(order('held-keep')));
    await browser('POST', path, json(order('held-trash')));
    await browser('POST', path, json({ ...order('held-trash'), password: wrong }));
    await browser('POST', path, json({ ...order('held-trash'), password: PASSWORD }));
    await device('POST', path, json(order('held-keep')));
    await browser('POST', `${DEVICES}/${uuid()}/orders`, json(order('held-keep')));
    for (let tries = 0; tries <= LIMITS.orders; tries += 1) await browser('POST', path, json(order('held-keep')));
  },
  async forkDevice({ browser, device }) {
    await device('POST', '/api/v1/device/fork', json({ attempt: uuid() }));
    await device('POST', '/api/v1/device/fork', json({ attempt: 'no id' }));
    await browser('POST', '/api/v1/device/fork', json({ attempt: uuid() }));
  },
  async ordersOf({ browser, deviceId }) {
    await browser('GET', `${DEVICES}/${deviceId}/orders`);
    await browser('GET', `${DEVICES}/${uuid()}/orders`);
  },
  deviceOrders: ({ device }) => device('GET', '/api/v1/device/orders'),
  orderDone: ({ device }) => device('DELETE', `/api/v1/device/orders/${uuid()}?answer=unknown`),
  closing: ({ browser }) => browser('GET', '/api/v1/closing'),
  async checkPassword({ browser }) {
    const path = '/api/v1/session/password';
    await browser('POST', path, json({ password: PASSWORD }));
    const { headers, body } = json({ password: wrong });
    // From elsewhere, so that those who come after are still heard.
    await guess(() => browser('POST', path, { headers: { ...headers, 'x-forwarded-for': '203.0.113.8' }, body }));
  },
  async createAppPassword({ browser, device }) {
    const path = '/api/v1/app-passwords';
    const named = (name: string, password?: string) => json({ name, ...(password === undefined ? {} : { password }) });
    await browser('POST', path, named('', PASSWORD));
    await browser('POST', path, named('phone', PASSWORD));
    await device('POST', path, named('app'));
    // From elsewhere, so that those who come after are still heard.
    const { headers, body } = named('app', wrong);
    await guess(() => browser('POST', path, { headers: { ...headers, 'x-forwarded-for': '203.0.113.6' }, body }));
  },
  async closeAccount({ browser, device, guest }) {
    await device('POST', '/api/v1/closing', json({ email: 'another@x.org', password: PASSWORD }));
    await (
      await guest()
    )('POST', '/api/v1/closing', json({ password: PASSWORD }));
    await browser('POST', '/api/v1/closing', json({ password: PASSWORD }));
    const { headers, body } = json({ password: wrong });
    // From elsewhere, so that those who come after are still heard.
    await guess(() => browser('POST', '/api/v1/closing', { headers: { ...headers, 'x-forwarded-for': '203.0.113.7' }, body }));
  },
  keepAccount: ({ device }) => device('DELETE', '/api/v1/closing'),
  defaultSettings: ({ browser }) => browser('GET', '/api/v1/settings'),
  async setDefaultSettings({ browser, device }) {
    await browser('PATCH', '/api/v1/settings', json({ values: { 'mobile-data': 'off' } }));
    await browser('PATCH', '/api/v1/settings', json({ values: { 'mobile-data': 'default' } }));
    await device('PATCH', '/api/v1/settings', json({ values: { 'mobile-data': 'on' } }));
    await browser('PATCH', '/api/v1/settings', json({ values: { moon: 'full' } }));
  },
  space: ({ browser }) => browser('GET', '/api/v1/library/space'),
  keptGroups: ({ device }) => device('GET', '/api/v1/library/kept-groups'),
  async keepGroups({ browser }) {
    const groups = [[uuid(), uuid()]];
    await browser('PATCH', '/api/v1/library/kept-groups', json({ groups, kept: true }));
    await browser('PATCH', '/api/v1/library/kept-groups', json({ groups, kept: false }));
    await browser('PATCH', '/api/v1/library/kept-groups', json({ groups: [[uuid()]], kept: true }));
  },
  async spaceSection({ browser, device }) {
    for (const section of ['exact', 'alike', 'videos', 'screenshots', 'blurred'])
      await device('GET', `/api/v1/library/space/${section}?limit=1`);
    await browser('GET', '/api/v1/library/space/blurred?after=12.nowhere');
    await browser('GET', '/api/v1/library/space/moons');
  },
  storage: ({ browser }) => browser('GET', '/api/v1/storage'),
  plans: ({ device }) => device('GET', '/api/v1/plans'),
  async setPlan({ browser, device }) {
    await browser('PUT', `${PLANS}/1%20GB`, json({ bytes: 1e9 }));
    await device('PUT', `${PLANS}/1%20GB`, json({ bytes: null }));
  },
  async removePlan({ browser, device }) {
    await browser('PUT', `${PLANS}/2%20GB`, json({ bytes: 2e9 }));
    await device('DELETE', `${PLANS}/2%20GB`);
    for (const name of ['2%20GB', 'none', '5%20GB']) await browser('DELETE', `${PLANS}/${name}`);
  },
  async askForPlan({ browser, device }) {
    await device('POST', '/api/v1/plan-request', json({ plan: '50 GB' }));
    for (const plan of ['none', '5 GB']) await browser('POST', '/api/v1/plan-request', json({ plan }));
    await guess(() => browser('POST', '/api/v1/plan-request', json({ plan: '50 GB', note: 'please' })));
    await browser('GET', PLANS);
    await browser('GET', '/api/v1/server/storage');
  },
  async withdrawPlanRequest({ browser, device }) {
    await device('DELETE', '/api/v1/plan-request');
    await browser('DELETE', '/api/v1/plan-request');
    await browser('DELETE', '/api/v1/plan-request');
  },
  async answerPlanRequest({ browser, device, asking }) {
    const open = await asking();
    await device('POST', `/api/v1/plan-requests/${open}/answer`, json({ grant: true }));
    await browser('POST', `/api/v1/plan-requests/${open}/answer`, json({ grant: false, answer: 'no' }));
    await browser('POST', `/api/v1/plan-requests/${open}/answer`, json({ grant: true }));
  },
  async setAccountPlan({ browser, device }) {
    const { account } = (await browser('GET', '/api/v1/session')).json() as { account: { id: string } };
    const give = (ask: typeof browser, id: string, plan: string) => ask('PATCH', `/api/v1/accounts/${id}/plan`, json({ plan }));
    await give(browser, account.id, '50 GB');
    await give(browser, account.id, 'none');
    await give(browser, 'nobody', '50 GB');
    await give(device, account.id, '5 GB');
  },
  async serverStorage({ browser, device }) {
    await browser('GET', '/api/v1/server/storage');
    await device('GET', '/api/v1/server/storage');
  },
  deviceJournal: ({ device }) => device('GET', '/api/v1/device/journal?limit=2'),
  wanted: ({ device }) => device('GET', '/api/v1/library/wanted'),
  devices: ({ browser }) => browser('GET', DEVICES),
  async renameDevice({ browser, deviceId }) {
    await browser('PATCH', `${DEVICES}/${deviceId}`, json({ name: 'The laptop' }));
    await browser('PATCH', `${DEVICES}/${uuid()}`, json({ name: 'Nobody’s' }));
  },
  async revokeDevice({ browser, device, deviceId, another }) {
    const other = await another();
    await device('DELETE', `${DEVICES}/${other}`, json({}));
    await browser('DELETE', `${DEVICES}/${uuid()}`, json({ password: PASSWORD }));
    await browser('DELETE', `${DEVICES}/${other}`, json({ password: PASSWORD }));
    await guess(() => browser('DELETE', `${DEVICES}/${deviceId}`, json({ password: wrong })));
  },
  async roll({ device, photo }) {
    const entry: RollEntry = { ...photo, key: 'k1', path: '2024/a.jpg', form: 'original', inSync: true, reasons: [] };
    const reason = { code: 'queued', since: 1, evidence: { position: 3 } } as const;
    const { assetId, hash, size } = photo;
    await device(
      'POST',
      '/api/v1/device/roll',
      rollOf(
        [
          { ...entry, assetId, hash, size },
          { ...entry, key: 'k2', inSync: false, reasons: [reason] },
        ].map(plain),
      ),
    );
  },
  itemsNamed: ({ browser }) => browser('GET', `${DEVICES}/items?name=a.jpg`),
  async deviceItems({ browser, deviceId }) {
    await browser('GET', `${DEVICES}/${deviceId}/items?limit=1`);
    await browser('GET', `${DEVICES}/${uuid()}/items`);
  },
  async deviceIncoming({ browser, deviceId }) {
    await browser('GET', `${DEVICES}/${deviceId}/incoming?limit=1`);
    await browser('GET', `${DEVICES}/${uuid()}/incoming`);
  },
  library: ({ browser }) => browser('GET', '/api/v1/library'),
  async changes({ device, browser }) {
    await device('GET', '/api/v1/library/changes');
    await browser('GET', '/api/v1/library/changes?cursor=gone.gone.1');
  },
  newest: ({ browser }) => browser('GET', '/api/v1/library/newest'),
  async mutations({ device, chain, photo }) {
    const trash = { name: 'asset.trash', args: { assetId: photo.assetId } } as const;
    const before = chain.next({ name: 'asset.set', args: { assetId: photo.assetId, fields: { title: 'One' } } });
    const push = (...mutations: unknown[]) => device('POST', '/api/v1/library/mutations', json({ mutations }));
    await push(before, chain.next(createOf(uuid(), [{ hash: photo.hash, size: photo.size }])), chain.next(createOf(uuid(), [{ n: 77 }])));
    await push({ ...before, n: before.n + 10, ...trash });
    await push({ ...before, ...trash });
    await push({ ...before, epoch: 'another', ...trash });
  },
  async actions({ browser, photo }) {
    const { assetId } = photo;
    const act = (change: object, more = {}) =>
      browser('POST', '/api/v1/library/actions', json({ actions: [{ id: uuid(), change }], ...more }));
    await act({ name: 'asset.set', args: { assetId, fields: { rating: 5 } } });
    const purge = { name: 'asset.purge', args: { assetId }, expect: 1 };
    await act(purge);
    await guess(() => act(purge, { password: wrong }));
  },
  async assetPlaces({ browser, photo }) {
    await browser('GET', `/api/v1/assets/${photo.assetId}/places`);
    await browser('GET', `/api/v1/assets/${uuid()}/places`);
  },
  async viewState({ browser, picture, photo }) {
    const { path } = await picture();
    const state = path.replace('/renditions/thumbnail', '/views/loop/state');
    let answer = (await browser('GET', state)).json();
    for (let tries = 0; tries < 600 && answer['state'] === 'being-made'; tries += 1) {
      await new Promise((resolve) => void setTimeout(resolve, 100));
      answer = (await browser('GET', state)).json();
    }
    assert.equal(answer['state'], 'never');
    await browser('GET', `${BYTES.view(photo.assetId, 'full')}/state?v=${'0'.repeat(32)}`);
  },
  async placeName({ browser, device }) {
    await browser('GET', '/api/v1/place-names?lat=48.2&lon=16.4');
    await device('GET', '/api/v1/place-names?lat=0&lon=-30');
    await device('GET', '/api/v1/place-names?lat=91&lon=0');
  },
  async placeNames({ browser, device }) {
    const ask = (places: unknown) => json({ places });
    await browser('POST', '/api/v1/place-names', ask([{ lat: 48.2, lon: 16.4 }]));
    await device('POST', '/api/v1/place-names', ask([{ lat: 0, lon: -30 }]));
    await device('POST', '/api/v1/place-names', ask([{ lat: 91, lon: 0 }]));
  },
  async townsNamed({ browser, device }) {
    await browser('GET', '/api/v1/towns?name=vienna&lat=48.2&lon=16.4');
    await device('GET', '/api/v1/towns?name=vienna');
    await device('GET', '/api/v1/towns?name=');
  },
  async townsWithin({ browser, device }) {
    await browser('GET', '/api/v1/towns/within?west=16&south=48&east=17&north=49');
    await device('GET', '/api/v1/towns/within?west=-31&south=0&east=-30&north=1');
    await device('GET', '/api/v1/towns/within?west=16&south=48&east=17&north=91');
  },
  async assetHistory({ browser, photo }) {
    await browser('GET', `/api/v1/assets/${photo.assetId}/history`);
    await browser('GET', `/api/v1/assets/${uuid()}/history`);
  },
  rollCall({ browser, photo: { assetId, hash } }) {
    const lines = [hash, hashOf('of nothing')].map((each) => ({ assetId, role: 'original', hash: each }));
    return browser('POST', '/api/v1/library/roll-call', json({ lines }));
  },
  async beginProof({ device }) {
    await device('POST', PROOFS, json({}));
  },
  async proveLines({ device, photo: { assetId, hash } }) {
    const lines = [hash, hashOf('of nothing')].map((each) => ({ assetId, role: 'original', hash: each }));
    await device('POST', `${PROOFS}/${await proofOf(device)}/lines`, json({ lines }));
    await device('POST', `${PROOFS}/${uuid()}/lines`, json({ lines }));
  },
  async sealProof({ device, photo: { assetId, hash } }) {
    const line = { assetId, role: 'original', hash };
    const told = { files: 1, standIns: 0, leftOut: { count: 1, first: ['Thumbs.db'] } };
    const seal = (proofId: string, digest: string) => device('POST', `${PROOFS}/${proofId}/seal`, json({ digest, told }));
    const proofId = await proofOf(device);
    await seal(proofId, rollDigest([line]));
    await device('POST', `${PROOFS}/${proofId}/lines`, json({ lines: [line] }));
    await seal(proofId, hashOf('other bytes'));
    assert.equal((await seal(proofId, rollDigest([line]))).status, 200);
    await seal(proofId, rollDigest([line]));
  },
  receipts: ({ browser }) => browser('GET', '/api/v1/receipts'),
  receiptKeys: ({ ask }) => ask('GET', '/api/v1/receipt-keys'),
  async askUploads({ device, photo }) {
    const asks = [
      { hash: photo.hash, size: photo.size },
      { hash: hashOf('new'), size: 3 },
      { hash: null, size: 4e9 },
      { hash: null, size: 4e9 },
    ].map((each) => ({ ...each, mime: 'image/jpeg' }));
    await device('POST', '/api/v1/uploads/ask', json({ asks }));
  },
  pokes: ({ pokes }) => pokes(),

  uploadLimits: ({ ask }) => ask('OPTIONS', UPLOADS),
  async createUpload({ device, photo }) {
    const create = (headers: Record<string, string>, body = '') =>
      device('POST', UPLOADS, { headers: { 'content-type': 'image/jpeg', ...headers }, body });
    await create({ 'upload-complete': '?0', 'upload-length': '5' }, 'ab');
    await create({ 'upload-complete': '?1' }, 'whole');
    await create({ 'upload-complete': '?1', 'repr-digest': formatDigest(photo.hash) }, 'a photo');
    await create({ 'upload-complete': '?1', 'repr-digest': formatDigest(hashOf('another')) }, 'other');
    await create({ 'upload-complete': '?0' }, 'how long?');
    await create({ 'upload-complete': '?1', 'upload-length': '50' }, 'inconsistent');
    await create({ 'upload-complete': '?0', 'upload-length': String(LIMITS.fileSize + 1) });
    await create({ 'upload-complete': '?0', 'upload-length': '9000000000' });
  },
  async uploadOffset({ device, ticket }) {
    const path = await ticket('offset');
    await device('HEAD', path);
    await device('PUT', `${path}/whole`, { body: 'offset' });
    assert.equal((await device('HEAD', path)).headers.get('upload-complete'), '?1');
    await device('HEAD', `${UPLOADS}/none`);
  },
  async getUploadOffset({ device, ticket }) {
    await device('GET', await ticket('got'));
    await device('GET', `${UPLOADS}/none`);
  },
  async appendToUpload({ device, ticket }) {
    const path = await ticket('appended');
    const append = (offset: number, complete: string, body: string, type: string = UPLOAD_CONTENT_TYPE, to = path) =>
      device('PATCH', to, { headers: { 'content-type': type, 'upload-offset': String(offset), 'upload-complete': complete }, body });
    await append(0, '?0', 'app');
    await append(0, '?0', 'app');
    await append(3, 'maybe', 'ended');
    await append(3, '?1', 'too long by far');
    await append(3, '?1', 'ended', 'image/jpeg');
    await append(3, '?1', 'ENDED');
    await append(0, '?1', 'appended');
    await append(8, '?1', '');
    await append(8, '?0', '');
    await append(8, '?1', 'more');
    await append(0, '?1', '', UPLOAD_CONTENT_TYPE, `${UPLOADS}/none`);
  },
  async cancelUpload({ device, ticket }) {
    await device('DELETE', await ticket('cancelled'));
    await device('DELETE', `${UPLOADS}/none`);
  },
  async putWholeUpload({ device, ticket }) {
    const path = `${await ticket('whole upload')}/whole`;
    await device('PUT', path, { body: 'whole' });
    await device('PUT', path, { body: 'whole upload' });
    await device('PUT', path, { body: 'whole upload' });
    await device('PUT', `${UPLOADS}/none/whole`, { body: 'x' });
  },
  async askBundle({ browser, photo }) {
    const ask = (assetId: string) => browser('POST', '/api/v1/bundles', json({ assetIds: [assetId], parts: ['originals', 'information'] }));
    await ask(photo.assetId);
    await ask(uuid());
  },
  async saveEdit({ browser, chain, photo }) {
    const { assetId, resource } = await addPhoto(chain, await drawNoise(4, 3));
    const asked = (base: string) => json({ id: uuid(), base, settings: { ...UNCHANGED, exposure: 5 }, expect: null });
    await browser('POST', `/api/v1/assets/${assetId}/edits`, asked(resource));
    await browser('POST', `/api/v1/assets/${assetId}/edits`, asked('0'.repeat(32)));
    await browser('POST', `/api/v1/assets/${photo.assetId}/edits`, asked(photo.resource));
  },
  async bundle({ browser, photo }) {
    const asked = await browser('POST', '/api/v1/bundles', json({ assetIds: [photo.assetId], parts: ['originals'] }));
    await browser('GET', String(asked.json()['path']));
    await browser('GET', BYTES.bundle('0'.repeat(32)));
  },
  resource: (world) => readResource(world, 'GET'),
  resourceHead: (world) => readResource(world, 'HEAD'),
  view: seeView,
  async rendition({ browser, photo, picture, damaged }) {
    const { path, etag } = await picture();
    await browser('GET', path);
    await browser('GET', path, { headers: { 'if-none-match': etag } });
    await browser('GET', BYTES.rendition(damaged.assetId, 'thumbnail'));
    await browser('GET', BYTES.rendition(uuid(), 'preview'));
    assert.ok(photo);
  },
};

/** Asks until it is made. */
async function seeView({ browser, picture, photo, chain }: World): Promise<void> {
  const { path } = await picture();
  const view = path.replace('/renditions/thumbnail', '/views/full');
  let answer = await browser('GET', view);
  for (let tries = 0; tries < 600 && answer.status === 404; tries += 1) {
    await new Promise((resolve) => void setTimeout(resolve, 100));
    answer = await browser('GET', view);
  }
  assert.equal(answer.status, 200);
  assert.equal((await browser('GET', view, { headers: { range: 'bytes=0-1' } })).status, 206);
  assert.equal((await browser('GET', view, { headers: { range: 'bytes=99999999-' } })).status, 416);
  assert.equal((await browser('GET', view, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })).status, 304);
  const large = await addPhoto(chain, await drawNoise(160, 120));
  const compressed = `${BYTES.view(large.assetId, 'compressed')}?v=${large.resource}`;
  do answer = await browser('GET', compressed, { headers: { prefer: 'wait=20' } });
  while (answer.status === 404);
  assert.ok(answer.headers.get('repr-digest'));
  await browser('GET', `${BYTES.view(photo.assetId, 'loop')}?v=${'0'.repeat(32)}`);
}

async function readResource({ browser, photo, damaged, blobs }: World, method: 'GET' | 'HEAD'): Promise<void> {
  const path = BYTES.resource(photo.assetId, photo.resource);
  const get = (headers: Record<string, string> = {}) => browser(method, path, { headers });
  assert.equal((await get()).headers.get('content-length'), String(photo.size));
  assert.equal((await get({ range: 'bytes=1-2' })).status, 206);
  assert.equal((await get({ range: 'bytes=99-' })).status, 416);
  assert.equal((await get({ 'if-none-match': '*' })).status, 304);
  assert.equal((await browser(method, BYTES.resource(photo.assetId, '0'.repeat(32)))).status, 404);
  writeFileSync(blobs.path(damaged.hash)!, 'rot');
  assert.equal((await browser(method, BYTES.resource(damaged.assetId, damaged.resource))).status, 410);
}

function plain({ key, path, size, assetId, hash, form, inSync, reasons }: RollEntry): RollEntry {
  return { key, path, size, assetId, hash, form, inSync, reasons };
}
