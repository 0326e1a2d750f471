import { WARNINGS } from '@rollcall/core';
import { agentLife } from '../life.ts';

/** An agent runs and does not get on: what goes on by itself does not, until it is begun anew. */
export interface StuckTold {
  readonly check: 5;
  /** Its last sign of life; milliseconds since 1970. */
  readonly since: number;
  readonly words: string;
  readonly cure: string;
}

/** Null: the agent gets on, or none runs. In the words of the doctor. */
export function stuckAgent(home: string): StuckTold | null {
  const { state, beat } = agentLife(home, Date.now());
  if (state !== 'stuck' || beat === null) return null;
  const { check, words, cure } = WARNINGS['agent-stuck'];
  return { check, since: beat, words: words({ beat }), cure };
}
