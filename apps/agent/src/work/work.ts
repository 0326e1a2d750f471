import {
  noteFileTrouble,
  noteIncomingTrouble,
  type Conditions,
  type DeviceIdentity,
  type Folder,
  type LocalFile,
  type Pause,
  type Transfer,
  type Unit,
} from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';
import type { Evidence, ReasonCode } from '@rollcall/protocol';
import type { Connection } from '../server/connection.ts';
import type { Asker } from './asker.ts';
import type { Pieces } from './pieces.ts';
import type { Reserve } from './reserve.ts';
import type { Settlement } from './settle.ts';

/** What every action works with. */
export interface Work {
  readonly identity: DeviceIdentity;
  readonly root: string;
  readonly store: DurableStore;
  readonly settlement: Settlement;
  readonly connection: Connection;
  readonly asker: Asker;
  readonly signal: AbortSignal;
  /** Ends what begins now for one item: when all is being stopped, or when it stands still and is to be begun anew. */
  itemSignal(unit: Unit): AbortSignal;
  /** Ends a transfer that begins now: as above, or as soon as photos may not go any more. */
  transferSignal(unit: Unit): AbortSignal;
  /** The sizes that something on the way does not let through. */
  readonly pieces: Pieces;
  now(): number;
  /** Bytes that are free where the photos are. */
  free(): number;
  /** Room that is kept there for what makes room. */
  readonly reserve: Reserve;
  /**
   * Takes room for a file that is to come, until its work ends; something else may make room for it meanwhile. Throws `FileFailure`
   * (`device-disk-full`) where there is none.
   * @param there bytes of it that are on the disk already
   */
  takeRoom(unit: Unit, size: number, there: number, signal: AbortSignal): Promise<void>;
  random(): number;
  mintId(): string;
  conditions(): Conditions;
  /** The folder, for steps that ask it at once. */
  readonly folder: Folder;
  /** Tells what runs now; null when it has ended. */
  progress(unit: Unit, transfer: Transfer | null): void;
  /** What runs now for it; null: nothing. */
  transfer(unit: Unit): Transfer | null;
  touch(units: Iterable<Unit>): void;
  /** The whole device is concerned, not one item. Returns true when it took it. */
  failed(error: unknown): boolean;
  /** The cloud found that it lacks something which is here: it is given back soon. */
  wanted(): void;
  /** Bytes that went over the wire, for the rate that is shown. */
  moved(bytes: number, direction: 'up' | 'down'): void;
  /** A photo, or a part of one, is here that was to come. */
  arrived(): void;
  /** A path that was just written here; it is looked at again, for the watcher drops what was made and removed at once. */
  wrote(path: string): void;
  /** One transfer of the same bytes at a time. */
  readonly hashesInFlight: Map<string, Promise<void>>;
  /** How far each unfinished upload ever came, by hash: sending the same bytes once more is no progress. */
  readonly furthest: Map<string, number>;
  /** Paths that are about to be written. */
  readonly claimed: Set<string>;
}

/** Paths that nobody else writes to, and no look judges, while something is done with them; afterwards they are looked at. */
export async function claiming<T>(work: Work, paths: ReadonlySet<string>, run: () => Promise<T>): Promise<T> {
  for (const path of paths) work.claimed.add(path);
  try {
    return await run();
  } finally {
    for (const path of paths) {
      work.claimed.delete(path);
      work.wrote(path);
    }
  }
}

/** Marks a file with what is wrong with it; after a few tries only a person, or a change of the file, ends it. */
export function troubleFile(work: Work, file: LocalFile, code: ReasonCode, evidence: Evidence, pause: Pause): Promise<void> {
  return work.settlement.settle(() => noteFileTrouble(work.store, file, { code, evidence, pause }, momentOf(work)));
}

export function troubleIncoming(work: Work, assetId: string, code: ReasonCode, evidence: Evidence, pause: Pause): Promise<void> {
  return work.settlement.settle(() => noteIncomingTrouble(work.store, assetId, { code, evidence, pause }, momentOf(work)));
}

function momentOf(work: Work): { readonly now: number; readonly random: number } {
  return { now: work.now(), random: work.random() };
}

/** Waits, or ends early when the work is stopped. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || ms <= 0) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
