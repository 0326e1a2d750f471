import assert from 'node:assert/strict';
import { resourceId, type Change } from '@rollcall/protocol';
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
