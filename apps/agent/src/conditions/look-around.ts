import { judgePolicy, policyOf, readSettings, type Policy, type Settings, type Trouble } from '@rollcall/core';
import type { Device } from '../device.ts';
import { mobileMonth } from './mobile-month.ts';
import { Lookout, type Readings } from './lookout.ts';
import type { Overrides } from './overrides.ts';
import { systemProbe } from './system.ts';

/** What a command sees in one look, and what the settings make of it. */
export interface Look {
  readonly readings: Readings;
  readonly overrides: Overrides;
  readonly settings: Settings;
  readonly policy: Policy;
  readonly held: readonly Trouble[];
}

export async function lookAround({ store }: Pick<Device, 'store'>): Promise<Look> {
  const lookout = new Lookout(systemProbe(), store, Date.now);
  try {
    await lookout.look();
    const now = Date.now();
    const settings = readSettings(store);
    const policy = policyOf(settings);
    const held = judgePolicy(policy, lookout.surroundings(mobileMonth(store, now)), now);
    return { readings: lookout.readings, overrides: lookout.overrides, settings, policy, held };
  } finally {
    lookout.stop();
  }
}
