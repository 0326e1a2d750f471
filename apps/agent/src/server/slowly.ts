import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** Pieces in which bytes pass where they are slowed or counted: small, so that they flow. */
const PIECE = 16 * 1024;

/** Lets so many bytes a second through; several streams share them. */
export class Tap {
  #freeAt = 0;

  /** @param rate bytes a second */
  async pass(bytes: number, rate: number, now: number): Promise<void> {
    const from = Math.max(now, this.#freeAt);
    this.#freeAt = from + (bytes / rate) * 1000;
    // What was let through early is made up for afterwards, so that a rate is kept on the whole.
    if (this.#freeAt > now) await wait(this.#freeAt - now);
  }
}

/** The bytes of a stream, each piece when it may pass. Ends the stream when it is ended itself. */
export function slowly(body: Readable, pass: (bytes: number) => Promise<void>): Readable {
  const pieces = async function* (): AsyncIterable<Buffer> {
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        for (let at = 0; at < chunk.length; at += PIECE) {
          const piece = chunk.subarray(at, at + PIECE);
          await pass(piece.length);
          yield piece;
        }
      }
    } finally {
      body.destroy();
    }
  };
  return Readable.from(pieces(), { objectMode: false, highWaterMark: PIECE });
}
