import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { endWantFull, mtimeMsOf, stampOf, wantFull, type LocalFile } from '@rollcall/core';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { drawNoise } from '@rollcall/media/drawing';
import { makeView } from '@rollcall/media/views';
import { CHAIN_START } from '@rollcall/protocol';
import { workAlone } from '../commands/alone.ts';
import { writeMarker } from '../folder/marker.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { Settlement } from '../work/settle.ts';
import type { Work } from '../work/work.ts';
import { evict } from './evict.ts';
import { dropStandIn, removeFile, renameFile } from './on-disk.ts';

const NAME = 'a.png';
const identity = { deviceId: OTHER, name: 'd', server: 'x', accountId: 'x', email: 'e@x.org', libraryId: OTHER };

interface Here {
  readonly work: Work;
  readonly store: DurableStore;
  readonly root: string;
  readonly original: Uint8Array;
  readonly small: Buffer;
  readonly file: () => LocalFile;
  /** Adds the row of a file that lies there. */
  add(name: string, more: Partial<LocalFile>): number;
  left(): string[];
}

/**
 * A device with one photo that is in the cloud and here, and a cloud that has its compressed version.
 * @param during what happens while the cloud is asked for it
 */
async function photoHere(t: TestContext, during: (path: string) => void = () => undefined): Promise<Here> {
  const top = mkdtempSync(join(tmpdir(), 'rollcall-evict-'));
  const root = join(top, 'photos');
  mkdirSync(root);
  const original = await drawNoise(200, 150);
  const hash = createHash('sha256').update(original).digest('hex');
  const path = join(root, NAME);
  writeFileSync(path, original);
  const made = join(top, 'small.jpg');
  const viewed = { path, format: 'png', name: NAME, mtimeMs: null, assetId: ASSET, hash } as const;
  assert.equal((await makeView('compressed', viewed, { file: made, film: join(top, 'film') })).state, 'ready');
  const small = readFileSync(made);
  const store = openDeviceStore(join(top, 'device.sqlite'));
  t.after(() => {
    store.close();
    rmSync(top, { recursive: true });
  });
  const own = { ...identity, folder: root };
  writeMarker(root, own);
  mkdirSync(join(root, '.rollcall', 'incoming'), { recursive: true });
  store.setIdentity(own);
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const feed = [{ ...assetEntity(ASSET), fileName: NAME }, originalOf(ASSET, hash)].map((entity, at) => ({ seq: at + 1, entity }));
  store.applyPage(feed, 'e.g.2', true, null, 1);
  const add = (name: string, more: Partial<LocalFile>): number => {
    const stats = lstatSync(join(root, name), { bigint: true });
    const seen = { path: name, size: Number(stats.size), mtimeMs: mtimeMsOf(stats), stamp: stampOf(stats), newHere: false, firstSeen: 1 };
    return store.addFile({ ...seen, baseHash: hash, assetId: ASSET, agreedAt: 2, ...more });
  };
  const key = add(NAME, { hash });
  const connection = {
    call: async () => ({ ok: true, value: { found: [{ state: 'stored', hash }] } }),
    transport: {
      request: async () => {
        during(path);
        return {
          status: 200,
          header: (name: string) => (name === 'content-length' ? String(small.length) : null),
          body: (async function* () {
            yield small;
          })(),
        };
      },
    },
  } as unknown as Work['connection'];
  const work = workAlone({ identity: own, store, connection }, new Settlement(store), new AbortController().signal);
  const left = (): string[] =>
    [...readdirSync(root), ...readdirSync(join(root, '.rollcall', 'incoming'))].filter((name) => name !== '.rollcall');
  return { work, store, root, original, small, file: () => store.file(key) ?? assert.fail('it is gone'), add, left };
}

test('EV-13: an original gives way to its compressed version beside it, and nothing half done is left', async (t) => {
  const { work, store, small, original, file, left, root } = await photoHere(t);
  assert.deepEqual(await evict(work, ASSET), { freed: original.length - small.length });
  assert.deepEqual([left(), file().path, file().standIn?.assetId, store.outboxSize()], [['a.png.jpg'], 'a.png.jpg', ASSET, 0]);
  assert.deepEqual(readFileSync(join(root, 'a.png.jpg')), small);
});

test('EV-16: an original that its person deletes or changes while it is to give way is left to them, and nothing breaks', async (t) => {
  const deleted = await photoHere(t, (path) => rmSync(path, { force: true }));
  assert.deepEqual(await evict(deleted.work, ASSET), { kept: 'changed-here' });
  assert.deepEqual([deleted.left(), deleted.file().path, deleted.file().standIn], [[], NAME, null]);
  const changed = await photoHere(t, (path) => writeFileSync(path, 'theirs'));
  assert.deepEqual(await evict(changed.work, ASSET), { kept: 'changed-here' });
  assert.deepEqual([changed.left(), readFileSync(join(changed.root, NAME), 'utf8')], [[NAME], 'theirs']);
});

test('EV-16: a compressed version stays where its original beside it is gone by now, or is another', async (t) => {
  for (const happens of [(path: string) => rmSync(path), (path: string) => writeFileSync(path, 'theirs'), null]) {
    const { work, store, root, small, add } = await photoHere(t);
    const standIn = { assetId: ASSET, of: store.fileAt(NAME)?.hash ?? '' };
    writeFileSync(join(root, 'a.png.jpg'), small);
    const key = add('a.png.jpg', { hash: createHash('sha256').update(small).digest('hex'), standIn });
    happens?.(join(root, NAME));
    await dropStandIn(work, store.file(key) ?? assert.fail(), ASSET);
    assert.deepEqual([existsSync(join(root, 'a.png.jpg')), store.file(key) !== null], happens === null ? [false, false] : [true, true]);
  }
});

test('EV-16: a compressed version that is gone by itself is no fault of this program', async (t) => {
  const { work, store, root, small, add } = await photoHere(t);
  writeFileSync(join(root, 'a.png.jpg'), small);
  const standIn = { assetId: ASSET, of: store.fileAt(NAME)?.hash ?? '' };
  const key = add('a.png.jpg', { hash: createHash('sha256').update(small).digest('hex'), standIn });
  rmSync(join(root, 'a.png.jpg'));
  await dropStandIn(work, store.file(key) ?? assert.fail(), ASSET);
  assert.equal(store.file(key)?.trouble?.code, 'file-changing');
});

test('EV-17: while the library closes nothing gives way', async (t) => {
  const { work, left, file } = await photoHere(t);
  const closing = { code: 'library-closing', evidence: { date: 9 }, tries: 0, nextTry: null, since: 1 } as const;
  const closes: Work = { ...work, conditions: () => ({ ...work.conditions(), closing }) };
  assert.deepEqual([await evict(closes, ASSET), left(), file().standIn], [{ kept: 'library-closes' }, [NAME], null]);
});

test(
  'EV-22: where the disk takes the compressed version no more, nothing of it is left on it',
  { skip: !existsSync('/dev/full') },
  async (t) => {
    const { work, left, file, root } = await photoHere(t);
    // All that is written there is refused, as on a full disk.
    const part = join(root, '.rollcall', 'incoming', `${file().hash}-f-${file().key}`);
    symlinkSync('/dev/full', part);
    assert.deepEqual(await evict(work, ASSET), { kept: 'disk-full' });
    assert.deepEqual([left(), file().standIn], [[NAME], null]);
  },
);

test('FS-61: a file to which this device is just writing is neither removed nor renamed nor read for that: it waits', async (t) => {
  for (const act of [
    removeFile,
    dropStandIn,
    async (...[work, file, id]: Parameters<typeof removeFile>) => renameFile(work, file, id, 'b.png'),
  ]) {
    const { work, file, left, root } = await photoHere(t);
    writeFileSync(join(root, NAME), 'theirs');
    const { hash } = file();
    work.claimed.add(NAME);
    await act(work, file(), ASSET);
    assert.deepEqual([left(), file().path, file().hash, file().trouble?.code], [[NAME], NAME, hash, 'file-changing']);
  }
});

test('EV-30: while one file of a photo is wanted in full none of them gives way: a person has just asked for the photo', async (t) => {
  const { work, store, root, small, original, left, add } = await photoHere(t);
  writeFileSync(join(root, 'a.mov.jpg'), small);
  const film = 'f'.repeat(64);
  const standIn = { assetId: ASSET, of: film };
  const key = add('a.mov.jpg', { hash: createHash('sha256').update(small).digest('hex'), baseHash: film, standIn });
  wantFull(store, key);
  assert.deepEqual(await evict(work, ASSET), { kept: 'wanted-full' });
  assert.deepEqual(left(), ['a.mov.jpg', NAME]);
  endWantFull(store, key);
  assert.deepEqual(await evict(work, ASSET), { freed: original.length - small.length });
});
