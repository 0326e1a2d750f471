import { isLittleRoom, type DeviceStore } from '@rollcall/core';
import type { ReasonCode } from '@rollcall/protocol';
import { sinceSeen } from '../store/since-seen.ts';
import type { Reading } from './lookout.ts';
import { BY_HAND } from './overrides.ts';

/** How much is free changes with every byte: it began when there was first so little, or first enough. What is simulated began when it was said. */
export function roomSince(store: DeviceStore, free: Reading<number>, now: number): Reading<number> {
  if (!('is' in free) || free.source === BY_HAND) return free;
  return { ...free, since: sinceSeen(store, 'free-space', isLittleRoom(free.is) ? 'little' : 'enough', now) };
}

/** With these the server does not answer at all. */
const UNANSWERED: ReadonlySet<ReasonCode> = new Set([
  'offline',
  'captive-portal',
  'server-unreachable',
  'tls-failed',
] satisfies ReasonCode[]);

/** Since when the server answers, or does not; whoever asks it notes what it met. Milliseconds since 1970. */
export function serverSince(store: DeviceStore, answers: boolean, now: number): number {
  return sinceSeen(store, 'server', answers ? 'answers' : 'away', now);
}

/** Takes what a question to the server met; a refusal, and that it is busy, is an answer of some kind, and says nothing of when. */
export function noteServer(store: DeviceStore, met: ReasonCode | null, now: number): void {
  if (met === null || UNANSWERED.has(met)) serverSince(store, met === null, now);
}
