import type { Table } from '../table.ts';

export interface Wish {
  /** An empty folder of the measure's own; removed afterwards. */
  readonly folder: string;
  readonly quick: boolean;
  /** Photographs of the first sync. */
  readonly photos: number;
  readonly rounds: number;
  /** Bytes of the library that arrives where there is no room for it, and of the budget there; null: that of the photographs, and a tenth of it. */
  readonly library: number | null;
  readonly budget: number | null;
  /** Assets of the libraries of *size*; empty for its own. */
  readonly assets: readonly number[];
  /** How long somebody scrolls through a library, before it is looked at what the page holds. */
  readonly minutes: number;
  /** Another gallery that is installed and looked at beside this one; null: none. */
  readonly beside: string | null;
  /** Names of contestants; empty for all. */
  readonly only: readonly string[];
  /** Progress, for whoever waits. */
  say(text: string): void;
}

export type Measure = (wish: Wish) => Promise<Table>;
