import { isStuck, noteUnderWay, readUnderWay, type DeviceStore, type Transfer, type Unit } from '@rollcall/core';

/** How soon the lane is freed of what was told to end and does not; milliseconds. */
const GRACE_MS = 5000;
/** Restarts are remembered of so many pieces of work that are not done. */
const REMEMBERED = 200;
/** The newest rate counts for so much of what is told. */
const NEWEST = 0.3;

interface Piece {
  transfer: Transfer;
  /** Bytes, and when, at the last tick; the rate is told from there. */
  counted: { readonly offset: number; readonly at: number };
}

/** What to do about work that stood still. */
export interface Stalled {
  /** They were told to end, and begin anew. */
  readonly ended: readonly Unit[];
  /** They were told, and did not. */
  readonly deaf: readonly Unit[];
}

/** What the engine has in hand: how far each piece of work is, when it last got on, and how often it had to be begun anew. */
export class UnderWay {
  readonly #store: DeviceStore;
  readonly #now: () => number;
  readonly #pieces = new Map<Unit, Piece>();
  readonly #transfers = new Map<Unit, Transfer>();
  readonly #restarts: Map<Unit, number>;
  readonly #signals = new Map<Unit, AbortController>();
  readonly #told = new Map<Unit, number>();
  /** How far each was when that was asked last; bytes. */
  #shown: ReadonlyMap<Unit, number> = new Map();

  constructor(store: DeviceStore, now: () => number) {
    this.#store = store;
    this.#now = now;
    this.#restarts = readUnderWay(store).restarts;
  }

  get transfers(): ReadonlyMap<Unit, Transfer> {
    return this.#transfers;
  }

  /** Work that had to be begun anew and is not known to be done, also from the run before. */
  get begunAnew(): readonly Unit[] {
    return [...this.#restarts.keys()];
  }

  /** Something is being sent or fetched, or the server asked for it. */
  get onTheWay(): boolean {
    return [...this.#transfers.values()].some(({ phase }) => phase !== 'hashing' && phase !== 'applying');
  }

  /** Bytes are to move now: that none do is the link's fault. */
  get moving(): boolean {
    return [...this.#transfers.values()].some(({ phase }) => phase === 'sending' || phase === 'downloading');
  }

  /** Ends work that begins now for a unit when it is to be begun anew. */
  signal(unit: Unit): AbortSignal {
    const before = this.#signals.get(unit);
    const controller = before === undefined || before.signal.aborted ? new AbortController() : before;
    this.#signals.set(unit, controller);
    return controller.signal;
  }

  /** What runs for a unit; null: nothing does any more. True: another phase than before. */
  progress(unit: Unit, transfer: Transfer | null): boolean {
    const before = this.#pieces.get(unit);
    if (transfer === null) {
      this.#pieces.delete(unit);
      this.#transfers.delete(unit);
      this.#signals.delete(unit);
      this.#told.delete(unit);
      return before !== undefined;
    }
    const now = this.#now();
    const last = before?.transfer;
    const moved = last?.phase !== transfer.phase || last.offset !== transfer.offset;
    const told = {
      ...transfer,
      movedAt: moved ? now : (last?.movedAt ?? now),
      restarts: this.#restarts.get(unit) ?? 0,
      rate: last?.rate ?? null,
    };
    this.#pieces.set(unit, { transfer: told, counted: before?.counted ?? { offset: transfer.offset, at: now } });
    this.#transfers.set(unit, told);
    return last?.phase !== transfer.phase;
  }

  /** What is carried, was under way when this was asked last, and got on since: to whoever looks from elsewhere it stood still. */
  gotOn(): Unit[] {
    const before = this.#shown;
    const carried = [...this.#transfers].filter(([, transfer]) => isCarried(transfer));
    this.#shown = new Map(carried.map(([unit, { offset }]) => [unit, offset]));
    return carried.flatMap(([unit, { offset }]) => (before.has(unit) && before.get(unit) !== offset ? [unit] : []));
  }

  /** A unit is done, or no more: what it cost is forgotten. */
  done(unit: Unit): void {
    this.#restarts.delete(unit);
  }

  /**
   * Called every second or so: what stands still is ended and counted, and all is noted for who looks at this device beside it.
   * @param limited the person lets only so many bytes pass in a second: bytes that wait for that do not stand still
   */
  tick(limited = false): Stalled {
    const now = this.#now();
    const ended: Unit[] = [];
    const deaf: Unit[] = [];
    for (const [unit, { transfer }] of this.#pieces) {
      this.#count(unit, now);
      const told = this.#told.get(unit);
      if (told !== undefined && now - told > GRACE_MS) deaf.push(unit);
      else if (told === undefined && isStuck(transfer, now) && !(limited && isCarried(transfer))) {
        this.#restarts.set(unit, (this.#restarts.get(unit) ?? 0) + 1);
        this.#end(unit, now);
        ended.push(unit);
      }
    }
    for (const unit of [...this.#restarts.keys()].slice(0, -REMEMBERED)) this.#restarts.delete(unit);
    noteUnderWay(this.#store, this.#transfers, this.#restarts);
    return { ended, deaf };
  }

  /** What has not got on since then hangs on a connection that leads nowhere any more, and is begun anew. */
  beginAnew(since: number): void {
    const now = this.#now();
    for (const [unit, { transfer }] of this.#pieces)
      if (transfer.phase !== 'hashing' && transfer.phase !== 'applying' && (transfer.movedAt ?? now) <= since) this.#end(unit, now);
  }

  /** Nothing runs any more. */
  stop(): void {
    noteUnderWay(this.#store, new Map(), this.#restarts);
  }

  #end(unit: Unit, now: number): void {
    this.#told.set(unit, now);
    this.#signals.get(unit)?.abort(new Error('begun anew'));
  }

  #count(unit: Unit, now: number): void {
    const piece = this.#pieces.get(unit);
    if (piece === undefined || now <= piece.counted.at) return;
    const { transfer, counted } = piece;
    const newest = Math.max(0, ((transfer.offset - counted.offset) * 1000) / (now - counted.at));
    const before = transfer.rate ?? null;
    const rate = Math.round(before === null ? newest : before * (1 - NEWEST) + newest * NEWEST);
    piece.transfer = { ...transfer, rate };
    piece.counted = { offset: transfer.offset, at: now };
    this.#transfers.set(unit, piece.transfer);
  }
}

function isCarried({ phase }: Transfer): boolean {
  return phase === 'sending' || phase === 'downloading';
}
