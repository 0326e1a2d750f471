import { setTimeout as wait } from 'node:timers/promises';
import { openDevice } from '../device.ts';
import { agentLife } from '../life.ts';
import { agentRuns, isWanted, takeDevice, wantDevice, type Lock } from '../lock.ts';
import type { DurableStore } from '../store/durable-store.ts';

/** The note by which a command asks the running agent to look whether somebody wants the device. */
const ASKED = 'device-wanted';
/** An agent that gets on ends what is under way within seconds. */
const PATIENCE_MS = 60_000;
const GLANCE_MS = 100;

/** An agent runs that goes on until it is stopped: one that lets go comes back. */
export function keepsInSync(home: string): boolean {
  const { state, process } = agentLife(home, Date.now());
  return (state === 'running' || state === 'stuck') && process?.once !== true;
}

/** Takes the device, also from an agent that runs, for as long as the lock is held. Null: it does not let go. */
export async function takeOver(home: string): Promise<Lock | null> {
  const wanted = await wantDevice(home);
  if (wanted === null) return null;
  if (agentRuns(home)) ask(home);
  const lock = await takeDevice(home, PATIENCE_MS);
  if (lock === null) {
    wanted.release();
    return null;
  }
  return {
    release: () => {
      lock.release();
      wanted.release();
    },
  };
}

function ask(home: string): void {
  const device = openDevice(home, 'go-on');
  try {
    device?.store.transact(() => device.store.setNote(ASKED, '1'));
  } finally {
    device?.close();
  }
}

/** Somebody waits for the agent to let go. Who asked and has ended meanwhile is forgotten. */
export function mustLetGo(home: string, store: DurableStore): boolean {
  if (store.note(ASKED) === null) return false;
  if (isWanted(home)) return true;
  store.transact(() => store.setNote(ASKED, null));
  return false;
}

/** Until whoever wanted the device is done with it, however that ended. */
export async function handedBack(home: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && isWanted(home)) await wait(GLANCE_MS, undefined, { signal }).catch(() => undefined);
}
