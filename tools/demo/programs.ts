import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../house.ts';
import { DEMO } from './household.ts';

export interface Program {
  readonly name: string;
  /** Resolves when it has ended, with its exit code. */
  readonly ended: Promise<number>;
  readonly stop: (signal: NodeJS.Signals) => void;
  /** Where all that it prints goes. */
  readonly log: string;
}

export interface ProgramOptions {
  /** Given to its standard input. */
  readonly input?: string;
  /** Called with each line that it prints. */
  readonly line?: (text: string) => void;
  /** Let others go first. */
  readonly humble?: boolean;
}

/** Starts a program whose output goes into a log file. It gets no Ctrl-C of the terminal's: whoever started it stops it. */
export function startProgram(name: string, command: string, args: readonly string[], options: ProgramOptions = {}): Program {
  mkdirSync(join(DEMO, 'logs'), { recursive: true });
  const log = join(DEMO, 'logs', `${name}.log`);
  const out = createWriteStream(log, { flags: 'a' });
  const [program, ...rest] = options.humble ? ['nice', '-n', '10', command, ...args] : [command, ...args];
  // A demonstration leaves nothing behind, in the system's key store either.
  const env = { ...process.env, ROLLCALL_KEY_STORE: 'off' };
  const child: ChildProcess = spawn(program ?? command, rest, { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  child.stdin?.on('error', () => undefined).end(options.input ?? '');
  let unfinished = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out.write(chunk);
    const lines = (unfinished + String(chunk)).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) options.line?.(line);
  });
  child.stderr?.on('data', (chunk: Buffer) => out.write(chunk));
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => out.end(() => resolve(code ?? 1)));
  });
  return { name, ended, stop: (signal) => child.kill(signal), log };
}

/** Runs a program to its end; throws with what it printed when it fails. */
export async function runProgram(name: string, command: string, args: readonly string[], options: ProgramOptions = {}): Promise<void> {
  const program = startProgram(name, command, args, options);
  const code = await program.ended;
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${lastLines(program)}`);
}

export function lastLines({ log }: Program): string {
  return readFileSync(log, 'utf8').split('\n').slice(-15).join('\n');
}

/** Asks all to stop, and ends what has not after ten seconds. */
export async function stopPrograms(programs: readonly Program[]): Promise<void> {
  for (const program of programs) program.stop('SIGTERM');
  const timer = setTimeout(() => {
    for (const program of programs) program.stop('SIGKILL');
  }, 10_000);
  await Promise.all(programs.map((program) => program.ended));
  clearTimeout(timer);
}
