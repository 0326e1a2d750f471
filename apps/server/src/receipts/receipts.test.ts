import assert from 'node:assert/strict';
import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { test, type TestContext } from 'node:test';
import { rollDigest } from '@rollcall/core';
import { LIMITS, receiptText, type DeviceClaim, type RollCallLine, type SignedReceipt } from '@rollcall/protocol';
import { createOf } from '../testing/photos.ts';
import { PASSWORD, Served, uuid, type Client, type TestDevice } from '../testing/served.ts';
import { KEY_FILE } from './key-file.ts';
import { receiptNewKey } from '../receipt-command.ts';

const TOLD: DeviceClaim = { files: 3, standIns: 1, leftOut: { count: 1, first: ['Thumbs.db'] } };

interface Bench {
  readonly server: Served;
  readonly browser: Client;
  readonly device: TestDevice;
}

async function bench(t: TestContext, options: Parameters<typeof Served.start>[0] = {}): Promise<Bench> {
  const server = await Served.start(options);
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  return { server, browser, device: await server.device('anna@x.org') };
}

async function photo(device: TestDevice): Promise<RollCallLine> {
  const { hash, size } = await device.client.upload(randomBytes(300));
  const assetId = uuid();
  assert.deepEqual(await device.send(createOf(assetId, [{ hash, size }])), [{ status: 'applied' }]);
  return { assetId, role: 'original', hash };
}

const blobOf = ({ data }: Served, hash: string): string => join(data, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);

async function begin({ client }: TestDevice): Promise<string> {
  return (await client.ok('beginProof', { body: {} })).proofId;
}
async function bring({ client }: TestDevice, proofId: string, lines: readonly RollCallLine[]): Promise<string[]> {
  return (await client.ok('proveLines', { params: { proofId }, body: { lines: [...lines] } })).found.map(({ state }) => state);
}
const sealOf = (proofId: string, lines: readonly RollCallLine[]) => ({
  params: { proofId },
  body: { digest: rollDigest(lines), told: TOLD },
});
async function receiptOf(device: TestDevice, lines: readonly RollCallLine[]): Promise<SignedReceipt> {
  const proofId = await begin(device);
  await bring(device, proofId, lines);
  return device.client.ok('sealProof', sealOf(proofId, lines));
}

function isSigned({ receipt, key, signature }: SignedReceipt): boolean {
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
  return verify(null, Buffer.from(receiptText(receipt)), publicKey, Buffer.from(signature, 'base64url'));
}

test('ER-3: the server signs a receipt of what it has just read itself, each line once: how many, how much, when, and whose', async (t) => {
  const { server, browser, device } = await bench(t);
  const lines = [await photo(device), await photo(device)];
  const proofId = await begin(device);
  assert.deepEqual(await bring(device, proofId, lines), ['stored', 'stored']);
  assert.deepEqual(await bring(device, proofId, lines.slice(0, 1)), ['stored'], 'asked again it is read again');
  const signed = await device.client.ok('sealProof', sealOf(proofId, lines));
  assert.ok(isSigned(signed));
  const { receipt } = signed;
  assert.deepEqual([receipt.resources, receipt.bytes, receipt.digest], [2, 600, rollDigest(lines)]);
  assert.deepEqual([receipt.account, receipt.device.id, receipt.device.name], ['anna@x.org', device.deviceId, 'laptop']);
  assert.deepEqual(receipt.told, TOLD);
  assert.ok(receipt.begun <= receipt.at);
  const [key] = (await server.client().ok('receiptKeys', {})).keys;
  assert.equal(key?.key, signed.key);
  assert.deepEqual((await browser.ok('receipts', {})).receipts, [signed]);
  for (const [name, value] of Object.entries({ ...receipt, resources: 3, bytes: 601, begun: receipt.at, at: '2030-01-01T00:00:00.000Z' }))
    if (receipt[name] !== value) assert.equal(isSigned({ ...signed, receipt: { ...receipt, [name]: value } }), false, name);
  assert.equal(isSigned({ ...signed, receipt: { ...receipt, more: true } }), false);
});

test('ER-4: nothing is signed where one line is damaged, lost, in Recently Deleted, purged, or nobody’s, where nothing was brought, or other bytes were read', async (t) => {
  const { server, browser, device } = await bench(t);
  const lines: RollCallLine[] = [];
  // One after another: a device's changes have an order.
  for (let each = 0; each < 5; each += 1) lines.push(await photo(device));
  const [sound, damaged, lost, trashed, purged] = lines as [RollCallLine, RollCallLine, RollCallLine, RollCallLine, RollCallLine];
  const bytes = readFileSync(blobOf(server, damaged.hash));
  bytes[7] = (bytes[7] ?? 0) ^ 1;
  writeFileSync(blobOf(server, damaged.hash), bytes);
  rmSync(blobOf(server, lost.hash));
  const act = (change: { readonly name: 'asset.trash' | 'asset.purge'; readonly assetId: string; readonly expect: number | null }) =>
    browser.ok('actions', {
      body: {
        actions: [{ id: uuid(), change: { name: change.name, args: { assetId: change.assetId }, expect: change.expect } as never }],
        password: PASSWORD,
      },
    });
  await act({ name: 'asset.trash', assetId: trashed.assetId, expect: null });
  await act({ name: 'asset.trash', assetId: purged.assetId, expect: null });
  const version = (await device.snapshot()).find(({ entity }) => entity.type === 'asset' && entity.id === purged.assetId)?.seq ?? 0;
  await act({ name: 'asset.purge', assetId: purged.assetId, expect: version });
  const nobodys = { ...sound, hash: damaged.hash };
  for (const [line, state] of [
    [damaged, 'damaged'],
    [lost, 'missing'],
    [trashed, 'trashed'],
    [purged, 'not-in-library'],
    [nobodys, 'not-in-library'],
    [{ ...sound, assetId: uuid() }, 'not-in-library'],
  ] as const) {
    const proofId = await begin(device);
    assert.deepEqual(await bring(device, proofId, [sound, line]), ['stored', state]);
    assert.equal(await device.client.code('sealProof', sealOf(proofId, [sound, line])), 'not-ready', state);
    assert.equal(await device.client.code('sealProof', sealOf(proofId, [sound])), 'not-ready', 'what was brought is not taken back');
  }
  const empty = await begin(device);
  assert.equal(await device.client.code('sealProof', sealOf(empty, [])), 'not-ready');
  await bring(device, empty, [sound]);
  assert.equal(await device.client.code('sealProof', sealOf(empty, [{ ...sound, hash: lost.hash }])), 'digest-mismatch');
  assert.deepEqual((await browser.ok('receipts', {})).receipts, []);
});

test('ER-5: what is deleted, or found damaged, between the reading and the seal is not signed', async (t) => {
  const { server, browser, device } = await bench(t);
  const [kept, gone] = [await photo(device), await photo(device)];
  const deleted = await begin(device);
  assert.deepEqual(await bring(device, deleted, [kept, gone]), ['stored', 'stored']);
  await browser.ok('actions', {
    body: { actions: [{ id: uuid(), change: { name: 'asset.trash', args: { assetId: gone.assetId } } as never }] },
  });
  assert.equal(await device.client.code('sealProof', sealOf(deleted, [kept, gone])), 'not-ready');
  const rotten = await begin(device);
  assert.deepEqual(await bring(device, rotten, [kept]), ['stored']);
  writeFileSync(blobOf(server, kept.hash), 'rot');
  // Somebody else's look finds it.
  await browser.ok('rollCall', { body: { lines: [kept] } });
  assert.equal(await device.client.code('sealProof', sealOf(rotten, [kept])), 'not-ready');
  assert.deepEqual((await browser.ok('receipts', {})).receipts, []);
});

test('ER-6: a proof is of one device, one at a time, for an hour of silence at most, and ends with the server’s process', async (t) => {
  let now = Date.now();
  const { server, device } = await bench(t, { clock: { now: () => now } });
  const other = await server.device('anna@x.org', 'other');
  const line = await photo(device);
  const add = (proofId: string, by = device) => by.client.code('proveLines', { params: { proofId }, body: { lines: [line] } });
  const first = await begin(device);
  assert.deepEqual([await add(first), await add(first, other)], ['ok', 'not-found']);
  const second = await begin(device);
  assert.deepEqual([await add(first), await add(second)], ['not-found', 'ok']);
  now += 59 * 60_000;
  assert.equal(await add(second), 'ok');
  now += 61 * 60_000;
  assert.equal(await add(second), 'not-found');
  const third = await begin(device);
  assert.equal(await add(third), 'ok');
  await server.restart();
  assert.deepEqual([await add(third), await device.client.code('sealProof', sealOf(third, [line]))], ['not-found', 'not-found']);
});

test('ER-7: the key is made at the first need, for the server’s user alone, and stays; no other one comes in its place unless somebody says so', async (t) => {
  const { server, device } = await bench(t);
  const line = await photo(device);
  const file = join(server.data, KEY_FILE);
  const keys = async () => (await server.client().ok('receiptKeys', {})).keys.map(({ key, until }) => [key, until === null]);
  const [first] = await Promise.all([keys(), keys()]);
  assert.equal(first.length, 1);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  await server.restart();
  assert.deepEqual(await keys(), first);
  const before = await receiptOf(device, [line]);
  const words = async () => {
    const proofId = await begin(device);
    await bring(device, proofId, [line]);
    const answer = await device.client.call('sealProof', sealOf(proofId, [line]));
    return answer.ok ? 'signed' : answer.refusal.words;
  };
  renameSync(file, `${file}.away`);
  assert.match(await words(), /its file is gone.*rollcall receipt new-key/);
  writeFileSync(file, 'no key');
  assert.match(await words(), /cannot be read/);
  renameSync(`${file}.away`, file);
  assert.equal(await words(), 'signed', 'it was put back');
  const said: string[] = [];
  const out = new Writable({ write: (chunk, _, done) => (said.push(String(chunk)), done()) });
  const io = { stdout: out, stderr: out, signal: new AbortController().signal };
  assert.equal(await receiptNewKey({ data: server.data, json: true }, io), 0);
  const { key, before: old } = JSON.parse(said.join('')) as { key: string; before: string };
  assert.equal(old, before.key);
  assert.deepEqual(await keys(), [
    [key, true],
    [old, false],
  ]);
  assert.equal((await receiptOf(device, [line])).key, key);
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('ER-8: the last receipts stay with the account, also when their device is gone', async (t) => {
  const { browser, device, server } = await bench(t);
  const line = await photo(device);
  const made: string[] = [];
  for (let count = 0; count < LIMITS.receipts + 2; count += 1) made.unshift((await receiptOf(device, [line])).receipt.id);
  await browser.ok('revokeDevice', { params: { deviceId: device.deviceId }, body: { password: PASSWORD } });
  await server.restart();
  const kept = (await browser.ok('receipts', {})).receipts.map(({ receipt }) => receipt.id);
  assert.deepEqual(kept, made.slice(0, LIMITS.receipts).toSorted().toReversed());
});

test('ER-33: of a library that closes no receipt is signed: what it says would not be true for long', async (t) => {
  const { browser, device } = await bench(t);
  const lines = [await photo(device)];
  const proofId = await begin(device);
  assert.deepEqual(await bring(device, proofId, lines), ['stored']);
  await browser.ok('closeAccount', { body: { password: PASSWORD } });
  const refused = await device.client.call('sealProof', sealOf(proofId, lines));
  assert.ok(!refused.ok && refused.refusal.code === 'not-ready');
  assert.match(refused.refusal.words, /^This library closes on \d{4}-\d\d-\d\d\. Nothing is signed/);
  await browser.ok('keepAccount', {});
  assert.ok(isSigned(await device.client.ok('sealProof', sealOf(proofId, lines))));
});
