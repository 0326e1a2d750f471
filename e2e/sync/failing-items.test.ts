import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { clears, saysOf } from '../statuses/internet-support.ts';
import { Road } from '../statuses/internet-road.ts';
import { largeVideo, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { Device, hashOf, World } from '../support/world.ts';

const USER = 1000;
const GOOD = 997;
/** So many are sent first, while nothing fails: what each costs then. */
const ALONE = 60;
const PROXY = 1_000_000;

/** Of one photo: questions, words to the library, requests with bytes of it, and those bytes. */
interface Cost {
  readonly asked: number;
  readonly told: number;
  readonly requests: number;
  readonly bytes: number;
}

describe(
  'three that fail among a thousand',
  { skip: process.getuid?.() === 0 ? false : 'only root can run a program as another user' },
  () => {
    const world = new World();
    const road = new Road(() => world.url);
    let a: Device;
    let photos = new Set<string>();
    /** What each photo costs while nothing fails. */
    let alone: Cost | null = null;
    /** Bytes of each of the good ones. */
    let size = 0;
    before(async () => {
      await world.serve();
      assert.equal((await world.account()).code, 0);
      road.limit = PROXY;
      a = new Device(world, 'Laptop', USER);
      a.at = await road.open();
      mkdirSync(a.folder, { recursive: true });
      chownSync(a.folder, USER, USER);
      chownSync(world.root, USER, USER);
      const linked = await a.link();
      assert.equal(linked.code, 0, linked.err);
      const picture = await photo({ size: 64 });
      const put = (folder: string, from: number, count: number): Set<string> => {
        const hashes = new Set<string>();
        for (let at = from; at < from + count; at++) {
          const bytes = another(picture, at);
          hashes.add(hashOf(bytes));
          size = bytes.length;
          a.put(`${folder}/${at}.jpg`, bytes);
        }
        return hashes;
      };
      const first = put('alone', GOOD, ALONE);
      await a.sync();
      alone = costOf(first);
      road.uploads.length = 0;
      photos = put('good', 0, GOOD);
    });
    /** Of these photos, each: how often the server is asked about it, how often the library is told, and its bytes. */
    const costOf = (hashes: ReadonlySet<string>): Cost => {
      const each = (all: readonly string[]): number => all.filter((hash) => hashes.has(hash)).length / hashes.size;
      // A body that is no longer than a photo is one of them, or a part of one that was begun again.
      const sent = road.uploads.filter(({ length }) => length <= size);
      return {
        asked: each(road.asked),
        told: each(road.told),
        requests: sent.length / hashes.size,
        bytes: sent.reduce((sum, { length }) => sum + length, 0) / hashes.size,
      };
    };
    after(async () => {
      await world.end();
      road.close();
    });

    test('IF-4: one that keeps changing, one that no proxy lets by as a whole and one that cannot be read delay none of the others, send nothing of them twice, and are explained', async () => {
      a.put('unreadable.jpg', await photo());
      chmodSync(a.path('unreadable.jpg'), 0);
      a.put('large.mp4', largeVideo(3 * PROXY));
      a.put('changing.jpg', await photo());
      let changes = 0;
      const head = await photo();
      const changing = setInterval(() => writeFileSync(a.path('changing.jpg'), another(head, (changes += 1))), 60);
      try {
        const agent = a.start();
        await agent.line(/Keeping/);
        const counts = async (): Promise<{ inSync: number }> => (await a.json<{ counts: { inSync: number } }>('status')).counts;
        await until(async () => (await counts()).inSync >= ALONE + GOOD, 'all others to be safe', 170_000);

        // While they fail, each says why, and which of them needs a person.
        const unreadable = await saysOf(a, 'unreadable.jpg', 'permission-missing', ({ evidence }) => evidence['tries'] === 3);
        assert.deepEqual([unreadable.class, unreadable.check], ['needs-you', 1]);
        assert.equal(unreadable.evidence['nextTry'], undefined, 'there is no fourth try');
        const told = await saysOf(a, 'changing.jpg', 'file-changing');
        assert.equal(told.class, 'failing');
        // In smaller pieces the large one is there, too.
        await clears(a, 'large.mp4');
        assert.ok(road.refused.length > 0 && road.refused.length <= 4, `${road.refused.length} bodies were refused`);
        assert.ok(road.refused.every(({ length }) => length > PROXY));
      } finally {
        clearInterval(changing);
      }

      // Each other photo costs what one costs without those three: one question, one word to the library, and one request with its
      // bytes. What waits for a back-off would be asked about again after it.
      assert.deepEqual(alone, { asked: 1, told: 1, requests: 1, bytes: size });
      assert.deepEqual(costOf(photos), alone);
      const asked = road.asked.filter((hash) => photos.has(hash));
      assert.equal(new Set(asked).size, GOOD);
      const sent = road.uploads.filter(({ length }) => length === size).map(({ path }) => path);
      assert.equal(new Set(sent).size, GOOD);

      // Their causes gone, they come by themselves.
      chmodSync(a.path('unreadable.jpg'), 0o644);
      await clears(a, 'unreadable.jpg');
      await clears(a, 'changing.jpg');
      await a.agent?.stop();
    });
  },
);

/** The same picture with another remark in it: other bytes, and another photo. */
function another(picture: Buffer, at: number): Buffer {
  const remark = Buffer.from(`remark ${String(at).padStart(8, '0')}`, 'latin1');
  const head = Buffer.from([0xff, 0xfe, 0, remark.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), head, remark, picture.subarray(2)]);
}
