import type { ServiceExit } from '@rollcall/core';
import { run, type Host, type Ran } from './host.ts';
import { ENDED_MESSAGE, PROPERTIES, readEnd, readStanding, type Standing } from './standing.ts';

/** One of the two managers of a machine. */
export type ManagerName = 'user' | 'system';

/** What can be had of services here: the manager, or in words why not and what to do. */
export type Reached = { readonly ok: true; readonly version: number | null } | { readonly ok: false; readonly words: string };

const PRINT = 'With --print the file of the service is written to the terminal, and nothing is changed.';
const ELSEWHERE: Record<Exclude<Host['init'], 'systemd'>, string> = {
  wsl: 'This is Linux inside Windows, and systemd is off in it. Put “[boot]” and “systemd=true” into /etc/wsl.conf, run wsl --shutdown in Windows, and try again.',
  container:
    'This is a container, in which no systemd runs. Let what runs the container start it again (restart: unless-stopped), with rollcall serve or rollcall sync as its command.',
  other: `This machine is not run by systemd. Have what runs it start rollcall serve, or rollcall sync. ${PRINT}`,
};

/** Can a service be looked after here? */
export function reach(host: Host, manager: ManagerName): Reached {
  const words = away(host, manager);
  if (words !== null) return { ok: false, words };
  const asked = systemctl(host, manager, ['--version']);
  return asked.code === 0
    ? { ok: true, version: Number(/^systemd (\d+)/.exec(asked.out)?.[1] ?? Number.NaN) || null }
    : { ok: false, words: `systemctl does not answer (${firstLine(asked.err)}). ${PRINT}` };
}

function away(host: Host, manager: ManagerName): string | null {
  if (host.platform === 'darwin')
    return 'On macOS launchd starts programs. rollcall service install … --print --for launchd writes its file; what to do with it stands in docs/service.md.';
  if (host.platform === 'win32')
    return 'On Windows the task scheduler starts programs. rollcall service install … --print --for windows writes its file; what to do with it stands in docs/service.md.';
  if (host.init !== 'systemd') return ELSEWHERE[host.init];
  if (manager === 'system') return null;
  const bus = systemctl(host, 'user', ['show', '--property=Version']);
  if (bus.code === 0) return null;
  if (bus.code === null) return `systemctl cannot be run (${firstLine(bus.err)}). ${PRINT}`;
  return `${host.user} has no manager of services of their own here (${firstLine(bus.err)}). Sign in as ${host.user}, not by su or sudo, or run loginctl enable-linger ${host.user} first; or have the system’s manager look after it: sudo rollcall service … --system.`;
}

export function systemctl(host: Host, manager: ManagerName, args: readonly string[]): Ran {
  return run(host, 'systemctl', [...(manager === 'user' ? ['--user'] : []), '--no-ask-password', ...args]);
}

/** Null: the manager has no such unit, or cannot be asked. */
export function standingOf(host: Host, manager: ManagerName, unit: string): Standing | null {
  const shown = systemctl(host, manager, ['show', '--timestamp=unix', `--property=${PROPERTIES.join(',')}`, unit]);
  const standing = shown.code === 0 ? readStanding(shown.out) : null;
  return standing !== null && standing.last === null && standing.restarts > 0
    ? { ...standing, last: lastEnd(host, manager, unit) }
    : standing;
}

function lastEnd(host: Host, manager: ManagerName, unit: string): ServiceExit | null {
  const of = unitMatch(manager, unit);
  const { code, out } = run(host, 'journalctl', [of, `MESSAGE_ID=${ENDED_MESSAGE}`, '--lines=1', '--output=json', '--no-pager', '--quiet']);
  return code === 0 ? readEnd(out) : null;
}

/** What the journal is asked for, of one unit. */
export function unitMatch(manager: ManagerName, unit: string): string {
  return manager === 'user' ? `--user-unit=${unit}` : `--unit=${unit}`;
}

/** Does this user's manager begin with the machine, and not only when they sign in? Null: nobody says. */
export function lingers(host: Host): boolean | null {
  const { code, out } = run(host, 'loginctl', ['show-user', host.user, '--property=Linger', '--value']);
  return code === 0 ? out.trim() === 'yes' : null;
}

/** May services of a user have a view of the files of their own? Some systems keep that to root. */
export function viewOfUsers(host: Host): 'own' | 'plain' {
  if (host.uid === 0) return 'own';
  return run(host, 'unshare', ['--user', '--map-root-user', '--mount', 'mount', '--bind', '/tmp', '/tmp']).code === 0 ? 'own' : 'plain';
}

export function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] || 'no words';
}
