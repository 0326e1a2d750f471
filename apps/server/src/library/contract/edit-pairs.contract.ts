import assert from 'node:assert/strict';
import { createOf, hashOf } from '../../testing/photos.ts';
import { uuid, type Rule } from './setting.testing.ts';

const AT = '2024-05-03T10:00:00.50';
const shot = (stem: string, capturedAt = AT) => ({ key: `2024-05-03T10:00:00\napple\nphone\n${stem}`, capturedAt });

export function editPairRules(rule: Rule): void {
  rule(
    'ED-8: an edit and its original become one photo once, by the server itself; those of another library, or among very many, do not',
    async ({ under, libraryId, add }) => {
      const { store } = under;
      const [original, edit] = [await add(1), await add(2)];
      const elsewhere = uuid();
      await store.createLibrary({ libraryId: elsewhere, accountId: 'bob', quota: 1_000_000 });
      assert.equal(await store.joinEdit(libraryId, edit, shot('img_e1234')), false);
      assert.equal(await store.joinEdit(elsewhere, original, shot('img_1234')), false, 'it has no such photo');
      assert.equal(await store.joinEdit(libraryId, original, { ...shot('img_1234'), key: 'another second\nimg_1234' }), false);
      assert.equal(await store.joinEdit(libraryId, original, shot('img_1234', '2024-05-03T10:00:00.60')), false);
      const head = store.headOf(libraryId);
      assert.equal(await store.joinEdit(libraryId, original, shot('img_1234')), true, 'what was read last of it counts');
      assert.ok(under.pokes.some(({ seq }) => seq > head));
      assert.equal(await store.joinEdit(libraryId, edit, shot('img_e1234')), false, 'told again');
      assert.equal(await store.joinEdit(libraryId, original, shot('img_1234')), false, 'it is a part by now');
      assert.equal((await store.asset(libraryId, original))?.id, edit);
      const history = await store.history(libraryId, edit);
      assert.ok(history?.some(({ what, device }) => what === 'asset.join' && device === null));
      const many = (n: number, stem: string) => ({ key: `many\n${stem}${n}`, capturedAt: AT });
      for (let n = 10; n < 266; n += 1) assert.equal(await store.joinEdit(libraryId, await add(n), many(n, 'img_')), false);
      assert.equal(await store.joinEdit(libraryId, await add(300), { key: 'many\nimg_e1', capturedAt: AT }), false);
      assert.equal(await store.joinEdit(libraryId, await add(301), { key: 'many\nimg_1', capturedAt: AT }), false);
    },
  );

  rule(
    'ED-7: what belongs to an original that became a part of its edit finds it, also when it is read last',
    async ({ under, libraryId, add, send, chain }) => {
      const { store } = under;
      const [original, edit] = [await add(1), await add(2)];
      await store.joinHalf(libraryId, original, 'X');
      await store.joinShot(libraryId, original, shot('img_1234'));
      await store.joinEdit(libraryId, original, shot('img_1234'));
      await send(chain.next({ name: 'asset.set', args: { assetId: edit, fields: { fileName: 'IMG_E1234.JPG' } } }));
      assert.equal(await store.joinEdit(libraryId, edit, shot('img_e1234')), true);
      const [film, raw] = [uuid(), uuid()];
      for (const n of [3, 4]) under.send(libraryId, hashOf(n), 100);
      const added = createOf(film, [{ n: 3, mime: 'video/quicktime' }]);
      assert.ok(added.name === 'asset.create');
      await send(chain.next({ ...added, args: { ...added.args, kind: 'video' } }));
      assert.equal(await store.joinHalf(libraryId, film, 'x'), true);
      await send(chain.next(createOf(raw, [{ n: 4, mime: 'image/x-adobe-dng' }])));
      assert.equal(await store.joinShot(libraryId, raw, shot('img_1234')), true);
      const found = await store.asset(libraryId, edit);
      assert.deepEqual(found?.resources.map(({ role }) => role).sort(), ['alternate', 'live-video', 'original', 'raw']);
    },
  );

  rule(
    'LP-19: what became a part of a photo brings its identifier: a film finds the photo of its RAW, and of what a person joined',
    async ({ under, libraryId, add, send, chain }) => {
      const { store } = under;
      const made = async (n: number, mime: string, kind: 'photo' | 'video' = 'photo'): Promise<string> => {
        const assetId = uuid();
        under.send(libraryId, hashOf(n), 100);
        const added = createOf(assetId, [{ n, mime }]);
        assert.ok(added.name === 'asset.create');
        await send(chain.next({ ...added, args: { ...added.args, kind } }));
        return assetId;
      };
      const [raw, picture] = [await made(1, 'image/x-adobe-dng'), await add(2)];
      assert.equal(await store.joinHalf(libraryId, raw, 'X'), false);
      assert.equal(await store.joinShot(libraryId, raw, shot('img_1')), false);
      assert.equal(await store.joinShot(libraryId, picture, shot('img_1')), true);
      const [kept, joined] = [await add(3), await add(4)];
      assert.equal(await store.joinHalf(libraryId, joined, 'Y'), false);
      await send(chain.next({ name: 'asset.join', args: { assetId: kept, joined, role: 'alternate' } }));
      for (const [whole, pairId, n] of [
        [picture, 'x', 5],
        [kept, 'y', 6],
      ] as const) {
        const film = await made(n, 'video/quicktime', 'video');
        assert.equal(await store.joinHalf(libraryId, film, pairId), true);
        assert.equal((await store.asset(libraryId, film))?.id, whole);
      }
    },
  );
}
