import assert from 'node:assert/strict';
import { LIMITS } from '@rollcall/protocol';
import { DAY, type Rule, type StoreUnderTest } from './setting.testing.ts';

export function trashRules(rule: Rule): void {
  const live = async (under: StoreUnderTest, time: number): Promise<void> => {
    for (let passed = 0; passed < time; passed += 3_600_000) {
      under.now += 3_600_000;
      await under.store.heartbeat();
    }
  };

  rule(
    'TR-1: a photo leaves Recently Deleted after 30 days that the server saw pass, and not before',
    async ({ under, libraryId, add, send, chain }) => {
      const a = await add(1);
      await send(chain.next({ name: 'asset.trash', args: { assetId: a } }));
      await live(under, LIMITS.trash - DAY);
      assert.equal(await under.store.expireTrash(), 0);
      await live(under, 2 * DAY);
      assert.equal(await under.store.expireTrash(), 1);
      assert.equal((await under.store.asset(libraryId, a))?.state, 'purged');
      assert.equal((await under.store.summary(libraryId)).bytes, 0);
    },
  );

  rule(
    'TR-2: a clock that jumps, forwards or back, or a server that was off, empties no trash',
    async ({ under, libraryId, add, send, chain }) => {
      const a = await add(1);
      await send(chain.next({ name: 'asset.trash', args: { assetId: a } }));
      for (const jump of [400 * DAY, -800 * DAY, 400 * DAY]) {
        under.now += jump;
        await under.store.heartbeat();
      }
      under.now += 400 * DAY;
      await under.restart();
      await under.store.heartbeat();
      assert.equal(await under.store.expireTrash(), 0);
      assert.equal((await under.store.asset(libraryId, a))?.state, 'trashed');
    },
  );

  rule('TR-3: a photo that was restored and deleted again begins its 30 days anew', async ({ under, libraryId, add, send, chain }) => {
    const a = await add(1);
    await send(chain.next({ name: 'asset.trash', args: { assetId: a } }));
    await live(under, 20 * DAY);
    await send(chain.next({ name: 'asset.restore', args: { assetId: a } }), chain.next({ name: 'asset.trash', args: { assetId: a } }));
    await live(under, 20 * DAY);
    assert.equal(await under.store.expireTrash(), 0);
    assert.equal((await under.store.asset(libraryId, a))?.state, 'trashed');
  });
}
