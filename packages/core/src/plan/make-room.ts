import type { Asset } from '@rollcall/protocol';
import type { KeptBecause } from './evict.ts';
import { roomForPinned, type RoomHere } from './room-here.ts';
import type { LocalFile } from './rows.ts';
import type { Evictable } from './to-evict.ts';

/** Read, agreed on and undisturbed, as far as the rows say. `mayEvict` asks again before it goes. */
export function mightMakeRoom(file: LocalFile): boolean {
  const { hash, baseHash, agreedAt, standIn, missingSince, excluded, trouble, rotted } = file;
  const isAgreed = hash !== null && hash === baseHash && agreedAt !== null;
  return isAgreed && standIn == null && missingSince === null && excluded === null && trouble === null && rotted == null;
}

/** A photo with those of its files here that might make room; null: it is deleted, or none of them might. */
export function evictableOf(asset: Asset, files: readonly LocalFile[]): Omit<Evictable, 'pinned'> | null {
  const full = files.filter(mightMakeRoom);
  if (asset.state !== 'live' || full.length === 0) return null;
  const takenAt = Date.parse(asset.capturedAt);
  return {
    assetId: asset.id,
    bytes: full.reduce((sum, { size }) => sum + size, 0),
    cameAt: full.reduce((last, { agreedAt }) => Math.max(last, agreedAt ?? 0), 0),
    takenAt: Number.isFinite(takenAt) ? takenAt : null,
    addedAt: asset.addedAt,
    favourite: asset.favourite,
  };
}

/**
 * Bytes that have to go now: what is over, and what waits for room and finds none.
 * @param waiting bytes of each that waits
 * @param going bytes that are making room just now
 */
export function bytesToGo({ over, free }: RoomHere, waiting: Iterable<number>, going: number): number {
  let wanted = 0;
  for (const bytes of waiting) wanted += bytes;
  return over + Math.max(0, wanted - free) - going;
}

/** What keeps one seldom changes sooner. Milliseconds. */
const KEPT_MS = 10 * 60_000;
/** The same where what kept it was the link, the disk at that moment, or that the library was about to end. */
const PASSING_MS = 30_000;
const PASSING: ReadonlySet<KeptBecause> = new Set<KeptBecause>(['not-come', 'not-known-there', 'disk-full', 'library-closes']);

/** After this one that was kept is asked again. Milliseconds. */
export function keptFor(why: KeptBecause): number {
  return PASSING.has(why) ? PASSING_MS : KEPT_MS;
}

/** A file that is compressed here, and the bytes of the original that it stands for; 0: nobody knows. */
export interface ToComeBack {
  readonly key: number;
  /** The photo whose file it is. */
  readonly assetId: string;
  readonly path: string;
  readonly size: number;
  readonly original: number;
  /** Milliseconds; null: nobody knows. */
  readonly takenAt: number | null;
}

/** What is known of compressed files that may be pinned. */
export interface PinnedFacts<T> {
  isPinned(assetId: string, paths: readonly string[]): boolean;
  /** It is wanted in full already. */
  isOnItsWay(standIn: T): boolean;
}

/**
 * Which compressed files are wanted in full because they are pinned: the newest photo first, each with all its files here, as far as there is
 * room to spare for them together.
 */
export function pinnedToComeBack<T extends ToComeBack>(standIns: readonly T[], facts: PinnedFacts<T>, room: RoomHere): T[] {
  const photos = [...Map.groupBy(standIns, ({ assetId }) => assetId).values()];
  const newest = photos.toSorted(([a], [b]) => takenAt(b) - takenAt(a) || (a?.key ?? 0) - (b?.key ?? 0));
  const chosen: T[] = [];
  let left = roomForPinned(room);
  for (const files of newest) {
    const paths = files.map(({ path }) => path);
    if (!facts.isPinned(files[0]?.assetId ?? '', paths)) continue;
    const toCome = files.filter((each) => !facts.isOnItsWay(each));
    left -= toCome.reduce((sum, { original, size }) => sum + Math.max(0, original - size), 0);
    if (left < 0) break;
    chosen.push(...toCome);
  }
  return chosen;
}

const takenAt = (standIn: ToComeBack | undefined): number => standIn?.takenAt ?? 0;
