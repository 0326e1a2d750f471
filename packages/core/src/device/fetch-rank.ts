import { isWantedFull } from './evict.ts';
import type { DeviceStore } from './store.ts';
import type { Unit } from './unit.ts';

/** What is fetched first has the higher rank: what a person waits for, then the newest photo. */
export function fetchRank(store: DeviceStore, unit: Unit): number {
  const key = unit.startsWith('f:') ? Number(unit.slice(2)) : null;
  if (key !== null && isWantedFull(store, key)) return Number.POSITIVE_INFINITY;
  const assetId = key === null ? unit.slice(2) : store.file(key)?.assetId;
  const capturedAt = assetId == null ? undefined : store.remote(assetId)?.asset.capturedAt;
  const at = capturedAt === undefined ? Number.NaN : Date.parse(capturedAt);
  return Number.isFinite(at) ? at : 0;
}
