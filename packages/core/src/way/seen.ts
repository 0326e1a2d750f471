/** What a device saw of its way to the server; what it did not see is null, and is not guessed. Times by the device's clock, milliseconds. */
export interface WaySeen {
  /** No link at all, as the system says; null: it does not say. */
  readonly unlinked: boolean | null;
  /** The network wants a sign-in first, as the system says. */
  readonly portal: boolean | null;
  /** What of it a person says is so, for a demonstration or a test: it counts whatever the server answers. */
  readonly simulated: 'portal' | 'unlinked' | null;
  /** The networks that the device hangs on, in words. */
  readonly interfaces: string | null;
  /** The server's address, which a network that wants a sign-in answers for. */
  readonly server: string;
  /** When the server last answered. */
  readonly lastSuccess: number | null;
  /** How far this clock is ahead of the server's. */
  readonly skew: { readonly seconds: number; readonly since: number } | null;
  readonly pace: Pacing | null;
}

/** How fast bytes got through while there were some to send or to fetch, and how soon small questions were answered meanwhile. */
export interface Pacing {
  /** Bytes a second. */
  readonly rate: number;
  /** When it began to be below what is called slow; null: it is not. */
  readonly slowSince: number | null;
  /** Of what the device sends, in percent; null: not seen. */
  readonly loss: number | null;
  /** Milliseconds until a connection stood, and until a small answer came over it; null: not measured. */
  readonly handshake: number | null;
  readonly answer: number | null;
}

/** Below this a link is called slow. Bytes a second: a photograph takes two minutes. */
export const SLOW_RATE = 40_000;
/** It is called slow no longer above this; between the two it stays what it was. */
export const FAST_RATE = 60_000;

/** Since when a rate is slow, given since when it was before. Pure. */
export function slowSince(before: number | null, rate: number, now: number): number | null {
  if (rate >= FAST_RATE) return null;
  return before ?? (rate < SLOW_RATE ? now : null);
}
