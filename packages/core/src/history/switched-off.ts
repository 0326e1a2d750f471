import type { Device, Reason } from '@rollcall/protocol';
import { notSafeOf } from './silence.ts';

/** Sync is off on a device, as it told last, and as any reason is told elsewhere; null: it is on, or nobody knows. */
export function switchedOffReason({ name, roll }: Pick<Device, 'name' | 'roll'>): Reason | null {
  if (roll === null) return null;
  const told = roll.reasons.find(({ code }) => code === 'sync-off');
  if (told === undefined && roll.about?.settings['sync']?.value !== 'off') return null;
  return { code: 'sync-off', since: told?.since ?? roll.reportedAt, evidence: { deviceName: name, notSafe: notSafeOf(roll.counts) } };
}
