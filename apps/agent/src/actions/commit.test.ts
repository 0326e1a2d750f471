import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { CHAIN_START } from '@rollcall/protocol';
import { workAlone } from '../commands/alone.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { Settlement } from '../work/settle.ts';
import type { Work } from '../work/work.ts';
import { sendChange } from './commit.ts';

test('FS-60: a changed photo that its person takes away just when its beginning is to be read ends nothing: the next look says where it went', async (t) => {
  const top = mkdtempSync(join(tmpdir(), 'rollcall-commit-'));
  const folder = join(top, 'photos');
  mkdirSync(folder);
  const store = openDeviceStore(join(top, 'device.sqlite'));
  t.after(() => {
    store.close();
    rmSync(top, { recursive: true });
  });
  const identity = { deviceId: OTHER, name: 'd', server: 'x', folder, accountId: 'x', email: 'e@x.org', libraryId: OTHER };
  store.setIdentity(identity);
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const [before, after] = ['1'.repeat(64), '2'.repeat(64)];
  const original = originalOf(ASSET, before);
  const feed = [assetEntity(ASSET), original].map((entity, at) => ({ seq: at + 1, entity }));
  store.applyPage(feed, 'e.g.2', true, null, 1);
  // Longer than the original: it may be the rest of an unfinished copy.
  const seen = { path: 'a.jpg', size: original.size + 1, mtimeMs: 5, stamp: 's', newHere: false, firstSeen: 1 };
  const key = store.addFile({ ...seen, hash: after, baseHash: before, assetId: ASSET, agreedAt: 2 });
  const connection = {} as Work['connection'];
  const work = workAlone({ identity, store, connection }, new Settlement(store), new AbortController().signal);
  await sendChange(work, store.file(key) ?? assert.fail('it is gone'), ASSET);
  assert.equal(store.file(key)?.trouble?.code, 'file-changing');
});
