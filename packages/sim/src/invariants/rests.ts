import type { Trouble } from '@rollcall/core';
import type { Agent } from '../device/agent.ts';
import type { Device } from '../device/device.ts';

/**
 * All that the plans of a device rest on, as they were looked at last. A plan is a function of the device's rows, of what runs, and of the
 * conditions; of the time it depends by one question alone, whether the next try of a trouble is due. So while none of these has
 * changed, no reason has.
 */
export interface Rests {
  readonly agent: Agent;
  readonly rows: number;
  readonly progressed: number;
  readonly disk: unknown;
  readonly policy: unknown;
  readonly server: Trouble | undefined;
  readonly folder: Trouble | undefined;
  readonly held: string;
  /** The device's clock then, and when the first next try after it is due. */
  readonly at: number;
  readonly until: number;
}

/** What the plans of a device rest on now. */
export function restsOf(device: Device, agent: Agent): Rests {
  const now = device.now();
  let until = Number.POSITIVE_INFINITY;
  const coming = device.store.incoming().map((assetId) => device.store.incomingState(assetId));
  for (const each of [...device.store.files(), ...coming]) {
    const trouble = each?.trouble;
    if (trouble?.nextTry != null && trouble.nextTry > now) until = Math.min(until, trouble.nextTry);
  }
  return { ...unlessTime(device, agent), at: now, until };
}

/** Nothing has changed on which a plan of the device may rest. */
export function stillRests(before: Rests, device: Device): boolean {
  const { agent } = device;
  if (agent === null || agent !== before.agent) return false;
  const now = device.now();
  const { rows, progressed, disk, policy, server, folder, held } = unlessTime(device, agent);
  return (
    before.rows === rows &&
    before.progressed === progressed &&
    before.disk === disk &&
    before.policy === policy &&
    before.server === server &&
    before.folder === folder &&
    before.held === held &&
    now >= before.at &&
    now < before.until
  );
}

function unlessTime(device: Device, agent: Agent): Omit<Rests, 'at' | 'until'> {
  const { server, folder, held = [] } = agent.conditions();
  return {
    agent,
    rows: device.store.database.version,
    progressed: agent.progressed,
    disk: device.mounted,
    policy: device.policy,
    server: server[0],
    folder: folder[0],
    held: held.map(({ code }) => code).join(),
  };
}
