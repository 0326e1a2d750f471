import { countWords, sizeWords } from '@rollcall/protocol';
import type { Writable } from 'node:stream';

/** Tells whoever waits how far it is. */
export interface Progress {
  say(words: string): void;
  /** What is to be done from here on. */
  of(count: number, bytes: number): void;
  did(bytes: number): void;
}

export const SILENT: Progress = { say: () => undefined, of: () => undefined, did: () => undefined };

/** Milliseconds from one line to the next. */
const EVERY = 5000;

/** Lines on `out`, at most one in five seconds. @param verb such as `Copied` */
export function progressLines(out: Writable, verb: string, now: () => number): Progress {
  const done = { count: 0, bytes: 0 };
  let all = { count: 0, bytes: 0 };
  let told = now();
  return {
    say: (words) => void out.write(`${words}\n`),
    of(count, bytes) {
      all = { count, bytes };
    },
    did(bytes) {
      done.count += 1;
      done.bytes += bytes;
      if (now() - told < EVERY) return;
      told = now();
      out.write(`${verb} ${done.count} of ${countWords(all.count, 'file')}, ${sizeWords(done.bytes)} of ${sizeWords(all.bytes)} …\n`);
    },
  };
}
