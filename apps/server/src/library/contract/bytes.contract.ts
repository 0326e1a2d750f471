import assert from 'node:assert/strict';
import { createOf, hashOf } from '../../testing/photos.ts';
import { uuid, resultsOf, type Rule } from './setting.testing.ts';

export function bytesRules(rule: Rule): void {
  rule('ME-2: bytes of another library are not here', async ({ under, libraryId, send, chain }) => {
    const other = uuid();
    await under.store.createLibrary({ libraryId: other, accountId: 'ben', quota: 1000 });
    under.send(other, hashOf(1), 100);
    const [result] = resultsOf(await send(chain.next(createOf(uuid(), [{ n: 1 }]))));
    assert.equal(result?.status === 'rejected' && result.code, 'blob-missing');
    assert.equal((await under.store.summary(libraryId)).bytes, 0);
  });

  rule(
    'QU-1: bytes count once, from the commit until the last photo that has them is purged',
    async ({ under, libraryId, add, send, chain }) => {
      const used = async (): Promise<number> => (await under.store.summary(libraryId)).bytes;
      under.send(libraryId, hashOf(9), 50);
      const a = await add(1);
      assert.equal(await used(), 100);
      const b = uuid();
      under.send(libraryId, hashOf(2), 100);
      await send(
        chain.next(createOf(b, [{ n: 2 }, { n: 9, role: 'sidecar', size: 50 }])),
        chain.next({
          name: 'resource.attach',
          args: {
            assetId: a,
            resource: { role: 'sidecar', hash: hashOf(9), size: 50, mime: 'text/xml', fileName: null, modifiedAt: null },
          },
        }),
      );
      assert.equal(await used(), 250);
      await send(chain.next({ name: 'asset.trash', args: { assetId: b } }));
      assert.equal(await used(), 250);
      await send(chain.next({ name: 'asset.purge', args: { assetId: b }, expect: under.store.headOf(libraryId) }));
      assert.equal(await used(), 150);
    },
  );

  rule('I1-1: one library knows nothing of what is in another', async ({ under, libraryId, add }) => {
    const a = await add(1);
    const other = uuid();
    await under.store.createLibrary({ libraryId: other, accountId: 'ben', quota: 1000 });
    assert.equal(await under.store.asset(other, a), null);
    assert.equal(await under.store.history(other, a), null);
    assert.deepEqual(await under.store.idsOf(other, a), [a]);
    const page = await under.store.changesSince({ libraryId: other, cursor: null, limit: 10, deviceId: null });
    assert.deepEqual(typeof page === 'object' && page.entries, []);
    const [answer] = await under.store.applyActions({
      libraryId: other,
      deviceId: uuid(),
      actions: [{ id: uuid(), change: { name: 'asset.trash', args: { assetId: a } } }],
    });
    assert.equal(answer?.result.status === 'rejected' && answer.result.code, 'not-found');
    assert.equal((await under.store.asset(libraryId, a))?.state, 'live');
    assert.deepEqual(
      [await under.store.libraryOf('anna'), await under.store.libraryOf('ben'), await under.store.libraryOf('carl')],
      [libraryId, other, null],
    );
  });
}
