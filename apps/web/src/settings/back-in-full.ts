import { AS_USUAL, policyOf, choose, takeDefaults } from '@rollcall/core';
import type { Device } from '@rollcall/protocol';

/** What comes back to a device where its originals are to be kept again. Bytes; `free` null: it does not tell. */
export interface BackInFullFacts {
  readonly files: number;
  readonly needed: number;
  readonly free: number | null;
  readonly fits: boolean;
}

/**
 * Null: nothing comes back, for nothing is compressed there, or originals are not what is chosen.
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
  const told = about?.conditions['free-space'];
  const free = told && 'value' in told && typeof told.value === 'number' ? told.value : null;
  const needed = Math.max(0, compressed.originals - compressed.bytes);
  return { files: compressed.files, needed, free, fits: free === null || needed <= free };
}
