import type { Program } from '../machine/program.ts';

/** Two folders, and something between them that brings what is in A to B by way of a third place. */
export interface Arena {
  readonly a: string;
  readonly b: string;
  /** Begins to bring A to B. A copier resolves when it is done; what goes on by itself resolves at once. */
  start(): Promise<void>;
  /** What runs at this moment. */
  readonly programs: readonly Program[];
  /** Stops everything; the folders stay. */
  stop(): Promise<void>;
}

export interface Contestant {
  readonly name: string;
  /** Watches A, and needs no second start for a new photo. */
  readonly live: boolean;
  /** Why it cannot take part on this machine. */
  missing(): string | null;
  /** Sets everything up below `root`, with A and B empty. */
  prepare(root: string): Promise<Arena>;
}
