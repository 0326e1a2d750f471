import assert from 'node:assert/strict';
import { LIMITS } from '@rollcall/protocol';
import { createOf, hashOf } from '../../testing/photos.ts';
import { assetIn, DAY, entities, resultsOf, uuid, type Rule, type Setting } from './setting.testing.ts';

async function purge({ under, libraryId, send, chain }: Setting, assetId: string): Promise<void> {
  await send(chain.next({ name: 'asset.trash', args: { assetId } }));
  const change = { name: 'asset.purge', args: { assetId }, expect: under.store.headOf(libraryId) } as const;
  assert.deepEqual(resultsOf(await send(chain.next(change))), [{ status: 'applied' }]);
}

async function live({ under }: Setting, time: number): Promise<void> {
  for (let passed = 0; passed < time; passed += 3_600_000) {
    under.now += 3_600_000;
    await under.store.heartbeat();
  }
}

export function purgedRules(rule: Rule): void {
  rule(
    'QA-10: a purge that is undone gives a new photo with the same fields, files and edit; the old id stays deleted',
    async (setting) => {
      const { under, libraryId, send, chain, page } = setting;
      const a = uuid();
      under.send(libraryId, hashOf(1), 100);
      under.send(libraryId, hashOf(2), 50);
      await send(
        chain.next(createOf(a, [{ n: 1 }, { n: 2, role: 'edited', size: 50 }])),
        chain.next({ name: 'asset.set', args: { assetId: a, fields: { title: 'The sea', favourite: true, keywords: ['sea'] } } }),
      );
      const was = assetIn(await page(), a)!;
      await purge(setting, a);
      assert.equal((await under.store.summary(libraryId)).bytes, 0);
      const [photo] = await under.store.purgedPhotos(10);
      assert.deepEqual([photo?.assetId, photo?.purgedBy, photo?.blobs.length], [a, chain.deviceId, 2]);
      const { cursor } = await page();
      const b = uuid();
      assert.deepEqual(await under.store.unpurge(a, b), { restored: true, assetId: b, fileName: was.fileName, joined: false });
      const told = await page(cursor);
      const { title, favourite, keywords, addedAt, addedBy, capturedAt, kind, state } = assetIn(told, b)!;
      assert.deepEqual(
        { title, favourite, keywords, addedAt, addedBy, capturedAt, kind, state },
        {
          title: 'The sea',
          favourite: true,
          keywords: ['sea'],
          addedAt: was.addedAt,
          addedBy: was.addedBy,
          capturedAt: was.capturedAt,
          kind: 'photo',
          state: 'live',
        },
      );
      const files = entities(told).flatMap((entity) => (entity.type === 'resource' && entity.assetId === b ? [entity] : []));
      assert.deepEqual(files.map(({ role, hash, removed }) => [role, hash, removed]).sort(), [
        ['edited', hashOf(2), false],
        ['original', hashOf(1), false],
      ]);
      assert.equal(assetIn(told, b)?.rendering, files.find(({ role }) => role === 'edited')?.id);
      assert.equal((await under.store.asset(libraryId, a))?.state, 'purged');
      assert.equal((await under.store.summary(libraryId)).bytes, 150);
      assert.deepEqual(
        [await under.store.purgedPhotos(10), await under.store.unpurge(a, uuid())],
        [[], { restored: false, why: 'not-found' }],
      );
      const [entry] = (await under.store.history(libraryId, b))!;
      assert.deepEqual([entry?.what, entry?.old], ['purge.undone', { assetId: a }]);
      assert.equal((await under.store.history(libraryId, a))![0]?.what, 'purge.undone');
    },
  );

  rule('QA-10: the original of a purge that was undone is no longer remembered as deleted', async (setting) => {
    const { under, libraryId, add, send, chain } = setting;
    const a = await add(1);
    await purge(setting, a);
    const code = async (): Promise<string> => {
      const [result] = resultsOf(await send(chain.next(createOf(uuid(), [{ n: 1 }], false))));
      return result?.status === 'rejected' ? result.code : (result?.status ?? '');
    };
    assert.equal(await code(), 'deleted-before');
    await under.store.unpurge(a, uuid());
    assert.equal(await code(), 'superseded');
    assert.equal((await under.store.summary(libraryId)).assets, 1);
  });

  rule('QA-11: without room for it in the library a purge is not undone, and says what it needs and what is free', async (setting) => {
    const { under, add } = setting;
    const small = uuid();
    await under.store.createLibrary({ libraryId: small, accountId: 'ben', quota: 150 });
    const a = await add(1);
    under.send(small, hashOf(1), 100);
    const b = uuid();
    const act = (change: Parameters<typeof chain.next>[0]): Promise<unknown> =>
      under.store.applyActions({ libraryId: small, deviceId: uuid(), actions: [{ id: uuid(), change }] });
    const { chain } = setting;
    await act(createOf(b, [{ n: 1 }]));
    await act({ name: 'asset.trash', args: { assetId: b } });
    await act({ name: 'asset.purge', args: { assetId: b }, expect: under.store.headOf(small) });
    under.send(small, hashOf(2), 60);
    const head = under.store.headOf(small);
    assert.deepEqual(await under.store.unpurge(b, uuid()), { restored: false, why: 'over-quota', needed: 100, free: 90 });
    assert.deepEqual([under.store.headOf(small), (await under.store.summary(small)).reserved], [head, 60]);
    assert.equal((await under.store.purgedPhoto(b))?.assetId, b);
    assert.equal((await under.store.asset(setting.libraryId, a))?.state, 'live');
  });

  rule('QA-12: a purge can be undone for as long as its bytes are kept, and is then forgotten', async (setting) => {
    const { under, add } = setting;
    const a = await add(1);
    await purge(setting, a);
    await live(setting, LIMITS.quarantine);
    assert.equal(await under.store.forgetPurged(), 0);
    assert.equal((await under.store.purgedPhotos(10)).length, 1);
    await live(setting, 2 * DAY);
    assert.equal(await under.store.forgetPurged(), 0, 'its bytes are still here');
    under.loseBytes(hashOf(1));
    assert.deepEqual(await under.store.unpurge(a, uuid()), { restored: false, why: 'bytes-gone' });
    assert.equal(await under.store.forgetPurged(), 1);
    assert.deepEqual(await under.store.unpurge(a, uuid()), { restored: false, why: 'not-found' });
  });

  rule('QA-13: where the same photo was added again since its purge, that one is kept, and gets what it lacks', async (setting) => {
    const { under, libraryId, send, chain } = setting;
    const a = uuid();
    under.send(libraryId, hashOf(1), 100);
    under.send(libraryId, hashOf(2), 50);
    await send(chain.next(createOf(a, [{ n: 1 }, { n: 2, role: 'live-video', size: 50 }])));
    await purge(setting, a);
    const b = await setting.add(1);
    const c = uuid();
    assert.deepEqual(await under.store.unpurge(a, c), { restored: true, assetId: b, fileName: 'IMG_1.JPG', joined: true });
    const kept = await under.store.asset(libraryId, c);
    assert.deepEqual([kept?.id, kept?.resources.map(({ role }) => role).sort()], [b, ['live-video', 'original']]);
    const { assets, bytes } = await under.store.summary(libraryId);
    assert.deepEqual({ assets, bytes }, { assets: 1, bytes: 150 });
  });

  rule('JO-4: a purge says in the history who did it and when; one by the end of the 30 days says so', async (setting) => {
    const { under, libraryId, add, send, chain } = setting;
    const a = await add(1);
    under.now += 5;
    await purge(setting, a);
    const [byPerson] = (await under.store.history(libraryId, a))!;
    assert.deepEqual([byPerson?.what, byPerson?.device, byPerson?.at], ['asset.purge', chain.deviceId, under.now]);
    assert.deepEqual(byPerson?.new, { state: 'purged', by: 'person' });
    const b = await add(2);
    await send(chain.next({ name: 'asset.trash', args: { assetId: b } }));
    await live(setting, LIMITS.trash + DAY);
    assert.equal(await under.store.expireTrash(), 1);
    const [byTime] = (await under.store.history(libraryId, b))!;
    assert.deepEqual([byTime?.device, byTime?.at, byTime?.new], [null, under.now, { state: 'purged', by: 'expiry' }]);
    assert.deepEqual(
      (await under.store.purgedPhotos(10)).map(({ assetId, purgedBy }) => [assetId, purgedBy]),
      [
        [a, chain.deviceId],
        [b, null],
      ],
    );
  });
}
