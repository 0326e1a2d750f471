import { BYTES, UNCHANGED, UPLOAD_CONTENT_TYPE, UPLOAD_HEADERS, type Change, type ChangeName, type Mutation } from '@rollcall/protocol';
import { createOf, FIELDS } from './photos.ts';

/** What names things in a library: all that a stranger could have got hold of. */
export interface Names {
  readonly email: string;
  readonly assetId: string;
  readonly resourceId: string;
  readonly hash: string;
  readonly size: number;
  /** The bytes behind `hash`. */
  readonly bytes: Uint8Array;
  readonly uploadId: string;
  readonly deviceId: string;
  /** A code that was approved. */
  readonly userCode: string;
  readonly cursor: string;
  readonly accountId: string;
  /** Of photos that were asked for as one file. */
  readonly bundleId: string;
  /** Of a request for a plan. */
  readonly requestId: string;
  /** Of a proof that a device brings. */
  readonly proofId: string;
}

export interface Example {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or bytes as they are. */
  readonly body?: object | Uint8Array;
  /** The answer does not end: only its beginning is read. */
  readonly endless?: true;
}
/** @param chain makes the next mutations of whoever asks */
export type ExampleOf = (names: Names, chain: (changes: readonly Change[]) => Mutation[]) => Example;

const PASSWORD = 'not the password';
const SELF = { name: 'x', kind: 'folder', platform: 'p', version: '1' } as const;
const COUNTS = { onDevice: 1, inSync: 1, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };
const ROLL = { full: true, counts: COUNTS, incoming: 0, pendingRemovals: 0, reasons: [], upToDate: true, removed: [] };
/** Another person is not on this very machine. */
const ELSEWHERE = { 'x-forwarded-for': '203.0.113.9' };
const partial = { 'content-type': UPLOAD_CONTENT_TYPE, [UPLOAD_HEADERS.complete]: '?0', [UPLOAD_HEADERS.offset]: '0' };

/** Every change there is, of things that are named so. */
export const EXAMPLE_CHANGES: Readonly<Record<ChangeName, (names: Names) => Change>> = {
  'asset.create': ({ assetId, hash, size }) => createOf(assetId, [{ hash, size }]),
  'asset.set': ({ assetId }) => ({ name: 'asset.set', args: { assetId, fields: { title: 'mine' } } }),
  'asset.trash': ({ assetId }) => ({ name: 'asset.trash', args: { assetId } }),
  'asset.restore': ({ assetId }) => ({ name: 'asset.restore', args: { assetId } }),
  'asset.purge': ({ assetId }) => ({ name: 'asset.purge', args: { assetId }, expect: 1 }),
  'asset.edit': (names) => ({
    name: 'asset.edit',
    args: { assetId: names.assetId, rendering: resource(names, 'edited') },
    expect: names.resourceId,
  }),
  'asset.revert': ({ assetId, resourceId }) => ({ name: 'asset.revert', args: { assetId }, expect: resourceId }),
  'resource.attach': (names) => ({ name: 'resource.attach', args: { assetId: names.assetId, resource: resource(names, 'raw') } }),
  'resource.complete': (names) => ({
    name: 'resource.complete',
    args: { assetId: names.assetId, resource: resource(names, 'original') },
    expect: names.hash,
  }),
  'asset.join': ({ assetId, deviceId }) => ({ name: 'asset.join', args: { assetId, joined: deviceId, role: 'live-video' } }),
  'asset.split': ({ assetId, resourceId, hash, deviceId }) => ({
    name: 'asset.split',
    args: { assetId, resource: resourceId, hash, newId: deviceId, fields: FIELDS },
  }),
  'album.create': ({ assetId, deviceId }) => ({
    name: 'album.create',
    args: { albumId: deviceId, fields: { title: 'mine', order: 'by-hand', cover: assetId } },
  }),
  'album.set': ({ assetId, deviceId }) => ({ name: 'album.set', args: { albumId: deviceId, fields: { cover: assetId } } }),
  'album.delete': ({ deviceId }) => ({ name: 'album.delete', args: { albumId: deviceId } }),
  'album.add': ({ assetId, deviceId }) => ({ name: 'album.add', args: { albumId: deviceId, assetId, position: 'a0' } }),
  'album.move': ({ assetId, deviceId }) => ({ name: 'album.move', args: { albumId: deviceId, assetId, position: 'a1' } }),
  'album.remove': ({ assetId, deviceId }) => ({ name: 'album.remove', args: { albumId: deviceId, assetId } }),
};

function resource({ hash, size }: Names, role: string) {
  return { role, hash, size, mime: 'image/jpeg', fileName: null, modifiedAt: null };
}

const changes = (names: Names): Change[] => Object.values(EXAMPLE_CHANGES).map((change) => change(names));

/** One request for every route of the API's document, by things that somebody else named. A route without one fails the tests. */
export const ROUTE_EXAMPLES: Readonly<Record<string, ExampleOf>> = {
  'GET /api/v1/server': () => ({ path: '/api/v1/server' }),
  'POST /api/v1/accounts': ({ email }) => ({ path: '/api/v1/accounts', headers: ELSEWHERE, body: { email, password: PASSWORD } }),
  'POST /api/v1/session': ({ email }) => ({ path: '/api/v1/session', body: { email, password: PASSWORD } }),
  'GET /api/v1/session': () => ({ path: '/api/v1/session' }),
  'POST /api/v1/device-codes': () => ({ path: '/api/v1/device-codes', body: SELF }),
  'POST /api/v1/device-codes/token': ({ userCode }) => ({ path: '/api/v1/device-codes/token', body: { deviceCode: userCode } }),
  'GET /api/v1/device-codes/{userCode}': ({ userCode }) => ({ path: `/api/v1/device-codes/${userCode}` }),
  'POST /api/v1/device-codes/{userCode}/approve': ({ userCode }) => ({ path: `/api/v1/device-codes/${userCode}/approve`, body: {} }),
  'POST /api/v1/device-codes/{userCode}/deny': ({ userCode }) => ({ path: `/api/v1/device-codes/${userCode}/deny`, body: {} }),
  'POST /api/v1/devices': ({ email }) => ({ path: '/api/v1/devices', body: { ...SELF, email, password: PASSWORD } }),
  'GET /api/v1/devices': () => ({ path: '/api/v1/devices' }),
  'GET /api/v1/storage': () => ({ path: '/api/v1/storage' }),
  'GET /api/v1/plans': () => ({ path: '/api/v1/plans' }),
  'PUT /api/v1/plans/{name}': () => ({ path: '/api/v1/plans/50%20GB', body: { bytes: null } }),
  'DELETE /api/v1/plans/{name}': () => ({ path: '/api/v1/plans/12%20TB' }),
  'POST /api/v1/plan-request': () => ({ path: '/api/v1/plan-request', body: { plan: '50 GB' } }),
  'DELETE /api/v1/plan-request': () => ({ path: '/api/v1/plan-request' }),
  'POST /api/v1/plan-requests/{requestId}/answer': ({ requestId }) => ({
    path: `/api/v1/plan-requests/${requestId}/answer`,
    body: { grant: true },
  }),
  'PATCH /api/v1/accounts/{accountId}/plan': ({ accountId }) => ({
    path: `/api/v1/accounts/${accountId}/plan`,
    body: { plan: 'Unlimited' },
  }),
  'GET /api/v1/server/storage': () => ({ path: '/api/v1/server/storage' }),
  'GET /api/v1/closing': () => ({ path: '/api/v1/closing' }),
  'POST /api/v1/app-passwords': () => ({ path: '/api/v1/app-passwords', body: { name: 'mine', password: PASSWORD } }),
  'POST /api/v1/closing': ({ email }) => ({ path: '/api/v1/closing', body: { email, password: PASSWORD } }),
  'DELETE /api/v1/closing': () => ({ path: '/api/v1/closing' }),
  'GET /api/v1/settings': () => ({ path: '/api/v1/settings' }),
  'PATCH /api/v1/settings': () => ({ path: '/api/v1/settings', body: { values: { sync: 'off' } } }),
  'PATCH /api/v1/devices/{deviceId}': ({ deviceId }) => ({ path: `/api/v1/devices/${deviceId}`, body: { name: 'mine' } }),
  'DELETE /api/v1/devices/{deviceId}': ({ deviceId }) => ({ path: `/api/v1/devices/${deviceId}`, body: { password: PASSWORD } }),
  'GET /api/v1/devices/items': () => ({ path: '/api/v1/devices/items?name=jpg' }),
  'GET /api/v1/devices/{deviceId}/items': ({ deviceId }) => ({ path: `/api/v1/devices/${deviceId}/items` }),
  'GET /api/v1/devices/{deviceId}/incoming': ({ deviceId }) => ({ path: `/api/v1/devices/${deviceId}/incoming` }),
  'POST /api/v1/device/roll': ({ assetId, hash, size }) => ({
    path: '/api/v1/device/roll',
    body: {
      ...ROLL,
      entries: [{ key: 'k', path: 'a.jpg', size, assetId, hash, form: 'original', inSync: true, reasons: [] }],
    },
  }),
  'GET /api/v1/device/journal': () => ({ path: '/api/v1/device/journal' }),
  'POST /api/v1/devices/{deviceId}/orders': ({ deviceId }) => ({
    path: `/api/v1/devices/${deviceId}/orders`,
    body: { order: { kind: 'held-keep', which: { all: 1 } } },
  }),
  'GET /api/v1/devices/{deviceId}/orders': ({ deviceId }) => ({ path: `/api/v1/devices/${deviceId}/orders` }),
  'POST /api/v1/device/fork': ({ deviceId }) => ({ path: '/api/v1/device/fork', body: { attempt: deviceId } }),
  'GET /api/v1/device/orders': () => ({ path: '/api/v1/device/orders' }),
  'DELETE /api/v1/device/orders/{orderId}': ({ deviceId }) => ({ path: `/api/v1/device/orders/${deviceId}` }),
  'GET /api/v1/library/wanted': () => ({ path: '/api/v1/library/wanted' }),
  'GET /api/v1/library': () => ({ path: '/api/v1/library' }),
  'GET /api/v1/library/changes': ({ cursor }) => ({ path: `/api/v1/library/changes?cursor=${cursor}` }),
  'GET /api/v1/library/newest': () => ({ path: '/api/v1/library/newest' }),
  'POST /api/v1/library/mutations': (names, chain) => ({ path: '/api/v1/library/mutations', body: { mutations: chain(changes(names)) } }),
  'POST /api/v1/library/actions': (names) => ({
    path: '/api/v1/library/actions',
    // What destroys wants a password, which a stranger has for their own account only: see the test of that.
    body: {
      actions: changes(names)
        .filter(({ name }) => name !== 'asset.purge')
        .map((change, at) => ({ id: `${names.assetId.slice(0, -2)}${String(at).padStart(2, '0')}`, change })),
    },
  }),
  'GET /api/v1/library/space': () => ({ path: '/api/v1/library/space' }),
  'GET /api/v1/library/kept-groups': () => ({ path: '/api/v1/library/kept-groups' }),
  'PATCH /api/v1/library/kept-groups': ({ assetId, deviceId }) => ({
    path: '/api/v1/library/kept-groups',
    body: { groups: [[assetId, deviceId]], kept: true },
  }),
  'GET /api/v1/library/space/{section}': () => ({ path: '/api/v1/library/space/alike?limit=1' }),
  'GET /api/v1/assets/{assetId}/places': ({ assetId }) => ({ path: `/api/v1/assets/${assetId}/places` }),
  'GET /api/v1/assets/{assetId}/history': ({ assetId }) => ({ path: `/api/v1/assets/${assetId}/history` }),
  'GET /api/v1/assets/{assetId}/views/{kind}/state': ({ assetId, resourceId }) => ({
    path: `/api/v1/assets/${assetId}/views/full/state?v=${resourceId}`,
  }),
  'POST /api/v1/assets/{assetId}/edits': ({ assetId, resourceId, deviceId }) => ({
    path: `/api/v1/assets/${assetId}/edits`,
    body: { id: deviceId, base: resourceId, settings: { ...UNCHANGED, mirror: true }, expect: null },
  }),
  'GET /api/v1/place-names': () => ({ path: '/api/v1/place-names?lat=48.2&lon=16.4' }),
  'GET /api/v1/towns': () => ({ path: '/api/v1/towns?name=vienna' }),
  'GET /api/v1/towns/within': () => ({ path: '/api/v1/towns/within?west=16&south=48&east=17&north=49' }),
  'POST /api/v1/library/roll-call': ({ assetId, hash }) => ({
    path: '/api/v1/library/roll-call',
    body: { lines: [{ assetId, role: 'original', hash }] },
  }),
  'POST /api/v1/device/proofs': () => ({ path: '/api/v1/device/proofs', body: {} }),
  'POST /api/v1/device/proofs/{proofId}/lines': ({ assetId, hash, proofId }) => ({
    path: `/api/v1/device/proofs/${proofId}/lines`,
    body: { lines: [{ assetId, role: 'original', hash }] },
  }),
  'POST /api/v1/device/proofs/{proofId}/seal': ({ hash, proofId }) => ({
    path: `/api/v1/device/proofs/${proofId}/seal`,
    body: { digest: hash, told: { files: 1, standIns: 0, leftOut: { count: 0, first: [] } } },
  }),
  'GET /api/v1/receipts': () => ({ path: '/api/v1/receipts' }),
  'GET /api/v1/receipt-keys': () => ({ path: '/api/v1/receipt-keys' }),
  'POST /api/v1/uploads/ask': ({ hash, size }) => ({
    path: '/api/v1/uploads/ask',
    body: { asks: [{ hash, size, mime: 'image/jpeg' }] },
  }),
  'GET /api/v1/openapi.json': () => ({ path: '/api/v1/openapi.json' }),
  'GET /api/v1/uploads/{id}': ({ uploadId }) => ({ path: BYTES.upload(uploadId) }),
  'HEAD /api/v1/uploads/{id}': ({ uploadId }) => ({ path: BYTES.upload(uploadId) }),
  'PATCH /api/v1/uploads/{id}': ({ uploadId }) => ({ path: BYTES.upload(uploadId), headers: partial, body: new Uint8Array(3) }),
  'DELETE /api/v1/uploads/{id}': ({ uploadId }) => ({ path: BYTES.upload(uploadId) }),
  'PUT /api/v1/uploads/{id}/whole': ({ uploadId, bytes }) => ({ path: BYTES.uploadWhole(uploadId), body: bytes }),
  // A stranger who has the very bytes sends them, like anybody else.
  'POST /api/v1/uploads': ({ hash, bytes }) => ({
    path: BYTES.uploads,
    headers: {
      [UPLOAD_HEADERS.complete]: '?1',
      [UPLOAD_HEADERS.length]: String(bytes.length),
      [UPLOAD_HEADERS.digest]: `sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`,
    },
    body: bytes,
  }),
  'OPTIONS /api/v1/uploads': () => ({ path: BYTES.uploads }),
  'GET /api/v1/assets/{assetId}/resources/{resourceId}': ({ assetId, resourceId }) => ({ path: BYTES.resource(assetId, resourceId) }),
  'HEAD /api/v1/assets/{assetId}/resources/{resourceId}': ({ assetId, resourceId }) => ({ path: BYTES.resource(assetId, resourceId) }),
  'GET /api/v1/assets/{assetId}/renditions/{size}': ({ assetId, resourceId }) => ({
    path: `${BYTES.rendition(assetId, 'thumbnail')}?v=${resourceId}`,
  }),
  'GET /api/v1/assets/{assetId}/views/{kind}': ({ assetId, resourceId }) => ({ path: `${BYTES.view(assetId, 'full')}?v=${resourceId}` }),
  'POST /api/v1/bundles': ({ assetId }) => ({ path: '/api/v1/bundles', body: { assetIds: [assetId], parts: ['originals'] } }),
  'GET /api/v1/bundles/{bundleId}': ({ bundleId }) => ({ path: BYTES.bundle(bundleId) }),
  'POST /api/v1/place-names': () => ({ path: '/api/v1/place-names', body: { places: [{ lat: 48.2, lon: 16.4 }] } }),
  'POST /api/v1/session/password': () => ({ path: '/api/v1/session/password', body: { password: PASSWORD } }),
  'GET /api/v1/library/pokes': () => ({ path: BYTES.pokes, endless: true }),
  // Last: it ends the session that asks.
  'DELETE /api/v1/session': () => ({ path: '/api/v1/session' }),
};
