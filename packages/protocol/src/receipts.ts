import { z } from 'zod';
import { canonicalJson, type Json } from './canonical.ts';
import { Hash, Id } from './ids.ts';
import { LIMITS } from './limits.ts';

const count = z.number().int().nonnegative();

/** What a device says beside the bytes: nothing of it was seen by the server. */
export const DeviceClaim = z.object({
  /** Files on it that answered; two files may hold the same bytes of one photo. */
  files: count,
  /** Those of them that are compressed versions: the server has read what they stand for. */
  standIns: count,
  /** Files that are of no person's making, and that nobody keeps; the first so many by name. */
  leftOut: z.object({ count, first: z.array(z.string().max(LIMITS.path)).max(LIMITS.missingTold) }),
});
export type DeviceClaim = z.infer<typeof DeviceClaim>;

/**
 * What a server says of a device at one moment: it had just read the stored bytes of everything that was on it. A later version may say
 * more, and what it says is signed with the rest.
 */
export const ErasureReceipt = z.looseObject({
  kind: z.literal('rollcall-receipt'),
  version: z.literal(1),
  id: Id,
  /** When the first bytes were asked for, and when the last had been read; the server’s clock, ISO 8601. */
  begun: z.iso.datetime(),
  at: z.iso.datetime(),
  account: z.string(),
  library: Id,
  device: z.looseObject({ id: Id, name: z.string() }),
  server: z.looseObject({ version: z.string() }),
  /** Different files of photos whose stored bytes the server read, and what it read: bytes. */
  resources: count,
  bytes: count,
  /** SHA-256 over the sorted lines of these, the same on both sides. */
  digest: Hash,
  /** What only the device says. */
  told: z.looseObject(DeviceClaim.shape),
});
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;

/** A receipt as it is kept in a file. */
export const SignedReceipt = z.object({
  receipt: ErasureReceipt,
  /** Public key of Ed25519 (RFC 8032), 32 bytes in base64url: whose word it is. */
  key: z.string().regex(/^[\w-]{43}$/),
  /** Over `receiptText(receipt)`; 64 bytes in base64url. */
  signature: z.string().regex(/^[\w-]{86}$/),
});
export type SignedReceipt = z.infer<typeof SignedReceipt>;

/** A key with which a server signs, or has signed. Times of its clock, milliseconds. */
export const ReceiptKey = z.object({ key: SignedReceipt.shape.key, since: z.number(), until: z.number().nullable() });
export type ReceiptKey = z.infer<typeof ReceiptKey>;

/** What is signed: no other text of this key begins so. */
export function receiptText(receipt: ErasureReceipt): string {
  return `rollcall receipt 1\n${canonicalJson(receipt as unknown as Json)}`;
}

/** As it is kept: for people, too. White space and the order of members are not signed. */
export function receiptFile(signed: SignedReceipt): string {
  return `${JSON.stringify(signed, null, 2)}\n`;
}
