/** What is run as a service: it starts with the system, and again after a crash. */
export interface Service {
  readonly kind: ServiceKind;
  /** Tells several of one kind apart; null: the one that needs no name. */
  readonly name: string | null;
  /** The data folder of a server, or the state folder of a device. */
  readonly of: string;
  readonly program: Program;
  /** What the program is told, each part as it gets it. */
  readonly args: readonly string[];
  /** Folders that it changes. */
  readonly writes: readonly string[];
  /** Folders and files that it reads, and that may lie where it sees nothing else. */
  readonly reads: readonly string[];
  /** What it may do that others may not, and how it is told of a new certificate. */
  readonly port: 'none' | 'open' | 'low';
  readonly certificate: 'none' | 'renewed';
  readonly limits: Limits;
}
export const SERVICE_KINDS = ['server', 'device'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export interface Limits {
  /** `50%` of the machine's memory, bytes, or `infinity`. */
  readonly memory: string;
  /** Processes and threads. */
  readonly tasks: number;
}

/** How Rollcall itself is begun. */
export interface Program {
  /** The program and what comes before Rollcall's own arguments. */
  readonly command: readonly string[];
  /** The folder in which all of it lies. */
  readonly root: string;
  /** The runtime, where it is the machine's own. Null: it lies in `root`. */
  readonly runtime: string | null;
}

/** Who looks after it: the system's own manager, as a user of the machine, or that user's, who needs no rights for it. */
export type Manager = { readonly of: 'user' } | { readonly of: 'system'; readonly user: string };

const NAME = /^[a-z0-9][a-z0-9-]{0,31}$/;
export const isServiceName = (text: string): boolean => NAME.test(text);

export function unitName({ kind, name }: Pick<Service, 'kind' | 'name'>): string {
  return `rollcall-${kind}${name === null ? '' : `-${name}`}.service`;
}

/** As a person says it. */
export function kindWords({ kind, name }: Pick<Service, 'kind' | 'name'>): string {
  return `${kind}${name === null ? '' : ` --name ${name}`}`;
}

export function descriptionOf({ kind, of }: Pick<Service, 'kind' | 'of'>): string {
  return kind === 'server' ? `Rollcall, the photo cloud in ${of}` : `Rollcall, the device whose state is in ${of}`;
}

/** What can stand in no file of a service, in words; null: all of it can. */
export function unfit({ of, program, args, writes, reads }: Service): string | null {
  const paths = [of, program.root, ...writes, ...reads, program.command[0] ?? ''];
  const crooked = [...paths, ...program.command, ...args].find(steers);
  if (crooked !== undefined)
    return `${JSON.stringify(crooked)} has a newline or another control character in it, which no service can be told. Rename it first.`;
  const short = paths.find((path) => !path.startsWith('/'));
  return short === undefined ? null : `${short} is not a whole path.`;
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const steers = (text: string): boolean => /[\u0000-\u001f\u007f]/.test(text);
