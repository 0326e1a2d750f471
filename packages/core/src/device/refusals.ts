import type { DeviceStore } from './store.ts';

/** How often the library has refused the same bytes, and since when. */
interface Refusals {
  readonly tries: number;
  readonly since: number;
}

const NOTE = 'refusals';
/** Bytes that are remembered; the oldest are forgotten, and get their tries again. */
const REMEMBERED = 500;

/** The library refuses these bytes once more. What is committed has no trouble of its own meanwhile, so that it is counted here. */
export function countRefusal(store: DeviceStore, hash: string, now: number): Refusals {
  const { [hash]: before, ...others } = readRefusals(store);
  const refusals = { tries: (before?.tries ?? 0) + 1, since: before?.since ?? now };
  write(store, Object.fromEntries([...Object.entries(others).slice(1 - REMEMBERED), [hash, refusals]]));
  return refusals;
}

/** The library has taken them, or they get their tries again. */
export function forgetRefusals(store: DeviceStore, hash: string): void {
  const { [hash]: before, ...others } = readRefusals(store);
  if (before !== undefined) write(store, others);
}

function readRefusals(store: DeviceStore): Readonly<Record<string, Refusals>> {
  const text = store.note(NOTE);
  return text === null ? {} : (JSON.parse(text) as Record<string, Refusals>);
}

function write(store: DeviceStore, refusals: Readonly<Record<string, Refusals>>): void {
  store.setNote(NOTE, Object.keys(refusals).length === 0 ? null : JSON.stringify(refusals));
}
