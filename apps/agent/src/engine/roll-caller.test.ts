import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { appendFileSync, lstatSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { askedRollCall, askForRollCall, Census, rollCallReceipt, rollDigest, stampOf } from '@rollcall/core';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { CHAIN_START, receiptText, type ErasureReceipt, type RollCallReceipt } from '@rollcall/protocol';
import type { DurableStore } from '../store/durable-store.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { Settlement } from '../work/settle.ts';
import type { Work } from '../work/work.ts';
import { RollCaller } from './roll-caller.ts';

const ORDER = '01900000-0000-7000-8000-00000000000c';
const BYTES = 'a photo';
const HASH = createHash('sha256').update(BYTES).digest('hex');

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

function receiptFor(digest: string, told: ErasureReceipt['told']): ErasureReceipt {
  const at = '2026-01-01T00:00:00.000Z';
  const names = { account: 'e@x.org', library: OTHER, device: { id: OTHER, name: 'd' }, server: { version: '1' } };
  return { kind: 'rollcall-receipt', version: 1, id: ORDER, begun: at, at, ...names, resources: 1, bytes: 7, digest, told };
}

function signed(receipt: ErasureReceipt): object {
  const signature = sign(null, Buffer.from(receiptText(receipt)), privateKey).toString('base64url');
  return { receipt, key: publicKey.export({ format: 'jwk' }).x, signature };
}

/** A device with one photo that is in the cloud and here, asked for a roll call. */
class Bench {
  readonly root = mkdtempSync(join(tmpdir(), 'rollcall-call-'));
  readonly store: DurableStore = openDeviceStore(join(this.root, 'device.sqlite'));
  /** What the cloud answers for the line; throws: it is not reached. */
  stored: () => unknown = () => ({ state: 'stored', hash: HASH });
  afterwards: () => void = () => undefined;
  troubles = 0;
  heard = true;
  removals = 0;
  /** What the server makes of the receipt before it signs it. */
  says: (receipt: ErasureReceipt) => ErasureReceipt = (receipt) => receipt;
  asked = 0;
  made = 0;
  readonly caller: RollCaller;

  constructor(t: TestContext) {
    const { store } = this;
    store.setIdentity({ deviceId: OTHER, name: 'd', server: 'x', folder: '/f', accountId: 'x', email: 'e@x.org', libraryId: OTHER });
    store.rechain('epoch1', { n: 0, hash: CHAIN_START });
    const feed = [assetEntity(ASSET), originalOf(ASSET, HASH)].map((entity, at) => ({ seq: at + 1, entity }));
    store.applyPage(feed, 'e.g.2', true, null, 1);
    writeFileSync(this.path, BYTES);
    store.addFile({
      path: 'a.jpg',
      size: BYTES.length,
      mtimeMs: 7,
      stamp: stampOf(lstatSync(this.path, { bigint: true })),
      newHere: false,
      firstSeen: 1,
      hash: HASH,
      baseHash: HASH,
      assetId: ASSET,
    });
    const call = async (route: string, { body }: { body: { digest: string; told: ErasureReceipt['told'] } }): Promise<unknown> => {
      if (route === 'beginProof') return { ok: true, value: { proofId: ORDER } };
      if (route === 'sealProof') return { ok: true, value: signed(this.says(receiptFor(body.digest, body.told))) };
      this.asked += 1;
      const found = [this.stored()];
      this.afterwards();
      return { ok: true, value: { found } };
    };
    const work = {
      identity: { deviceId: OTHER },
      root: this.root,
      store,
      settlement: new Settlement(store),
      connection: { call },
      signal: new AbortController().signal,
      now: Date.now,
      conditions: () => ({ now: 1, server: this.troubles > 0 ? [{ code: 'offline', since: 1, evidence: {} }] : [], folder: [] }),
      failed: () => true,
      wanted: () => undefined,
    } as unknown as Work;
    this.caller = new RollCaller(work, new Census(store), {
      lookAgain: async () => undefined,
      settled: () => true,
      heard: () => this.heard,
      removals: () => this.removals,
      made: () => (this.made += 1),
      broke: (error) => assert.fail(String(error)),
    });
    t.after(() => {
      store.close();
      rmSync(this.root, { recursive: true });
    });
  }

  get path(): string {
    return join(this.root, 'a.jpg');
  }

  async call(): Promise<RollCallReceipt> {
    askForRollCall(this.store, ORDER);
    this.caller.whenDue();
    while (this.caller.busy) await new Promise((resolve) => setTimeout(resolve, 5));
    return rollCallReceipt(this.store) ?? assert.fail('no receipt');
  }
}

test('SH-12: a roll call that is asked for from elsewhere reads every item again, has the cloud read its own, and leaves a receipt of both for this question, once', async (t) => {
  const bench = new Bench(t);
  const receipt = await bench.call();
  const digest = rollDigest([{ assetId: ASSET, role: 'original', hash: HASH }]);
  assert.deepEqual(
    { ...receipt, madeAt: 0 },
    {
      order: ORDER,
      madeAt: 0,
      items: 1,
      bytes: receipt.bytes,
      digestHere: digest,
      digestThere: digest,
      signed: ORDER,
      why: [],
      missing: { count: 0, first: [] },
    },
  );
  assert.deepEqual([bench.made, bench.asked, askedRollCall(bench.store)], [1, 1, null]);
  bench.caller.whenDue();
  assert.equal(bench.caller.busy, false);
});

test('SH-13: whatever is lost, damaged, touched meanwhile, on its way, or cannot be asked makes the receipt of a roll call say no, and why', async (t) => {
  const answer = async (set: (bench: Bench) => void): Promise<RollCallReceipt> => {
    const bench = new Bench(t);
    set(bench);
    return bench.call();
  };
  const damaged = await answer((bench) => (bench.stored = () => ({ state: 'damaged', hash: null })));
  assert.deepEqual([damaged.why, damaged.missing.first[0]?.where], [['missing', 'differs'], 'cloud']);
  const unreached = await answer((bench) => {
    bench.stored = () => {
      throw new Error('the link broke');
    };
  });
  assert.deepEqual([unreached.why.includes('missing'), unreached.missing.count], [true, 1]);
  const gone = await answer((bench) => rmSync(bench.path));
  assert.deepEqual([gone.why.includes('missing'), gone.missing.first[0]?.where], [true, 'here']);
  const touched = await answer((bench) => (bench.afterwards = () => appendFileSync(bench.path, '!')));
  assert.deepEqual(touched.why, ['changed']);
  assert.deepEqual((await answer((bench) => (bench.heard = false))).why, ['not-up-to-date']);
  assert.deepEqual((await answer((bench) => (bench.removals = 1))).why, ['not-up-to-date']);
  for (const says of [
    (receipt: ErasureReceipt) => ({ ...receipt, digest: createHash('sha256').update('other').digest('hex') }),
    (receipt: ErasureReceipt) => ({ ...receipt, device: { id: ASSET, name: 'd' } }),
    (receipt: ErasureReceipt) => ({ ...receipt, library: ASSET }),
    (receipt: ErasureReceipt) => ({ ...receipt, resources: 0 }),
  ]) {
    const otherwise = await answer((bench) => (bench.says = says));
    assert.deepEqual([otherwise.why, otherwise.signed, otherwise.missing.count], [['obstructed'], undefined, 1]);
  }
  let asked = 0;
  const blocked = await answer((bench) => {
    bench.troubles = 1;
    bench.stored = () => (asked += 1);
  });
  assert.deepEqual([blocked.why.includes('obstructed'), blocked.items, asked], [true, 0, 0]);
});
