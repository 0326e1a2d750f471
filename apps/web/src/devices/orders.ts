import { message, say, sizeWords, type AnsweredOrder, type Device, type Order, type OrderKind } from '@rollcall/protocol';
import { isSettingName, SETTINGS } from '@rollcall/core';
import { ask } from '../api/call.ts';
import { queries } from '../api/queries.ts';
import { pinWords } from '../pins/pins.ts';

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
    case 'settings-set':
      return Object.entries(order.values)
        .map(([name, value]) => `${isSettingName(name) ? SETTINGS[name].about : name}: ${VALUES.has(value) ? say(value) : value}`)
        .join('; ');
    case 'free-up':
      return say('free up {size}', { size: sizeWords(order.bytes) });
    case 'pin':
      return say('pin {what}', { what: pinWords(order.what) });
    case 'unpin':
      return say('unpin {what}', { what: pinWords(order.what) });
    case 'held-keep':
    case 'held-trash':
    case 'pause':
    case 'resume':
    case 'sync-now':
    case 'sync-now-end':
    case 'retry':
    case 'roll-call':
    case 'download-original':
      return KINDS[order.kind];
    default:
      return order satisfies never;
  }
}

const KINDS: Record<OrderKind, string> = {
  'held-keep': say('keep what went missing'),
  'held-trash': say('delete what went missing everywhere'),
  'settings-set': say('change its settings'),
  pause: say('pause'),
  resume: say('resume'),
  'sync-now': say('sync now'),
  'sync-now-end': say('end sync now'),
  retry: say('try again now'),
  'roll-call': say('call the roll'),
  'download-original': say('download an original'),
  'free-up': say('free up space'),
  pin: say('pin something'),
  unpin: say('unpin something'),
};

/** Values of settings that are words; all others are figures, or names. */
const VALUES: ReadonlySet<string> = new Set([
  message('on'),
  message('off'),
  message('default'),
  message('both'),
  message('backup-only'),
  message('download-only'),
  message('keep-originals'),
  message('optimise'),
  message('none'),
]);

/** What became of an order that was not done; null: it was. */
export function answerWords({ kind, answer }: AnsweredOrder, device: Device): string | null {
  const asked = Object.hasOwn(KINDS, kind) ? KINDS[kind as OrderKind] : kind;
  switch (answer) {
    case 'done':
      return null;
    case 'unknown':
      return say('The version of Rollcall on {name} does not know how to do this: {asked}. Update it there.', {
        name: device.name,
        asked,
      });
    case 'expired':
      return say('{name} was not heard from in time, so this was dropped: {asked}.', { name: device.name, asked });
    default:
      return answer satisfies never;
  }
}
