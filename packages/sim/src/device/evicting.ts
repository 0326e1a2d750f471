import {
  fileUnit,
  isWantedFull,
  mayEvict,
  nameOf,
  noteEvicted,
  noteEvicting,
  standInName,
  type EvictFacts,
  type FoundThere,
  type LocalFile,
  type StandIn,
} from '@rollcall/core';
import { planted } from '@rollcall/protocol';
import type { Routine } from '../world/routine.ts';
import { fetchCompressed, madeHere } from './compressed.ts';
import { laidAt, moveExclusively, statsOfPart } from './fetching.ts';
import { freePath, parentOf, refuseElsewhere, stampOfStats } from './folder.ts';
import { diskFailure, settle, synced, type Work } from './work.ts';

/** The originals of a photo, all its parts, give way to their compressed versions, if core's `mayEvict` lets each of them go at this very moment. */
export function* evict(work: Work, assetId: string): Routine {
  try {
    const files = work.store.filesOf(assetId).filter(({ standIn }) => standIn == null);
    // A pair as a whole, or none of it.
    for (const file of files) if ((yield* factsOf(work, file, null)) === null) return;
    for (const { key } of files) yield* evicting(work, key);
  } catch (error) {
    // The disk does not let it; it stays what it is.
    diskFailure(error, 'write to');
  }
}

/** Null: it stays. */
function* factsOf(work: Work, { key }: LocalFile, there: EvictFacts['there']): Routine<EvictFacts | null> {
  const { store } = work;
  const before = store.file(key);
  if (before === null || before.assetId === null || before.hash === null || !work.ready()) return null;
  const { assetId, hash, path } = before;
  const sound = there ?? (yield* soundThere(work, assetId, hash));
  const file = store.file(key);
  const onDisk = work.disk().stat(path)?.bytes.hash ?? null;
  if (file === null || onDisk === null) return null;
  const remote = store.remote(assetId);
  const queued = store.queuedFor(assetId);
  const facts = { file, remote, queued, transfer: work.transfer(key), onDisk, there: sound, backup: 'none' } as const;
  const full = { ...facts, wantedFull: isWantedFull(store, key), closes: false };
  return mayEvict(full).may ? full : null;
}

function* evicting(work: Work, key: number): Routine {
  const { store } = work;
  const before = store.file(key);
  const resource =
    before?.assetId == null
      ? undefined
      : store.remote(before.assetId)?.resources.find((each) => each.hash === before.hash && !each.removed);
  if (before === null) return;
  const came = resource === undefined ? madeHere(work, before, fileUnit(key)) : yield* fetchCompressed(work, resource, fileUnit(key));
  if (came === null || came === 'none') return;
  const facts = yield* factsOf(work, before, null);
  if (facts === null) return;
  const { file } = facts;
  refuseElsewhere(work.disk(), file.path);
  const there = work.disk().stat(file.path);
  if (there === null || there.bytes.hash !== facts.onDisk) return;
  work.disk().read(file.path);
  const name = nameOf(file.path);
  const isFree = (free: string): boolean => !work.claimed.has(free) && store.fileAt(free) === null;
  const inPlace = standInName(name) === name;
  const path = inPlace ? file.path : freePath(work.disk(), parentOf(file.path), name, isFree, 'compressed');
  work.claimed.add(path);
  try {
    yield* becoming(work, file, { part: came.part, ...came.as, path, stamp: stampOfStats(there) });
  } finally {
    work.claimed.delete(path);
  }
}

interface Becoming {
  readonly part: string;
  readonly standIn: StandIn;
  readonly hash: string;
  readonly path: string;
  /** How the original looked when its bytes were read. */
  readonly stamp: string;
}

function* becoming(work: Work, file: LocalFile, { part, stamp, ...placed }: Becoming): Routine {
  const { store } = work;
  yield* settle(work, () => noteEvicting(store, file, placed));
  yield* synced(work);
  if (!isAsRead(work, file, stamp)) {
    yield* settle(work, () => store.clearPlacing(placed.path));
    return;
  }
  const inPlace = placed.path === file.path;
  const before = statsOfPart(work, part);
  if (inPlace) {
    work.touching({ does: 'evict', path: file.path });
    work.disk().rename(part, file.path);
  } else yield* moveExclusively(work, part, placed.path);
  if (!work.ready()) return;
  const laid = laidAt(work, placed.path, before);
  work.touch(yield* settle(work, () => noteEvicted(store, file, placed, laid, work.now()), parentOf(placed.path)));
  work.wrote(placed.path);
  if (inPlace) return;
  yield* synced(work);
  // Whoever wrote to it meanwhile has a photo of their own there now.
  if (!isAsRead(work, file, stamp)) return work.wrote(file.path);
  work.touching({ does: 'evict', path: file.path });
  work.disk().remove(file.path);
  yield* settle(work, () => undefined, parentOf(file.path));
}

/** Nobody has changed the original since its bytes were read, and the folder is the device's. */
function isAsRead(work: Work, { path }: LocalFile, stamp: string): boolean {
  const stats = work.disk().stat(path);
  return work.ready() && stats !== null && (stampOfStats(stats) === stamp || planted('evicts-changed'));
}

/** What the cloud finds when it hashes its bytes now; null: it does not say. */
function* soundThere(work: Work, assetId: string, hash: string): Routine<'sound' | 'damaged' | null> {
  const role = work.store.remote(assetId)?.resources.find((each) => each.hash === hash && !each.removed)?.role;
  if (role === undefined) return null;
  const answer = yield* work.call({ route: 'roll-call', lines: [{ assetId, role, hash }] });
  if (answer.is !== 'answer') return null;
  return (answer.response.json as { found: readonly FoundThere[] }).found[0]?.state === 'stored' ? 'sound' : 'damaged';
}
