import type { DeviceStore, Seen, Surroundings } from '@rollcall/core';
import { OVERRIDES, readOverrides, withOverrides, type Overrides } from './overrides.ts';
import { FACT_NAMES, NOT_SEEN, type FactName, type Facts, type Finding, type Found, type Probe } from './probe.ts';

/** What is seen, from where, and since when it is so; or why it cannot be seen from here. Milliseconds. */
export type Reading<T> = { readonly is: T; readonly source: string; readonly since: number } | { readonly unseen: string };
export type Readings = { readonly [F in FactName]: Reading<Facts[F]> };

/** The note with what was seen last. */
const READINGS = 'conditions-seen';
/**
 * How often is looked where the system tells nothing; an event is heeded at once. Files are read quickly; elsewhere each look starts
 * programs of the system: four on macOS, and PowerShell on Windows.
 */
const POLL_MS = process.platform === 'linux' ? 3000 : 5000;
/** Looks that are further apart say nothing of the time between them. */
const UNBROKEN_MS = 15 * 60_000;
/** How often the note is written while nothing changes. */
const NOTE_MS = 60_000;

interface Noted {
  readonly at: number;
  readonly readings: Readings;
}

export interface LookoutEvents {
  /** Something is other than it was. */
  changed(): void;
  /** A look that nobody waited for failed: what was seen could not be noted. */
  broke(error: unknown): void;
}

/** A look that is waited for fails where it is waited for. */
const UNHEARD: LookoutEvents = { changed: () => undefined, broke: () => undefined };

/** Keeps looking at the surroundings of a device, and remembers since when they are as they are. */
export class Lookout {
  readonly #probe: Probe;
  readonly #store: DeviceStore;
  readonly #now: () => number;
  readonly #events: LookoutEvents;
  #found: Found = NOT_SEEN;
  #overridesText: string | null = null;
  #overrides: Overrides = {};
  #noted: Noted;
  #looking: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(probe: Probe, store: DeviceStore, now: () => number, events: LookoutEvents = UNHEARD) {
    this.#probe = probe;
    this.#store = store;
    this.#now = now;
    this.#events = events;
    this.#noted = readNoted(store, now());
  }

  get readings(): Readings {
    return this.#noted.readings;
  }

  get overrides(): Overrides {
    return this.#overrides;
  }

  /** Looks once, and then whenever the system says that something changed, and every few seconds. */
  async start(): Promise<void> {
    const look = (): void => void this.look().catch((error: unknown) => this.#events.broke(error));
    this.#probe.watch(look);
    this.#timer = setInterval(look, POLL_MS);
    await this.look();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#probe.close();
  }

  /** Looks now; a look that is asked for while one runs follows it. */
  look(): Promise<void> {
    if (this.#looking) this.#again = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** Takes what a person said is so; called every moment. */
  heed(): void {
    const text = this.#store.note(OVERRIDES);
    if (text === this.#overridesText) return;
    this.#overridesText = text;
    this.#overrides = readOverrides(text);
    this.#take();
  }

  surroundings(month: Surroundings['month']): Surroundings {
    const now = new Date(this.#now());
    const { readings } = this;
    return {
      link: translated(readings.link, (link) => ({ wifi: 'wifi', wired: 'cable', cellular: 'mobile', none: 'none' })[link] as never),
      metered: seen(readings.metered),
      roaming: seen(readings.roaming),
      power: translated(readings.charging, (charging) => (charging ? 'mains' : 'battery')),
      battery: seen(readings.battery),
      lowPower: seen(readings['low-power']),
      month,
      minuteOfDay: now.getHours() * 60 + now.getMinutes(),
    };
  }

  async #look(): Promise<void> {
    do {
      this.#again = false;
      this.#found = await this.#probe.look();
      this.heed();
      if (this.#take()) this.#events.changed();
    } while (this.#again);
  }

  /** True: something is other than it was. */
  #take(): boolean {
    const at = this.#now();
    const before = this.#noted;
    const found = withOverrides(this.#found, this.#overrides);
    const readings = Object.fromEntries(
      FACT_NAMES.map((name) => [name, read<Facts[FactName]>(found[name], before.readings[name], at)]),
    ) as unknown as Readings;
    const same = JSON.stringify(readings) === JSON.stringify(before.readings);
    if (same && at - before.at < NOTE_MS) return false;
    this.#noted = { at, readings };
    this.#store.setNote(READINGS, JSON.stringify(this.#noted));
    return !same;
  }
}

/** What a look found goes on from what was read before, if it is the same by the same source. */
function read<T>(found: Finding<T>, before: Reading<T>, at: number): Reading<T> {
  if ('unseen' in found) return found;
  const same = 'is' in before && before.is === found.is && before.source === found.source;
  return { ...found, since: same ? before.since : at };
}

function readNoted(store: DeviceStore, now: number): Noted {
  const text = store.note(READINGS);
  const noted = text === null ? null : (JSON.parse(text) as Noted);
  const fresh = noted !== null && now - noted.at < UNBROKEN_MS && noted.at <= now;
  return fresh ? noted : { at: 0, readings: NOT_SEEN };
}

function seen<T>(reading: Reading<T>): Seen<T> {
  return 'is' in reading ? { is: reading.is, since: reading.since } : null;
}

function translated<T, U>(reading: Reading<T>, to: (value: T) => U): Seen<U> {
  return 'is' in reading ? { is: to(reading.is), since: reading.since } : null;
}
