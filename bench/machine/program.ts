import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { childrenOf } from './cost.ts';

const running = new Set<ChildProcess>();

/** Ends all that was started here and still runs, and what that has started; at once. */
export function endAll(): void {
  for (const { pid } of running) if (pid !== undefined) end(pid);
}

function end(pid: number): void {
  const children = attempt(() => childrenOf(pid)) ?? [];
  attempt(() => process.kill(pid, 'SIGKILL'));
  for (const child of children) end(child);
}

/** What does not succeed because the process has just ended is done. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function kept<C extends ChildProcess>(child: C): C {
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** A process that goes on until it is stopped; what it says goes to a file. */
export class Program {
  readonly name: string;
  readonly child: ChildProcess;
  readonly #log: string;
  readonly #ended: Promise<unknown>;

  constructor(name: string, log: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.name = name;
    this.#log = log;
    const file = openSync(log, 'a');
    this.child = kept(spawn(command, args, { stdio: ['ignore', file, file], env: { ...process.env, ...env } }));
    closeSync(file);
    this.#ended = once(this.child, 'close');
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error(`${this.name} did not start`);
    return this.child.pid;
  }

  get said(): string {
    return readFileSync(this.#log, 'utf8');
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** What a pattern catches in what it says. */
  async line(pattern: RegExp): Promise<string> {
    for (let tries = 0; tries < 1200; tries += 1) {
      const caught = pattern.exec(this.said)?.[1];
      if (caught !== undefined) return caught;
      if (this.ended) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`${this.name} never said ${pattern}:\n${this.said.slice(-2000)}`);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.ended) this.child.kill(signal);
    await this.#ended;
  }
}

/** Runs a command to its end; fails with what it said, unless it ends with the code that it should. */
export async function run(command: string, args: readonly string[], input = '', expected = 0): Promise<string> {
  const child = kept(spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ROLLCALL_KEY_STORE: 'off' } }));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  // Who does not read what it is given, and has ended already, tells by its exit code.
  child.stdin.on('error', () => undefined).end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== expected) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said.slice(-2000)}`);
  return said;
}
