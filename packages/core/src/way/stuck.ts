import type { Transfer } from '../plan/index.ts';

/** So long a piece of work may stand still before it is begun anew; milliseconds. */
const PATIENCE: Readonly<Record<Transfer['phase'], number>> = {
  hashing: 60_000,
  asking: 45_000,
  sending: 20_000,
  downloading: 20_000,
  verifying: 45_000,
  applying: 60_000,
};

/** What a server hashes, or a disk takes, without a word; bytes a millisecond. */
const SILENT_BYTES = 10_000;

/** Work whose last progress is so long ago that nothing more is to be hoped of it. Pure. */
export function isStuck({ phase, size, movedAt }: Transfer, now: number): boolean {
  if (movedAt === undefined) return false;
  const silent = phase === 'verifying' || phase === 'applying' ? size / SILENT_BYTES : 0;
  return now - movedAt > PATIENCE[phase] + silent;
}

/**
 * The wait before the server is tried again, when try number `tries` (from 1) found nobody: at once, then after a moment that stays
 * short, so that a cause that is gone is noticed within seconds. Milliseconds.
 */
export function untilKnock(tries: number, random: number): number {
  return Math.round(Math.min(2000, 500 * 2 ** Math.min(tries - 1, 8)) * (0.75 + random / 4));
}
