import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  distinctLines,
  fileUnit,
  isOfNobody,
  lacksOf,
  rollDigest,
  safeToDelete,
  stampOf,
  THIS_DEVICE,
  type FoundThere,
  type Lack,
  type LocalFile,
  type SafetyFacts,
  type Touched,
  type Uncalled,
  type Unit,
} from '@rollcall/core';
import { LIMITS, rollCallText, say, tellReason, type Reason, type RollCallLine, type SignedReceipt } from '@rollcall/protocol';
import type { Connection } from '../server/connection.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { callItem, type CalledItem } from '../work/call-items.ts';
import { linkTrouble } from '../work/trouble.ts';
import { noteKey } from './keys.ts';
import { isSigned } from './signature.ts';

/** Bytes whose reading one question asks of the server, at most; a single file may have more. */
const BYTES_A_QUESTION = 2_000_000_000;

/** How a device was found by a whole look of its folder, and when the library had been heard. */
export interface Seen {
  /** The library was heard to its end. */
  readonly heard: boolean;
  /** What stands between here and the server or before the folder, and what the settings hold back. */
  readonly barred: readonly Reason[];
  /** Photos that are missing here and whose deletion is not done. */
  readonly removals: number;
  reasonsOf(unit: Unit): readonly Reason[];
}

/** The device whose erasing is asked about. */
export interface Ground {
  readonly deviceId: string;
  readonly root: string;
  readonly store: DurableStore;
  readonly connection: Pick<Connection, 'call'>;
  readonly signal: AbortSignal;
  now(): number;
  look(): Promise<Seen>;
  /** Takes what ended a question; false: it is nobody’s trouble but a fault of this program. */
  failed(error: unknown): boolean;
  /** Told before the reading begins: how many files there are. */
  reads?(files: number): void;
}

/** What came of it: `lacks` is empty exactly when there is a receipt, and then alone the device may be erased. */
export interface Proof {
  readonly facts: SafetyFacts;
  readonly lacks: readonly Lack[];
  readonly signed: SignedReceipt | null;
  readonly files: number;
  /** Of what answered here. */
  readonly bytes: number;
  /** Files of the system’s own making: they are not kept, and nobody misses them. */
  readonly ofNobody: readonly string[];
  /** The server signs with another key than those that this device knew. */
  readonly otherKey: boolean;
}

/** What was called, in the order of the files. */
interface Call {
  readonly items: CalledItem[];
  readonly files: ReadonlyMap<number, LocalFile>;
  readonly leftOut: Uncalled[];
  readonly ofNobody: string[];
}

/** What the server said. */
interface Answers {
  readonly proofId: string | null;
  /** For each item that answered, in order. */
  readonly there: readonly (FoundThere | null)[];
  readonly trouble: Lack | null;
}

const NOTHING: Call = { items: [], files: new Map(), leftOut: [], ofNobody: [] };
const UNASKED: Answers = { proofId: null, there: [], trouble: null };

/**
 * May this device be erased? Every file on it is read again and matched to what the library has, the server reads its own bytes of the same
 * again, the folder is looked at once more; and if then nothing is lacking, the server signs. Whatever is not known, or not now, is no.
 * Rejects only with the reason of `signal`.
 */
export async function prove(ground: Ground): Promise<Proof> {
  const before = await ground.look();
  const isBarred = before.barred.length > 0;
  const call = isBarred ? NOTHING : await callAll(ground, before);
  const answers = isBarred ? UNASKED : await askAll(ground, call.items);
  const after = isBarred ? before : await ground.look();
  const madeAt = ground.now();
  const changed = isBarred ? [] : await changesSince(ground, call);
  const queued = ground.store.outboxSize();
  const whole = { items: call.items, there: answers.there };
  const lacks = lacksOf({
    ...whole,
    leftOut: call.leftOut,
    changed,
    trouble: answers.trouble,
    barred: after.barred,
    queued,
    removals: after.removals,
  });
  if (!after.heard && lacks.length === 0) lacks.push(lack(say('The library was not heard to its end.')));
  if (!isBarred && call.items.length === 0 && lacks.length === 0)
    lacks.push(lack(say('No photo is on it: there is nothing to prove.'), say('Nothing to do.')));
  const facts: SafetyFacts = {
    call: whole,
    madeAt,
    now: ground.now(),
    upToDate: after.heard && queued === 0 && after.removals === 0,
    obstructed: after.barred.length > 0 || answers.trouble !== null,
    changed: changed.length,
    leftOut: call.leftOut.length,
  };
  const found = {
    facts,
    lacks,
    signed: null,
    files: call.items.length,
    bytes: call.items.reduce((sum, { size }) => sum + size, 0),
    ofNobody: call.ofNobody,
    otherKey: false,
  };
  ground.signal.throwIfAborted();
  if (lacks.length > 0 || !safeToDelete(facts).safe || answers.proofId === null)
    return { ...found, lacks: lacks.length > 0 ? lacks : [lack(say('It is not certain that all of it is safe.'))] };
  const sealed = await seal(ground, answers.proofId, call);
  if ('why' in sealed) return { ...found, facts: { ...facts, obstructed: true }, lacks: [sealed] };
  return { ...found, signed: sealed, otherKey: noteKey(ground.store, sealed.key) === 'other' };
}

async function callAll({ root, store, signal, reads }: Ground, { reasonsOf }: Seen): Promise<Call> {
  const call = { items: [] as CalledItem[], files: new Map<number, LocalFile>(), leftOut: [] as Uncalled[], ofNobody: [] as string[] };
  const files = store.files();
  reads?.(files.length);
  for (const file of files) {
    signal.throwIfAborted();
    call.files.set(file.key, file);
    const reason = reasonsOf(fileUnit(file.key))[0];
    const item = await callItem({ root, store, signal }, file, reason);
    if (item !== null) call.items.push(item);
    else if (isOfNobody(file.path)) call.ofNobody.push(file.path);
    else call.leftOut.push({ path: file.path, why: reason ? tellReason(reason).words : say('It is left out.') });
  }
  return call;
}

/** Has the server read its own bytes of what answered here; what it did not say is null. */
async function askAll({ connection, signal, failed }: Ground, items: readonly CalledItem[]): Promise<Answers> {
  const answering = items.filter((item): item is CalledItem & { line: RollCallLine } => item.line !== null);
  if (answering.length === 0) return UNASKED;
  const found = new Map<string, FoundThere>();
  const there = (): (FoundThere | null)[] => answering.map(({ line }) => found.get(rollCallText(line)) ?? null);
  try {
    const begun = await connection.call('beginProof', { body: {} });
    if (!begun.ok) {
      const isOld = begun.refusal.status === 404;
      return {
        proofId: null,
        there: there(),
        trouble: isOld ? lack(say('This server is too old to sign a receipt.'), say('Update the server.')) : lack(begun.refusal.words),
      };
    }
    const { proofId } = begun.value;
    for (const part of inParts(answering)) {
      signal.throwIfAborted();
      const answer = await connection.call('proveLines', { params: { proofId }, body: { lines: part } });
      if (!answer.ok) return { proofId: null, there: there(), trouble: lack(answer.refusal.words) };
      for (const [at, line] of part.entries()) {
        const said = answer.value.found[at];
        if (said) found.set(rollCallText(line), said);
      }
    }
    return { proofId, there: there(), trouble: null };
  } catch (error) {
    signal.throwIfAborted();
    if (!failed(error)) throw error;
    return { proofId: null, there: there(), trouble: lostLink(error) };
  }
}

function* inParts(items: readonly (CalledItem & { readonly line: RollCallLine })[]): IterableIterator<RollCallLine[]> {
  const sizes = new Map(items.map(({ line, size }) => [rollCallText(line), size]));
  let part: RollCallLine[] = [];
  let bytes = 0;
  for (const line of distinctLines(items.map((item) => item.line))) {
    const size = sizes.get(rollCallText(line)) ?? 0;
    if (part.length > 0 && (part.length === LIMITS.rollCallLines || bytes + size > BYTES_A_QUESTION)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(line);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

/** What is not as it was called, and what came since, by the look that was just made and by the disk. */
async function changesSince({ root, store }: Ground, { files, items }: Call): Promise<Touched[]> {
  const called = new Set(items.map(({ path }) => path));
  const changed: Touched[] = [];
  const seen = new Set<number>();
  for (const file of store.files()) {
    seen.add(file.key);
    const before = files.get(file.key);
    if (before === undefined || (before.path !== file.path && called.has(before.path))) {
      if (!isOfNobody(file.path)) changed.push({ path: file.path, how: 'new' });
    } else if (called.has(before.path) && before.missingSince === null) {
      const now = file.missingSince === null ? await stampAt(join(root, file.path)) : null;
      if (now === null) changed.push({ path: file.path, how: 'gone' });
      else if (now !== before.stamp || file.stamp !== before.stamp) changed.push({ path: file.path, how: 'changed' });
    }
  }
  for (const [key, { path }] of files) if (!seen.has(key) && called.has(path)) changed.push({ path, how: 'gone' });
  return changed;
}

/** Null: it is gone, or not to be looked at. */
async function stampAt(path: string): Promise<string | null> {
  try {
    return stampOf(await lstat(path, { bigint: true }));
  } catch {
    return null;
  }
}

/** The receipt, if it says of this device what this device has read; else why not. */
async function seal({ connection, signal, deviceId, store, failed }: Ground, proofId: string, call: Call): Promise<SignedReceipt | Lack> {
  const lines = distinctLines(call.items.flatMap(({ line }) => line ?? []));
  const digest = rollDigest(lines);
  const isStandIn = new Set([...call.files.values()].filter(({ standIn }) => standIn != null).map(({ path }) => path));
  const told = {
    files: call.items.length,
    standIns: call.items.filter(({ path }) => isStandIn.has(path)).length,
    leftOut: { count: call.ofNobody.length, first: call.ofNobody.slice(0, LIMITS.missingTold) },
  };
  try {
    const answer = await connection.call('sealProof', { params: { proofId }, body: { digest, told } });
    if (!answer.ok) return lack(answer.refusal.words);
    const signed = answer.value;
    const { receipt } = signed;
    const isOurs = receipt.digest === digest && receipt.resources === lines.length && receipt.device.id === deviceId;
    if (!isOurs || receipt.library !== store.identity()?.libraryId || !isSigned(signed))
      return lack(say('The receipt of the server does not say what was asked.'), say('Whoever looks after the server should see to it.'));
    return signed;
  } catch (error) {
    signal.throwIfAborted();
    if (!failed(error)) throw error;
    return lostLink(error);
  }
}

function lostLink(error: unknown): Lack {
  const { words, cure } = tellReason({ ...linkTrouble(error), since: Date.now() });
  return lack(words, cure);
}

/** Something that concerns the device as a whole, and the cloud. */
function lack(why: string, cure = say('Call the roll again.')): Lack {
  return { what: THIS_DEVICE, where: 'cloud', why, cure };
}
