import { setTimeout as wait } from 'node:timers/promises';
import type { Change, MutationResult } from '@rollcall/protocol';
import { tellReason } from '@rollcall/protocol';
import type { Device } from '../device.ts';
import { takeTurn } from '../lock.ts';
import { Courier } from '../engine/courier.ts';
import { Settlement } from '../work/settle.ts';
import { deviceTrouble, linkTrouble } from '../work/trouble.ts';

export type Delivered =
  | { readonly ok: true; readonly results: readonly (MutationResult | null)[] }
  | { readonly ok: false; readonly words: string };

/** How long a running agent is given to carry what was queued. */
const CARRY_MS = 15_000;

/**
 * Queues changes and waits until the server has taken them: carried by this command itself, or by the agent
 * that runs. A result is null when the agent has dropped the entry before it could be read here.
 * When the server cannot be reached the changes stay queued, and go with the next sync.
 */
export async function deliver(device: Device, changes: readonly Change[]): Promise<Delivered> {
  const { store } = device;
  return carryQueued(
    device,
    store.transact(() => changes.map((change) => store.queue(change, null, Date.now()))),
  );
}

/** Waits until the server has taken what is queued under these numbers. */
export async function carryQueued(device: Device, numbers: readonly number[]): Promise<Delivered> {
  const { store } = device;
  const lock = await takeTurn(device.home);
  const results = new Map<number, MutationResult>();
  const read = (): void => {
    for (const entry of store.outbox()) if (entry.result) results.set(entry.n, entry.result);
  };
  if (lock) {
    try {
      const words = await carry(device, read);
      if (words !== null) return { ok: false, words };
    } finally {
      lock.release();
    }
  } else {
    const until = Date.now() + CARRY_MS;
    for (;;) {
      read();
      const open = new Set(
        store
          .outbox()
          .filter((entry) => entry.result === null)
          .map((entry) => entry.n),
      );
      if (!numbers.some((n) => open.has(n))) break;
      if (Date.now() > until)
        return { ok: false, words: 'The agent that runs has not reached the server yet; it is queued and goes by itself.' };
      await wait(50);
    }
  }
  return { ok: true, results: numbers.map((n) => results.get(n) ?? null) };
}

/** Null, or what stood in the way. */
async function carry(device: Device, read: () => void): Promise<string | null> {
  let words: string | null = null;
  const say = (found: ReturnType<typeof deviceTrouble> | ReturnType<typeof linkTrouble>, otherwise: string): void => {
    words ??= found === null ? otherwise : tellReason({ code: found.code, since: 0, evidence: found.evidence }).words;
  };
  const courier = new Courier(
    device.store,
    new Settlement(device.store),
    device.connection,
    {
      touched: read,
      refused: (refusal) => say(deviceTrouble(refusal), refusal.words),
      broke: (error) => say(linkTrouble(error), String(error)),
      reached: () => undefined,
    },
    Date.now,
  );
  await courier.push();
  read();
  await courier.pull();
  return words === null ? null : `${words as string} The change is queued and goes with the next sync.`;
}
