import { HEAD_BYTES } from '@rollcall/media';
import type { IncomingMessage } from 'node:http';

/** Copies the first bytes of a body while it passes, and has them looked at as soon as there are enough. */
export function headOf(request: IncomingMessage, look: (head: Uint8Array) => void) {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let looked = false;
  let refused: unknown = null;
  let tell = (): void => undefined;
  const lookNow = (): void => {
    if (looked) return;
    looked = true;
    try {
      look(Buffer.concat(chunks));
    } catch (error) {
      refused = error;
      tell();
    }
  };
  const onData = (chunk: Uint8Array): void => {
    const more = chunk.subarray(0, HEAD_BYTES - bytes);
    // A copy: what is kept here is small, and what it was cut from is not.
    if (more.length > 0) chunks.push(Uint8Array.from(more));
    bytes += more.length;
    if (bytes >= HEAD_BYTES) lookNow();
  };
  request.on('data', onData);
  return {
    onRefused: (refuse: () => void): void => void (tell = refuse),
    /** Throws what the look threw. */
    end(whole: boolean): Uint8Array {
      request.off('data', onData);
      if (whole) lookNow();
      if (refused !== null) throw refused;
      return Buffer.concat(chunks);
    },
  };
}
