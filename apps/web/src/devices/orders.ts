import { sizeWords, type AnsweredOrder, type Device, type Order, type OrderKind } from '@rollcall/protocol';
import { isSettingName, SETTINGS } from '@rollcall/core';
import { ask } from '../api/call.ts';
import { queries } from '../api/queries.ts';

/** Asks something of a device; it does it when it hears of it. The order’s id. */
export async function giveOrder(device: Device, order: Order, password?: string): Promise<string> {
  const { id } = await ask('giveOrder', {
    params: { deviceId: device.id },
    body: { order, ...(password === undefined ? {} : { password }) },
  });
  await queries.invalidateQueries({ queryKey: ['orders', device.id] });
  return id;
}

/** What was asked, as a person would say it. */
export function orderWords(order: Order): string {
  switch (order.kind) {
    case 'held-keep':
      return 'keep what went missing';
    case 'held-trash':
      return 'delete what went missing everywhere';
    case 'settings-set':
      return Object.entries(order.values)
        .map(([name, value]) => `${isSettingName(name) ? SETTINGS[name].about : name}: ${value}`)
        .join('; ');
    case 'pause':
      return 'pause';
    case 'resume':
      return 'resume';
    case 'sync-now':
      return 'sync now';
    case 'sync-now-end':
      return 'end sync now';
    case 'retry':
      return 'try again now';
    case 'roll-call':
      return 'call the roll';
    case 'download-original':
      return 'download an original';
    case 'free-up':
      return `free up ${sizeWords(order.bytes)}`;
    default:
      return order satisfies never;
  }
}

const KINDS: Record<OrderKind, string> = {
  'held-keep': 'keep what went missing',
  'held-trash': 'delete what went missing everywhere',
  'settings-set': 'change its settings',
  pause: 'pause',
  resume: 'resume',
  'sync-now': 'sync now',
  'sync-now-end': 'end sync now',
  retry: 'try again now',
  'roll-call': 'call the roll',
  'download-original': 'download an original',
  'free-up': 'free up space',
};

/** What became of an order that was not done; null: it was. */
export function answerWords({ kind, answer }: AnsweredOrder, device: Device): string | null {
  const asked = Object.hasOwn(KINDS, kind) ? KINDS[kind as OrderKind] : kind;
  switch (answer) {
    case 'done':
      return null;
    case 'unknown':
      return `The version of Rollcall on ${device.name} does not know how to do this: ${asked}. Update it there.`;
    case 'expired':
      return `${device.name} was not heard from in time, so this was dropped: ${asked}.`;
    default:
      return answer satisfies never;
  }
}
