import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assert as check, array, asyncProperty, constantFrom, integer, oneof, record, type Arbitrary } from 'fast-check';
import { askUploads } from '../bytes/ask.ts';
import { openUploads } from '../bytes/index.ts';
import type { BytesContext } from '../bytes/context.ts';
import { countTraffic } from '../traffic.ts';
import { DAY, HOUR, KeptFolder, sha256, uuid } from '../testing/kept.ts';
import { createOf } from '../testing/photos.ts';

const PHOTOS = [0, 1, 2].map((n) => Buffer.from(`photo ${n} ${'.'.repeat(90)}`));
const QUOTA = 230;

type Step =
  | { readonly do: 'send' | 'create' | 'ask'; readonly library: number; readonly photo: number }
  | { readonly do: 'trash' | 'bring-back' | 'purge' | 'undo'; readonly at: number }
  | { readonly do: 'wait'; readonly time: number }
  | { readonly do: 'collect' | 'restart' };

const place = { library: integer({ min: 0, max: 1 }), photo: integer({ min: 0, max: PHOTOS.length - 1 }) };
const step: Arbitrary<Step> = oneof(
  { weight: 4, arbitrary: record({ do: constantFrom('send' as const, 'create' as const, 'create' as const, 'ask' as const), ...place }) },
  {
    weight: 5,
    arbitrary: record({
      do: constantFrom('trash' as const, 'bring-back' as const, 'purge' as const, 'purge' as const, 'undo' as const, 'undo' as const),
      at: integer({ min: 0, max: 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: record({ do: constantFrom('wait' as const), time: constantFrom(HOUR, 26 * HOUR, 26 * HOUR, 3 * DAY, 8 * DAY, 31 * DAY) }),
  },
  { weight: 1, arbitrary: record({ do: constantFrom('collect' as const, 'restart' as const) }) },
);

/** What happened in all runs, so that a property of nothing is noticed. */
const seen = { undone: 0, 'not-undone': 0, collected: 0 };

async function run(kept: KeptFolder, libraries: readonly string[], made: { library: string; asset: string }[], one: Step): Promise<void> {
  const { database, write, blobs, libraries: store } = kept;
  switch (one.do) {
    case 'send':
      await kept.send(libraries[one.library]!, PHOTOS[one.photo]!, QUOTA);
      return;
    case 'create': {
      const [library, bytes, asset] = [libraries[one.library]!, PHOTOS[one.photo]!, uuid()];
      if (!(await kept.send(library, bytes, QUOTA))) return;
      await kept.act(library, createOf(asset, [{ hash: sha256(bytes), size: bytes.length }]));
      made.push({ library, asset });
      return;
    }
    case 'ask': {
      const clock = { now: () => kept.now };
      const context: BytesContext = {
        database,
        write,
        blobs,
        libraries: store,
        clock,
        traffic: countTraffic(clock),
        log: () => undefined,
        closes: () => null,
        authenticate: () => assert.fail(),
      };
      const uploads = await openUploads(context);
      const bytes = PHOTOS[one.photo]!;
      await askUploads(context, uploads, { libraryId: libraries[one.library]!, deviceId: 'asker' }, [
        { hash: sha256(bytes), size: bytes.length, mime: '' },
      ]);
      return;
    }
    case 'trash':
    case 'bring-back':
    case 'purge':
    case 'undo': {
      const it = made.at(-1 - one.at);
      if (!it) return;
      if (one.do === 'undo') seen[(await kept.restore(it.asset)).restored ? 'undone' : 'not-undone'] += 1;
      else if (one.do === 'purge') await store.asset(it.library, it.asset).then((found) => found && kept.purge(it.library, found.id));
      else await kept.act(it.library, { name: one.do === 'trash' ? 'asset.trash' : 'asset.restore', args: { assetId: it.asset } });
      return;
    }
    case 'wait':
      await kept.skip(one.time);
      seen.collected += (await kept.quarantined()).length;
      return;
    case 'collect':
      seen.collected += (await kept.collect()).quarantined;
      return;
    case 'restart':
      return kept.restart();
    default:
      one satisfies never;
  }
}

/** Every live or trashed photo has its bytes, in use and whole; no library has more than its quota. */
async function look(kept: KeptFolder, libraries: readonly string[]): Promise<void> {
  for (const libraryId of libraries) {
    const { used, reserved } = (kept.database.prepare('SELECT used, reserved FROM ledger_sums WHERE library = ?').get(libraryId) as
      | { used: number; reserved: number }
      | undefined) ?? { used: 0, reserved: 0 };
    assert.ok(used + reserved <= QUOTA, `${used} + ${reserved}`);
    const page = await kept.libraries.changesSince({ libraryId, cursor: null, limit: 1000, deviceId: null });
    assert.ok(typeof page === 'object');
    for (const { json } of page.entries) {
      const entity = JSON.parse(json) as { type: string; removed?: boolean; hash: string };
      if (entity.type !== 'resource' || entity.removed) continue;
      assert.equal((await kept.blobs.rehash(entity.hash)).state, 'stored');
    }
  }
}

test('QA-9: in any order of creating, deleting, purging, undoing, asking, waiting, collecting and restarting, no photo loses its bytes, and no library passes its quota', async (t) => {
  await check(
    asyncProperty(array(step, { minLength: 15, maxLength: 40, size: 'max' }), async (steps) => {
      const kept = await KeptFolder.open();
      try {
        const libraries = [await kept.library(QUOTA), await kept.library(QUOTA)];
        const made: { library: string; asset: string }[] = [];
        for (const one of steps) {
          await run(kept, libraries, made, one);
          await look(kept, libraries);
        }
      } finally {
        await kept.end();
      }
    }),
    { numRuns: 120 },
  );
  t.diagnostic(JSON.stringify(seen));
  assert.ok(
    Object.values(seen).every((times) => times > 0),
    JSON.stringify(seen),
  );
});
