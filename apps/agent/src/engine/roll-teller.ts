import { HeldNames, type Named, type RollState } from '@rollcall/core';
import type { DeviceAbout, RollEntry, RollReport } from '@rollcall/protocol';
import { LIMITS } from '@rollcall/protocol';
import { Refused } from '../server/refused.ts';
import type { Connection } from '../server/connection.ts';

/** What is told beside the roll: how the device is set, what it sees, and the last roll call. */
export interface Told extends Pick<RollReport, 'receipt'> {
  readonly about: Omit<DeviceAbout, 'at'>;
}

/** Tells the cloud what this device holds, as soon as it is seen and before any bytes move. */
export class RollTeller {
  readonly #connection: Connection;
  readonly #state: () => RollState;
  readonly #about: () => Told;
  readonly #entry: (key: number) => RollEntry | null;
  readonly #all: () => Iterable<number>;
  readonly #brief: () => boolean;
  readonly #open: () => Iterable<number>;
  readonly #names = new HeldNames();
  #keys = new Set<number>();
  #first = true;
  #told = '';
  #telling: Promise<void> | null = null;

  /**
   * @param brief only the counts and reasons may be told now, and which of them the first photos that wait have
   * @param open what is not in sync
   */
  constructor(
    connection: Connection,
    state: () => RollState,
    about: () => Told,
    entry: (key: number) => RollEntry | null,
    all: () => Iterable<number>,
    brief: () => boolean,
    open: () => Iterable<number>,
  ) {
    this.#brief = brief;
    this.#open = open;
    this.#connection = connection;
    this.#state = state;
    this.#about = about;
    this.#entry = entry;
    this.#all = all;
  }

  changed(key: number): void {
    if (!this.#first) this.#keys.add(key);
  }

  /** Tells what changed since the last time; rejects when the server cannot be reached. */
  tell(): Promise<void> {
    this.#telling ??= this.#tellAll().finally(() => {
      this.#telling = null;
    });
    return this.#telling;
  }

  async #tellAll(): Promise<void> {
    if (this.#brief()) return this.#tellBriefly();
    let full = this.#first;
    if (full) {
      this.#keys = new Set(this.#all());
      this.#first = false;
    }
    // What changes while this is told is told the next time: in the middle of a long sync something always does.
    const waiting = [...this.#keys];
    this.#keys.clear();
    this.#names.forget();
    try {
      do {
        const keys = waiting.splice(0, LIMITS.rollEntries);
        const state = this.#summary();
        const summary = JSON.stringify(state);
        if (keys.length === 0 && summary === this.#told && !full) return;
        await this.#send(this.#entries(keys), state, full);
        this.#told = summary;
        full = false;
      } while (waiting.length > 0);
    } catch (error) {
      // What the server heard is not known: the next report begins anew.
      this.#first = true;
      throw error;
    }
  }

  #summary(): RollState & Told {
    return { ...this.#state(), ...this.#about() };
  }

  async #tellBriefly(): Promise<void> {
    const state = this.#summary();
    const summary = JSON.stringify(state);
    const named = this.#names.news(this.#open(), this.#entry);
    if (summary === this.#told && named.entries.length + named.removed.length === 0) return;
    try {
      await this.#send(named, state, false);
    } catch (error) {
      // What the server heard is not known.
      this.#names.forget();
      throw error;
    }
    this.#told = summary;
  }

  #entries(keys: readonly number[]): Named {
    const entries: RollEntry[] = [];
    const removed: string[] = [];
    for (const key of keys) {
      const entry = this.#entry(key);
      if (entry) entries.push(entry);
      else removed.push(String(key));
    }
    return { entries, removed };
  }

  async #send({ entries, removed }: Named, state: RollState & Told, full: boolean): Promise<void> {
    const about = { ...state.about, at: Date.now() };
    const body: RollReport = { full, ...state, about, reasons: [...state.reasons], entries: [...entries], removed: [...removed] };
    const answer = await this.#connection.call('roll', { body });
    if (!answer.ok) throw new Refused(answer.refusal);
  }
}
