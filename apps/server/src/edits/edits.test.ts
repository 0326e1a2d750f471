import { drawNoise, measure } from '@rollcall/media/drawing';
import { BYTES, readRecipe, RECIPE_MIME, resourceId, UNCHANGED, type Asset, type EditSettings, type Resource } from '@rollcall/protocol';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createOf } from '../testing/photos.ts';
import { Served, uuid, type Client, type TestDevice } from '../testing/served.ts';
import { openEdits } from './edits.ts';

const MEDIA = resolve(import.meta.dirname, '../../../../../shared/media');
const noMedia = !existsSync(join(MEDIA, 'MANIFEST.tsv')) && 'no test media';
const QUOTA = 40_000_000;

describe('edits that the server makes', () => {
  let served: Served;
  let browser: Client;
  let other: Client;
  let device: TestDevice;
  before(async () => {
    served = await Served.start();
    browser = await served.account('anna@x.org', QUOTA);
    other = await served.signIn('anna@x.org');
    device = await served.device('anna@x.org');
  });
  after(() => served.close());

  async function add(bytes: Uint8Array, mime = 'image/jpeg'): Promise<string> {
    const assetId = uuid();
    const { hash, size } = await device.client.upload(bytes);
    assert.deepEqual(await device.send(createOf(assetId, [{ hash, size, mime }])), [{ status: 'applied' }]);
    return assetId;
  }
  async function photoOf(assetId: string): Promise<{ asset: Asset; resources: readonly Resource[] }> {
    const all = (await device.snapshot()).map(({ entity }) => entity);
    const asset = all.find((each): each is Asset => each.type === 'asset' && each.id === assetId)!;
    return {
      asset,
      resources: all.filter((each): each is Resource => each.type === 'resource' && each.assetId === assetId && !each.removed),
    };
  }
  const original = (resources: readonly Resource[]): Resource => resources.find(({ role }) => role === 'original')!;
  const bytesOf = async ({ assetId, id }: Resource): Promise<Buffer> =>
    Buffer.from(await (await browser.raw('GET', BYTES.resource(assetId, id))).arrayBuffer());
  interface Saving {
    readonly by?: Client;
    readonly id?: string;
    readonly expect?: string | null;
    readonly base?: string;
  }
  async function ask(assetId: string, settings: Partial<EditSettings>, { by = browser, id = uuid(), expect = null, base }: Saving = {}) {
    const of = base ?? original((await photoOf(assetId)).resources).id;
    return by.call('saveEdit', { params: { assetId }, body: { id, base: of, settings: { ...UNCHANGED, ...settings }, expect } });
  }
  async function save(assetId: string, settings: Partial<EditSettings>, saving: Saving = {}) {
    const answer = await ask(assetId, settings, saving);
    if (!answer.ok || answer.value.state !== 'saved') assert.fail(JSON.stringify(answer));
    return answer.value;
  }

  test(
    'NE-8: an edit is kept in all its pixels with its recipe, by which it is taken up again, and is shown; the original stays',
    { skip: noMedia },
    async () => {
      const heic = readFileSync(join(MEDIA, 'edits/IMG_1853.HEIC'));
      const assetId = await add(heic, 'image/heic');
      const settings: EditSettings = { ...UNCHANGED, turn: 90, crop: { x: 0.25, y: 0, width: 0.5, height: 1 }, saturation: -100 };
      const { rendering, result } = await save(assetId, settings);
      assert.deepEqual(result, { status: 'applied' });
      const { asset, resources } = await photoOf(assetId);
      assert.equal(asset.rendering, rendering);
      const shown = resources.find(({ id }) => id === rendering)!;
      assert.deepEqual([shown.role, shown.mime, shown.pixels], ['edited', 'image/jpeg', { width: 2016, height: 3024 }]);
      const jpeg = await bytesOf(shown);
      const { width, height, mean } = await measure(jpeg);
      assert.deepEqual([width, height], [2016, 3024]);
      assert.ok(Math.abs(mean[0]! - mean[2]!) < 1, 'without colours');
      const written = resources.find(({ role }) => role === 'adjustment-data')!;
      assert.deepEqual([written.mime, written.fileName], [RECIPE_MIME, `IMG_1.${shown.hash.slice(0, 12)}.edit.json`]);
      const { hash } = original(resources);
      assert.deepEqual(readRecipe((await bytesOf(written)).toString('utf8')), {
        state: 'read',
        recipe: { format: 'rollcall-edit', version: 1, of: hash, makes: shown.hash, settings },
      });
      assert.deepEqual(await bytesOf(original(resources)), heic);
      assert.deepEqual(readdirSync(join(served.data, 'renditions', 'edits')), [], 'nothing lies about');
    },
  );

  test('NE-9: an edit and its recipe count as what is uploaded does; without room for them there is neither, in words, and nothing is changed', async () => {
    const noise = await drawNoise(1600, 1200);
    const assetId = await add(noise);
    const { bytes: before } = await browser.ok('library', {});
    await save(assetId, { contrast: 20 });
    const { resources } = await photoOf(assetId);
    const added = resources.filter(({ role }) => role !== 'original').reduce((sum, { size }) => sum + size, 0);
    assert.ok(added > 100_000);
    assert.equal((await browser.ok('library', {})).bytes - before, added);
    const full = await served.account('full@x.org', noise.length + 100);
    const theirs = uuid();
    const tablet = await served.device('full@x.org', 'tablet');
    const { hash, size } = await tablet.client.upload(noise);
    await tablet.send(createOf(theirs, [{ hash, size }]));
    const refused = await full.call('saveEdit', {
      params: { assetId: theirs },
      body: { id: uuid(), base: resourceId(theirs, 'original', hash), settings: { ...UNCHANGED, exposure: 9 }, expect: null },
    });
    assert.ok(!refused.ok && refused.refusal.code === 'quota-full', JSON.stringify(refused));
    assert.match(refused.refusal.words, /no room in the cloud for this edit: it needs .+B, and 100 B? ?.*free.*Nothing was changed/);
    const changes = (await tablet.snapshot()).map(({ entity }) => entity);
    assert.equal(changes.filter(({ type }) => type === 'resource').length, 1);
    const { bytes: after, reserved } = await full.ok('library', {});
    assert.deepEqual([after, reserved], [size, 0]);
  });

  test('NE-10: of two edits of one photo that were made at the same time both are kept as versions, and the first is shown', async () => {
    const assetId = await add(await drawNoise(64, 48));
    const [one, two] = await Promise.all([save(assetId, { exposure: 30 }), save(assetId, { exposure: -30 }, { by: other })]);
    const results = [one.result, two.result];
    assert.deepEqual(results.filter(({ status }) => status === 'applied').length, 1);
    assert.deepEqual(
      results.find(({ status }) => status !== 'applied'),
      { status: 'superseded', why: 'newer-edit', assetId },
    );
    const { asset, resources } = await photoOf(assetId);
    assert.equal(asset.rendering, [one, two][results.findIndex(({ status }) => status === 'applied')]!.rendering);
    assert.deepEqual(
      new Set(resources.filter(({ role }) => role === 'edited').map(({ id }) => id)),
      new Set([one.rendering, two.rendering]),
    );
    assert.equal(resources.filter(({ mime }) => mime === RECIPE_MIME).length, 2, 'each with its recipe');
    // Who edits what is shown now, edits that.
    const third = await save(assetId, { exposure: 5 }, { expect: asset.rendering });
    assert.equal((await photoOf(assetId)).asset.rendering, third.rendering);
  });

  test('NE-11: an edit that is asked for again is made once, also by a server that was started anew; while it is made, that is said', async () => {
    const assetId = await add(await drawNoise(80, 60));
    const id = uuid();
    const [first, again] = await Promise.all([save(assetId, { warmth: 40 }, { id }), save(assetId, { warmth: 40 }, { id })]);
    assert.deepEqual(again, first);
    await served.restart();
    assert.deepEqual(await save(assetId, { warmth: 40 }, { id }), first);
    const { resources } = await photoOf(assetId);
    assert.deepEqual(resources.map(({ role }) => role).sort(), ['adjustment-data', 'edited', 'original']);
    // One whose worker never answers.
    const { context } = served.server;
    const never = openEdits(context, { run: () => new Promise(() => undefined), stop: () => undefined }, 1);
    const asker = { libraryId: context.accounts.devices.get(device.deviceId)!.library_id, deviceId: device.deviceId };
    const asked = { assetId, id: uuid(), base: original(resources).id, settings: UNCHANGED, expect: null };
    assert.deepEqual(await never.save(asker, asked), { state: 'being-made' });
  });

  test('NE-12: what is no picture, not there, or somebody else’s is not edited, and why is said', async () => {
    const text = await add(Buffer.from('no picture'));
    const film = await add(Buffer.from('a film'), 'video/mp4');
    const refusal = async (assetId: string, saving: Saving = {}) => {
      const answer = await ask(assetId, {}, saving);
      assert.ok(!answer.ok, JSON.stringify(answer));
      return [answer.refusal.code, answer.refusal.words];
    };
    assert.deepEqual(await refusal(film), ['not-ready', 'Videos cannot be edited here.']);
    assert.equal((await refusal(text))[0], 'not-ready');
    assert.match((await refusal(text))[1]!, /seems to be damaged/);
    assert.equal((await refusal(uuid(), { base: 'a'.repeat(32) }))[0], 'not-found');
    assert.equal((await refusal(text, { base: 'a'.repeat(32) }))[0], 'not-found');
    const stranger = await served.account('stranger@x.org');
    assert.equal((await refusal(text, { by: stranger }))[0], 'not-found');
  });
});
