import type { Batch } from '../batches.ts';
import type { ReadMedia, Thing } from '../found.ts';
import { aloneAs } from './alone.ts';
import type { Cloud } from './cloud.ts';
import { standingOf } from './enter.ts';
import type { Tally } from './tally.ts';

/**
 * Tells of all files what would come of them, and sends nothing.
 * @param isLeftOut a thing that is not to come, which it counts
 */
export async function lookAtBatches(
  batches: readonly Batch[],
  read: (batch: Batch) => Promise<ReadonlyMap<number, ReadMedia>>,
  tally: Tally,
  isLeftOut: (thing: Thing) => boolean,
  cloud: Cloud,
): Promise<void> {
  const counted = new Set<string>();
  for (const batch of batches) {
    const reads = await read(batch);
    const plan = batch.plan([...reads.values()]);
    tally.planned(plan);
    for (const thing of plan.things.toSorted((a, b) => Number(a.trashed) - Number(b.trashed))) {
      if (isLeftOut(thing)) continue;
      const { hash } = reads.get(thing.parts[0].file.key)!;
      const standing = standingOf(cloud, hash);
      const own = new Set(standing.is === 'here' ? standing.remote.resources.map((each) => each.hash) : []);
      const lacks = { files: 0, bytes: 0 };
      for (const { file } of standing.is === 'deleted' ? [] : thing.parts) {
        const its = reads.get(file.key)?.hash ?? `${file.source} ${file.path}`;
        // What came by itself before is joined, and sent by nobody.
        if (aloneAs(its, null, cloud) !== null) continue;
        if (own.has(its) || counted.has(its) || (standing.is === 'here' && !reads.has(file.key))) continue;
        counted.add(its);
        lacks.files += 1;
        lacks.bytes += file.size;
      }
      tally.looked(thing, hash, standing.is, lacks);
    }
  }
}
