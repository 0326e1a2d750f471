import { planted, type Evidence, type ReasonCode } from '@rollcall/protocol';
import type { Trouble } from '../plan/index.ts';
import type { Policy, Seen, Surroundings } from './policy.ts';

const MINUTE = 60_000;
const DAY = 24 * 60;

/** What a *Sync now* is an answer to: it spares link or battery. What says no for another reason (off, paused, a budget) stays. */
export const SYNC_NOW_OVERRIDES: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'wifi-only',
  'roaming',
  'metered',
  'low-power-mode',
  'low-battery',
  'charging-only',
  'quiet-hours',
]);

/**
 * What the person's settings hold back now, each with what it rests on and since when; empty: nothing. All that apply are told, not
 * only the first. What is not known of the world holds nothing back. Pure, and total.
 */
export function judgePolicy(policy: Policy, around: Surroundings, now: number): Trouble[] {
  const held = [...switchedOff(policy, now), ...byLink(policy, around), ...byPower(policy, around), ...byTime(policy, around, now)];
  const syncNow = policy.syncNowUntil !== null && now < policy.syncNowUntil;
  return syncNow ? held.filter(({ code }) => !SYNC_NOW_OVERRIDES.has(code)) : held;
}

/** Bytes of mobile data that may still go over the link as it is; null: no budget counts on it. */
export function mobileLeft(policy: Policy, around: Surroundings): number | null {
  if (planted('budget-overrun')) return null;
  if (policy.unlimitedUpdates || around.month === null || costly(policy, around) === null) return null;
  return Math.max(0, policy.mobileBudget - around.month.used);
}

/** What goes over the link as it is counts as mobile data. */
export function isCostly(policy: Policy, around: Surroundings): boolean {
  return costly(policy, around) !== null;
}

/**
 * What may go while something is held: `words`, only how the device stands and what its person decides elsewhere, a few hundred bytes;
 * `nothing`, where each byte may cost.
 */
export type Speech = 'all' | 'words' | 'nothing';

/** Beyond these nothing is said at all. */
const COSTS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['roaming', 'mobile-budget-spent']);

export function speechWhile(held: readonly Trouble[]): Speech {
  if (held.some(({ code }) => COSTS.has(code))) return 'nothing';
  return held.length > 0 ? 'words' : 'all';
}

function switchedOff(policy: Policy, now: number): Trouble[] {
  const off = policy.sync ? [] : [held('sync-off', policy.since)];
  const { paused } = policy;
  if (paused === null || (paused.until !== 'resumed' && paused.until <= now)) return off;
  const until = paused.until === 'resumed' ? null : paused.until;
  return [...off, held('paused', paused.since, { until }, until)];
}

/** Why bytes on this link cost something, as far as that is known; null: they do not, or nobody knows. */
function costly(policy: Policy, { link, metered }: Surroundings): { readonly by: 'mobile' | 'metered'; readonly since: number } | null {
  if (link?.is === 'mobile') return { by: 'mobile', since: link.since };
  // Without any link there is nothing to be metered.
  if (metered?.is !== true || link?.is === 'none' || policy.metered === 'as-any') return null;
  return { by: 'metered', since: metered.since };
}

function byLink(policy: Policy, around: Surroundings): Trouble[] {
  const cost = costly(policy, around);
  if (cost === null) return [];
  const troubles: Trouble[] = [];
  const since = Math.max(cost.since, policy.since);
  if (!policy.mobileData) troubles.push(held(cost.by === 'mobile' ? 'wifi-only' : 'metered', since));
  if (cost.by === 'mobile' && !policy.roaming && around.roaming?.is === true)
    troubles.push(held('roaming', Math.max(since, around.roaming.since)));
  const { month } = around;
  if (!policy.unlimitedUpdates && month !== null && month.used >= policy.mobileBudget) {
    const evidence = { used: month.used, budget: policy.mobileBudget, resets: month.ends };
    troubles.push(held('mobile-budget-spent', since, evidence, month.ends));
  }
  return troubles;
}

function byPower(policy: Policy, { power, battery, lowPower }: Surroundings): Trouble[] {
  // On power it syncs freely. What is not known to run on its battery is not held to it.
  if (power?.is === 'mains') return [];
  const since = (seen: NonNullable<Seen<unknown>>): number => Math.max(seen.since, policy.since);
  const troubles: Trouble[] = [];
  if (policy.respectLowPower && lowPower?.is === true) troubles.push(held('low-power-mode', since(lowPower)));
  if (power === null) return troubles;
  if (battery !== null && battery.is < policy.minimumBattery)
    troubles.push(held('low-battery', since(battery), { level: battery.is, needs: policy.minimumBattery }));
  if (policy.onlyCharging) troubles.push(held('charging-only', since(power)));
  return troubles;
}

function byTime({ quietHours, since }: Policy, { minuteOfDay }: Surroundings, now: number): Trouble[] {
  if (quietHours === null || minuteOfDay === null) return [];
  const length = around(quietHours.to - quietHours.from);
  const passed = around(minuteOfDay - quietHours.from);
  if (passed >= length) return [];
  const minute = now - (now % MINUTE);
  const until = minute + (length - passed) * MINUTE;
  return [held('quiet-hours', Math.max(minute - passed * MINUTE, since), { until }, until)];
}

/** Minutes, brought into one day. */
function around(minutes: number): number {
  return ((minutes % DAY) + DAY) % DAY;
}

/** @param until when it ends by itself; null: by an event or a person only */
function held(code: ReasonCode, since: number, evidence: Evidence = {}, until: number | null = null): Trouble {
  return { code, evidence, tries: 0, nextTry: until, since };
}
