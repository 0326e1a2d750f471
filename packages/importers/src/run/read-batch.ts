import type { Batch } from '../batches.ts';
import type { ReadMedia } from '../found.ts';
import type { ByteBringer } from './bring-bytes.ts';
import { FileFailed } from './stopped.ts';
import type { Tally } from './tally.ts';

export interface Reading {
  readonly bringer: ByteBringer;
  readonly signal: AbortSignal;
  /** Files that are read, or sent, at once. */
  readonly atOnce: number;
  /** A file of so many bytes was read. */
  readonly read: (bytes: number) => void;
}

/** Reads the files of a batch, and sends those that are wanted. By the key of each file. Throws `Stopped`, or what ends all. */
export async function readBatch(
  { files, appleChecksum }: Batch,
  tally: Tally,
  wanted: (read: ReadMedia) => boolean,
  { bringer, signal, atOnce, read: wasRead }: Reading,
): Promise<Map<number, ReadMedia>> {
  const reads = new Map<number, ReadMedia>();
  const queue = [...files];
  let stopped = false;
  const one = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined && !stopped; file = queue.shift()) {
      signal.throwIfAborted();
      try {
        const read = await bringer.take(file, appleChecksum, wanted);
        if (read === null || read === 'compressed') tally.leftOut(file, read ?? 'not-media');
        else {
          tally.media(file);
          reads.set(file.key, read);
        }
      } catch (error) {
        if (!(error instanceof FileFailed)) {
          stopped = true;
          throw error;
        }
        tally.failed(file, error.message);
      }
      wasRead(file.size);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, one));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
  return reads;
}
