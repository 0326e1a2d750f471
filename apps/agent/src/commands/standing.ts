import {
  Census,
  type RollState,
  allUnits,
  type Conditions,
  planUnit,
  recountHeld,
  type Trouble,
  type Unit,
  withHeld,
} from '@rollcall/core';
import { sortReasons, type Reason, type ReasonCode } from '@rollcall/protocol';
import { lookAround, type Look } from '../conditions/look-around.ts';
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
  let server: Trouble | null = serverAsNoted(device);
  const folder = folderTrouble(identity.folder, identity.deviceId, identity.email, Date.now());
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
      const asked = mayAsk(allowed.held) ? await hear(device, settlement, PATIENCE_MS) : { trouble: null, atHead: false };
      server = asked.trouble;
      atHead = asked.atHead;
    } finally {
      lock.release();
    }
  }
  const conditions = conditionsOf({ server, folder, naming, allowed });
  const census = new Census(store);
  // What is plainly in sync has nothing to say, but while the folder is away, or where rules leave it out.
  const { names, kinds } = allowed.policy.leaveOut;
  const plain = folder === null && names.length === 0 && kinds.length === 0;
  for (const unit of plain ? openUnits(store) : allUnits(store)) census.note(unit, planUnit(store, unit, conditions, new Map()));
  return {
    state: withHeld(withDevice(census.state(atHead && store.outboxSize() === 0), conditions), allowed.held),
    running: lock === null,
    server,
    folder,
    held: allowed.held,
    reasonsOf: (unit) => census.reasons(unit),
  };
}

/** What stands between this device and the cloud is told also when no single photo waits for it. */
function withDevice(state: RollState, conditions: Conditions): RollState {
  return conditions.server.length + conditions.folder.length > 0 ? { ...state, upToDate: false } : state;
}

/** On a link that may not be used nobody is asked: what was last heard is told. */
export function mayAsk(held: readonly Trouble[]): boolean {
  return !held.some(({ code }) => OF_LINK.has(code));
}

interface Found {
  readonly server: Trouble | null;
  readonly folder: Trouble | null;
  readonly naming: Naming;
  readonly allowed: Look;
}

/** What the planner is asked with. */
export function conditionsOf({ server, folder, naming, allowed }: Found): Conditions {
  return {
    now: Date.now(),
    server: server === null ? [] : [server],
    folder: folder === null ? [] : [folder],
    names: naming.rules,
    held: allowed.held,
    direction: allowed.policy.direction,
    leaveOut: allowed.policy.leaveOut,
  };
}

/** What an agent, or the command before, noted of the way to the server. */
export function serverAsNoted({ store }: Device): Trouble | null {
  return readTrouble(store.note('server-trouble'));
}

/** Takes in what the cloud has to tell, and notes whether it answered. For who has its turn. */
export async function hear(device: Device, settlement: Settlement, patience: number): Promise<Heard> {
  const { store } = device;
  const asked = await ask(device, settlement, patience);
  const trouble = asked.trouble === null ? null : sameSince(serverAsNoted(device), asked.trouble);
  store.setNote('server-trouble', trouble === null ? null : JSON.stringify(trouble));
  if (asked.atHead && trouble === null) noteHeard(store, Date.now());
  return { trouble, atHead: asked.atHead };
}

interface Heard {
  readonly trouble: Trouble | null;
  readonly atHead: boolean;
}

async function ask(device: Device, settlement: Settlement, patience: number): Promise<Heard> {
  let trouble: Trouble | null = null;
  const now = Date.now();
  const note = (found: { code: Trouble['code']; evidence: Trouble['evidence'] } | null): void => {
    if (found) trouble = { code: found.code, evidence: found.evidence, tries: 1, since: now, nextTry: null };
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
  await Promise.race([courier.pull(), late]);
  clearTimeout(timer);
  return { atHead: courier.atHead, trouble };
}

/** Reasons that concern the device as a whole. */
export function deviceReasons(standing: Standing): Reason[] {
  return sortReasons(
    [standing.folder, standing.server, ...standing.held]
      .filter((trouble) => trouble !== null)
      .map(({ code, since, evidence }) => ({ code, since, evidence })),
  );
}

function sameSince(before: Trouble | null, now: Trouble): Trouble {
  return before?.code === now.code ? { ...now, since: before.since } : now;
}

function readTrouble(text: string | null): Trouble | null {
  return text === null ? null : (JSON.parse(text) as Trouble);
}
