import type { ServerDisk } from '@rollcall/protocol';

/** What is left free of the server's disk unless its owner says otherwise: 200 MB, or 1 % of a small disk. Bytes. */
const KEEP_FREE = 200_000_000;
/** Room is called little below this part of the disk. */
const LITTLE = 0.05;

/** How the server's disk stands. New bytes are refused from the mark on, before the disk is full, and taken again above it. */
export function standingOfDisk(space: { readonly total: number; readonly free: number }, chosen: number | null): ServerDisk {
  const { total, free } = space;
  const keepFree = chosen ?? Math.min(KEEP_FREE, Math.floor(total * 0.01));
  const room = Math.max(0, free - keepFree);
  return { total, free, keepFree, room, state: room === 0 ? 'full' : room < total * LITTLE ? 'little' : 'fine' };
}
