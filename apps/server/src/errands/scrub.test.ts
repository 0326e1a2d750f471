import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { BYTES, resourceId, type RouteOutput } from '@rollcall/protocol';
import { scrub } from '../bytes/index.ts';
import { checkStored } from '../bytes/verified.ts';
import { leaveErrand } from './errands.ts';
import { purgedList, purgedRestore } from '../purged-commands.ts';
import { scrub as scrubCommand } from '../scrub-command.ts';
import { createOf } from '../testing/photos.ts';
import { Served, uuid, type TestDevice } from '../testing/served.ts';

const MAIL = 'ann@example.org';

async function served(test: { after(work: () => Promise<void>): void }): Promise<{ cloud: Served; device: TestDevice }> {
  const cloud = await Served.start();
  test.after(() => cloud.close());
  await cloud.account(MAIL);
  return { cloud, device: await cloud.device(MAIL) };
}

async function add(device: TestDevice, bytes = randomBytes(3000)): Promise<{ assetId: string; hash: string; bytes: Buffer }> {
  const { hash, size } = await device.client.upload(bytes);
  const assetId = uuid();
  assert.deepEqual(await device.send(createOf(assetId, [{ hash, size }])), [{ status: 'applied' }]);
  return { assetId, hash, bytes };
}

const blobPath = (cloud: Served, hash: string): string => join(cloud.data, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);

/** Changes one bit of stored bytes. */
function rot(cloud: Served, hash: string): void {
  const bytes = readFileSync(blobPath(cloud, hash));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(blobPath(cloud, hash), bytes);
}

async function command(
  run: (io: { stdout: PassThrough; stderr: PassThrough; signal: AbortSignal }) => Promise<number>,
): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await run({ stdout, stderr, signal: new AbortController().signal });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

interface Scrubbed {
  ok: boolean;
  blobs: number;
  bytes: number;
  damaged: number;
  bad: { hash: string; why: string; photos: { assetId: string; fileName: string; email: string }[] }[];
}
async function scrubbed(cloud: Served): Promise<Scrubbed & { code: number }> {
  const { code, out, err } = await command((io) => scrubCommand({ data: cloud.data, json: true }, io));
  assert.equal(err, '');
  return { ...(JSON.parse(out) as Scrubbed), code };
}

test('SB-1: all that a library refers to is hashed again; what is damaged or missing is told with its photo, remembered, and served to nobody', async (t) => {
  const { cloud, device } = await served(t);
  const [good, flipped, lost] = [await add(device), await add(device), await add(device)];
  assert.deepEqual(await scrubbed(cloud), { code: 0, ok: true, blobs: 3, bytes: 9000, damaged: 0, bad: [] });
  rot(cloud, flipped.hash);
  rmSync(blobPath(cloud, lost.hash));
  const found = await scrubbed(cloud);
  assert.deepEqual([found.code, found.ok, found.blobs, found.damaged], [1, false, 3, 2]);
  assert.deepEqual(
    new Map(found.bad.map(({ hash, why, photos }) => [hash, [why, photos]])),
    new Map([
      [flipped.hash, ['damaged', [{ assetId: flipped.assetId, fileName: 'IMG_1.JPG', email: MAIL }]]],
      [lost.hash, ['missing', [{ assetId: lost.assetId, fileName: 'IMG_1.JPG', email: MAIL }]]],
    ]),
  );
  for (const { assetId, hash } of [flipped, lost]) {
    const answer = await device.client.raw('GET', BYTES.resource(assetId, resourceId(assetId, 'original', hash)));
    assert.equal(answer.status, 410);
    const { places } = await device.client.ok('assetPlaces', { params: { assetId } });
    assert.equal(places[0]?.state, 'damaged');
  }
  const { places } = await device.client.ok('assetPlaces', { params: { assetId: good.assetId } });
  assert.equal(places[0]?.state, 'safe');
  const told = await command((io) => scrubCommand({ data: cloud.data, json: false }, io));
  assert.match(told.out, /^2 of 3 stored files are not as they were sent:\n.*IMG_1\.JPG of ann@example\.org: (damaged|missing)/);
});

test('SB-1: it works while no server has the folder, and its finds are there when one starts', async (t) => {
  const { cloud, device } = await served(t);
  const { hash } = await add(device);
  await cloud.server.stop();
  rot(cloud, hash);
  assert.equal((await scrubbed(cloud)).code, 1);
  await cloud.open();
  const { blobs } = await device.client.ok('wanted', {});
  assert.deepEqual(
    blobs.map((blob) => [blob.hash, blob.why]),
    [[hash, 'damaged']],
  );
  const nowhere = await command((io) => scrubCommand({ data: join(cloud.data, 'blobs'), json: true }, io));
  assert.deepEqual([nowhere.code, nowhere.out], [1, '']);
  assert.match(nowhere.err, /not a data folder/);
});

test('SB-3: devices are told what their library wants back, page by page, and are poked; other libraries, and browsers, are not', async (t) => {
  const { cloud, device } = await served(t);
  const photos = [await add(device), await add(device), await add(device)];
  await cloud.account('ben@example.org');
  const other = await cloud.device('ben@example.org');
  await add(other);
  const pokes = await device.client.pokes();
  for (const { hash } of photos) rot(cloud, hash);
  await scrubbed(cloud);
  assert.deepEqual(await pokes.until('wanted'), { type: 'wanted' });
  pokes.stop();
  const all: RouteOutput<'wanted'>['blobs'] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: RouteOutput<'wanted'> = await device.client.ok('wanted', { query: { limit: 2, ...(after ? { after } : {}) } });
    assert.ok(page.blobs.length <= 2);
    all.push(...page.blobs);
    after = page.next;
  }
  assert.deepEqual(
    all,
    photos
      .map(({ hash, assetId }) => ({ hash, size: 3000, why: 'damaged', assetIds: [assetId] }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1)),
  );
  assert.deepEqual(await other.client.ok('wanted', {}), { blobs: [], next: null });
  assert.equal(await (await cloud.signIn(MAIL)).code('wanted', {}), 'forbidden');
});

test('SB-4: bytes that are sent again take the place of damaged and of missing ones, without room for them, and are wanted no more', async (t) => {
  const cloud = await Served.start();
  t.after(() => cloud.close());
  await cloud.account(MAIL, 3000);
  const device = await cloud.device(MAIL);
  const { hash, bytes } = await add(device);
  for (const harm of [() => rot(cloud, hash), () => rmSync(blobPath(cloud, hash))]) {
    harm();
    assert.equal((await scrubbed(cloud)).code, 1);
    await device.client.upload(bytes);
    assert.deepEqual(await device.client.ok('wanted', {}), { blobs: [], next: null });
    assert.equal((await scrubbed(cloud)).code, 0);
  }
});

test('SB-6: a blob that is replaced while it is read is judged by what is there then; one that was purged meanwhile is not damage', async (t) => {
  const { cloud, device } = await served(t);
  const { hash, bytes, assetId } = await add(device);
  const { context } = cloud.server;
  rot(cloud, hash);
  assert.equal((await checkStored(context, hash)).state, 'damaged');
  let healed = false;
  const found = await checkStored(context, hash, async () => {
    if (healed) return;
    healed = true;
    await device.client.upload(bytes);
  });
  assert.equal(found.state, 'stored');
  assert.deepEqual(await device.client.ok('wanted', {}), { blobs: [], next: null });
  rmSync(blobPath(cloud, hash));
  const slow = scrub(
    {
      ...context,
      blobs: Object.assign(Object.create(context.blobs), {
        stat: async (one: string) => {
          if ((await context.libraries.asset((await device.client.ok('library', {})).id, assetId))?.state === 'live') {
            await device.send({ name: 'asset.trash', args: { assetId } });
            const seq = (await device.snapshot()).find(({ entity }) => entity.type === 'asset')!.seq;
            await device.send({ name: 'asset.purge', args: { assetId }, expect: seq });
          }
          return context.blobs.stat(one);
        },
        rehash: (one: string) => context.blobs.rehash(one),
      }),
    },
    '',
  );
  const all = [];
  for await (const one of slow) all.push(one);
  assert.deepEqual(all, []);
});

test('QA-7: what is uploaded over HTTP while it is in quarantine leaves no copy there', async (t) => {
  const { cloud, device } = await served(t);
  const bytes = randomBytes(500);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { context } = cloud.server;
  writeFileSync(join(cloud.data, 'quarantine', hash), bytes);
  context.database.prepare('INSERT INTO quarantine (hash, size, since) VALUES (?, 500, 0)').run(hash);
  await add(device, bytes);
  assert.equal((await scrubbed(cloud)).ok, true);
  assert.throws(() => readFileSync(join(cloud.data, 'quarantine', hash)), { code: 'ENOENT' });
  assert.equal(context.database.prepare('SELECT count(*) AS n FROM quarantine').pluck().get(), 0);
});

test('QA-14: the owner lists what was deleted for good and brings it back, while the server runs and while it does not; devices are told', async (t) => {
  const { cloud, device } = await served(t);
  const purge = async (assetId: string): Promise<void> => {
    await device.send({ name: 'asset.trash', args: { assetId } });
    const { seq } = (await device.snapshot()).find(({ entity }) => entity.type === 'asset' && entity.id === assetId)!;
    assert.deepEqual(await device.send({ name: 'asset.purge', args: { assetId }, expect: seq }), [{ status: 'applied' }]);
  };
  const [a, b] = [await add(device), await add(device)];
  await purge(a.assetId);
  await purge(b.assetId);
  interface Listed {
    items: { id: string; fileName: string; account: string; purgedBy: unknown; bytes: number; daysLeft: number }[];
    more: boolean;
  }
  const list = async (): Promise<Listed> => {
    const { code, out } = await command((io) => purgedList({ data: cloud.data, json: true }, io));
    assert.equal(code, 0);
    return JSON.parse(out) as Listed;
  };
  const { items, more } = await list();
  assert.deepEqual(
    items.map(({ id, fileName, account, purgedBy, bytes, daysLeft }) => ({ id, fileName, account, purgedBy, bytes, daysLeft })),
    [a, b].map(({ assetId }) => ({
      id: assetId,
      fileName: 'IMG_1.JPG',
      account: MAIL,
      purgedBy: { by: 'person', device: 'laptop' },
      bytes: 3000,
      daysLeft: 8,
    })),
  );
  assert.equal(more, false);
  const restore = (id: string): ReturnType<typeof command> => command((io) => purgedRestore({ data: cloud.data, id, json: true }, io));
  const pokes = await device.client.pokes();
  const before = (await pokes.until('library')).seq;
  const first = await restore(a.assetId);
  assert.equal(first.code, 0, first.err);
  for (let seq = before; seq <= before;) seq = (await pokes.until('library')).seq;
  pokes.stop();
  const { id } = JSON.parse(first.out) as { id: string };
  const answer = await device.client.raw('GET', BYTES.resource(id, resourceId(id, 'original', a.hash)));
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), a.bytes);
  const wrong = await restore(a.assetId);
  assert.deepEqual([wrong.code, wrong.out], [1, '']);
  assert.match(wrong.err, /can be brought back/);
  await cloud.server.stop();
  const second = await restore(b.assetId);
  assert.equal(second.code, 0, second.err);
  assert.deepEqual(await list(), { items: [], more: false });
  await cloud.open();
  assert.equal((await device.client.ok('library', {})).assets, 2);
  assert.deepEqual((await scrubbed(cloud)).ok, true);
});

test('WY-42: what was deleted for good is listed with its moment in the zone of the machine, and for scripts in UTC', async (t) => {
  const { cloud, device } = await served(t);
  const { assetId } = await add(device);
  await device.send({ name: 'asset.trash', args: { assetId } });
  const { seq } = (await device.snapshot()).find(({ entity }) => entity.type === 'asset' && entity.id === assetId)!;
  await device.send({ name: 'asset.purge', args: { assetId }, expect: seq });
  const list = (json: boolean): ReturnType<typeof command> => command((io) => purgedList({ data: cloud.data, json }, io));
  const before = process.env['TZ'];
  t.after(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
  process.env['TZ'] = 'Asia/Kolkata';
  const { items } = JSON.parse((await list(true)).out) as { items: { purgedAt: number }[] };
  const at = items[0]?.purgedAt ?? Number.NaN;
  const there = new Date(at + 5.5 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  assert.ok((await list(false)).out.includes(`  deleted ${there} UTC+5:30 by laptop  8 days left\n`), (await list(false)).out);
});

test('QA-14: asked to stop before the server begins, nothing is done then or later', async (t) => {
  const { cloud, device } = await served(t);
  const { database } = cloud.server.context;
  const stop = new AbortController();
  stop.abort();
  assert.deepEqual(await leaveErrand(database, 'restore-purged', uuid(), stop.signal), { done: false, why: 'not-begun' });
  assert.equal(database.prepare('SELECT count(*) FROM errands').pluck().get(), 0);
  const { done } = await leaveErrand(database, 'restore-purged', (await add(device)).assetId, new AbortController().signal);
  assert.equal(done, true);
});

test('QA-14: bytes that rotted in quarantine are not brought back, and the server goes on', async (t) => {
  const { cloud, device } = await served(t);
  const { assetId, hash } = await add(device);
  await device.send({ name: 'asset.trash', args: { assetId } });
  const { seq } = (await device.snapshot()).find(({ entity }) => entity.type === 'asset')!;
  await device.send({ name: 'asset.purge', args: { assetId }, expect: seq });
  rot(cloud, hash);
  const { code, err } = await command((io) => purgedRestore({ data: cloud.data, id: assetId, json: false }, io));
  assert.equal(code, 1);
  assert.match(err, /gone, or damaged/);
  assert.equal((await device.client.ok('library', {})).assets, 0);
});
