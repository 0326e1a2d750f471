import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { askedRollCall, askForRollCall, dropRollCall, THIS_DEVICE } from '@rollcall/core';
import { mintId } from '@rollcall/protocol';
import { filesWords } from './counted-words.ts';
import { takeStock } from './standing.ts';
import type { Device } from '../device.ts';
import { agentLife } from '../life.ts';
import { agentRuns } from '../lock.ts';
import { deviceFolderTrouble } from '../work/folder-trouble.ts';
import { lastOutcome, outcomeOf, type Outcome } from '../receipts/outcome.ts';
import { prove, type Seen } from '../receipts/prove.ts';

const LOOK_MS = 100;

/**
 * May this device be erased? An agent that runs is asked, for it alone knows what it does; else it is found out here.
 * @param tells hears what goes on, for it may take long
 */
export async function askWhetherErasable(device: Device, signal: AbortSignal, tells: (words: string) => void): Promise<Outcome> {
  const { name } = device.identity;
  while (agentRuns(device.home)) {
    tells(`The agent that runs is asked: it reads every file on ${name} again, and the cloud its own …`);
    const outcome = await askAgent(device, signal);
    if (outcome !== null) return outcome;
  }
  const { identity, store, connection } = device;
  const proof = await prove({
    deviceId: identity.deviceId,
    root: identity.folder,
    store,
    connection,
    signal,
    now: Date.now,
    look: () => lookFrom(device),
    failed: () => true,
    reads: (files) => tells(`Reading ${filesWords(files)} on ${name} again, and the cloud its own …`),
  });
  return outcomeOf(proof, Date.now());
}

/** Null: the agent ended before it answered, or somebody else asked it in between. */
async function askAgent({ home, store }: Device, signal: AbortSignal): Promise<Outcome | null> {
  const order = mintId(Date.now(), randomBytes(10));
  // What somebody asked from elsewhere comes first.
  while (askedRollCall(store) !== null && agentRuns(home)) await wait(LOOK_MS, undefined, { signal });
  askForRollCall(store, order);
  try {
    for (;;) {
      const goesOn = askedRollCall(store) === order && agentRuns(home);
      // Read after that: it may have answered in between.
      const last = lastOutcome(store);
      if (last?.order === order) return last.outcome;
      if (!goesOn) return null;
      if (agentLife(home, Date.now()).state === 'stuck') return { ...NO_ANSWER, at: Date.now() };
      await wait(LOOK_MS, undefined, { signal });
    }
  } finally {
    dropRollCall(store, order);
  }
}

/** An agent that gives no sign of life answers nothing. */
const NO_ANSWER: Omit<Outcome, 'at'> = {
  files: 0,
  bytes: 0,
  ofNobody: { count: 0, first: [] },
  lacks: {
    count: 1,
    first: [
      { what: THIS_DEVICE, where: 'here', why: 'The agent that runs gives no sign of life.', cure: 'Begin it anew: rollcall restart' },
    ],
  },
  signed: null,
  otherKey: false,
};

/** A whole look of a command, which has its turn for as long as it looks. */
async function lookFrom(device: Device): Promise<Seen> {
  const standing = await takeStock(device);
  // The folder may have gone while it was looked at.
  const folder = standing.folder ?? deviceFolderTrouble(device);
  const barred = [folder, standing.server, standing.copy, standing.closing, ...standing.held].filter((trouble) => trouble !== null);
  return {
    // An agent that began meanwhile hears and looks for itself.
    heard: standing.atHead && !standing.running,
    barred: barred.map(({ code, since, evidence }) => ({ code, since, evidence })),
    removals: standing.state.pendingRemovals,
    reasonsOf: standing.reasonsOf,
  };
}
