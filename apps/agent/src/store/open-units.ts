import { allUnits, assetUnit, fileUnit, type Conditions, type Unit } from '@rollcall/core';
import type { DurableStore } from './durable-store.ts';

/**
 * Every unit of which the planner may have something to say: all but files that are plainly in sync. While the folder is away, or where
 * rules leave photos out, it has something to say of those as well.
 */
export function unitsToPlan(store: DurableStore, { folder, leaveOut }: Pick<Conditions, 'folder' | 'leaveOut'>): IterableIterator<Unit> {
  const plain = folder.length === 0 && (leaveOut === undefined || leaveOut.names.length + leaveOut.kinds.length === 0);
  return plain ? openUnits(store) : allUnits(store);
}

/** Units of which the planner may have something to say while nothing is left out and the folder is there. */
export function* openUnits(store: DurableStore): IterableIterator<Unit> {
  for (const key of store.toPlan()) yield fileUnit(key);
  for (const assetId of store.incoming()) yield assetUnit(assetId);
}
