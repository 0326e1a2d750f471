import type { BlobStore } from './store.ts';

/** What is always left free, for the database and for the system: 200 MB, or 1 % of a small disk. */
const RESERVE = 200_000_000;
/** How long a look at the disk holds. Milliseconds. */
const LOOK = 1000;

/** How much room there is for new bytes, looked at once a second at most. */
export interface Disk {
  /** Looks now if the last look is too old. */
  look(): Promise<void>;
  /** Bytes that can still be taken, the reserve kept; as of the last look, without what was announced since. */
  room(): number;
}

export function watchDisk(blobs: BlobStore, now: () => number): Disk {
  let seenAt = Number.NEGATIVE_INFINITY;
  let free = 0;
  let reserve = RESERVE;
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const space = await blobs.space();
    seenAt = now();
    free = space.free;
    reserve = Math.min(RESERVE, space.total * 0.01);
  };
  const lookIfOld = (): Promise<void> => {
    const age = now() - seenAt;
    if (age >= 0 && age < LOOK) return Promise.resolve();
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
  return { look: lookIfOld, room: () => Math.max(0, free - reserve) };
}
