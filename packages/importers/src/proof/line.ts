/** One line of a proof: what was counted, and what it says; `bad` needs a person’s eye. */
export interface ProofLine {
  readonly words: string;
  readonly bad: boolean;
}

/** A line, and when it is said. */
export type Line = readonly [when: boolean, words: () => string, bad?: boolean];

/** The lines that have something to say. */
export function lines(...all: readonly Line[]): ProofLine[] {
  return all.flatMap(([when, words, bad = false]) => (when ? [{ words: words(), bad }] : []));
}
