import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { findSpace } from '@rollcall/core';
import type { AssetFields, Change, RouteOutput, SpaceSection } from '@rollcall/protocol';
import { openDatabase } from '../database.ts';
import { ROOMS } from '../rooms.ts';
import { createOf, FIELDS, hashOf } from '../testing/photos.ts';
import { Served, uuid, type Client, type TestDevice } from '../testing/served.ts';
import { openSpace, type Found } from './space.ts';

interface Added {
  readonly name?: string;
  readonly kind?: 'photo' | 'video';
  readonly parts?: Readonly<Record<string, Uint8Array>>;
  readonly fields?: Partial<AssetFields>;
}

class Room {
  readonly server: Served;
  readonly browser: Client;
  readonly device: TestDevice;
  private constructor(server: Served, browser: Client, device: TestDevice) {
    this.server = server;
    this.browser = browser;
    this.device = device;
  }
  static async open(t: TestContext): Promise<Room> {
    const server = await Served.start();
    t.after(() => server.close());
    const browser = await server.account('anna@x.org');
    return new Room(server, browser, await server.device('anna@x.org'));
  }
  async add({ name = 'IMG_1.JPG', kind = 'photo', parts = { original: randomBytes(100) }, fields = {} }: Added): Promise<string> {
    const assetId = uuid();
    const made = [];
    for (const [role, bytes] of Object.entries(parts)) made.push({ role, ...(await this.device.client.upload(bytes)) });
    const change = createOf(assetId, made) as Extract<Change, { name: 'asset.create' }>;
    const args = { ...change.args, kind, fields: { ...change.args.fields, fileName: name, ...fields } };
    assert.deepEqual(await this.device.send({ ...change, args }), [{ status: 'applied' }]);
    return assetId;
  }
  summary(): Promise<RouteOutput<'space'>> {
    return this.browser.ok('space', {});
  }
  async ids(section: SpaceSection): Promise<string[]> {
    const { groups } = await this.browser.ok('spaceSection', { params: { section }, query: {} });
    return groups.flatMap(({ go }) => go.map(({ assetId }) => assetId));
  }
}

const NOTHING = { groups: 0, photos: 0, frees: 0 };

test('CS-11: a library tells what would free room, and how much: of the photos that are there now, and what a person holds by is marked', async (t) => {
  const room = await Room.open(t);
  assert.deepEqual(await room.summary(), {
    deleted: { photos: 0, frees: 0 },
    sections: { exact: NOTHING, alike: NOTHING, videos: NOTHING, screenshots: NOTHING, blurred: NOTHING },
    unmeasured: 0,
  });
  const large = await room.add({ kind: 'video', name: 'a.mp4', parts: { original: randomBytes(9000) } });
  const small = await room.add({ kind: 'video', name: 'b.mp4', parts: { original: randomBytes(70) } });
  const shared = randomBytes(400);
  const whole = await room.add({ parts: { original: randomBytes(1000), edited: shared } });
  const edit = await room.add({ parts: { original: shared, sidecar: randomBytes(5) } });
  const shot = await room.add({ name: 'Screenshot_20240506-142610.png', parts: { original: randomBytes(30) } });
  const loved = await room.add({ name: 'Screenshot_20240506-142611.png', fields: { favourite: true } });
  const kept = await room.add({ name: 'Screenshot_20240506-142612.png' });
  const albumId = uuid();
  await room.device.send(
    { name: 'album.create', args: { albumId, fields: { title: 'Ours', order: 'by-hand', cover: null } } },
    { name: 'album.add', args: { albumId, assetId: kept, position: 'a0' } },
  );
  const { sections } = await room.summary();
  assert.deepEqual(sections.exact, { groups: 1, photos: 1, frees: 5 });
  assert.deepEqual(sections.videos, { groups: 2, photos: 2, frees: 9070 });
  assert.deepEqual(sections.screenshots, { groups: 3, photos: 1, frees: 30 });
  assert.deepEqual(await room.ids('videos'), [large, small]);
  const found = await room.browser.ok('spaceSection', { params: { section: 'screenshots' }, query: {} });
  assert.deepEqual(Object.fromEntries(found.groups.map(({ go }) => [go[0]?.assetId, go[0]?.mark])), {
    [shot]: null,
    [loved]: 'favourite',
    [kept]: 'album',
  });
  const exact = await room.browser.ok('spaceSection', { params: { section: 'exact' }, query: {} });
  assert.deepEqual([exact.groups[0]?.keep, exact.groups[0]?.go[0]?.assetId], [whole, edit]);
  // Out of the album it is proposed; in Recently Deleted it is told there alone, and by the same figures as on the page Storage.
  await room.device.send({ name: 'album.delete', args: { albumId } }, { name: 'asset.trash', args: { assetId: large } });
  await room.device.send({ name: 'asset.trash', args: { assetId: whole } });
  const after = await room.summary();
  assert.deepEqual([after.sections.screenshots.photos, after.sections.videos.photos, after.sections.exact.photos], [2, 1, 0]);
  assert.deepEqual(after.deleted, { photos: 2, frees: 10_000 });
  assert.equal((await room.browser.ok('storage', {})).deleted.bytes, 10_000);
});

test('CS-11: likely duplicates and blurred photos are told by what the picture that is shown measured; what changes without the feed is seen soon after', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-space-'));
  const sqlite = openDatabase(dataDir, ROOMS);
  const { database } = sqlite;
  const libraryId = uuid();
  database.prepare('INSERT INTO libraries (num, id, quota, created_at) VALUES (1, ?, 1e9, 0)').run(libraryId);
  let head = 1;
  const space = openSpace(dataDir, () => head);
  t.after(async () => {
    await space.close();
    sqlite.close();
    rmSync(dataDir, { recursive: true });
  });
  const put = (entity: object, key: string, assetId: string | null = null, role: string | null = null): void => {
    head += 1;
    database
      .prepare('INSERT INTO entities (library, seq, key, asset_id, role, hash, json) VALUES (1, ?, ?, ?, ?, ?, ?)')
      .run(head, key, assetId, role, role === null ? null : hashOf(head), JSON.stringify(entity));
    database.prepare('UPDATE libraries SET head = ? WHERE num = 1').run(head);
  };
  const resource = (assetId: string, role: string): string => {
    const id = `${assetId}-${role}`;
    put({ id, assetId, role, hash: hashOf(head + 1), size: 100, mime: 'image/jpeg' }, `resource:${id}`, assetId, role);
    return id;
  };
  const measure = (asset: string, of: string, likeness: string, sharpness: number | null): void =>
    void database
      .prepare(
        "INSERT OR REPLACE INTO rendition_attempts (library, asset, resource, state, attempts, at, likeness, sharpness) VALUES (?, ?, ?, 'ready', 1, 0, ?, ?)",
      )
      .run(libraryId, asset, of, likeness, sharpness);
  const add = (likeness: string, sharpness: number | null, edited: string | null = null): string => {
    const id = uuid();
    const original = resource(id, 'original');
    const rendering = edited === null ? null : resource(id, 'edited');
    put({ ...FIELDS, id, kind: 'photo', state: 'live', rendering }, `asset:${id}`);
    measure(id, original, likeness, sharpness);
    if (rendering !== null) measure(id, rendering, edited!, sharpness);
    return id;
  };
  const ids = async (section: SpaceSection): Promise<string[]> =>
    (await space.of(libraryId))!.sections[section].flatMap(({ go }) => go.map(({ assetId }) => assetId)).sort();

  assert.equal(await space.of(uuid()), null);
  const first = add('0000000fffffff10', 700);
  const second = add('0000000fffffff20', 300);
  const third = add('0000000fffffff20', 700, '5555555555555555');
  assert.deepEqual(await ids('alike'), [second]);
  assert.deepEqual(await ids('blurred'), [second]);
  const waits = add('0000000fffffff30', null);
  const found = await space.of(libraryId);
  assert.deepEqual([found?.unmeasured, found?.sections.alike[0]?.keep], [1, first]);
  assert.equal(await space.of(libraryId), found, 'it is not looked for again at once');
  database.prepare('UPDATE rendition_attempts SET sharpness = 200 WHERE asset = ?').run(waits);
  while ((await space.of(libraryId)) === found) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(await ids('blurred'), [second, waits].sort());
  assert.deepEqual(await ids('alike'), [second, waits].sort());
  assert.equal((await space.of(libraryId))?.unmeasured, 0);
  assert.ok(!(await ids('alike')).includes(third), 'its edit is another picture');
});

test('CS-11: who asks is told of what was there then, also while a look goes on that began before', async () => {
  let head = 1;
  const ends: (() => void)[] = [];
  const { sections } = findSpace([]);
  const look = async (): Promise<Found> => {
    const found = { head, deleted: { photos: 0, frees: 0 }, sections, unmeasured: 0 };
    await new Promise<void>((resolve) => ends.push(resolve));
    return found;
  };
  const space = openSpace('/nowhere', () => head, look);
  const began = async (count: number): Promise<void> => {
    for (let turns = 0; ends.length < count && turns < 1000; turns++) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(ends.length, count, 'a look begins');
  };
  const first = space.of('a');
  await began(1);
  const shares = space.of('a');
  head = 2;
  const later = [space.of('a'), space.of('a')];
  ends[0]?.();
  assert.deepEqual([(await first)?.head, (await shares)?.head], [1, 1]);
  await began(2);
  ends[1]?.();
  assert.deepEqual(
    (await Promise.all(later)).map((found) => found?.head),
    [2, 2],
  );
  assert.equal((await space.of('a'))?.head, 2);
  assert.equal(ends.length, 2);
  await space.close();
});

test('CS-11: pages are walked to their end; nobody sees another library', async (t) => {
  const room = await Room.open(t);
  const ids = [];
  for (let n = 0; n < 5; n++) ids.push(await room.add({ kind: 'video', parts: { original: randomBytes(100 + n) } }));
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page: RouteOutput<'spaceSection'> = await room.browser.ok('spaceSection', {
      params: { section: 'videos' },
      query: { limit: 2, ...(after === undefined ? {} : { after }) },
    });
    assert.ok(page.groups.length <= 2);
    found.push(...page.groups.flatMap(({ go }) => go.map(({ assetId }) => assetId)));
    after = page.next ?? undefined;
  } while (after !== undefined);
  assert.deepEqual(found, ids.toReversed());
  const ben = await room.server.account('ben@x.org');
  assert.equal((await ben.ok('space', {})).sections.videos.photos, 0);
  assert.deepEqual((await ben.ok('spaceSection', { params: { section: 'videos' }, query: {} })).groups, []);
});

test('CS-11: many who ask at once share one look, and a server that ends while it looks ends', async (t) => {
  const room = await Room.open(t);
  await room.add({ kind: 'video' });
  const answers = await Promise.all(Array.from({ length: 20 }, () => room.summary()));
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  await room.add({ kind: 'video' });
  const asked = Promise.allSettled([room.summary()]);
  await room.server.restart();
  await asked;
  assert.equal((await room.summary()).sections.videos.photos, 2);
});
