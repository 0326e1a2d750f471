import { z } from 'zod';
import { Id } from './ids.ts';
import { LIMITS } from './limits.ts';

/**
 * Which of the held deletions an answer is for: some, by their keys in the roll, or all, as long as no more are held
 * than the person was shown.
 */
export const HeldChoice = z.union([
  z.object({ keys: z.array(z.string().min(1).max(100)).min(1).max(LIMITS.orderKeys) }),
  z.object({ all: z.number().int().positive() }),
]);
export type HeldChoice = z.infer<typeof HeldChoice>;

/** What a person asks of one of their devices from elsewhere; the device does it when it hears of it. */
export const Order = z.discriminatedUnion('kind', [
  /** The photos whose deletion is held come back to the device. */
  z.object({ kind: z.literal('held-keep'), which: HeldChoice }),
  /** They go to Recently Deleted everywhere. The password is asked again. */
  z.object({ kind: z.literal('held-trash'), which: HeldChoice }),
  /** Settings of the device by name, each with a value as the person would write it. */
  z.object({ kind: z.literal('settings-set'), values: z.record(z.string().min(1).max(40), z.string().max(LIMITS.settingText)) }),
  /** *Sync now*, for so long from when the device hears of it; milliseconds. */
  z.object({ kind: z.literal('sync-now'), forMs: z.number().int().positive().max(86_400_000) }),
  /** Until when, milliseconds since 1970; null: until the person resumes. */
  z.object({ kind: z.literal('pause'), until: z.number().int().nullable() }),
  z.object({ kind: z.literal('resume') }),
]);
export type Order = z.infer<typeof Order>;
export type OrderKind = Order['kind'];

/** An order that waits for its device. */
export const WaitingOrder = z.object({
  id: Id,
  /** When it was given; server's clock, milliseconds. */
  at: z.number(),
  order: Order,
});
export type WaitingOrder = z.infer<typeof WaitingOrder>;

/** Whether an order destroys, and so needs the password of whoever gives it. */
export function needsPassword(order: Order): boolean {
  switch (order.kind) {
    case 'held-keep':
    case 'settings-set':
    case 'sync-now':
    case 'pause':
    case 'resume':
      return false;
    case 'held-trash':
      return true;
    default:
      return order satisfies never;
  }
}
