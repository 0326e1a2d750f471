import type { SettingName } from '@rollcall/core';
import type { WaitingOrder } from '@rollcall/protocol';

/** What was asked of a device last for a setting, and waits; undefined: nothing. */
export function askedOf(name: SettingName, orders: readonly WaitingOrder[]): string | undefined {
  for (const { order } of orders.toReversed()) {
    const value = order.kind === 'settings-set' ? order.values[name] : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}
