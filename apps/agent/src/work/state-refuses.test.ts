import assert from 'node:assert/strict';
import { lstatSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { stampOf, type DeviceStore, type LocalFile } from '@rollcall/core';
import { ASSET, assetEntity, originalOf, OTHER } from '@rollcall/core/testing';
import { CHAIN_START } from '@rollcall/protocol';
import { removeFile, renameFile } from '../actions/on-disk.ts';
import { readLocalFile } from '../actions/read-file.ts';
import { sendBytes } from '../actions/send.ts';
import { isSoundThere } from '../actions/vouch.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { Settlement } from './settle.ts';
import type { Work } from './work.ts';

const HASH = '1'.repeat(64);
const FULL = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

/** A device with one file of a photo, whose state refuses the first transaction, and takes those after it. */
function bench(t: TestContext): { readonly work: Work; readonly file: LocalFile; readonly store: DeviceStore } {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-state-'));
  const store = openDeviceStore(join(root, 'device.sqlite'));
  t.after(() => {
    store.close();
    rmSync(root, { recursive: true });
  });
  store.setIdentity({ deviceId: OTHER, name: 'd', server: 'x', folder: '/f', accountId: 'x', email: 'e@x.org', libraryId: OTHER });
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const changes = [assetEntity(ASSET), originalOf(ASSET, HASH)].map((entity, at) => ({ seq: at + 1, entity }));
  store.applyPage(changes, 'e.g.2', true, null, 1);
  const path = join(root, 'a.jpg');
  writeFileSync(path, 'what is no photo');
  const facts = { path: 'a.jpg', size: 16, mtimeMs: 0, newHere: true, firstSeen: 0, hash: HASH, baseHash: HASH, assetId: ASSET };
  const key = store.addFile({ ...facts, stamp: stampOf(lstatSync(path, { bigint: true })) });
  let refusals = 1;
  const refusing = {
    transact: <T>(step: () => T): T => {
      refusals -= 1;
      if (refusals >= 0) throw FULL;
      return store.transact(step);
    },
  } as DeviceStore;
  const signal = new AbortController().signal;
  const work = {
    root,
    store,
    settlement: new Settlement(refusing),
    connection: { call: async () => ({ ok: true, value: { found: [{ state: 'damaged', hash: null }] } }) },
    asker: { ask: async () => ({ answer: 'over-quota', needed: 7, free: 0 }) },
    signal,
    itemSignal: () => signal,
    transferSignal: () => signal,
    now: () => 1000,
    random: () => 0,
    conditions: () => ({ now: 1000, server: [], folder: [] }),
    progress: () => undefined,
    touch: () => undefined,
    failed: () => false,
    wanted: () => undefined,
    hashesInFlight: new Map(),
    claimed: new Set(),
  } as unknown as Work;
  return { work, store, file: store.file(key) ?? assert.fail('it is gone') };
}

const ACTIONS: Readonly<Record<string, (work: Work, file: LocalFile) => Promise<unknown>>> = {
  'is read': readLocalFile,
  'is sent': (work, file) => sendBytes(work, file, HASH),
  'is renamed': (work, file) => renameFile(work, file, ASSET, 'a.jpg'),
  'is removed': (work, file) => removeFile(work, file, ASSET),
  'is vouched for': (work, file) => isSoundThere(work, file, null),
};

for (const [what, does] of Object.entries(ACTIONS))
  test(`SM-20: a state that cannot be written to while a file ${what} is no fault of the file, of its disk or of the server`, async (t) => {
    const { work, file, store } = bench(t);
    await assert.rejects(does(work, file), FULL);
    assert.equal(store.file(file.key)?.trouble, null);
  });
