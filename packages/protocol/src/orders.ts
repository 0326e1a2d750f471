import { z } from 'zod';
import { SettingValues } from './about.ts';
import { Id } from './ids.ts';
import { LIMITS } from './limits.ts';
import { Pin } from './pins.ts';

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
  z.object({ kind: z.literal('settings-set'), values: SettingValues }),
  /** *Sync now*, for so long from when the device hears of it; milliseconds. */
  z.object({ kind: z.literal('sync-now'), forMs: z.number().int().positive().max(86_400_000) }),
  /** Until when, milliseconds since 1970; null: until the person resumes. */
  z.object({ kind: z.literal('pause'), until: z.number().int().nullable() }),
  z.object({ kind: z.literal('resume') }),
  /** What waits for its next try is tried now. */
  z.object({ kind: z.literal('retry') }),
  /** *Sync now* ends before its time. */
  z.object({ kind: z.literal('sync-now-end') }),
  /** A roll call of this moment; its receipt comes with the roll. */
  z.object({ kind: z.literal('roll-call') }),
  /** A photo that is compressed there is fetched in full. */
  z.object({ kind: z.literal('download-original'), assetId: Id }),
  /** Originals that are safe make room for so many bytes; what is pinned stays. */
  z.object({ kind: z.literal('free-up'), bytes: z.number().int().positive() }),
  /** There in full before all else, and last to make room; or that no more. */
  z.object({ kind: z.literal('pin'), what: Pin }),
  z.object({ kind: z.literal('unpin'), what: Pin }),
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

/** An order as it reaches a device: a newer server may have one that the device does not know. */
export const OrderTold = z.object({ ...WaitingOrder.shape, order: z.union([Order, z.object({ kind: z.string().max(40) })]) });
export type OrderTold = z.infer<typeof OrderTold>;

/** What became of an order. `unknown`: the device is too old to know what is asked of it; `expired`: it was not heard from in time. */
export const ORDER_ANSWERS = ['done', 'unknown', 'expired'] as const;
export type OrderAnswer = (typeof ORDER_ANSWERS)[number];
export const AnsweredOrder = z.object({
  id: Id,
  kind: z.string().max(40),
  answer: z.enum(ORDER_ANSWERS),
  /** Server's clock. */
  at: z.number(),
});
export type AnsweredOrder = z.infer<typeof AnsweredOrder>;

/** These came after the first ones: a device that does not say that it knows them is not told of them. */
const LATER: ReadonlySet<OrderKind> = new Set<OrderKind>([
  'retry',
  'roll-call',
  'sync-now-end',
  'download-original',
  'free-up',
  'pin',
  'unpin',
]);
/** As a device says which of them it knows. */
export const LATER_ORDERS: string = [...LATER].join(',');

/** @param said what a device says it knows; undefined: it is older than that */
export function knowsOrder({ kind }: Order, said: string | undefined): boolean {
  return !LATER.has(kind) || (said ?? '').split(',').includes(kind);
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long an order waits for its device, milliseconds; what was asked of the moment is not done days later. */
export function orderLife({ kind }: Order): number {
  switch (kind) {
    case 'roll-call':
    case 'retry':
      return 10 * MINUTE;
    case 'sync-now':
    case 'sync-now-end':
    case 'download-original':
    case 'free-up':
      return DAY;
    case 'held-keep':
    case 'held-trash':
    case 'settings-set':
    case 'pause':
    case 'resume':
    case 'pin':
    case 'unpin':
      return 30 * DAY;
    default:
      return kind satisfies never;
  }
}

/** Whether an order destroys, and so needs the password of whoever gives it. */
export function needsPassword(order: Order): boolean {
  switch (order.kind) {
    case 'held-keep':
    case 'settings-set':
    case 'sync-now':
    case 'sync-now-end':
    case 'pause':
    case 'resume':
    case 'retry':
    case 'roll-call':
    case 'download-original':
    case 'free-up':
    case 'pin':
    case 'unpin':
      return false;
    case 'held-trash':
      return true;
    default:
      return order satisfies never;
  }
}
