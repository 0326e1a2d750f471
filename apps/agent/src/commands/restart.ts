import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tellReason, type ReasonCode } from '@rollcall/protocol';
import { openDevice, type Device } from '../device.ts';
import type { Engine } from '../engine/engine.ts';
import { agentLife, isAlive } from '../life.ts';
import { stateTrouble } from '../state-trouble.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';

/** The note by which a command asks the running agent to begin anew, and the one by which it answers. */
const ASKED = 'restart-asked';
const DONE = 'restart-done';
/** An agent that gets on answers within a second. One that shows no sign of life for so long does not get on. */
const PATIENCE_MS = 20_000;
/** One that showed none for a minute already gets the time of one more sign, as after the machine has slept. */
const STUCK_PATIENCE_MS = 6_000;
/** One that lives, and is busy with its first look or with ending, may take longer. Ending it is safe in any case. */
const BUSY_MS = 90_000;
/** For a new agent to come up on a slow machine. */
const START_MS = 60_000;
const GLANCE_MS = 50;

/** What was under way when an agent was begun anew: it goes on where it was. */
interface UnderWay {
  readonly code: ReasonCode;
  readonly count: number;
}
interface Done {
  readonly ask: string;
  readonly underWay: readonly UnderWay[];
}

/** `answered`: by itself; `replaced`: it was stuck, was ended, and another one runs. */
export type Restarted =
  | { readonly how: 'answered' | 'replaced'; readonly underWay: readonly UnderWay[] }
  | { readonly how: 'not-running' | 'not-ended' | 'not-started'; readonly words: string };

/** Begins the agent anew. Always safe: all that it does survives its end at any instant. */
export async function restart(options: ViewOptions, io: Io): Promise<number> {
  const restarted = await askOrEnd(options.home, io.signal);
  if (restarted === null) return notLinked(io, options.home);
  if (options.json) showJson(io, restarted);
  switch (restarted.how) {
    case 'answered':
    case 'replaced':
      if (!options.json) for (const line of wordsOf(restarted)) say(io, line);
      return EXIT.ok;
    case 'not-running':
    case 'not-ended':
    case 'not-started':
      if (!options.json) complain(io, restarted.words);
      return EXIT.needsYou;
    default:
      return restarted satisfies never;
  }
}

/** Null: nothing is linked there. */
async function askOrEnd(home: string, signal: AbortSignal): Promise<Restarted | null> {
  const began = Date.now();
  let device: Device | null = null;
  try {
    device = openDevice(home, 'go-on');
    return device === null ? null : await beginAnew(device, signal);
  } catch (error) {
    // An agent that stands still in the middle of writing lets nobody else write, not even the question.
    const { process: agent, beat } = agentLife(home, Date.now());
    const stands = stateTrouble(error, home)?.of === 'writer' && agent !== null && agent.once !== true && beat !== null && beat < began;
    if (!stands) throw error;
    return await replace(home, signal);
  } finally {
    device?.close();
  }
}

export async function beginAnew({ home, store }: Pick<Device, 'home' | 'store'>, signal: AbortSignal): Promise<Restarted> {
  const before = agentLife(home, Date.now());
  if (before.state === 'stopped' || before.state === 'ended') {
    const ended =
      before.state === 'ended' ? ' The last one ended without stopping; it left no lock, and nothing is in the way of a new one.' : '';
    return {
      how: 'not-running',
      words: `no agent runs here, so that there is nothing to begin anew.${ended} Start one: rollcall sync --home ${home}`,
    };
  }
  if (before.process?.once === true)
    return {
      how: 'not-running',
      words: `a single sync (rollcall sync --once) runs here, and ends by itself; it can be ended and begun again at any time.`,
    };
  // Who asks while another one does waits for the same answer; of two who ask at once neither may take the other's question away.
  const ask = store.transact(() => restartAsked(store) ?? setAsked(store, randomBytes(8).toString('hex')));
  const asked = Date.now();
  const lives = (): boolean => (agentLife(home, Date.now()).beat ?? 0) > asked;
  const answered =
    (await until(() => answerTo(store, ask), before.state === 'stuck' ? STUCK_PATIENCE_MS : PATIENCE_MS, signal)) ??
    (lives() && !signal.aborted ? await until(() => answerTo(store, ask), BUSY_MS, signal) : null);
  if (answered !== null) return { how: 'answered', underWay: answered.underWay };
  store.transact(() => {
    if (restartAsked(store) === ask) store.setNote(ASKED, null);
  });
  if (signal.aborted)
    return { how: 'not-ended', words: 'the agent did not answer yet, and nobody waits for it any more: it goes on as it was.' };
  return replace(home, signal);
}

/** Ends the process that holds the lock, if it is surely that one, and starts another. */
async function replace(home: string, signal: AbortSignal): Promise<Restarted> {
  const stuck = agentLife(home, Date.now());
  if (stuck.process !== null && isAlive(stuck.process)) process.kill(stuck.process.pid, 'SIGKILL');
  else if (stuck.state === 'running' || stuck.state === 'stuck')
    return {
      how: 'not-ended',
      words: `the agent does not answer, and which process it is cannot be told for certain${stuck.process === null ? '' : ` (it was ${stuck.process.pid})`}. End it, then start it again: rollcall sync --home ${home}. Nothing is lost by that.`,
    };
  const gone = await until(() => !isHeld(home), PATIENCE_MS, signal);
  if (gone === null) return { how: 'not-ended', words: 'the agent does not end; the system keeps it, as when a disk does not answer.' };
  // Whoever looks after a service starts it again; another one beside it would keep it out.
  const service = stuck.process?.service;
  if (service === undefined) startAgent(home);
  const runs = await until(() => isHeld(home), START_MS, signal);
  return runs === null
    ? {
        how: 'not-started',
        words:
          service !== undefined
            ? `the stuck agent was ended, and the service ${service} has not started another one. See how it stands: rollcall service status device`
            : `the stuck agent was ended, and no other one came up; see ${join(home, 'agent.log')}. Start it: rollcall sync --home ${home}`,
      }
    : { how: 'replaced', underWay: [] };
}

const isHeld = (home: string): boolean => ['running', 'stuck'].includes(agentLife(home, Date.now()).state);

/** Goes on when this command has ended; what it says goes to a file in the state folder. */
function startAgent(home: string): void {
  const log = openSync(join(home, 'agent.log'), 'w', 0o600);
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'sync', '--home', home], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.on('error', () => undefined); // That none came up is seen by its lock.
  child.unref();
  closeSync(log);
}

/** Null: nobody asks. */
export function restartAsked(store: DurableStore): string | null {
  return store.note(ASKED);
}

/** What an agent is at; it is said when it has begun anew. */
export function underWayIn(engine: Engine): UnderWay[] {
  const counts = new Map<ReasonCode, number>();
  for (const [, [primary]] of engine.reasons()) {
    if (primary && MOVING.has(primary.code)) counts.set(primary.code, (counts.get(primary.code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, count }));
}

function setAsked(store: DurableStore, ask: string): string {
  store.setNote(ASKED, ask);
  return ask;
}

/** All that ran has ended, and begins anew now. A question that came after this one stays. */
export function answerRestart(store: DurableStore, ask: string, underWay: readonly UnderWay[]): void {
  store.transact(() => {
    store.setNote(DONE, JSON.stringify({ ask, underWay } satisfies Done));
    if (restartAsked(store) === ask) store.setNote(ASKED, null);
  });
}

const MOVING: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'hashing',
  'asking',
  'sending',
  'verifying',
  'committing',
  'awaiting-acknowledgement',
  'downloading',
  'applying',
]);

function answerTo(store: DurableStore, ask: string): Done | null {
  const text = store.note(DONE);
  const done = text === null ? null : (JSON.parse(text) as Done);
  return done?.ask === ask ? done : null;
}

function wordsOf({ how, underWay }: Extract<Restarted, { how: 'answered' | 'replaced' }>): string[] {
  const first =
    how === 'answered' ? 'The agent has begun anew.' : 'The agent did not answer. It was ended, and another one runs in its place.';
  return [
    first,
    ...underWay.map(({ code, count }) => `  ${count}: ${tellReason({ code, since: 0, evidence: {} }).words} It goes on where it was.`),
  ];
}

async function until<T>(look: () => T | null | false, ms: number, signal: AbortSignal): Promise<T | null> {
  const end = performance.now() + ms;
  for (;;) {
    const found = look();
    if (found !== null && found !== false) return found;
    if (performance.now() > end || signal.aborted) return null;
    await wait(GLANCE_MS);
  }
}
