import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { isWantedFull, mtimeMsOf, stampOf, USUAL_POLICY } from '@rollcall/core';
import { ASSET, assetEntity, OTHER, originalOf } from '@rollcall/core/testing';
import { CHAIN_START, resourceId } from '@rollcall/protocol';
import type { Device } from '../device.ts';
import { writeMarker } from '../folder/marker.ts';
import { connect } from '../server/connection.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { bringHere, hereInFull, wantedOf } from './bring.ts';

const ORIGINAL = Buffer.from('all the bytes of the original');
const SMALL = Buffer.from('fewer of them');
/** The film of a Live Photo, and its compressed version. */
const FILM = Buffer.alloc(500, 'film');
const STILL_OF_FILM = Buffer.from('a picture of it');
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const filmOf = (assetId: string) => {
  const hash = hashOf(FILM);
  const film = { ...originalOf(assetId, hash), role: 'live-video', size: FILM.length, mime: 'video/quicktime', fileName: 'a.mov' };
  return { ...film, id: resourceId(assetId, 'live-video', hash) };
};

interface Here {
  readonly device: Device;
  readonly root: string;
  /** How often the original was asked for. */
  asked: number;
}

/**
 * A device of which these files are copies of one stand-in, and a cloud that has its original.
 * @param during what happens while the cloud is asked for it
 */
function copiesHere(t: TestContext, names: readonly string[], during: (here: Here) => void = () => undefined): Here {
  const home = mkdtempSync(join(tmpdir(), 'rollcall-bring-'));
  const root = join(home, 'photos');
  mkdirSync(root);
  const identity = { deviceId: OTHER, name: 'd', server: 'http://127.0.0.1:9', accountId: 'x', email: 'e@x.org', libraryId: OTHER };
  const own = { ...identity, folder: root };
  writeMarker(root, own);
  mkdirSync(join(root, '.rollcall', 'incoming'), { recursive: true });
  const store = openDeviceStore(join(home, 'device.sqlite'));
  store.setIdentity(own);
  store.rechain('epoch1', { n: 0, hash: CHAIN_START });
  const [of, hash] = [hashOf(ORIGINAL), hashOf(SMALL)];
  const feed = [
    { ...assetEntity(ASSET), fileName: 'a.jpg' },
    { ...originalOf(ASSET, of), size: ORIGINAL.length },
  ];
  store.applyPage(
    feed.map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.2',
    true,
    null,
    1,
  );
  for (const name of names) {
    writeFileSync(join(root, name), SMALL);
    const stats = lstatSync(join(root, name), { bigint: true });
    const seen = { path: name, size: SMALL.length, mtimeMs: mtimeMsOf(stats), stamp: stampOf(stats), newHere: false, firstSeen: 1 };
    store.addFile({ ...seen, hash, baseHash: of, assetId: ASSET, agreedAt: 2, standIn: { assetId: ASSET, of } });
  }
  const connection = connect(identity.server, null, false);
  const request = async ({ path }: { path: string }): Promise<object> => {
    here.asked += 1;
    during(here);
    const bytes = path.includes(filmOf(ASSET).id) ? FILM : ORIGINAL;
    return {
      status: 200,
      header: (name: string) => ({ etag: `"${hashOf(bytes)}"`, 'content-length': String(bytes.length) })[name] ?? null,
      body: (async function* () {
        yield bytes;
      })(),
    };
  };
  const transport = { request } as unknown as typeof connection.transport;
  const close = (): void => {
    connection.close();
    store.close();
  };
  const here: Here = { device: { home, store, identity: own, connection: { ...connection, transport }, close }, root, asked: 0 };
  t.after(() => {
    close();
    rmSync(home, { recursive: true });
  });
  return here;
}

const AHEAD = { policy: USUAL_POLICY, overrides: {}, conditions: { now: 1, server: [], folder: [], held: [] } };

test('OS-37: without an agent, all copies of one stand-in come in full, though the same bytes come once at a time', async (t) => {
  const names = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg', 'e.jpg'];
  const { device, root } = copiesHere(t, names);
  const wanted = wantedOf(device, device.store.files());
  const failed = await bringHere(device, AHEAD, wanted, null, new AbortController().signal);
  assert.deepEqual([...failed.values()], []);
  assert.deepEqual(
    readdirSync(root).filter((name) => name !== '.rollcall'),
    names,
  );
  for (const name of names) assert.deepEqual(readFileSync(join(root, name)), ORIGINAL);
  assert.equal(hereInFull(device, wanted), names.length);
});

test('OS-37: what does not come ends the command: nothing is tried for ever', async (t) => {
  const { device } = copiesHere(t, ['a.jpg', 'b.jpg'], () => {
    throw Object.assign(new Error('nobody is there'), { code: 'ECONNREFUSED' });
  });
  const wanted = wantedOf(device, device.store.files());
  const failed = await bringHere(device, AHEAD, wanted, null, new AbortController().signal);
  assert.deepEqual([failed.size, hereInFull(device, wanted)], [2, 0]);
});

test('OS-38: a photo that is gone meanwhile is none that came', async (t) => {
  const { device } = copiesHere(t, ['a.jpg', 'b.jpg'], (here) => {
    const [file] = here.device.store.files().filter(({ path }) => path === 'b.jpg');
    if (file !== undefined) here.device.store.dropFile(file.key);
  });
  const wanted = wantedOf(device, device.store.files());
  const failed = await bringHere(device, AHEAD, wanted, null, new AbortController().signal);
  assert.deepEqual([failed.size, hereInFull(device, wanted)], [0, 1]);
});

/** Adds the film of the photo, compressed. */
function addFilm({ device: { store }, root }: Here): void {
  const film = filmOf(ASSET);
  store.applyPage([{ seq: 3, entity: film }], 'e.g.3', true, null, 1);
  writeFileSync(join(root, 'a.mov.jpg'), STILL_OF_FILM);
  const stats = lstatSync(join(root, 'a.mov.jpg'), { bigint: true });
  const seen = { path: 'a.mov.jpg', size: STILL_OF_FILM.length, mtimeMs: mtimeMsOf(stats), stamp: stampOf(stats), newHere: false };
  const rows = { hash: hashOf(STILL_OF_FILM), baseHash: film.hash, assetId: ASSET, agreedAt: 2, wantedName: 'a.mov', firstSeen: 1 };
  store.addFile({ ...seen, ...rows, standIn: { assetId: ASSET, of: film.hash } });
}

test('OS-60: a Live Photo with room for one of its halves stays compressed as a whole, which is no trouble; with room for both, both come', async (t) => {
  const here = copiesHere(t, ['a.jpg']);
  const { device, root } = here;
  addFilm(here);
  const wanted = wantedOf(device, device.store.files());
  const bring = (free: number) => {
    const overrides = { 'free-space': { is: free, since: 1 } };
    return bringHere(device, { ...AHEAD, overrides }, wanted, null, new AbortController().signal);
  };
  const needed = FILM.length + ORIGINAL.length;
  for (const free of [ORIGINAL.length, FILM.length, needed - 1]) {
    const failed = await bring(free);
    assert.deepEqual(
      [...failed.values()].map(({ code, evidence }) => [code, evidence['needed'], evidence['free']]),
      Array.from({ length: 2 }, () => ['device-disk-full', needed, free]),
    );
    assert.deepEqual([here.asked, readFileSync(join(root, 'a.jpg')), readFileSync(join(root, 'a.mov.jpg'))], [0, SMALL, STILL_OF_FILM]);
    const left = device.store.files().map(({ key, trouble }) => [isWantedFull(device.store, key), trouble]);
    assert.deepEqual(left, [
      [false, null],
      [false, null],
    ]);
  }
  assert.equal((await bring(needed)).size, 0);
  assert.deepEqual([readFileSync(join(root, 'a.jpg')), readFileSync(join(root, 'a.mov'))], [ORIGINAL, FILM]);
});
