import type { Readable, Writable } from 'node:stream';

/** What every command is given of the world. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Fires once when the person, or the system, asks the program to stop (SIGINT, SIGTERM). */
  readonly signal: AbortSignal;
  /** Asks a yes-or-no question on the terminal; null when there is no terminal, and the answer is then yes. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
}

/** 0 all in sync, 1 internal error, 2 usage, 3 needs the person, 4 held by settings, 5 would retry. */
export const EXIT = { ok: 0, internal: 1, usage: 2, needsYou: 3, held: 4, retry: 5 } as const;

export type Run<Options> = (options: Options, io: Io) => Promise<number>;

/** From what ends the server to every step of it. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export const LOG_FORMATS = ['json', 'text'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** Addresses under which the server is reached, beside its own. */
  readonly origins?: readonly string[];
  /** Addresses from which proxies on other machines ask. */
  readonly proxies?: readonly string[];
  /** A device that was not heard from for so long is told of; milliseconds. */
  readonly silentAfter?: number;
  /** What is always left free on the disk; bytes. */
  readonly keepFree?: number;
  /** Files of the certificate and of its key: the server then speaks https. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** How much is logged; absent: `info`. */
  readonly logLevel?: LogLevel;
  /** Absent: words on a terminal, else JSON. */
  readonly logFormat?: LogFormat;
  /** A request at which the server is for longer is told of; milliseconds. */
  readonly slowRequest?: number;
  /** The file with the token that whoever asks for figures shows. */
  readonly metricsTokenFile?: string;
  /** A database that has to be brought up to date is not copied before. */
  readonly withoutCopy?: boolean;
}
export interface AccountCreateOptions {
  readonly server: string;
  readonly email: string;
  readonly password: string;
  readonly name?: string;
  readonly setupToken?: string;
  /** Bytes. */
  readonly quota?: number;
  /** Allow plain http beyond this machine. */
  readonly insecure?: boolean;
}
export interface AccountListOptions {
  readonly data: string;
  readonly json: boolean;
}
export interface DataOptions {
  readonly data: string;
  readonly json: boolean;
}
export interface RestoredOptions {
  readonly data: string;
}
/** How many snapshots of a backup stay: the last, and one of each day, week, month and year. */
export interface Retention {
  readonly last: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}
export interface BackupFromOptions {
  /** The folder of the backup. */
  readonly from: string;
  readonly json: boolean;
}
export interface BackupUnlockOptions extends BackupFromOptions {
  /** Null: none was given. */
  readonly passphrase: string | null;
  readonly snapshot?: string;
}
export interface ServerCommands {
  /** `keep` null: all snapshots stay. */
  readonly backup: Run<DataOptions & { readonly to: string; readonly passphrase: string | null; readonly keep: Retention | null }>;
  readonly backupList: Run<BackupFromOptions>;
  readonly backupCheck: Run<BackupUnlockOptions>;
  readonly backupPrune: Run<BackupFromOptions & { readonly keep: Retention; readonly dryRun: boolean }>;
  readonly restore: Run<BackupUnlockOptions & { readonly data: string; readonly replace: boolean }>;
  readonly planList: Run<DataOptions>;
  /** `bytes` null: no limit. */
  readonly planAdd: Run<DataOptions & { readonly name: string; readonly bytes: number | null }>;
  readonly planSet: Run<DataOptions & { readonly name: string; readonly bytes: number | null }>;
  readonly planRemove: Run<DataOptions & { readonly name: string }>;
  readonly planRequests: Run<DataOptions>;
  readonly planAnswer: Run<DataOptions & { readonly email: string; readonly grant: boolean; readonly answer: string }>;
  readonly accountPlan: Run<DataOptions & { readonly email: string; readonly name: string }>;
  readonly accountQuota: Run<DataOptions & { readonly email: string; readonly quota: number }>;
  readonly appPasswordAdd: Run<DataOptions & { readonly email: string; readonly name: string }>;
  readonly appPasswordList: Run<DataOptions & { readonly email: string }>;
  readonly appPasswordRemove: Run<DataOptions & { readonly email: string; readonly name: string }>;
  readonly accountClose: Run<DataOptions & { readonly email: string }>;
  readonly accountKeep: Run<DataOptions & { readonly email: string }>;
  readonly accountOwner: Run<DataOptions & { readonly email: string }>;
  readonly scrub: Run<DataOptions>;
  readonly receiptNewKey: Run<DataOptions>;
  readonly purgedList: Run<DataOptions>;
  readonly purgedRestore: Run<DataOptions & { readonly id: string }>;
  readonly restored: Run<RestoredOptions>;
  readonly serve: Run<ServeOptions>;
  readonly accountCreate: Run<AccountCreateOptions>;
  readonly accountList: Run<AccountListOptions>;
}

export interface HomeOptions {
  /** The device's state folder. */
  readonly home: string;
}
export interface ViewOptions extends HomeOptions {
  /** Print one JSON object instead of words. */
  readonly json: boolean;
}
export interface LinkOptions extends HomeOptions {
  readonly server: string;
  readonly folder: string;
  readonly name: string;
  /** `code`: a person approves a short code in a browser. */
  readonly signIn: { readonly by: 'password'; readonly email: string; readonly password: string } | { readonly by: 'code' };
  /** Go on without asking. */
  readonly yes: boolean;
  /** Allow plain http beyond this machine. */
  readonly insecure: boolean;
}
export interface SyncOptions extends ViewOptions {
  readonly once: boolean;
  /** Seconds to go on trying after transient failures, with `once`. */
  readonly wait: number;
  /** As a service it waits for what somebody at the terminal would be told to end or to unlock. */
  readonly service?: boolean;
  /** The state of the device, where it has to be brought up to date, is not copied before. */
  readonly withoutCopy?: boolean;
}
export interface HeldOptions extends ViewOptions {
  readonly answer: 'keep' | 'trash';
  /** None: all that is held. */
  readonly files: readonly string[];
}
export interface ReceiptCheckOptions extends ViewOptions {
  readonly file: string;
  /** Absent: the server of the device. */
  readonly server?: string;
  /** Allow plain http beyond this machine. */
  readonly insecure: boolean;
}
export interface DoctorOptions extends ViewOptions {
  /** Do the cures that are safe, and look again. */
  readonly fix: boolean;
  /** Where to write what support needs to see. */
  readonly report?: string;
}
export interface ImportOptions extends ViewOptions {
  /** Folders, libraries of Photos and ZIP archives. */
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  /** Put the files into the folder of the device. */
  readonly intoFolder: boolean;
  /** Leave out what is in the trash where it comes from. */
  readonly withoutTrash: boolean;
  /** Where to write the proof as a page. */
  readonly html?: string;
}
export interface ExportOptions extends ViewOptions {
  /** The folder to export to. */
  readonly to: string;
  /** Titles or ids of albums and folders of albums; none: not chosen by albums. */
  readonly albums: readonly string[];
  /** The first and the last day, month or year: `2024`, `2024-05` or `2024-05-06`. */
  readonly from?: string;
  readonly until?: string;
  readonly favourites: boolean;
  /** Leave out Recently Deleted. */
  readonly withoutTrash: boolean;
  readonly dryRun: boolean;
}
export interface NamedOptions extends ViewOptions {
  readonly names: readonly string[];
}
/** What would free room in the cloud. */
export const SPACE_KINDS = ['exact', 'alike', 'videos', 'screenshots', 'blurred'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];
export interface AgentCommands {
  readonly accountClose: Run<ViewOptions & { readonly email: string; readonly password: string }>;
  readonly accountKeep: Run<ViewOptions>;
  readonly conditions: Run<ViewOptions>;
  readonly conditionsSet: Run<ViewOptions & { readonly overrides: readonly string[] }>;
  /** None: all that is simulated. */
  readonly conditionsClear: Run<ViewOptions & { readonly names: readonly string[] }>;
  readonly settingsGet: Run<ViewOptions & { readonly name?: string }>;
  readonly settingsSet: Run<ViewOptions & { readonly name: string; readonly value: string; readonly yes?: boolean }>;
  /** Null: it ends. */
  readonly syncNow: Run<ViewOptions & { readonly forMs: number | null }>;
  /** Milliseconds since 1970; absent: until the person resumes. */
  readonly pause: Run<ViewOptions & { readonly until?: number }>;
  readonly resume: Run<ViewOptions>;
  readonly restart: Run<ViewOptions>;
  readonly doctor: Run<DoctorOptions>;
  readonly link: Run<LinkOptions>;
  readonly unlink: Run<HomeOptions & { readonly compressed?: 'download' | 'leave' }>;
  readonly sync: Run<SyncOptions>;
  readonly serviceInstall: Run<ServiceInstallChoice & HomeOptions>;
  readonly status: Run<ViewOptions>;
  readonly ls: Run<ViewOptions>;
  readonly why: Run<ViewOptions & { readonly file: string }>;
  readonly verify: Run<ViewOptions>;
  readonly verifyErase: Run<ViewOptions & { readonly receipt?: string }>;
  readonly receiptCheck: Run<ReceiptCheckOptions>;
  readonly devices: Run<ViewOptions>;
  readonly heldList: Run<ViewOptions>;
  readonly heldAnswer: Run<HeldOptions>;
  readonly lostList: Run<ViewOptions>;
  readonly lostForget: Run<ViewOptions & { readonly id: string }>;
  readonly trashList: Run<ViewOptions>;
  readonly trashRestore: Run<ViewOptions & { readonly id: string }>;
  readonly trashEmpty: Run<ViewOptions & { readonly yes: boolean }>;
  /** Absent: the first of every kind. */
  readonly cloudSpace: Run<ViewOptions & { readonly section?: SpaceKind }>;
  readonly cloudSpaceTrash: Run<ViewOptions & { readonly ids: readonly string[] }>;
  readonly keep: Run<ViewOptions & { readonly file: string }>;
  readonly forget: Run<ViewOptions & { readonly file: string }>;
  readonly joinPair: Run<
    ViewOptions & { readonly file: string; readonly joined: string; readonly role?: 'live-video' | 'raw' | 'alternate' | 'audio' }
  >;
  readonly importPhotos: Run<ImportOptions>;
  readonly exportLibrary: Run<ExportOptions>;
  readonly inspect: Run<{ readonly json: boolean; readonly files: readonly string[] }>;
  readonly inspectFolder: Run<{ readonly json: boolean; readonly folder: string }>;
  /** `html`: where a page is written; `bytes`: all originals are read. */
  readonly icloudDoctor: Run<{ readonly path: string; readonly json: boolean; readonly html?: string; readonly bytes: boolean }>;
  readonly splitPair: Run<ViewOptions & { readonly file: string }>;
  /** Files, folders, albums or ids of photos. */
  readonly get: Run<NamedOptions>;
  readonly evict: Run<NamedOptions>;
  readonly pin: Run<NamedOptions>;
  readonly unpin: Run<NamedOptions>;
  readonly pins: Run<ViewOptions>;
  readonly storage: Run<ViewOptions>;
  readonly undo: Run<ViewOptions & { readonly list: boolean; readonly last: number }>;
  readonly update: Run<{ readonly root: string; readonly dryRun: boolean; readonly fetch: boolean; readonly yes: boolean }>;
  /** `server` absent: nobody is asked. */
  readonly version: Run<{ readonly root: string; readonly json: boolean; readonly server?: string }>;
}

/** What is said of a service before it is known what it runs. */
export interface ServiceChoice {
  /** Tells several of one kind apart; null: the one that needs no name. */
  readonly name: string | null;
  /** Null: the system's for root, else that of the user. */
  readonly manager: 'user' | 'system' | null;
}
export interface ServiceInstallChoice extends ServiceChoice {
  /** As whom the system's manager runs it; null: as whom its folder belongs to. */
  readonly as: string | null;
  readonly limits: { readonly memory: string; readonly tasks: number };
  /** Whose file is written to the terminal; null: it is installed. */
  readonly print: 'systemd' | 'launchd' | 'windows' | null;
  /** The file that runs now, and the Node.js that runs it. */
  readonly main: string;
  readonly runtime: string;
}
export interface ServiceInstallOptions extends ServiceInstallChoice {
  readonly kind: 'server' | 'device';
  /** The data folder of a server, or the state folder of a device. */
  readonly of: string;
  readonly args: readonly string[];
  readonly writes: readonly string[];
  readonly reads: readonly string[];
  readonly port: 'none' | 'open' | 'low';
  readonly certificate: 'none' | 'renewed';
}
export interface ServiceWhichOptions extends ServiceChoice {
  readonly kind: 'server' | 'device';
}
/** What the system's manager of services is asked for. */
export interface ServiceCommands {
  readonly installService: Run<ServiceInstallOptions>;
  readonly removeService: Run<ServiceWhichOptions>;
  readonly serviceStatus: Run<ServiceWhichOptions & { readonly json: boolean }>;
  readonly serviceLogs: Run<ServiceWhichOptions & { readonly lines: number; readonly follow: boolean }>;
}

/** Where the commands are loaded from, as late as possible: `--help` must not wait for a server to load. */
export interface Rooms {
  readonly server: () => Promise<ServerCommands>;
  readonly agent: () => Promise<AgentCommands>;
  readonly service: () => Promise<ServiceCommands>;
}
