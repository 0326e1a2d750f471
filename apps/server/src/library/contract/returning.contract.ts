import assert from 'node:assert/strict';
import { LIMITS } from '@rollcall/protocol';
import { createOf, hashOf } from '../../testing/photos.ts';
import { assetIn, DAY, entities, resultsOf, uuid, type Rule, type Setting } from './setting.testing.ts';

/** Time that the server saw pass, day by day. */
async function live({ under }: Setting, time: number): Promise<void> {
  for (let passed = 0; passed < time; passed += 3_600_000) {
    under.now += 3_600_000;
    await under.store.heartbeat();
  }
}

async function purge(setting: Setting, assetId: string): Promise<void> {
  const { send, chain, page } = setting;
  await send(chain.next({ name: 'asset.trash', args: { assetId } }));
  const seq = (await page()).entries.find(({ json }) => (JSON.parse(json) as { id?: string }).id === assetId)?.seq ?? 0;
  assert.deepEqual(resultsOf(await send(chain.next({ name: 'asset.purge', args: { assetId }, expect: seq }))), [{ status: 'applied' }]);
}

/** An edited photo with an alias, purged. */
async function editedAndPurged(setting: Setting): Promise<{ kept: string; minted: string }> {
  const { add, under, libraryId, send, chain } = setting;
  const kept = await add(1);
  const minted = uuid();
  under.send(libraryId, hashOf(2), 100);
  const rendering = { role: 'edited', hash: hashOf(2), size: 100, mime: 'image/jpeg', fileName: null, modifiedAt: null };
  await send(
    chain.next(createOf(minted, [{ n: 1 }])),
    chain.next({ name: 'asset.edit', args: { assetId: kept, rendering }, expect: null }),
  );
  await purge(setting, kept);
  return { kept, minted };
}

export function returningRules(rule: Rule): void {
  rule('RD-1: tombstones go 180 days after the purge, as the server saw time pass, and not before', async (setting) => {
    const { under, add, page } = setting;
    const { kept } = await editedAndPurged(setting);
    const other = await add(9);
    await live(setting, LIMITS.tombstone - DAY);
    under.now += 400 * DAY;
    await under.restart();
    assert.equal(await under.store.compact(), 0);
    assert.equal(assetIn(await page(), kept)?.state, 'purged');
    await live(setting, 2 * DAY);
    assert.equal(await under.store.compact(), 1);
    assert.equal(assetIn(await page(), kept), undefined);
    assert.deepEqual(
      entities(await page()).map((entity) => entity.type),
      ['alias', 'asset', 'resource'],
    );
    assert.equal(assetIn(await page(), other)?.state, 'live');
    assert.equal(await under.store.compact(), 0);
  });

  rule('MD-72: what was noted of the file of a photo, so that it finds what it is one with, goes with its tombstone', async (setting) => {
    const { under, libraryId, add } = setting;
    const [gone, other] = [await add(1), await add(2)];
    const half = { fileName: 'IMG_1.JPG', mime: 'image/jpeg', size: 100, capturedAt: '2024-05-03T10:00:00', duration: null };
    for (const [id, name] of [
      [gone, 'a'],
      [other, 'b'],
    ] as const) {
      await under.store.joinHalf(libraryId, id, name);
      await under.store.joinNamed(libraryId, id, { ...half, camera: null, livePairId: null });
      await under.store.joinShot(libraryId, id, { key: `2024-05-03T10:00:00\nmaker\nmodel\n${name}`, capturedAt: half.capturedAt });
      await under.store.holdFrame(libraryId, id, { key: name, at: 1000 });
    }
    await purge(setting, gone);
    await live(setting, LIMITS.tombstone + DAY);
    assert.equal(await under.store.compact(), 1);
    assert.deepEqual([under.notes(gone), under.notes(other)], [0, 4]);
  });

  rule('RD-2: a cursor from before a tombstone that is gone has expired, one from after it goes on', async (setting) => {
    const { under, libraryId, chain, add, page } = setting;
    const kept = await add(1);
    const before = (await page()).cursor;
    await purge(setting, kept);
    const after = (await page()).cursor;
    await live(setting, LIMITS.tombstone + DAY);
    assert.equal(await under.store.compact(), 1);
    const asked = { libraryId, limit: 10, deviceId: chain.deviceId };
    assert.equal(await under.store.changesSince({ ...asked, cursor: before }), 'cursor-compacted');
    assert.equal(typeof (await under.store.changesSince({ ...asked, cursor: after })), 'object');
    assert.deepEqual((await page()).entries, []);
  });

  rule(
    'CH-11: a walk that began at nothing goes on below the floor, until a tombstone is gone that came after it began',
    async (setting) => {
      const { under, libraryId, chain, add } = setting;
      const kept = [await add(1), await add(2)];
      await purge(setting, await add(3));
      await live(setting, LIMITS.tombstone + DAY);
      assert.equal(await under.store.compact(), 1);
      const late = await add(4);
      const walk = async (cursor: string | null): Promise<Exclude<Awaited<ReturnType<typeof under.store.changesSince>>, string>> => {
        const page = await under.store.changesSince({ libraryId, limit: 1, deviceId: chain.deviceId, cursor });
        assert.ok(typeof page === 'object', `refused at ${cursor}`);
        return page;
      };
      const first = await walk(null);
      const met: string[] = first.entries.map(({ json }) => json);
      for (let page = first; !page.complete; met.push(...page.entries.map(({ json }) => json))) page = await walk(page.cursor);
      for (const assetId of [...kept, late]) assert.ok(met.some((json) => json.includes(assetId)));
      await purge(setting, late);
      await live(setting, LIMITS.tombstone + DAY);
      assert.equal(await under.store.compact(), 1);
      const again = { libraryId, limit: 1, deviceId: chain.deviceId, cursor: first.cursor };
      assert.equal(await under.store.changesSince(again), 'cursor-compacted');
    },
  );

  rule('RD-3: bytes that were purged, original or edit, are remembered beyond their tombstones, under whatever id', async (setting) => {
    const { under, libraryId, send, chain, page } = setting;
    const { kept, minted } = await editedAndPurged(setting);
    await live(setting, LIMITS.tombstone + DAY);
    await under.store.compact();
    for (const n of [1, 2]) under.send(libraryId, hashOf(n), 100);
    for (const [assetId, n] of [
      [kept, 1],
      [minted, 1],
      [uuid(), 1],
      [uuid(), 2],
    ] as const) {
      const [result] = resultsOf(await send(chain.next(createOf(assetId, [{ n }], false))));
      assert.equal(result?.status === 'rejected' && result.code, 'deleted-before', `${assetId} with ${n}`);
    }
    assert.deepEqual(
      entities(await page()).map((entity) => entity.type),
      ['alias'],
    );
    // Put there anew by a person, it is added.
    assert.deepEqual(resultsOf(await send(chain.next(createOf(uuid(), [{ n: 1 }], true)))), [{ status: 'applied' }]);
  });

  rule(
    'RD-20: what is left of a photo that became a part of another one goes like a tombstone; the pair and the alias stay',
    async (setting) => {
      const { under, libraryId, add, send, chain, page } = setting;
      const [kept, joined] = [await add(1), await add(2)];
      const join = { name: 'asset.join', args: { assetId: kept, joined, role: 'live-video' } } as const;
      assert.deepEqual(resultsOf(await send(chain.next(join))), [{ status: 'applied' }]);
      const removed = async (): Promise<number> =>
        entities(await page()).filter((entity) => entity.type === 'resource' && entity.assetId === joined).length;
      await live(setting, LIMITS.tombstone - DAY);
      await under.store.compact();
      assert.equal(await removed(), 1);
      await live(setting, 2 * DAY);
      assert.equal(await under.store.compact(), 1);
      assert.equal(await removed(), 0);
      assert.equal((await under.store.asset(libraryId, joined))?.id, kept);
      assert.deepEqual(
        entities(await page())
          .map(({ type }) => type)
          .sort(),
        ['alias', 'asset', 'resource', 'resource'],
      );
    },
  );

  rule(
    'RD-21: after a purge that was undone, neither an original nor a part nor an edit of it counts as deleted before',
    async (setting) => {
      const { under, libraryId, send, chain } = setting;
      const { kept } = await editedAndPurged(setting);
      const again = uuid();
      assert.equal((await under.store.unpurge(kept, again)).restored, true);
      under.send(libraryId, hashOf(2), 100);
      const [result] = resultsOf(await send(chain.next(createOf(uuid(), [{ n: 2 }], false))));
      assert.notEqual(result?.status, 'rejected');
    },
  );
}
