import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { askedRollCall, askForRollCall, dropRollCall } from '@rollcall/core';
import { mintId } from '@rollcall/protocol';
import { takeStock } from './standing.ts';
import type { Device } from '../device.ts';
import { agentRuns } from '../lock.ts';
import { deviceFolderTrouble } from '../work/folder-trouble.ts';
import { lastOutcome, outcomeOf, type Outcome } from '../receipts/outcome.ts';
import { prove, type Seen } from '../receipts/prove.ts';

const LOOK_MS = 100;

/** May this device be erased? An agent that runs is asked, for it alone knows what it does; else it is found out here. */
export async function askWhetherErasable(device: Device, signal: AbortSignal, reads: (files: number) => void): Promise<Outcome> {
  while (agentRuns(device.home)) {
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
    reads,
  });
  return outcomeOf(proof, Date.now());
}

/** Null: the agent ended before it answered, or somebody else asked it in between. */
async function askAgent({ home, store }: Device, signal: AbortSignal): Promise<Outcome | null> {
  const order = mintId(Date.now(), randomBytes(10));
  // What somebody asked from elsewhere comes first.
  while (askedRollCall(store) !== null && agentRuns(home)) await wait(LOOK_MS, undefined, { signal });
  askForRollCall(store, order);
  for (;;) {
    const last = lastOutcome(store);
    if (last?.order === order) return last.outcome;
    const isAsked = askedRollCall(store) === order;
    if (!isAsked || !agentRuns(home)) return settledAfter(store, order);
    await wait(LOOK_MS, undefined, { signal });
  }
}

/** It may have answered in the moment in which it was looked away. */
function settledAfter(store: Device['store'], order: string): Outcome | null {
  const last = lastOutcome(store);
  if (last?.order === order) return last.outcome;
  dropRollCall(store, order);
  return null;
}

/** A whole look of a command, which has its turn for as long as it looks. */
async function lookFrom(device: Device): Promise<Seen> {
  const standing = await takeStock(device);
  // The folder may have gone while it was looked at.
  const folder = standing.folder ?? deviceFolderTrouble(device);
  const barred = [folder, standing.server, standing.copy, ...standing.held].filter((trouble) => trouble !== null);
  return {
    // An agent that began meanwhile hears and looks for itself.
    heard: standing.atHead && !standing.running,
    barred: barred.map(({ code, since, evidence }) => ({ code, since, evidence })),
    removals: standing.state.pendingRemovals,
    reasonsOf: standing.reasonsOf,
  };
}
