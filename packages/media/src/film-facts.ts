import type { Size } from './sizes.ts';

/** What a video's container says; null where it does not. */
export interface FilmFacts {
  readonly stored: Size | null;
  /** Degrees clockwise that turn the stored picture upright; null where the container has no such thing. */
  readonly rotation: number | null;
  /** The usual short name (`h264`, `hevc`), or the container's own code for one that has none here. */
  readonly codec: string | null;
  /** It holds more light than a usual screen shows; null: it does not, or does not say so. */
  readonly transfer: Transfer | null;
  /** Pictures a second, on average. */
  readonly frameRate: number | null;
  /** The same in a Live Photo's still and in its film. */
  readonly livePairId: string | null;
  readonly pace: Pace | null;
  /** Pixels as shown. */
  readonly width: number | null;
  readonly height: number | null;
  /** Seconds. */
  readonly duration: number | null;
  readonly quicktimeDate: string | null;
  readonly containerDate: string | null;
  /** A day that the container gives without a time. */
  readonly containerDay: string | null;
  /** It holds sound, and nothing to be seen. */
  readonly onlySound: boolean;
  readonly make: string | null;
  readonly model: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly altitude: number | null;
  readonly title: string | null;
  readonly caption: string | null;
  /** Its XMP as bytes, where editors put ratings, keywords and people. */
  readonly xmp: Uint8Array | null;
}

/** How light is written (ITU-T H.273, transfer characteristics 18 and 16). */
export type Transfer = 'hlg' | 'pq';

export function transferOf(code: number): Transfer | null {
  return code === 18 ? 'hlg' : code === 16 ? 'pq' : null;
}

/** Filmed to be played slowly, or in a fraction of the time that it took. */
export type Pace = 'slow-motion' | 'time-lapse';

export const NOTHING: FilmFacts = {
  stored: null,
  rotation: null,
  codec: null,
  transfer: null,
  frameRate: null,
  livePairId: null,
  pace: null,
  width: null,
  height: null,
  duration: null,
  quicktimeDate: null,
  containerDate: null,
  containerDay: null,
  onlySound: false,
  make: null,
  model: null,
  lat: null,
  lon: null,
  altitude: null,
  title: null,
  caption: null,
  xmp: null,
};

/** A number of pixels, or null. */
export function pixelCount(value: number): number | null {
  return Number.isFinite(value) && value >= 1 ? Math.floor(value) : null;
}

/** A length in seconds, or null; nobody films for a year on end. */
export function seconds(value: number): number | null {
  return Number.isFinite(value) && value > 0 && value < 366 * 86_400 ? value : null;
}

/** Pictures a second, or null. */
export function frames(value: number): number | null {
  return Number.isFinite(value) && value > 0 && value < 100_000 ? value : null;
}
