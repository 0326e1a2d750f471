import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Failure } from './search.ts';

/** Seeds that are handed out at once. */
export const BATCH = 200;

interface Kept {
  readonly next: number;
  /** First seeds of what was handed out and is not finished; absent in files of earlier versions. */
  readonly open?: readonly number[];
  readonly runs: number;
  readonly steps: number;
  readonly seconds: number;
  readonly failures: readonly Failure[];
}

/** What a long search has done so far, in a file: it goes on from there, and leaves no seed out. */
export class Progress {
  readonly #file: string;
  readonly #open: Set<number>;
  /** What was open when the file was read: handed out first. */
  readonly #again: number[];
  #next: number;
  #runs: number;
  #steps: number;
  #seconds: number;
  readonly #failures: Failure[];

  private constructor(file: string, { next, open = [], runs, steps, seconds, failures }: Kept) {
    this.#file = file;
    this.#open = new Set(open);
    this.#again = [...open];
    this.#next = next;
    this.#runs = runs;
    this.#steps = steps;
    this.#seconds = seconds;
    this.#failures = [...failures];
  }

  /** What the file says, or a beginning at this seed. */
  static at(file: string, seed: number): Progress {
    const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : null;
    return new Progress(file, kept ?? { next: seed, runs: 0, steps: 0, seconds: 0, failures: [] });
  }

  get next(): number {
    return this.#again[0] ?? this.#next;
  }

  get runs(): number {
    return this.#runs;
  }

  get steps(): number {
    return this.#steps;
  }

  get seconds(): number {
    return this.#seconds;
  }

  get failures(): readonly Failure[] {
    return this.#failures;
  }

  /** The first seed of what is to be run next; it is noted before anybody runs it. */
  hand(): number {
    const again = this.#again.shift();
    if (again !== undefined) return again;
    const first = this.#next;
    this.#next += BATCH;
    this.#open.add(first);
    this.#save();
    return first;
  }

  /** A failure is kept at once. What is run again after an end in the middle is found again, and kept once. */
  found(failure: Failure): void {
    const known = this.#failures.findIndex(({ seed, invariant }) => seed === failure.seed && invariant === failure.invariant);
    if (known === -1) this.#failures.push(failure);
    else this.#failures[known] = failure;
    this.#save();
  }

  finish(first: number, { runs, steps }: { readonly runs: number; readonly steps: number }): void {
    this.#open.delete(first);
    this.#runs += runs;
    this.#steps += steps;
    this.#save();
  }

  /** So many seconds were worked on it. */
  worked(seconds: number): void {
    this.#seconds += seconds;
    this.#save();
  }

  #save(): void {
    const kept: Kept = {
      next: this.#next,
      open: [...this.#open],
      runs: this.#runs,
      steps: this.#steps,
      seconds: this.#seconds,
      failures: this.#failures,
    };
    writeFileSync(`${this.#file}.new`, JSON.stringify(kept));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
