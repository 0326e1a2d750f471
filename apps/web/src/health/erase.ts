import { SPEAKS_MS } from '@rollcall/core';
import { say, type AnsweredOrder, type Device, type RollCallReceipt, type Unsafe } from '@rollcall/protocol';

type Receipt = RollCallReceipt & { readonly heardAt: number };

/** What is known of the question whether a device may be erased. Only `ready` says yes. */
export type Erasing =
  | { readonly state: 'asked' }
  | { readonly state: 'dropped'; readonly answer: 'unknown' | 'expired' }
  | { readonly state: 'ready'; readonly receipt: Receipt; readonly until: number }
  | { readonly state: 'over'; readonly receipt: Receipt }
  | { readonly state: 'not-ready'; readonly receipt: Receipt; readonly why: readonly Unsafe[] };

/**
 * What the roll call that was asked for by `order` has come to. Whatever is not known, or not now, is no.
 * @param now by the server’s clock, as `heardAt` is; null: it is not known, and then nothing is of this moment
 */
export function erasing(device: Device, order: string, answered: readonly AnsweredOrder[], now: number | null): Erasing {
  const dropped = answered.find(({ id }) => id === order)?.answer;
  if (dropped === 'unknown' || dropped === 'expired') return { state: 'dropped', answer: dropped };
  const { roll } = device;
  const receipt = roll?.receipt;
  if (!roll || receipt?.order !== order) return { state: 'asked' };
  if (receipt.why.length > 0) return { state: 'not-ready', receipt, why: receipt.why };
  // It says so by itself, and has not had the server sign what it read.
  if (receipt.signed === undefined) return { state: 'dropped', answer: 'unknown' };
  const until = receipt.heardAt + SPEAKS_MS;
  const still = device.connected && roll.upToDate && now !== null && now <= until;
  return still ? { state: 'ready', receipt, until } : { state: 'over', receipt };
}

const WHY: Record<Unsafe, string> = {
  missing: say('Not everything answered.'),
  differs: say('What is here and what is in the cloud differ.'),
  old: say('The roll call took too long to speak for this moment.'),
  'not-up-to-date': say('Something is still on its way, or waits.'),
  obstructed: say('Something stands between the device and the cloud, or holds it back: end that first.'),
  changed: say('Something on the device changed while the roll was called.'),
  'left-out': say('There are files on it that are left out, and would be gone with it: they are in no cloud.'),
  nothing: say('Nothing on it was called.'),
};

/** Why it is not ready, in a person’s words; what only follows from another is not told beside it. */
export function unsafeWords(why: readonly Unsafe[]): string[] {
  const shown = why.includes('obstructed')
    ? (['obstructed'] as const)
    : why.filter((each) => each !== 'differs' || !why.includes('missing'));
  return shown.map((each) => WHY[each]);
}
