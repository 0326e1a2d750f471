import assert from 'node:assert/strict';
import { type Change } from '@rollcall/protocol';
import { createOf } from '../../testing/photos.ts';
import { uuid, type Rule } from './setting.testing.ts';

export function actionRules(rule: Rule): void {
  rule('MU-7: an action of a browser takes effect once, however often it is sent', async ({ under, libraryId, add }) => {
    const a = await add(1);
    const actions = [{ id: uuid(), change: { name: 'asset.trash', args: { assetId: a } } as Change }];
    const first = await under.store.applyActions({ libraryId, deviceId: uuid(), actions });
    await under.store.applyActions({
      libraryId,
      deviceId: uuid(),
      actions: [{ id: uuid(), change: { name: 'asset.restore', args: { assetId: a } } }],
    });
    assert.deepEqual(await under.store.applyActions({ libraryId, deviceId: uuid(), actions }), first);
    assert.equal((await under.store.asset(libraryId, a))?.state, 'live');
  });

  rule(
    'JO-2: the history of a photo is told newest first, with the device, under each of its ids',
    async ({ under, libraryId, add, send, chain }) => {
      const a = await add(1);
      const minted = uuid();
      await send(
        chain.next(createOf(minted, [{ n: 1 }])),
        chain.next({ name: 'asset.set', args: { assetId: minted, fields: { title: 'x' } } }),
      );
      const history = await under.store.history(libraryId, minted);
      assert.deepEqual(
        history?.map(({ what, device }) => [what, device]),
        [
          ['asset.set', chain.deviceId],
          ['duplicate', chain.deviceId],
          ['asset.create', chain.deviceId],
        ],
      );
      assert.deepEqual(history, await under.store.history(libraryId, a));
      assert.deepEqual([...(await under.store.idsOf(libraryId, minted))].sort(), [a, minted].sort());
      assert.equal(await under.store.history(libraryId, uuid()), null);
    },
  );
}
