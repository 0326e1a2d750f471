import { LIMITS, planted, say, type UploadAnswer, type UploadAsk } from '@rollcall/protocol';
import { freeOf, reserved, type LedgerEntry, type Sums } from './ledger.ts';

/** What bears on a question for bytes, before any of them moves. */
export interface AskFacts {
  /** What this library has of the hash; null: nothing, or the hash is not known. What other libraries hold has no say. */
  readonly entry: LedgerEntry | null;
  /** The device that asks has itself sent all its bytes to this library. */
  readonly sentByAsker: boolean;
  /** The bytes were found damaged or missing on the server's disk. */
  readonly damaged: boolean;
  /** The device asked the very same before, and the upload is open. */
  readonly open: boolean;
  /** Bytes on the server's disk for new uploads. */
  readonly room: number;
  readonly sums: Sums;
  readonly quota: number;
  /** The library closes then, and takes nothing new; absent: it stays. */
  readonly closes?: number | null;
}

/** `go-on`: with the open upload. `begin`: with a new one, for which `entry` is set aside. */
export type Asked =
  | { readonly answer: 'go-on' }
  | { readonly answer: 'begin'; readonly entry: LedgerEntry }
  | Exclude<UploadAnswer, { answer: 'send' }>;

/** Pure; the caller carries it out in the transaction in which the facts were read. */
export function judgeAsk({ hash, size }: UploadAsk, facts: AskFacts): Asked {
  if (size > LIMITS.fileSize)
    return {
      answer: 'refused',
      code: 'too-large-for-server',
      words: say('This server does not take files of this size.'),
      limit: LIMITS.fileSize,
    };
  if (hash !== null && !facts.damaged && isHere(facts)) return { answer: 'have' };
  if (facts.open) return { answer: 'go-on' };
  // What it has it may be given back, where the bytes were found damaged.
  if (facts.closes != null && facts.entry?.state !== 'committed')
    return { answer: 'over-quota', needed: size, free: 0, quota: facts.quota, closes: facts.closes };
  if (size > facts.room)
    return {
      answer: 'refused',
      code: 'server-disk-full',
      words: say('The server’s disk is full. Ask the owner of the server to free up space.'),
      limit: null,
    };
  const entry = reserved(facts.entry, size, facts.sums, facts.quota);
  return entry === null
    ? { answer: 'over-quota', needed: size, free: freeOf(facts.sums, facts.quota), quota: facts.quota }
    : { answer: 'begin', entry };
}

/** This library refers to the bytes, or this device itself sent them all. */
function isHere({ entry, sentByAsker }: AskFacts): boolean {
  const state = entry?.state ?? 'reserved';
  switch (state) {
    case 'committed':
      return true;
    case 'stored':
      return sentByAsker || planted('hash-oracle');
    case 'reserved':
      return false;
    default:
      return state satisfies never;
  }
}
