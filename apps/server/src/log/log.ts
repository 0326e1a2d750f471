import type { Writable } from 'node:stream';
import { shown, type Details, type Shown } from './details.ts';
import { Flood, STRETCH } from './flood.ts';
import { isWanted, type Level } from './level.ts';

/** `words` are the program's own and the same each time; what differs stands in `details`. Without a level: an error is one, all else is news. */
export type Log = (words: string, details: Details, level?: Level) => void;

/** `json`: one object a line, for a collector; `text`: for a person at a terminal. */
export type LogFormat = 'json' | 'text';

export interface LogOptions {
  readonly out: Writable;
  readonly format: LogFormat;
  /** The most talkative level that is written. */
  readonly level: Level;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Milliseconds by a clock that never jumps. */
  readonly ticks?: () => number;
}

interface Line {
  readonly level: Level;
  readonly words: string;
  readonly fields: Shown;
}

/** Writes lines until it is closed. Whoever reads them keeps and rotates them. */
export function openLog({ out, format, level: most, now = Date.now, ticks = () => performance.now() }: LogOptions): {
  readonly log: Log;
  /** What the program says to whoever runs it: words that name files or programs of this machine, and nothing of a library. */
  readonly tell: (words: string) => void;
  readonly close: () => void;
} {
  const flood = new Flood<Line>(ticks());
  const write = (line: Line): void => void out.write(format === 'json' ? asJson(line, now()) : asText(line, now()));
  const summarise = (over: ReturnType<typeof flood.turn>): void => {
    for (const { like, count } of over) {
      const { route, code } = like.fields;
      const fields = { ...(route === undefined ? {} : { route }), ...(code === undefined ? {} : { code }), leftOut: count };
      write({ level: like.level, words: `${like.words}: more of these were left out`, fields });
    }
  };
  const turning = setInterval(() => summarise(flood.turn(ticks())), STRETCH);
  turning.unref();
  return {
    log(words, details, level = details.error === undefined ? 'info' : 'error') {
      if (!isWanted(level, most)) return;
      const line = { level, words, fields: shown(details) };
      summarise(flood.turn(ticks()));
      // Whoever asks for every step gets every step.
      if (isWanted(level, 'info') && !flood.takes(kindOf(line), line)) return;
      write(line);
    },
    tell(words) {
      if (format === 'text') out.write(`rollcall: ${words}\n`);
      else if (isWanted('warn', most)) write({ level: 'warn', words, fields: {} });
    },
    close() {
      clearInterval(turning);
      summarise(flood.end(ticks()));
    },
  };
}

function kindOf({ level, words, fields }: Line): string {
  const [route, code] = [fields['route'], fields['code']].map((value) => (typeof value === 'string' ? value : ''));
  const { error } = fields;
  return [level, words, route, code, typeof error === 'object' ? error.name : ''].join(' ');
}

function asJson({ level, words, fields }: Line, at: number): string {
  return `${JSON.stringify({ time: new Date(at).toISOString(), level, message: words, ...fields })}\n`;
}

function asText({ level, words, fields }: Line, at: number): string {
  const rest = Object.entries(fields).map(
    ([name, value]) => ` ${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );
  return `${new Date(at).toISOString()} ${level.padEnd(5)} ${words}${rest.join('')}\n`;
}
