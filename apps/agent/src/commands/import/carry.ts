import { Stopped } from '@rollcall/importers';
import type { Change, MutationResult } from '@rollcall/protocol';
import { LIMITS } from '@rollcall/protocol';
import type { Device } from '../../device.ts';
import { carryQueued } from '../deliver.ts';

/** An agent that runs carries what is queued; one that is busy is waited for so many times. */
const TURNS = 20;

/** Has changes made, in order, so many at a time that each request is full. Throws `Stopped`; then what is queued goes with the next sync. */
export async function carryAll(device: Device, changes: readonly Change[], signal: AbortSignal): Promise<(MutationResult | null)[]> {
  const results: (MutationResult | null)[] = [];
  for (let at = 0; at < changes.length; at += LIMITS.mutations) {
    signal.throwIfAborted();
    const some = changes.slice(at, at + LIMITS.mutations);
    const numbers = device.store.transact(() => some.map((change) => device.store.queue(change, null, Date.now())));
    results.push(...(await carried(device, numbers, signal)));
  }
  return results;
}

async function carried(device: Device, numbers: readonly number[], signal: AbortSignal): Promise<readonly (MutationResult | null)[]> {
  for (let turns = 0; ; turns += 1) {
    const delivered = await carryQueued(device, numbers);
    if (delivered.ok) return delivered.results;
    if (turns >= TURNS || signal.aborted) throw new Stopped(delivered.words, 'retry');
  }
}
