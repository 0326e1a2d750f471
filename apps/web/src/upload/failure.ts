import { say, tellReason } from '@rollcall/protocol';
import type { TransferFailure } from '@rollcall/transfer';
import { NoAnswer, refusalCode, Refused, tellFailure } from '../api/call.ts';
import type { Failure } from './pipeline.ts';
import { Unreadable } from './unreadable.ts';

type Reported = Exclude<TransferFailure, { code: 'stopped' }>;

/** What passes by itself, or when somebody sees to the network. */
const ON_THE_WAY = new Set<string>(['server-unreachable', 'server-busy', 'captive-portal', 'tls-failed']);

/** The transfer of a file's bytes failed. */
export class TransferFailed extends Error {
  override readonly name = 'TransferFailed';
  readonly final: boolean;
  /** It stands between here and the server, and not in the file. */
  readonly passes: boolean;
  constructor(failure: Reported) {
    const told = tellReason({ code: failure.code, since: Date.now(), evidence: failure.evidence });
    super(failure.next === 'stop' ? `${told.words} ${told.cure}` : told.words);
    this.final = failure.next === 'stop';
    this.passes = ON_THE_WAY.has(failure.code);
  }
}

/** Refusals that another try does not change. */
const FINAL = new Set(['bad-request', 'too-large', 'signed-out', 'device-revoked', 'forbidden', 'update-needed', 'quota-full']);

/** Refusals that pass by themselves. */
const PASSING = new Set(['server-busy', 'rate-limited']);

/** What failed of an upload: in words, whether another try is of use, and whether it passes when the network is back. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Unreadable) return { words: error.message, final: true, passes: false };
  if (error instanceof TransferFailed) return { words: error.message, final: error.final, passes: error.passes };
  const code = refusalCode(error);
  const silent = error instanceof NoAnswer;
  return { words: words(error), final: code !== null && FINAL.has(code), passes: silent || (code !== null && PASSING.has(code)) };
}

function words(error: unknown): string {
  return navigator.onLine || error instanceof Refused ? tellFailure(error) : say('Waits for the network.');
}
