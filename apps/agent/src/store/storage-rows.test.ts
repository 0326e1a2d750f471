import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { addPin, evictableOf, pinnedBy, pinsTold, readPins, removePin, type FilePatch } from '@rollcall/core';
import { assetEntity, originalOf } from '@rollcall/core/testing';
import { LIMITS, type Entity } from '@rollcall/protocol';
import fc from 'fast-check';
import type { DurableStore } from './durable-store.ts';
import { openDeviceStore } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-storage-rows-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let stores = 0;
const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const hash = (n: number): string => String(n).padStart(64, '0');

function opened(): DurableStore {
  return openDeviceStore(join(folder, `${++stores}.sqlite`));
}

function told(store: DurableStore, ...entities: Entity[]): void {
  store.applyPage(
    entities.map((entity, at) => ({ seq: at + 1, entity })),
    'e.g.2',
    true,
    null,
    1,
  );
}

const file = (n: number) => ({ path: `2024/${n}.jpg`, size: 100 + n, mtimeMs: 7, stamp: 's', newHere: false, firstSeen: 1 });
const bound = (n: number, assetId = id(n)) => ({ ...file(n), hash: hash(n), baseHash: hash(n), assetId, agreedAt: 10 * n });

test('OS-7: the bytes of what is here are known at once, whatever came, changed, went missing and was dropped', () => {
  const store = opened();
  const deed = fc.oneof(
    fc.record({ do: fc.constant('add' as const), size: fc.nat(1000) }),
    fc.record({ do: fc.constant('patch' as const), of: fc.nat(30), size: fc.nat(1000) }),
    fc.record({ do: fc.constant('miss' as const), of: fc.nat(30), back: fc.boolean() }),
    fc.record({ do: fc.constant('drop' as const), of: fc.nat(30) }),
  );
  let paths = 0;
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      for (const each of deeds) {
        const all = store.files();
        const one = 'of' in each ? all[each.of % Math.max(1, all.length)] : undefined;
        if (each.do === 'add') store.addFile({ ...file((paths += 1)), size: each.size });
        else if (one === undefined) continue;
        else if (each.do === 'patch') store.patchFile(one.key, { size: each.size });
        else if (each.do === 'miss') store.patchFile(one.key, { missingSince: each.back ? null : 5 });
        else store.dropFile(one.key);
      }
      const sum = store.files().reduce((bytes, each) => bytes + (each.missingSince === null ? each.size : 0), 0);
      assert.equal(store.storage.bytesHere(), sum);
    }),
    { numRuns: 60 },
  );
  store.close();
});

test('OS-7: what may make room is a photo that is here in full and agreed on, with all its files; told in pieces, it is all of them', () => {
  const store = opened();
  told(
    store,
    ...[1, 2, 3, 4, 5].flatMap((n): Entity[] => [
      assetEntity(id(n), { favourite: n === 2, ...(n === 5 ? { state: 'trashed' as const } : {}) }),
      originalOf(id(n), hash(n)),
    ]),
  );
  for (const n of [1, 2, 3, 4, 5]) store.addFile(bound(n));
  store.addFile({ ...bound(6, id(1)), path: '2024/1.mov' });
  store.patchFile(store.fileAt('2024/3.jpg')?.key ?? 0, { standIn: { assetId: id(3), of: hash(3) }, hash: hash(9), size: 7 });
  store.patchFile(store.fileAt('2024/4.jpg')?.key ?? 0, { hash: hash(8) });
  const photos = [];
  for (let from: string | null = ''; from !== null;) {
    const piece = store.storage.evictable(from, 1);
    photos.push(...piece.photos);
    from = piece.next;
  }
  assert.deepEqual(
    photos.map((each) => [each.assetId, each.bytes, each.cameAt, each.favourite, each.files.map(({ path }) => path)]),
    [
      [id(1), 207, 60, false, ['2024/1.jpg', '2024/1.mov']],
      [id(2), 102, 20, true, ['2024/2.jpg']],
    ],
  );
  assert.deepEqual(store.storage.evictable('', 100).photos, photos);
  const [standIn] = store.storage.standIns();
  assert.deepEqual([standIn?.path, standIn?.assetId, standIn?.size], ['2024/3.jpg', id(3), 7]);
  const size = store.remote(id(3))?.resources[0]?.size;
  assert.equal(standIn?.original, size);
  assert.deepEqual(store.storage.sums().compressed, { files: 1, bytes: 7, originals: size });
  assert.equal(store.storage.sums().full.files, 5);
  store.close();
});

test('EV-31: what the rows of a device give as what may make room is what the rule says of each photo', () => {
  const patch = fc.record(
    {
      hash: fc.constantFrom(null, hash(1), hash(2)),
      baseHash: fc.constantFrom(null, hash(1), hash(2)),
      agreedAt: fc.constantFrom(null, 5, 9),
      standIn: fc.constantFrom(null, { assetId: id(1), of: hash(1) }),
      missingSince: fc.constantFrom(null, 3),
      excluded: fc.constantFrom(null, 'hidden-file' as const),
      trouble: fc.constantFrom(null, { code: 'refused' as const, evidence: {}, tries: 1, nextTry: null, since: 1 }),
      rotted: fc.constantFrom(null, hash(3)),
    },
    { requiredKeys: [] },
  );
  const asset = fc.record({
    state: fc.constantFrom('live' as const, 'trashed' as const),
    favourite: fc.boolean(),
    capturedAt: fc.constantFrom('2024-05-06T10:00:00', '2024-05-06', ''),
    files: fc.array(patch, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(asset, { maxLength: 4 }), (photos) => {
      const store = opened();
      told(store, ...photos.map(({ files: _files, ...fields }, n) => assetEntity(id(n), fields)));
      let paths = 0;
      for (const [n, { files }] of photos.entries())
        for (const each of files)
          store.patchFile(store.addFile(bound((paths += 1), id(n))), { hash: hash(1), baseHash: hash(1), ...(each as FilePatch) });
      const rule = photos.flatMap((_photo, n) => {
        const remote = store.remote(id(n));
        return (remote === null ? null : evictableOf(remote.asset, store.filesOf(id(n)))) ?? [];
      });
      const rows = store.storage.evictable('', 100).photos.map(({ files: _files, ...photo }) => photo);
      assert.deepEqual(rows, rule);
      store.close();
    }),
    { numRuns: 60 },
  );
});

test('OS-8: pinned is what lies in a pinned folder, is in a pinned album, or is pinned itself; until it is unpinned', () => {
  const store = opened();
  const album = {
    type: 'album' as const,
    title: 'Summer',
    order: 'by-hand' as const,
    cover: null,
    deleted: false,
    addedAt: 1,
    addedBy: null,
  };
  const item = { type: 'album-item' as const, albumId: id(90), position: 'a0', removed: false };
  told(store, { ...album, id: id(90) }, { ...item, assetId: id(1) }, { ...item, assetId: id(2), removed: true });
  told(store, { ...album, id: id(91), deleted: true }, { ...item, albumId: id(91), assetId: id(3) });
  assert.deepEqual(store.storage.albums('summer'), [{ id: id(90), title: 'Summer' }]);
  assert.deepEqual([store.storage.photosOf(id(90)), store.storage.photosOf(id(91))], [[id(1)], []]);
  const isPinned = (assetId: string, ...paths: string[]): boolean =>
    pinnedBy(store, (albumId) => store.storage.photosOf(albumId))(assetId, paths);
  const pins = [
    { kind: 'album', id: id(90), title: 'Summer' },
    { kind: 'folder', path: '2024/05' },
    { kind: 'photo', id: id(7) },
  ] as const;
  for (const pin of pins) assert.ok(addPin(store, pin) && addPin(store, pin));
  assert.equal(readPins(store).length, 3);
  assert.deepEqual(
    [isPinned(id(1)), isPinned(id(2)), isPinned(id(9), 'a.jpg', '2024/05/a.jpg'), isPinned(id(9), '2024/050/a.jpg'), isPinned(id(7))],
    [true, false, true, false, true],
  );
  for (const pin of pins) assert.ok(removePin(store, pin) && !removePin(store, pin));
  assert.equal(pinsTold(store), null);
  assert.deepEqual([isPinned(id(1)), isPinned(id(7)), readPins(store)], [false, false, []]);
  store.close();
});

test('OS-53: a pinned photo that became one with another is pinned still, also by its album, and unpinned by the id of the one that was kept', () => {
  const store = opened();
  const album = { title: 'Summer', order: 'by-hand' as const, cover: null, deleted: false, addedAt: 1, addedBy: null };
  told(
    store,
    assetEntity(id(1)),
    originalOf(id(1), hash(1)),
    { type: 'alias', from: id(7), to: id(1) },
    { type: 'alias', from: id(8), to: id(1) },
    { type: 'album', id: id(90), ...album },
    { type: 'album-item', albumId: id(90), assetId: id(8), position: 'a0', removed: false },
  );
  const isPinned = (): boolean => pinnedBy(store, (albumId) => store.storage.photosOf(albumId))(id(1), []);
  addPin(store, { kind: 'photo', id: id(7) });
  assert.ok(isPinned());
  assert.ok(removePin(store, { kind: 'photo', id: id(1) }));
  assert.equal(isPinned(), false);
  addPin(store, { kind: 'album', id: id(90), title: 'Summer' });
  assert.ok(isPinned());
  store.close();
});

test('OS-36: of what is pinned the number is told, the last by name, and which photos, so that a page can tell of each and end it', () => {
  const store = opened();
  told(store, assetEntity(id(1)), originalOf(id(1), hash(1)));
  addPin(store, { kind: 'photo', id: id(1) });
  addPin(store, { kind: 'album', id: id(90), title: 'Summer' });
  addPin(store, { kind: 'folder', path: '2024/0' });
  assert.deepEqual(pinsTold(store), {
    count: 3,
    first: [
      { kind: 'folder', name: '2024/0' },
      { kind: 'album', name: 'Summer', id: id(90) },
      { kind: 'photo', name: assetEntity(id(1)).fileName, id: id(1) },
    ],
    photos: [id(1)],
  });
  for (let n = 1; n < 20; n += 1) addPin(store, { kind: 'folder', path: `2024/${n}` });
  const pins = pinsTold(store);
  assert.deepEqual([pins?.count, pins?.first.length, pins?.first[0]?.name, pins?.photos], [22, 10, '2024/19', [id(1)]]);
  for (let n = 0; n < 300; n += 1) addPin(store, { kind: 'photo', id: id(1000 + n) });
  assert.deepEqual([pinsTold(store)?.photos?.length, pinsTold(store)?.photos?.[0]], [LIMITS.pinnedPhotosTold, id(1299)]);
  store.close();
});
