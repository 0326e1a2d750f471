import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, lstatSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { UploadAsk } from '@rollcall/protocol';
import { stampOf } from '@rollcall/core';
import { openDeviceStore } from '../store/sqlite.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { Settlement } from '../work/settle.ts';
import { Pieces } from '../work/pieces.ts';
import type { Work } from '../work/work.ts';
import { Mender } from './mender.ts';

const ASSET = '01900000-0000-7000-8000-000000000001';

interface Wanted {
  readonly hash: string;
  readonly size: number;
  readonly why: 'damaged';
  readonly assetIds: readonly string[];
}
interface Page {
  readonly blobs: readonly Wanted[];
  readonly next: string | null;
}

/** A device of one folder, and a cloud that wants what the pages say and takes whatever it is asked to take. */
class Bench {
  readonly root = mkdtempSync(join(tmpdir(), 'rollcall-mender-'));
  readonly store: DurableStore = openDeviceStore(join(this.root, 'device.sqlite'));
  readonly asked: string[] = [];
  readonly afters: (string | undefined)[] = [];
  pages: Record<string, Page | 'unknown'> = {};
  troubles = 0;
  readonly mender: Mender;

  constructor(t: TestContext) {
    const connection = {
      call: async (_name: string, { query }: { query: { after?: string } }) => {
        this.afters.push(query.after);
        const page = this.pages[query.after ?? ''] ?? { blobs: [], next: null };
        return page === 'unknown' ? { ok: false, refusal: { code: 'not-found' } } : { ok: true, value: page };
      },
    };
    const work = {
      root: this.root,
      store: this.store,
      settlement: new Settlement(this.store),
      connection,
      asker: { ask: async ({ hash }: UploadAsk) => (this.asked.push(String(hash)), { answer: 'have' }) },
      signal: new AbortController().signal,
      itemSignal: () => new AbortController().signal,
      transferSignal: () => new AbortController().signal,
      pieces: new Pieces(),
      now: Date.now,
      random: () => 0,
      conditions: () => ({ now: Date.now(), server: this.troubles > 0 ? [{}] : [], folder: [] }),
      progress: () => undefined,
      touch: () => undefined,
      failed: () => false,
      wanted: () => undefined,
      hashesInFlight: new Map(),
    } as unknown as Work;
    this.mender = new Mender(work, (error) => assert.fail(String(error)));
    t.after(() => {
      this.store.close();
      rmSync(this.root, { recursive: true });
    });
  }

  /** A photo of the asset, as the device knows it; `known` null: nobody has read it yet. */
  photo(name: string, text: string, known?: null): Wanted {
    const path = join(this.root, name);
    writeFileSync(path, text);
    const hash = createHash('sha256').update(text).digest('hex');
    const stats = lstatSync(path, { bigint: true });
    this.store.addFile({
      path: name,
      size: text.length,
      mtimeMs: 0,
      stamp: stampOf(stats),
      newHere: false,
      firstSeen: 0,
      assetId: ASSET,
      hash: known === null ? null : hash,
      baseHash: hash,
    });
    return { hash, size: text.length, why: 'damaged', assetIds: [ASSET] };
  }

  async round(): Promise<void> {
    this.mender.whenDue();
    while (this.mender.busy) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      this.mender.whenDue();
    }
  }
}

test('SB-9: what the cloud wants back is sent from a file that has these very bytes, page by page', async (t) => {
  const bench = new Bench(t);
  const [one, two] = [bench.photo('one.jpg', 'one'), bench.photo('two.jpg', 'two')];
  const elsewhere = { ...one, hash: 'f'.repeat(64) };
  bench.pages = { '': { blobs: [elsewhere, one], next: 'x' }, x: { blobs: [two], next: null } };
  await bench.round();
  assert.deepEqual(bench.asked, [one.hash, two.hash]);
  assert.deepEqual(bench.afters, [undefined, 'x']);
});

test('SB-9: bytes that rotted here as well, and a file that was touched since, are not sent', async (t) => {
  const bench = new Bench(t);
  const [rotted, touched] = [bench.photo('rotted.jpg', 'as it was'), bench.photo('touched.jpg', 'before')];
  const path = join(bench.root, 'rotted.jpg');
  const { atime, mtime } = lstatSync(path);
  writeFileSync(path, 'as it is!');
  utimesSync(path, atime, mtime);
  // As after decay: the device believes that nobody touched it.
  const key = bench.store.fileAt('rotted.jpg')?.key ?? assert.fail('it is known');
  bench.store.patchFile(key, { stamp: stampOf(lstatSync(path, { bigint: true })) });
  appendFileSync(join(bench.root, 'touched.jpg'), ', and more');
  bench.pages = { '': { blobs: [rotted, touched], next: null } };
  await bench.round();
  assert.deepEqual(bench.asked, []);
});

test('SB-9: a file that is being read is waited for, a few times; a cloud that knows no such question wants nothing', async (t) => {
  const bench = new Bench(t);
  const wanted = bench.photo('unread.jpg', 'unread', null);
  bench.pages = { '': { blobs: [wanted], next: null } };
  await bench.round();
  assert.deepEqual(bench.asked, []);
  assert.equal(bench.afters.length, 6);
  const key = bench.store.fileAt('unread.jpg')?.key ?? assert.fail('it is known');
  bench.store.patchFile(key, { hash: wanted.hash });
  bench.mender.soon();
  await new Promise((resolve) => setTimeout(resolve, 550));
  await bench.round();
  assert.deepEqual(bench.asked, [wanted.hash]);
  bench.pages = { '': 'unknown' };
  bench.mender.soon();
  await new Promise((resolve) => setTimeout(resolve, 550));
  await bench.round();
  assert.deepEqual(bench.asked, [wanted.hash]);
});

test('SB-9: while the cloud or the folder is away nothing is asked', async (t) => {
  const bench = new Bench(t);
  bench.troubles = 1;
  await bench.round();
  assert.deepEqual(bench.afters, []);
  bench.troubles = 0;
  await bench.round();
  assert.deepEqual(bench.afters, [undefined]);
});
