import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { noteAnswers, noteFileTrouble, noteIncomingTrouble, noteNotMedia, tryAnew, type LocalFile } from '@rollcall/core';
import { ASSET, assetEntity, originalOf } from '@rollcall/core/testing';
import { CHAIN_START, classOf, tellReason, type ReasonCode } from '@rollcall/protocol';
import { openDeviceStore } from '../store/sqlite.ts';
import type { DurableStore } from '../store/durable-store.ts';

const ID = '01900000-0000-7000-8000-00000000000d';
const BYTES = '1'.padStart(64, '0');

function oneFile(t: TestContext): { store: DurableStore; file: () => LocalFile } {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-given-up-'));
  const store = openDeviceStore(join(folder, 'device.sqlite'));
  t.after(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  store.setIdentity({ deviceId: ID, name: 'd', server: 'x', folder: '/f', accountId: 'x', email: 'e@x.org', libraryId: ID });
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const key = store.addFile({ path: 'a.jpg', size: 5, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1, hash: BYTES });
  return { store, file: () => store.file(key) ?? assert.fail() };
}

function fail({ store, file }: ReturnType<typeof oneFile>, code: ReasonCode): void {
  noteFileTrouble(store, file(), { code, evidence: { error: 'EIO' }, pause: 'few-tries' }, { now: 1000, random: 0 });
}

test('IF-1: what fails for its own sake is tried three times, and then needs a person, with the error and the tries in words', (t) => {
  const one = oneFile(t);
  for (const tries of [1, 2]) {
    fail(one, 'refused');
    const { trouble } = one.file();
    assert.deepEqual([trouble?.code, trouble?.tries, trouble?.nextTry !== null], ['refused', tries, true]);
  }
  fail(one, 'refused');
  const { trouble } = one.file();
  assert.deepEqual([trouble?.code, trouble?.tries, trouble?.nextTry], ['given-up', 3, null]);
  assert.equal(classOf('given-up'), 'needs-you');
  const { words, check } = tellReason({ code: 'given-up', since: 1, evidence: { ...trouble?.evidence, tries: 3 } });
  assert.deepEqual([check, words], [5, 'It failed 3 times, and is not tried again by itself: the disk fails at it (EIO).']);
});

test('IF-1: what needs a person already keeps its own reason', (t) => {
  const one = oneFile(t);
  for (let tries = 0; tries < 4; tries++) fail(one, 'file-unreadable');
  assert.deepEqual([one.file().trouble?.code, one.file().trouble?.nextTry], ['file-unreadable', null]);
});

test('IF-2: bytes that the library refuses again and again are not offered for ever, though each offer ends the trouble before', (t) => {
  const { store, file } = oneFile(t);
  const codes = Array.from({ length: 4 }, () => {
    store.patchFile(file().key, { assetId: ID, trouble: null });
    const rendering = { role: 'edited' as const, hash: BYTES, size: 5, mime: 'image/jpeg', fileName: null, modifiedAt: null };
    const n = store.queue({ name: 'asset.edit', args: { assetId: ID, rendering }, expect: null }, BYTES, 1000);
    noteAnswers(store, store.unanswered(10), [{ n, result: { status: 'rejected', code: 'invalid', words: 'no' } }], 1000);
    return [file().trouble?.code, file().trouble?.tries];
  });
  assert.deepEqual(codes, [
    ['refused', 1],
    ['refused', 2],
    ['given-up', 3],
    ['given-up', 4],
  ]);
});

test('IF-3: when Rollcall begins anew, what was given up gets its tries again, and nothing else does', (t) => {
  const one = oneFile(t);
  for (let tries = 0; tries < 3; tries++) fail(one, 'refused');
  assert.equal(tryAnew(one.store, 1).length, 1);
  assert.equal(one.file().trouble, null);
  fail(one, 'refused');
  assert.deepEqual(tryAnew(one.store, 1), []);
  assert.deepEqual([one.file().trouble?.code, one.file().trouble?.tries], ['refused', 1]);
});

test('IF-6: what was read of a file in the moment in which somebody wrote it is not held against what it is now', (t) => {
  const { store, file } = oneFile(t);
  const empty = file();
  store.patchFile(empty.key, { stamp: 'written', hash: null });
  assert.deepEqual(noteNotMedia(store, empty, 'an empty file', 1000), []);
  assert.equal(file().excluded, null);
  noteNotMedia(store, file(), 'a text', 1000);
  assert.equal(file().excluded, 'not-a-photo');
});

test('OS-15: what waited for room on this disk is tried at once when Rollcall begins anew, and tells since when it waits', (t) => {
  const one = oneFile(t);
  const feed = [assetEntity(ASSET), originalOf(ASSET, '2'.repeat(64))].map((entity, at) => ({ seq: at + 1, entity }));
  one.store.applyPage(feed, 'e.g.2', true, null, 50);
  const failure = { code: 'device-disk-full', evidence: { needed: 9, free: 1 }, pause: 60_000 } as const;
  noteFileTrouble(one.store, one.file(), failure, { now: 100, random: 0 });
  noteIncomingTrouble(one.store, ASSET, failure, { now: 200, random: 0 });
  const next = (): unknown[] => [one.file().trouble, one.store.incomingState(ASSET)?.trouble].map((each) => [each?.nextTry, each?.since]);
  assert.deepEqual(next(), [
    [60_100, 100],
    [60_200, 200],
  ]);
  assert.equal(tryAnew(one.store, 300).length, 2);
  assert.deepEqual(next(), [
    [300, 100],
    [300, 200],
  ]);
});
