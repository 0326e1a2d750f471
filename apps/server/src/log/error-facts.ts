/** What a log says of an error: never its words, which may quote what was sent. */
export interface ErrorFacts {
  readonly name: string;
  /** The system's, or the database's: `ENOSPC`, `SQLITE_BUSY`. */
  readonly code?: string;
  /** Where in the program, the innermost first: `apps/server/src/bytes/disk.ts:32`. */
  readonly at: readonly string[];
  readonly cause?: ErrorFacts;
}

/** Frames, and errors behind an error. */
const MOST_FRAMES = 5;
const MOST_CAUSES = 2;

export function errorFacts(error: unknown, causes = MOST_CAUSES): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  return {
    name: /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? { code } : {}),
    at: framesOf(error),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: errorFacts(error.cause, causes - 1) }),
  };
}

/** Files of the program alone, as they are called within its folder. */
const FRAME = /^\s+at (?:.*[/(])?((?:apps|packages|bin|node_modules)\/[\w@.+/-]+\.[cm]?[jt]s:\d+):\d+\)?$/;

function framesOf({ stack = '', message }: Error): string[] {
  // The words come first, and may look like frames.
  const said = stack.indexOf(message);
  const lines = (said < 0 ? stack : stack.slice(said + message.length)).split('\n').slice(1);
  return lines.flatMap((line) => FRAME.exec(line)?.[1] ?? []).slice(0, MOST_FRAMES);
}
