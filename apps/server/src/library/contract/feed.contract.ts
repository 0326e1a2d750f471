import assert from 'node:assert/strict';
import { CHAIN_START } from '@rollcall/protocol';
import type { FeedPage } from '../store.ts';
import { uuid, resultsOf, entities, assetIn, type Rule } from './setting.testing.ts';

export function feedRules(rule: Rule): void {
  rule('CH-1: a new library is empty, and its feed complete', async ({ page }) => {
    const { entries, complete } = await page();
    assert.deepEqual([entries, complete], [[], true]);
  });

  rule('CH-1: the feed has every entity once, in the order of its last change', async ({ add, send, chain, page }) => {
    const [a, b] = [await add(1), await add(2)];
    await send(chain.next({ name: 'asset.set', args: { assetId: a, fields: { favourite: true } } }));
    const all = await page();
    assert.deepEqual(
      entities(all).map((entity) => (entity.type === 'asset' ? entity.id : entity.type)),
      ['resource', b, 'resource', a],
    );
    const seqs = all.entries.map(({ seq }) => seq);
    assert.deepEqual(
      seqs,
      [...seqs].sort((x, y) => x - y),
    );
    assert.equal(new Set(seqs).size, seqs.length);
  });

  rule(
    'SH-31: live photos are told in the order of their ids, in pages, and none of another library',
    async ({ under, libraryId, add, send, chain }) => {
      const ids = [await add(1), await add(2), await add(3), await add(4)].sort();
      await send(chain.next({ name: 'asset.trash', args: { assetId: ids[1]! } }));
      const after = (id: string, limit: number): string[] => under.store.liveAfter(libraryId, id, limit).map(({ assetId }) => assetId);
      assert.deepEqual(after('', 2), [ids[0], ids[2]]);
      assert.deepEqual(after(ids[2]!, 2), [ids[3]]);
      assert.deepEqual(after(ids[3]!, 2), []);
      const other = uuid();
      await under.store.createLibrary({ libraryId: other, accountId: 'ben', quota: 1000 });
      assert.deepEqual(under.store.liveAfter(other, '', 10), []);
    },
  );

  rule(
    'PF-5: the rows that were written last are told in the order of the feed, so many as are asked for, and none of another library',
    async (setting) => {
      const { under, libraryId, add, page, send, chain } = setting;
      assert.deepEqual(await under.store.newestRows({ libraryId, limit: 10 }), []);
      const first = await add(1);
      for (const n of [2, 3]) await add(n);
      // What is changed is new again.
      await send(chain.next({ name: 'asset.set', args: { assetId: first, fields: { favourite: true } } }));
      const all = (await page()).entries;
      assert.deepEqual(await under.store.newestRows({ libraryId, limit: 3 }), all.slice(-3));
      assert.equal(all.at(-1)?.json.includes(first), true);
      assert.deepEqual(await under.store.newestRows({ libraryId, limit: 100 }), all);
      const other = uuid();
      await under.store.createLibrary({ libraryId: other, accountId: 'ben', quota: 1000 });
      assert.deepEqual(await under.store.newestRows({ libraryId: other, limit: 10 }), []);
    },
  );

  rule('CH-2: a page holds at most its limit, and only the last is complete', async ({ add, page }) => {
    for (const n of [1, 2, 3]) await add(n);
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let pages = 1; ; pages += 1) {
      const part: FeedPage = await page(cursor, 4);
      assert.ok(part.entries.length <= 4);
      seen.push(...part.entries.map(({ json }) => json));
      cursor = part.cursor;
      if (part.complete) {
        assert.equal(pages, 2);
        break;
      }
    }
    assert.deepEqual(
      seen,
      (await page()).entries.map(({ json }) => json),
    );
  });

  rule('CH-2: a page that is exactly full is complete when nothing is above it', async ({ add, page }) => {
    await add(1);
    assert.equal((await page(null, 2)).complete, true);
    assert.equal((await page(null, 1)).complete, false);
  });

  rule('CH-3: after a cursor come only the changes since', async ({ add, page }) => {
    await add(1);
    const { cursor } = await page();
    assert.deepEqual((await page(cursor)).entries, []);
    const b = await add(2);
    assert.ok(assetIn(await page(cursor), b));
    assert.equal((await page(cursor)).entries.length, 2);
  });

  rule('CH-3: a row that changes during a walk is met again later in it', async ({ add, send, chain, page }) => {
    const [a] = [await add(1), await add(2)];
    const first = await page(null, 2);
    await send(chain.next({ name: 'asset.trash', args: { assetId: a } }));
    const rest = await page(first.cursor);
    assert.equal(assetIn(rest, a)?.state, 'trashed');
    assert.equal(rest.complete, true);
  });

  rule(
    'CH-4: a page carries how far the asking device’s chain was taken, as of the same moment',
    async ({ under, libraryId, add, chain, page }) => {
      assert.deepEqual((await page()).acknowledged, { n: 0, hash: CHAIN_START });
      await add(1);
      assert.equal((await page()).acknowledged?.n, 1);
      const other = await under.store.changesSince({ libraryId, cursor: null, limit: 10, deviceId: uuid() });
      assert.deepEqual(typeof other === 'object' && other.acknowledged, { n: 0, hash: CHAIN_START });
      const browser = await under.store.changesSince({ libraryId, cursor: null, limit: 10, deviceId: null });
      assert.equal(typeof browser === 'object' && browser.acknowledged, null);
      assert.notEqual(chain.deviceId, libraryId);
    },
  );

  rule('CH-5: a tombstone comes through the feed to a device that knew the photo', async ({ under, libraryId, add, send, chain, page }) => {
    const a = await add(1);
    const { cursor } = await page();
    await send(chain.next({ name: 'asset.trash', args: { assetId: a } }));
    const seq = (await page()).entries.at(-1)!.seq;
    assert.deepEqual(resultsOf(await send(chain.next({ name: 'asset.purge', args: { assetId: a }, expect: seq }))), [
      { status: 'applied' },
    ]);
    const rest = entities(await page(cursor));
    assert.deepEqual(
      rest.map((entity) => (entity.type === 'asset' ? entity.state : entity.type === 'resource' && entity.removed)),
      ['purged', true],
    );
    assert.deepEqual([(await under.store.summary(libraryId)).assets, (await under.store.summary(libraryId)).trashed], [0, 0]);
  });

  rule(
    'PO-1: whoever listens is told of the new head after each commit that changed the feed, and of nothing else',
    async ({ under, libraryId, add, send, chain }) => {
      const a = await add(1);
      assert.deepEqual(under.pokes, [{ libraryId, seq: under.store.headOf(libraryId) }]);
      await send(chain.next({ name: 'asset.restore', args: { assetId: a } }));
      assert.equal(under.pokes.length, 1);
    },
  );
}
