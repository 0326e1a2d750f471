import {
  Gathering,
  otherFindings,
  outcomeOf,
  sevenChecks,
  silenceReason,
  switchedOffReason,
  withRoom,
  type CheckFacts,
  type CheckResult,
  type Finding,
  type Outcome,
  type Probed,
  type ReasonGroup,
  type RollState,
  type Unit,
} from '@rollcall/core';
import { PROTOCOL_VERSION, type Reason } from '@rollcall/protocol';
import { seeService } from '@rollcall/service';
import { freeSpace } from '../../conditions/free-space.ts';
import { roomSince } from '../../conditions/since.ts';
import { heardAt } from '../heard.ts';
import { roomOf } from '../room.ts';
import { deviceReasons, takeStock, type Standing } from '../standing.ts';
import type { Device } from '../../device.ts';
import { agentLife, type AgentLife } from '../../life.ts';
import { VERSION } from '../../version.ts';
import { probe, type Probes } from './probes.ts';

/** How many items of a group are named. */
const NAMES = 5;

/** All that the doctor found. */
export interface Examination {
  readonly at: number;
  readonly facts: CheckFacts;
  readonly checks: readonly CheckResult[];
  /** What belongs to none of the checks. */
  readonly others: readonly Finding[];
  readonly groups: readonly ReasonGroup[];
  readonly places: readonly Probed[];
  readonly outcome: Outcome;
  readonly state: RollState;
  /** How long the planner’s own part took, and all of it; milliseconds. */
  readonly milliseconds: number;
}

/** The planner is asked how everything stands, and each place is probed by itself. */
export async function examine(device: Device): Promise<Examination> {
  const began = performance.now();
  const life = agentLife(device.home, Date.now());
  const standing = await takeStock(device);
  const probes = await probe(device, standing.look);
  const groups = gather(device, standing);
  const facts = factsOf(device, { standing, probes, groups, life });
  return {
    at: facts.now,
    facts,
    checks: sevenChecks(facts),
    others: otherFindings(facts),
    groups,
    places: probes.places,
    outcome: outcomeOf(facts),
    state: standing.state,
    milliseconds: Math.round(performance.now() - began),
  };
}

function gather(device: Device, standing: Standing): ReasonGroup[] {
  const gathering = new Gathering(NAMES);
  for (const [unit, reasons] of standing.open()) gathering.add(() => nameOf(device, unit), reasons);
  const { photos } = device.store.lost();
  for (const { assetId, fileName, since } of photos)
    gathering.add(() => fileName, [{ code: 'lost-with-server', since, evidence: { assetId, fileName } }]);
  return withRoom(gathering.groups(), () => roomOf(device));
}

function nameOf({ store }: Device, unit: Unit): string {
  const id = unit.slice(2);
  return (unit.startsWith('f:') ? store.file(Number(id))?.path : store.remote(id)?.asset.fileName) ?? id;
}

interface Found {
  readonly standing: Standing;
  readonly probes: Probes;
  readonly groups: readonly ReasonGroup[];
  readonly life: AgentLife;
}

function factsOf({ store, identity, home }: Device, { standing, probes, groups, life }: Found): CheckFacts {
  const now = Date.now();
  const { readings, overrides, policy } = standing.look;
  const heard = heardAt(store);
  const { server, library, way } = probes;
  const unasked = { unseen: probes.places.find(({ place }) => place === 'account')?.words ?? 'the server was not asked' };
  return {
    now,
    afar: null,
    reasons: { is: groups, since: null },
    device: withProbed(deviceReasons(standing), probes.trouble),
    readings: {
      ...readings,
      'free-space': roomSince(store, freeSpace(identity.folder, overrides, now), now),
      server: way.server,
      'round-trip': way['round-trip'],
      'clock-skew': way['clock-skew'],
      throughput: way.throughput,
    },
    account: { is: { email: identity.email, server: identity.server }, since: null },
    policy,
    quota: library === null ? unasked : { is: { used: library.bytes + library.reserved, quota: library.quota }, since: null },
    versions:
      server === null
        ? unasked
        : {
            is: {
              device: VERSION,
              deviceProtocol: PROTOCOL_VERSION,
              server: server.version,
              serverProtocol: server.protocol,
              serverTakes: server.minSupported,
            },
            since: null,
          },
    agent: { is: life.state, since: life.beat },
    service: seeService('device', home),
    heard: heard === null ? { unseen: 'this device has not yet heard all of the library' } : { is: heard, since: null },
    silent: probes.others.flatMap((other) => silenceReason(other) ?? []),
    missingTools: probes.missingTools,
    switchedOff: probes.others.flatMap((other) => switchedOffReason(other) ?? []),
    probes: probes.places,
  };
}

/** What only the probe has met just now stands beside what the planner was told: an agent that runs hears of it a moment later. */
function withProbed(reasons: readonly Reason[], trouble: Reason | null): readonly Reason[] {
  return trouble === null || reasons.some(({ code }) => code === trouble.code) ? reasons : [...reasons, trouble];
}
