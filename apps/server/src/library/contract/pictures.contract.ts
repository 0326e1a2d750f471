import assert from 'node:assert/strict';
import { resourceId } from '@rollcall/protocol';
import { createOf, FIELDS, hashOf } from '../../testing/photos.ts';
import { entities, assetIn, uuid, type Rule } from './setting.testing.ts';

export function renditionRules(rule: Rule): void {
  const ready = (assetId: string, of: string) =>
    ({ type: 'rendition', assetId, state: 'ready', of, placeholder: null, words: null }) as const;

  rule(
    'RE-1: a photo wants a picture until it has one of what it shows, the newest first',
    async ({ under, libraryId, add, send, chain, page }) => {
      const [a, b] = [await add(1), await add(2)];
      assert.deepEqual(
        (await under.store.withoutRendition(10)).map(({ assetId }) => assetId),
        [b, a],
      );
      const of = resourceId(a, 'original', hashOf(1));
      assert.equal(await under.store.putRendition(libraryId, ready(a, of)), true);
      assert.deepEqual(
        (await under.store.withoutRendition(10)).map(({ assetId }) => assetId),
        [b],
      );
      assert.ok(entities(await page()).some((entity) => entity.type === 'rendition' && entity.assetId === a));
      under.send(libraryId, hashOf(7), 100);
      await send(
        chain.next({
          name: 'asset.edit',
          args: {
            assetId: a,
            rendering: { role: 'edited', hash: hashOf(7), size: 100, mime: 'image/jpeg', fileName: null, modifiedAt: null },
          },
          expect: null,
        }),
      );
      assert.deepEqual(
        (await under.store.withoutRendition(1)).map(({ assetId, of: source }) => [assetId, source.role]),
        [[a, 'edited']],
      );
      assert.equal(await under.store.putRendition(libraryId, ready(a, of)), false);
    },
  );

  rule(
    'RE-2: a picture of a purged photo is not taken, and the one there was is gone',
    async ({ under, libraryId, add, send, chain, page }) => {
      const a = await add(1);
      const of = resourceId(a, 'original', hashOf(1));
      await under.store.putRendition(libraryId, ready(a, of));
      await send(chain.next({ name: 'asset.trash', args: { assetId: a } }));
      await send(chain.next({ name: 'asset.purge', args: { assetId: a }, expect: under.store.headOf(libraryId) }));
      assert.equal(await under.store.putRendition(libraryId, ready(a, of)), false);
      assert.deepEqual(await under.store.withoutRendition(10), []);
      assert.ok(!entities(await page()).some(({ type }) => type === 'rendition'));
      assert.equal((await page()).complete, true);
    },
  );

  rule(
    'LP-5: halves of one identifier become one photo once, by the server itself, as the feed and the history say; those of another library do not',
    async ({ under, libraryId, add, send, chain, page }) => {
      const still = await add(1);
      const film = uuid();
      under.send(libraryId, hashOf(2), 100);
      const added = createOf(film, [{ n: 2 }]);
      assert.ok(added.name === 'asset.create');
      await send(chain.next({ ...added, args: { ...added.args, kind: 'video' } }));
      const elsewhere = uuid();
      await under.store.createLibrary({ libraryId: elsewhere, accountId: 'bob', quota: 1_000_000 });
      assert.equal(await under.store.joinHalf(libraryId, film, 'ID-1'), false);
      assert.equal(await under.store.joinHalf(elsewhere, still, 'ID-1'), false, 'it has no such photo');
      assert.equal(await under.store.joinHalf(libraryId, still, 'ID-2'), false);
      const head = under.store.headOf(libraryId);
      assert.equal(await under.store.joinHalf(libraryId, still, 'id-1'), true);
      assert.ok(under.pokes.some(({ seq }) => seq > head));
      assert.equal(await under.store.joinHalf(libraryId, still, 'ID-1'), false, 'told again');
      assert.equal(await under.store.joinHalf(libraryId, film, 'ID-1'), false, 'it is a part by now');
      assert.deepEqual((await under.store.asset(libraryId, film))?.id, still);
      assert.ok(entities(await page()).some((each) => each.type === 'alias' && each.from === film && each.role === 'live-video'));
      const history = await under.store.history(libraryId, still);
      assert.ok(history?.some(({ what, device }) => what === 'asset.join' && device === null));
    },
  );

  rule(
    'LP-13: RAW and picture of one shot become one photo once, by the server itself; those of another library, or of very many copies, do not',
    async ({ under, libraryId, add, send, chain }) => {
      const shot = { key: 'shot-1', capturedAt: '2024-05-03T10:00:00.50' };
      const taken = async (n: number, mime: string): Promise<string> => {
        const assetId = uuid();
        under.send(libraryId, hashOf(n), 100);
        await send(chain.next(createOf(assetId, [{ n, mime }])));
        return assetId;
      };
      const [raw, picture] = [await taken(2, 'image/x-nikon-nef'), await taken(1, 'image/jpeg')];
      const elsewhere = uuid();
      await under.store.createLibrary({ libraryId: elsewhere, accountId: 'bob', quota: 1_000_000 });
      assert.equal(await under.store.joinShot(libraryId, raw, shot), false);
      assert.equal(await under.store.joinShot(elsewhere, picture, shot), false, 'it has no such photo');
      assert.equal(await under.store.joinShot(libraryId, picture, { ...shot, key: 'shot-2' }), false);
      assert.equal(await under.store.joinShot(libraryId, picture, { ...shot, capturedAt: '2024-05-03T10:00:00.60' }), false);
      assert.equal(await under.store.joinShot(libraryId, picture, shot), true, 'what was read last of it counts');
      assert.equal(await under.store.joinShot(libraryId, picture, shot), false, 'told again');
      assert.equal(await under.store.joinShot(libraryId, raw, shot), false, 'it is a part by now');
      assert.deepEqual((await under.store.asset(libraryId, raw))?.id, picture);
      const history = await under.store.history(libraryId, picture);
      assert.ok(history?.some(({ what, device }) => what === 'asset.join' && device === null));
      const many = { key: 'many', capturedAt: shot.capturedAt };
      for (let n = 10; n < 44; n += 1) assert.equal(await under.store.joinShot(libraryId, await add(n), many), false);
      assert.equal(await under.store.joinShot(libraryId, await taken(50, 'image/x-nikon-nef'), many), false);
    },
  );

  rule(
    'BU-4: frames of a burst are told with what holds them together, by the server itself, each as its own photo; those of another library are not',
    async ({ under, libraryId, add, send, chain, page }) => {
      const [a, b, c, d] = [await add(1), await add(2), await add(3), await add(4)];
      const elsewhere = uuid();
      await under.store.createLibrary({ libraryId: elsewhere, accountId: 'bob', quota: 1_000_000 });
      const hold = (assetId: string, at: number | null, key = 'img') => under.store.holdFrame(libraryId, assetId, { key, at });
      await under.store.holdFrame(elsewhere, a, { key: 'X', at: null });
      const head = under.store.headOf(libraryId);
      await hold(a, 1000);
      await hold(b, 2500);
      assert.equal(under.store.headOf(libraryId), head, 'each alone is none');
      await hold(d, null, 'X');
      await hold(c, 1800);
      assert.ok(under.pokes.some(({ seq }) => seq > head));
      const bursts = async () => {
        const told = await page();
        return [a, b, c, d].map((id) => assetIn(told, id)?.burst);
      };
      const [first, ...others] = await bursts();
      assert.ok(first);
      assert.deepEqual(others, [first, first, 'X']);
      const told = under.store.headOf(libraryId);
      for (const [id, at] of [[a, 1000] as const, [b, 2500] as const, [c, 1800] as const]) await hold(id, at);
      assert.equal(under.store.headOf(libraryId), told, 'told again');
      assert.deepEqual(
        (await under.store.history(libraryId, a))?.map(({ what }) => what),
        ['asset.create'],
      );
      await send(chain.next({ name: 'asset.trash', args: { assetId: b } }));
      await send(chain.next({ name: 'asset.purge', args: { assetId: b }, expect: under.store.headOf(libraryId) }));
      await hold(c, 1800);
      assert.deepEqual(await bursts(), [first, undefined, first, 'X']);
    },
  );

  rule(
    'SX-15: what lies beside a photo is to be read once, fills in what nobody said, and tells in the history how it was edited, once',
    async ({ under, libraryId, add, send, chain, page }) => {
      const [photo, other] = [await add(1), await add(2)];
      const attach = async (assetId: string, role: string, n: number): Promise<void> => {
        under.send(libraryId, hashOf(n), 100);
        const resource = { role, hash: hashOf(n), size: 100, mime: 'application/json', fileName: 'a.json', modifiedAt: null };
        await send(chain.next({ name: 'resource.attach', args: { assetId, resource } }));
      };
      await attach(photo, 'sidecar', 7);
      await attach(photo, 'adjustment-data', 8);
      await attach(other, 'adjustment-data', 9);
      const unread = async (): Promise<string[]> => (await under.store.unreadSidecars(10)).map(({ of }) => of.hash);
      assert.deepEqual(await unread(), [hashOf(7), hashOf(8), hashOf(9)]);
      assert.equal((await under.store.unreadSidecars(1)).length, 1);
      const [told, edited] = await under.store.unreadSidecars(10);
      assert.ok(told && edited);
      const head = under.store.headOf(libraryId);
      const { capturedAt = '' } = assetIn(await page(), photo) ?? {};
      const fields = { caption: 'Sea', capturedAt, capturedSource: 'xmp' as const };
      await under.store.takeSidecar(told, { fields, knowsZone: true, adjusted: null });
      const adjusted = { did: ['cropped' as const], inPhotos: true, at: null, hash: hashOf(8) };
      await under.store.takeSidecar(edited, { fields: {}, knowsZone: false, adjusted });
      assert.ok(under.pokes.some(({ seq }) => seq > head));
      assert.deepEqual(await unread(), [hashOf(9)]);
      const history = async (): Promise<string[]> => (await under.store.history(libraryId, photo))?.map(({ what }) => what) ?? [];
      assert.deepEqual((await history()).slice(0, 2), ['adjusted', 'described']);
      assert.deepEqual((await under.store.history(libraryId, photo))?.[1]?.new, { caption: 'Sea' }, 'the photo itself said when');
      await attach(photo, 'sidecar', 7);
      assert.deepEqual(await unread(), [hashOf(9)], 'told again');
      await send(chain.next({ name: 'asset.join', args: { assetId: other, joined: photo, role: 'alternate' } }));
      for (const each of await under.store.unreadSidecars(10))
        await under.store.takeSidecar(each, { fields: {}, knowsZone: false, adjusted: each.of.hash === hashOf(8) ? adjusted : null });
      assert.equal((await history()).filter((what) => what === 'adjusted').length, 1, 'a photo that became a part of another');
      assert.deepEqual(await unread(), []);
    },
  );

  rule(
    'SX-23: a sidecar that came with a part of a photo does not correct the date of the whole, and fills in what nobody said',
    async ({ under, libraryId, add, send, chain, page }) => {
      const [still, film, split] = [await add(1), await add(2), uuid()];
      const date = async (id: string) => assetIn(await page(), id)?.capturedAt;
      const [own, other] = [await date(still), '2019-01-01T08:00:00+02:00'];
      const attach = async (assetId: string, n: number, fileName: string): Promise<void> => {
        under.send(libraryId, hashOf(n), 100);
        const resource = { role: 'sidecar', hash: hashOf(n), size: 100, mime: 'application/rdf+xml', fileName, modifiedAt: null };
        await send(chain.next({ name: 'resource.attach', args: { assetId, resource } }));
      };
      const readAll = async (): Promise<number> => {
        const unread = await under.store.unreadSidecars(10);
        const fields = { capturedAt: other, capturedSource: 'xmp' as const, caption: 'Sea' };
        for (const each of unread) await under.store.takeSidecar(each, { fields, knowsZone: true, adjusted: null });
        return unread.length;
      };
      await attach(film, 7, 'IMG_1.MOV.xmp');
      await send(chain.next({ name: 'asset.join', args: { assetId: still, joined: film, role: 'live-video' } }));
      assert.equal(await readAll(), 1);
      assert.equal(await date(still), own);
      assert.equal(assetIn(await page(), still)?.caption, 'Sea');
      const part = {
        resource: resourceId(still, 'live-video', hashOf(2)),
        hash: hashOf(2),
        newId: split,
        fields: FIELDS,
        others: [resourceId(still, 'sidecar', hashOf(7))],
      };
      await send(chain.next({ name: 'asset.split', args: { assetId: still, ...part } }));
      assert.equal(await readAll(), 1, 'it is the film’s own again');
      assert.equal(await date(split), other);
      await attach(still, 8, 'IMG_1.HEIC.xmp');
      assert.equal(await readAll(), 1);
      assert.equal(await date(still), other, 'its own sidecar corrects it');
    },
  );

  rule(
    'SX-25: a sidecar that is attached to a photo and names a part of it corrects the part, and one that came under the part’s id does too',
    async ({ under, libraryId, add, send, chain, page }) => {
      const [still, film] = [await add(1), await add(2)];
      const date = async () => assetIn(await page(), still)?.capturedAt;
      await send(
        chain.next({ name: 'asset.set', args: { assetId: still, fields: { fileName: 'IMG_1.HEIC' } } }),
        chain.next({ name: 'asset.set', args: { assetId: film, fields: { fileName: 'IMG_1.MOV' } } }),
        chain.next({ name: 'asset.join', args: { assetId: still, joined: film, role: 'live-video' } }),
      );
      const [own, other] = [await date(), '2019-01-01T08:00:00+02:00'];
      const read = async (assetId: string, n: number, fileName: string): Promise<void> => {
        under.send(libraryId, hashOf(n), 100);
        const resource = { role: 'sidecar', hash: hashOf(n), size: 100, mime: 'application/rdf+xml', fileName, modifiedAt: null };
        await send(chain.next({ name: 'resource.attach', args: { assetId, resource } }));
        const unread = await under.store.unreadSidecars(10);
        assert.deepEqual(
          unread.map(({ of }) => of.hash),
          [hashOf(n)],
        );
        const fields = { capturedAt: other, capturedSource: 'xmp' as const };
        for (const each of unread) await under.store.takeSidecar(each, { fields, knowsZone: true, adjusted: null });
      };
      await read(still, 7, 'IMG_1.MOV.xmp');
      await read(still, 8, 'img_1.mov.supplemental-metadata.json');
      await read(film, 9, 'notes.xmp');
      assert.equal(await date(), own);
      await read(still, 10, 'IMG_1.xmp');
      assert.equal(await date(), other, 'what has the name of both is of the whole');
    },
  );

  rule(
    'LP-22: what a person emptied stays empty, whatever is read of the photo or beside it, also as a part, taken apart, or brought back',
    async ({ under, libraryId, add, send, chain, page }) => {
      const { store } = under;
      const [photo, film, split] = [await add(1), await add(2), uuid()];
      const place = { lat: 1, lon: 2, altitude: null };
      const told = { caption: 'Sea', title: 'Sea', place, rating: 3, keywords: ['sea'] };
      const empty = { caption: null, title: null, place: null, rating: null, keywords: [] };
      const said = async (id: string) => {
        const { caption, title, place: at, rating, keywords } = assetIn(await page(), id) ?? assert.fail('no photo');
        return { caption, title, place: at, rating, keywords };
      };
      for (const id of [photo, film]) {
        await store.describeAsset(libraryId, id, told);
        assert.deepEqual(await said(id), told);
        await send(chain.next({ name: 'asset.set', args: { assetId: id, fields: empty } }));
        await store.describeAsset(libraryId, id, told);
        assert.deepEqual(await said(id), empty);
      }
      under.send(libraryId, hashOf(7), 100);
      const sidecar = { role: 'sidecar', hash: hashOf(7), size: 100, mime: 'application/json', fileName: 'a.json', modifiedAt: null };
      await send(chain.next({ name: 'resource.attach', args: { assetId: photo, resource: sidecar } }));
      for (const each of await store.unreadSidecars(10))
        await store.takeSidecar(each, { fields: { ...told, people: [] }, knowsZone: true, adjusted: null });
      assert.deepEqual(await said(photo), empty, 'a sidecar that comes later');
      await send(chain.next({ name: 'asset.join', args: { assetId: photo, joined: film, role: 'live-video' } }));
      const part = { resource: resourceId(photo, 'live-video', hashOf(2)), hash: hashOf(2), newId: split };
      await send(chain.next({ name: 'asset.split', args: { assetId: photo, ...part, fields: { ...FIELDS, fileName: 'IMG_1.MOV' } } }));
      await store.describeAsset(libraryId, split, { ...told, exposure: { time: 0.01, fNumber: null, iso: null, focalLength: null } });
      assert.deepEqual(await said(split), empty, 'the part is a photo of its own again');
      assert.equal(assetIn(await page(), split)?.exposure?.time, 0.01, 'of which nobody said anything');
      await send(chain.next({ name: 'asset.trash', args: { assetId: photo } }));
      await send(chain.next({ name: 'asset.purge', args: { assetId: photo }, expect: store.headOf(libraryId) }));
      const back = uuid();
      assert.equal((await store.unpurge(photo, back)).restored, true);
      await store.describeAsset(libraryId, back, told);
      assert.deepEqual(await said(back), empty, 'deleted for good and brought back');
      const other = await add(3);
      await send(chain.next({ name: 'asset.set', args: { assetId: other, fields: { caption: 'mine' } } }));
      await store.describeAsset(libraryId, other, told);
      assert.deepEqual(await said(other), { ...told, caption: 'mine' });
    },
  );

  rule(
    'SX-20: who is in a photo is taken from a sidecar where the photo itself names nobody, in whatever order the two are read',
    async ({ under, libraryId, add, send, chain, page }) => {
      const [bare, first, last] = [await add(1), await add(2), await add(3)];
      const named = (name: string) => [{ name, area: null }];
      const besideIt = async (assetId: string, n: number, name: string): Promise<void> => {
        under.send(libraryId, hashOf(n), 100);
        const resource = { role: 'sidecar', hash: hashOf(n), size: 100, mime: 'application/json', fileName: 'a.json', modifiedAt: null };
        await send(chain.next({ name: 'resource.attach', args: { assetId, resource } }));
        const [told] = await under.store.unreadSidecars(1);
        assert.equal(told?.of.hash, hashOf(n));
        await under.store.takeSidecar(told, { fields: { people: named(name) }, knowsZone: false, adjusted: null });
      };
      await under.store.describeAsset(libraryId, first, { people: named('of the file') });
      for (const [at, id] of [bare, first, last].entries()) await besideIt(id, 7 + at, 'of the sidecar');
      await under.store.describeAsset(libraryId, last, { people: named('of the file') });
      await besideIt(bare, 11, 'of another sidecar');
      const told = await page();
      assert.deepEqual(
        [bare, first, last].map((id) => assetIn(told, id)?.people),
        [named('of the sidecar'), named('of the file'), named('of the file')],
      );
    },
  );

  rule(
    'TH-3: a picture is asked for once more though there is word of one, and none of a purged photo',
    async ({ under, libraryId, add, send, chain }) => {
      const [a, b] = [await add(1), await add(2)];
      for (const [id, n] of [[a, 1] as const, [b, 2] as const])
        await under.store.putRendition(libraryId, ready(id, resourceId(id, 'original', hashOf(n))));
      assert.deepEqual(await under.store.withoutRendition(10), []);
      await send(chain.next({ name: 'asset.trash', args: { assetId: b } }));
      await send(chain.next({ name: 'asset.purge', args: { assetId: b }, expect: under.store.headOf(libraryId) }));
      for (const id of [a, a, b]) await under.store.wantRendition(libraryId, id);
      assert.deepEqual(
        (await under.store.withoutRendition(10)).map(({ assetId }) => assetId),
        [a],
      );
      const of = resourceId(a, 'original', hashOf(1));
      assert.equal(await under.store.putRendition(libraryId, { ...ready(a, of), state: 'unavailable', words: 'No.' }), true);
      assert.deepEqual(await under.store.withoutRendition(10), []);
    },
  );

  rule('ME-9: the server’s own reading goes through the feed and into the history', async ({ under, libraryId, add, page }) => {
    const a = await add(1);
    await under.store.describeAsset(libraryId, a, { duration: 3 });
    assert.equal(assetIn(await page(), a)?.duration, 3);
    assert.deepEqual((await under.store.history(libraryId, a))?.[0]?.device, null);
  });
}
