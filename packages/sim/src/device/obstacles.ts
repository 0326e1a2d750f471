import { backOff, isTimeFor, nextTrouble, type Trouble } from '@rollcall/core';
import type { ReasonCode } from '@rollcall/protocol';
import type { Chance } from '../world/chance.ts';
import type { Answer } from './work.ts';

/** A trouble that only a person ends is still tried again this often: the cure may be made elsewhere. */
export const LASTING_MS = 60_000;

/** Codes that concern the link or the server, not one item. */
const SHARED: ReadonlySet<string> = new Set([
  'offline',
  'captive-portal',
  'server-unreachable',
  'server-busy',
  'signed-out',
  'device-revoked',
  'update-needed',
  'device-forked',
] satisfies ReasonCode[]);
const LASTING: ReadonlySet<string> = new Set(['signed-out', 'device-revoked', 'update-needed', 'device-forked'] satisfies ReasonCode[]);

/** What stands between a device and the server as a whole. */
export class Obstacles {
  #server: Trouble | null = null;
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  get server(): Trouble | null {
    return this.#server;
  }

  /** Takes what concerns the link or the server as a whole. False: it concerns only what was asked. */
  failed(answer: Answer, now: number): boolean {
    if (answer.is === 'answer') return false;
    // A full disk of the server that one upload meets is that upload's.
    if (!SHARED.has(answer.code) && !(answer.is === 'refusal' && answer.code === 'server-disk-full')) return false;
    const code = answer.code as ReasonCode;
    if (this.#server?.code === code && (this.#server.nextTry ?? 0) > now) return true;
    const wait = (tries: number): number => (LASTING.has(code) ? LASTING_MS : backOff(tries - 1, this.#chance.next()));
    this.#server = nextTrouble(this.#server, code, {}, now, wait);
    return true;
  }

  /** The server answered. True: it had not. */
  reached(): boolean {
    const had = this.#server !== null;
    this.#server = null;
    return had;
  }

  /** True once the time has come to try the server again; the trouble stays until it answers. */
  takeTry(now: number): boolean {
    if (this.#server?.nextTry == null || !isTimeFor(this.#server.nextTry, now, LASTING_MS)) return false;
    this.#server = { ...this.#server, nextTry: null };
    return true;
  }
}
