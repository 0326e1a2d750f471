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
const ANSWERS = 'evict-answers';
/** Who has not read an answer by then has ended. Milliseconds. */
const KEPT_MS = 3_600_000;

interface Answer {
  readonly id: string;
  readonly at: number;
  readonly outcomes: readonly EvictOutcome[];
}

/** Gives how many photos are to be answered for by the time at which this is. */
export function askEvict(store: DurableStore, ask: EvictAsk): number {
  return store.transact(() => {
    const all = [...evictsAsked(store), ask];
    store.setNote(ASKED, JSON.stringify(all));
    return all.reduce((sum, { assetIds }) => sum + assetIds.length, 0);
  });
}

export function evictsAsked(store: DurableStore): EvictAsk[] {
  const note = store.note(ASKED);
  return note === null ? [] : (JSON.parse(note) as EvictAsk[]);
}

/** It was done: who asked reads what came of it. */
export function answerEvict(store: DurableStore, id: string, outcomes: readonly EvictOutcome[], now: number): void {
  store.transact(() => {
    const left = evictsAsked(store).filter((each) => each.id !== id);
    store.setNote(ASKED, left.length === 0 ? null : JSON.stringify(left));
    keepAnswers(store, [...answers(store).filter(({ at }) => Math.abs(now - at) <= KEPT_MS), { id, at: now, outcomes }]);
  });
}

/** It is read once. Null: there is no answer yet. */
export function takeEvictAnswer(store: DurableStore, id: string): readonly EvictOutcome[] | null {
  if (!answers(store).some((each) => each.id === id)) return null;
  return store.transact(() => {
    const all = answers(store);
    keepAnswers(
      store,
      all.filter((each) => each.id !== id),
    );
    return all.find((each) => each.id === id)?.outcomes ?? null;
  });
}

function answers(store: DurableStore): Answer[] {
  const note = store.note(ANSWERS);
  return note === null ? [] : (JSON.parse(note) as Answer[]);
}

function keepAnswers(store: DurableStore, all: readonly Answer[]): void {
  store.setNote(ANSWERS, all.length === 0 ? null : JSON.stringify(all));
}
