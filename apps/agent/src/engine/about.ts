import { originOf, policyOf, SETTING_NAMES, SETTINGS, type Settings } from '@rollcall/core';
import { PROTOCOL_VERSION, type ComingTold, type ConditionTold, type DeviceAbout, type StorageTold } from '@rollcall/protocol';
import type { Reading, Readings } from '../conditions/lookout.ts';
import { VERSION } from '../version.ts';

/** Free space changes with every byte that anybody writes: it is told anew when it is this much other than was told. */
const NEWS = 0.02;
const TEXT = 300;

/** What is told of its photos; null: nothing. */
export interface AboutPhotos {
  readonly storage: StorageTold | null;
  readonly coming: ComingTold | null;
}

const NOTHING: AboutPhotos = { storage: null, coming: null };

/** How a device is set and what it sees, as the cloud is told. */
export class About {
  #free: Reading<number> | null = null;

  tell(
    settings: Settings,
    readings: Readings,
    free: Reading<number>,
    now: number,
    { storage, coming }: AboutPhotos = NOTHING,
  ): Omit<DeviceAbout, 'at'> {
    const policy = policyOf(settings);
    const { paused, syncNowUntil } = settings;
    const pausing = paused !== null && (paused.until === 'resumed' || paused.until > now);
    const seen = { ...readings, 'free-space': this.#freeTold(free) };
    return {
      version: VERSION,
      protocol: PROTOCOL_VERSION,
      settings: Object.fromEntries(
        SETTING_NAMES.map((name) => [name, { value: SETTINGS[name].show(policy), from: originOf(settings, name) }]),
      ),
      paused: pausing ? { since: paused.since, until: paused.until === 'resumed' ? null : paused.until } : null,
      syncNowUntil: syncNowUntil !== null && syncNowUntil > now ? syncNowUntil : null,
      conditions: Object.fromEntries(Object.entries(seen).map(([name, reading]) => [name, told(reading)])),
      ...(storage === null ? {} : { storage }),
      ...(coming === null ? {} : { coming }),
    };
  }

  #freeTold(free: Reading<number>): Reading<number> {
    const before = this.#free;
    const same =
      before !== null &&
      'is' in before &&
      'is' in free &&
      before.source === free.source &&
      Math.abs(free.is - before.is) <= before.is * NEWS;
    if (!same) this.#free = free;
    return this.#free ?? free;
  }
}

function told(reading: Reading<string | number | boolean>): ConditionTold {
  if ('unseen' in reading) return { unseen: reading.unseen.slice(0, TEXT) };
  const { is, source, since } = reading;
  return { value: typeof is === 'string' ? is.slice(0, 200) : is, source: source.slice(0, TEXT), since };
}
