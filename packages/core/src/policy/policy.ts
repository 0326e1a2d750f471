import { NOTHING_LEFT_OUT, type Direction, type DiskBudget, type LeaveOut } from '../plan/index.ts';

/** What a person set for a device. Nothing of it is ever inferred. */
export interface Policy {
  /** *Sync this device.* */
  readonly sync: boolean;
  /** Until when it is paused, device's clock; `resumed`: until the person resumes. Null: it is not paused. */
  readonly paused: { readonly since: number; readonly until: number | 'resumed' } | null;
  /** *Mobile data.* */
  readonly mobileData: boolean;
  /** Off: mobile data is used within the budget only. */
  readonly unlimitedUpdates: boolean;
  /** Bytes of mobile data in a month; counts while `unlimitedUpdates` is off. */
  readonly mobileBudget: number;
  /** Mobile data also while roaming. */
  readonly roaming: boolean;
  /** A metered Wi-Fi or cable (a phone's hotspot, a paid line) is used like mobile data, or like any other. */
  readonly metered: 'as-mobile' | 'as-any';
  /** Percent, below which only power lets it sync. 0: no matter. */
  readonly minimumBattery: number;
  readonly onlyCharging: boolean;
  /** Nothing in low-power mode, unless there is power. */
  readonly respectLowPower: boolean;
  /** Minutes of the day here, `from` before or after `to` (over midnight). Null: none; equal: none. */
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  /** *Sync now*: until then what only spares link and battery counts for nothing. Device's clock; null: not asked for. */
  readonly syncNowUntil: number | null;
  readonly direction: Direction;
  /** Bytes a second; null: as fast as it goes. */
  readonly limits: { readonly up: number | null; readonly down: number | null };
  readonly leaveOut: LeaveOut;
  /** *Download and keep originals*, or *Optimise storage*: compressed versions stand where originals were when room is short. */
  readonly storage: 'keep-originals' | 'optimise';
  /** What photos may take of the disk while storage is optimised. */
  readonly diskBudget: DiskBudget;
  /** When it was last changed; device's clock, milliseconds. */
  readonly since: number;
}

/** Something that was seen, and since when it is so; null: it cannot be seen from here, and is not guessed. */
export type Seen<T> = { readonly is: T; readonly since: number } | null;

/** How the device stands in the world. */
export interface Surroundings {
  readonly link: Seen<'wifi' | 'cable' | 'mobile' | 'none'>;
  readonly metered: Seen<boolean>;
  readonly roaming: Seen<boolean>;
  readonly power: Seen<'mains' | 'battery'>;
  /** Percent. */
  readonly battery: Seen<number>;
  readonly lowPower: Seen<boolean>;
  /** Mobile data of this month: bytes used, and when the next month begins; null: nobody counts it. */
  readonly month: { readonly used: number; readonly ends: number } | null;
  /** Minutes since midnight here; null: the time zone is not known. */
  readonly minuteOfDay: number | null;
}

/** Nothing is known of the world. */
export const UNSEEN: Surroundings = {
  link: null,
  metered: null,
  roaming: null,
  power: null,
  battery: null,
  lowPower: null,
  month: null,
  minuteOfDay: null,
};

/** Nothing is held back. */
export const PERMISSIVE: Policy = {
  sync: true,
  paused: null,
  mobileData: true,
  unlimitedUpdates: true,
  mobileBudget: 0,
  roaming: true,
  metered: 'as-any',
  minimumBattery: 0,
  onlyCharging: false,
  respectLowPower: false,
  quietHours: null,
  syncNowUntil: null,
  direction: 'both',
  limits: { up: null, down: null },
  leaveOut: NOTHING_LEFT_OUT,
  storage: 'keep-originals',
  diskBudget: { of: 'free', percent: 10 },
  since: 0,
};
