import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { LocalFile } from '@rollcall/core';
import { Looker } from '../engine/looker.ts';
import { Naming } from '../folder/naming.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { Settlement } from '../work/settle.ts';
import type { Work } from '../work/work.ts';
import { readLocalFile } from './read-file.ts';

/** A JPEG whose end never came. */
const CUT = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0'), Buffer.alloc(4000, 7)]);
const CUT_HASH = createHash('sha256').update(CUT).digest('hex');

/** A folder with the one file, as a look found it; `read` reads it once. */
async function seen(t: TestContext): Promise<{ store: DurableStore; file: () => LocalFile; read: () => Promise<void> }> {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-read-'));
  const folder = join(root, 'photos');
  mkdirSync(join(folder, '.rollcall'), { recursive: true });
  writeFileSync(join(folder, 'cut.jpg'), CUT);
  const store = openDeviceStore(join(root, 'device.sqlite'));
  t.after(() => {
    store.close();
    rmSync(root, { recursive: true });
  });
  const settlement = new Settlement(store);
  const look = { rereads: () => true, naming: new Naming(folder, store), stays: () => true, meets: () => undefined };
  await new Looker(folder, store, settlement, Date.now, look).lookAround();
  const file = (): LocalFile => store.fileAt('cut.jpg') ?? assert.fail('the file was not seen');
  const work = {
    root: folder,
    store,
    settlement,
    signal: new AbortController().signal,
    itemSignal: () => new AbortController().signal,
    now: Date.now,
    random: Math.random,
    progress: () => undefined,
  } as unknown as Work;
  return { store, file, read: () => readLocalFile(work, file()) };
}

test('FO-8: a file without its end is waited for, then taken as it is', async (t) => {
  const { file, read } = await seen(t);
  await read();
  const { hash, trouble } = file();
  assert.deepEqual([hash, trouble?.code], [null, 'file-changing']);
  assert.ok(trouble?.nextTry != null && trouble.nextTry > Date.now(), 'it is tried again, later');
  await read();
  assert.deepEqual([file().hash, file().trouble], [CUT_HASH, null]);
});

test('FO-8: bytes that were agreed on need no end: they are not waited for', async (t) => {
  const { store, file, read } = await seen(t);
  store.transact(() => store.patchFile(file().key, { baseHash: CUT_HASH }));
  await read();
  assert.deepEqual([file().hash, file().trouble], [CUT_HASH, null]);
});

test('FO-8: of a file that was agreed on with other bytes the end is waited for', async (t) => {
  const { store, file, read } = await seen(t);
  store.transact(() => store.patchFile(file().key, { baseHash: 'a'.repeat(64) }));
  await read();
  assert.deepEqual([file().hash, file().trouble?.code], [null, 'file-changing']);
});
