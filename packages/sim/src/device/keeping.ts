import { evictionOrder, roomHere, type Evictable } from '@rollcall/core';
import type { Disk } from '../disk/disk.ts';
import type { Routine } from '../world/routine.ts';
import { evict, type Evicted } from './evicting.ts';
import { OWN_FOLDER } from './folder.ts';
import type { Work } from './work.ts';

/** A photo that was kept is tried again after this. Milliseconds. */
const KEPT_MS = 10 * 60_000;

/** Bytes of what lies in the folder beyond its budget. */
export function overBudget(disk: Disk, bytes: number): number {
  let folder = 0;
  for (const { path, bytes: each } of disk.files()) if (!path.startsWith(`${OWN_FOLDER}/`)) folder += each.length;
  return roomHere({ of: 'folder', bytes }, { folder, disk: null }).over;
}

/**
 * Lets originals make room, what nothing speaks for first, until what is here is within its budget, or nothing more can go.
 * @param kept photos that were kept, until when
 * @param told of each photo that was to go
 */
export function* makeRoom(
  work: Work,
  budget: number,
  kept: Map<string, number>,
  told: (assetId: string, evicted: Evicted) => void,
): Routine {
  for (const { assetId } of evictionOrder(evictable(work, kept), work.now(), ({ cameAt }) => cameAt)) {
    if (!work.ready() || overBudget(work.disk(), budget) === 0) return;
    const evicted = yield* evict(work, assetId);
    told(assetId, evicted);
    if (evicted.gone === 0) kept.set(assetId, work.now() + KEPT_MS);
  }
}

/** Photos that are here in full and in the cloud, as far as the rows say. */
function evictable({ store, now }: Work, kept: ReadonlyMap<string, number>): Evictable[] {
  const full = store
    .files()
    .filter(
      ({ hash, baseHash, standIn, excluded, missingSince, trouble }) =>
        hash !== null && hash === baseHash && standIn == null && excluded === null && missingSince === null && trouble === null,
    );
  return [...Map.groupBy(full, ({ assetId }) => assetId)].flatMap(([assetId, files]) => {
    const asset = assetId === null ? undefined : store.remote(assetId)?.asset;
    if (assetId === null || asset === undefined || (kept.get(assetId) ?? 0) > now()) return [];
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const cameAt = files.reduce((last, { agreedAt }) => Math.max(last, agreedAt ?? 0), 0);
    const takenAt = Date.parse(asset.capturedAt);
    const { favourite, addedAt } = asset;
    return [{ assetId, bytes, cameAt, takenAt: Number.isFinite(takenAt) ? takenAt : null, addedAt, favourite, pinned: false }];
  });
}
