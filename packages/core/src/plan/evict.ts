import { planted } from '@rollcall/protocol';
import type { LocalFile, QueuedChange, RemoteAsset, Transfer } from './rows.ts';

/** What must be known, at that very moment, before an original here gives way to its compressed version. Null: nobody knows. */
export interface EvictFacts {
  readonly file: LocalFile;
  /** Its asset; null: the cloud does not tell of it. */
  readonly remote: RemoteAsset | null;
  readonly queued: readonly QueuedChange[];
  readonly transfer: Transfer | null;
  /** SHA-256 of the bytes on this disk, read just now. */
  readonly onDisk: string | null;
  /** What the cloud found when it hashed its own bytes just now. */
  readonly there: 'sound' | 'damaged' | 'missing' | null;
  /** What the last backup of the server holds; `none`: the server has no backups. */
  readonly backup: 'holds-it' | 'lacks-it' | 'none' | null;
  /** A person wants it here in full, or another file of the same photo. */
  readonly wantedFull: boolean;
  /** The library closes: then what is in the cloud alone is gone. */
  readonly closes: boolean;
}

export type MayEvict = { readonly may: true } | { readonly may: false; readonly why: KeptBecause };
export type KeptBecause =
  | 'wanted-full'
  | 'library-closes'
  | 'no-original'
  | 'not-acknowledged'
  | 'pending'
  | 'changed-here'
  | 'not-known-here'
  | 'not-sound-there'
  | 'not-known-there'
  | 'not-in-backup'
  | 'backup-not-known'
  /** No smaller version can be made of it. */
  | 'none-smaller'
  /** Its compressed version did not come. */
  | 'not-come'
  /** There is no room for its compressed version, which has to be here before the original goes. */
  | 'disk-full';

const kept = (why: KeptBecause): MayEvict => ({ may: false, why });

/**
 * May these bytes leave this device? Only if the cloud has acknowledged them, has them sound now, and its backup (if there is one)
 * has them too; the bytes here are those, now; and nothing is under way that uses them. What is not known is no. An eviction
 * is never a deletion: a compressed stand-in takes the file's place.
 */
export function mayEvict(facts: EvictFacts): MayEvict {
  const { file, remote } = facts;
  if (facts.wantedFull && !planted('evicts-wanted')) return kept('wanted-full');
  if (facts.closes && !planted('evicts-closing')) return kept('library-closes');
  if (file.standIn != null || file.excluded !== null || file.missingSince !== null) return kept('no-original');
  if (file.hash !== null && planted('evicts-early')) return { may: true };
  if (file.assetId === null || file.hash === null || remote === null || remote.asset.id !== file.assetId) return kept('not-acknowledged');
  if (isPending(facts) && !planted('evicts-pending')) return kept('pending');
  if (file.baseHash !== file.hash || file.agreedAt === null) return kept('not-acknowledged');
  const has = remote.resources.some((each) => each.hash === file.hash && !each.removed);
  if (remote.asset.state !== 'live' || !has) return kept('not-acknowledged');
  if (facts.onDisk === null) return kept('not-known-here');
  if (facts.onDisk !== file.hash && !planted('evicts-changed')) return kept('changed-here');
  if (facts.there === null) return kept('not-known-there');
  if (facts.there !== 'sound' && !planted('evicts-unsound')) return kept('not-sound-there');
  if (facts.backup === null) return kept('backup-not-known');
  return facts.backup === 'lacks-it' ? kept('not-in-backup') : { may: true };
}

/** Something is under way that uses it, or is to be. */
function isPending({ file, queued, transfer }: EvictFacts): boolean {
  return queued.length > 0 || transfer !== null || file.trouble !== null || file.rotted != null;
}
