import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOLD_DAY_MS, type Conditions, type Trouble } from '../../plan/index.ts';
import { CHAIN_START, mutationHash, resourceId, type Asset, type Entity, type FeedEntry, type Resource } from '@rollcall/protocol';
import { planUnit } from '../desk.ts';
import { isLearning, learn, learnRows, readAnew } from '../feed.ts';
import type { DeviceStore, NewFile } from '../store.ts';
import { assetUnit, fileUnit, type Unit } from '../unit.ts';

const DEVICE = '01900000-0000-7000-8000-00000000000d';
export const ASSET = '01900000-0000-7000-8000-000000000001';
export const OTHER = '01900000-0000-7000-8000-000000000002';
const H1 = '1'.repeat(64);
const H2 = '2'.repeat(64);
const H3 = '3'.repeat(64);
const CALM: Conditions = { now: 10, server: [], folder: [] };

export function assetEntity(id: string, over: Partial<Asset> = {}): Asset {
  return {
    type: 'asset',
    id,
    kind: 'photo',
    state: 'live',
    trashedAt: null,
    addedAt: 1,
    addedBy: null,
    rendering: null,
    fileName: 'a.jpg',
    capturedAt: '2024-01-01T00:00:00',
    capturedSource: 'exif',
    width: 1,
    height: 1,
    duration: null,
    camera: null,
    exposure: null,
    place: null,
    title: null,
    caption: null,
    favourite: false,
    hidden: false,
    rating: null,
    keywords: [],
    ...over,
  };
}
export function originalOf(assetId: string, hash: string, removed = false): Resource {
  return {
    type: 'resource',
    id: resourceId(assetId, 'original', hash),
    assetId,
    role: 'original',
    hash,
    size: 5,
    mime: 'image/jpeg',
    fileName: null,
    modifiedAt: null,
    removed,
  };
}
const fed = (...entities: Entity[]): FeedEntry[] => entities.map((entity, at) => ({ seq: at + 1, entity }));
const newFile = (path: string, over: Partial<NewFile> = {}): NewFile => ({
  path,
  size: 5,
  mtimeMs: 7,
  stamp: 's',
  newHere: true,
  firstSeen: 1,
  ...over,
});

/** What every store of a device must do, whatever it is made of. `open` gives an empty, linked one. */
export function deviceStoreContract(name: string, open: () => DeviceStore & { close(): void }): void {
  describe(`a device's store (${name})`, () => {
    const linked = (): ReturnType<typeof open> => {
      const store = open();
      store.setIdentity({
        deviceId: DEVICE,
        name: 'd',
        server: 'http://127.0.0.1:1',
        folder: '/f',
        accountId: 'x',
        email: 'e@example.org',
        libraryId: DEVICE,
      });
      store.rechain('epoch1', { n: 0, hash: CHAIN_START });
      return store;
    };

    test('ST-1: a step takes effect whole or not at all', () => {
      const store = linked();
      assert.throws(() =>
        store.transact(() => {
          store.addFile(newFile('a.jpg'));
          throw new Error('cut');
        }),
      );
      assert.equal(store.countFiles(), 0);
      store.close();
    });

    test('ST-2: a file keeps what a patch does not name', () => {
      const store = linked();
      const key = store.addFile(newFile('x/a.jpg'));
      store.patchFile(key, { hash: H1, assetId: ASSET });
      store.patchFile(key, { gone: true });
      const file = store.file(key);
      assert.deepEqual(
        [file?.hash, file?.assetId, file?.gone, file?.wantedName, file?.writtenName, file?.newHere],
        [H1, ASSET, true, 'a.jpg', 'a.jpg', true],
      );
      store.close();
    });

    test('ST-3: what is known below a path does not include its neighbours', () => {
      const store = linked();
      for (const path of ['a/1.jpg', 'a/b/2.jpg', 'ab/3.jpg', 'a.jpg']) store.addFile(newFile(path));
      assert.deepEqual([...store.knownBelow('a').keys()].sort(), ['a/1.jpg', 'a/b/2.jpg']);
      store.close();
    });

    test('ST-4: mutations form a chain: n counts up, each names the hash of the one before', () => {
      const store = linked();
      store.queue({ name: 'asset.trash', args: { assetId: ASSET } }, null, 1);
      store.queue({ name: 'asset.restore', args: { assetId: ASSET } }, null, 2);
      const [first, second] = store.outbox();
      assert.ok(first && second);
      assert.deepEqual(
        [first.n, second.n, first.mutation.previous, second.mutation.previous],
        [1, 2, CHAIN_START, mutationHash(first.mutation)],
      );
      store.rechain('epoch2', { n: 7, hash: H1 });
      const [moved, last] = store.outbox();
      assert.ok(moved && last);
      assert.deepEqual(
        [moved.n, moved.mutation.epoch, moved.mutation.previous, last.mutation.previous],
        [8, 'epoch2', H1, mutationHash(moved.mutation)],
      );
      store.close();
    });

    test('ST-5: an entry leaves the outbox only when it was answered and a complete pull acknowledges it; then the base agrees', () => {
      const store = linked();
      const key = store.addFile(newFile('a.jpg', { hash: H1, assetId: ASSET }));
      const n = store.queue({ name: 'asset.trash', args: { assetId: ASSET } }, H1, 1);
      store.applyPage([], 'e.g.1', true, { n, hash: H2 }, 5);
      assert.equal(store.outboxSize(), 1);
      store.answer(n, { status: 'applied' });
      store.applyPage([], 'e.g.1', false, { n, hash: H2 }, 5);
      assert.equal(store.outboxSize(), 1);
      store.applyPage([], 'e.g.1', true, { n: 0, hash: H2 }, 5);
      assert.equal(store.outboxSize(), 1);
      assert.equal(store.file(key)?.baseHash, null);
      store.applyPage([], 'e.g.2', true, { n, hash: H2 }, 6);
      assert.equal(store.outboxSize(), 0);
      assert.deepEqual([store.file(key)?.baseHash, store.file(key)?.agreedAt, store.cursor()], [H1, 6, 'e.g.2']);
      store.close();
    });

    test('ST-6: an alias takes files and queued changes to the kept asset', () => {
      const store = linked();
      const key = store.addFile(newFile('a.jpg', { hash: H1, assetId: ASSET }));
      store.queue({ name: 'asset.set', args: { assetId: ASSET, fields: { favourite: true } } }, null, 1);
      store.applyPage(fed(assetEntity(OTHER), originalOf(OTHER, H1), { type: 'alias', from: ASSET, to: OTHER }), 'e.g.3', true, null, 2);
      assert.equal(store.file(key)?.assetId, OTHER);
      assert.equal(store.queuedFor(OTHER).length, 1);
      assert.equal(store.resolve(ASSET), OTHER);
      assert.deepEqual(store.incoming(), []);
      store.close();
    });

    test('ST-7: bytes are matched to what is live, then to what is in the trash; purged bytes are remembered', () => {
      const store = linked();
      store.applyPage(
        fed(
          assetEntity(ASSET, { state: 'trashed' }),
          originalOf(ASSET, H1),
          assetEntity(OTHER, { state: 'purged' }),
          originalOf(OTHER, H2, true),
        ),
        'e.g.4',
        true,
        null,
        2,
      );
      assert.equal(store.match(H1)?.asset.id, ASSET);
      assert.equal(store.match(H2), null);
      assert.equal(store.purgedBefore(H2), true);
      assert.equal(store.purgedBefore(H1), false);
      store.close();
    });

    test('ST-8: after the feed was read again, what it did not tell of is unknown; files stay', () => {
      const store = linked();
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), assetEntity(OTHER)), 'e.g.3', true, null, 2);
      const key = store.addFile(newFile('a.jpg', { hash: H1, assetId: ASSET, baseHash: H1 }));
      store.restartFeed('put-back');
      assert.equal(store.cursor(), null);
      const effect = store.applyPage(fed(assetEntity(OTHER)), 'f.g.1', true, null, 3);
      assert.equal(store.remote(ASSET), null);
      assert.notEqual(store.remote(OTHER), null);
      assert.notEqual(store.file(key), null);
      assert.equal(effect.assets.has(ASSET), true);
      assert.deepEqual(store.incoming(), [OTHER]);
      store.close();
    });

    test('SM-18: a file whose bytes the server tells of no more, after it was put back, is planned again', () => {
      const store = linked();
      const photo = assetEntity(ASSET, { state: 'trashed' });
      store.applyPage(fed(photo, originalOf(ASSET, H1), assetEntity(OTHER), originalOf(OTHER, H2)), 'e.g.4', true, null, 2);
      const asked = store.addFile(newFile('a.jpg', { hash: H1 }));
      store.addFile(newFile('b.jpg', { hash: H3 }));
      store.restartFeed('put-back');
      const effect = store.applyPage(fed(assetEntity(OTHER), originalOf(OTHER, H2)), 'f.g.2', true, null, 3);
      assert.equal(store.match(H1), null);
      assert.deepEqual([...effect.files], [asked]);
      store.close();
    });

    test('SX-8: photos and what holds data of them are found by how their paths begin, in any letters', () => {
      const store = linked();
      const add = (path: string, over: Partial<NewFile>): number => store.addFile(newFile(path, over));
      for (const path of ['Trip/IMG_1.HEIC', 'Trip/IMG_1.MOV', 'Trip/IMG_10.JPG', 'Trip/Käse.jpg', 'IMG_1.JPG', 'Trip/img_1.jpg'])
        add(path, { hash: H1, kind: 'photo' });
      add('Trip/IMG_1.PNG', {});
      add('Trip/IMG_1.TIF', { hash: H1, kind: 'photo', missingSince: 5 });
      const sidecar = add('Trip/IMG_1.AAE', { excluded: 'not-a-photo', hash: H2 });
      add('Trip/IMG_1.txt', { excluded: 'not-a-photo' });
      add('Trip/IMG_1.xmp', { excluded: 'not-a-photo', hash: H2, missingSince: 5 });
      const photos = (beginning: string, most = 10): string[] =>
        store
          .photosBeginning(beginning, most)
          .map(({ path }) => path)
          .sort();
      assert.deepEqual(photos('Trip/IMG_1'), ['Trip/IMG_1.HEIC', 'Trip/IMG_1.MOV', 'Trip/IMG_10.JPG']);
      assert.deepEqual(photos('Trip/Kä'), ['Trip/Käse.jpg']);
      assert.deepEqual(photos('Trip/x'), []);
      assert.equal(photos('', 2).length, 2);
      const sidecars = (beginning: string): number[] => store.sidecarsBeginning(beginning, 10).map(({ key }) => key);
      assert.deepEqual([sidecars('Trip/IMG_1'), sidecars(''), sidecars('Trip/IMG_2')], [[sidecar], [sidecar], []]);
      assert.deepEqual(
        store.sidecarsWith(H2).map(({ key }) => key),
        [sidecar],
      );
      assert.deepEqual(store.sidecarsWith(H1), []);
      assert.deepEqual([store.holds(H2), store.hasUnbound(H2), store.unread()], [false, false, 1]);
      store.close();
    });

    test('HD-8: a deletion is held until the file is seen again, or is forgotten; what is here is counted without the missing', () => {
      const store = linked();
      const asset = (at: number): string => `${ASSET.slice(0, -2)}1${at}`;
      const keys = ['Trip/a.jpg', 'Trip/b.jpg', '2024/05/c.jpg', 'd.jpg'].map((path, at) =>
        store.addFile(newFile(path, { hash: H1, assetId: asset(at) })),
      );
      store.addFile(newFile('2024/05/c (2).jpg', { assetId: asset(2) }));
      const [first = 0, second = 0] = keys;
      for (const key of [first, second]) store.patchFile(key, { missingSince: 5, gone: true, held: true });
      assert.deepEqual([store.held().map(({ path }) => path), store.file(first)?.held], [['Trip/a.jpg', 'Trip/b.jpg'], true]);
      assert.deepEqual(store.here(), { here: 2, hereByTop: new Map([['2024', 1]]) });
      store.patchFile(first, { missingSince: null, gone: false });
      assert.equal(store.file(first)?.held, false);
      store.patchFile(first, { missingSince: 9, gone: true });
      assert.deepEqual(
        store.held().map(({ key }) => key),
        [second],
      );
      store.dropFile(second);
      assert.deepEqual(store.held(), []);
      assert.equal(store.hasUnbound(H1), false);
      store.addFile(newFile('e.jpg', { hash: H1 }));
      assert.equal(store.hasUnbound(H1), true);
      store.close();
    });

    test('HD-9: what was let through is remembered for a day, each photo once, and forgotten at an answer', () => {
      const store = linked();
      store.addLetThrough({ assetId: ASSET, path: 'a.jpg', at: 1000 });
      store.addLetThrough({ assetId: OTHER, path: 'b.jpg', at: 2000 });
      store.addLetThrough({ assetId: ASSET, path: 'c.jpg', at: 3000 });
      const paths = (now: number): string[] => store.letThrough(now).map(({ path }) => path);
      assert.deepEqual(paths(HOLD_DAY_MS + 1999), ['c.jpg', 'b.jpg']);
      assert.deepEqual(paths(HOLD_DAY_MS + 2000), ['c.jpg']);
      store.clearLetThrough();
      assert.deepEqual(paths(0), []);
      store.close();
    });

    test('JN-25: a photo that became part of another is no asset any more, and its file is the pair’s; what of a pair is lacking here is to come', () => {
      const store = linked();
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), assetEntity(OTHER), originalOf(OTHER, H2)), 'e.g.4', true, null, 2);
      const film = store.addFile(newFile('a.mov', { hash: H2, baseHash: H2, assetId: OTHER }));
      assert.deepEqual(store.incoming(), [ASSET]);
      const part = { ...originalOf(ASSET, H2), id: resourceId(ASSET, 'live-video', H2), role: 'live-video' };
      const alias: Entity = { type: 'alias', from: OTHER, to: ASSET, role: 'live-video' };
      store.applyPage(fed(part, originalOf(OTHER, H2, true), alias), 'e.g.7', true, null, 3);
      assert.deepEqual([store.remote(OTHER), store.file(film)?.assetId, store.resolve(OTHER)], [null, ASSET, ASSET]);
      assert.equal(store.match(H2)?.asset.id, ASSET);
      assert.deepEqual([store.wasTold(H2, ASSET), store.wasTold(H1, ASSET), store.wasTold(H1, OTHER)], [true, true, false]);
      assert.deepEqual(store.incoming(), [ASSET]);
      const photo = store.addFile(newFile('a.jpg', { hash: H1, baseHash: H1, assetId: ASSET }));
      assert.deepEqual(store.incoming(), []);
      store.dropFile(film);
      assert.deepEqual(store.incoming(), [ASSET]);
      assert.notEqual(store.file(photo), null);
      // Purged with the pair, a part is remembered as its photo is.
      store.applyPage(
        fed(assetEntity(ASSET, { state: 'purged' }), { ...part, removed: true }, originalOf(ASSET, H1, true)),
        'e.g.9',
        true,
        null,
        4,
      );
      assert.deepEqual([store.purgedBefore(H2), store.match(H2), store.incoming()], [true, null, []]);
      store.close();
    });

    test('PL-28: a part of a pair that is lacking here is to come, also where other versions of the photo lie beside it', () => {
      const store = linked();
      const part = { ...originalOf(ASSET, H2), id: resourceId(ASSET, 'alternate', H2), role: 'alternate' };
      const edit = { ...originalOf(ASSET, H3), id: resourceId(ASSET, 'edited', H3), role: 'edited' };
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), part, edit), 'e.g.4', true, null, 2);
      for (const [path, hash] of [
        ['a.jpg', H1],
        ['b.jpg', H3],
      ] as const)
        store.addFile(newFile(path, { hash, baseHash: hash, assetId: ASSET }));
      assert.deepEqual(store.incoming(), [ASSET]);
      store.addFile(newFile('c.jpg', { hash: H2, baseHash: H2, assetId: ASSET }));
      assert.deepEqual(store.incoming(), []);
      store.close();
    });

    test('RD-27: a server that was put back while a device learned to read more is noticed, and what is only known here is told as lost', () => {
      const store = linked();
      learnRows(store, 1);
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1)), 'e.g.2', true, null, 2);
      learnRows(store, 2);
      assert.equal(readAnew(store, { code: 'cursor-expired', words: '', details: { why: 'unknown' }, status: 410 }), true);
      assert.deepEqual([isLearning(store), store.cursor()], [false, null]);
      store.applyPage([], 'f.g.0', true, null, 3);
      assert.deepEqual([store.lost().count, store.note('server-put-back')], [1, '3']);
      store.close();
    });

    test('KF-8: what a person said of bytes is kept until they say otherwise', () => {
      const store = linked();
      store.setWord(H1, 'asked', 1);
      store.setWord(H1, 'forgotten', 2);
      assert.deepEqual([store.word(H1), store.word(H2)], ['forgotten', null]);
      store.setWord(H1, null, 3);
      assert.equal(store.word(H1), null);
      store.close();
    });

    test('KF-9: a file that is about to be bound to the asset that has its bytes is known, and is planned when that is in the library again', () => {
      const store = linked();
      const key = store.addFile(newFile('a.jpg', { hash: H1 }));
      assert.deepEqual([store.settlingHere(H1), store.settlingHere(H2)], [true, false]);
      // Added here at the same time, and not told of yet.
      store.patchFile(key, { assetId: OTHER });
      assert.equal(store.settlingHere(H1), true);
      store.applyPage(fed(assetEntity(OTHER)), 'e.g.1', true, null, 2);
      assert.equal(store.settlingHere(H1), false);
      store.patchFile(key, { assetId: null, trouble: { code: 'quota-full', evidence: {}, tries: 1, nextTry: 9, since: 1 } });
      assert.equal(store.settlingHere(H1), false);
      store.patchFile(key, { trouble: null });
      store.applyPage(fed(assetEntity(ASSET, { state: 'trashed' }), originalOf(ASSET, H1)), 'e.g.2', true, null, 3);
      const effect = store.applyPage(fed(assetEntity(ASSET)), 'e.g.3', true, null, 4);
      assert.deepEqual([...effect.files], [key]);
      store.close();
    });

    test('ED-14: a part that was split off is not fetched anew while its file here is about to be known as its new photo', () => {
      const store = linked();
      const film = { ...originalOf(ASSET, H2), id: resourceId(ASSET, 'live-video', H2), role: 'live-video', mime: 'video/quicktime' };
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), film), 'e.g.3', true, null, 2);
      const agreed = (path: string, hash: string) => store.addFile(newFile(path, { hash, baseHash: hash, assetId: ASSET, agreedAt: 2 }));
      agreed('a.jpg', H1);
      const key = agreed('a.mov', H2);
      assert.equal(store.partingHere(H2), false);
      store.applyPage(
        fed(originalOf(OTHER, H2), assetEntity(OTHER, { kind: 'video', fileName: 'a.mov' }), { ...film, removed: true }),
        'e.g.6',
        true,
        null,
        3,
      );
      const doing = (unit: Unit): string[] => planUnit(store, unit, CALM, new Map())?.plan.actions.map((action) => action.do) ?? [];
      assert.deepEqual([doing(assetUnit(OTHER)), doing(fileUnit(key))], [[], ['bind']]);
      assert.equal(store.partingHere(H2), true);
      store.patchFile(key, { assetId: OTHER });
      assert.deepEqual([store.partingHere(H2), doing(assetUnit(OTHER)), doing(fileUnit(key))], [false, [], []]);
      // What a person wrote over it is no part of it, and is offered as what it is.
      store.patchFile(key, { assetId: ASSET, baseHash: H3 });
      assert.equal(store.partingHere(H2), false);
      store.close();
    });

    test('PL-66: a part that was split off while its file here is read again is not fetched before that was read', () => {
      const store = linked();
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1)), 'e.g.2', true, null, 2);
      store.applyPage(fed(originalOf(OTHER, H2), assetEntity(OTHER, { kind: 'video', fileName: 'a.mov' })), 'e.g.4', true, null, 3);
      const key = store.addFile(newFile('a.mov', { baseHash: H2, assetId: ASSET, agreedAt: 2 }));
      const plan = () => planUnit(store, assetUnit(OTHER), CALM, new Map())?.plan;
      assert.deepEqual([plan()?.actions, plan()?.after], [[], 'files']);
      store.patchFile(key, { hash: H3 });
      assert.deepEqual(
        plan()?.actions.map((action) => action.do),
        ['fetch'],
        'it was something else by then',
      );
      store.close();
    });

    test('RS-6: after the server was put back, an original that is nowhere any more is listed until it is back or forgotten', () => {
      const store = linked();
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), assetEntity(OTHER), originalOf(OTHER, H2)), 'e.g.4', true, null, 2);
      store.addFile(newFile('a.jpg', { hash: H1, assetId: ASSET, baseHash: H1 }));
      store.restartFeed('put-back');
      store.applyPage([], 'f.g.0', true, null, 3);
      assert.deepEqual(
        store.lost().photos.map(({ assetId, part, since }) => [assetId, part, since]),
        [[OTHER, 'photo', 3]],
      );
      assert.equal(store.forgotten(ASSET)?.fileName, 'a.jpg');
      store.applyPage(fed(assetEntity(OTHER), originalOf(OTHER, H2)), 'f.g.2', true, null, 4);
      assert.deepEqual(store.lost(), { count: 0, photos: [] });
      assert.equal(store.forgetLost(OTHER), false);
      assert.equal(store.forgetLost(ASSET), true);
      store.close();
    });

    test('RD-4: a feed that is read again because tombstones are gone says nothing of a server that was put back', () => {
      const store = linked();
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1)), 'e.g.2', true, null, 2);
      store.restartFeed('compacted');
      store.applyPage([], 'e.g.9', true, null, 3);
      assert.deepEqual([store.lost().count, store.note('server-put-back'), store.remote(ASSET)], [0, null, null]);
      store.close();
    });

    test('RS-9: a part of a pair that a server which was put back tells of no more is offered as a photo of its own; what is told as joined is not lost', () => {
      const store = linked();
      const part = { ...originalOf(ASSET, H2), id: resourceId(ASSET, 'alternate', H2), role: 'alternate' };
      const pair = [assetEntity(ASSET), originalOf(ASSET, H1), part];
      store.applyPage(fed(...pair), 'e.g.3', true, null, 2);
      const photo = store.addFile(newFile('a.heic', { hash: H1, baseHash: H1, assetId: ASSET }));
      const other = store.addFile(newFile('a.jpg', { hash: H2, baseHash: H2, assetId: ASSET, newHere: true }));
      store.restartFeed('put-back');
      const effect = store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1)), 'f.g.2', true, null, 3);
      const { assetId, baseHash, newHere } = store.file(other) ?? assert.fail('it is gone');
      assert.deepEqual([assetId, baseHash, newHere, effect.files.has(other)], [null, null, false, true]);
      assert.equal(store.file(photo)?.assetId, ASSET);
      assert.equal(store.lost().count, 0);
      // Where no file of it is here, it is lost.
      store.applyPage(fed(...pair), 'f.g.5', true, null, 4);
      store.dropFile(other);
      store.restartFeed('put-back');
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1)), 'g.g.2', true, null, 5);
      assert.deepEqual(
        store.lost().photos.map((each) => [each.assetId, each.part]),
        [[ASSET, 'original']],
      );
      store.applyPage(fed(...pair, assetEntity(OTHER), originalOf(OTHER, H3)), 'g.g.7', true, null, 6);
      assert.equal(store.lost().count, 0);
      // Joined while the feed was not heard of, and its tombstones are gone since.
      store.restartFeed('put-back');
      const joined = { ...originalOf(ASSET, H3), id: resourceId(ASSET, 'raw', H3), role: 'raw' };
      const alias: Entity = { type: 'alias', from: OTHER, to: ASSET, role: 'raw' };
      store.applyPage(fed(...pair, joined, alias), 'h.g.5', true, null, 7);
      assert.deepEqual([store.lost().count, store.forgotten(OTHER), store.resolve(OTHER)], [0, null, ASSET]);
      store.close();
    });

    test('PL-49: a photo that a server which was put back tells of leads nowhere else from then on, though the rest is not heard yet', () => {
      const store = linked();
      const part = { ...originalOf(ASSET, H2), id: resourceId(ASSET, 'alternate', H2), role: 'alternate' };
      const alias: Entity = { type: 'alias', from: OTHER, to: ASSET, role: 'alternate' };
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), part, alias), 'e.g.4', true, null, 2);
      assert.equal(store.resolve(OTHER), ASSET);
      store.restartFeed('put-back');
      store.applyPage(fed(assetEntity(OTHER), originalOf(OTHER, H2)), 'f.g.2', false, null, 3);
      assert.equal(store.resolve(OTHER), OTHER);
      const key = store.addFile(newFile('b.jpg', { hash: H2, assetId: OTHER, baseHash: H2 }));
      store.applyPage([], 'f.g.2', true, null, 4);
      assert.equal(store.file(key)?.assetId, OTHER);
      store.close();
    });

    test('PL-50: a part that a server which was put back knows nothing of is none of the photo with which its pair was joined meanwhile', () => {
      const store = linked();
      const part = { ...originalOf(ASSET, H2), id: resourceId(ASSET, 'alternate', H2), role: 'alternate' };
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), part), 'e.g.3', true, null, 2);
      const photo = store.addFile(newFile('a.heic', { hash: H1, baseHash: H1, assetId: ASSET }));
      const other = store.addFile(newFile('a.jpg', { hash: H2, baseHash: H2, assetId: ASSET }));
      store.restartFeed('put-back');
      const joined = { ...originalOf(OTHER, H1), id: resourceId(OTHER, 'alternate', H1), role: 'alternate' };
      const alias: Entity = { type: 'alias', from: ASSET, to: OTHER, role: 'alternate' };
      store.applyPage(fed(assetEntity(OTHER), originalOf(OTHER, H3), joined, alias), 'f.g.4', true, null, 3);
      assert.deepEqual([store.file(photo)?.assetId, store.file(other)?.assetId], [OTHER, null]);
      store.close();
    });

    test('PL-51: with a part that is told of no more goes the edit that came with it; an edit of the photo itself is offered as that', () => {
      const store = linked();
      const part = { ...originalOf(ASSET, H2), id: resourceId(ASSET, 'alternate', H2), role: 'alternate', fileName: 'b.jpg' };
      const edit = (hash: string, fileName: string | null): Entity => ({
        ...originalOf(ASSET, hash),
        id: resourceId(ASSET, 'edited', hash),
        role: 'edited',
        fileName,
      });
      const H4 = '4'.repeat(64);
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), part, edit(H3, 'b.jpg'), edit(H4, null)), 'e.g.5', true, null, 2);
      const keys = [H3, H4].map((hash) => store.addFile(newFile(`${hash[0]}.jpg`, { hash, baseHash: hash, assetId: ASSET })));
      store.restartFeed('put-back');
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1)), 'f.g.2', true, null, 3);
      assert.deepEqual(
        keys.map((key) => store.file(key)?.assetId),
        [null, ASSET],
      );
      store.close();
    });

    test('PL-54: an original that went with a server which was put back is listed as lost also when its photo is a part of another by now', () => {
      for (const kept of [H2, H1]) {
        const store = linked();
        const edit = { ...originalOf(ASSET, H2), id: resourceId(ASSET, 'edited', H2), role: 'edited' };
        store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), edit), 'e.g.3', true, null, 2);
        store.addFile(newFile('a.jpg', { hash: H2, baseHash: H2, assetId: ASSET }));
        store.restartFeed('put-back');
        const part = { ...originalOf(OTHER, kept), id: resourceId(OTHER, 'alternate', kept), role: 'alternate' };
        const alias: Entity = { type: 'alias', from: ASSET, to: OTHER, role: 'alternate' };
        store.applyPage(fed(assetEntity(OTHER), originalOf(OTHER, H3), part, alias), 'f.g.4', true, null, 3);
        const lost = store.lost().photos.map(({ assetId, since }) => [assetId, since]);
        assert.deepEqual(lost, kept === H1 ? [] : [[ASSET, 3]]);
        store.close();
      }
    });

    test('RS-7: a photo that is here and was live is taken out of Recently Deleted again, when the server went back to before it was', () => {
      const store = linked();
      const live = { seq: 50, entity: assetEntity(ASSET) };
      store.applyPage([live, { seq: 51, entity: originalOf(ASSET, H1) }], 'e.g.51', true, null, 2);
      store.addFile(newFile('a.jpg', { hash: H1, assetId: ASSET, baseHash: H1 }));
      store.restartFeed('put-back');
      const trashed = { seq: 40, entity: assetEntity(ASSET, { state: 'trashed' }) };
      store.applyPage([trashed, { seq: 41, entity: originalOf(ASSET, H1) }], 'f.g.41', true, null, 3);
      assert.deepEqual(
        store.outbox().map(({ name, assetId }) => [name, assetId]),
        [['asset.restore', ASSET]],
      );
      store.close();
    });

    test('RS-8: what was queued and taken before the backup was made is not sent again in the new epoch', () => {
      const store = linked();
      const key = store.addFile(newFile('a.jpg', { hash: H1, assetId: ASSET }));
      store.queue({ name: 'asset.trash', args: { assetId: OTHER } }, H1, 1);
      store.queue({ name: 'asset.set', args: { assetId: ASSET, fields: { favourite: true } } }, H1, 1);
      store.queue({ name: 'asset.restore', args: { assetId: OTHER } }, null, 1);
      const taken = store.outbox()[1];
      assert.ok(taken);
      store.dropTaken(mutationHash(taken.mutation), 9);
      store.rechain('epoch2', { n: 0, hash: CHAIN_START });
      assert.deepEqual(
        store.outbox().map(({ name, n, mutation }) => [name, n, mutation.previous, mutation.epoch]),
        [['asset.restore', 1, CHAIN_START, 'epoch2']],
      );
      assert.deepEqual([store.file(key)?.baseHash, store.file(key)?.agreedAt], [H1, 9]);
      store.dropTaken(H2, 9);
      assert.equal(store.outboxSize(), 1);
      store.close();
    });

    test('RD-14: a copy that becomes a device of its own keeps what was not answered, in a chain from the start, under its new id', () => {
      const store = linked();
      store.queue({ name: 'asset.trash', args: { assetId: ASSET } }, null, 1);
      store.queue({ name: 'asset.restore', args: { assetId: ASSET } }, null, 1);
      store.answer(1, { status: 'applied' });
      const identity = store.identity();
      assert.ok(identity);
      store.fork({ ...identity, deviceId: OTHER, name: 'd (2)' }, 'epoch1', 2);
      const [entry, none] = store.outbox();
      assert.deepEqual(
        [entry?.n, entry?.name, entry?.mutation.deviceId, entry?.mutation.previous, none],
        [1, 'asset.restore', OTHER, CHAIN_START, undefined],
      );
      assert.equal(store.identity()?.name, 'd (2)');
      assert.deepEqual(store.chainEnd(), { n: 1, hash: entry && mutationHash(entry.mutation) });
      store.close();
    });

    test('RD-15: answers that no pull has acknowledged can be asked for again', () => {
      const store = linked();
      store.queue({ name: 'asset.trash', args: { assetId: ASSET } }, null, 1);
      store.answer(1, { status: 'applied' });
      store.forgetAnswers();
      assert.equal(store.unanswered(5).length, 1);
      store.close();
    });

    test('ST-11: a device that learned to read more kinds of rows reads the feed anew, once; nothing is taken for forgotten, and what is not told of any more goes', () => {
      const store = linked();
      learnRows(store, 1);
      store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1)), 'e.g.2', true, null, 2);
      const key = store.addFile(newFile('a.jpg', { hash: H1, assetId: ASSET, baseHash: H1 }));
      learnRows(store, 2);
      assert.deepEqual([isLearning(store), store.cursor()], [true, 'e.g.2']);
      learn(store);
      assert.deepEqual([isLearning(store), store.cursor()], [false, null]);
      const album: Entity = {
        type: 'album',
        id: OTHER,
        title: 't',
        order: 'by-hand',
        cover: null,
        deleted: false,
        addedAt: 1,
        addedBy: null,
      };
      const item: Entity = { type: 'album-item', albumId: OTHER, assetId: ASSET, position: 'a0', removed: false };
      const effect = store.applyPage(fed(assetEntity(ASSET), originalOf(ASSET, H1), album, item), 'e.g.4', true, null, 3);
      assert.deepEqual([effect.assets.has(ASSET), effect.assets.has(OTHER)], [true, false]);
      assert.deepEqual([store.lost().count, store.note('server-put-back'), store.incoming()], [0, null, []]);
      assert.equal(store.file(key)?.assetId, ASSET);
      learnRows(store, 2);
      assert.equal(store.cursor(), 'e.g.4');
      store.queue({ name: 'album.remove', args: { albumId: OTHER, assetId: ASSET } }, null, 4);
      assert.deepEqual([store.queuedFor(ASSET), store.outbox()[0]?.assetId], [[], OTHER], 'it is the album’s change');
      store.close();
      const fresh = linked();
      learnRows(fresh, 2);
      fresh.applyPage([], 'e.g.1', true, null, 1);
      learnRows(fresh, 2);
      assert.equal(fresh.cursor(), 'e.g.1', 'a new device hears everything once');
      fresh.close();
    });

    test('ST-12: a stand-in is remembered as one, with what it stands for, until it is none any more', () => {
      const store = linked();
      const key = store.addFile(newFile('a.jpg', { hash: H1, assetId: ASSET, baseHash: H1 }));
      assert.equal(store.file(key)?.standIn ?? null, null);
      store.patchFile(key, { hash: H2, standIn: { assetId: ASSET, of: H1 } });
      store.patchFile(key, { gone: false });
      assert.deepEqual([store.file(key)?.standIn, store.filesOf(ASSET)[0]?.standIn?.of], [{ assetId: ASSET, of: H1 }, H1]);
      store.patchFile(key, { hash: H1, standIn: null });
      assert.equal(store.file(key)?.standIn ?? null, null);
      store.close();
    });

    test('ST-10: what is about to be written is found by its path and by its asset, until it is noted as written', () => {
      const store = linked();
      const placing = { path: '2024/05/a.jpg', assetId: ASSET, hash: H1, wantedName: 'a.jpg' };
      store.setPlacing(placing);
      assert.deepEqual(store.placing('2024/05/a.jpg'), placing);
      assert.deepEqual(store.placings(ASSET), [placing]);
      assert.deepEqual(store.placings(OTHER), []);
      store.clearPlacing('2024/05/a.jpg');
      assert.equal(store.placing('2024/05/a.jpg'), null);
      assert.deepEqual(store.placings(ASSET), []);
      store.close();
    });

    test('EV-29: what is about to give way is known by its file, until its end is noted; a step that fails leaves nothing of it', () => {
      const store = linked();
      const intent = { key: 7, assetId: ASSET, original: H1, path: '2024/05/a.jpg', hash: H2 };
      store.setGivingWay(intent);
      store.setGivingWay({ ...intent, key: 3 });
      store.setGivingWay({ ...intent, path: '2024/05/a.heic.jpg' });
      assert.deepEqual(store.givingWay(), [
        { ...intent, key: 3 },
        { ...intent, path: '2024/05/a.heic.jpg' },
      ]);
      assert.throws(() =>
        store.transact(() => {
          store.clearGivingWay(3);
          throw new Error('the step fails');
        }),
      );
      store.clearGivingWay(7);
      assert.deepEqual(store.givingWay(), [{ ...intent, key: 3 }]);
      store.close();
    });

    test('FS-25: what may still turn out to be a missing file, what nobody could look at, and what is here under another name are found', () => {
      const store = linked();
      const trouble = (evidence: Record<string, string>, nextTry: number | null): Trouble => ({
        code: 'file-changing',
        evidence,
        tries: 1,
        since: 1,
        nextTry,
      });
      store.addFile(newFile('growing.mp4', { trouble: trouble({}, 99) }));
      store.addFile(newFile('broken.jpg', { trouble: trouble({}, null) }));
      store.addFile(newFile('waiting.jpg', { trouble: { ...trouble({}, 99), code: 'quota-full' } }));
      assert.equal(store.unsettled(), 1, 'what waits for a person is waited for by nobody');
      assert.deepEqual(
        store.unreadable().map((file) => file.path),
        ['growing.mp4', 'broken.jpg', 'waiting.jpg'],
        'but may be what is missing',
      );
      assert.deepEqual(store.unseen(), []);
      store.addFile(newFile('private/a.jpg', { hash: H1, assetId: ASSET, baseHash: H1, trouble: trouble({ unseen: 'private' }, null) }));
      assert.deepEqual(
        store.unseen().map((file) => file.path),
        ['private/a.jpg'],
      );
      assert.equal(store.holds(H1), false, 'a file that is settled stands for its own photo');
      const key = store.addFile(newFile('swapped.jpg', { hash: H2, assetId: ASSET, baseHash: H1 }));
      assert.equal(store.holds(H2), true);
      store.patchFile(key, { baseHash: H2 });
      assert.equal(store.holds(H2), false);
      store.close();
    });

    test('RH-4: the file that was read longest ago has its turn, after a restart as well; what was never read that is known, first', () => {
      const store = linked();
      const key = store.addFile(newFile('a.jpg', { hash: H1, hashedAt: 50 }));
      store.addFile(newFile('b.jpg', { hash: H2, hashedAt: 40 }));
      store.addFile(newFile('unread.jpg'));
      store.addFile(newFile('text.txt', { hash: H2, excluded: 'not-a-photo', hashedAt: 1 }));
      store.addFile(newFile('gone.jpg', { hash: H2, missingSince: 9, hashedAt: 1 }));
      assert.deepEqual([store.hashedLongestAgo()?.file.path, store.hashedLongestAgo()?.hashedAt], ['b.jpg', 40]);
      store.patchFile(key, { hashedAt: null, rotted: H2 });
      assert.deepEqual([store.hashedLongestAgo()?.file.path, store.hashedLongestAgo()?.hashedAt], ['a.jpg', null]);
      assert.equal(store.file(key)?.rotted, H2);
      store.close();
    });
  });
}
