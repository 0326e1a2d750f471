import assert from 'node:assert/strict';
import { LIMITS, resourceId, type Change } from '@rollcall/protocol';
import { createOf, FIELDS, hashOf } from '../../testing/photos.ts';
import { entities, resultsOf, uuid, type Rule } from './setting.testing.ts';

const join = (assetId: string, joined: string): Change => ({ name: 'asset.join', args: { assetId, joined, role: 'live-video' } });
const split = (assetId: string, n: number, newId: string): Change => ({
  name: 'asset.split',
  args: {
    assetId,
    resource: resourceId(assetId, 'live-video', hashOf(n)),
    hash: hashOf(n),
    newId,
    fields: { ...FIELDS, fileName: 'IMG_1.MOV' },
  },
});

export function pairRules(rule: Rule): void {
  rule(
    'JN-12: a join and a split move bytes between photos: the quota, the feed and the counts say so',
    async ({ under, libraryId, add, send, chain, page }) => {
      const [a, b] = [await add(1), await add(2)];
      const { bytes } = await under.store.summary(libraryId);
      const before = (await page()).cursor;
      assert.deepEqual(resultsOf(await send(chain.next(join(a, b)))), [{ status: 'applied' }]);
      const summary = await under.store.summary(libraryId);
      assert.deepEqual([summary.assets, summary.bytes], [1, bytes]);
      const told = entities(await page(before));
      assert.deepEqual(
        told.map((entity) => entity.type + (entity.type === 'resource' && entity.removed ? ' removed' : '')),
        ['resource', 'resource removed', 'asset', 'alias'],
      );
      // Whoever begins anew hears of the pair alone.
      assert.deepEqual(
        entities(await page()).flatMap((entity) => (entity.type === 'asset' ? [entity.id] : [])),
        [a],
      );
      assert.equal((await under.store.asset(libraryId, b))?.id, a);
      const c = uuid();
      assert.deepEqual(resultsOf(await send(chain.next(split(a, 2, c)))), [{ status: 'applied' }]);
      assert.deepEqual(Object.values(await under.store.summary(libraryId)).slice(1, 4), [2, 0, bytes]);
      assert.ok((await under.store.withoutRendition(10)).some(({ assetId }) => assetId === c));
    },
  );

  rule(
    'JN-13: a create that meets a part of a pair is the pair, and its bytes count once',
    async ({ under, libraryId, add, send, chain }) => {
      const [a, b] = [await add(1), await add(2)];
      await send(chain.next(join(a, b)));
      const minted = uuid();
      assert.deepEqual(resultsOf(await send(chain.next(createOf(minted, [{ n: 2 }])))), [
        { status: 'superseded', why: 'duplicate', assetId: a },
      ]);
      // The name of a part says nothing of the whole.
      const before = await under.store.asset(libraryId, a);
      await send(chain.next({ name: 'asset.set', args: { assetId: minted, fields: { fileName: 'film.MOV' } } }));
      assert.equal((await under.store.asset(libraryId, b))?.fileName, before?.fileName);
    },
  );

  rule('JN-14: two that were in Recently Deleted are one there, and leave it together', async ({ under, libraryId, add, send, chain }) => {
    const [a, b] = [await add(1), await add(2)];
    for (const assetId of [a, b]) await send(chain.next({ name: 'asset.trash', args: { assetId } }));
    await send(chain.next(join(a, b)));
    const joined = await under.store.summary(libraryId);
    assert.deepEqual([joined.assets, joined.trashed], [0, 1]);
    await send(chain.next({ name: 'asset.restore', args: { assetId: b } }));
    const restored = await under.store.summary(libraryId);
    assert.deepEqual([restored.assets, restored.trashed], [1, 0]);
  });

  rule('JN-15: the history of a pair is that of both its halves', async ({ under, libraryId, add, send, chain }) => {
    const [a, b] = [await add(1), await add(2)];
    await send(chain.next(join(a, b)));
    const history = await under.store.history(libraryId, a);
    assert.deepEqual(
      history?.map(({ what }) => what),
      ['asset.join', 'asset.create', 'asset.create'],
    );
    assert.deepEqual(await under.store.history(libraryId, b), history);
  });

  rule(
    'LP-17: a still and a film of one name become one photo once, by the server itself; those of another library, or among very many, do not',
    async ({ under, libraryId, add, send, chain }) => {
      const { store } = under;
      const still = await add(1);
      const film = async (n: number): Promise<string> => {
        const id = uuid();
        under.send(libraryId, hashOf(n), 100);
        const made = createOf(id, [{ n, mime: 'video/quicktime' }]);
        assert.ok(made.name === 'asset.create');
        await send(chain.next({ ...made, args: { ...made.args, kind: 'video' } }));
        return id;
      };
      const half = (fileName: string, mime: string, capturedAt = '2024-05-03T10:00:00') => ({
        fileName,
        mime,
        size: 100,
        capturedAt,
        camera: null,
        livePairId: null,
        duration: mime === 'image/jpeg' ? null : 2,
      });
      const [picture, moving] = [half('IMG_1.JPG', 'image/jpeg'), half('IMG_1.MOV', 'video/quicktime')];
      const elsewhere = uuid();
      await store.createLibrary({ libraryId: elsewhere, accountId: 'bob', quota: 1_000_000 });
      assert.equal(await store.joinNamed(libraryId, still, picture), false);
      const own = await film(2);
      assert.equal(await store.joinNamed(elsewhere, own, moving), false, 'it has no such film');
      assert.equal(await store.joinNamed(libraryId, own, { ...moving, fileName: 'IMG_2.MOV' }), false);
      const head = store.headOf(libraryId);
      assert.equal(await store.joinNamed(libraryId, own, moving), true, 'what was read last of it counts');
      assert.ok(under.pokes.some(({ seq }) => seq > head));
      assert.equal(await store.joinNamed(libraryId, own, moving), false, 'it is a part by now');
      assert.equal((await store.asset(libraryId, own))?.id, still);
      const history = await store.history(libraryId, still);
      assert.ok(history?.some(({ what, device }) => what === 'asset.join' && device === null));
      for (let n = 10; n < 267; n += 1)
        assert.equal(await store.joinNamed(libraryId, await add(n), half('MANY.JPG', 'image/jpeg', `2023-05-03T10:00:0${n % 10}`)), false);
      assert.equal(await store.joinNamed(libraryId, await film(300), half('MANY.MOV', 'video/quicktime')), false);
      assert.equal(await store.joinNamed(libraryId, await add(301), half('MANY.JPG', 'image/jpeg')), false);
    },
  );

  rule(
    'LP-21: the half that an identifier names takes the place of a film that was joined by its name alone, which is a photo again; what a person joined stays',
    async ({ under, libraryId, add, send, chain, page }) => {
      const { store } = under;
      const film = async (n: number): Promise<string> => {
        const id = uuid();
        under.send(libraryId, hashOf(n), 100);
        const made = createOf(id, [{ n, mime: 'video/quicktime' }]);
        assert.ok(made.name === 'asset.create');
        const fields = { ...made.args.fields, fileName: 'IMG_1.MOV', title: `film ${n}` };
        await send(chain.next({ ...made, args: { ...made.args, kind: 'video', fields } }));
        return id;
      };
      const told = { size: 100, capturedAt: '2024-05-03T10:00:00', camera: null };
      const picture = { ...told, fileName: 'IMG_1.JPG', mime: 'image/jpeg', livePairId: 'A-1', duration: null };
      const moving = { ...told, fileName: 'IMG_1.MOV', mime: 'video/quicktime', livePairId: null, duration: 2 };
      const shown = async () => {
        const found = entities(await page());
        return found.flatMap((each) => (each.type === 'asset' ? [`${each.kind} ${each.title}`] : [])).sort();
      };
      const partsOf = async (id: string) => (await store.asset(libraryId, id))?.resources.map(({ role, hash }) => `${role} ${hash}`).sort();
      const [still, wrong] = [await add(1), await film(2)];
      assert.equal(await store.joinHalf(libraryId, still, 'A-1'), false);
      assert.equal(await store.joinNamed(libraryId, still, picture), false);
      assert.equal(await store.joinNamed(libraryId, wrong, moving), true);
      assert.deepEqual(await shown(), ['photo film 2']);
      // Whoever begins anew, or goes on, sees the same.
      const before = (await page()).cursor;
      const right = await film(3);
      assert.equal(await store.joinHalf(libraryId, right, 'a-1'), true);
      assert.deepEqual(await partsOf(still), [`live-video ${hashOf(3)}`, `original ${hashOf(1)}`]);
      assert.deepEqual(await shown(), ['photo film 3', 'video film 2'], 'what the photo took from the wrong film goes back with it');
      const back = entities(await page(before)).find((each) => each.type === 'asset' && each.kind === 'video' && each.title === 'film 2');
      assert.ok(back?.type === 'asset' && back.fileName === 'IMG_1.MOV' && back.id !== wrong);
      assert.equal((await store.asset(libraryId, wrong))?.id, still, 'its first id leads to the photo for ever');
      const history = (await store.history(libraryId, still))?.filter(({ device }) => device === null).map(({ what }) => what);
      assert.deepEqual(history?.slice(0, 3), ['asset.join', 'asset.set', 'asset.split']);
      assert.equal(await store.joinNamed(libraryId, back.id, moving), false, 'it waits for no photo that has its film');
      assert.equal(await store.joinHalf(libraryId, await film(4), 'a-1'), false, 'a copy of the half takes no place');

      // Of a whole of an edit and its original, the film goes whose name the coming one has.
      const joined = (assetId: string, other: string): Change => ({
        name: 'asset.join',
        args: { assetId, joined: other, role: 'live-video' },
      });
      const [by, hand] = [await add(11), await film(12)];
      await store.joinHalf(libraryId, by, 'B-2');
      await store.joinNamed(libraryId, by, { ...picture, livePairId: 'B-2', fileName: 'B.JPG' });
      await store.joinNamed(libraryId, hand, { ...moving, fileName: 'B_.MOV' });
      await send(chain.next(joined(by, hand)));
      assert.equal(await store.joinHalf(libraryId, await film(13), 'b-2'), false, 'what a person joined stays');
      assert.ok((await partsOf(by))?.includes(`live-video ${hashOf(12)}`));

      const [again, mine, apart] = [await add(21), await film(22), uuid()];
      await store.joinHalf(libraryId, again, 'C-3');
      await store.joinNamed(libraryId, again, { ...picture, livePairId: 'C-3', fileName: 'C.JPG' });
      assert.equal(await store.joinNamed(libraryId, mine, { ...moving, fileName: 'C.MOV' }), true);
      await send(chain.next(split(again, 22, apart)), chain.next(joined(again, apart)));
      assert.equal(await store.joinHalf(libraryId, await film(23), 'c-3'), false, 'joined by name once, and by a person since');
      await send(chain.next(split(again, 22, uuid())));
      assert.equal(await store.joinHalf(libraryId, await film(24), 'c-3'), false, 'taken apart by a person');

      const [late, first] = [await add(31), await film(32)];
      await store.joinHalf(libraryId, late, 'D-4');
      await store.joinNamed(libraryId, late, { ...picture, livePairId: 'D-4', fileName: 'D.JPG' });
      assert.equal(await store.joinNamed(libraryId, first, { ...moving, fileName: 'D.MOV' }), true);
      await under.restart();
      under.now += 2 * LIMITS.tombstone;
      await under.store.heartbeat();
      await under.store.compact();
      assert.equal(await under.store.joinHalf(libraryId, await film(33), 'd-4'), true, 'also after long');
    },
  );

  rule(
    'UN-6: a device is told what it did itself, the newest first, and no more than it asks for',
    async ({ under, libraryId, add, send, chain }) => {
      const a = await add(1);
      await under.store.applyActions({
        libraryId,
        deviceId: uuid(),
        actions: [{ id: uuid(), change: { name: 'asset.set', args: { assetId: a, fields: { title: 'x' } } } }],
      });
      await under.store.describeAsset(libraryId, a, { caption: 'read' });
      await send(chain.next({ name: 'asset.trash', args: { assetId: a } }));
      const all = await under.store.journalOf(libraryId, chain.deviceId, 10);
      assert.deepEqual(
        all.map(({ what, assetId }) => [what, assetId]),
        [
          ['asset.trash', a],
          ['asset.create', a],
        ],
      );
      assert.deepEqual(await under.store.journalOf(libraryId, chain.deviceId, 1), all.slice(0, 1));
      assert.deepEqual(await under.store.journalOf(libraryId, uuid(), 10), []);
    },
  );
}
