import type { LeftWhy } from '../found.ts';

/** What an archive says of one of its files. */
export interface EntryHead {
  /** Decoded; as it is written. */
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  /** Where its bytes begin in the archive, with their own head. */
  readonly at: number;
  /** The mode that Unix has for it; 0: none is told. */
  readonly mode: number;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
}

/** Files of one archive that are looked at. */
export const MOST_ENTRIES = 1_000_000;
/** A file that grows by more than this is none of what people photograph. */
const MOST_GROWTH = 100;
/** What grows to less than this does no harm; bytes. */
const HARMLESS = 1024 * 1024;

const LINK = 0o120000;
const KIND = 0o170000;

/** What the name of a file in an archive is, below it; null: it is a folder. */
export type EntryPath = { readonly path: string } | { readonly why: LeftWhy } | null;

/**
 * Nothing is ever written under such a name; what tries to lead out of its archive is left out all the same, for whoever made it meant harm.
 * Windows' own separators are separators. What no system can store (control characters, `con.jpg`) is a name.
 */
export function entryPath(name: string): EntryPath {
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.includes('\0')) return { why: 'unsafe-name' };
  const segments = path.split('/');
  if (segments.some((segment) => segment === '..')) return { why: 'unsafe-name' };
  if (path === '' || path.endsWith('/')) return null;
  return { path: segments.filter((segment) => segment !== '' && segment !== '.').join('/') };
}

/** Why a file of an archive is not unpacked; null: it can be. */
export function judgeEntry(entry: EntryHead): LeftWhy | null {
  if ((entry.mode & KIND) === LINK) return 'link';
  if (entry.encrypted) return 'encrypted';
  if (entry.method !== 0 && entry.method !== 8) return 'method';
  if (entry.size > HARMLESS && entry.size > entry.packed * MOST_GROWTH) return 'bomb';
  return null;
}

/** Files of an archive that lie over one another: what is packed once would be unpacked many times. */
export function overlapping<E extends Pick<EntryHead, 'at' | 'packed'>>(entries: readonly E[]): Set<E> {
  const over = new Set<E>();
  const ordered = [...entries].sort((a, b) => a.at - b.at);
  let end = 0;
  let last: E | null = null;
  for (const entry of ordered) {
    if (last !== null && entry.at < end) over.add(entry).add(last);
    if (entry.at + entry.packed > end || last === null) {
      end = entry.at + entry.packed;
      last = entry;
    }
  }
  return over;
}
