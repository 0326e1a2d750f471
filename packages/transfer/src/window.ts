import type { Gate, Pace, Signal } from './ports.ts';

/** Bytes that may be under way before the server has told that it holds them: what a killed server costs at most. */
const WINDOW = 2 * 1024 * 1024;
/** As much of a large file may be under way at once; far links are kept busy. */
const SHARE = 1 / 256;
/** When nothing is told for this long, something on the way swallows it: from then on nothing is held back. Milliseconds. */
const SILENCE = 5000;

export interface Window extends Gate {
  /** The server told how far it is (104, `Upload-Offset`). */
  informed(offset: number): void;
  /** The request is over: nobody waits any longer. */
  close(): void;
}

/**
 * Holds bytes back while too many are under way. It begins to with the first 104 that comes: without any,
 * nothing is held back.
 */
export function sendWindow(size: number, pace: Pace): Window {
  const most = Math.max(WINDOW, Math.floor(size * SHARE));
  const closed = ending();
  let held: number | null = null;
  let open = false;
  let watched = false;
  let told = Promise.withResolvers<void>();
  const tell = (): void => {
    told.resolve();
    told = Promise.withResolvers();
  };
  const mayLeave = (position: number): boolean => open || held === null || position <= held + most;
  const watch = async (): Promise<void> => {
    watched = true;
    for (;;) {
      const before = held;
      await pace.wait(SILENCE, closed.signal);
      if (open || held === before) break;
    }
    open = true;
    tell();
  };
  return {
    informed: (offset) => {
      held = Math.max(held ?? 0, offset);
      tell();
    },
    close: () => {
      open = true;
      closed.end();
      tell();
    },
    pass: async (position) => {
      while (!mayLeave(position)) {
        if (!watched) void watch();
        await told.promise;
      }
    },
  };
}

/** A signal of our own, in the platform's form. */
function ending(): { readonly signal: Signal; readonly end: () => void } {
  const listeners = new Set<() => void>();
  let aborted = false;
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      addEventListener: (_type, listener) => void listeners.add(listener),
      removeEventListener: (_type, listener) => void listeners.delete(listener),
    },
    end: () => {
      aborted = true;
      for (const listener of listeners) listener();
    },
  };
}

/** Chunks that wait at the gate before they leave. @param offset where in the file they begin */
export async function* gated(chunks: AsyncIterable<Uint8Array>, offset: number, gate: Gate): AsyncGenerator<Uint8Array> {
  let position = offset;
  for await (const chunk of chunks) {
    position += chunk.length;
    await gate.pass(position);
    yield chunk;
  }
}
