import { LIMITS, sayMany, type Change, type MutationResult } from '@rollcall/protocol';
import { ask } from '../api/call.ts';
import { canWait } from '../kept/changes.ts';
import type { Fate } from '../kept/outbox.ts';
import { newId } from './id.ts';
import { library, outbox } from './live.ts';

/** Changes that are put where they wait, at once. */
const AT_ONCE = 1_000;

export interface ActOutcome {
  readonly change: Change;
  readonly result: MutationResult;
}

/**
 * Asks the server for these changes, in order, and shows what came of them. Those that can wait are shown at once, and are sent when
 * somebody answers; for the others it rejects when nobody does.
 * @param password the person's, which a purge needs
 */
export async function act(changes: readonly Change[], password?: string): Promise<readonly ActOutcome[]> {
  const box = outbox();
  if (box !== null && changes.length > 0 && changes.every(canWait)) {
    const fates: Fate[] = [];
    // Where somebody answers, many are made without all of them waiting at once.
    for (let start = 0; start < changes.length; start += AT_ONCE) fates.push(...(await box.put(changes.slice(start, start + AT_ONCE))));
    if (fates.some((fate) => fate !== 'waits')) await library().pull();
    return changes.map((change, at) => {
      const fate = fates[at];
      return { change, result: fate === undefined || fate === 'waits' ? { status: 'applied' } : fate };
    });
  }
  // What was done before comes first.
  await box?.look();
  const outcomes: ActOutcome[] = [];
  for (let start = 0; start < changes.length; start += LIMITS.mutations) {
    const batch = changes.slice(start, start + LIMITS.mutations).map((change) => ({ id: newId(), change }));
    const { results } = await ask('actions', { body: { actions: batch, ...(password === undefined ? {} : { password }) } });
    const byId = new Map(results.map(({ id, result }) => [id, result]));
    for (const { id, change } of batch) {
      const result = byId.get(id);
      if (result) outcomes.push({ change, result });
    }
  }
  await library().pull();
  return outcomes;
}

export const trash = (ids: readonly string[]): Change[] => ids.map((assetId) => ({ name: 'asset.trash', args: { assetId } }));
export const restore = (ids: readonly string[]): Change[] => ids.map((assetId) => ({ name: 'asset.restore', args: { assetId } }));
export const favourite = (ids: readonly string[], on: boolean): Change[] =>
  ids.map((assetId) => ({ name: 'asset.set', args: { assetId, fields: { favourite: on } } }));

export const hide = (ids: readonly string[], on: boolean): Change[] =>
  ids.map((assetId) => ({ name: 'asset.set', args: { assetId, fields: { hidden: on } } }));

/** For good. Names what the person saw, so that a restore on another device beats it. */
export function purge(ids: readonly string[]): Change[] {
  const { assets } = library().view().replica;
  return ids.flatMap((assetId) => {
    const known = assets.get(assetId);
    return known ? [{ name: 'asset.purge', args: { assetId }, expect: known.seq } as const] : [];
  });
}

/** Those that did not happen, and why; in a person's words. */
export function tellTrouble(outcomes: readonly ActOutcome[]): string | null {
  const restored = outcomes.filter(({ result }) => result.status === 'superseded' && result.why === 'restored-since').length;
  if (restored > 0)
    return sayMany(
      restored,
      'One was restored elsewhere meanwhile, and is kept.',
      '{count} were restored elsewhere meanwhile, and are kept.',
    );
  const refused = outcomes.find(({ result }) => result.status === 'rejected');
  return refused && refused.result.status === 'rejected' ? refused.result.words : null;
}
