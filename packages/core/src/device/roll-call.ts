import { LIMITS, type RollCallReceipt } from '@rollcall/protocol';
import { judgeRollCall, safeToDelete, type SafetyFacts } from '../roll/index.ts';
import type { DeviceStore } from './store.ts';

const ASKED = 'roll-call-asked';
const RECEIPT = 'roll-call-receipt';

/** A person wants a roll call from elsewhere; a later question stands for the one before it. */
export function askForRollCall(store: DeviceStore, order: string): void {
  store.setNote(ASKED, order);
}

/** The order that asks for a roll call which nobody has made yet; null: none. */
export function askedRollCall(store: DeviceStore): string | null {
  return store.note(ASKED);
}

/** What came of the last one; null: none was asked for. */
export function rollCallReceipt(store: DeviceStore): RollCallReceipt | null {
  const text = store.note(RECEIPT);
  return text === null ? null : (JSON.parse(text) as RollCallReceipt);
}

/** Keeps what came of it. The question is answered, unless another one was asked meanwhile. */
export function keepReceipt(store: DeviceStore, receipt: RollCallReceipt): void {
  store.setNote(RECEIPT, JSON.stringify(receipt));
  if (store.note(ASKED) === receipt.order) store.setNote(ASKED, null);
}

/** The receipt of a roll call: what both sides found, and why it does not say that all is safe; no reason: it does. */
export function receiptOf(order: string, facts: SafetyFacts, bytes: number): RollCallReceipt {
  const { digestHere, digestThere, missing } = judgeRollCall(facts.call);
  const safety = safeToDelete(facts);
  return {
    order,
    madeAt: facts.madeAt,
    items: facts.call.items.length,
    bytes,
    digestHere,
    digestThere,
    why: safety.safe ? [] : [...safety.why],
    missing: {
      count: missing.length,
      first: missing.slice(0, LIMITS.missingTold).map(({ path, where, why }) => ({ path, where, why: why.slice(0, 500) })),
    },
  };
}
