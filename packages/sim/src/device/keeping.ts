import {
  bytesToGo,
  evictableOf,
  evictionOrder,
  fileUnit,
  freeUpAsked,
  isShownBeside,
  isWantedFull,
  keptFor,
  leaveFreeUp,
  pinnedBy,
  readPins,
  pinnedToComeBack,
  roomHere,
  stoodFor,
  wantFull,
  type Evictable,
  type RoomHere,
  type ToComeBack,
} from '@rollcall/core';
import type { Disk } from '../disk/disk.ts';
import type { Routine } from '../world/routine.ts';
import { evict, type Evicted } from './evicting.ts';
import { OWN_FOLDER } from './folder.ts';
import { settle, type Work } from './work.ts';

/** What a device needs to keep within its budget. */
export interface Keeping {
  readonly work: Work;
  /** Bytes that photos may take here; null: no bound. */
  readonly budget: number | null;
  /** Photos that were kept, until when. */
  readonly kept: Map<string, number>;
  /** Originals may make room, and the cloud can be asked. */
  isOpen(): boolean;
  /** Told in which order photos are to make room, and whether a person wants it. */
  ordered(order: readonly Evictable[], byHand: boolean): void;
  /** Told of each photo that was to go. */
  told(assetId: string, evicted: Evicted): void;
}

/** What of the budget is left on this disk, and what is over. */
export function roomOn(disk: Disk, budget: number | null): RoomHere {
  let folder = 0;
  for (const { path, bytes } of disk.files()) if (!path.startsWith(`${OWN_FOLDER}/`)) folder += bytes.length;
  return roomHere(budget === null ? { of: 'nothing' } : { of: 'folder', bytes: budget }, {
    folder,
    disk: { size: disk.free + folder, free: disk.free },
  });
}

/** Something is over the budget, wanted by hand, or pinned and compressed: it is time to look. */
export function isToKeep({ work, budget }: Pick<Keeping, 'work' | 'budget'>): boolean {
  return freeUpAsked(work.store) !== null || readPins(work.store).length > 0 || isShort(work, budget);
}

function isShort(work: Work, budget: number | null): boolean {
  return bytesToGo(roomOn(work.disk(), budget), [], 0) > 0;
}

/**
 * As the agent's keeper does: what a person wants free, then what is over the budget makes room, what nothing speaks for first; and what is
 * pinned comes back, where there is room to spare.
 */
export function* keepRoom(keeping: Keeping): Routine {
  const { work, budget } = keeping;
  const { store } = work;
  const asked = freeUpAsked(store);
  if (asked !== null) {
    let left = asked;
    const gone = yield* makeRoom(keeping, true, ({ freed }) => (left -= freed) > 0);
    yield* settle(work, () => leaveFreeUp(store, gone ? null : left));
  }
  if (isShort(work, budget)) yield* makeRoom(keeping, false, () => isShort(work, budget));
  yield* bringBack(keeping);
}

/** One photo after the other, until enough is gone. True: there are no more. */
function* makeRoom(keeping: Keeping, byHand: boolean, isNeeded: (evicted: Evicted) => boolean): Routine<boolean> {
  const { work, kept } = keeping;
  const candidates = evictable(keeping).filter(({ pinned }) => !byHand || !pinned);
  const order = [...evictionOrder(candidates, work.now(), ({ cameAt }) => cameAt)];
  keeping.ordered(order, byHand);
  for (const { assetId } of order) {
    if (!keeping.isOpen()) return false;
    const evicted = yield* evict(work, assetId);
    keeping.told(assetId, evicted);
    if (evicted.kept !== null) kept.set(assetId, work.now() + keptFor(evicted.kept));
    if (!isNeeded(evicted)) return false;
  }
  return true;
}

function* bringBack({ work, budget }: Keeping): Routine {
  const { store } = work;
  const isOnItsWay = ({ key }: ToComeBack): boolean => isWantedFull(store, key);
  const back = pinnedToComeBack(standIns(work), { isPinned: pins(work), isOnItsWay }, roomOn(work.disk(), budget));
  if (back.length === 0) return;
  yield* settle(work, () => {
    for (const { key } of back) wantFull(store, key);
  });
  work.touch(back.map(({ key }) => fileUnit(key)));
}

function pins({ store }: Work): ReturnType<typeof pinnedBy> {
  // In albums nobody pins here.
  return pinnedBy(store, () => []);
}

/** Photos that are here in full and in the cloud, as far as the rows say. */
function evictable({ work, kept }: Keeping): Evictable[] {
  const { store, now } = work;
  const isPinned = pins(work);
  const files = [...Map.groupBy(store.files(), ({ assetId }) => assetId)];
  return files.flatMap(([assetId, own]) => {
    const asset = assetId === null ? undefined : store.remote(assetId)?.asset;
    const photo = asset === undefined || asset.id !== assetId ? null : evictableOf(asset, own);
    if (photo === null || (kept.get(photo.assetId) ?? 0) > now()) return [];
    const paths = own.map(({ path }) => path);
    return [{ ...photo, pinned: isPinned(photo.assetId, paths) }];
  });
}

function standIns({ store }: Work): ToComeBack[] {
  return store.files().flatMap((file) => {
    const { key, path, size, standIn, missingSince } = file;
    const remote = standIn == null || missingSince !== null ? null : store.remote(store.resolve(standIn.assetId));
    if (standIn == null || remote === null) return [];
    const { id, capturedAt } = remote.asset;
    const original = stoodFor(standIn, remote, isShownBeside(store, file, remote))?.size ?? 0;
    return [{ key, path, size, assetId: id, original, takenAt: Date.parse(capturedAt) || null }];
  });
}
