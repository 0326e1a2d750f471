import type { Hash } from 'node:crypto';

/** Passes bytes on, and has them hashed. */
export function hashing(hash: Hash): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* pass(source) {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  };
}
