import { isBelow, isOfHome, isTemporary, outermost } from './hidden.ts';
import { marksLines } from './marks.ts';
import { bindWord, commandLine, pathWord, specified, variableWord } from './quote.ts';
import { descriptionOf, unitName, type Manager, type Service } from './service.ts';

/** How far this machine can go. */
export interface Means {
  /** The version of systemd; null: not known, and what is new is left out. */
  readonly version: number | null;
  /** `plain`: the machine does not let a user's own services have a view of the files of their own. */
  readonly view: 'own' | 'plain';
  /** The home of who runs it. */
  readonly home: string;
}

/** More than a server that finishes what runs, or a device that says its last words, takes. Seconds. */
const STOP = 60;
const FIRST_PAUSE = 5;
/** From 254 on the pauses grow up to this. Seconds. */
const LONGEST_PAUSE = 300;
const STEPS_SINCE = 254;
/** Where the pauses do not grow they are this long. Seconds. */
const EVEN_PAUSE = 15;
/** So many starts within the hour, and it is left alone until a person looks. */
const STARTS = 60;
const HOUR = 3600;
/** Wrong use, and what needs its person: the exit codes after which another start would end in the same way. */
const NOT_AGAIN = '2 3';
const OPEN_FILES = 65_536;
/** What no photo library needs to see, whoever looks through it. */
const SECRETS = ['.ssh', '.gnupg', '.aws', '.kube', '.password-store'];

/** The unit of a service, whole. What it says must have been found fit (`unfit`). */
export function unitText(service: Service, manager: Manager, means: Means): string {
  return [
    '# Written by `rollcall service install`, which writes it anew. What you want changed goes into a drop-in:',
    `# systemctl ${manager.of === 'user' ? '--user ' : ''}edit ${unitName(service)}`,
    '[Unit]',
    ...aboutLines(service, manager),
    '',
    '[Service]',
    ...runLines(service, manager, means),
    '',
    ...limitLines(service),
    '',
    ...(means.view === 'own'
      ? viewLines(service, manager, means)
      : ['# This machine lets no user’s service have a view of the files of its own.']),
    '',
    ...rightsLines(service, manager, means),
    '',
    '[Install]',
    `WantedBy=${manager.of === 'user' ? 'default.target' : 'multi-user.target'}`,
    '',
    ...marksLines(service),
    '',
  ].join('\n');
}

function aboutLines(service: Service, manager: Manager): string[] {
  return [
    `Description=${specified(descriptionOf(service))}`,
    ...(manager.of === 'system' ? ['Wants=network-online.target', 'After=network-online.target'] : []),
    // A device begins without its disk, too, and tells that it is gone.
    ...(service.kind === 'server' ? [`RequiresMountsFor=${service.writes.map(pathWord).join(' ')}`] : []),
    `StartLimitIntervalSec=${HOUR}`,
    `StartLimitBurst=${STARTS}`,
  ];
}

function runLines(service: Service, manager: Manager, { version }: Means): string[] {
  const grows = version !== null && version >= STEPS_SINCE;
  const { runtime } = service.program;
  const path = runtime === null ? [] : [`Environment=${variableWord('PATH', `${runtime}:/usr/local/bin:/usr/bin:/bin`)}`];
  return [
    'Type=exec',
    ...(manager.of === 'system' ? [`User=${manager.user}`] : []),
    `ExecStart=${commandLine([...service.program.command, ...service.args])}`,
    ...(service.certificate === 'renewed' ? ['ExecReload=/bin/kill -HUP $MAINPID'] : []),
    `Environment=ROLLCALL_SERVICE=${unitName(service)}`,
    ...path,
    'UMask=0077',
    'Restart=on-failure',
    `RestartPreventExitStatus=${NOT_AGAIN}`,
    `RestartSec=${grows ? FIRST_PAUSE : EVEN_PAUSE}`,
    ...(grows ? ['RestartSteps=6', `RestartMaxDelaySec=${LONGEST_PAUSE}`] : []),
    `TimeoutStopSec=${STOP}`,
    'KillMode=mixed',
    '# Told to stop twice, it goes at once: that is no failure.',
    'SuccessExitStatus=143',
  ];
}

function limitLines({ limits }: Service): string[] {
  return [
    `LimitNOFILE=${OPEN_FILES}`,
    `MemoryMax=${limits.memory}`,
    `TasksMax=${limits.tasks}`,
    '# A program that makes one picture may run out of memory; the service goes on.',
    'OOMPolicy=continue',
  ];
}

/** What it sees of the files of this machine, and what it may change. */
function viewLines(service: Service, manager: Manager, { home }: Means): string[] {
  const { kind, program, reads } = service;
  const writes = outermost(service.writes);
  const needs = outermost([...reads, program.root, ...(program.runtime === null ? [] : [program.runtime])]).filter(
    (path) => !writes.some((folder) => isBelow(path, folder)),
  );
  // A device that did not see a folder would take it for gone: it sees the homes of people, and changes none but its own folders.
  const hides = (path: string): boolean => isTemporary(path) || (kind === 'server' && isOfHome(path));
  const [bound, written] = [writes.filter(hides), writes.filter((path) => !hides(path))];
  const shown = needs.filter(hides);
  const ofHome = [...writes, ...needs].some(isOfHome);
  const secrets = SECRETS.map((name) => `${home}/${name}`).filter((path) => !service.writes.some((folder) => isBelow(path, folder)));
  return [
    // A user's own manager may do the rest only in a name space of its own.
    ...(manager.of === 'user' ? ['PrivateUsers=yes'] : []),
    'ProtectSystem=strict',
    `ProtectHome=${kind === 'device' ? 'read-only' : ofHome ? 'tmpfs' : 'yes'}`,
    ...(written.length > 0
      ? [
          `ReadWritePaths=${written
            .map((path) => `${PERHAPS[kind]}${path}`)
            .map(pathWord)
            .join(' ')}`,
        ]
      : []),
    ...(bound.length > 0 ? [`BindPaths=${bound.map(bindWord).join(' ')}`] : []),
    ...(shown.length > 0 ? [`BindReadOnlyPaths=${shown.map(bindWord).join(' ')}`] : []),
    ...(kind === 'device' && secrets.length > 0 ? [`InaccessiblePaths=${secrets.map((path) => pathWord(`-${path}`)).join(' ')}`] : []),
    'PrivateTmp=yes',
    'PrivateDevices=yes',
    'ProtectKernelTunables=yes',
    'ProtectKernelModules=yes',
    'ProtectKernelLogs=yes',
    'ProtectControlGroups=yes',
    'ProtectHostname=yes',
    ...(manager.of === 'system' ? ['ProtectProc=invisible'] : []),
  ];
}

/** A device begins without its folder, too, and tells that it is gone. */
const PERHAPS: Record<Service['kind'], string> = { server: '', device: '-' };

function rightsLines({ port }: Service, manager: Manager, { view }: Means): string[] {
  const capability = port === 'low' && manager.of === 'system' ? 'CAP_NET_BIND_SERVICE' : '';
  return [
    'NoNewPrivileges=yes',
    // Without a name space a user's own manager has nothing that it could take away.
    ...(manager.of === 'system' || view === 'own'
      ? [`CapabilityBoundingSet=${capability}`, `AmbientCapabilities=${capability}`, 'ProtectClock=yes']
      : []),
    'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK',
    'RestrictNamespaces=yes',
    'RestrictRealtime=yes',
    'RestrictSUIDSGID=yes',
    'LockPersonality=yes',
    'SystemCallArchitectures=native',
    '# No MemoryDenyWriteExecute: the runtime writes the machine code that it runs.',
    'SystemCallFilter=@system-service',
    'SystemCallFilter=~@privileged @obsolete',
    'SystemCallErrorNumber=EPERM',
  ];
}
