import { LIMITS, mintId, type Change, type MutationResult } from '@rollcall/protocol';
import { ask } from '../api/call.ts';
import { count } from '../words.ts';
import { library } from './live.ts';

export function newId(): string {
  return mintId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

export interface ActOutcome {
  readonly change: Change;
  readonly result: MutationResult;
}

/**
 * Asks the server for these changes, in order, and shows what came of them. Rejects when there was no answer.
 * @param password the person's, which a purge needs
 */
export async function act(changes: readonly Change[], password?: string): Promise<readonly ActOutcome[]> {
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
    return restored === 1
      ? 'One was restored elsewhere meanwhile, and is kept.'
      : `${count(restored)} were restored elsewhere meanwhile, and are kept.`;
  const refused = outcomes.find(({ result }) => result.status === 'rejected');
  return refused && refused.result.status === 'rejected' ? refused.result.words : null;
}
