import { isRacy } from './scan.ts';

/** What a file system tells of a file, in whole numbers: bytes, nanoseconds since 1970, and its number there. */
export interface FileStats {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly ino: bigint;
}

/** Size, modification, change and inode: when all are the same, nobody touched the file. */
export function stampOf(stats: FileStats): string {
  return `${stats.size}-${stats.mtimeNs}-${stats.ctimeNs}-${stats.ino}`;
}

export function mtimeMsOf(stats: FileStats): number {
  return Number(stats.mtimeNs / 1000n) / 1000;
}

/** The inode in a stamp: one file under two names has it, and so may a later file; a hint, never a proof. */
export function inodeOf(stamp: string): string {
  return stamp.slice(stamp.lastIndexOf('-') + 1);
}

/** What a stamp says of a file's size and of when it was modified. */
export function sizeAndTimeOf(stamp: string): { readonly size: number; readonly mtimeMs: number } {
  const [size = '0', modified = '0'] = stamp.split('-');
  return { size: Number(size), mtimeMs: Number(BigInt(modified) / 1000n) / 1000 };
}

/** True when the bytes of a file may be others than at `stamp`; that it was given another name alone (which changes its ctime) does not count. */
export function mayBeChanged(stamp: string, { size, mtimeNs, ino }: FileStats): boolean {
  const [before, modified] = stamp.split('-');
  return before !== String(size) || modified !== String(mtimeNs) || inodeOf(stamp) !== String(ino);
}

const SECOND_NS = 1_000_000_000n;

/**
 * True when a file was touched so shortly before it was read that a later change could leave the same stamp. Where times have
 * whole seconds only, the time of the last change counts as well: programs set the other one back.
 */
export function isRacyStamp(stamp: string, readAt: number): boolean {
  const [, modified = '0', changed = '0'] = stamp.split('-');
  const coarse = BigInt(changed) % SECOND_NS === 0n;
  return [modified, ...(coarse ? [changed] : [])].some((time) => isRacy(Number(BigInt(time) / 1_000_000n), readAt));
}

/** Where a disk has no steps of its own, times go in those of the system's clock. Milliseconds. */
const STEP_MS = 10;

/**
 * True when nothing came into a folder, went from it, or was renamed in it while it was listed, and since: it has the same stamp before
 * and after, and its last change is so old that a later one could not carry the same time.
 * @param before its stamp just before it was listed, at `listedAt`; milliseconds since 1970
 * @param after its stamp now
 */
export function stoodStill(before: string, after: string, listedAt: number): boolean {
  if (before !== after) return false;
  const [, modified = '0'] = before.split('-');
  const time = BigInt(modified);
  const changedAt = Number(time / 1_000_000n);
  if (time % SECOND_NS === 0n) return !isRacy(changedAt, listedAt);
  return listedAt < changedAt || listedAt - changedAt >= STEP_MS;
}
