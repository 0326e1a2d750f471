import type { KeptBecause } from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';

/** Photos that a person wants compressed here now, by a command of this device. */
export interface EvictAsk {
  readonly id: string;
  readonly assetIds: readonly string[];
}
/** What became of each. */
export type EvictOutcome = { readonly assetId: string } & ({ readonly freed: number } | { readonly kept: KeptBecause });

const ASKED = 'evict-asked';
const ANSWERED = 'evict-answered';

export function askEvict(store: DurableStore, ask: EvictAsk): void {
  store.transact(() => store.setNote(ASKED, JSON.stringify([...evictsAsked(store), ask])));
}

export function evictsAsked(store: DurableStore): EvictAsk[] {
  const note = store.note(ASKED);
  return note === null ? [] : (JSON.parse(note) as EvictAsk[]);
}

/** It was done: who asked reads what came of it. The answer before is forgotten. */
export function answerEvict(store: DurableStore, id: string, outcomes: readonly EvictOutcome[]): void {
  store.transact(() => {
    const left = evictsAsked(store).filter((each) => each.id !== id);
    store.setNote(ASKED, left.length === 0 ? null : JSON.stringify(left));
    store.setNote(ANSWERED, JSON.stringify({ id, outcomes }));
  });
}

/** Null: there is no answer yet. */
export function evictAnswer(store: DurableStore, id: string): readonly EvictOutcome[] | null {
  const note = store.note(ANSWERED);
  const answer = note === null ? null : (JSON.parse(note) as { readonly id: string; readonly outcomes: readonly EvictOutcome[] });
  return answer?.id === id ? answer.outcomes : null;
}
