import { standingOfDisk } from '@rollcall/core';
import type { ServerDisk } from '@rollcall/protocol';
import type { Log } from '../context.ts';
import type { BlobStore } from './store.ts';

/** How long a look at the disk holds. Milliseconds. */
const LOOK = 1000;

/** How much room there is for new bytes, looked at once a second at most. */
export interface Disk {
  /** Looks now if the last look is too old. */
  look(): Promise<void>;
  /** Bytes that can still be taken, the reserve kept; as of the last look, without what was announced since. */
  room(): number;
  /** As of now, or of the last second. */
  standing(): Promise<ServerDisk>;
}

export interface DiskParts {
  readonly blobs: Pick<BlobStore, 'space'>;
  readonly now: () => number;
  /** What is always left free, in bytes; absent: what is usual. */
  readonly keepFree?: number | undefined;
  /** Told when new bytes are refused from now on, and when they are taken again. */
  readonly log: Log;
}

export function watchDisk({ blobs, now, keepFree, log }: DiskParts): Disk {
  let seenAt = Number.NEGATIVE_INFINITY;
  let standing = standingOfDisk({ total: 0, free: 0 }, 0);
  let refusing = false;
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const space = await blobs.space();
    seenAt = now();
    standing = standingOfDisk(space, keepFree ?? null);
    const full = standing.state === 'full';
    if (full !== refusing)
      log(
        full ? 'the disk is full up to its mark: no new bytes are taken' : 'the disk has room again: new bytes are taken',
        {
          free: standing.free,
          keepFree: standing.keepFree,
        },
        full ? 'warn' : 'info',
      );
    refusing = full;
  };
  const lookIfOld = (): Promise<void> => {
    const age = now() - seenAt;
    if (age >= 0 && age < LOOK) return Promise.resolve();
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
  return {
    look: lookIfOld,
    room: () => standing.room,
    standing: async () => {
      await lookIfOld();
      return standing;
    },
  };
}
