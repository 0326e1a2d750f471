import type { Action, Unit } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import type { World } from '../play/world.ts';
import type { Request, Sender } from '../wire/messages.ts';

/** How often the same may be done or asked while nothing goes wrong and nobody does anything. */
const MOST = 40;

const counts = new WeakMap<World, Map<string, number>>();

function isTooMuch(world: World, what: string): boolean {
  const own = counts.get(world) ?? new Map<string, number>();
  counts.set(world, own);
  const count = (own.get(what) ?? 0) + 1;
  own.set(what, count);
  return count > MOST;
}

/** V3: in the quiet no device does the same to the same again and again. */
export function checkActing(world: World, device: Device, unit: Unit, does: Action['do']): void {
  if (world.quiet && isTooMuch(world, `${device.name} ${unit} ${does}`))
    world.violate('V3', `the ${device.name} goes on with ${does} of ${unit} for ever: ${codesOf(device, unit)}`);
}

/** V3: nor does one ask the same. */
export function checkAsking(world: World, { deviceId }: Sender, request: Request): void {
  if (!world.quiet) return;
  const about = aboutOf(request);
  if (about !== null && isTooMuch(world, `${deviceId} ${request.route} ${about}`))
    world.violate('V3', `a device asks the same of the cloud for ever: ${request.route}`);
}

/** What tells one question from another; null: it may be asked as often as one likes. */
function aboutOf(request: Request): string | null {
  switch (request.route) {
    case 'ask':
      return request.asks.map(({ hash }) => hash).join();
    case 'mutations':
      return request.mutations.map(({ n }) => n).join();
    case 'order-done':
      return request.id;
    case 'fork':
      return request.attempt;
    case 'server':
    case 'send':
    case 'offset':
    case 'changes':
    case 'download':
    case 'actions':
    case 'orders':
    case 'wanted':
    case 'roll-call':
      return null;
    default:
      return request satisfies never;
  }
}

function codesOf({ agent }: Device, unit: Unit): string {
  return (agent?.reasons(unit) ?? []).map(({ code }) => code).join(' ') || 'no reason';
}
