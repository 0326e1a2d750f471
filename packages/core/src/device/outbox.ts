import { CHAIN_START, planted, type Acknowledged, type ChangesPage, type MutationResult, type Refusal } from '@rollcall/protocol';
import type { LocalFile } from '../plan/index.ts';
import { noteLastPlace } from './last-place.ts';
import { ownName } from './own-name.ts';
import { countRefusal, forgetRefusals } from './refusals.ts';
import { givenUp } from './trouble.ts';
import type { DeviceStore, OutboxEntry } from './store.ts';
import { assetUnit, fileUnit, siblingUnits, type Unit } from './unit.ts';

/** What the server answered to what was sent of the outbox; in the caller's transaction. */
export function noteAnswers(
  store: DeviceStore,
  entries: readonly OutboxEntry[],
  answers: readonly { readonly n: number; readonly result: MutationResult }[],
  now: number,
): Unit[] {
  const results = new Map(answers.map(({ n, result }) => [n, result]));
  return entries.flatMap((entry) => noteAnswer(store, entry, results.get(entry.n), now));
}

function noteAnswer(store: DeviceStore, entry: OutboxEntry, result: MutationResult | undefined, now: number): Unit[] {
  if (!result) return [];
  if (result.status === 'rejected' && planted('rejection-blocks')) return [];
  store.answer(entry.n, result);
  const assetId = store.resolve(entry.assetId);
  // Before a rejection parts them.
  const files = store.filesOf(assetId);
  if (result.status === 'rejected') noteRejection(store, entry, result, now);
  else if (entry.hash !== null) forgetRefusals(store, entry.hash);
  return [...files.map((file) => fileUnit(file.key)), assetUnit(assetId)];
}

/** Tries of a file that the server refuses, before a person is asked. */
const REFUSED_TRIES = 3;

function noteRejection(store: DeviceStore, entry: OutboxEntry, result: Extract<MutationResult, { status: 'rejected' }>, now: number): void {
  const sidecars = entry.name === 'resource.attach' && entry.hash !== null ? store.sidecarsWith(entry.hash) : [];
  for (const file of [...store.filesOf(entry.assetId), ...sidecars]) {
    if (entry.hash === null || file.hash !== entry.hash) continue;
    if (result.code === 'too-many-resources' && entry.name === 'asset.edit') {
      becomesItsOwn(store, file, now);
      continue;
    }
    // The bytes have to be sent again, or the person decides; the file is as it was before it was committed.
    const bound = entry.name === 'asset.create' ? { assetId: null, baseHash: null, agreedAt: null } : {};
    const code = result.code === 'deleted-before' ? ('deleted-before' as const) : ('refused' as const);
    const { tries, since } = countRefusal(store, entry.hash, now);
    // A server that was put back does not know the photo; the feed will say so, and then it is offered anew.
    const unknown = result.code === 'not-found';
    const again = code === 'refused' && (unknown || tries < REFUSED_TRIES) ? now + 1000 * 4 ** Math.min(tries, 3) : null;
    store.patchFile(file.key, {
      ...bound,
      trouble: givenUp({ code, evidence: { error: result.words }, tries, since, nextTry: again }),
    });
  }
}

/** Its photo takes no further edit, and will not: the bytes are safe only as another photo. The one before is placed again. */
function becomesItsOwn(store: DeviceStore, file: LocalFile, now: number): void {
  if (file.assetId !== null) noteLastPlace(store, file.assetId, file, now);
  store.patchFile(file.key, { assetId: null, baseHash: null, agreedAt: null, newHere: true, trouble: null, ...ownName(file) });
}

/** What a refusal of the outbox as a whole leads to. */
export type ChainRefused =
  /** The server does not know where this device's chain stood: the changes go on from where the server says. */
  | { readonly next: 'rechain'; readonly taken: string | null }
  /** This is a copy of another device. What both had queued when they parted was taken once, and is asked for once more. */
  | { readonly next: 'hear-of-shared'; readonly before: number }
  | { readonly next: 'stop' };

export function judgeRefusal({ code, details }: Refusal): ChainRefused {
  const { takenHash } = details;
  if (code === 'wrong-epoch' || code === 'mutation-gap')
    return { next: 'rechain', taken: typeof takenHash === 'string' ? takenHash : null };
  if (code === 'device-forked' && !planted('replays-deletion')) return { next: 'hear-of-shared', before: Number(details['n']) };
  return { next: 'stop' };
}

/**
 * Gives the units of what was queued: some of it may be known now to have been taken.
 * @param from how far the server has taken the chain; null: it knows of none
 */
export function goOnFrom(store: DeviceStore, epoch: string, from: Acknowledged | null, taken: string | null, now: number): Unit[] {
  const queued = new Set(store.outbox().map(({ assetId }) => store.resolve(assetId)));
  if (taken !== null && !planted('replays-deletion')) store.dropTaken(taken, now);
  store.rechain(epoch, from ?? { n: 0, hash: CHAIN_START });
  return [...queued].flatMap((assetId) => [assetUnit(assetId), ...siblingUnits(store, assetId)]);
}

/** The chain of this device went on without it: there is a copy of it, or it is one, or its state was put back from a copy. */
export function isForked(store: DeviceStore, { acknowledged }: Pick<ChangesPage, 'acknowledged'>): boolean {
  if (acknowledged === null || store.unanswered(1).length > 0) return false;
  const own = store.chainEnd();
  return acknowledged.n > own.n || (acknowledged.n === own.n && acknowledged.hash !== own.hash);
}
