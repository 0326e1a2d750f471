import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { stampOf, type LocalFile, type NewFile } from '@rollcall/core';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { CHAIN_START, receiptText, type ErasureReceipt, type Reason, type RollCallLine } from '@rollcall/protocol';
import type { DurableStore } from '../store/durable-store.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { judgeReceipt } from './judge.ts';
import { notedKeys, noteKeyOf } from './keys.ts';
import { prove, type Ground, type Proof, type Seen } from './prove.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const ID = '01900000-0000-7000-8000-00000000000c';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const KEY = publicKey.export({ format: 'jwk' }).x as string;

/** A device with one photo in the cloud, and a server that has read whatever it is asked about. */
class Bench {
  readonly home = mkdtempSync(join(tmpdir(), 'rollcall-prove-'));
  readonly root = join(this.home, 'photos');
  readonly store: DurableStore = openDeviceStore(join(this.home, 'device.sqlite'));
  readonly lines: RollCallLine[] = [];
  looks = 0;
  seen: () => Partial<Seen> = () => ({});
  reasons = new Map<string, Reason>();

  constructor(t: TestContext) {
    const { store } = this;
    mkdirSync(this.root);
    store.setIdentity({ deviceId: OTHER, name: 'd', server: 'x', folder: this.root, accountId: 'x', email: 'e@x.org', libraryId: OTHER });
    store.rechain('epoch1', { n: 0, hash: CHAIN_START });
    const feed = [assetEntity(ASSET), originalOf(ASSET, hashOf('original'))].map((entity, at) => ({ seq: at + 1, entity }));
    store.applyPage(feed, 'e.g.2', true, null, 1);
    t.after(() => {
      store.close();
      rmSync(this.home, { recursive: true });
    });
  }

  put(path: string, bytes: string, more: Partial<NewFile> = {}): LocalFile {
    const at = join(this.root, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, bytes);
    const stamp = stampOf(lstatSync(at, { bigint: true }));
    const key = this.store.addFile({ path, size: bytes.length, mtimeMs: 7, stamp, newHere: false, firstSeen: 1, ...more });
    return this.store.file(key) ?? assert.fail();
  }

  ask(): Promise<Proof> {
    const call = async (route: string, { body }: { body: { lines: RollCallLine[]; digest: string; told: ErasureReceipt['told'] } }) => {
      switch (route) {
        case 'beginProof':
          return { ok: true, value: { proofId: ID } };
        case 'proveLines':
          this.lines.push(...body.lines);
          return { ok: true, value: { found: body.lines.map(({ hash }) => ({ state: 'stored', hash })) } };
        default: {
          const at = '2026-01-01T00:00:00.000Z';
          const names = { account: 'e@x.org', library: OTHER, device: { id: OTHER, name: 'd' }, server: { version: '1' } };
          const { digest, told } = body;
          const receipt: ErasureReceipt = {
            kind: 'rollcall-receipt',
            version: 1,
            id: ID,
            begun: at,
            at,
            ...names,
            resources: this.lines.length,
            bytes: 1,
            digest,
            told,
          };
          const signature = sign(null, Buffer.from(receiptText(receipt)), privateKey).toString('base64url');
          return { ok: true, value: { receipt, key: KEY, signature } };
        }
      }
    };
    const look = async (): Promise<Seen> => {
      this.looks += 1;
      const reasonsOf = (unit: string): Reason[] => [this.reasons.get(unit)].filter((reason) => reason !== undefined);
      return { heard: true, barred: [], removals: 0, reasonsOf, ...this.seen() };
    };
    return prove({
      deviceId: OTHER,
      root: this.root,
      store: this.store,
      connection: { call } as unknown as Ground['connection'],
      signal: new AbortController().signal,
      now: Date.now,
      look,
      failed: () => false,
    });
  }
}

const AGREED = { hash: hashOf('original'), baseHash: hashOf('original'), assetId: ASSET };
const whats = ({ lacks }: Proof): string[] => lacks.map(({ what, why }) => `${what}: ${why}`);

test('ER-9: bytes that lie here are read, and not believed by rows: what the disk gives otherwise is named, and nothing is signed', async (t) => {
  const bench = new Bench(t);
  bench.put('a.jpg', 'original', AGREED);
  const ready = await bench.ask();
  assert.ok(ready.signed !== null && ready.lacks.length === 0);
  assert.equal(bench.looks, 2);
  const rotten = new Bench(t);
  rotten.put('a.jpg', 'orig1nal', AGREED);
  const proof = await rotten.ask();
  assert.equal(proof.signed, null);
  assert.match(whats(proof).join(), /^a\.jpg: .*bytes/);
});

test('ER-10: a compressed version is fine where the server has read what it stands for; one that is not what was made here is not', async (t) => {
  const bench = new Bench(t);
  const standIn = { assetId: ASSET, of: hashOf('original') };
  bench.put('a.jpg', 'small', { hash: hashOf('small'), baseHash: standIn.of, assetId: ASSET, standIn });
  const proof = await bench.ask();
  assert.deepEqual(whats(proof), []);
  assert.deepEqual(bench.lines, [{ assetId: ASSET, role: 'original', hash: standIn.of }]);
  assert.deepEqual(proof.signed?.receipt.told, { files: 1, standIns: 1, leftOut: { count: 0, first: [] } });
  const other = new Bench(t);
  other.put('a.jpg', 'smaII', { hash: hashOf('small'), baseHash: standIn.of, assetId: ASSET, standIn });
  assert.deepEqual([(await other.ask()).signed, other.lines], [null, []]);
});

test('ER-11: what systems write for themselves is counted and named, and holds nothing up; any other file that is left out does', async (t) => {
  const bench = new Bench(t);
  bench.put('a.jpg', 'original', AGREED);
  for (const path of ['.DS_Store', 'Trip/Thumbs.db', 'Trip/desktop.ini', '._a.jpg']) bench.put(path, 'x', { excluded: 'hidden-file' });
  const proof = await bench.ask();
  assert.deepEqual([proof.signed?.receipt.told.leftOut.count, proof.ofNobody.length, proof.lacks], [4, 4, []]);
  const { key } = bench.put('.secret.jpg', 'x', { excluded: 'hidden-file' });
  bench.reasons.set(`f:${key}`, { code: 'hidden-file', since: 1, evidence: {} });
  const no = await bench.ask();
  assert.deepEqual([no.signed, whats(no)], [null, ['.secret.jpg: Hidden files are left out.']]);
});

test('ER-12: a library that was not heard to its end, a change that waits, a photo that is missing, a bar that came meanwhile, nothing at all: none is ready', async (t) => {
  const answer = async (set: (bench: Bench) => void): Promise<string[]> => {
    const bench = new Bench(t);
    bench.put('a.jpg', 'original', AGREED);
    set(bench);
    const proof = await bench.ask();
    assert.equal(proof.signed, null);
    return whats(proof);
  };
  const offline: Reason = { code: 'offline', since: 1, evidence: {} };
  assert.match((await answer((bench) => (bench.seen = () => ({ heard: false })))).join(), /^This device: The library was not heard/);
  assert.match((await answer((bench) => (bench.seen = () => ({ removals: 2 })))).join(), /^This device: 2 photos went missing/);
  assert.match((await answer((bench) => (bench.seen = () => ({ barred: [offline] })))).join(), /^This device: /);
  assert.match(
    (await answer((bench) => (bench.seen = () => ({ barred: bench.looks === 2 ? [offline] : [] })))).join(),
    /^This device: /,
    'it came while the roll was called',
  );
  const queued = await answer((bench) => bench.store.queue({ name: 'asset.trash', args: { assetId: ASSET } }, null, 1));
  assert.match(queued.join(), /^This device: A change of it was not taken/);
  assert.match((await answer((bench) => bench.store.dropFile(bench.store.fileAt('a.jpg')?.key ?? 0))).join(), /No photo is on it/);
});

test('ER-13: the key that the server signs with is noted the first time, and one that comes later is told of', async (t) => {
  const bench = new Bench(t);
  bench.put('a.jpg', 'original', AGREED);
  const call = async () => ({ ok: true, value: { keys: [{ key: 'k'.repeat(43), since: 1, until: null }] } });
  await noteKeyOf(bench.store, { call } as unknown as Ground['connection']);
  assert.deepEqual(notedKeys(bench.store), ['k'.repeat(43)]);
  const other = await bench.ask();
  assert.ok(other.signed !== null && other.otherKey);
  bench.lines.length = 0;
  assert.equal((await bench.ask()).otherKey, false);
  assert.deepEqual(notedKeys(bench.store), ['k'.repeat(43), KEY]);
  await noteKeyOf(bench.store, { call: async () => ({ ok: false }) } as unknown as Ground['connection']);
});

test('ER-14: a receipt is valid by the server’s keys or by the noted one, changed in any letter it is not, and of a key that nobody knows it is said so', async (t) => {
  const bench = new Bench(t);
  bench.put('a.jpg', 'original', AGREED);
  const { signed } = await bench.ask();
  const text = JSON.stringify(signed);
  const state = (other: string, noted: string[] = [], served: string[] | null = null): string =>
    judgeReceipt(other, { noted, served: served?.map((key) => ({ key, since: 1, until: 9 })) ?? null }).state;
  assert.deepEqual([state(text, [KEY]), state(text, [], [KEY]), state(text, [KEY], ['x'])], ['valid', 'valid', 'valid']);
  assert.deepEqual([state(text, ['x']), state(text, [], ['x']), state(text)], ['another-server', 'another-server', 'unknown-key']);
  const receipt = JSON.stringify(signed?.receipt);
  for (let at = 0; at < receipt.length; at += 1) {
    const digit = receipt[at] === '7' ? '8' : '7';
    const changed = `${receipt.slice(0, at)}${digit}${receipt.slice(at + 1)}`;
    assert.notEqual(state(text.replace(receipt, changed), [KEY], [KEY]), 'valid', changed);
  }
  assert.equal(state('a shopping list', [KEY]), 'no-receipt');
});
