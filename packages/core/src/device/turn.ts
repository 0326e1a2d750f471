import type { Reason } from '@rollcall/protocol';
import type { Transfer } from '../plan/index.ts';
import type { ComingRate } from './coming.ts';
import type { Unit } from './unit.ts';

/** One that is not in sync, in the order in which the device goes about them. */
export interface Waiting {
  readonly unit: Unit;
  /** Bytes of it that are to be sent or fetched; null: nobody knows, for it comes compressed. */
  readonly bytes: number | null;
  readonly reasons: readonly Reason[];
  /** What is done with it now; null: nothing yet. */
  readonly transfer: Transfer | null;
}

/** Where one that waits stands among those that go the same way. */
export interface Turn {
  /** 1: it is next. */
  readonly position: number;
  /** Of those that are on their way, or come before it; null: nobody knows. */
  readonly bytesAhead: number | null;
  /** Milliseconds until it begins; null: nobody knows how fast it goes. */
  readonly expected: number | null;
}

interface Ahead {
  position: number;
  /** Those on their way, and those before. */
  items: number;
  bytes: number | null;
}

/**
 * The turns of all that wait, each way by itself.
 * @param rate bytes a second; null: nothing was measured yet
 * @param coming what came lately: by that those are expected of which nobody knows the bytes
 */
export function turnsOf(waiting: Iterable<Waiting>, rate: number | null, coming: ComingRate | null = null): Map<Unit, Turn> {
  const turns = new Map<Unit, Turn>();
  const ways: Record<'file' | 'asset', Ahead> = {
    file: { position: 0, items: 0, bytes: 0 },
    asset: { position: 0, items: 0, bytes: 0 },
  };
  const queued: Waiting[] = [];
  for (const each of waiting) {
    if (each.transfer !== null) goBefore(wayOf(ways, each.unit), each.bytes === null ? null : each.transfer.size - each.transfer.offset);
    else if (each.reasons.some(({ code }) => code === 'queued')) queued.push(each);
  }
  for (const { unit, bytes } of queued) {
    const way = wayOf(ways, unit);
    way.position += 1;
    turns.set(unit, { position: way.position, bytesAhead: way.bytes, expected: expectedAfter(way, rate, coming) });
    goBefore(way, bytes);
  }
  return turns;
}

function goBefore(way: Ahead, bytes: number | null): void {
  way.items += 1;
  way.bytes = way.bytes === null || bytes === null ? null : way.bytes + Math.max(0, bytes);
}

function expectedAfter({ items, bytes }: Ahead, rate: number | null, coming: ComingRate | null): number | null {
  const [ahead, pace] = bytes === null ? [items, coming?.photos ?? null] : [bytes, rate];
  return pace === null || pace <= 0 ? null : Math.round((ahead / pace) * 1000);
}

function wayOf<T>(ways: { readonly file: T; readonly asset: T }, unit: Unit): T {
  return unit.startsWith('f:') ? ways.file : ways.asset;
}

/** The reasons of one that waits, with its turn. */
export function withTurn(reasons: readonly Reason[], turn: Turn | undefined): readonly Reason[] {
  if (turn === undefined) return reasons;
  return reasons.map((reason) => (reason.code === 'queued' ? { ...reason, evidence: { ...reason.evidence, ...turn } } : reason));
}
