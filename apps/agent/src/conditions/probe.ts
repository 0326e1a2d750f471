import { message } from '@rollcall/protocol';
/** How a device hangs on the world. `wired`: a cable of whatever kind. */
export type Link = 'none' | 'wifi' | 'wired' | 'cellular';

/** What a system may tell of a device, by name. */
export interface Facts {
  readonly link: Link;
  readonly metered: boolean;
  readonly roaming: boolean;
  /** The network wants a sign-in first. */
  readonly portal: boolean;
  /** Percent. */
  readonly battery: number;
  /** It has power from outside, whether or not the battery takes it. */
  readonly charging: boolean;
  readonly 'low-power': boolean;
}
export type FactName = keyof Facts;
export const FACT_NAMES = ['link', 'metered', 'roaming', 'portal', 'battery', 'charging', 'low-power'] as const satisfies FactName[];

/** What was found and by what, or why it cannot be seen from here. */
export type Finding<T> = { readonly is: T; readonly source: string } | { readonly unseen: string };
export type Found = { readonly [F in FactName]: Finding<Facts[F]> };

/** Looks at the system that a device runs on. Every adapter passes `probeContract`. */
export interface Probe {
  /** Looks at everything once. Never rejects: what cannot be seen says why. */
  look(): Promise<Found>;
  /**
   * Calls `changed` soon after the system said that something is other than it was; it may be called for nothing. Whoever must not
   * miss anything also looks now and then: not every system tells.
   */
  watch(changed: () => void): void;
  close(): void;
}

/** The first that was seen; else the first reason why not. */
export function firstSeen<T>(...findings: readonly [Finding<T>, ...Finding<T>[]]): Finding<T> {
  return findings.find((finding) => 'is' in finding) ?? findings[0];
}

type Unseen = { readonly [F in FactName]: { readonly unseen: string } };

/** Nothing can be seen, for one reason. */
export function unseen(why: string): Unseen {
  const not = { unseen: why };
  return { link: not, metered: not, roaming: not, portal: not, battery: not, charging: not, 'low-power': not };
}

export const NOT_SEEN = unseen(message('nobody has looked yet'));

/** Sees nothing. */
export const BLIND: Probe = {
  look: () => Promise.resolve(unseen(message('nobody looks'))),
  watch: () => undefined,
  close: () => undefined,
};
