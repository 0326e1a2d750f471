import { chownSync, existsSync, mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EXIT, type InstallOptions, type PrintFor } from './commands.ts';
import { fileOf, findByName, MANAGERS } from './found.ts';
import { run, thisHost, type Host, type Io } from './host.ts';
import { launchdText } from './launchd.ts';
import { ownerOf, uidOf } from './owner.ts';
import { programOf } from './program.ts';
import { descriptionOf, kindWords, unfit, unitName, type Manager, type Service } from './service.ts';
import { firstLine, lingers, reach, standingOf, systemctl, viewOfUsers } from './systemd.ts';
import { unitText, type Means } from './unit.ts';
import { windowsText } from './windows.ts';
import { complain, runWords, say } from './words.ts';

/** Has the manager of services look after a server or a device; again, it is brought up to date. */
export async function installService(options: InstallOptions, io: Io, host: Host = thisHost()): Promise<number> {
  const service = serviceOf(options);
  const crooked = unfit(service);
  if (crooked !== null) return complain(io, crooked, EXIT.usage);
  const owner = ownerOf({ ...options, of: service.of }, host);
  if (!owner.ok) return complain(io, owner.words, owner.usage ? EXIT.usage : EXIT.needsYou);
  const { manager } = owner;
  if (options.print !== null) {
    io.stdout.write(printed(service, options.print, manager, host));
    return EXIT.ok;
  }
  const reached = reach(host, manager.of);
  if (!reached.ok) return complain(io, reached.words, EXIT.needsYou);
  if (manager.of === 'system' && host.uid !== 0)
    return complain(
      io,
      'Only root changes services of the system. Put sudo before the command, or leave --system out: your own manager then looks after it.',
      EXIT.needsYou,
    );
  const unit = unitName(service);
  const before = findByName(host, MANAGERS, service);
  const taken = before === null ? null : takenWords(before, service, manager, unit);
  if (taken !== null) return complain(io, taken, EXIT.needsYou);
  const means: Means = { version: reached.version, view: viewFor(manager, host), home: homeOf(manager, host) };
  const text = unitText(service, manager, means);
  makeFolders(service, manager, host);
  const old = before === null || before === 'foreign' ? null : before.text;
  if (old !== text) writeUnit(fileOf(host, manager.of, unit), text);
  const failed = await start(service, manager, host, old !== null && old === text);
  if (failed !== null) return complain(io, failed, EXIT.internal);
  return tell(service, { manager, host, old, text, view: means.view }, io);
}

/** With the places where things are, behind all links: a service sees no others. */
function serviceOf(options: InstallOptions): Service {
  const { of, writes, reads, print, main, runtime } = options;
  const places = (paths: readonly string[]): string[] => paths.map(place);
  const named = place(of);
  const args = options.args.map((arg) => (arg === of ? named : arg));
  return {
    ...options,
    of: named,
    args,
    writes: places(writes),
    reads: places(reads),
    program: programOf(main, runtime, print === 'windows' ? 'left' : 'taken'),
  };
}

/** Of what is not there yet, as far as the way to it is there. */
function place(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return path === dirname(path) ? path : join(place(dirname(path)), basename(path));
}

function printed(service: Service, print: PrintFor, manager: Manager, host: Host): string {
  switch (print) {
    case 'launchd':
      return launchdText(service, manager, manager.of === 'user' ? join(host.home, 'Library', 'Logs') : '/var/log');
    case 'windows':
      return windowsText(service, manager);
    case 'systemd': {
      const reached = reach(host, manager.of);
      return unitText(service, manager, {
        version: reached.ok ? reached.version : null,
        view: viewFor(manager, host),
        home: homeOf(manager, host),
      });
    }
    default:
      return print satisfies never;
  }
}

const viewFor = (manager: Manager, host: Host): Means['view'] => (manager.of === 'user' ? viewOfUsers(host) : 'own');

/** Where the user that runs it is at home; of a user whom nobody knows the usual place. */
function homeOf(manager: Manager, host: Host): string {
  if (manager.of === 'user') return host.home;
  const { code, out } = run(host, 'getent', ['passwd', manager.user]);
  return (code === 0 ? out.trim().split(':')[5] : undefined) ?? `/home/${manager.user}`;
}

function takenWords(
  before: NonNullable<ReturnType<typeof findByName>>,
  options: Pick<Service, 'kind' | 'name' | 'of'>,
  manager: Manager,
  unit: string,
): string | null {
  if (before === 'foreign')
    return `There is a ${unit} already that Rollcall did not write, and that is left as it is. Give this one another name, with --name.`;
  if (before.of !== options.of)
    return `${unit} looks after ${before.of}. Give this one a name of its own, with --name, or remove that one first: rollcall service remove ${kindWords(options)}`;
  if (before.manager !== manager.of)
    return `${unit} is installed already with --${before.manager}. Remove it first (rollcall service remove ${kindWords(options)}), or install it with --${before.manager}.`;
  return null;
}

/** A service that may change only its own folders cannot make them. */
function makeFolders({ writes }: Service, manager: Manager, host: Host): void {
  for (const folder of writes) {
    if (existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (manager.of === 'system') chownSync(folder, uidOf(host, manager.user) ?? host.uid, -1);
  }
}

/** Whole, or not at all. */
function writeUnit(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text, { mode: 0o644 });
  renameSync(`${file}.new`, file);
}

/** Null: it was started, or goes on. */
async function start(options: Service, manager: Manager, host: Host, same: boolean): Promise<string | null> {
  const unit = unitName(options);
  const runs = standingOf(host, manager.of, unit)?.run === 'running';
  const steps = [
    ['daemon-reload'],
    ['enable', unit],
    ...(same && runs
      ? []
      : [
          ['reset-failed', unit],
          ['restart', unit],
        ]),
  ];
  for (const step of steps) {
    const { code, err } = systemctl(host, manager.of, step);
    // What never failed cannot be forgiven.
    if (code !== 0 && step[0] !== 'reset-failed') return `systemctl ${step.join(' ')} failed: ${firstLine(err)}`;
  }
  const end = performance.now() + host.watchMs;
  while (performance.now() < end && standingOf(host, manager.of, unit)?.run === 'running') await wait(WATCH_STEP);
  return null;
}

const WATCH_STEP = 200;

interface Done {
  readonly manager: Manager;
  readonly host: Host;
  readonly old: string | null;
  readonly text: string;
  readonly view: Means['view'];
}

function tell(options: Service, { manager, host, old, text, view }: Done, io: Io): number {
  const unit = unitName(options);
  const standing = standingOf(host, manager.of, unit);
  const how = old === null ? 'is installed' : old === text ? 'is as it was' : 'is brought up to date';
  say(io, `${unit} ${how}: ${descriptionOf(options)}.`);
  if (old !== null) for (const line of changesOf(old, text)) say(io, `  ${line}`);
  say(io, `  ${standing === null ? 'It cannot be seen.' : runWords(standing)}`);
  if (manager.of === 'user') {
    const stays = lingers(host);
    say(
      io,
      stays === true
        ? '  It starts with this machine.'
        : `  It starts when ${host.user} signs in, and ends with the last session. To have it run from when the machine starts: loginctl enable-linger ${host.user}`,
    );
    if (view === 'plain')
      say(
        io,
        '  This machine lets no user’s service have a view of the files of its own: it is shut in by the rest. As a service of the system (sudo … --system) it is shut in whole.',
      );
  } else say(io, `  It starts with this machine, as ${manager.user}.`);
  say(io, `  See how it stands: rollcall service status ${kindWords(options)}; what it says: rollcall service logs ${kindWords(options)}`);
  return standing?.run === 'running' ? EXIT.ok : EXIT.needsYou;
}

function changesOf(old: string, text: string): string[] {
  const [before, after] = [old.split('\n'), text.split('\n')];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
}
