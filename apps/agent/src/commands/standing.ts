import {
  Census,
  type RollState,
  allUnits,
  type Conditions,
  planUnit,
  judgeCause,
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
  shownResource,
} from '@rollcall/core';
import { sortReasons, type Reason, type ReasonCode } from '@rollcall/protocol';
import { lookAround } from '../conditions/look-around.ts';
import { readWayNotes } from '../conditions/way-notes.ts';
import { answeredAt, hinderedNow, noteAnswered, waySeen } from '../conditions/way-seen.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { openUnits } from '../store/open-units.ts';
import { Courier } from '../engine/courier.ts';
import { noteParted } from '../folder/meet.ts';
import { Naming } from '../folder/naming.ts';
import { Looker } from '../engine/looker.ts';
import { Settlement } from '../work/settle.ts';
import { folderTrouble } from '../work/folder-trouble.ts';
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
  /** What makes the way to the server bad, and bars nothing. */
  readonly hindered: readonly Trouble[];
  reasonsOf(unit: Unit): readonly Reason[];
}

/** Settings that forbid the link as it is. */
const OF_LINK: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['wifi-only', 'metered', 'roaming', 'mobile-budget-spent']);

/** How long a command waits for the server before it answers with what is known here. */
const PATIENCE_MS = 5000;

/**
 * Looks at the folder and asks the server (unless an agent runs, which does both all the time), and has
 * everything planned. Nothing is sent, fetched or changed in the folder.
 */
export async function takeStock(device: Device): Promise<Standing> {
  const { store, identity } = device;
  const lock = await takeTurn(device.home);
  const allowed = await lookAround(device);
  const naming = new Naming(identity.folder, store);
  let server: Trouble | null = readTrouble(store.note('server-trouble'));
  const folder = folderTrouble(identity.folder, identity.deviceId, identity.email, Date.now());
  const seen = waySeen(allowed.readings, identity.server, { lastSuccess: answeredAt(store), skew: null, pace: null });
  let atHead = server === null && store.note('at-head') === '1';
  if (lock) {
    try {
      const settlement = new Settlement(store);
      const stays = (): boolean => folderTrouble(identity.folder, identity.deviceId, identity.email, Date.now()) === null;
      const look = { rereads: false, naming, stays, meets: () => void noteParted(store, identity) };
      if (folder === null) {
        await new Looker(identity.folder, store, settlement, Date.now, look).lookAround();
        recountHeld(store);
      }
      // On a link that may not be used nobody is asked: what was last heard is told.
      const asked = allowed.held.some(({ code }) => OF_LINK.has(code))
        ? { trouble: null, atHead: false }
        : await ask(device, settlement, (cause) => judgeCause(cause, seen));
      const found = simulatedCause(seen);
      const trouble = found === null ? asked.trouble : { ...found, tries: 1, since: Date.now(), nextTry: null };
      server = trouble === null ? null : sameSince(server, trouble);
      store.setNote('server-trouble', server === null ? null : JSON.stringify(server));
      atHead = asked.atHead;
      if (asked.atHead) noteAnswered(store, Date.now());
      if (atHead && server === null) noteHeard(store, Date.now());
    } finally {
      lock.release();
    }
  }
  // What runs is known to the agent, which notes it every second.
  const transfers = lock === null ? readUnderWay(store).transfers : new Map<Unit, Transfer>();
  const hindered = lock === null ? hinderedNow(store) : [];
  const conditions: Conditions = {
    now: Date.now(),
    server: server === null ? [] : [server],
    folder: folder === null ? [] : [folder],
    names: naming.rules,
    held: allowed.held,
    hindered,
    direction: allowed.policy.direction,
    leaveOut: allowed.policy.leaveOut,
  };
  const census = new Census(store);
  // What is plainly in sync has nothing to say, but while the folder is away, or where rules leave it out.
  const { names, kinds } = allowed.policy.leaveOut;
  const plain = folder === null && names.length === 0 && kinds.length === 0;
  for (const unit of plain ? openUnits(store) : allUnits(store)) census.note(unit, planUnit(store, unit, conditions, transfers));
  return {
    state: withHeld(withDevice(census.state(atHead && store.outboxSize() === 0), conditions), allowed.held),
    running: lock === null,
    server,
    folder,
    held: allowed.held,
    hindered,
    reasonsOf: withTurns(device, census, transfers),
  };
}

/** The reasons of each unit; one that waits its turn says which that is. */
function withTurns({ store }: Device, census: Census, transfers: ReadonlyMap<Unit, Transfer>): (unit: Unit) => readonly Reason[] {
  const { throughput } = readWayNotes(store);
  let turns: ReturnType<typeof turnsOf> | null = null;
  return (unit) => {
    const reasons = census.reasons(unit);
    if (!reasons.some(({ code }) => code === 'queued')) return reasons;
    turns ??= turnsOf(waiting(store, census, transfers), 'is' in throughput ? throughput.is : null);
    return withTurn(reasons, turns.get(unit));
  };
}

function* waiting(store: DurableStore, census: Census, transfers: ReadonlyMap<Unit, Transfer>): IterableIterator<Waiting> {
  for (const [unit, reasons] of census.entries()) {
    const transfer = transfers.get(unit) ?? null;
    if (transfer !== null || reasons.some(({ code }) => code === 'queued')) yield { unit, bytes: bytesOf(store, unit), reasons, transfer };
  }
}

function bytesOf(store: DurableStore, unit: Unit): number {
  if (unit.startsWith('f:')) return store.file(Number(unit.slice(2)))?.size ?? 0;
  const remote = store.remote(unit.slice(2));
  return remote === null ? 0 : (shownResource(remote)?.size ?? 0);
}

/** What stands between this device and the cloud is told also when no single photo waits for it. */
function withDevice(state: RollState, conditions: Conditions): RollState {
  return conditions.server.length + conditions.folder.length > 0 ? { ...state, upToDate: false } : state;
}

async function ask(
  device: Device,
  settlement: Settlement,
  judged: (cause: Cause) => Cause,
): Promise<{ atHead: boolean; trouble: Trouble | null }> {
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
    }, PATIENCE_MS);
  });
  await Promise.race([courier.pull(), late]);
  clearTimeout(timer);
  return { atHead: courier.atHead, trouble };
}

/** Reasons that concern the device as a whole. */
export function deviceReasons(standing: Standing): Reason[] {
  return sortReasons(
    [standing.folder, standing.server, ...standing.hindered, ...standing.held]
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
