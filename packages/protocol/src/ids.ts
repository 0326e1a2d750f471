import { z } from 'zod';
import { sha256Text } from './canonical.ts';

/** A UUID (RFC 9562); ours are version 7, minted by the device that adds the thing. */
export const Id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not a UUID');
/** SHA-256 of a blob's bytes, 64 lower-case hex digits. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex');
/** Names a resource within its library: see `resourceId`. */
export const ResourceId = z.string().regex(/^[0-9a-f]{32}$/, 'not a resource id');

/**
 * A UUID version 7 (RFC 9562 section 5.7).
 * @param now milliseconds since 1970
 * @param random at least 10 random bytes
 */
export function mintId(now: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('mintId needs 10 random bytes');
  const time = Math.floor(now).toString(16).padStart(12, '0').slice(-12);
  const hex = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

/**
 * The id of a resource follows from what it is, so that attaching it twice is attaching it once.
 * 32 hex digits.
 */
export function resourceId(assetId: string, role: string, hash: string): string {
  return sha256Text(`${assetId}:${role}:${hash}`).slice(0, 32);
}
