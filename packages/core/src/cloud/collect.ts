import { LIMITS } from '@rollcall/protocol';

/**
 * The moment from which on loose bytes may go: until it, somebody may have been told that they are here.
 * Null: not now at all, for this server's epoch changed a short while ago, and devices that were away still rely on what they were told.
 * @param seen time that the server saw pass
 * @param epochChanged the same at the last change of the epoch; null: it never changed
 */
export function collectBefore(seen: number, epochChanged: number | null): number | null {
  if (epochChanged !== null && seen - epochChanged < LIMITS.blobPromiseAfterRestore) return null;
  return seen - LIMITS.blobPromise;
}

/** What is known of bytes that may be taken out of use. */
export interface LooseFacts {
  /** Since when nothing refers to them, in time that the server saw pass; null: something does, or that was not noted yet. */
  readonly since: number | null;
  /** A row of any library, whatever its state. */
  readonly referred: boolean;
  /** An open upload is about to bring them. */
  readonly coming: boolean;
}

/** They may be taken out of use. @param before see `collectBefore` */
export function isCollectable({ since, referred, coming }: LooseFacts, before: number | null): boolean {
  return before !== null && since !== null && since <= before && !referred && !coming;
}

/** What is in quarantine since this moment or longer is deleted. */
export function quarantineDue(seen: number): number {
  return seen - LIMITS.quarantine;
}

/** Purges from this moment or before have had all the time that unreferenced bytes have. */
export function purgesDue(seen: number): number {
  return seen - LIMITS.blobPromise - LIMITS.quarantine;
}

/** Where the bytes of a name are, whoever refers to them. */
export type Whereabouts = 'stored' | 'loose' | 'quarantined' | 'gone';

/**
 * A purge that cannot be undone any more is forgotten: after the time that unreferenced bytes have, unless they wait longer than
 * that (after a restored backup they do).
 * @param since when it was purged
 * @param bytes where those of its files are
 */
export function isPurgeForgotten(since: number, seen: number, bytes: readonly Whereabouts[]): boolean {
  if (since > purgesDue(seen)) return false;
  return bytes.includes('gone') || !bytes.some((where) => where === 'loose' || where === 'quarantined');
}

/** What is done with a file that lies in quarantine when a server starts, which may have ended between a row and a move. */
export type Found = 'bring-back' | 'drop' | 'keep';

/** @param referred a library says that it has them; @param inUse they are there as well where bytes in use are */
export function judgeQuarantined(referred: boolean, inUse: boolean): Found {
  if (referred && !inUse) return 'bring-back';
  return inUse ? 'drop' : 'keep';
}
