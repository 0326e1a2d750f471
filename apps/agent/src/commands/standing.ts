import {
  Census,
  closingTrouble,
  comingTold,
  fetchRank,
  heedClosing,
  type RollState,
  type Conditions,
  planUnit,
  judgeCause,
  readComingRate,
  readUnderWay,
  recountHeld,
  simulatedCause,
  turnsOf,
  withTurn,
  type Cause,
  type Transfer,
  type Waiting,
  type Trouble,
  type Unit,
  withHeld,
  withTold,
} from '@rollcall/core';
import { sortReasons, type ComingTold, type Reason, type ReasonCode } from '@rollcall/protocol';
import { lookAround, type Look } from '../conditions/look-around.ts';
import { noteServer } from '../conditions/since.ts';
import { readWayNotes } from '../conditions/way-notes.ts';
import { answeredAt, hinderedNow, noteAnswered, waySeen } from '../conditions/way-seen.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { unitsToPlan } from '../store/open-units.ts';
import { Courier } from '../engine/courier.ts';
import { refusedCopy } from '../folder/copied-home.ts';
import { noteParted } from '../folder/meet.ts';
import { Naming } from '../folder/naming.ts';
import { Looker } from '../engine/looker.ts';
import { Settlement } from '../work/settle.ts';
import { deviceFolderTrouble, folderTrouble } from '../work/folder-trouble.ts';
import { deviceTrouble, linkTrouble } from '../work/trouble.ts';
import type { Device } from '../device.ts';
import { takeTurn } from '../lock.ts';
import { noteHeard } from './heard.ts';

/** How a device stands at this moment. */
export interface Standing {
  readonly state: RollState;
  /** An agent is running; what it does at this moment is known to it alone. */
  readonly running: boolean;
  readonly server: Trouble | null;
  readonly folder: Trouble | null;
  /** What the person's settings hold back. */
  readonly held: readonly Trouble[];
  /** The library was heard to its end. */
  readonly atHead: boolean;
  /** What makes the way to the server bad, and bars nothing. */
  readonly hindered: readonly Trouble[];
  /** A copy of this device that was refused. */
  readonly copy: Trouble | null;
  /** The library closes. */
  readonly closing: Trouble | null;
  /** What was seen of the surroundings. */
  readonly look: Look;
  /** What is still to come here; null: nothing. */
  readonly coming: ComingTold | null;
  reasonsOf(unit: Unit): readonly Reason[];
  /** All that is not in sync, with its reasons. */
  open(): Iterable<readonly [Unit, readonly Reason[]]>;
}

/** Settings that forbid the link as it is. */
const OF_LINK: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['wifi-only', 'metered', 'roaming', 'mobile-budget-spent']);

/** How long a command waits for the server before it answers with what is known here. */
const PATIENCE_MS = 5000;

/** What bears on every item at this moment. */
export interface Moment {
  readonly running: boolean;
  readonly server: Trouble | null;
  readonly folder: Trouble | null;
  readonly look: Look;
  readonly atHead: boolean;
  readonly conditions: Conditions;
  /** What an agent that runs has under way; it notes it every second. */
  readonly transfers: ReadonlyMap<Unit, Transfer>;
  readonly hindered: readonly Trouble[];
}

/**
 * Looks at the folder and asks the server (unless an agent runs, which does both all the time), and has
 * everything planned. Nothing is sent, fetched or changed in the folder.
 */
export async function takeStock(device: Device): Promise<Standing> {
  const { store } = device;
  const moment = await lookAtMoment(device);
  const { running, server, folder, look, atHead, conditions, hindered, transfers } = moment;
  const census = countAll(store, moment);
  const copy = refusedCopy(store, conditions.now);
  const { closing = null } = conditions;
  const state = withHeld(withDevice(census.state(atHead && store.outboxSize() === 0), conditions), look.held);
  return {
    state: withTold(
      state,
      [copy, closing].filter((trouble) => trouble !== null),
    ),
    closing,
    copy,
    running,
    server,
    folder,
    held: look.held,
    atHead,
    hindered,
    look,
    coming: comingTold(census.coming(transfers), running ? readComingRate(store) : null),
    reasonsOf: withTurns(
      store,
      (unit) => census.reasons(unit),
      () => census,
      transfers,
    ),
    open: () => census.entries(),
  };
}

function countAll(store: DurableStore, { conditions, transfers }: Moment): Census {
  const census = new Census(store);
  for (const unit of unitsToPlan(store, conditions)) census.note(unit, planUnit(store, unit, conditions, transfers));
  return census;
}

async function lookAtMoment(device: Device): Promise<Moment> {
  const { store, identity } = device;
  const lock = await takeTurn(device.home);
  const look = await lookAround(device);
  const naming = new Naming(identity.folder, store);
  let server: Trouble | null = serverAsNoted(device);
  const folder = deviceFolderTrouble(device);
  let atHead = server === null && store.note('at-head') === '1';
  if (lock) {
    try {
      const settlement = new Settlement(store);
      if (folder === null) await lookAtFolder(device, settlement, naming);
      const heard = mayAsk(look.held) ? await hear(device, settlement, PATIENCE_MS, look) : { trouble: null, atHead: false };
      server = heard.trouble;
      atHead = heard.atHead;
    } finally {
      lock.release();
    }
  }
  return momentOf(device, { running: lock === null, server, folder, look, atHead, naming });
}

/** What the planner is asked with; what runs is known to an agent, which notes it every second. */
export function momentOf(
  { store }: Device,
  found: Omit<Moment, 'conditions' | 'transfers' | 'hindered'> & { readonly naming: Naming },
): Moment {
  const { naming, ...moment } = found;
  const { running, server, folder, look } = moment;
  const hindered = running ? hinderedNow(store) : [];
  const conditions: Conditions = {
    now: Date.now(),
    server: server === null ? [] : [server],
    folder: folder === null ? [] : [folder],
    names: naming.rules,
    held: look.held,
    hindered,
    direction: look.policy.direction,
    leaveOut: look.policy.leaveOut,
    compressed: look.policy.storage === 'optimise',
    closing: closingTrouble(store),
  };
  return { ...moment, conditions, hindered, transfers: running ? readUnderWay(store).transfers : new Map() };
}

/** The reasons of single items, planned when they are asked for. */
export function reasonsAt({ store }: Device, moment: Moment): Standing['reasonsOf'] {
  const { conditions, transfers } = moment;
  return withTurns(
    store,
    (unit) => planUnit(store, unit, conditions, transfers)?.plan.reasons ?? [],
    () => countAll(store, moment),
    transfers,
  );
}

async function lookAtFolder({ store, identity }: Device, settlement: Settlement, naming: Naming): Promise<void> {
  const stays = (): boolean => folderTrouble(identity.folder, identity.deviceId, identity.email, Date.now()) === null;
  const options = { rereads: () => false, naming, stays, meets: () => void noteParted(store, identity) };
  await new Looker(identity.folder, store, settlement, Date.now, options).lookAround();
  recountHeld(store);
}

/** The reasons of each unit; one that waits its turn says which that is. */
function withTurns(
  store: DurableStore,
  reasonsOf: (unit: Unit) => readonly Reason[],
  census: () => Census,
  transfers: ReadonlyMap<Unit, Transfer>,
): (unit: Unit) => readonly Reason[] {
  const { throughput } = readWayNotes(store);
  let turns: ReturnType<typeof turnsOf> | null = null;
  return (unit) => {
    const reasons = reasonsOf(unit);
    if (!reasons.some(({ code }) => code === 'queued')) return reasons;
    turns ??= turnsOf(waiting(store, census(), transfers), 'is' in throughput ? throughput.is : null, readComingRate(store));
    return withTurn(reasons, turns.get(unit));
  };
}

/** In the order in which they are sent and fetched. */
function waiting(store: DurableStore, census: Census, transfers: ReadonlyMap<Unit, Transfer>): Waiting[] {
  const all: (Waiting & { readonly rank: number })[] = [];
  for (const [unit, reasons] of census.entries()) {
    const transfer = transfers.get(unit) ?? null;
    if (transfer === null && !reasons.some(({ code }) => code === 'queued')) continue;
    const comes = census.comes(unit);
    const bytes = comes === null ? sizeOf(store, unit) : comes.bytes;
    all.push({ unit, bytes, reasons, transfer, rank: comes === null ? 0 : fetchRank(store, unit) });
  }
  return all.sort((a, b) => b.rank - a.rank);
}

function sizeOf(store: DurableStore, unit: Unit): number {
  return unit.startsWith('f:') ? (store.file(Number(unit.slice(2)))?.size ?? 0) : 0;
}

/** What stands between this device and the cloud is told also when no single photo waits for it. */
function withDevice(state: RollState, conditions: Conditions): RollState {
  return conditions.server.length + conditions.folder.length > 0 ? { ...state, upToDate: false } : state;
}

/** On a link that may not be used nobody is asked: what was last heard is told. */
export function mayAsk(held: readonly Trouble[]): boolean {
  return !held.some(({ code }) => OF_LINK.has(code));
}

/** What an agent, or the command before, noted of the way to the server. */
export function serverAsNoted({ store }: Device): Trouble | null {
  return readTrouble(store.note('server-trouble'));
}

interface Heard {
  readonly trouble: Trouble | null;
  readonly atHead: boolean;
}

/** Takes in what the cloud has to tell, and notes whether it answered. For who has its turn. */
export async function hear(device: Device, settlement: Settlement, patience: number, look: Look): Promise<Heard> {
  const { store, identity } = device;
  const seen = waySeen(look.readings, identity.server, { lastSuccess: answeredAt(store), skew: null, pace: null });
  const found = simulatedCause(seen);
  const asked =
    found === null
      ? await ask(device, settlement, patience, (cause) => judgeCause(cause, seen))
      : { trouble: { ...found, tries: 1, since: Date.now(), nextTry: null }, atHead: false };
  const now = asked.trouble;
  if (found === null) noteServer(store, now?.code ?? null, Date.now());
  const trouble = now === null ? null : sameSince(serverAsNoted(device), now);
  store.setNote('server-trouble', trouble === null ? null : JSON.stringify(trouble));
  if (asked.atHead) noteAnswered(store, Date.now());
  if (asked.atHead && trouble === null) noteHeard(store, Date.now());
  return { trouble, atHead: asked.atHead };
}

async function ask(device: Device, settlement: Settlement, patience: number, judged: (cause: Cause) => Cause): Promise<Heard> {
  let trouble: Trouble | null = null;
  const now = Date.now();
  const note = (found: { code: Trouble['code']; evidence: Trouble['evidence'] } | null): void => {
    if (found) trouble = { ...causeOf(judged(found), now), tries: 1, since: now, nextTry: null };
  };
  const courier = new Courier(
    device.store,
    settlement,
    device.connection,
    {
      touched: () => undefined,
      refused: (refusal) => note(deviceTrouble(refusal)),
      broke: (error) => note(linkTrouble(error)),
      reached: () => undefined,
    },
    Date.now,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      note({ code: 'server-unreachable', evidence: { error: 'no answer' } });
      resolve();
    }, patience);
  });
  await Promise.race([Promise.all([courier.pull(), hearClosing(device, settlement)]), late]);
  clearTimeout(timer);
  return { atHead: courier.atHead, trouble };
}

/** Whether the library closes. A server that does not answer, or knows of no such thing, has said nothing new. */
async function hearClosing({ store, connection }: Device, settlement: Settlement): Promise<void> {
  const answer = await connection.call('deviceOrders', {}).catch(() => null);
  if (answer?.ok === true) await settlement.settle(() => heedClosing(store, answer.value.closing));
}

/** Reasons that concern the device as a whole. */
export function deviceReasons(standing: Standing): Reason[] {
  return sortReasons(
    [standing.folder, standing.server, standing.copy, standing.closing, ...standing.hindered, ...standing.held]
      .filter((trouble) => trouble !== null)
      .map(({ code, since, evidence, nextTry }) => ({ code, since, evidence: nextTry === null ? evidence : { ...evidence, nextTry } })),
  );
}

/** What is to be shown: a time to come is one by the clock. */
function causeOf({ code, evidence: { retryAfter, ...evidence } }: Cause, now: number): Cause {
  return { code, evidence: typeof retryAfter === 'number' ? { ...evidence, until: now + retryAfter } : evidence };
}

function sameSince(before: Trouble | null, now: Trouble): Trouble {
  return before?.code === now.code ? { ...now, since: before.since } : now;
}

function readTrouble(text: string | null): Trouble | null {
  return text === null ? null : (JSON.parse(text) as Trouble);
}
