import type { Action, Conditions, DeviceIdentity, LocalFile, Transfer, Trouble, Unit } from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';
import { nextTrouble } from './trouble.ts';
import type { Evidence, ReasonCode } from '@rollcall/protocol';
import type { Connection } from '../server/connection.ts';
import type { Asker } from './asker.ts';
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
  now(): number;
  random(): number;
  mintId(): string;
  conditions(): Conditions;
  /** Tells what runs now; null when it has ended. */
  progress(unit: Unit, transfer: Transfer | null): void;
  touch(units: Iterable<Unit>): void;
  /** The whole device is concerned, not one item. Returns true when it took it. */
  failed(error: unknown): boolean;
  /** Bytes that went over the wire, for the rate that is shown. */
  moved(bytes: number, direction: 'up' | 'down'): void;
  /** A path that was just written here; it is looked at again, for the watcher drops what was made and removed at once. */
  wrote(path: string): void;
  /** One transfer of the same bytes at a time. */
  readonly hashesInFlight: Map<string, Promise<void>>;
  /** How far each unfinished upload ever came, by hash: sending the same bytes once more is no progress. */
  readonly furthest: Map<string, number>;
  /** Paths that are about to be written. */
  readonly claimed: Set<string>;
}

export type ActionOf<D extends Action['do']> = Extract<Action, { do: D }>;

const MINUTE = 60_000;

/** Tries of one item that fail for the item's own sake, before a person is asked. */
const ITEM_TRIES = 4;

/** Marks a file with what is wrong with it; after a few tries only a person, or a change of the file, ends it. */
export function troubleFile(
  work: Work,
  file: LocalFile,
  code: ReasonCode,
  evidence: Evidence,
  pause: 'few-tries' | 'keep-trying' | number,
): Promise<void> {
  const trouble = nextTrouble(file.trouble, code, evidence, work.now(), (tries) => wait(tries, pause, work.random()));
  return work.settlement.settle(() => work.store.patchFile(file.key, { trouble }));
}

export function troubleIncoming(
  work: Work,
  assetId: string,
  code: ReasonCode,
  evidence: Evidence,
  pause: 'few-tries' | 'keep-trying' | number,
): Promise<void> {
  const before: Trouble | null = work.store.incomingState(assetId)?.trouble ?? null;
  const trouble = nextTrouble(before, code, evidence, work.now(), (tries) => wait(tries, pause, work.random()));
  return work.settlement.settle(() => work.store.setIncomingTrouble(assetId, trouble, work.now()));
}

function wait(tries: number, pause: 'few-tries' | 'keep-trying' | number, random: number): number | null {
  if (typeof pause === 'number') return pause;
  if (pause === 'few-tries' && tries >= ITEM_TRIES) return null;
  return Math.min(30 * MINUTE, 2000 * 3 ** Math.min(tries - 1, 8)) * (0.75 + random / 4);
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
