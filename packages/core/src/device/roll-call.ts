import { LIMITS, type RollCallReceipt, type SignedReceipt, type Unsafe } from '@rollcall/protocol';
import { judgeRollCall, safeToDelete, type Lack, type SafetyFacts } from '../roll/index.ts';
import type { DeviceStore } from './store.ts';

const ASKED = 'roll-call-asked';
const RECEIPT = 'roll-call-receipt';

/** A person wants a roll call from elsewhere; a later question stands for the one before it. */
export function askForRollCall(store: DeviceStore, order: string): void {
  store.setNote(ASKED, order);
}

/** Whoever asked does not wait for it any more. */
export function dropRollCall(store: DeviceStore, order: string): void {
  if (askedRollCall(store) === order) store.setNote(ASKED, null);
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

/** What came of a question whether the device may be erased. */
export interface EraseFound {
  readonly facts: SafetyFacts;
  /** Of all that answered here. */
  readonly bytes: number;
  readonly lacks: readonly Lack[];
  /** The receipt that the server signed; null: none, and it may not. */
  readonly signed: SignedReceipt | null;
}

/** As it is told to whoever asked from elsewhere: what both sides found, and why it may not; no reason: it may. */
export function receiptOf(order: string, { facts, bytes, lacks, signed }: EraseFound): RollCallReceipt {
  const { digestHere, digestThere } = judgeRollCall(facts.call);
  const safety = safeToDelete(facts);
  const why: Unsafe[] = safety.safe ? [] : [...safety.why];
  // Whatever it is that lacks: without a receipt nothing is proven.
  if (why.length === 0 && signed === null) why.push('missing');
  return {
    order,
    madeAt: facts.madeAt,
    items: facts.call.items.length,
    bytes,
    digestHere,
    digestThere,
    ...(signed === null ? {} : { signed: signed.receipt.id }),
    why,
    missing: {
      count: lacks.length,
      first: lacks.slice(0, LIMITS.missingTold).map(({ what, where, why: words }) => ({ path: what, where, why: words.slice(0, 500) })),
    },
  };
}
