import { isTimeFor } from '../plan/index.ts';
import type { Planned } from './desk.ts';
import type { DeviceStore } from './store.ts';

/**
 * When the planner is to be asked about a unit again by the clock alone, for what failed is tried again then; null: it waits for no time.
 * What stands in no reason waits for nothing: the settings may leave out by now what failed before. What is due already is begun, or
 * waits for something else, which has it planned again when it ends.
 * @param now when it was planned, device's clock
 */
export function dueOf(store: DeviceStore, planned: Planned, now: number): number | null {
  if (planned === null) return null;
  const trouble = planned.kind === 'file' ? planned.file.trouble : (store.incomingState(planned.assetId)?.trouble ?? null);
  // What is not there is not tried again.
  if (trouble === null || (planned.kind === 'file' && planned.file.missingSince !== null)) return null;
  if (trouble.nextTry !== null && isTimeFor(trouble.nextTry, now)) return null;
  const stands = planned.plan.reasons.some(({ code }) => code === trouble.code);
  return stands ? trouble.nextTry : null;
}
