import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';

/** The system lets go of a lock however its process ends. */
export interface Lock {
  release(): void;
}

/** Files of the locks, below a device's state folder. They are never removed: a process that holds one would hold nothing any more. */
const AGENT = 'agent.sqlite';
const TURN = 'lock.sqlite';
const WANTED = 'wanted.sqlite';
const EXPORT = 'export.sqlite';

const AGAIN_MS = 25;
/** A command that only looks whether an agent runs is in its way for less than this. */
const GLANCE_MS = 1000;
/** Longer than any command that takes a turn; an agent that starts meanwhile waits for it. */
const TURN_MS = 60_000;

/**
 * For who runs the device as a whole: one at a time. Null: another agent runs. A short command that has its
 * turn just now is waited for.
 * @param patience how long an agent that runs is waited for; milliseconds
 */
export async function takeDevice(home: string, patience = GLANCE_MS): Promise<Lock | null> {
  const agent = await until(() => take(home, AGENT), patience);
  if (agent === null) return null;
  const turn = await until(() => take(home, TURN), TURN_MS);
  if (turn === null) {
    agent.release();
    return null;
  }
  return {
    release: () => {
      turn.release();
      agent.release();
    },
  };
}

/** For a command that looks or carries itself while no agent does. Null: an agent runs, and does both. */
export async function takeTurn(home: string): Promise<Lock | null> {
  return until(() => (agentRuns(home) ? 'never' : take(home, TURN)), TURN_MS);
}

/** As `takeTurn`, without waiting for another command that has its turn: whoever only reads goes on without one. */
export function takeTurnNow(home: string): Lock | null {
  return agentRuns(home) ? null : take(home, TURN);
}

/** For who exports the library of a device: one at a time, whether an agent runs or not. Null: another export runs. */
export function takeExport(home: string): Lock | null {
  return take(home, EXPORT);
}

async function until(attempt: () => Lock | 'never' | null, ms: number): Promise<Lock | null> {
  const end = Date.now() + ms;
  for (;;) {
    const lock = attempt();
    if (lock === 'never') return null;
    if (lock !== null || Date.now() > end) return lock;
    await wait(AGAIN_MS);
  }
}

function take(home: string, file: string): Lock | null {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return held(join(home, file), 'begin exclusive');
}

/** For who wants the device of an agent that runs: held for as long as that one is to stay away. Null: somebody else wants it. */
export async function wantDevice(home: string): Promise<Lock | null> {
  return until(() => take(home, WANTED), GLANCE_MS);
}

/** Somebody wants the device, and has not ended. */
export function isWanted(home: string): boolean {
  const glance = held(join(home, WANTED), 'begin; select * from sqlite_master');
  glance?.release();
  return glance === null;
}

/** A shared lock: several may look at once, and none while an agent holds it. */
export function agentRuns(home: string): boolean {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const glance = held(join(home, AGENT), 'begin; select * from sqlite_master');
  glance?.release();
  return glance === null;
}

function held(file: string, begin: string): Lock | null {
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec(begin);
  } catch (error) {
    database.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return { release: () => database.close() };
}
