import type { Reason } from '@rollcall/protocol';
import type { Transfer } from '../plan/index.ts';
import type { Unit } from './unit.ts';

/** One that is not in sync, in the order in which the device goes about them. */
export interface Waiting {
  readonly unit: Unit;
  /** Bytes of it that are to be sent or fetched. */
  readonly bytes: number;
  readonly reasons: readonly Reason[];
  /** What is done with it now; null: nothing yet. */
  readonly transfer: Transfer | null;
}

/** Where one that waits stands among those that go the same way. */
export interface Turn {
  /** 1: it is next. */
  readonly position: number;
  /** Of those that are on their way, or come before it. */
  readonly bytesAhead: number;
  /** Milliseconds until it begins; null: nobody knows how fast it goes. */
  readonly expected: number | null;
}

/** The turns of all that wait, each way by itself. @param rate bytes a second; null: nothing was measured yet */
export function turnsOf(waiting: Iterable<Waiting>, rate: number | null): Map<Unit, Turn> {
  const turns = new Map<Unit, Turn>();
  const ways = { file: { position: 0, bytes: 0 }, asset: { position: 0, bytes: 0 } };
  const queued: Waiting[] = [];
  for (const each of waiting) {
    if (each.transfer !== null) wayOf(ways, each.unit).bytes += Math.max(0, each.transfer.size - each.transfer.offset);
    else if (each.reasons.some(({ code }) => code === 'queued')) queued.push(each);
  }
  for (const { unit, bytes } of queued) {
    const way = wayOf(ways, unit);
    way.position += 1;
    const expected = rate === null || rate <= 0 ? null : Math.round((way.bytes / rate) * 1000);
    turns.set(unit, { position: way.position, bytesAhead: way.bytes, expected });
    way.bytes += bytes;
  }
  return turns;
}

function wayOf<T>(ways: { readonly file: T; readonly asset: T }, unit: Unit): T {
  return unit.startsWith('f:') ? ways.file : ways.asset;
}

/** The reasons of one that waits, with its turn. */
export function withTurn(reasons: readonly Reason[], turn: Turn | undefined): readonly Reason[] {
  if (turn === undefined) return reasons;
  return reasons.map((reason) => (reason.code === 'queued' ? { ...reason, evidence: { ...reason.evidence, ...turn } } : reason));
}
