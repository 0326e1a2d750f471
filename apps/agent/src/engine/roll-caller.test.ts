import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, lstatSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { askedRollCall, askForRollCall, Census, rollCallReceipt, rollDigest, stampOf } from '@rollcall/core';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { CHAIN_START, type RollCallReceipt } from '@rollcall/protocol';
import type { DurableStore } from '../store/durable-store.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { Settlement } from '../work/settle.ts';
import type { Work } from '../work/work.ts';
import { RollCaller } from './roll-caller.ts';

const ORDER = '01900000-0000-7000-8000-00000000000c';
const BYTES = 'a photo';
const HASH = createHash('sha256').update(BYTES).digest('hex');

/** A device with one photo that is in the cloud and here, asked for a roll call. */
class Bench {
  readonly root = mkdtempSync(join(tmpdir(), 'rollcall-call-'));
  readonly store: DurableStore = openDeviceStore(join(this.root, 'device.sqlite'));
  /** What the cloud answers for the line; throws: it is not reached. */
  stored: () => unknown = () => ({ state: 'stored', hash: HASH });
  afterwards: () => void = () => undefined;
  troubles = 0;
  upToDate = true;
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
    const call = async (): Promise<unknown> => {
      this.asked += 1;
      const found = [this.stored()];
      this.afterwards();
      return { ok: true, value: { found } };
    };
    const work = {
      root: this.root,
      store,
      settlement: new Settlement(store),
      connection: { call },
      signal: new AbortController().signal,
      now: Date.now,
      conditions: () => ({ now: 1, server: this.troubles > 0 ? [{}] : [], folder: [] }),
      failed: () => true,
      wanted: () => undefined,
    } as unknown as Work;
    this.caller = new RollCaller(work, new Census(store), {
      lookAgain: async () => undefined,
      settled: () => true,
      upToDate: () => this.upToDate,
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
  assert.deepEqual((await answer((bench) => (bench.upToDate = false))).why, ['not-up-to-date']);
  let asked = 0;
  const blocked = await answer((bench) => {
    bench.troubles = 1;
    bench.stored = () => (asked += 1);
  });
  assert.deepEqual([blocked.why.includes('obstructed'), blocked.items, asked], [true, 0, 0]);
});
