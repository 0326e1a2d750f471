import { sizeWords } from '@rollcall/protocol';
import { exitWords } from '@rollcall/core';
import { EXIT, type WhichOptions } from './commands.ts';
import { findByName, MANAGERS, type Installed } from './found.ts';
import { runThrough, thisHost, type Host, type Io } from './host.ts';
import { kindWords, unitName } from './service.ts';
import { lingers, reach, standingOf, unitMatch, type ManagerName } from './systemd.ts';
import type { Standing } from './standing.ts';
import { complain, lastWords, restartWords, runWords, say } from './words.ts';

export const managersOf = ({ manager }: Pick<WhichOptions, 'manager'>): readonly ManagerName[] => (manager === null ? MANAGERS : [manager]);

/** How a service stands. */
export async function serviceStatus(options: WhichOptions & { readonly json: boolean }, io: Io, host: Host = thisHost()): Promise<number> {
  const found = findByName(host, managersOf(options), options);
  if (found === null || found === 'foreign') {
    if (!options.json) return complain(io, notThere(options, found), EXIT.needsYou);
    say(io, JSON.stringify({ installed: false, unit: unitName(options) }, null, 2));
    return EXIT.needsYou;
  }
  const reached = reach(host, found.manager);
  if (!reached.ok) return complain(io, reached.words, EXIT.needsYou);
  const standing = standingOf(host, found.manager, found.unit);
  const starts = found.manager === 'system' ? 'machine' : lingers(host) === true ? 'machine' : 'sign-in';
  if (options.json) say(io, JSON.stringify(told(found, standing, starts), null, 2));
  else for (const line of linesOf(found, standing, starts)) say(io, line);
  return exitOf(standing);
}

export function notThere(options: WhichOptions, found: 'foreign' | null): string {
  return found === 'foreign'
    ? `${unitName(options)} is not of Rollcall’s making, and is left alone.`
    : `${unitName(options)} is not installed. Install it: rollcall service install ${kindWords(options)}`;
}

function told({ unit, manager, file, kind, name, of }: Installed, standing: Standing | null, starts: 'machine' | 'sign-in'): object {
  const last = standing?.last ?? null;
  return {
    installed: true,
    unit,
    manager,
    file,
    kind,
    name,
    of,
    run: standing?.run ?? null,
    startsWith: standing?.atBoot === true ? starts : null,
    since: standing?.since ?? null,
    restarts: standing?.restarts ?? null,
    last: last && { ...last, words: exitWords(last) },
    pid: standing?.pid ?? null,
    memory: standing?.memory ?? null,
  };
}

const STARTS = { machine: 'It starts with this machine.', 'sign-in': 'It starts when its user signs in, and ends with the last session.' };

function linesOf({ unit, manager, file, of }: Installed, standing: Standing | null, starts: 'machine' | 'sign-in'): string[] {
  const head = `${unit} (${manager === 'user' ? 'of this user' : 'of the system'}), for ${of}`;
  if (standing === null)
    return [
      head,
      `  Its file is there (${file}), and its manager does not know it: systemctl ${manager === 'user' ? '--user ' : ''}daemon-reload`,
    ];
  return [
    head,
    `  ${runWords(standing)}`,
    `  ${standing.atBoot ? STARTS[starts] : 'It does not start by itself: install it again, or systemctl enable it.'}`,
    ...(standing.restarts > 0 ? [`  ${restartWords(standing.restarts)}`] : []),
    ...(standing.last === null ? [] : [`  ${lastWords(standing.last)}`]),
    ...(standing.memory === null ? [] : [`  It uses ${sizeWords(standing.memory)} of memory.`]),
    `  Its file: ${file}`,
  ];
}

function exitOf(standing: Standing | null): number {
  switch (standing?.run) {
    case 'running':
      return EXIT.ok;
    case 'again':
    case 'changing':
      return EXIT.retry;
    default:
      return EXIT.needsYou;
  }
}

/** What a service said, as the system keeps it. */
export async function serviceLogs(
  options: WhichOptions & { readonly lines: number; readonly follow: boolean },
  io: Io,
  host: Host = thisHost(),
): Promise<number> {
  const found = findByName(host, managersOf(options), options);
  if (found === null || found === 'foreign') return complain(io, notThere(options, found), EXIT.needsYou);
  const reached = reach(host, found.manager);
  if (!reached.ok) return complain(io, reached.words, EXIT.needsYou);
  const args = [
    unitMatch(found.manager, found.unit),
    `--lines=${options.lines}`,
    '--output=short-iso',
    '--no-pager',
    '--quiet',
    ...(options.follow ? ['--follow'] : []),
  ];
  const code = await runThrough(host, 'journalctl', args, io);
  if (code === null)
    return complain(io, 'journalctl is not there: where this system keeps what services say, nobody tells.', EXIT.needsYou);
  return code === 0 ? EXIT.ok : EXIT.internal;
}
