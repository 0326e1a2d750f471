import type { IncomingMessage } from 'node:http';
import type { Ending } from '@rollcall/transfer';
import { isDiskFull } from './file-error.ts';
import type { Incoming } from './store.ts';

/** Bytes held in memory for one request before its connection is told to wait. */
const MOST_HELD = 2 * 1024 * 1024;
/** Bytes written at once. */
const MOST_WRITTEN = 1024 * 1024;
/** A connection that brings no byte for this long is given up. Milliseconds. */
const SILENCE = 60_000;

export interface TakeBody {
  readonly request: IncomingMessage;
  readonly incoming: Incoming;
  /** Bytes that fit; one more is an overflow. */
  readonly most: number;
  /** Told after each write. */
  readonly onArrived: (bytes: number) => void;
  /** False: the disk is too full for more. */
  readonly roomLeft: () => boolean;
}

export interface Taking {
  readonly ended: Promise<Ending>;
  /** Takes no more; `ended` resolves with `broken` when what came is written. */
  interrupt(): void;
}

const writing = new WeakSet<IncomingMessage>();

/** What came of this request's body is being written. */
export const isWriting = (request: IncomingMessage): boolean => writing.has(request);

/**
 * Appends a request's body to an upload. All bytes that came before a break are written. Bytes go to the
 * file as soon as the write before is done, so that little is held in memory when the server is killed.
 */
export function takeBody({ request, incoming, most, onArrived, roomLeft }: TakeBody): Taking {
  const held: Uint8Array[] = [];
  let heldBytes = 0;
  let taken = 0;
  let ending: Ending | null = request.destroyed && !request.readableEnded ? 'broken' : null;
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const silence = setTimeout(() => end('broken'), SILENCE);

  const end = (how: Ending): void => {
    ending ??= how;
    if (ending !== 'whole') request.pause();
    void write();
  };
  const onData = (chunk: Uint8Array): void => {
    if (ending) return;
    silence.refresh();
    const fits = Math.min(chunk.length, most - taken);
    if (fits > 0) {
      held.push(fits === chunk.length ? chunk : chunk.subarray(0, fits));
      heldBytes += fits;
      taken += fits;
    }
    if (fits < chunk.length) return end('overflow');
    if (heldBytes >= MOST_HELD) request.pause();
    void write();
  };
  const onEnd = (): void => end('whole');
  const onBreak = (): void => end('broken');

  const write = async (): Promise<void> => {
    if (writing.has(request)) return;
    writing.add(request);
    while (held.length > 0) {
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      while (held.length > 0 && bytes < MOST_WRITTEN) {
        const chunk = held.shift()!;
        chunks.push(chunk);
        bytes += chunk.length;
      }
      const before = incoming.size;
      try {
        if (!roomLeft()) throw Object.assign(new Error('no room left on the disk'), { code: 'ENOSPC' });
        await incoming.append(chunks);
        heldBytes -= bytes;
        onArrived(bytes);
      } catch (error) {
        if (incoming.size > before) onArrived(incoming.size - before);
        held.length = 0;
        ending = isDiskFull(error) ? 'disk-full' : 'broken';
      }
      if (!ending && request.isPaused() && heldBytes < MOST_HELD) request.resume();
    }
    writing.delete(request);
    if (ending) finish(ending);
  };
  const finish = (how: Ending): void => {
    clearTimeout(silence);
    request.off('data', onData).off('end', onEnd).off('close', onBreak).off('error', onBreak);
    // An error after this has nobody to hear it.
    request.on('error', () => undefined);
    resolve(how);
  };

  request.on('data', onData).on('end', onEnd).on('close', onBreak).on('error', onBreak);
  if (ending) void write();
  return { ended: promise, interrupt: onBreak };
}
