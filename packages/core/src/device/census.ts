import type { CountsTold, Lost, Reason, ReasonCount, RollEntry } from '@rollcall/protocol';
import { classOf, planted, rankOf } from '@rollcall/protocol';
import { countOf, Tally, type Trouble } from '../plan/index.ts';
import { comingOf, type Comes, type Coming } from './coming.ts';
import type { Planned, Transfers } from './desk.ts';
import { isPart } from './closed.ts';
import type { DeviceStore } from './store.ts';
import type { Unit } from './unit.ts';

/** How a device as a whole stands. */
export interface RollState {
  readonly counts: CountsTold;
  readonly incoming: number;
  readonly pendingRemovals: number;
  readonly reasons: readonly ReasonCount[];
  readonly upToDate: boolean;
  readonly lost: Lost;
}

interface Open {
  readonly reasons: readonly Reason[];
  /** `part`: what lies there cannot be looked into, and is not counted. */
  readonly of: 'file' | 'missing' | 'part' | 'asset';
  readonly safe: boolean;
  readonly comes: Comes | null;
}

/** Which units are not in sync, and why: kept as each unit is planned, so that a count costs no second look. */
export class Census {
  readonly #store: DeviceStore;
  readonly #open = new Map<Unit, Open>();

  /** What waits for what files here turn out to be, or for the feed to be heard to its end. */
  readonly #after = { files: new Set<Unit>(), feed: new Set<Unit>() };

  constructor(store: DeviceStore) {
    this.#store = store;
  }

  note(unit: Unit, planned: Planned): void {
    for (const what of ['files', 'feed'] as const)
      if (planned?.plan.after === what) this.#after[what].add(unit);
      else this.#after[what].delete(unit);
    if (planned === null && planted('count-kept')) return;
    if (planned === null || planned.plan.reasons.length === 0) this.#open.delete(unit);
    else {
      const safe = planned.kind === 'file' && planned.safe;
      this.#open.set(unit, { reasons: planned.plan.reasons, of: ofWhat(planned), safe, comes: planned.comes });
    }
  }

  /** Units that are not in sync. */
  units(): IterableIterator<Unit> {
    return this.#open.keys();
  }

  /** What is to be planned again after these were: what waits for files, when there are files among them. */
  after(planned: readonly Unit[]): readonly Unit[] {
    const { files } = this.#after;
    // Not with one another: they would never come to rest.
    return files.size > 0 && planned.some((unit) => unit.startsWith('f:') && !files.has(unit)) ? [...files] : [];
  }

  /** What is to be planned again when the feed was heard to its end. */
  afterFeed(): readonly Unit[] {
    return [...this.#after.feed];
  }

  get size(): number {
    return this.#open.size;
  }

  reasons(unit: Unit): readonly Reason[] {
    return this.#open.get(unit)?.reasons ?? [];
  }

  /** What is to come of a unit; null: nothing. */
  comes(unit: Unit): Comes | null {
    return this.#open.get(unit)?.comes ?? null;
  }

  /** Units whose primary reason is one for which something is being done, or will be. */
  *entries(): IterableIterator<readonly [Unit, readonly Reason[]]> {
    for (const [unit, { reasons }] of this.#open) yield [unit, reasons];
  }

  /** What is to come to this device. */
  coming(transfers: Transfers): Coming {
    const open = this.#open;
    return comingOf(
      (function* () {
        for (const [unit, { comes, reasons }] of open)
          if (comes !== null) yield { comes, reasons, offset: transfers.get(unit)?.offset ?? 0 };
      })(),
    );
  }

  state(atHead: boolean): RollState {
    const tally = new Tally();
    let incoming = 0;
    let pendingRemovals = 0;
    let files = 0;
    let alsoSafe = 0;
    let closed = 0;
    for (const { reasons, of, safe } of this.#open.values()) {
      if (of === 'file') tally.add(reasons);
      else tally.list(reasons);
      const [primary] = reasons;
      const stops = primary !== undefined && classOf(primary.code) !== 'excluded';
      if (of === 'file' || of === 'part') files += 1;
      if (of === 'file' && safe && stops) alsoSafe += 1;
      if (of === 'part' && stops) closed += 1;
      if (of === 'missing') pendingRemovals += 1;
      if (of === 'asset') incoming += 1;
    }
    const inSync = this.#store.countFiles() - this.#store.missing().length - files;
    tally.addInSync(Math.max(0, inSync));
    const counts = tally.counts();
    const settled = counts.onDevice === counts.inSync + counts.excluded && incoming + pendingRemovals + closed === 0;
    return {
      counts: alsoSafe === 0 ? counts : { ...counts, alsoSafe },
      incoming,
      pendingRemovals,
      reasons: tally.reasons(),
      upToDate: atHead && settled,
      lost: this.#store.lost(),
    };
  }
}

function ofWhat(planned: NonNullable<Planned>): Open['of'] {
  if (planned.kind === 'asset') return 'asset';
  if (planned.file.missingSince !== null) return 'missing';
  return isPart(planned.file) ? 'part' : 'file';
}

/** What holds the device as a whole back is told also when no item waits for it just now; then for none. */
export function withHeld(state: RollState, held: readonly Trouble[]): RollState {
  const told = withTold(state, held);
  return told === state ? state : { ...told, upToDate: false };
}

/** What concerns the device as a whole, and bars nothing, is told for no item. */
export function withTold(state: RollState, troubles: readonly Trouble[]): RollState {
  const missing = troubles.filter(({ code }) => !state.reasons.some((reason) => reason.code === code));
  if (missing.length === 0) return state;
  const none = missing.map(({ code, since, evidence }) => countOf(code, { count: 0, primary: 0, since, evidence }));
  const reasons = [...state.reasons, ...none].sort((a, b) => rankOf(a.code) - rankOf(b.code));
  return { ...state, reasons };
}

/** A file as the roll tells it, also one that is gone while its removal waits; null: it is no more. */
export function rollEntry(store: DeviceStore, key: number, reasons: readonly Reason[]): RollEntry | null {
  const file = store.file(key);
  if (file === null || (file.missingSince !== null && !file.held && reasons.length === 0)) return null;
  return {
    key: String(file.key),
    path: file.path,
    size: file.size,
    assetId: file.assetId,
    hash: file.hash,
    form: file.missingSince !== null ? 'missing' : file.standIn == null ? 'original' : 'compressed',
    inSync: reasons.length === 0,
    reasons: reasons.slice(0, 16),
  };
}
