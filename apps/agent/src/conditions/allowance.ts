import {
  AS_USUAL,
  isCostly,
  judgePolicy,
  mobileLeft,
  policyOf,
  readSettings,
  SETTINGS_NOTE,
  speechWhile,
  type DeviceStore,
  type Policy,
  type Speech,
  type Surroundings,
  type Trouble,
  type WaySeen,
} from '@rollcall/core';
import { HeldBack } from '../server/gate.ts';
import { addMobile, mobileMonth } from './mobile-month.ts';
import type { Lookout } from './lookout.ts';
import { simulatedOf } from './way-seen.ts';

export interface AllowanceEvents {
  /** What is held, or what it rests on, is other than it was. */
  heldChanged(): void;
  /** Which files are left out, or which way photos go, is other than it was: everything needs a new plan. */
  rulesChanged(): void;
  /** What is simulated of the way to the server is other than it was. */
  simulatedChanged(): void;
}

/**
 * What the person's settings allow at this moment, in these surroundings; over a link that is simulated not to lead anywhere, nothing. Ends what is under way as soon as it may not go on, and
 * counts what goes over a link that costs.
 */
export class Allowance {
  readonly #store: DeviceStore;
  readonly #lookout: Lookout;
  readonly #traffic: () => number;
  readonly #now: () => number;
  readonly #events: AllowanceEvents;
  #settingsText: string | null | undefined = undefined;
  #policy: Policy = policyOf(AS_USUAL);
  #around: Surroundings;
  #held: readonly Trouble[] = [];
  #simulated: WaySeen['simulated'] = null;
  #counted: number;
  #photos = new AbortController();
  #words = new AbortController();

  /** @param traffic bytes that went over the link since the program began */
  constructor(store: DeviceStore, lookout: Lookout, traffic: () => number, now: () => number, events: AllowanceEvents) {
    this.#store = store;
    this.#lookout = lookout;
    this.#traffic = traffic;
    this.#now = now;
    this.#events = events;
    this.#counted = traffic();
    this.#around = lookout.surroundings(null);
    this.#judge();
  }

  get held(): readonly Trouble[] {
    return this.#held;
  }

  get policy(): Policy {
    return this.#policy;
  }

  get speech(): Speech {
    return this.#simulated === null ? speechWhile(this.#held) : 'nothing';
  }

  /** Aborted when photos and changes may not go on; another one then. */
  get photos(): AbortSignal {
    return this.#photos.signal;
  }

  /** Aborted when not even a word may. */
  get words(): AbortSignal {
    return this.#words.signal;
  }

  /** Bytes of mobile data that are left; null: nobody counts. */
  left(): number | null {
    this.#count();
    return mobileLeft(this.#policy, this.#around);
  }

  /** Something passes slower than it could, or is counted. */
  get sparing(): boolean {
    const { limits } = this.#policy;
    return limits.up !== null || limits.down !== null || mobileLeft(this.#policy, this.#around) !== null;
  }

  /** Called every moment, and when something was seen. */
  check(): void {
    this.#count();
    const [before, rules, sparing, simulated] = [this.#held, rulesOf(this.#policy), this.#slowing(), this.#simulated];
    this.#judge();
    this.#simulated = simulatedOf(this.#lookout.readings);
    const barred = this.#held.length > 0 || this.#simulated !== null;
    // What began without being counted or slowed begins again.
    if (barred || this.#slowing() !== sparing) this.#end();
    if (this.speech === 'nothing' && !this.#words.signal.aborted) this.#words.abort(new HeldBack());
    if (this.speech !== 'nothing' && this.#words.signal.aborted) this.#words = new AbortController();
    if (!barred && this.#photos.signal.aborted) this.#photos = new AbortController();
    if (this.#simulated !== simulated) this.#events.simulatedChanged();
    if (JSON.stringify(before) !== JSON.stringify(this.#held)) this.#events.heldChanged();
    if (rulesOf(this.#policy) !== rules) this.#events.rulesChanged();
  }

  #judge(): void {
    this.#lookout.heed();
    this.#readSettings();
    const now = this.#now();
    this.#around = this.#lookout.surroundings(mobileMonth(this.#store, now));
    this.#held = judgePolicy(this.#policy, this.#around, now);
  }

  /** What slows or counts the bytes; another value: another way to carry them. */
  #slowing(): string {
    const { up, down } = this.#policy.limits;
    return [up === null, down === null, mobileLeft(this.#policy, this.#around) === null].join();
  }

  /** No mobile data is left for what wants to go on; it ends at once. */
  spent(): void {
    const { used } = mobileMonth(this.#store, this.#now());
    // What remains is too little for another piece, and is counted as used: it is no use to wait for.
    const rest = this.#policy.mobileBudget - used;
    if (rest > 0) addMobile(this.#store, rest, this.#now());
    this.check();
  }

  #end(): void {
    if (!this.#photos.signal.aborted) this.#photos.abort(new HeldBack());
  }

  #readSettings(): void {
    const text = this.#store.note(SETTINGS_NOTE);
    if (text === this.#settingsText) return;
    this.#settingsText = text;
    this.#policy = policyOf(readSettings(this.#store));
  }

  #count(): void {
    const traffic = this.#traffic();
    const bytes = traffic - this.#counted;
    if (bytes <= 0 || !isCostly(this.#policy, this.#around)) {
      this.#counted = traffic;
      return;
    }
    const month = addMobile(this.#store, bytes, this.#now());
    this.#counted = traffic;
    this.#around = { ...this.#around, month };
  }
}

function rulesOf({ direction, leaveOut, storage }: Policy): string {
  return JSON.stringify([direction, leaveOut, storage]);
}
