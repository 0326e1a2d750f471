import type { Chance } from './chance.ts';
import type { Appointment, Timeline } from './timeline.ts';

/** What a routine waits for: some milliseconds, or a slot that somebody fills. */
export type Pause = number | Slot<unknown>;
/** Work that takes its time. Wherever it pauses, others go on, and its process may end. */
export type Routine<T = void> = Generator<Pause, T, unknown>;

/** A place for one value that is to come. The first value stays. */
export class Slot<T> {
  #value: { readonly value: T } | null = null;
  #wake: (() => void) | null = null;

  get filled(): boolean {
    return this.#value !== null;
  }

  bring(value: T): void {
    if (this.#value !== null) return;
    this.#value = { value };
    this.#wake?.();
  }

  value(): T {
    if (this.#value === null) throw new Error('nothing came yet');
    return this.#value.value;
  }

  onFilled(wake: () => void): void {
    if (this.#value !== null) wake();
    else this.#wake = wake;
  }
}

/** Waits until the slot is filled. */
export function* filled<T>(slot: Slot<T>): Routine<T> {
  if (!slot.filled) yield slot;
  return slot.value();
}

/** One run of a program: its routines live and die together. */
export class Process {
  readonly name: string;
  readonly #timeline: Timeline;
  readonly #chance: Chance;
  readonly #failed: (error: unknown) => void;
  #alive = true;
  #running = 0;

  /** `failed`: a routine threw; that is a fault of the program or of the simulator. */
  constructor(name: string, timeline: Timeline, chance: Chance, failed: (error: unknown) => void) {
    this.name = name;
    this.#timeline = timeline;
    this.#chance = chance;
    this.#failed = failed;
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Routines under way. */
  get running(): number {
    return this.#running;
  }

  start<T>(what: string, routine: Routine<T>, done: (value: T) => void = () => undefined): void {
    this.#running += 1;
    this.#goOn(what, routine, done);
  }

  /** A timer of this process. */
  after(ms: number, what: string, run: () => void): Appointment {
    return this.#timeline.after(ms, `${this.name} ${what}`, () => {
      if (this.#alive) this.#guard(run);
    });
  }

  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Nothing of it goes on. */
  kill(): void {
    this.#alive = false;
    this.#running = 0;
  }

  #goOn<T>(what: string, routine: Routine<T>, done: (value: T) => void): void {
    if (!this.#alive) return;
    let next: IteratorResult<Pause, T>;
    try {
      next = routine.next();
    } catch (error) {
      this.#running -= 1;
      this.#failed(error);
      return;
    }
    if (next.done === true) {
      this.#running -= 1;
      const { value } = next;
      this.#guard(() => done(value));
      return;
    }
    const pause = next.value;
    // No two things take exactly the same time: chance decides who comes first.
    const resume = (ms: number): void =>
      void this.#timeline.after(ms + this.#chance.next(), `${this.name} ${what}`, () => this.#goOn(what, routine, done));
    if (typeof pause === 'number') resume(pause);
    else pause.onFilled(() => resume(0));
  }
}
