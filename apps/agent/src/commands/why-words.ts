import { fromAfar, simulatedWords, type Mended } from '@rollcall/core';
import {
  briefReason,
  CHECK_NAMES,
  momentWords,
  type Check,
  type Reason,
  type RollEntry,
  tellReason,
  type ToldReason,
} from '@rollcall/protocol';
import type { ToldHere } from '../conditions/rests-on.ts';
import { otherLine } from './others.ts';
import type { EventTold, PlaceTold } from './story.ts';
import type { Match, WhyTold } from './why.ts';

/** Everything about one photo: whether it is in sync, where it is, what became of it, and what else to know. */
export function whyLines(told: WhyTold): string[] {
  const { reasons, story, mended, smaller, deletion, silent, switchedOff } = told;
  const lines = [
    told.name,
    ...(reasons.length === 0 ? [inSyncWords(told)] : [...reasonLines(reasons), ...restLines(told), ...safeLines(told)]),
  ];
  if (smaller !== null) lines.push(smaller);
  if (deletion !== null) lines.push(`It is in Recently Deleted. ${deletion} To bring it back: rollcall trash restore ${told.assetId}`);
  lines.push(...story.places.flatMap(placeLines));
  if (story.history.length > 0) lines.push('History:', ...story.history.map(eventLine));
  if (story.from !== null) lines.push(knownHere(story.from));
  if (mended) lines.push(mendedWords(mended));
  lines.push(...[...silent, ...switchedOff].map(otherLine));
  return lines;
}

function knownHere({ at, why }: NonNullable<WhyTold['story']['from']>): string {
  const heard = at === null ? 'which never heard of all that is there' : `as of ${momentWords(at)}`;
  if (why === 'not-told') return `The cloud was not asked: it was not told of this file yet. This is what is known here, ${heard}.`;
  const asked =
    why === 'held-back' ? 'The cloud was not asked: the settings of this device do not allow it now' : 'The cloud did not answer';
  return `${asked}. This is what is known here, ${heard}; there may be more in its history.`;
}

/** What goes on by itself does so only where an agent runs, and gets on. */
function restLines({ reasons, running, stuck }: WhyTold): string[] {
  const [primary] = reasons;
  if (primary === undefined || !['moving', 'waiting', 'failing'].includes(primary.class)) return [];
  if (stuck !== null) return [`${stuck.words} ${stuck.cure}`];
  return !running ? ['Nothing syncs here just now: it goes on once you start it: rollcall sync.'] : [];
}

/** What is not in sync, and is safe all the same, says so. */
function safeLines({ safe }: WhyTold): string[] {
  return safe ? ['Its bytes are in the cloud, and safe there.'] : [];
}

function inSyncWords({ story, deletion, file, absent, sidecarOf }: WhyTold): string {
  const cloud = story.places.find(({ where }) => where === 'cloud')?.state;
  if (cloud === 'damaged')
    return 'Its bytes here are as they were agreed on; those in the cloud are damaged, and this device gives them back when it syncs.';
  if (deletion !== null) return 'In sync: it was deleted, and is not here.';
  if (file === null && absent !== null) return `In the cloud, and not to be here: ${absent.words}`;
  if (file === null)
    return cloud === 'safe' ? 'In the cloud, and to be here as it is: nothing waits.' : 'It is in the library no more, and not here.';
  if (story.places.some(({ path, state, asOf }) => asOf === null && path === file && state === 'compressed'))
    return 'In sync: the original is in the cloud, and a compressed copy of it is here.';
  if (sidecarOf !== null) return `In sync: it is in the cloud with its photo, ${sidecarOf}, and its bytes here are the same.`;
  return 'In sync: it is in the cloud, and its bytes here are the same.';
}

function reasonLines(reasons: readonly ToldHere[]): string[] {
  return reasons.flatMap((reason, at) => [
    `${at === 0 ? 'Not in sync' : 'Also'}: ${reason.words}${simulatedWords(reason)}`,
    `  since ${momentWords(reason.since)}${reason.check === null ? '' : `; check ${reason.check}, ${CHECK_NAMES[reason.check as Check]}`}`,
    `  ends with: ${reason.ends.words}`,
    `  to do: ${reason.cure}`,
  ]);
}

function placeLines({ where, state, words, path, reasons, asOf, asLastHeard }: PlaceTold): string[] {
  const heard = asOf === null ? '' : ` (${asLastHeard ? 'as last heard, ' : ''}as of ${momentWords(asOf)})`;
  const told = `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  const line = `${where}: ${told}${path === null || state === 'not-here' ? '' : `, ${path}`}${heard}`;
  return [line, ...(asOf === null ? [] : reasons.map((reason) => `  ${shortly(reason, where)}`))];
}

/** Why it is so on another device; of some reasons no figures are told. */
function shortly(reason: Reason, name: string): string {
  const { words, cure } = Object.keys(reason.evidence).length === 0 ? briefReason(reason.code) : tellReason(reason);
  return fromAfar(`${words} ${cure}`.trim(), name, reason.evidence);
}

function eventLine({ at, words }: EventTold): string {
  return `  ${momentWords(at)}  ${words}`;
}

function mendedWords({ at }: Mended): string {
  return `On ${momentWords(at)} this disk gave other bytes than were written. They are kept as a version; the good ones came back from the cloud. Check the disk.`;
}

const STATES: Readonly<Record<Match['state'], string>> = {
  live: 'in the cloud',
  trashed: 'in Recently Deleted',
  purged: 'deleted for good',
  'not-in-library': 'not in the cloud yet',
};

export function matchLines(name: string, matches: readonly Match[]): string[] {
  return [
    `${matches.length} photos are called ${name}. Which one? rollcall why ID, or its path:`,
    ...matches.map(
      ({ file, assetId, capturedAt, state }) =>
        `  ${[assetId ?? '(no id yet)', capturedAt?.slice(0, 10) ?? '', STATES[state], file ?? 'not here'].filter((part) => part !== '').join('  ')}`,
    ),
  ];
}

type Elsewhere = Pick<RollEntry, 'path' | 'inSync'> & {
  readonly device: string;
  readonly asOf: number;
  readonly reasons: readonly ToldReason[];
};

export function elsewhereLines(name: string, found: readonly Elsewhere[], more: boolean): string[] {
  return [
    `${name} is not here and not in the cloud yet; other devices have what goes by that name:`,
    ...found.flatMap(({ device, path, asOf, reasons }) => [
      `${device}: ${path} (as of ${momentWords(asOf)})`,
      ...reasons.map(({ words, cure, evidence }) => `  ${fromAfar(`${words} ${cure}`, device, evidence)}`),
    ]),
    ...(more ? ['There are more.'] : []),
  ];
}
