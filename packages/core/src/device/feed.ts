import { planted } from '@rollcall/protocol';
import type { ChangesPage, Refusal } from '@rollcall/protocol';
import { missedOfRestored, noteRestored } from './remove.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, type Unit } from './unit.ts';

/** Pages of the feed that follow one another, in the caller's transaction. Gives the units that need a new plan. */
export function takePages(store: DeviceStore, pages: readonly ChangesPage[], now: number): Unit[] {
  const empty = store.countFiles() === 0;
  const effects = pages.map((page) => {
    const missed = empty ? [] : missedOfRestored(store, page.changes);
    const effect = store.applyPage(page.changes, page.cursor, page.complete, page.acknowledged, now);
    noteRestored(store, missed);
    return effect;
  });
  const lost = forgetLostAnswers(store, pages);
  const behind = pages.at(-1)?.complete === false ? '1' : null;
  if (store.note('behind') !== behind) store.setNote('behind', behind);
  return [...effects, { files: new Set<number>(), assets: lost }].flatMap(({ files, assets }) => [
    ...[...files].map(fileUnit),
    ...[...assets].flatMap((assetId) => [assetUnit(assetId), ...(empty ? [] : store.filesOf(assetId).map(({ key }) => fileUnit(key)))]),
  ]);
}

/** The server has answered more than it remembers: it was rolled back since, and what it forgot is told again. Gives the assets concerned. */
function forgetLostAnswers(store: DeviceStore, pages: readonly ChangesPage[]): Set<string> {
  const last = pages.at(-1);
  if (!last?.complete || last.acknowledged === null || store.outboxSize() === 0 || planted('answers-kept')) return new Set();
  const { n } = last.acknowledged;
  const answered = store.outbox().filter((entry) => entry.answered);
  if (!answered.some((entry) => entry.n > n)) return new Set();
  store.forgetAnswers();
  return new Set(answered.map(({ assetId }) => assetId));
}

/** A page tells something: rows, another cursor, that what is queued was taken, or where the feed ends, which was not known. */
export function isNews(store: DeviceStore, { changes, cursor }: ChangesPage): boolean {
  return changes.length > 0 || cursor !== store.cursor() || store.outboxSize() > 0 || store.note('behind') !== null;
}

/** The version of the protocol whose rows were asked for. */
const SPOKEN = 'feed-protocol';

/** The feed is to be read anew, for rows that this device could not read before. */
const LEARNING = 'learning';

/**
 * A device that learned to read more kinds of rows since the feed was last asked for reads it anew: it was not told of those.
 * Nothing is inferred from it. Call at the start; then, before the feed is asked for, see `isLearning`.
 */
export function learnRows(store: DeviceStore, protocol: number): void {
  store.transact(() => {
    const known = Number(store.note(SPOKEN) ?? 1);
    if (known < protocol && store.cursor() !== null && !planted('rows-never-learned')) {
      store.setNote(LEARNING, '1');
      // A server that was put back meanwhile would not be noticed by whoever asks from the beginning.
      if (planted('learns-blindly')) learn(store);
    }
    if (known !== protocol) store.setNote(SPOKEN, String(protocol));
  });
}

/** True: before the feed is read anew, the server is asked with the cursor that this device has. Where it knows it, `learn`; else `readAnew`. */
export function isLearning(store: DeviceStore): boolean {
  return store.note(LEARNING) !== null;
}

/** The server was not put back since the feed was last heard: it is read anew. */
export function learn(store: DeviceStore): boolean {
  store.transact(() => {
    store.setNote(LEARNING, null);
    store.restartFeed('compacted');
  });
  return true;
}

/** The server does not know the cursor: the whole feed is read again. False: the refusal says something else. */
export function readAnew(store: DeviceStore, { code, details }: Refusal): boolean {
  if (code !== 'cursor-expired' || store.cursor() === null) return false;
  store.transact(() => {
    store.setNote(LEARNING, null);
    store.restartFeed(details['why'] === 'compacted' || planted('put-back-not-told') ? 'compacted' : 'put-back');
    // The server may have been put back to before it took them; one that still knows them answers as it did.
    if (!planted('answers-kept')) store.forgetAnswers();
  });
  return true;
}
