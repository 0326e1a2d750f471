import { arch, freemem, platform, release, totalmem } from 'node:os';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { WARNINGS, type CheckReadings, type Finding, type Sighting, type WarningTopic, simulatedWords } from '@rollcall/core';
import { CHECK_NAMES, classOf, countWords, sizeWords, tellReason, type Evidence, type ReasonCode } from '@rollcall/protocol';
import type { Device } from '../../device.ts';
import type { Examination } from './examine.ts';
import { PLACE_WORDS, VERDICTS } from './words.ts';

/** What is told of a text that may name somebody or something. */
const LEFT_OUT = '(left out)';
const VERSION = /^\d+(?:\.\d+){0,3}$/;
const ERROR_CODE = /^(?:E[A-Z0-9]{2,30}|(?:ERR|SQLITE|CERT|UNABLE|DEPTH|SELF)_[A-Z0-9_]{2,50}|HTTP \d{3}|no answer)$/;
/** Texts of evidence that are of a program, not of a person: by their names, and by what they look like. All others may name somebody. */
const OF_A_PROGRAM: Readonly<Record<string, RegExp>> = {
  device: VERSION,
  server: VERSION,
  needs: VERSION,
  error: ERROR_CODE,
  needed: /^(?:read|write|read and write|write to)$/,
  was: /^[a-z-]{3,40}$/,
  where: /^(?:link|server)$/,
  by: /^(?:code|signal|set-up)$/,
  result: /^[a-z-]{3,30}$/,
  unit: /^rollcall-device\.service$/,
  names: /^[a-z-]{3,20}(?:, [a-z-]{3,20})*$/,
};

/** What support needs to see, as text that its person can read before sending it: no name of a person, a file, a folder or a machine. */
export function reportText(device: Device, examination: Examination): string {
  const { at, checks, others, groups, places, outcome, state, facts, milliseconds } = examination;
  const findings = [...checks.flatMap((result) => result.findings), ...others];
  const sorted = [...findings.filter(({ verdict }) => verdict === 'broken'), ...findings.filter(({ verdict }) => verdict === 'look')];
  const faults = places.filter((place) => place.state === 'broken');
  const lines = [
    'What stands out',
    '',
    ...(sorted.length === 0 ? ['Nothing: no check is broken, and none asks for a look.'] : sorted.map(standsOut)),
    ...faults.map(({ place }) => `The fault was met at: ${PLACE_WORDS[place]}.`),
    '',
    `Written ${moment(at)} by rollcall doctor. Names of people, files, folders and machines, places and pictures are left out.`,
    '',
    'The seven checks',
    '',
    ...checks.map((result) => `${result.check} ${CHECK_NAMES[result.check]}: ${VERDICTS[result.verdict]}${unseen(result.cannotSee)}`),
    '',
    'Counts',
    '',
    `outcome: ${outcome}`,
    ...Object.entries(state.counts).map(([name, count]) => `${name}: ${count}`),
    `incoming: ${state.incoming}`,
    `pending removals: ${state.pendingRemovals}`,
    `lost with the server: ${state.lost.count}`,
    `up to date: ${state.upToDate ? 'yes' : 'no'}`,
    `changes not yet acknowledged: ${device.store.outboxSize()}`,
    '',
    'Reasons (items that list it, and for which it comes first)',
    '',
    ...groups.map(
      ({ code, count, primary, since, evidence }) =>
        `${code} (${classOf(code)}): ${count}, ${primary}${since === null ? '' : `, since ${moment(since)}`} ${evidenceText(evidence)}`,
    ),
    ...facts.device.map(({ code, since, evidence }) => `${code} (whole device), since ${moment(since)} ${evidenceText(evidence)}`),
    '',
    'Surroundings',
    '',
    ...Object.entries(facts.readings as Record<keyof CheckReadings, Sighting<string | number | boolean>>).map(
      ([name, sighting]) => `${name}: ${'is' in sighting ? `${String(sighting.is)}${simulated(sighting.source)}` : `cannot be seen`}`,
    ),
    ...places.map(({ place, state: met }) => `${PLACE_WORDS[place]}: ${met}`),
    `agent: ${'is' in facts.agent ? facts.agent.is : 'not seen'}`,
    `service: ${serviceText(facts.service)}`,
    `last heard all of the library: ${'is' in facts.heard ? moment(facts.heard.is) : 'never'}`,
    `other devices that are silent: ${facts.silent.length}`,
    '',
    'Settings',
    '',
    ...settingsLines(examination),
    '',
    'Versions and machine',
    '',
    ...('is' in facts.versions
      ? [
          `here ${facts.versions.is.device}, protocol ${facts.versions.is.deviceProtocol ?? '?'}`,
          `server ${facts.versions.is.server}, protocol ${facts.versions.is.serverProtocol}, takes ${facts.versions.is.serverTakes} and newer`,
        ]
      : ['the server’s is not known']),
    `${platform()} ${release()} ${arch()}, Node.js ${process.versions.node}`,
    `memory: ${sizeWords(freemem())} of ${sizeWords(totalmem())} free`,
    `state: ${stateSize(device.home)}`,
    `the examination took ${milliseconds} ms`,
  ];
  return `${clean(lines.join('\n'), device)}\n`;
}

/** In UTC: where somebody lives is nobody's business. */
function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const MOMENT = /(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC([+-])(\d+)(?::(\d\d))?/g;

/** Words tell moments in the zone of this machine; here they are in UTC. */
function inUtc(words: string): string {
  return words.replace(MOMENT, (_, day: string, clock: string, sign: string, hours: string, minutes = '0') => {
    const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
    return moment(Date.parse(`${day}T${clock}Z`) - ahead);
  });
}

function standsOut({ topic, verdict, count, evidence, since, place, simulated: names }: Finding): string {
  const told = scrub(evidence);
  const words = isWarning(topic)
    ? WARNINGS[topic].words({ ...told, name: 'Another device' })
    : tellReason({ code: topic, since: 0, evidence: told }).words;
  return `${verdict}: ${topic}${count > 0 ? `, ${countWords(count, 'item')}` : ''}${since === null ? '' : `, since ${moment(since)}`}, ${PLACE_WORDS[place]}. ${inUtc(words)}${simulatedWords({ simulated: names })}`;
}

const isWarning = (topic: ReasonCode | WarningTopic): topic is WarningTopic => Object.hasOwn(WARNINGS, topic);

/** Numbers and yes or no as they are; of texts only those that a program made up. */
function scrub(evidence: Evidence): Evidence {
  return Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const plain = OF_A_PROGRAM[name]?.test(value) === true;
      return [name, plain ? value : LEFT_OUT];
    }),
  );
}

function evidenceText(evidence: Evidence): string {
  return Object.keys(evidence).length === 0 ? '' : JSON.stringify(scrub(evidence));
}

function unseen(cannotSee: readonly string[]): string {
  return cannotSee.length === 0 ? '' : ` (cannot see: ${cannotSee.map((words) => words.split(':')[0]).join(', ')})`;
}

const simulated = (source: string | undefined): string => (source === 'simulated' ? ' (simulated)' : '');

function settingsLines({ facts: { policy } }: Examination): string[] {
  if (policy === null) return ['not known'];
  const { leaveOut, ...rest } = policy;
  return [
    ...Object.entries(rest).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    `left out: ${leaveOut.names.length} patterns of names, kinds ${leaveOut.kinds.join(', ') || 'none'}`,
  ];
}

function serviceText(service: Examination['facts']['service']): string {
  if (!('is' in service)) return 'not seen';
  if (service.is === 'none') return 'none';
  const { manager, run, atBoot, restarts } = service.is;
  return `of the ${manager}, ${run}, ${atBoot ? 'starts' : 'does not start'} by itself, ${restarts} restarts`;
}

function stateSize(home: string): string {
  try {
    return sizeWords(statSync(join(home, 'device.sqlite')).size);
  } catch (error) {
    return `not readable (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
  }
}

/** What names this device, its person or its server is taken out wherever it got in. */
function clean(text: string, { identity, home }: Device): string {
  const { host, hostname } = new URL(identity.server);
  const names = [
    identity.folder,
    home,
    identity.email,
    identity.server,
    host,
    hostname,
    identity.accountId,
    identity.libraryId,
    identity.deviceId,
  ];
  return names.filter((name) => name.length > 3).reduce((cleaned, name) => cleaned.replaceAll(name, LEFT_OUT), text);
}
