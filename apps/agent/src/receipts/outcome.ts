import type { DeviceStore, Lack } from '@rollcall/core';
import type { SignedReceipt } from '@rollcall/protocol';
import type { Proof } from './prove.ts';

/** Items that are named; the others are counted. */
const NAMED = 500;

/** What came of the question whether this device may be erased, as a command shows it. */
export interface Outcome {
  /** By this device’s clock, milliseconds. */
  readonly at: number;
  readonly files: number;
  readonly bytes: number;
  readonly ofNobody: { readonly count: number; readonly first: readonly string[] };
  /** Not empty: it may not be erased. */
  readonly lacks: { readonly count: number; readonly first: readonly Lack[] };
  /** There, and only then, it may. */
  readonly signed: SignedReceipt | null;
  readonly otherKey: boolean;
}

export function outcomeOf({ files, bytes, ofNobody, lacks, signed, otherKey }: Proof, at: number): Outcome {
  return {
    at,
    files,
    bytes,
    ofNobody: { count: ofNobody.length, first: ofNobody.slice(0, NAMED) },
    lacks: { count: lacks.length, first: lacks.slice(0, NAMED) },
    signed,
    otherKey,
  };
}

const NOTE = 'erase-outcome';

/** For the command that asked the running agent for it. */
export function keepOutcome(store: DeviceStore, order: string, outcome: Outcome): void {
  store.setNote(NOTE, JSON.stringify({ order, outcome }));
}

/** The last one that a running agent made; null: there was none. */
export function lastOutcome(store: DeviceStore): { readonly order: string; readonly outcome: Outcome } | null {
  const text = store.note(NOTE);
  return text === null ? null : (JSON.parse(text) as { order: string; outcome: Outcome });
}
