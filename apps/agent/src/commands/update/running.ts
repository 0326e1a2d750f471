import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ran } from './ran.ts';

/** A unit of systemd that runs this program. */
export interface Service {
  readonly unit: string;
  readonly of: 'system' | 'user';
}

/** A program that runs from this folder, and that no service looks after. */
export interface RunsFromHere {
  readonly pid: number;
  readonly words: string;
}

const UNIT = /^rollcall[-.\w@]*\.service$/;
/** What goes on for long: a command ends by itself. */
const LASTING = /(^|\/)(serve|sync|start\.ts)$/;

/** The services on this machine whose program lies in this folder, and that are running. */
export async function servicesOf(root: string, env: NodeJS.ProcessEnv): Promise<Service[]> {
  const user = join(env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? homedir(), '.config'), 'systemd', 'user');
  const found = [
    ...unitsIn('/etc/systemd/system', root).map((unit) => ({ unit, of: 'system' as const })),
    ...unitsIn(user, root).map((unit) => ({ unit, of: 'user' as const })),
  ];
  const active = await Promise.all(found.map(async (service) => (await control(service, 'is-active')) === null));
  return found.filter((_, n) => active[n]);
}

function unitsIn(folder: string, root: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => UNIT.test(name));
    return names.filter((name) => readFileSync(join(folder, name), 'utf8').includes(`${root}/`)).sort();
  } catch {
    return [];
  }
}

/** Null: it is done; else what systemd says. */
export async function control({ unit, of }: Service, what: 'is-active' | 'stop' | 'start'): Promise<string | null> {
  const done = await ran('systemctl', [...(of === 'user' ? ['--user'] : []), what, unit], '/');
  return done.code === 0 ? null : (done.err || done.out).trim();
}

/** Null: this system does not show what runs. */
export function runningFrom(root: string, services: readonly Service[]): RunsFromHere[] | null {
  let pids: string[];
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return null;
  }
  return pids.flatMap((pid) => {
    const args = lineOf(pid);
    if (!args.some((arg) => arg.startsWith(`${root}/`)) || !args.some((arg) => LASTING.test(arg))) return [];
    const group = read(`/proc/${pid}/cgroup`);
    if (services.some(({ unit }) => group.includes(`/${unit}`))) return [];
    const from = args.findIndex((arg) => LASTING.test(arg));
    return Number(pid) === process.pid ? [] : [{ pid: Number(pid), words: args.slice(from).join(' ') }];
  });
}

const lineOf = (pid: string): string[] =>
  read(`/proc/${pid}/cmdline`)
    .split('\0')
    .filter((arg) => arg !== '');

/** Empty: it ended meanwhile, or is another user's. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
