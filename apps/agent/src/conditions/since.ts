import { isLittleRoom, type DeviceStore } from '@rollcall/core';
import { sinceSeen } from '../store/since-seen.ts';
import type { Reading } from './lookout.ts';
import { BY_HAND } from './overrides.ts';

/** How much is free changes with every byte: it began when there was first so little, or first enough. What is simulated began when it was said. */
export function roomSince(store: DeviceStore, free: Reading<number>, now: number): Reading<number> {
  if (!('is' in free) || free.source === BY_HAND) return free;
  return { ...free, since: sinceSeen(store, 'free-space', isLittleRoom(free.is) ? 'little' : 'enough', now) };
}
