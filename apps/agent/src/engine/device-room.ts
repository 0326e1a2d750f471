import { statfsSync } from 'node:fs';
import {
  isWantedFull,
  roomHere,
  toComeWith,
  type LocalFile,
  type Policy,
  type RoomHere,
  type SpaceHere,
  type ToCome,
  type Transfer,
  type Unit,
} from '@rollcall/core';
import type { Evidence } from '@rollcall/protocol';
import { FileFailure } from '@rollcall/transfer';
import { freeSpace } from '../conditions/free-space.ts';
import type { Reading } from '../conditions/lookout.ts';
import { BY_HAND, type Overrides } from '../conditions/overrides.ts';
import type { DurableStore } from '../store/durable-store.ts';
import { keptOn } from '../work/reserve.ts';

/** The folder and its disk as they are now. */
export function spaceHere(store: DurableStore, folder: string, overrides: Overrides): SpaceHere {
  const free = freeSpace(folder, overrides, Date.now());
  return { folder: store.storage.bytesHere(), disk: 'is' in free ? { size: sizeOf(folder) ?? free.is, free: free.is } : null };
}

/** As `freeSpace`, with what is kept for making room: it is given back as soon as originals are kept there. */
export function freeInFull(folder: string, overrides: Overrides, now: number): Reading<number> {
  const free = freeSpace(folder, overrides, now);
  return 'is' in free && free.source !== BY_HAND ? { ...free, is: free.is + keptOn(folder) } : free;
}

/** Bytes of the disk that a folder lies on; null: the file system does not tell. */
function sizeOf(folder: string): number | null {
  try {
    const { blocks, bsize } = statfsSync(folder);
    return blocks * bsize;
  } catch {
    return null;
  }
}

/** What bounds the photos of a device; null: its disk alone, for originals are kept. */
export function budgetOf({ storage, diskBudget }: Policy): Policy['diskBudget'] | null {
  return storage === 'optimise' ? diskBudget : null;
}

export interface DeviceRoomFacts {
  readonly store: DurableStore;
  readonly folder: string;
  policy(): Policy;
  overrides(): Overrides;
  transfers(): ReadonlyMap<Unit, Transfer>;
  /** Something has to go for so many bytes to come. True: it went, and may be enough; false: nothing more can. */
  make(bytes: number, signal: AbortSignal): Promise<boolean>;
  /** A photo is here in full. */
  came(): void;
}

/** Gives out the room for what is to come: what is on its way has its room already, so that no two take the same. */
export class DeviceRoom {
  readonly #facts: DeviceRoomFacts;
  readonly #taken = new Map<Unit, number>();
  /** Kept for what is to come together with something that has come, or is on its way. */
  readonly #kept = new Map<Unit, number>();
  /** Room that is made for files of one photo together, by their units. */
  readonly #making = new Map<string, Promise<boolean>>();
  /** Who waits for what is on its way: when it is here, it may make room. */
  readonly #waiting = new Set<() => void>();

  constructor(facts: DeviceRoomFacts) {
    this.#facts = facts;
  }

  /** What is free, and what has to go, with all that is on its way. */
  now(): RoomHere {
    return roomHere(budgetOf(this.#facts.policy()), this.#space());
  }

  /** Bytes of the disk that are free, and for nobody who is on their way; infinite where the file system does not tell. */
  onDisk(): number {
    return this.#space().disk?.free ?? Number.POSITIVE_INFINITY;
  }

  /** The folder and its disk as they are when all that is on its way is there. */
  #space(): SpaceHere {
    const { store, folder, overrides } = this.#facts;
    const { folder: bytes, disk } = spaceHere(store, folder, overrides());
    const [coming, toWrite] = this.#coming();
    return { folder: bytes + coming, disk: disk === null ? null : { ...disk, free: Math.max(0, disk.free - toWrite) } };
  }

  /** Bytes that are on their way, and those of them that are not on the disk yet. */
  #coming(): [all: number, toWrite: number] {
    const transfers = this.#facts.transfers();
    let [all, toWrite] = [0, 0];
    for (const [unit, size] of [...this.#taken, ...this.#keptStill()]) {
      all += size;
      toWrite += Math.max(0, size - (transfers.get(unit)?.offset ?? 0));
    }
    return [all, toWrite];
  }

  /** What nobody waits for any more is kept no longer. */
  #keptStill(): ReadonlyMap<Unit, number> {
    for (const unit of this.#kept.keys()) {
      const file = this.#fileOf(unit);
      const waits = file?.standIn != null && file.missingSince === null && isWantedFull(this.#facts.store, file.key);
      if (!waits || this.#taken.has(unit) || (file.trouble !== null && file.trouble.code !== 'device-disk-full')) this.#kept.delete(unit);
    }
    return this.#kept;
  }

  /** Other files of its photo that are to come with it and have no room yet; what was kept for them, and for it, is free again. */
  #toComeWith(unit: Unit): ToCome[] {
    this.#kept.delete(unit);
    const file = this.#fileOf(unit);
    const others = file === null ? [] : toComeWith(this.#facts.store, file.key).filter((other) => !this.#taken.has(other.unit));
    for (const other of others) this.#kept.delete(other.unit);
    return others;
  }

  #fileOf(unit: Unit): LocalFile | null {
    return unit.startsWith('f:') ? this.#facts.store.file(Number(unit.slice(2))) : null;
  }

  /**
   * Takes room for a file, until `give`; waits while something makes room for it. Throws `FileFailure` (`device-disk-full`, with what is needed and what is
   * free) where there is none to be had. What is to come with it has its room kept, so that a pair comes as a whole, or not at all.
   * @param there bytes of it that are on the disk already
   */
  async take(unit: Unit, size: number, there: number, signal: AbortSignal): Promise<void> {
    // It knows by now how much it needs, and has its room so long.
    const before = this.#taken.get(unit) ?? 0;
    this.#taken.delete(unit);
    if (before >= size) return void this.#taken.set(unit, size);
    const sumOf = (others: readonly ToCome[]): number => others.reduce((sum, other) => sum + other.size, size);
    let others = this.#toComeWith(unit);
    while (sumOf(others) > this.now().free && !signal.aborted) {
      const more = await this.#makeOnce([unit, ...others.map((other) => other.unit)], sumOf(others), signal);
      const goesOn = more || (await this.#oneLess(signal));
      others = this.#toComeWith(unit);
      if (!goesOn) break;
    }
    const room = this.now();
    const needed = room.by === 'disk' ? sumOf(others) - there : sumOf(others);
    if (needed > room.free) throw new FileFailure('device-disk-full', { needed, free: Math.floor(room.free), ...this.#bound(room) });
    this.#taken.set(unit, size);
    for (const other of others) this.#kept.set(other.unit, other.size);
  }

  /** The files of a photo all ask for the same room: it is made once. */
  #makeOnce(units: readonly Unit[], bytes: number, signal: AbortSignal): Promise<boolean> {
    const photo = units.toSorted().join(' ');
    const making = this.#making.get(photo) ?? this.#facts.make(bytes, signal).finally(() => this.#making.delete(photo));
    this.#making.set(photo, making);
    return making;
  }

  /** It is here, or does not come. */
  give(unit: Unit): void {
    if (!this.#taken.delete(unit)) return;
    if (this.#isInFull(unit)) this.#facts.came();
    for (const done of this.#waiting) done();
  }

  #isInFull(unit: Unit): boolean {
    const { store } = this.#facts;
    const file = unit.startsWith('f:') ? this.#fileOf(unit) : (store.filesOf(store.resolve(unit.slice(2)))[0] ?? null);
    return file !== null && file.standIn == null;
  }

  /** Waits until something that is on its way has ended. False: nothing is. */
  #oneLess(signal: AbortSignal): Promise<boolean> {
    if (this.#taken.size === 0 || budgetOf(this.#facts.policy()) === null) return Promise.resolve(false);
    return new Promise((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve(true);
      };
      signal.addEventListener('abort', done);
      this.#waiting.add(done);
    });
  }

  /** That it is the person's own bound that is reached, and which; or that photos make room already, and the disk is full all the same. */
  #bound({ by }: RoomHere): Evidence {
    const budget = budgetOf(this.#facts.policy());
    if (budget === null) return {};
    if (by === 'disk' || budget.of === 'nothing') return { optimised: true };
    return budget.of === 'folder' ? { budget: budget.bytes } : { keepFree: budget.percent };
  }
}
