import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../bin/rollcall', import.meta.url));
const [FILE, BEFORE, COMPILED] = whatRuns();

/** Tests leave the key store of whoever runs them alone. */
const ENV = { ROLLCALL_KEY_STORE: 'off', ...(COMPILED !== null && { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? COMPILED }) };

/**
 * What `bin/rollcall` becomes, and where it keeps what it compiled. It is asked once: whether the few files are as new as their sources is a
 * twentieth of what a command takes, and tests start thousands. If they are older, it is started itself, and makes them.
 */
function whatRuns(): [file: string, before: readonly string[], compiled: string | null] {
  const main = spawnSync(PROGRAM, ['--where'], { encoding: 'utf8' }).stdout.trim();
  const few = dirname(main);
  return few.endsWith('/node_modules/.cache/rollcall/program') ? [process.execPath, [main], dirname(few)] : [PROGRAM, [], null];
}
type Env = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Longer than any command here may take; then it is killed, and the test says so. */
const PATIENCE_MS = 180_000;

/** Who runs the program, and where. */
export interface Place {
  /** A user id: as an ordinary user, since root may read everything. */
  readonly as?: number | undefined;
  /** The network namespace of a device that has a link of its own. */
  readonly within?: string | undefined;
}

/** The command line that runs the program. */
function commandLine(args: readonly string[], { as, within }: Place): [file: string, args: readonly string[]] {
  const line = [
    ...(within === undefined ? [] : ['ip', 'netns', 'exec', within]),
    ...(as === undefined ? [] : ['setpriv', '--reuid', String(as), '--regid', String(as), '--clear-groups']),
    FILE,
    ...BEFORE,
    ...args,
  ];
  return [line[0] as string, line.slice(1)];
}

/** Runs one command of the program to its end. */
export async function rollcall(
  args: readonly string[],
  options: Place & { readonly input?: string; readonly cwd?: string; readonly env?: Env } = {},
): Promise<Ended> {
  const child = spawn(...commandLine(args, options), {
    stdio: 'pipe',
    cwd: options.cwd,
    env: { ...process.env, ...ENV, ...options.env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(options.input ?? '');
  const timer = setTimeout(() => {
    err += `\n(killed after ${PATIENCE_MS / 1000} s)`;
    child.kill('SIGKILL');
  }, PATIENCE_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, out, err };
}

/** A command that goes on until it is stopped. */
export class Running {
  readonly child: ChildProcess;
  out = '';
  err = '';
  #ended: Promise<unknown>;

  constructor(args: readonly string[], options: Place & { readonly env?: Env } = {}) {
    this.child = spawn(...commandLine(args, options), {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...ENV, ...options.env },
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.out += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.err += text));
    this.#ended = once(this.child, 'close');
  }

  async line(pattern: RegExp, ms = 30_000): Promise<RegExpExecArray> {
    return until(
      () => {
        if (this.child.exitCode !== null) throw new Error(`it ended with ${this.child.exitCode} instead:\n${this.out}${this.err}`);
        return pattern.exec(this.out);
      },
      `a line like ${pattern}`,
      ms,
    );
  }

  /** The exit code. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.#ended;
    return this.child.exitCode;
  }

  /** Until it ends by itself. */
  async ended(): Promise<void> {
    await this.#ended;
  }

  /** As a power cut would end it. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#ended;
  }
}

/**
 * A look that takes long, since it starts a program, is followed by a rest twice as long as it was, up to so much: what it waits for runs
 * on the same cores, as do others.
 */
const REST_MS = { least: 25, most: 1000 };

/**
 * Waits until `look` finds something; fails with what it waited for. By default longer than a minute: what nobody told an agent of is
 * seen by the look of every minute.
 */
export async function until<T>(
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  what: string,
  ms = 60_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const began = Date.now();
    const found = await look();
    if (found) return found;
    const now = Date.now();
    if (now > end) throw new Error(`waited ${ms / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(2 * (now - began), REST_MS.least), REST_MS.most)));
  }
}
