import type { Readable, Writable } from 'node:stream';
import type { Delivered } from './deliver.ts';

/** What a command is given of the world. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Fires when the program is asked to stop. */
  readonly signal: AbortSignal;
  /** Asks a yes-or-no question; null when there is no terminal: then the answer is yes. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
}

export const EXIT = { ok: 0, internal: 1, usage: 2, needsYou: 3, held: 4, retry: 5 } as const;

export interface HomeOptions {
  readonly home: string;
}
export interface ViewOptions extends HomeOptions {
  readonly json: boolean;
}

/** One line. */
export function say(io: Io, text: string): void {
  io.stdout.write(`${harmless(text)}\n`);
}

export function complain(io: Io, text: string): void {
  io.stderr.write(`rollcall: ${harmless(text)}\n`);
}

/** Names of files and devices come from anywhere: what would steer a terminal, or end a line, is shown as one sign that it was there. */
export function harmless(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}

export function showJson(io: Io, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function notLinked(io: Io, home: string): number {
  complain(io, `no device is linked in ${home}. Link a folder first: rollcall link --home ${home} --server URL --folder DIR --email E`);
  return EXIT.needsYou;
}

/** What came of changes that were delivered: why not, or what is done. */
export function answer(options: ViewOptions, io: Io, delivered: Delivered, done: object, words: string): number {
  if (!delivered.ok) {
    complain(io, delivered.words);
    return EXIT.retry;
  }
  const refused = delivered.results.find((result) => result?.status === 'rejected');
  if (refused?.status === 'rejected') {
    complain(io, refused.words);
    return EXIT.needsYou;
  }
  if (options.json) showJson(io, done);
  else say(io, words);
  return EXIT.ok;
}
