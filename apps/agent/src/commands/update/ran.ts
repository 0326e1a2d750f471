import { execFile } from 'node:child_process';

export interface Ran {
  /** Null: it could not be started, or was ended. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The most that is kept of what a program prints. */
const LONGEST = 4 * 1024 * 1024;
/** Nobody answers a question that a program asks here. */
const NO_QUESTIONS = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

/** Runs another program to its end. */
export function ran(program: string, args: readonly string[], cwd: string, signal?: AbortSignal): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...NO_QUESTIONS }, maxBuffer: LONGEST, ...(signal ? { signal } : {}) };
    const child = execFile(program, args, options, (error, out, err) => {
      const { code } = (error ?? { code: 0 }) as { code?: unknown };
      resolve({ code: typeof code === 'number' ? code : null, out, err: err === '' && error !== null ? error.message : err });
    });
    child.stdin?.end();
  });
}

/** What a program says of why it failed: some say it first, some last. */
export function itsWords({ out, err }: Ran): string {
  const lines = (err.trim() === '' ? out : err).split('\n').filter((line) => /\w/.test(line));
  const [first, last] = [lines.slice(0, FIRST), lines.slice(FIRST).slice(-LAST)];
  return [...first, ...(lines.length > FIRST + LAST ? ['…'] : []), ...last].join('\n');
}

const FIRST = 6;
const LAST = 4;
