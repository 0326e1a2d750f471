import { classOf, sizeWords, tellReason, type Evidence, type ReasonCode, type UploadAnswer } from '@rollcall/protocol';
import { LONGEST_WAIT_MS, type LocalFile, type Trouble } from '../plan/index.ts';
import { forgetRefusals } from './refusals.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, type Unit } from './unit.ts';

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** The wait before try number `tries` (1 is the second): doubling, at most a minute, a quarter of it by chance. */
export function backOff(tries: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 16));
  return Math.round(full * (0.75 + random / 4));
}

/** A trouble that follows another one of the same kind keeps its beginning and counts on. */
export function nextTrouble(
  before: Trouble | null,
  code: ReasonCode,
  evidence: Evidence,
  now: number,
  wait: (tries: number) => number | null,
): Trouble {
  const same = before?.code === code;
  const tries = same ? before.tries + 1 : 1;
  const pause = wait(tries);
  return { code, evidence, tries, since: same ? before.since : now, nextTry: pause === null ? null : now + pause };
}

/** How an item's failure is gone about: a few tries and then a person, tries for ever, or one after so many milliseconds. */
export type Pause = 'few-tries' | 'keep-trying' | number;

/** Tries of one item that fail for the item's own sake, before a person is asked. */
const ITEM_TRIES = 3;

function waitOf(tries: number, pause: Pause, random: number): number | null {
  if (typeof pause === 'number') return pause;
  if (pause === 'few-tries' && tries >= ITEM_TRIES) return null;
  return Math.min(LONGEST_WAIT_MS, 2000 * 3 ** Math.min(tries - 1, 8)) * (0.75 + random / 4);
}

/** What is wrong with one item. */
export interface Failure {
  readonly code: ReasonCode;
  readonly evidence: Evidence;
  readonly pause: Pause;
}
interface Moment {
  readonly now: number;
  /** Of [0, 1). */
  readonly random: number;
}

/** Marks a file with what is wrong with it; after a few tries only a person, or a change of the file, ends it. */
export function noteFileTrouble(store: DeviceStore, file: LocalFile, { code, evidence, pause }: Failure, { now, random }: Moment): void {
  const trouble = givenUp(nextTrouble(file.trouble, code, evidence, now, (tries) => waitOf(tries, pause, random)));
  store.patchFile(file.key, { trouble });
}

/** The same for an asset that is to come. */
export function noteIncomingTrouble(
  store: DeviceStore,
  assetId: string,
  { code, evidence, pause }: Failure,
  { now, random }: Moment,
): void {
  const before = store.incomingState(assetId)?.trouble ?? null;
  const trouble = givenUp(nextTrouble(before, code, evidence, now, (tries) => waitOf(tries, pause, random)));
  store.setIncomingTrouble(assetId, trouble, now);
}

/** What fails for its own sake, and is not tried again, needs a person: it is no longer of the class that retries. */
export function givenUp(trouble: Trouble): Trouble {
  const { code, evidence, nextTry } = trouble;
  if (nextTry !== null || classOf(code) !== 'failing') return trouble;
  return { ...trouble, code: 'given-up', evidence: { ...evidence, was: code, error: evidence['error'] ?? wordsOf(code, evidence) } };
}

const wordsOf = (code: ReasonCode, evidence: Evidence): string => tellReason({ code, since: 0, evidence }).words;

/**
 * Rollcall begins anew: what was given up gets its tries again, and what waited for room on this disk is tried at once, for the room may be
 * another by now. In the caller's transaction; gives the units that it concerns.
 */
export function tryAnew(store: DeviceStore, now: number): Unit[] {
  const units: Unit[] = [];
  for (const { key, hash, trouble } of store.files()) {
    const next = trouble === null ? undefined : begunAnew(trouble, now);
    if (next === undefined) continue;
    store.patchFile(key, { trouble: next });
    if (next === null && hash !== null) forgetRefusals(store, hash);
    units.push(fileUnit(key));
  }
  for (const assetId of store.incoming()) {
    const state = store.incomingState(assetId);
    const next = state?.trouble == null ? undefined : begunAnew(state.trouble, now);
    if (state === null || next === undefined) continue;
    store.setIncomingTrouble(assetId, next, next === null ? now : state.since);
    units.push(assetUnit(assetId));
  }
  return units;
}

/** Null: it is over. Undefined: it stays as it is. */
function begunAnew(trouble: Trouble, now: number): Trouble | null | undefined {
  if (trouble.code === 'given-up') return null;
  return trouble.code === 'device-disk-full' ? { ...trouble, nextTry: now } : undefined;
}

/** A full cloud is asked again after this, or when the library changes; a full disk of the server tells nobody when it has room. */
const QUOTA_PAUSE_MS = 60_000;
const DISK_PAUSE_MS = 5000;
/** The cloud said that it closes before this device had heard so: it hears within that time. */
const CLOSING_PAUSE_MS = 5000;

/** What the cloud's answer to the question for a file's bytes is in its way; null: nothing. */
export function failureOf(answer: UploadAnswer, file: Pick<LocalFile, 'size' | 'mime'>): Failure | null {
  switch (answer.answer) {
    case 'have':
    case 'send':
      return null;
    case 'over-quota':
      if (answer.closes !== undefined) return { code: 'library-closing', evidence: { date: answer.closes }, pause: CLOSING_PAUSE_MS };
      return { code: 'quota-full', evidence: quotaEvidence(answer), pause: QUOTA_PAUSE_MS };
    case 'refused':
      return {
        code: answer.code,
        evidence: { error: answer.words, size: file.size, limit: answer.limit, kind: file.mime },
        pause: pauseOfSend(answer.code, true),
      };
    default:
      return answer satisfies never;
  }
}

/**
 * How long a photo that could not be sent waits. Room comes by itself, and is never given up.
 * @param stop nothing will come of the same again
 */
export function pauseOfSend(code: ReasonCode, stop: boolean): Failure['pause'] {
  if (code === 'server-disk-full') return DISK_PAUSE_MS;
  if (code === 'quota-full') return QUOTA_PAUSE_MS;
  return stop ? 'few-tries' : 'keep-trying';
}

function quotaEvidence({ needed, free, quota }: Extract<UploadAnswer, { answer: 'over-quota' }>): Evidence {
  return { needed, free, ...(quota === undefined ? {} : { quota }), words: `${sizeWords(needed)} needed, ${sizeWords(free)} free` };
}
