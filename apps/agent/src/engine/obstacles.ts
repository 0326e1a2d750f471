import {
  backOff,
  isTimeFor,
  judgeCause,
  nextTrouble,
  simulatedCause,
  untilKnock,
  type Cause,
  type Conditions,
  type DeviceIdentity,
  type DeviceStore,
  type Trouble,
  type WaySeen,
} from '@rollcall/core';
import type { Evidence, ReasonCode, Refusal } from '@rollcall/protocol';
import { folderTrouble } from '../work/folder-trouble.ts';
import { noteServer } from '../conditions/since.ts';
import { sinceSeen } from '../store/since-seen.ts';
import { Refused } from '../server/refused.ts';
import { deviceTrouble, linkTrouble } from '../work/trouble.ts';

/** A trouble that only a person ends is still tried again this often: the cure may be made elsewhere. */
const LASTING_MS = 60_000;

/** Codes that concern the link or the server, not one item. */
const SHARED: ReadonlySet<ReasonCode> = new Set([
  'offline',
  'captive-portal',
  'server-unreachable',
  'server-busy',
  'tls-failed',
  'signed-out',
  'device-revoked',
  'update-needed',
  'server-outdated',
  'device-forked',
  'wrong-account',
] satisfies ReasonCode[]);

/** Causes that a knock at the server's door may find gone at any moment. */
const ON_THE_WAY: ReadonlySet<ReasonCode> = new Set([
  'offline',
  'captive-portal',
  'server-unreachable',
  'tls-failed',
] satisfies ReasonCode[]);

/** What is seen of the way to the server at this moment. */
export interface WaySight {
  seen(): WaySeen;
  readonly hindered: readonly Trouble[];
}

export interface ObstacleEvents {
  /** Something came between here and the server, or other than it was. */
  serverChanged(): void;
  /** The server answers again; it had not since then. */
  reached(since: number): void;
  folderChanged(): void;
  /** The folder is there again. */
  folderBack(): void;
}

/** What stands in the way of all items at once: between here and the server, and between here and the folder. */
export class Obstacles {
  readonly #store: DeviceStore;
  readonly #identity: DeviceIdentity;
  readonly #way: WaySight;
  readonly #events: ObstacleEvents;
  #server: Trouble | null = null;
  #folder: Trouble | null = null;
  /** When this run met it. */
  #met = 0;
  /** Somebody has looked at the folder. */
  #looked = false;
  /** What stood in the way when the run before ended; null: nothing, or the server has answered since. */
  #before: Trouble | null;
  /** What a person says stands in the way; null: nothing. */
  #simulated: ReasonCode | null = null;
  /** The store says that something stands in the way; perhaps a command noted it, before this agent began. */
  #noted: boolean;

  constructor(store: DeviceStore, identity: DeviceIdentity, way: WaySight, events: ObstacleEvents) {
    this.#way = way;
    this.#store = store;
    this.#identity = identity;
    this.#events = events;
    const note = store.note('server-trouble');
    this.#noted = note !== null;
    this.#before = note === null ? null : (JSON.parse(note) as Trouble);
  }

  get server(): Trouble | null {
    return this.#server;
  }

  get folder(): Trouble | null {
    return this.#folder;
  }

  /** What stands in the way is on the way: it may be gone at any moment, and is looked for by knocking. */
  get onTheWay(): boolean {
    return this.#server !== null && this.#simulated === null && ON_THE_WAY.has(this.#server.code);
  }

  conditions(now: number): Conditions {
    return {
      now,
      server: this.#server === null ? [] : [this.#server],
      folder: this.#folder === null ? [] : [this.#folder],
      hindered: this.#way.hindered,
    };
  }

  /** What a person simulates of the way is heeded, and over when it is over. */
  heedSimulated(): void {
    const cause = simulatedCause(this.#way.seen());
    if (cause !== null) {
      if (this.#simulated === cause.code) return;
      this.#simulated = null;
      this.#setServer(cause, false);
      this.#simulated = cause.code;
    } else if (this.#simulated !== null) {
      this.#simulated = null;
      this.#clear();
    }
  }

  /** Takes an error that concerns the link or the server as a whole; false: it concerns something else. */
  failed(error: unknown): boolean {
    const found = troubleOfAll(error);
    if (found === null) return false;
    if (this.#simulated === null) noteServer(this.#store, found.cause.code, Date.now());
    this.#setServer(found.cause, found.lasting);
    return true;
  }

  /** Takes a refusal that concerns the device as a whole; false: it concerns only what was asked. */
  refused(refusal: Refusal): boolean {
    const trouble = deviceTrouble(refusal);
    if (trouble === null) return false;
    this.#setServer(trouble, trouble.lasting);
    return true;
  }

  /** The server answered. */
  reached(): void {
    if (this.#simulated !== null) return;
    if (this.#noted) noteServer(this.#store, null, Date.now());
    this.#clear();
  }

  #clear(): void {
    if (this.#noted) this.#store.setNote('server-trouble', null);
    this.#noted = false;
    this.#before = null;
    if (this.#server === null) return;
    this.#server = null;
    this.#events.reached(this.#met);
  }

  /** True once the time has come to try the server again; the trouble stays until it answers. */
  takeTry(now: number): boolean {
    if (this.#server?.nextTry == null || !isTimeFor(this.#server.nextTry, now, LASTING_MS)) return false;
    this.#server = { ...this.#server, nextTry: null };
    return true;
  }

  /** Looks at the folder as a whole. True: nothing is wrong with it. */
  checkFolder(): boolean {
    const before = this.#folder;
    const { folder, deviceId, email } = this.#identity;
    const found = folderTrouble(folder, deviceId, email, Date.now());
    if (!this.#looked || found?.code !== before?.code) {
      const since = sinceSeen(this.#store, 'folder', found?.code ?? 'there', Date.now());
      this.#folder = found && { ...found, since };
      this.#looked = true;
    }
    if (before?.code !== this.#folder?.code) {
      this.#events.folderChanged();
      if (this.#folder === null && before !== null) this.#events.folderBack();
    }
    return this.#folder === null;
  }

  #setServer(found: Cause, lasting: boolean): void {
    const now = Date.now();
    const { code, evidence: all } = this.#simulated === null ? judgeCause(found, this.#way.seen()) : found;
    // Several requests fail at once; that is one try.
    if (this.#simulated !== null || (this.#server?.code === code && (this.#server.nextTry ?? 0) > now)) return;
    const { retryAfter, ...evidence } = all;
    const until = code === 'server-busy' && typeof retryAfter === 'number' ? now + Math.min(retryAfter, LASTING_MS) : null;
    const wait = (tries: number): number => {
      if (until !== null) return until - now;
      if (ON_THE_WAY.has(code)) return untilKnock(tries, Math.random());
      return lasting ? LASTING_MS : backOff(tries - 1, Math.random());
    };
    const next = nextTrouble(this.#server, code, until === null ? evidence : { ...evidence, until }, now, wait);
    if (this.#server?.code !== code) this.#met = now;
    // The same as in the run before, and nobody has answered since: it began then.
    this.#server = this.#server === null && this.#before?.code === code ? { ...next, since: this.#before.since } : next;
    this.#store.setNote('server-trouble', JSON.stringify(this.#server));
    this.#noted = true;
    this.#events.serverChanged();
  }
}

/** What an error says of the link or the server as a whole; null: it concerns something else. */
export function troubleOfAll(error: unknown): { readonly cause: Cause; readonly lasting: boolean } | null {
  if (error instanceof Refused) {
    const trouble = deviceTrouble(error.refusal);
    return trouble && { cause: trouble, lasting: trouble.lasting };
  }
  if (typeof error === 'object' && error !== null && 'ok' in error && 'code' in error) {
    const { code, evidence } = error as { code: ReasonCode; evidence?: Evidence };
    return SHARED.has(code) ? { cause: { code, evidence: evidence ?? {} }, lasting: false } : null;
  }
  return looksLikeLink(error) ? { cause: linkTrouble(error), lasting: false } : null;
}

function looksLikeLink(error: unknown): boolean {
  const { code, syscall, name } = error as NodeJS.ErrnoException;
  if (name === 'ForeignAnswer') return true;
  if (syscall === 'connect' || syscall === 'read' || syscall === 'write' || syscall === 'getaddrinfo') return true;
  return (
    code !== undefined && /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|ENET|EHOST|ERR_TLS|ERR_SSL|CERT_|UNABLE_|HPE_|DEPTH_|SELF_)/.test(code)
  );
}
