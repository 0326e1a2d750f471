import { assetUnit, fileUnit, type Unit } from '@rollcall/core';
import type { DurableStore } from './durable-store.ts';

/** Units of which the planner may have something to say, while the folder is there: all but files that are plainly in sync. */
export function* openUnits(store: DurableStore): IterableIterator<Unit> {
  for (const key of store.toPlan()) yield fileUnit(key);
  for (const assetId of store.incoming()) yield assetUnit(assetId);
}
