import {
  noteFileTrouble,
  noteIncomingTrouble,
  type Conditions,
  type Failure,
  type LocalFile,
  type Transfer,
  type Unit,
} from '@rollcall/core';
import type { ReasonCode } from '@rollcall/protocol';
import { DatabaseFull } from '../database/database.ts';
import { DiskError, type Disk } from '../disk/disk.ts';
import type { Gallery } from '../disk/gallery.ts';
import type { Reply, Request, Response } from '../wire/messages.ts';
import type { Chance } from '../world/chance.ts';
import type { Process, Routine } from '../world/routine.ts';
import type { MemoryDeviceStore } from './memory-store.ts';

/** What came of a request: an answer of the server's, its refusal, or what stands in the way. */
export type Answer =
  | { readonly is: 'answer'; readonly response: Response }
  | { readonly is: 'refusal'; readonly code: string; readonly details: Readonly<Record<string, string | number | boolean | null>> }
  | { readonly is: 'link'; readonly code: ReasonCode };

/** What the agent is about to do to a file, for whoever watches over it. */
export type Touching =
  | { readonly does: 'remove'; readonly path: string; readonly why: string }
  | { readonly does: 'evict'; readonly path: string }
  /** `by`: the SHA-256 of what lies at `part`; `full`: it comes where a compressed version is. */
  | { readonly does: 'replace'; readonly path: string; readonly part: string; readonly by: string; readonly full: boolean }
  | { readonly does: 'place'; readonly path: string; readonly hash: string; readonly full: boolean };

/** What every action works with, during one run of the agent. */
export interface Work {
  readonly store: MemoryDeviceStore;
  readonly process: Process;
  readonly chance: Chance;
  readonly gallery: Gallery;
  /** The disk that lies at the folder's path now. */
  disk(): Disk;
  /** The folder is there and this device's. */
  ready(): boolean;
  now(): number;
  mintId(): string;
  conditions(): Conditions;
  progress(unit: Unit, transfer: Transfer | null): void;
  /** What runs now for a file. */
  transfer(key: number): Transfer | null;
  touch(units: Iterable<Unit>): void;
  /** The reply as it came. */
  ask(request: Request): Routine<Reply>;
  call(request: Request): Routine<Answer>;
  /** The person's settings let bytes of photos go over this link now. */
  mayMove(): boolean;
  /** So many bytes of photos may go over the link now, and are counted. */
  mayPass(bytes: number): boolean;
  /** The link or the server as a whole is concerned, not one item. Returns true when it took it. */
  failed(answer: Answer): boolean;
  /** The cloud found that it lacks something which is here: it is given back. */
  wanted(): void;
  /** Told when an original may give way, at the moment in which that was judged last. */
  letsGo(file: LocalFile): void;
  /** Told just before a file is removed or replaced. */
  touching(touching: Touching): void;
  wrote(path: string): void;
  /** A file was just given its place, and nobody has looked at it yet: the machine may be busy, and this program stand still. */
  laid(path: string): Routine;
  /** How much longer a busy machine takes to read a file. Milliseconds. */
  slower(path: string): number;
  readonly inFlight: Set<string>;
  readonly claimed: Set<string>;
}

/** Paths that nobody else writes to, and no look judges, while something is done with them; afterwards they are looked at. */
export function* claiming<T>(work: Work, paths: ReadonlySet<string>, run: () => Routine<T>): Routine<T> {
  for (const path of paths) work.claimed.add(path);
  try {
    return yield* run();
  } finally {
    for (const path of paths) {
      work.claimed.delete(path);
      work.wrote(path);
    }
  }
}

/** Writes a step; the folder that it names is on disk before. Between the two, and after, the agent may end. */
export function* settle<T>(work: Work, step: () => T, folder?: string): Routine<T> {
  if (folder !== undefined) {
    yield 1;
    work.disk().syncFolder(folder);
  }
  yield 0;
  const value = written(work, step);
  yield 0;
  return value;
}

/** What is refused is tried once more, alone, where others were written with it. */
function written<T>({ store, chance }: Work, step: () => T): T {
  try {
    return store.transact(step);
  } catch (error) {
    if (!(error instanceof DatabaseFull) || chance.happens(0.5)) throw error;
    return store.transact(step);
  }
}

/** What was written outlives a loss of power. */
export function* synced(work: Work): Routine {
  yield 2;
  work.store.database.sync();
}

export function* troubleFile(work: Work, file: LocalFile, failure: Failure): Routine {
  const moment = { now: work.now(), random: work.chance.next() };
  yield* settle(work, () => noteFileTrouble(work.store, file, failure, moment));
}

export function* troubleIncoming(work: Work, assetId: string, failure: Failure): Routine {
  const moment = { now: work.now(), random: work.chance.next() };
  yield* settle(work, () => noteIncomingTrouble(work.store, assetId, failure, moment));
}

/** How often it is tried again to write where the disk was full or read-only. */
const RECHECK_MS = 5000;

/** Why the disk refused, as the agent tells it; what is no refusal of a disk is thrown on. */
export function diskFailure(error: unknown, needed: 'read' | 'write to'): Failure {
  if (!(error instanceof DiskError)) throw error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'file-changing', evidence: {}, pause: 'keep-trying' };
    case 'ENOSPC':
      return { code: 'device-disk-full', evidence: { needed: null, free: null }, pause: RECHECK_MS };
    case 'EXDEV':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'permission-missing', evidence: { needed, error: error.code }, pause: RECHECK_MS };
    case 'EEXIST':
    case 'ENOTEMPTY':
      return { code: 'permission-missing', evidence: { needed, error: error.code }, pause: 'few-tries' };
    default:
      return error.code satisfies never;
  }
}
