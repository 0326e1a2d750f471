import type { Conditions, Policy, Trouble, Unit } from '@rollcall/core';
import type { Reason } from '@rollcall/protocol';
import type { Overrides } from '../conditions/overrides.ts';
import { lookAround } from '../conditions/look-around.ts';
import type { Device } from '../device.ts';
import { Naming } from '../folder/naming.ts';
import { takeTurnNow } from '../lock.ts';
import { deviceFolderTrouble } from '../work/folder-trouble.ts';
import { Settlement } from '../work/settle.ts';
import { hear, mayAsk, momentOf, reasonsAt, serverAsNoted } from './standing.ts';
import { within } from './within.ts';

/** What stands between a device and the cloud, and what is planned for one item: without a look at the folder. */
export interface Glance {
  readonly server: Trouble | null;
  /** An agent runs here. */
  readonly running: boolean;
  /** Whether the cloud is asked: not where the settings forbid the link, nor where it is known not to answer. */
  readonly cloud: CloudAsked;
  readonly policy: Policy;
  /** What is simulated, and not seen. */
  readonly overrides: Overrides;
  reasonsOf(unit: Unit): readonly Reason[];
}

/** The same for who goes on to do something. */
export interface GlanceAhead extends Glance {
  /** What the planner was asked with. */
  readonly conditions: Conditions;
  /** What stands between device and cloud by now, as an agent that runs has noted it. */
  serverNow(): Trouble | null;
}

export type CloudAsked = 'asked' | 'held-back' | 'no-answer';

export function cloudAsked(may: boolean, answers: boolean): CloudAsked {
  if (!may) return 'held-back';
  return answers ? 'asked' : 'no-answer';
}

/** How long the cloud may take to tell what is new, before the answer is given from what is known here. Milliseconds. */
export const SHORT_MS = 1500;
/** After that it is called unreachable, by a command that lasts so long. Milliseconds. */
const UNREACHABLE_MS = 5000;

/**
 * Answers for single items from the device's rows. Where no agent keeps them up to date, what the cloud has to tell is taken in first,
 * with little patience.
 */
export async function takeGlance(device: Device): Promise<GlanceAhead> {
  const { identity, store } = device;
  const look = await lookAround(device);
  const may = mayAsk(look.held);
  const lock = takeTurnNow(device.home);
  let server = serverAsNoted(device);
  let late = false;
  try {
    if (lock && may) {
      const heard = await within(SHORT_MS, hear(device, new Settlement(store), UNREACHABLE_MS, look));
      late = heard === null;
      if (heard) server = heard.trouble;
    }
  } finally {
    lock?.release();
  }
  const naming = new Naming(identity.folder, store);
  const folder = deviceFolderTrouble(device);
  const moment = momentOf(device, { running: lock === null, server, folder, look, atHead: false, naming });
  return {
    server,
    running: moment.running,
    cloud: cloudAsked(may, !late && server === null),
    policy: look.policy,
    overrides: look.overrides,
    conditions: moment.conditions,
    serverNow: () => (moment.running ? serverAsNoted(device) : server),
    reasonsOf: reasonsAt(device, moment),
  };
}
