import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  endKeptFor,
  fileUnit,
  judgeVouched,
  noteFileTrouble,
  planUnit,
  vouchingLine,
  type DeviceStore,
  type LocalFile,
} from '@rollcall/core';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { CHAIN_START, tellReason, type Asset, type Entity } from '@rollcall/protocol';
import { openDeviceStore } from '../store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-giving-up-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let stores = 0;
const H1 = '1'.repeat(64);
const H2 = '2'.repeat(64);
const conditions = { now: 1000, server: [], folder: [] };
const line = { assetId: ASSET, role: 'original', hash: H1 };

/** A device with a file of a photo whose rows are as given. */
function withFile(
  rows: readonly Entity[],
  over: Partial<Pick<LocalFile, 'hash' | 'standIn'>> = {},
): { store: DeviceStore; file: LocalFile } {
  const store = openDeviceStore(join(folder, `${++stores}.sqlite`));
  store.setIdentity({ deviceId: OTHER, name: 'd', server: 'x', folder: '/f', accountId: 'x', email: 'e@x.org', libraryId: OTHER });
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  store.applyPage(
    rows.map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.9',
    true,
    null,
    1,
  );
  const seen = { path: '2024/01/a.jpg', size: 500, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1 };
  const key = store.addFile({ ...seen, hash: H1, baseHash: H1, assetId: ASSET, agreedAt: 2, ...over });
  return { store, file: store.file(key) ?? assert.fail('it is gone') };
}

const inState = (state: Asset['state'], id = ASSET): Entity => assetEntity(id, { state });

test('GU-1, GU-2: of a photo in Recently Deleted, and of one that was edited, the cloud is asked about the very bytes that are here', () => {
  for (const state of ['trashed', 'live'] as const) {
    const { store, file } = withFile([inState(state), originalOf(ASSET, H1)]);
    assert.deepEqual(vouchingLine(store, file, null), line);
    assert.deepEqual(vouchingLine(store, file, { ...originalOf(ASSET, H2), role: 'edited' }), line);
  }
});

test('GU-3: nobody is asked about bytes that no photo of the library has any more, nor about those that come in their own place', () => {
  const purged = withFile([inState('purged'), originalOf(ASSET, H1)]);
  assert.equal(vouchingLine(purged.store, purged.file, null), null);
  const completed = withFile([inState('live'), originalOf(ASSET, H1, true), originalOf(ASSET, H2)]);
  assert.equal(vouchingLine(completed.store, completed.file, originalOf(ASSET, H2)), null);
  const opened = withFile([inState('live'), originalOf(ASSET, H1)], { hash: H2, standIn: { assetId: ASSET, of: H1 } });
  assert.equal(vouchingLine(opened.store, opened.file, originalOf(ASSET, H1)), null);
  assert.deepEqual(vouchingLine(opened.store, opened.file, null), line, 'a stand-in that goes stands for its original');
});

test('GU-3: what was purged and is in the library as another photo is asked about as that one', () => {
  const { store, file } = withFile([inState('purged'), originalOf(ASSET, H1, true), inState('live', OTHER), originalOf(OTHER, H1)]);
  assert.deepEqual(vouchingLine(store, file, null), { ...line, assetId: OTHER });
});

test('GU-1: only sound bytes let a copy go; what is damaged, missing or not told keeps it', () => {
  assert.equal(judgeVouched(line, { state: 'stored', hash: H1 }), null);
  assert.deepEqual(
    (
      [
        ['damaged', H2],
        ['missing', null],
        ['stored', H2],
        ['not-in-library', null],
      ] as const
    ).map(([state, hash]) => judgeVouched(line, { state, hash })?.code),
    ['disk-changed-bytes', 'disk-changed-bytes', 'disk-changed-bytes', 'queued'],
  );
  assert.equal(judgeVouched(line, null)?.code, 'queued');
});

test('GU-4: a copy that stays says why, in words, with a time for the next try; it goes on at once when the cloud has it again', () => {
  const { store, file } = withFile([inState('trashed'), originalOf(ASSET, H1)]);
  const failure = judgeVouched(line, { state: 'damaged', hash: H2 }) ?? assert.fail('it was let go');
  noteFileTrouble(store, file, failure, { now: 1000, random: 0 });
  const plan = () => planUnit(store, fileUnit(file.key), conditions, new Map())?.plan ?? assert.fail('it is gone');
  assert.deepEqual(plan().actions, []);
  const [reason] = plan().reasons;
  const told = tellReason(reason ?? assert.fail('no reason'));
  assert.match(told.words, /the copy here stays until the cloud has it whole again/);
  assert.equal(told.ends.words, 'The cloud having it whole again.');
  assert.equal(typeof told.evidence['nextTry'], 'number');
  endKeptFor(store, [store.file(file.key) ?? assert.fail()]);
  assert.deepEqual(plan().actions, [{ do: 'remove-file', assetId: ASSET }]);
});
