import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './house.ts';

export interface Ended {
  readonly code: number;
  /** Empty unless it was asked to be kept. */
  readonly output: string;
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Undefined: it does not find it, though this program does. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Keep what it prints instead of showing it. */
  readonly keep?: boolean;
  /** Milliseconds; then it and its children are ended. */
  readonly limit?: number;
}

/** Runs a program to its end. Its output goes where ours goes, unless kept. */
export async function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { cwd = ROOT, env = {}, keep = false, limit = 600_000 } = options;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', keep ? 'pipe' : 'inherit', keep ? 'pipe' : 'inherit'],
    detached: true,
  });
  const end = (signal: NodeJS.Signals): void => {
    // The whole group, so that nothing that it started stays behind.
    if (child.pid) killGroup(child.pid, signal);
  };
  // Also where another one of several programs is what was told to stop.
  const leave = (): void => end('SIGKILL');
  const stop = (): void => process.exit(130);
  process.once('SIGINT', stop).once('SIGTERM', stop).once('exit', leave);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    end('SIGKILL');
  }, limit);
  let output = '';
  const take = (chunk: Buffer): void => {
    output += String(chunk);
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += `${program}: ${error.message}\n`;
      resolve(127);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  clearTimeout(timer);
  process.off('SIGINT', stop).off('SIGTERM', stop).off('exit', leave);
  return { code, output, timedOut };
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The script of an installed package's program, as it is seen from a folder of the repository. */
export function programOf(name: string, bin: string = name, from: string = ROOT): string {
  const folder = [from, ROOT].map((each) => join(each, 'node_modules', name)).find((each) => existsSync(join(each, 'package.json')));
  if (!folder) throw new Error(`The package ${name} is not installed. Run: npm ci`);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  const path = typeof bins === 'string' ? bins : bins[bin];
  if (!path) throw new Error(`The package ${name} has no program ${bin}`);
  return join(folder, path);
}
