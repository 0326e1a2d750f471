import assert from 'node:assert/strict';
import { LIMITS, type Change } from '@rollcall/protocol';
import { DAY, entities, resultsOf, uuid, type Rule, type Setting } from './setting.testing.ts';

const create = (albumId: string, title = 'Summer'): Change => ({
  name: 'album.create',
  args: { albumId, fields: { title, order: 'by-hand', cover: null } },
});
const add = (albumId: string, assetId: string, position = 'a0'): Change => ({ name: 'album.add', args: { albumId, assetId, position } });

async function apply({ send, chain }: Setting, ...changes: Change[]): Promise<string[]> {
  return resultsOf(await send(...changes.map((change) => chain.next(change)))).map((result) => result.status);
}

export function albumRules(rule: Rule): void {
  rule(
    'AL-10: albums and their photos are rows of the feed, one for each pair, and come after the photos that they name',
    async (setting) => {
      const [a, album] = [await setting.add(1), uuid()];
      assert.deepEqual(
        await apply(setting, create(album), add(album, a), { name: 'album.move', args: { albumId: album, assetId: a, position: 'a1' } }),
        ['applied', 'applied', 'applied'],
      );
      const told = entities(await setting.page());
      assert.deepEqual(
        told.map(({ type }) => type),
        ['asset', 'resource', 'album', 'album-item'],
      );
      const [, , shown, item] = told;
      assert.ok(shown?.type === 'album' && item?.type === 'album-item');
      assert.deepEqual([shown.title, item.position, item.removed, item.assetId], ['Summer', 'a1', false, a]);
    },
  );

  rule('AL-10: who speaks a version without albums is not told of them, and misses nothing else', async (setting) => {
    const [a, album] = [await setting.add(1), uuid()];
    await apply(setting, create(album), add(album, a));
    const b = await setting.add(2);
    const old = async (cursor: string | null, limit: number) => {
      const page = await setting.under.store.changesSince({ libraryId: setting.libraryId, cursor, limit, deviceId: null, protocol: 1 });
      return typeof page === 'string' ? assert.fail(page) : page;
    };
    const seen: string[] = [];
    for (let page = await old(null, 1); ; page = await old(page.cursor, 1)) {
      seen.push(...entities(page).map((entity) => (entity.type === 'asset' ? entity.id : entity.type)));
      if (page.complete) break;
    }
    assert.deepEqual(seen, [a, 'resource', b, 'resource']);
    assert.equal((await setting.page()).entries.length, 6);
  });

  rule('AL-5: a joined photo leaves its place in albums to the other one', async (setting) => {
    const [a, b, album] = [await setting.add(1), await setting.add(2), uuid()];
    await apply(setting, create(album), add(album, b, 'a7'), { name: 'asset.join', args: { assetId: a, joined: b, role: 'live-video' } });
    const items = entities(await setting.page()).flatMap((entity) => (entity.type === 'album-item' ? [entity] : []));
    assert.deepEqual(
      new Map(items.map(({ assetId, position, removed }) => [assetId, [position, removed]])),
      new Map([
        [a, ['a7', false]],
        [b, ['a7', true]],
      ]),
    );
    assert.deepEqual(await apply(setting, add(album, b)), ['superseded']);
  });

  rule('AL-11: the tombstone of an album goes with its items after its time, and so do the items of a purged photo', async (setting) => {
    const { under } = setting;
    const [a, b, album, other] = [await setting.add(1), await setting.add(2), uuid(), uuid()];
    await apply(setting, create(album), create(other), add(album, a), add(other, a), add(other, b));
    await apply(setting, { name: 'album.delete', args: { albumId: album } }, { name: 'asset.trash', args: { assetId: b } });
    const { cursor, entries } = await setting.page();
    const seq = entries.at(-1)?.seq ?? 0;
    assert.deepEqual(await apply(setting, { name: 'asset.purge', args: { assetId: b }, expect: seq }), ['applied']);
    for (let passed = 0; passed <= LIMITS.tombstone + DAY; passed += 3_600_000) {
      under.now += 3_600_000;
      await under.store.heartbeat();
    }
    await under.store.compact();
    const left = entities(await setting.page());
    assert.deepEqual(
      left.map((entity) => (entity.type === 'album-item' ? [entity.albumId, entity.assetId] : entity.type)).sort(),
      [[other, a], 'album', 'asset', 'resource'].sort(),
    );
    const late = await under.store.changesSince({ libraryId: setting.libraryId, cursor, limit: 10, deviceId: null });
    assert.equal(late, 'cursor-compacted');
    assert.deepEqual(await apply(setting, add(album, a)), ['rejected'], 'and nothing revives it');
  });
}
