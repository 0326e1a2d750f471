import {
  closingTrouble,
  endEvicting,
  fileUnit,
  isPhotoWantedFull,
  mayEvict,
  nameOf,
  noteEvicted,
  noteEvicting,
  standInName,
  type EvictFacts,
  type FoundThere,
  type KeptBecause,
  type LocalFile,
  type StandIn,
} from '@rollcall/core';
import { planted } from '@rollcall/protocol';
import type { Routine } from '../world/routine.ts';
import { fetchCompressed, madeHere, type Compressed } from './compressed.ts';
import { laidAt, moveExclusively, statsOfPart } from './fetching.ts';
import { freePath, parentOf, refuseElsewhere, stampOfStats } from './folder.ts';
import { claiming, diskFailure, settle, synced, type Work } from './work.ts';

/** What became of a photo whose originals were to make room. */
export interface Evicted {
  /** Files that were here in full, as they were known. */
  readonly had: readonly LocalFile[];
  /** So many of them gave way, and so many bytes are free by that. */
  readonly gone: number;
  readonly freed: number;
  /** Why all of them stayed, as far as it is known; null: something went. */
  readonly kept: KeptBecause | null;
  /** The disk or a person was in the way in the last moments, when the first one may have been gone. */
  readonly hindered: boolean;
}

/**
 * The originals of a photo, all its parts, give way to their compressed versions, if core's `mayEvict` lets each of them go at this very moment:
 * none goes before the compressed versions of all are here.
 */
export function* evict(work: Work, assetId: string): Routine<Evicted> {
  const { store } = work;
  const had = store.filesOf(store.resolve(assetId)).filter(({ standIn, missingSince }) => standIn == null && missingSince === null);
  let [gone, freed] = [0, 0];
  let hindered = false;
  const stays = (kept: KeptBecause): Evicted => ({ had, gone, freed, kept, hindered });
  try {
    // A pair as a whole, or none of it.
    for (const file of had) {
      const facts = yield* factsOf(work, file);
      if (typeof facts === 'string') return stays(facts);
    }
    const ready: Ready[] = [];
    let smaller = false;
    for (const file of had) {
      const came = yield* compressedOf(work, file.key);
      if (came === null) return stays('not-come');
      smaller ||= came !== 'none';
      if (came !== 'none') ready.push({ file, came });
    }
    if (!smaller) return stays(had.length === 0 ? 'no-original' : 'none-smaller');
    for (const each of planted('evicts-half') ? ready.slice(0, 1) : ready) {
      const size = yield* givingWay(work, each);
      if (size === null) hindered = true;
      else [gone, freed] = [gone + 1, freed + size];
    }
  } catch (error) {
    // The disk does not let it; it stays what it is.
    if (diskFailure(error, 'write to').code === 'device-disk-full' && gone === 0) return { ...stays('disk-full'), hindered: true };
    hindered = true;
  }
  return { had, gone, freed, kept: gone === 0 ? 'changed-here' : null, hindered };
}

/** An original that may go, and what takes its place. */
interface Ready {
  readonly file: LocalFile;
  readonly came: Compressed;
}

/** All that is known of it now, and lets it go; or why it stays. */
function* factsOf(work: Work, { key }: LocalFile): Routine<EvictFacts | KeptBecause> {
  const { store } = work;
  const before = store.file(key);
  if (before === null || before.assetId === null || before.hash === null || !work.ready()) return 'not-known-here';
  const { assetId, hash, path } = before;
  const sound = yield* soundThere(work, assetId, hash);
  const file = store.file(key);
  const onDisk = work.disk().stat(path)?.bytes.hash ?? null;
  if (file === null || onDisk === null) return 'not-known-here';
  const remote = store.remote(assetId);
  const queued = store.queuedFor(assetId);
  const facts = { file, remote, queued, transfer: work.transfer(key), onDisk, there: sound, backup: 'none' } as const;
  const full = { ...facts, wantedFull: isPhotoWantedFull(store, assetId), closes: closingTrouble(store) !== null };
  const verdict = mayEvict(full);
  return verdict.may ? full : verdict.why;
}

/** The compressed version of a file; `none`: there is none that is smaller. Null: it did not come. */
function* compressedOf(work: Work, key: number): Routine<Compressed | 'none' | null> {
  const file = work.store.file(key);
  if (file === null) return null;
  const resource =
    file.assetId === null ? undefined : work.store.remote(file.assetId)?.resources.find((each) => each.hash === file.hash && !each.removed);
  return resource === undefined ? madeHere(work, file, fileUnit(key)) : yield* fetchCompressed(work, resource, fileUnit(key));
}

/** Bytes that are free now; null: it stays, for somebody changed it, or wants it, in these last moments. */
function* givingWay(work: Work, { file: before, came }: Ready): Routine<number | null> {
  const { store } = work;
  const facts = yield* factsOf(work, before);
  if (typeof facts === 'string') return null;
  const { file } = facts;
  refuseElsewhere(work.disk(), file.path);
  const there = work.disk().stat(file.path);
  if (there === null || there.bytes.hash !== facts.onDisk || work.claimed.has(file.path)) return null;
  work.disk().read(file.path);
  work.letsGo(file);
  const name = nameOf(file.path);
  const isFree = (free: string): boolean => !work.claimed.has(free) && store.fileAt(free) === null;
  const inPlace = standInName(name) === name;
  const path = inPlace ? file.path : freePath(work.disk(), parentOf(file.path), name, isFree, 'compressed');
  const given = { part: came.part, ...came.as, path, stamp: stampOfStats(there) };
  const went = yield* claiming(work, new Set([path, file.path]), () => becoming(work, file, given));
  return went ? there.bytes.length - came.size : null;
}

interface Becoming {
  readonly part: string;
  readonly standIn: StandIn;
  readonly hash: string;
  readonly path: string;
  /** How the original looked when its bytes were read. */
  readonly stamp: string;
}

function* becoming(work: Work, file: LocalFile, { part, stamp, ...placed }: Becoming): Routine<boolean> {
  const { store } = work;
  yield* settle(work, () => noteEvicting(store, file, placed));
  yield* synced(work);
  if (!isAsRead(work, file, stamp)) {
    yield* settle(work, () => endEvicting(store, file, placed.path));
    return false;
  }
  const inPlace = placed.path === file.path;
  const before = statsOfPart(work, part);
  if (inPlace) {
    work.touching({ does: 'evict', path: file.path });
    work.disk().rename(part, file.path);
  } else yield* moveExclusively(work, part, placed.path);
  if (!work.ready()) return false;
  yield* work.laid(placed.path);
  const laid = laidAt(work, placed.path, before);
  work.touch(yield* settle(work, () => noteEvicted(store, file, placed, laid, work.now()), parentOf(placed.path)));
  if (inPlace) return true;
  yield* synced(work);
  // Whoever wrote to it meanwhile has a photo of their own there now.
  if (!isAsRead(work, file, stamp)) {
    work.wrote(file.path);
    return true;
  }
  work.touching({ does: 'evict', path: file.path });
  work.disk().remove(file.path);
  yield* settle(work, () => undefined, parentOf(file.path));
  return true;
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
