import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Backed, filesIn, flip } from '../testing/backed.ts';
import { DAY } from '../testing/kept.ts';

/** Three snapshots on three days; each has a photo that the later ones have no more. */
async function threeDays(t: Parameters<typeof Backed.open>[0]): Promise<{ backed: Backed; ids: string[]; only: string[] }> {
  const backed = await Backed.open(t, 2);
  const [ids, only]: string[][] = [[], []];
  for (let day = 0; day < 3; day += 1) {
    const hash = await backed.photo();
    ids!.push((await backed.backup()).manifest.id);
    only!.push(hash);
    // As after a purge: no library refers to it any more.
    backed.kept.database.prepare('DELETE FROM ledger WHERE hash = ?').run(hash);
    backed.kept.now += DAY;
  }
  return { backed, ids: ids!, only: only! };
}

test('BK-7: dropped snapshots go with the files that only they need, and all others stay whole', async (t) => {
  const { backed, ids, only } = await threeDays(t);
  const before = filesIn(backed.to);
  const would = await backed.prune({ daily: 2 }, true);
  assert.deepEqual([would.kept, would.dropped, would.files], [ids.slice(1), ids.slice(0, 1), { count: 1, bytes: 1000 }]);
  assert.deepEqual(filesIn(backed.to), before);
  assert.deepEqual(await backed.prune({ daily: 2 }), would);
  const left = [...filesIn(backed.to).keys()];
  assert.ok(left.every((path) => !path.includes(only[0] as string) && !path.includes(ids[0] as string)));
  assert.deepEqual((await backed.check()).snapshots, ids.slice(1));
  const { ok, files } = await backed.check();
  assert.deepEqual([ok, files.count], [true, 2 + 4]);
});

test('BK-7: nothing is deleted while a backup was interrupted, or a list of names cannot be trusted', async (t) => {
  const { backed, ids } = await threeDays(t);
  mkdirSync(join(backed.to, 'unfinished', '20260101T000000Z'), { recursive: true });
  const before = filesIn(backed.to);
  await assert.rejects(backed.prune({ daily: 1 }), { code: 3, message: /interrupted/ });
  rmSync(join(backed.to, 'unfinished'), { recursive: true });
  appendFileSync(join(backed.to, 'snapshots', ids[2] as string, 'blobs.txt'), `${'a'.repeat(64)} 1\n`);
  await assert.rejects(backed.prune({ daily: 1 }), { code: 1, message: /nothing is deleted/ });
  assert.deepEqual([...filesIn(backed.to).keys()], [...before.keys()]);
});

test('BK-8: every byte is read; a flipped bit and a lost file are found, and the next backup brings them anew', async (t) => {
  const backed = await Backed.open(t, 3);
  const { manifest } = await backed.backup();
  assert.equal((await backed.check()).ok, true);
  const [flipped = '', lost = ''] = backed.photos.keys();
  flip(backed.stored(flipped, backed.to));
  rmSync(backed.stored(lost, backed.to));
  const found = await backed.check();
  assert.deepEqual([found.ok, found.damaged], [false, 2]);
  assert.deepEqual(
    new Map(found.bad.map(({ name, why }) => [name, why])),
    new Map([
      [flipped, 'damaged'],
      [lost, 'missing'],
    ]),
  );
  assert.equal((await backed.backup()).manifest.added.count, 2);
  assert.equal((await backed.check()).ok, true);
  // What was set aside goes once it is there again.
  await backed.prune({ last: 9 });
  assert.deepEqual(
    [...filesIn(backed.to).keys()].filter((path) => path.startsWith('damaged')),
    [],
  );
  flip(join(backed.to, 'snapshots', manifest.id, 'rollcall.sqlite'));
  assert.deepEqual((await backed.check()).bad, [{ name: `${manifest.id}/rollcall.sqlite`, why: 'damaged' }]);
});
