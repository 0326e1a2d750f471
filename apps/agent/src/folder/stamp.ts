import type { BigIntStats } from 'node:fs';
import { isRacy } from '@rollcall/core';

/** Size, modification, change and inode: when all are the same, nobody touched the file. */
export function stampOf(stats: BigIntStats): string {
  return `${stats.size}-${stats.mtimeNs}-${stats.ctimeNs}-${stats.ino}`;
}

export function mtimeMsOf(stats: BigIntStats): number {
  return Number(stats.mtimeNs / 1000n) / 1000;
}

/** The inode in a stamp: one file under two names has it, and so may a later file; a hint, never a proof. */
export function inodeOf(stamp: string): string {
  return stamp.slice(stamp.lastIndexOf('-') + 1);
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
