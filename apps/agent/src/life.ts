import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import type { AgentState } from '@rollcall/core';
import { agentRuns } from './lock.ts';

/** Shows, in the state folder, that an agent lives: touched again and again, and gone when it stops by itself. */
const FILE = 'agent.json';
const BEAT_MS = 5000;
/** A loaded machine is late now and then; nothing that lives is late by so much. */
const STILL_MS = 60_000;

interface Told {
  readonly pid: number;
  /** What tells this process from another one that gets its number later; null: this system does not say. */
  readonly birth: string | null;
  /** It ends by itself when all is in sync. */
  readonly once?: boolean;
  /** The unit of the service that it is; absent: somebody began it. */
  readonly service?: string;
}

/** How the agent of a state folder stands. */
export interface AgentLife {
  readonly state: AgentState;
  /** Its last sign of life; null: it has left none. */
  readonly beat: number | null;
  /** Of the process that holds the lock; null: not known, or there is none. */
  readonly process: Told | null;
}

/** Keeps showing that this process lives, until it is ended. */
export function showLife(home: string, once: boolean): { end(): void } {
  const file = join(home, FILE);
  const { pid } = process;
  const text = JSON.stringify({ pid, birth: birthOf(pid), once, ...ofService() } satisfies Told);
  const beat = (): void => {
    try {
      const now = new Date();
      utimesSync(file, now, now);
    } catch {
      write(file, text);
    }
  };
  write(file, text);
  const timer = setInterval(beat, BEAT_MS);
  timer.unref();
  return {
    end: () => {
      clearInterval(timer);
      rmSync(file, { force: true });
    },
  };
}

/** The unit of a service tells it that it is one. */
function ofService(): Pick<Told, 'service'> {
  const service = process.env['ROLLCALL_SERVICE'];
  return service === undefined ? {} : { service };
}

/** It is a hint: where nothing can be written the lock alone says that an agent runs, and the full disk is told elsewhere. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch {
    // See above.
  }
}

/** The lock says whether an agent runs, and goes with its process; its sign says whether it gets on. */
export function agentLife(home: string, now: number): AgentLife {
  const told = read(home);
  const beat = told === null ? null : told.beat;
  if (!agentRuns(home)) return { state: told === null ? 'stopped' : 'ended', beat, process: null };
  const still = beat !== null && now - beat > STILL_MS;
  return { state: still ? 'stuck' : 'running', beat, process: told };
}

function read(home: string): (Told & { readonly beat: number }) | null {
  try {
    const { pid, birth, once = false, service } = JSON.parse(readFileSync(join(home, FILE), 'utf8')) as Told;
    return { pid, birth, once, ...(service === undefined ? {} : { service }), beat: statSync(join(home, FILE)).mtimeMs };
  } catch {
    return null;
  }
}

/** True: the process is still the one that left its sign here. */
export function isAlive({ pid, birth }: Told): boolean {
  return birth !== null && birthOf(pid) === birth;
}

function birthOf(pid: number): string | null {
  switch (process.platform) {
    case 'linux':
      try {
        const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        // proc(5): the 22nd field, counted behind the name in brackets, which may hold anything.
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\)\s/s, '')
          .split(' ');
        return `${boot} ${fields[19] ?? ''}`;
      } catch {
        return null;
      }
    case 'win32':
      return null;
    default: {
      const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
      return stdout?.trim() || null;
    }
  }
}
