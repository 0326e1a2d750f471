import { silenceReason, switchedOffReason } from '@rollcall/core';
import { momentWords, tellReason, type Device as DeviceTold, type Reason, type ToldReason } from '@rollcall/protocol';
import type { Device } from '../device.ts';
import { SHORT_MS } from './glance.ts';
import { within } from './within.ts';

/** The other devices of the account that hold photos, as the cloud told of them. */
export interface Others {
  /** When the cloud told; this device's clock, milliseconds since 1970. */
  readonly at: number;
  /** It told that just now, and not some time ago. */
  readonly fresh: boolean;
  readonly devices: readonly OtherDevice[];
}
export type OtherDevice = Pick<DeviceTold, 'id' | 'name' | 'kind' | 'silent'> & {
  /** `sync-off`, as it told last; null or absent: it is on, or that is not known. */
  readonly off?: Reason | null;
};

/** The note of what the cloud told last of the other devices, for when it does not answer. */
const NOTE = 'other-devices';

/**
 * Asks the cloud for the other devices; null: it has never told.
 * @param asks false: something forbids the link, or is known to stand in the way; what was heard last is told
 */
export async function otherDevices(device: Device, asks: boolean): Promise<Others | null> {
  const answer = asks ? await within(SHORT_MS, device.connection.call('devices', {})) : null;
  if (answer === null || !answer.ok) return othersAsNoted(device);
  const devices = answer.value.devices
    .filter(({ self, kind }) => !self && kind !== 'browser')
    .map((each) => ({ id: each.id, name: each.name, kind: each.kind, silent: each.silent, off: switchedOffReason(each) }));
  const at = Date.now();
  device.store.setNote(NOTE, JSON.stringify({ at, devices }));
  return { at, fresh: true, devices };
}

/** What the cloud told last of the other devices, without asking. */
export function othersAsNoted({ store }: Device): Others | null {
  const note = store.note(NOTE);
  return note === null ? null : { ...(JSON.parse(note) as Omit<Others, 'fresh'>), fresh: false };
}

export interface Silent {
  readonly id: string;
  readonly name: string;
  readonly since: number;
  readonly notSafe: number | null;
  /** When the cloud told that, where it did not tell it now. */
  readonly asOf: number | null;
  readonly reason: ToldReason;
}

/** Those of the others of which the cloud hears nothing: a finding about the account, and no reason of any item here. */
export function silentOf(others: Others | null): Silent[] {
  return (others?.devices ?? []).flatMap((each) => {
    const reason = silenceReason(each);
    if (reason === null || each.silent === null) return [];
    return [
      {
        id: each.id,
        name: each.name,
        ...each.silent,
        asOf: others === null || others.fresh ? null : others.at,
        reason: tellReason(reason),
      },
    ];
  });
}

/** Another device on which sync is off. */
export type SwitchedOff = Pick<Silent, 'id' | 'name' | 'since' | 'asOf' | 'reason'>;

/** Those of the others on which sync is off. */
export function switchedOff(others: Others | null): SwitchedOff[] {
  return (others?.devices ?? []).flatMap(({ id, name, off = null }) => {
    const asOf = others === null || others.fresh ? null : others.at;
    return off === null ? [] : [{ id, name, since: off.since, asOf, reason: tellReason(off) }];
  });
}

/** One other device in words, with what to do. */
export function otherLine({ reason, asOf }: Pick<Silent, 'reason' | 'asOf'>): string {
  return `${reason.words} ${reason.cure}${asOf === null ? '' : ` The cloud told that on ${momentWords(asOf)}.`}`;
}
