import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { allUnits, Census, EXACT_NAMES, noteLook, planUnit, type Closed, type Conditions, type RollState } from '@rollcall/core';
import { assetEntity } from '@rollcall/core/testing';
import { resourceId } from '@rollcall/protocol';
import type { DurableStore } from './durable-store.ts';
import { openDeviceStore } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-counted-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const DEVICE = '01900000-0000-7000-8000-00000000000d';
const ASSET = '01900000-0000-7000-8000-000000000001';
const HASH = '1'.repeat(64);

function opened(name: string): DurableStore {
  const store = openDeviceStore(join(folder, `${name}.sqlite`));
  store.setIdentity({ deviceId: DEVICE, name: 'x', server: 'http://h', folder: '/x', accountId: 'a', email: 'e', libraryId: 'l' });
  return store;
}

function look(store: DurableStore, unknown: readonly Closed[]): void {
  const files = [{ path: 'new.jpg', size: 5, mtimeMs: 1, stamp: 's', excluded: null, what: '' }];
  store.transact(() => noteLook(store, { files, unknown, still: true, covered: [''], rules: EXACT_NAMES, rereads: false, now: 1 }));
}

function state(store: DurableStore, away: Conditions['folder'] = []): RollState {
  const census = new Census(store);
  const conditions: Conditions = { now: 10, server: [], folder: away, names: EXACT_NAMES };
  for (const unit of allUnits(store)) census.note(unit, planUnit(store, unit, conditions, new Map()));
  return census.state(true);
}

test('FS-50: a part of the tree that cannot be looked into is told, and is no photo: it is not counted; a device that has one is not up to date', () => {
  const store = opened('closed');
  try {
    look(store, [
      { path: 'private', why: 'unreadable', error: 'EACCES' },
      { path: 'f\ufffdr.jpg', why: 'no-text', error: '', file: { size: 5, stamp: 't' } },
      { path: 'card', why: 'another-disk', error: '' },
    ]);
    const { counts, reasons, upToDate } = state(store);
    assert.deepEqual([counts.onDevice, counts.needsYou, counts.excluded], [2, 1, 0], 'the new photo, and the file without a name');
    assert.deepEqual(
      reasons.map(({ code, count }) => [code, count]),
      [
        ['permission-missing', 1],
        ['file-unreadable', 1],
        ['excluded-by-rule', 1],
        ['hashing', 1],
      ],
    );
    assert.equal(upToDate, false);
    store.dropFile(store.fileAt('new.jpg')?.key ?? 0);
    store.dropFile(store.fileAt('f\ufffdr.jpg')?.key ?? 0);
    assert.deepEqual([state(store).counts.onDevice, state(store).upToDate], [0, false], 'what lies there may be a photo');
    store.dropFile(store.fileAt('private')?.key ?? 0);
    assert.equal(state(store).upToDate, true, 'another disk is a matter of its own');
  } finally {
    store.close();
  }
});

test('WY-32: while the folder is away, what is in the cloud is counted as safe, and what is not is not', () => {
  const store = opened('away');
  try {
    const original = {
      type: 'resource' as const,
      id: resourceId(ASSET, 'original', HASH),
      assetId: ASSET,
      role: 'original' as const,
      hash: HASH,
      size: 5,
      mime: 'image/jpeg',
      fileName: null,
      modifiedAt: null,
      removed: false,
    };
    const entities = [assetEntity(ASSET, { fileName: 'a.jpg' }), original];
    const page = entities.map((entity, at) => ({ seq: at + 1, entity }));
    store.transact(() => void store.applyPage(page, 'e.g.9', true, null, 1));
    look(store, []);
    const key = store.addFile({ path: 'a.jpg', size: 5, mtimeMs: 1, stamp: 's', newHere: false, firstSeen: 1, kind: 'photo' });
    store.patchFile(key, { hash: HASH, baseHash: HASH, assetId: ASSET, wantedName: 'a.jpg', writtenName: 'a.jpg', agreedAt: 1 });
    const gone = [{ code: 'folder-missing' as const, evidence: {}, tries: 0, since: 1, nextTry: null }];
    const { counts } = state(store, gone);
    assert.deepEqual([counts.onDevice, counts.inSync, counts.needsYou, counts.alsoSafe], [2, 0, 2, 1]);
    assert.deepEqual([state(store).counts.inSync, state(store).counts.alsoSafe], [1, undefined]);
  } finally {
    store.close();
  }
});
