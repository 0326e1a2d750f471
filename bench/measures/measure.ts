import type { Table } from '../table.ts';

export interface Wish {
  /** An empty folder of the measure's own; removed afterwards. */
  readonly folder: string;
  readonly quick: boolean;
  /** Photographs of the first sync. */
  readonly photos: number;
  readonly rounds: number;
  /** Assets of the libraries of *size*; empty for its own. */
  readonly assets: readonly number[];
  /** Names of contestants; empty for all. */
  readonly only: readonly string[];
  /** Progress, for whoever waits. */
  say(text: string): void;
}

export type Measure = (wish: Wish) => Promise<Table>;
