import { Writable } from 'node:stream';
import { openLog, type Level, type Log } from '../log/index.ts';

/** A log as a server writes it, kept. */
export interface Logged {
  readonly log: Log;
  readonly text: () => string;
  readonly lines: () => readonly Readonly<Record<string, unknown>>[];
  readonly close: () => void;
}

/** @param ticks milliseconds of a clock that the test moves */
export function logged(level: Level, ticks: () => number = () => performance.now(), format: 'json' | 'text' = 'json'): Logged {
  let text = '';
  const out = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const { log, close } = openLog({ out, format, level, now: () => Date.UTC(2026, 0, 1), ticks });
  const lines = (): Readonly<Record<string, unknown>>[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log, text: () => text, lines, close };
}
