import {
  message,
  say,
  type ConditionTold,
  type Device,
  type DeviceAbout,
  type LibrarySummary,
  type Reason,
  type ReasonCount,
  type ServerInfo,
} from '@rollcall/protocol';
import { AS_USUAL, isSettingName, policyOf, type Policy, type SettingName } from '../policy/index.ts';
import { silenceReason } from '../history/index.ts';
import type { AgentState, CheckFacts, CheckReadings, ReasonFact, Sighting } from './facts.ts';
import { lastHeardAt, presenceOf } from './presence.ts';
import { withRoom } from './room.ts';

/** What is known where a device is looked at from elsewhere: what it told, and what the server says. Null: not known yet. */
export interface SeenFromElsewhere {
  readonly now: number;
  readonly server: Pick<ServerInfo, 'version' | 'protocol' | 'minSupported'> | null;
  readonly library: Pick<LibrarySummary, 'bytes' | 'reserved' | 'quota' | 'trashed'> | null;
  readonly account: { readonly email: string; readonly server: string } | null;
}

const NOT_TOLD = { unseen: message('it has not told yet') };
const NOT_HEARD = { unseen: message('the server was not asked yet') };

/** The facts behind the seven checks of another device, from what it told last. */
export function factsFromElsewhere(device: Device, around: SeenFromElsewhere): CheckFacts {
  const { roll } = device;
  const about = roll?.about;
  const silence = silenceReason(device);
  return {
    now: around.now,
    afar: device.name,
    reasons:
      roll === null
        ? NOT_TOLD
        : {
            is: reasonsTold(roll.reasons, around),
            since: roll.reportedAt,
          },
    device: about ? tooOld(about, device, around.server) : [],
    readings: about ? readingsOf(about, roll.reportedAt, presenceOf(device, around.now) === 'away') : {},
    account: around.account === null ? NOT_HEARD : { is: around.account, since: null },
    policy: about ? policyTold(about) : null,
    quota:
      around.library === null
        ? NOT_HEARD
        : { is: { used: around.library.bytes + around.library.reserved, quota: around.library.quota }, since: null },
    versions:
      around.server === null || !about
        ? NOT_TOLD
        : {
            is: {
              device: about.version,
              deviceProtocol: about.protocol,
              server: around.server.version,
              serverProtocol: around.server.protocol,
              serverTakes: around.server.minSupported,
            },
            since: null,
          },
    agent: agentOf(device, around.now),
    service: NOT_TOLD,
    heard: { is: presenceOf(device, around.now) === 'connected' ? around.now : lastHeardAt(device), since: null },
    silent: silence === null ? [] : [silence],
    // Told once for the server, not for each device.
    missingTools: [],
    switchedOff: [],
    probes: [],
  };
}

/** A device whose version the server takes no more cannot tell that itself: it is not let in. */
function tooOld({ version, protocol }: DeviceAbout, device: Device, server: SeenFromElsewhere['server']): Reason[] {
  if (server === null || protocol === null || protocol >= server.minSupported) return [];
  const evidence = {
    device: say('{version}, protocol {protocol}', { version, protocol: String(protocol) }),
    server: server.version,
    needs: say('protocol {protocol}', { protocol: String(server.minSupported) }),
  };
  return [{ code: 'update-needed', since: lastHeardAt(device), evidence }];
}

/** A device tells how much room it lacks; what can be freed is asked of the cloud. */
function reasonsTold(reasons: readonly ReasonCount[], { library, account }: SeenFromElsewhere): ReasonFact[] {
  const facts = reasons.map(({ code, count, primary, since, evidence }) => ({
    code,
    count,
    primary,
    since: since ?? null,
    evidence: evidence ?? {},
  }));
  return library === null || account === null ? facts : withRoom(facts, () => ({ trashed: library.trashed, email: account.email }));
}

/** Who does not listen may run all the same: a single sync does not listen, and a device that may not speak cannot. */
function agentOf(device: Device, now: number): Sighting<AgentState> {
  switch (presenceOf(device, now)) {
    case 'connected':
      return { is: 'running', since: null };
    case 'lately':
      return { unseen: message('it spoke just now, and does not listen') };
    default:
      return { is: 'away', since: lastHeardAt(device) };
  }
}

/** What holds on a device, from the values that it told. */
export function policyTold({ settings, paused, syncNowUntil }: DeviceAbout): Policy {
  const chosen: Partial<Record<SettingName, string>> = {};
  for (const [name, { value }] of Object.entries(settings)) if (isSettingName(name)) chosen[name] = value;
  const pausing = paused === null ? null : { since: paused.since, until: paused.until ?? ('resumed' as const) };
  return policyOf({ ...AS_USUAL, chosen, paused: pausing, syncNowUntil });
}

type Read<T> = (value: string | number | boolean) => T | null;
const yesNo: Read<boolean> = (value) => (typeof value === 'boolean' ? value : null);
const number: Read<number> = (value) => (typeof value === 'number' ? value : null);
const LINKS = ['none', 'wifi', 'wired', 'cellular'] as const;
const link: Read<(typeof LINKS)[number]> = (value) => LINKS.find((each) => each === value) ?? null;

function readingsOf({ conditions, at }: DeviceAbout, heardAt: number, away: boolean): CheckReadings {
  return {
    link: sighting(conditions['link'], link),
    metered: sighting(conditions['metered'], yesNo),
    roaming: sighting(conditions['roaming'], yesNo),
    portal: sighting(conditions['portal'], yesNo),
    battery: sighting(conditions['battery'], number),
    charging: sighting(conditions['charging'], yesNo),
    'low-power': sighting(conditions['low-power'], yesNo),
    'free-space': sighting(conditions['free-space'], number),
    // It told this, so the server answered it then.
    server: away ? { unseen: message('it is not connected') } : { is: true, since: heardAt },
    'clock-skew': { is: Math.round((at - heardAt) / 1000), since: heardAt },
  };
}

function sighting<T>(told: ConditionTold | undefined, read: Read<T>): Sighting<T> {
  if (told === undefined) return NOT_TOLD;
  if ('unseen' in told) return told;
  const is = read(told.value);
  return is === null ? { unseen: message('this version does not know what it told') } : { is, since: told.since, source: told.source };
}
