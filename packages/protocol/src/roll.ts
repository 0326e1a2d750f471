import { z } from 'zod';
import { DeviceAbout, RollCallReceipt } from './about.ts';
import { Hash, Id } from './ids.ts';
import { LIMITS } from './limits.ts';
import { Evidence, Reason, REASON_CLASSES } from './reasons.ts';

const count = z.number().int().nonnegative();

/** `onDevice` is always the sum of the others: each item counts once, by the class of its primary reason. */
export const Counts = z.object({
  onDevice: count,
  inSync: count,
  moving: count,
  waiting: count,
  held: count,
  failing: count,
  needsYou: count,
  excluded: count,
});
export type Counts = z.infer<typeof Counts>;

/** As a device tells them: `alsoSafe` of those that are neither in sync nor left out have all their bytes in the cloud; absent: none, or it was not told. */
export const CountsTold = z.object({ ...Counts.shape, alsoSafe: count.optional() });
export type CountsTold = z.infer<typeof CountsTold>;

export const ReasonCount = z.object({
  code: Reason.shape.code,
  check: z.number().int().min(1).max(7).nullable(),
  class: z.enum(REASON_CLASSES),
  /** Items that list it. */
  count,
  /** Items where it comes first. */
  primary: count,
  /** Since when the first of them has it, and what it rests on there; only of what stops, and by devices that know of it. */
  since: z.number().optional(),
  evidence: Evidence.optional(),
});
export type ReasonCount = z.infer<typeof ReasonCount>;

/** One thing a device holds, as its last scan saw it. */
export const RollEntry = z.object({
  /** Stable on that device for as long as the item is the same one. */
  key: z.string().min(1).max(100),
  /** Path below the device's folder, with `/` between segments. */
  path: z.string().min(1).max(LIMITS.path),
  size: count,
  assetId: Id.nullable(),
  hash: Hash.nullable(),
  /** `missing`: its file is gone, and its removal waits for the person’s answer or for what its reasons say; it is not among the counts. */
  form: z.enum(['original', 'compressed', 'missing']),
  inSync: z.boolean(),
  /** The primary first; empty exactly when `inSync`. */
  reasons: z.array(Reason).max(16),
});
export type RollEntry = z.infer<typeof RollEntry>;

/** A photo whose original only the server had, before it was put back to an earlier state. */
export const LostPhoto = z.object({
  assetId: Id,
  fileName: z.string(),
  capturedAt: z.string(),
  size: count,
  /** `original`: an edit of it is here, or its copy. */
  part: z.enum(['photo', 'original']),
  /** When the device noticed; its clock, milliseconds since 1970. */
  since: z.number(),
});
export type LostPhoto = z.infer<typeof LostPhoto>;
/** All of them, and the first so many by name. */
export const Lost = z.object({ count, photos: z.array(LostPhoto).max(LIMITS.rollEntries) });
export type Lost = z.infer<typeof Lost>;

/** A device's inventory, told before any bytes move; later reports tell what changed. */
export const RollReport = z.object({
  /** True: this is the first page of a whole inventory; what the server had of it is forgotten. */
  full: z.boolean(),
  counts: CountsTold,
  incoming: count,
  pendingRemovals: count,
  reasons: z.array(ReasonCount).max(100),
  upToDate: z.boolean(),
  /** Left out by devices that do not know of it. */
  lost: Lost.optional(),
  about: DeviceAbout.optional(),
  /** Of the last roll call that was asked for from elsewhere. */
  receipt: RollCallReceipt.optional(),
  /** Items kept out of `entries` by the limit come in further reports. */
  entries: z.array(RollEntry).max(LIMITS.rollEntries),
  removed: z.array(z.string().max(100)).max(LIMITS.rollEntries),
});
export type RollReport = z.infer<typeof RollReport>;

/** Where one asset is. */
export const AssetPlace = z.object({
  where: z.enum(['cloud', 'device']),
  deviceId: Id.nullable(),
  name: z.string(),
  /** `not-here`: nothing is on its way there either, as far as the device told. */
  state: z.enum(['safe', 'original', 'compressed', 'on-its-way', 'not-here', 'damaged', 'trashed']),
  path: z.string().nullable(),
  reasons: z.array(Reason),
  /** The server's clock when that was last heard; null for the cloud, which is asked now. */
  asOf: z.number().nullable(),
});
export type AssetPlace = z.infer<typeof AssetPlace>;

/** One line of a roll call (DESIGN: the proofs *here* and *there*). */
export const RollCallLine = z.object({ assetId: Id, role: z.string(), hash: Hash });
export type RollCallLine = z.infer<typeof RollCallLine>;

/** The line as it is hashed; the digest of a roll call is SHA-256 over the sorted lines, each ended by a newline. */
export function rollCallText(line: RollCallLine): string {
  return `${line.assetId},${line.role},${line.hash}`;
}
