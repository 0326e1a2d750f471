import { judgeRemovals, NOTHING_LEFT_OUT, type Conditions, type LocalFile, type Removal } from '../plan/index.ts';
import { planUnit } from './desk.ts';
import { recountHeld } from './held-count.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, type Unit } from './unit.ts';

type Bound = LocalFile & { readonly assetId: string };

/** What bears on removals of all that holds for a device. */
type Rules = Pick<Conditions, 'now' | 'direction' | 'leaveOut'>;

const isBound = (file: LocalFile): file is Bound => file.assetId !== null;
const removal = ({ assetId, path }: Bound): Removal => ({ assetId, path });

/**
 * Settles all that is gone here at once, in the caller's transaction: it is deleted everywhere, or, when it is more than a
 * person would delete without being asked, all of it is held. Gives the units that need a new plan.
 */
export function settleRemovals(store: DeviceStore, rules: Rules): Unit[] {
  const { now } = rules;
  const missing = store.missing().filter(isBound);
  const gone = missing.filter((file) => wouldBeTrashed(store, file, rules));
  if (gone.length === 0) return [];
  const held = store.held();
  const settling = missing.filter((file) => isSettling(store, file));
  const { hold, inADay } = judgeRemovals({
    now,
    ...store.here(),
    gone: [...gone, ...held.filter(isBound)].map(removal),
    settling: settling.map(removal),
    letThrough: store.letThrough(now),
    asked: held.length > 0,
  });
  if (hold !== null) {
    // What one look misses is asked about together with the rest: one question, not two within seconds.
    for (const file of [...gone, ...settling]) store.patchFile(file.key, { held: true });
    recountHeld(store, inADay);
    return [...gone, ...settling, ...held].map((file) => fileUnit(file.key));
  }
  for (const file of gone) store.addLetThrough({ ...removal(file), at: now });
  trashFiles(store, gone, now);
  return unitsOf(gone);
}

/** By the planner's own word, and with nothing in the way. */
function wouldBeTrashed(store: DeviceStore, file: LocalFile, { now, direction = 'both', leaveOut = NOTHING_LEFT_OUT }: Rules): boolean {
  if (!file.gone || file.held) return false;
  const planned = planUnit(store, fileUnit(file.key), { now, server: [], folder: [], direction, leaveOut }, new Map());
  return planned?.plan.actions.some((action) => action.do === 'trash') ?? false;
}

/** Missed by one look; unless it was moved, a second one will find it gone. */
function isSettling(store: DeviceStore, file: Bound): boolean {
  if (file.gone || file.held || store.remote(file.assetId)?.asset.state !== 'live') return false;
  const elsewhere = store.filesOf(file.assetId).some((other) => other.missingSince === null);
  return !elsewhere && (file.hash === null || !store.hasUnbound(file.hash));
}

/**
 * The photos go to Recently Deleted everywhere. The files are forgotten here at once: should a photo be restored elsewhere
 * in the meantime, it comes back instead of being deleted a second time. What came last is where it comes back to.
 */
function trashFiles(store: DeviceStore, files: readonly Bound[], now: number): void {
  const queued = new Set<string>();
  for (const file of files) {
    if (!queued.has(file.assetId)) store.queue({ name: 'asset.trash', args: { assetId: file.assetId } }, null, now);
    queued.add(file.assetId);
    forget(store, file, now);
  }
}

function forget(store: DeviceStore, file: Bound, now: number): void {
  store.setLastPath(file.assetId, file.path, file.hash ?? '', now);
  store.dropFile(file.key);
}

export type HeldAnswer = 'keep' | 'trash';

/**
 * Takes the person's answer on held deletions, in the caller's transaction. *Keep*: the photos are fetched again, to where
 * they were. *Trash*: exactly these go to Recently Deleted; when none is left to ask about, the day is counted anew.
 */
export function answerHeld(store: DeviceStore, files: readonly LocalFile[], answer: HeldAnswer, now: number): Unit[] {
  // What was chosen a moment ago may have come back since.
  const held = files.flatMap(({ key }) => store.file(key) ?? []).filter((file): file is Bound => file.held && isBound(file));
  switch (answer) {
    case 'keep':
      for (const file of held) forget(store, file, now);
      break;
    case 'trash':
      trashFiles(store, held, now);
      if (store.held().length === 0) store.clearLetThrough();
      break;
    default:
      return answer satisfies never;
  }
  recountHeld(store);
  return [...unitsOf(held), ...store.held().map((file) => fileUnit(file.key))];
}

function unitsOf(files: readonly Bound[]): Unit[] {
  return files.flatMap((file) => [fileUnit(file.key), assetUnit(file.assetId)]);
}
