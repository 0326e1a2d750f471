import { z } from 'zod';
import { Account } from './accounts.ts';
import { Id } from './ids.ts';
import { say } from './language.ts';
import { sizeWords } from './reasons.ts';

/** The quota of who has no limit: more than any disk holds. Bytes. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** `50 GB`, or `no limit`. */
export function quotaWords(quota: number): string {
  return quota >= UNLIMITED ? say('no limit') : sizeWords(quota);
}
/** `3.1 GB of 50 GB`; `3.1 GB, without a limit`. */
export function ofQuotaWords(bytes: number, quota: number): string {
  return quota >= UNLIMITED
    ? say('{bytes}, without a limit', { bytes: sizeWords(bytes) })
    : say('{bytes} of {quota}', { bytes: sizeWords(bytes), quota: sizeWords(quota) });
}

export const PlanName = z.string().trim().min(1).max(50);
/** How much room an account can have in the cloud, under a name; what there is, the owner of the server says. */
export const Plan = z.object({
  name: PlanName,
  /** Null: no limit. */
  bytes: z.number().int().nonnegative().nullable(),
});
export type Plan = z.infer<typeof Plan>;

/** What a person writes to the owner, or the owner back; may be empty. */
const Note = z.string().trim().max(500);

/** A person asked the owner of the server for another plan. */
export const PlanRequest = z.object({
  id: Id,
  plan: PlanName,
  note: Note,
  askedAt: z.number(),
  state: z.enum(['open', 'granted', 'declined', 'withdrawn']),
  /** Server's clock; null: it is open. */
  answeredAt: z.number().nullable(),
  answer: Note,
});
export type PlanRequest = z.infer<typeof PlanRequest>;
export const PlanAsk = z.object({ plan: PlanName, note: Note.default('') });
export const PlanReply = z.object({ grant: z.boolean(), answer: Note.default('') });

/** An account as the owner of the server sees it. Bytes. */
export const AccountRoom = z.object({
  account: Account,
  /** Null: a number of its own. */
  plan: PlanName.nullable(),
  bytes: z.number().int().nonnegative(),
  reserved: z.number().int().nonnegative(),
  quota: z.number().int().nonnegative(),
  /** What it asks for now. */
  request: PlanRequest.nullable(),
});
export type AccountRoom = z.infer<typeof AccountRoom>;

/** The disk with the data folder, as last looked at. Bytes. */
export const ServerDisk = z.object({
  total: z.number().nonnegative(),
  free: z.number().nonnegative(),
  /** Always left free, for the database and for the system. */
  keepFree: z.number().nonnegative(),
  /** What can still be taken. */
  room: z.number().nonnegative(),
  state: z.enum(['fine', 'little', 'full']),
});
export type ServerDisk = z.infer<typeof ServerDisk>;

const Part = z.object({ bytes: z.number().int().nonnegative(), files: z.number().int().nonnegative() });

/** What takes the room of a library. `photos` + `videos` + `versions` + `deleted` = `used`, exactly. Bytes. */
export const StorageParts = z.object({
  used: z.number().int().nonnegative(),
  reserved: z.number().int().nonnegative(),
  quota: z.number().int().nonnegative(),
  photos: Part,
  videos: Part,
  /** Edits, what belongs to them, and earlier versions, of photos that are not deleted. */
  versions: Part,
  /** What only Recently Deleted holds. */
  deleted: Part,
  /** Photos of which compressed versions are being made ahead, for a device that keeps no originals; absent: a server that does not. */
  ahead: z.number().int().nonnegative().optional(),
});
export type StorageParts = z.infer<typeof StorageParts>;
