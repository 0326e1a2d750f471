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

/** What a program says at its end, which is where the reason stands; at most so many lines. */
export function lastWords({ out, err }: Ran, lines = 5): string {
  const text = err.trim() === '' ? out : err;
  return text.trim().split('\n').slice(-lines).join('\n');
}
