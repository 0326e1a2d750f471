/** What a video's container says; null where it does not. */
export interface FilmFacts {
  /** Pixels as shown. */
  readonly width: number | null;
  readonly height: number | null;
  /** Seconds. */
  readonly duration: number | null;
  readonly quicktimeDate: string | null;
  readonly containerDate: string | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly altitude: number | null;
  readonly title: string | null;
  readonly caption: string | null;
}

export const NOTHING: FilmFacts = {
  width: null,
  height: null,
  duration: null,
  quicktimeDate: null,
  containerDate: null,
  make: null,
  model: null,
  lat: null,
  lon: null,
  altitude: null,
  title: null,
  caption: null,
};

/** A number of pixels, or null. */
export function pixelCount(value: number): number | null {
  return Number.isFinite(value) && value >= 1 ? Math.floor(value) : null;
}

/** A length in seconds, or null; nobody films for a year on end. */
export function seconds(value: number): number | null {
  return Number.isFinite(value) && value > 0 && value < 366 * 86_400 ? value : null;
}
