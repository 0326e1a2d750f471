import { AS_USUAL, policyOf, choose, takeDefaults } from '@rollcall/core';
import type { Device } from '@rollcall/protocol';

/** What comes back to a device where its originals are to be kept again. Bytes; `free` null: it does not tell. */
export interface BackInFullFacts {
  readonly files: number;
  readonly needed: number;
  readonly free: number | null;
  readonly fits: boolean;
}
/** The same with whose it is. */
export interface ComesBack {
  readonly device: Device;
  readonly facts: BackInFullFacts;
}

/**
 * Null: nothing comes back, for nothing is compressed there, originals are not what is chosen, or they come back already.
 * @param value of the setting `storage`; `default`: as the account has it
 * @param defaults what the account has chosen
 */
export function backInFull(
  { roll }: Pick<Device, 'roll'>,
  value: string,
  defaults: Readonly<Record<string, string>> = {},
): BackInFullFacts | null {
  const about = roll?.about;
  const compressed = about?.storage?.compressed;
  const chosen = choose(takeDefaults(AS_USUAL, defaults, 0), 'storage', value, 0);
  if (!compressed || compressed.files === 0 || !chosen.ok || policyOf(chosen.settings).storage !== 'keep-originals') return null;
  if (about?.settings['storage']?.value === 'keep-originals') return null;
  const told = about?.conditions['free-space'];
  const free = told && 'value' in told && typeof told.value === 'number' ? told.value : null;
  const needed = Math.max(0, compressed.originals - compressed.bytes);
  return { files: compressed.files, needed, free, fits: free === null || needed <= free };
}

/**
 * The devices to which originals come back where the account chooses this for all: not those for which something was chosen there.
 * @param value as `backInFull` takes it; `default`: as usual
 */
export function backEverywhere(devices: readonly Device[], value: string): ComesBack[] {
  return devices.flatMap((device) => {
    if (device.roll?.about?.settings['storage']?.from === 'device') return [];
    const facts = backInFull(device, value);
    return facts === null ? [] : [{ device, facts }];
  });
}
