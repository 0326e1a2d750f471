import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { noteAnswers } from '@rollcall/core';
import { CHAIN_START, type MutationResult } from '@rollcall/protocol';
import { openDeviceStore } from '../store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-refusals-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const ID = '01900000-0000-7000-8000-00000000000d';
const BYTES = '1'.padStart(64, '0');

/** When an edit that was refused again and again is tried again, after each refusal; milliseconds from then. */
function triesAfter(result: MutationResult, times: number): (number | null)[] {
  const store = openDeviceStore(join(folder, `${result.status === 'rejected' ? result.code : ''}.sqlite`));
  store.setIdentity({ deviceId: ID, name: 'd', server: 'x', folder: '/f', accountId: 'x', email: 'e@x.org', libraryId: ID });
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const facts = { path: 'a.jpg', size: 5, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1, hash: BYTES, assetId: ID };
  const key = store.addFile(facts);
  const rendering = { role: 'edited' as const, hash: BYTES, size: 5, mime: 'image/jpeg', fileName: null, modifiedAt: null };
  const tries = Array.from({ length: times }, () => {
    const n = store.queue({ name: 'asset.edit', args: { assetId: ID, rendering }, expect: null }, BYTES, 1000);
    noteAnswers(store, store.unanswered(10), [{ n, result }], 1000);
    const next = store.file(key)?.trouble?.nextTry ?? null;
    return next === null ? null : next - 1000;
  });
  store.close();
  return tries;
}

test('RS-11: an edit of a photo that a server does not know, for it was put back, is tried again however often it is refused; any other is told to its person', () => {
  const rejected = (code: 'not-found' | 'invalid'): MutationResult => ({ status: 'rejected', code, words: 'no' });
  assert.deepEqual(triesAfter(rejected('not-found'), 6), [4000, 16_000, 64_000, 64_000, 64_000, 64_000]);
  assert.deepEqual(triesAfter(rejected('invalid'), 5), [4000, 16_000, null, null, null]);
});
