import type { DeviceStore } from '@rollcall/core';
import { areWords, momentWords } from '@rollcall/protocol';

/** What is kept of the last roll call to which everything answered. */
export interface Receipt {
  /** ISO 8601. */
  readonly at: string;
  readonly items: number;
  readonly bytes: number;
  /** SHA-256 over the sorted lines, the same here and there. */
  readonly digest: string;
}

const NOTE = 'receipt';

export function keepReceipt(store: DeviceStore, receipt: Receipt): void {
  store.setNote(NOTE, JSON.stringify(receipt));
}

/** Null: there was no such roll call yet. */
export function lastReceipt(store: DeviceStore): Receipt | null {
  const note = store.note(NOTE);
  return note === null ? null : (JSON.parse(note) as Receipt);
}

/** `12,431`. */
export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** @param now how many of those here are safe, as the rows say; a receipt speaks of its own moment */
export function receiptWords({ at, items, digest }: Receipt, now: number | null = null): string {
  const since =
    now === null || now === items
      ? ''
      : ` There ${areWords(now)} ${count(now)} here now; prove ${now === 1 ? 'it' : 'them'}: rollcall verify`;
  return `Receipt: ${items === 1 ? 'the one here' : `all ${count(items)}`} answered the roll call on ${momentWords(Date.parse(at))}, here and in the cloud; digest ${digest}.${since}`;
}
