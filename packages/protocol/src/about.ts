import { z } from 'zod';
import { Id } from './ids.ts';
import { LIMITS } from './limits.ts';
import { PinsTold } from './pins.ts';
import { ToldSource, toldWords } from './told-words.ts';

/** What a device can see of its surroundings, as all apps name it. A newer device may tell of more. */
export const CONDITION_NAMES = ['link', 'metered', 'roaming', 'portal', 'battery', 'charging', 'low-power', 'free-space'] as const;
export type ConditionName = (typeof CONDITION_NAMES)[number];

/** What a device read of its surroundings, by what, and since when it is so (its clock); or why it cannot be seen from there. */
export const ConditionTold = z.union([
  z.object({ value: z.union([z.string().max(200), z.number(), z.boolean()]), source: ToldSource, since: z.number() }),
  z.object({ unseen: toldWords(300) }),
]);
export type ConditionTold = z.infer<typeof ConditionTold>;

/** Who chose a value: this device’s person for it, the account for all its devices, or nobody. */
export const SETTING_ORIGINS = ['device', 'account', 'usual'] as const;
export type SettingOrigin = (typeof SETTING_ORIGINS)[number];

/** Values of settings by name, as a person would write them. */
export const SettingValues = z
  .record(z.string().min(1).max(40), z.string().max(LIMITS.settingText))
  .refine((values) => Object.keys(values).length <= LIMITS.settings, `at most ${LIMITS.settings} settings`);
export type SettingValues = z.infer<typeof SettingValues>;

const few = (record: object): boolean => Object.keys(record).length <= LIMITS.settings;

const amount = z.number().int().nonnegative();

/** What of a device’s files is there in full, what is compressed, and the originals that those stand for. Bytes. */
export const StorageTold = z.object({
  full: z.object({ files: amount, bytes: amount }),
  compressed: z.object({ files: amount, bytes: amount, originals: amount }),
  /** Absent: nothing is pinned, or a device that does not tell. */
  pins: PinsTold.optional(),
});
export type StorageTold = z.infer<typeof StorageTold>;

/** What is still to come to a device. */
export const ComingTold = z.object({
  /** Photos and videos of which something is to come. */
  photos: amount,
  /** Null: nobody knows, as where they come compressed. */
  bytes: amount.nullable(),
  /** Bytes a second that came lately; null: none did, or it was not measured yet. */
  rate: amount.nullable(),
  /** Milliseconds until all is there, as it goes at present; null: nobody can say. */
  timeLeft: amount.nullable(),
});
export type ComingTold = z.infer<typeof ComingTold>;

/** How a device is set and what it sees, as it tells the cloud. Times are of its own clock, milliseconds since 1970. */
export const DeviceAbout = z.object({
  version: z.string().max(50),
  /** Version of the protocol that it speaks. */
  protocol: z.number().int(),
  /** Its clock when it told this. */
  at: z.number(),
  settings: z
    .record(z.string().min(1).max(40), z.object({ value: z.string().max(LIMITS.settingText), from: z.enum(SETTING_ORIGINS) }))
    .refine(few),
  /** Null: it is not paused. `until` null: until its person resumes. */
  paused: z.object({ since: z.number(), until: z.number().nullable() }).nullable(),
  syncNowUntil: z.number().nullable(),
  conditions: z.record(z.string().min(1).max(40), ConditionTold).refine(few),
  /** What of its files is there in full and what is compressed; absent: an older device, or one that does not tell. */
  storage: StorageTold.optional(),
  /** Absent: nothing is to come, or a device that does not tell. */
  coming: ComingTold.optional(),
});
export type DeviceAbout = z.infer<typeof DeviceAbout>;

/** Why a roll call does not say that all is safe. */
export const UNSAFE = ['missing', 'differs', 'old', 'not-up-to-date', 'obstructed', 'changed', 'left-out', 'nothing'] as const;
export type Unsafe = (typeof UNSAFE)[number];

/** What came of a roll call that a device was asked for from elsewhere. */
export const RollCallReceipt = z.object({
  /** The order that asked for it. */
  order: Id,
  /** When its first item was hashed; the device’s clock. */
  madeAt: z.number(),
  items: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  digestHere: z.string().max(64),
  digestThere: z.string().max(64),
  /** The receipt that the server signed of it, by its id; absent: it signed none. */
  signed: Id.optional(),
  /** Empty: everything answered, on both sides. */
  why: z.array(z.enum(UNSAFE)).max(UNSAFE.length),
  missing: z.object({
    count: z.number().int().nonnegative(),
    first: z
      .array(z.object({ path: z.string().max(LIMITS.path), where: z.enum(['here', 'cloud']), why: toldWords(500) }))
      .max(LIMITS.missingTold),
  }),
});
export type RollCallReceipt = z.infer<typeof RollCallReceipt>;
