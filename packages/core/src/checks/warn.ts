import { LIMITS, retell, say, type Evidence } from '@rollcall/protocol';
import { isAway, type CheckFacts, type CheckReadings, type Sighting } from './facts.ts';
import { percentTaken, roomLevel } from './room-level.ts';
import { serviceTrouble } from './service.ts';
import type { WarningTopic } from './warning.ts';

export interface Warned {
  readonly topic: WarningTopic;
  readonly evidence: Evidence;
  readonly since: number | null;
}

/** Below this, room on the disk is called little. Bytes. */
const LITTLE_ROOM = 1_000_000_000;
/** Below this there is no room for a compressed version, and what it takes to be written. Bytes. */
const NO_ROOM = 1_000_000;
/** More than this is no delay of the question. Seconds. */
const CLOCK_OFF = 60;

/** What the facts warn of. Nothing here stops a photo: what does, the planner says. */
export function warn(facts: CheckFacts): Warned[] {
  return [
    ...simulated(facts.readings),
    ...clock(facts),
    ...quota(facts),
    ...room(facts),
    ...service(facts),
    ...agent(facts),
    ...silence(facts),
    ...versions(facts),
    ...pictures(facts),
  ];
}

function simulated(readings: CheckReadings): Warned[] {
  const found = Object.entries(readings as Record<string, Sighting<unknown>>).flatMap(([name, sighting]) =>
    'is' in sighting && sighting.source === 'simulated' ? [{ name, since: sighting.since }] : [],
  );
  if (found.length === 0) return [];
  const since = found.reduce<number | null>((first, each) => earlier(first, each.since), null);
  return [{ topic: 'simulated', evidence: { names: found.map(({ name }) => name).join(', ') }, since }];
}

function clock({ readings }: CheckFacts): Warned[] {
  const skew = readings['clock-skew'];
  if (skew === undefined || !('is' in skew) || Math.abs(skew.is) < CLOCK_OFF) return [];
  return [{ topic: 'clock-off', evidence: { seconds: skew.is }, since: skew.since }];
}

function quota({ quota: sighting }: CheckFacts): Warned[] {
  if (!('is' in sighting)) return [];
  const { used, quota: all } = sighting.is;
  const taken = { taken: used, quota: all };
  if (roomLevel(taken) === 'roomy') return [];
  const evidence = { used, quota: all, free: Math.max(0, all - used), percent: percentTaken(taken) };
  return [{ topic: 'quota-nearly-full', evidence, since: sighting.since }];
}

/** @param free bytes */
export function isLittleRoom(free: number): boolean {
  return free < LITTLE_ROOM;
}

function room({ readings, policy }: CheckFacts): Warned[] {
  const free = readings['free-space'];
  if (free === undefined || !('is' in free) || !isLittleRoom(free.is)) return [];
  const topic = policy?.storage === 'optimise' && free.is < NO_ROOM ? 'no-room-to-optimise' : 'disk-nearly-full';
  return [{ topic, evidence: { free: free.is }, since: free.since }];
}

const OF_SERVICE = {
  failed: 'service-failed',
  often: 'service-restarts',
  stopped: 'service-stopped',
  'not-at-boot': 'service-not-at-boot',
} as const satisfies Record<string, WarningTopic>;

function service(facts: CheckFacts): Warned[] {
  const { service: sighting, now } = facts;
  const trouble = troubleOfService(facts);
  if (trouble === null || !('is' in sighting) || sighting.is === 'none') return [];
  const { unit, restarts, last } = sighting.is;
  const ended = last === null ? {} : { by: last.by, value: last.value, result: last.result };
  return [
    {
      topic: OF_SERVICE[trouble],
      evidence: { unit, restarts, ...ended },
      since: trouble === 'not-at-boot' ? null : (sighting.since ?? now),
    },
  ];
}

/** That a person stopped it, and runs the program by themselves, is nothing to tell. */
function troubleOfService({ service: sighting, agent: running, now }: CheckFacts): ReturnType<typeof serviceTrouble> {
  if (!('is' in sighting) || sighting.is === 'none') return null;
  const trouble = serviceTrouble(sighting.is, sighting.since, now);
  return trouble === 'stopped' && 'is' in running && running.is === 'running' ? null : trouble;
}

function agent(facts: CheckFacts): Warned[] {
  const { agent: sighting, reasons, silent } = facts;
  if (!('is' in sighting)) return [];
  const { is, since } = sighting;
  // How the service stands says why nothing runs, and what starts it.
  const ofService = troubleOfService(facts);
  if (ofService !== null && ofService !== 'not-at-boot' && (is === 'stopped' || is === 'ended')) return [];
  const open = 'is' in reasons ? reasons.is.reduce((sum, { code, primary }) => sum + (isLeftOut(code) ? 0 : primary), 0) : 0;
  switch (is) {
    case 'running':
      return [];
    case 'stuck':
      return [{ topic: 'agent-stuck', evidence: { beat: since }, since }];
    case 'ended':
      return [{ topic: 'agent-ended', evidence: { beat: since }, since }];
    case 'stopped':
      return open === 0 ? [] : [{ topic: 'agent-stopped', evidence: { open }, since }];
    case 'away':
      // Of a silent one the server says as much, and since when.
      return open === 0 || silent.length > 0 ? [] : [{ topic: 'not-connected', evidence: { open }, since }];
    default:
      return is satisfies never;
  }
}

const LEFT_OUT: ReadonlySet<string> = new Set([
  'excluded-by-rule',
  'hidden-file',
  'temporary-file',
  'not-a-photo',
  'not-in-this-direction',
]);
const isLeftOut = (code: string): boolean => LEFT_OUT.has(code);

/** Said by the device itself; elsewhere the server says it, which counts only time that it saw pass. */
function silence(facts: CheckFacts): Warned[] {
  const { heard, now } = facts;
  return 'is' in heard && now - heard.is >= LIMITS.silentAfter && !isAway(facts)
    ? [{ topic: 'not-heard-from', evidence: { heard: heard.is }, since: heard.is }]
    : [];
}

function versions({ versions: sighting }: CheckFacts): Warned[] {
  if (!('is' in sighting) || sighting.is.deviceProtocol === null) return [];
  const { deviceProtocol, serverProtocol } = sighting.is;
  if (deviceProtocol === serverProtocol) return [];
  const topic = deviceProtocol < serverProtocol ? 'older-here' : 'older-server';
  return [{ topic, evidence: { device: deviceProtocol, server: serverProtocol }, since: null }];
}

/** One warning for all that is missing. */
function pictures({ missingTools }: CheckFacts): Warned[] {
  if (missingTools.length === 0) return [];
  const told = missingTools.map(({ words, command }) =>
    command === null ? retell(words) : `${retell(words)} ${say('To install it there: {command}', { command })}`,
  );
  const tools = missingTools.map(({ tool }) => tool).join(', ');
  return [{ topic: 'no-pictures', evidence: { tools, words: told.join('; ') }, since: null }];
}

export function earlier(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
