import { InvalidArgumentError, Option, type Command } from 'commander';
import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ServeOptions, ServiceChoice, ServiceInstallChoice } from './commands.ts';
import { group, homed, UsageError, type ToAgent, type ToService, type World } from './parsing.ts';
import { serveOptions, serving, type ServeParsed } from './server-commands.ts';
import { parseSize, parseText } from './values.ts';

interface ChoiceParsed {
  readonly name?: string;
  readonly user?: true;
  readonly system?: true;
}
interface InstallParsed extends ChoiceParsed {
  readonly as?: string;
  readonly memoryMax?: string;
  readonly tasksMax?: number;
  readonly print?: true;
  readonly for?: 'systemd' | 'launchd' | 'windows';
}

const KINDS = ['server', 'device'] as const;
type Kind = (typeof KINDS)[number];
/** More than either takes; less than all, so that the machine stays usable. A server makes pictures, beside. */
const MEMORY: Record<Kind, string> = { server: '75%', device: '50%' };
const TASKS = 512;
const LOWEST_OPEN_PORT = 1024;
const LINES = 50;
const MOST_LINES = 100_000;

/** Commands that have the system look after a server or a device. */
export function addServices(program: Command, world: World, run: ToService, toAgent: ToAgent): void {
  const service = group(program, 'service', 'have the system start a server or a device, and start it again after a crash');
  const install = group(service, 'install', 'make it a service, or bring one up to date; what it looks after stays as it is');
  installed(serving(install.command('server').description('the cloud; takes the options of serve')), 'server').action(
    (o: ServeParsed & InstallParsed) => {
      const serve = serveOptions(o, world);
      const { data, port, tls, metricsTokenFile } = serve;
      return run((s) => s.installService, {
        ...installChoice(o, 'server'),
        kind: 'server',
        of: data,
        args: serveArgs(serve),
        writes: [data],
        reads: [...new Set([tls?.cert, tls?.key, metricsTokenFile].filter((file) => file !== undefined).flatMap(foldersOf))],
        port: port > 0 && port < LOWEST_OPEN_PORT ? 'low' : 'open',
        certificate: tls === undefined ? 'none' : 'renewed',
      });
    },
  );
  installed(homed(install.command('device').description('the agent of a device, which keeps its folder in sync'), world), 'device').action(
    (o: InstallParsed & { home: string }) => toAgent((a) => a.serviceInstall, { ...installChoice(o, 'device'), home: resolve(o.home) }),
  );
  const one = (name: string, description: string): Command =>
    chosen(service.command(name).description(description).addArgument(service.createArgument('<what>', 'which').choices(KINDS)));
  one('remove', 'stop it, and let the system start it no more; its data stay').action((kind: Kind, o: ChoiceParsed) =>
    run((s) => s.removeService, { kind, ...choice(o) }),
  );
  one('status', 'does it run, since when, how often was it started again, how did it last end')
    .option('--json', 'print one JSON object')
    .action((kind: Kind, o: ChoiceParsed & { json?: true }) => run((s) => s.serviceStatus, { kind, ...choice(o), json: o.json === true }));
  one('logs', 'what it said')
    .option('-n, --lines <number>', 'so many lines', parseLines, LINES)
    .option('--follow', 'go on with what it says, until you stop it')
    .action((kind: Kind, o: ChoiceParsed & { lines: number; follow?: true }) =>
      run((s) => s.serviceLogs, { kind, ...choice(o), lines: o.lines, follow: o.follow === true }),
    );
}

function chosen(command: Command): Command {
  return command
    .option('--name <name>', 'which of several on this machine', parseName)
    .option('--user', 'of your own manager of services')
    .option('--system', 'of the system’s');
}

function installed(command: Command, kind: Kind): Command {
  return chosen(command)
    .option('--as <user>', 'with --system: who runs it (default: who its folder belongs to)', parseText)
    .option('--memory-max <size>', `the memory that it may use, as 2GB or 50% or unlimited (default: ${MEMORY[kind]})`, parseMemory)
    .option('--tasks-max <number>', `processes and threads (default: ${TASKS})`, parseTasks)
    .option('--print', 'write the file of the service to the terminal, and change nothing')
    .addOption(new Option('--for <system>', 'with --print: whose file').choices(['systemd', 'launchd', 'windows']));
}

function choice({ name, user, system }: ChoiceParsed): ServiceChoice {
  if (user && system) throw new UsageError('Give one of --user and --system.');
  return { name: name ?? null, manager: user ? 'user' : system ? 'system' : null };
}

function installChoice(o: InstallParsed, kind: Kind): ServiceInstallChoice {
  if (o.for !== undefined && !o.print) throw new UsageError('--for goes with --print.');
  return {
    ...choice(o),
    as: o.as ?? null,
    limits: { memory: o.memoryMax ?? MEMORY[kind], tasks: o.tasksMax ?? TASKS },
    print: o.print ? (o.for ?? 'systemd') : null,
    main: process.argv[1] ?? '',
    runtime: process.execPath,
  };
}

/** What a server is told, as it was told here. */
function serveArgs(serve: ServeOptions): string[] {
  const {
    data,
    port,
    host,
    origins = [],
    proxies = [],
    tls,
    silentAfter,
    keepFree,
    logLevel,
    logFormat,
    slowRequest,
    metricsTokenFile,
  } = serve;
  return [
    'serve',
    '--data',
    data,
    '--port',
    String(port),
    '--host',
    host,
    ...origins.flatMap((origin) => ['--origin', origin]),
    ...proxies.flatMap((proxy) => ['--proxy', proxy]),
    ...(tls === undefined ? [] : ['--tls-cert', tls.cert, '--tls-key', tls.key]),
    ...(silentAfter === undefined ? [] : ['--silent-after', spanText(silentAfter)]),
    ...(keepFree === undefined ? [] : ['--keep-free', String(keepFree)]),
    ...(logLevel === undefined ? [] : ['--log-level', logLevel]),
    ...(logFormat === undefined ? [] : ['--log-format', logFormat]),
    ...(slowRequest === undefined ? [] : ['--slow-request', spanText(slowRequest)]),
    ...(metricsTokenFile === undefined ? [] : ['--metrics-token-file', metricsTokenFile]),
  ];
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

function spanText(ms: number): string {
  const [unit, length] = UNITS.find(([, each]) => ms % each === 0) ?? ['s', 1000];
  return `${ms / length}${unit}`;
}

/** Where it is, and where links lead: a certificate is often renewed beside the one that is read. */
function foldersOf(file: string): string[] {
  try {
    return [dirname(file), dirname(realpathSync(file))];
  } catch {
    return [dirname(file)];
  }
}

function parseName(text: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,31}$/.test(text)) throw new InvalidArgumentError('Give small letters, digits and hyphens, at most 32.');
  return text;
}

function parseMemory(text: string): string {
  if (text.trim().toLowerCase() === 'unlimited') return 'infinity';
  const percent = /^(\d{1,3})\s*%$/.exec(text.trim())?.[1];
  if (percent === undefined) return String(parseSize(text));
  if (Number(percent) < 1 || Number(percent) > 100)
    throw new InvalidArgumentError('Give a size such as 2GB, from 1% to 100%, or unlimited.');
  return `${percent}%`;
}

function parseTasks(text: string): number {
  if (!/^\d{2,6}$/.test(text)) throw new InvalidArgumentError('Give a number from 10 to 999999.');
  return Number(text);
}

function parseLines(text: string): number {
  const lines = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(lines <= MOST_LINES)) throw new InvalidArgumentError(`Give a number up to ${MOST_LINES}.`);
  return lines;
}
