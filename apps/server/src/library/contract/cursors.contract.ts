import assert from 'node:assert/strict';
import { createOf, hashOf } from '../../testing/photos.ts';
import { uuid, Chain, type Rule, type Setting } from './setting.testing.ts';

export function cursorRules(rule: Rule): void {
  const asked = async ({ under, libraryId }: Setting, cursor: string): Promise<boolean> =>
    (await under.store.changesSince({ libraryId, cursor, limit: 1000, deviceId: null })) === 'cursor-expired';

  rule('CH-6: what is no cursor, or not of this epoch, or above the head, has expired', async (setting) => {
    await setting.add(1);
    const { cursor } = await setting.page();
    const [epoch, generation, seq] = cursor.split('.') as [string, string, string];
    for (const bad of [
      '',
      'nonsense',
      `x${epoch}.${generation}.${seq}`,
      `${epoch}.0000000000.${seq}`,
      `${epoch}.${generation}.${Number(seq) + 1}`,
      `${epoch}.${generation}zzzzzzzzz.1`,
    ])
      assert.equal(await asked(setting, bad), true, bad);
    assert.equal(await asked(setting, cursor), false);
  });

  rule('CH-7: cursors outlive a restart', async (setting) => {
    for (const n of [1, 2]) await setting.add(n);
    const [middle, end] = [(await setting.page(null, 2)).cursor, (await setting.page()).cursor];
    await setting.under.restart();
    assert.equal((await setting.page(end)).entries.length, 0);
    assert.equal((await setting.page(middle)).entries.length, 2);
    await setting.add(3);
    await setting.under.restart();
    assert.equal((await setting.page(end)).entries.length, 2);
  });

  rule(
    'CH-8: a data folder that was rolled back does not know the cursors of the time that was lost, even at the same seq',
    async (setting) => {
      const { under, add, page } = setting;
      await add(1);
      const early = (await page()).cursor;
      const rollBack = await under.mark();
      await add(2);
      const sameGeneration = (await page()).cursor;
      await under.restart();
      await add(3);
      const laterGeneration = (await page()).cursor;
      await rollBack();
      const other = new Chain(under.store.epoch);
      for (const n of [4, 5, 6]) {
        under.send(setting.libraryId, hashOf(n), 100);
        await under.store.applyMutations({
          libraryId: setting.libraryId,
          deviceId: other.deviceId,
          mutations: [other.next(createOf(uuid(), [{ n }]))],
        });
      }
      assert.equal(await asked(setting, early), false);
      assert.equal(await asked(setting, sameGeneration), true);
      assert.equal(await asked(setting, laterGeneration), true);
    },
  );

  rule('CH-8: a walk that was under way when the folder was rolled back has expired as well', async (setting) => {
    const { under, add, send, chain, page } = setting;
    const [a] = [await add(1), await add(2)];
    const rollBack = await under.mark();
    await send(chain.next({ name: 'asset.set', args: { assetId: a, fields: { title: 'lost' } } }));
    const { cursor, complete } = await page(null, 2);
    assert.equal(complete, false);
    await rollBack();
    assert.equal(await asked(setting, cursor), true);
  });
}
