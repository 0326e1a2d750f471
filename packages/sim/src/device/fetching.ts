import {
  assetUnit,
  dateFor,
  fileUnit,
  fullName,
  mayBeHere,
  mayGo,
  nameOf,
  noteForeignBytes,
  notePlaced,
  noteReplaced,
  placeFor,
  settlingMs,
  stillDue,
  stillLacking,
  type Action,
  type Came,
  type Failure,
  type FileStats,
  type Laid,
  type LocalFile,
  type RemoteAsset,
  type Unit,
} from '@rollcall/core';
import { planted, type Resource } from '@rollcall/protocol';
import { isAsAsked, pauseAfter, readDownload, type DownloadStep } from '@rollcall/transfer';
import { appended, EMPTY } from '../disk/bytes.ts';
import { DiskError, parentOf } from '../disk/disk.ts';
import type { Routine } from '../world/routine.ts';
import { fetchCompressed } from './compressed.ts';
import { freePath, makeWay, OWN_FOLDER, refuseElsewhere, stampOfStats, statsOf } from './folder.ts';
import { told } from './sending.ts';
import { isSoundThere } from './vouch.ts';
import { claiming, diskFailure, settle, synced, troubleFile, troubleIncoming, type Work } from './work.ts';

type Fetch = Extract<Action, { do: 'fetch' }>;

/** Fetches an asset that has no file here, and puts it where it belongs. */
export function* fetchNew(work: Work, action: Fetch): Routine {
  yield* alone(work, action.resource.hash, () => fetchingNew(work, action));
}

/** The same bytes come once at a time, and are in their place before they come again. Who has to wait is planned again. */
function* alone(work: Work, hash: string, run: () => Routine): Routine {
  if (work.inFlight.has(hash) && !planted('places-twice')) {
    while (work.inFlight.has(hash)) yield 20;
    return;
  }
  work.inFlight.add(hash);
  try {
    yield* run();
  } finally {
    work.inFlight.delete(hash);
  }
}

function* fetchingNew(work: Work, action: Fetch): Routine {
  const { assetId, resource } = action;
  if (mayBeHere(work.store, assetId, resource))
    return yield* troubleIncoming(work, assetId, { code: 'queued', evidence: {}, pause: settlingMs(work.store, assetId) });
  try {
    const brought = yield* bring(work, assetUnit(assetId), action, (failure) => troubleIncoming(work, assetId, failure));
    if (brought === null) return;
    const remote = stillLacking(work.store, assetId, resource);
    if (remote === null) return;
    work.progress(assetUnit(assetId), { phase: 'applying', offset: resource.size, size: resource.size });
    keepDate(work, brought.part, remote, resource);
    yield* place(work, remote, resource, brought);
  } catch (error) {
    yield* troubleIncoming(work, assetId, diskFailure(error, 'write to'));
  }
}

/** Fetches the bytes that a file here should have now, and puts them in its place. */
export function* fetchOver(work: Work, file: LocalFile, action: Fetch): Routine {
  yield* alone(work, action.resource.hash, () => fetchingOver(work, file, action));
}

function* fetchingOver(work: Work, file: LocalFile, action: Fetch): Routine {
  const { assetId, resource } = action;
  const { store } = work;
  try {
    const brought = yield* bring(work, fileUnit(file.key), action, (failure) => troubleFile(work, file, failure));
    if (brought === null) return;
    if (stillDue(store, file, assetId, resource) === null) return;
    // Bytes that a person put here since must not be lost under what was fetched.
    refuseElsewhere(work.disk(), file.path);
    const there = work.disk().stat(file.path);
    if (there === null) throw new DiskError('ENOENT', file.path);
    work.disk().read(file.path);
    if (!mayGo(file, there.bytes.hash, 'replaced')) {
      yield* settle(work, () => noteForeignBytes(store, file.key, stampOfStats(there)));
      return;
    }
    if (!(yield* isSoundThere(work, file, resource))) return;
    // It may have been edited once more while the cloud was asked.
    const remote = stillDue(store, file, assetId, resource);
    if (remote === null) return;
    keepDate(work, brought.part, remote, resource);
    // It gives way just now; it is looked at again when it has.
    if (work.claimed.has(file.path)) return yield* troubleFile(work, file, { code: 'file-changing', evidence: {}, pause: 'keep-trying' });
    const path = pathOver(work, file, brought.as);
    const replacing = { remote, resource, path, stamp: stampOfStats(there), ...brought };
    yield* claiming(work, new Set([path, file.path]), () => replace(work, file, replacing));
  } catch (error) {
    yield* troubleFile(work, file, diskFailure(error, 'write to'));
  }
}

/** Where what is fetched over a file goes: in its place, and what comes in full over a stand-in under the name that it has in full. */
function pathOver(work: Work, file: LocalFile, as: Came): string {
  if (file.standIn == null || as !== null) return file.path;
  const name = nameOf(file.path);
  const full = fullName(name, file.wantedName);
  const isFree = (free: string): boolean => !work.claimed.has(free) && work.store.fileAt(free) === null;
  return full === name ? file.path : freePath(work.disk(), parentOf(file.path), full, isFree);
}

interface Replacing extends Brought {
  readonly remote: RemoteAsset;
  readonly resource: Resource;
  readonly path: string;
  /** How the file looked when its bytes were read. */
  readonly stamp: string;
}

function* replace(work: Work, file: LocalFile, { remote, resource, part, as, path, stamp }: Replacing): Routine {
  const { store } = work;
  const hash = as?.hash ?? resource.hash;
  yield* settle(work, () => store.setPlacing({ path, assetId: remote.asset.id, hash, wantedName: file.wantedName }));
  yield* synced(work);
  // Once more, now: its person may have changed it meanwhile.
  if (!isAsRead(work, file, stamp)) {
    yield* settle(work, () => {
      store.patchFile(file.key, { hash: null });
      store.clearPlacing(path);
    });
    return;
  }
  const inPlace = path === file.path;
  const full = file.standIn != null && as === null;
  const before = statsOfPart(work, part);
  if (inPlace) {
    work.touching({ does: 'replace', path, part, by: hash, full });
    work.disk().rename(part, path);
  } else {
    work.touching({ does: 'place', path: part, hash, full });
    yield* moveExclusively(work, part, path);
  }
  if (!work.ready()) return;
  yield* work.laid(path);
  const laid = laidAt(work, path, before);
  work.touch(yield* settle(work, () => noteReplaced(store, file, resource, { path, laid, as }, work.now()), parentOf(path)));
  if (inPlace) return;
  yield* synced(work);
  // Whoever wrote to it meanwhile has a photo of their own there now.
  if (!isAsRead(work, file, stamp)) return work.wrote(file.path);
  work.touching({ does: 'remove', path: file.path, why: 'its original is here' });
  work.disk().remove(file.path);
  yield* settle(work, () => undefined, parentOf(file.path));
}

/** Nobody has changed a file since its bytes were read, and the folder is the device's. */
function isAsRead(work: Work, { path }: LocalFile, stamp: string): boolean {
  const stats = work.disk().stat(path);
  return work.ready() && stats !== null && stampOfStats(stats) === stamp;
}

/** Fetched bytes, whole and on disk, and the form in which they came. */
interface Brought {
  readonly part: string;
  readonly as: Came;
}

function* bring(work: Work, unit: Unit, { resource, compressed }: Fetch, failed: Failed): Routine<Brought | null> {
  if (compressed === true) {
    const came = yield* fetchCompressed(work, resource, unit);
    if (came === null) yield* failed({ code: 'download-failed', evidence: {}, pause: 'keep-trying' });
    if (came !== 'none') return came;
  }
  const part = yield* download(work, unit, resource, failed);
  return part === null ? null : { part, as: null };
}

function* place(work: Work, remote: RemoteAsset, resource: Resource, { part, as }: Brought): Routine {
  const { store } = work;
  const assetId = remote.asset.id;
  const { folder: wanted, fileName } = placeFor(store, remote, resource);
  const hash = as?.hash ?? resource.hash;
  const disk = work.disk();
  const folder = makeWay(disk, wanted);
  const isFree = (free: string): boolean => !work.claimed.has(free) && store.fileAt(free) === null;
  const path = freePath(disk, folder, fileName, isFree, as === null ? 'original' : 'compressed');
  yield* claiming(work, new Set([path]), function* () {
    yield* settle(work, () => store.setPlacing({ path, assetId, hash, wantedName: fileName }));
    yield* synced(work);
    // Another disk lies where the folder was: it gets nothing.
    if (!work.ready())
      return yield* troubleIncoming(work, assetId, { code: 'queued', evidence: {}, pause: settlingMs(work.store, assetId) });
    // Before it has its place: from then on its person may write to it.
    work.touching({ does: 'place', path: part, hash, full: false });
    const before = statsOfPart(work, part);
    yield* moveExclusively(work, part, path);
    // The disk may have gone in this very moment: what was written lies under it, and is none of this folder.
    if (!work.ready()) return;
    yield* work.laid(path);
    const placed = { path, fileName, laid: laidAt(work, path, before), as };
    work.touch(yield* settle(work, () => notePlaced(store, remote, resource, placed, work.now()), parentOf(path)));
  });
}

/** How what was fetched looks before it gets its place. */
export function statsOfPart(work: Work, part: string): FileStats {
  const stats = work.disk().stat(part);
  if (stats === null) throw new DiskError('ENOENT', part);
  return statsOf(stats);
}

/** Where its person took it elsewhere in this very moment, it was there, and the next look finds where it went. */
export function laidAt(work: Work, path: string, before: FileStats): Laid {
  const stats = work.disk().stat(path);
  if (stats === null && planted('gone-as-it-came')) throw new DiskError('ENOENT', path);
  return { before, stats: stats === null ? before : statsOf(stats) };
}

/** Moves a file to a path that nobody has, and never over one that somebody has. */
export function* moveExclusively(work: Work, from: string, to: string): Routine {
  const disk = work.disk();
  if (disk.rules.links) {
    disk.link(from, to);
    yield 0;
    disk.remove(from);
    return;
  }
  disk.createExclusively(to);
  yield 0;
  // Somebody wrote to it in this very moment.
  if ((disk.stat(to)?.bytes.length ?? 0) > 0) throw new DiskError('EEXIST', to);
  disk.rename(from, to);
}

function keepDate(work: Work, part: string, remote: RemoteAsset, resource: Resource): void {
  const ms = dateFor(remote, resource);
  if (ms !== null) work.disk().setTime(part, Math.floor(ms));
}

type Failed = (failure: Failure) => Routine;

/** The path of the fetched, verified and synced bytes; null when that failed, which was noted. */
function* download(work: Work, unit: Unit, resource: Resource, failed: Failed): Routine<string | null> {
  const { hash, size } = resource;
  const part = partFile(work, hash);
  let tries = 0;
  let restarted = false;
  for (;;) {
    const disk = work.disk();
    const there = disk.stat(part)?.bytes ?? EMPTY;
    if (size - there.length > disk.free) throw new DiskError('ENOSPC', part);
    if (there.length === size && disk.stat(part) !== null) {
      if (isAsAsked(hash, there.hash)) {
        disk.sync(part);
        return part;
      }
      disk.write(part, EMPTY);
      if (restarted) {
        yield* failed({ code: 'digest-mismatch', evidence: {}, pause: 'keep-trying' });
        return null;
      }
      restarted = true;
    } else if (there.length > size) disk.write(part, EMPTY);
    const have = disk.stat(part)?.bytes.length ?? 0;
    work.progress(unit, { phase: 'downloading', offset: have, size });
    const step = yield* fetchRest(work, resource, part, have);
    if ((work.disk().stat(part)?.bytes.length ?? 0) > have) tries = 0;
    if (step === null) continue;
    const { failure } = step;
    if (failure.code === 'wifi-only') return null;
    if (step.step === 'again') {
      tries += 1;
      if (tries < 3) {
        yield pauseAfter(tries, step.least, work.chance.next());
        continue;
      }
    }
    if (!work.failed({ is: 'link', code: failure.code }))
      yield* failed({ code: failure.code, evidence: failure.evidence, pause: failure.next === 'stop' ? 'few-tries' : 'keep-trying' });
    return null;
  }
}

function partFile(work: Work, hash: string): string {
  const disk = work.disk();
  const folder = `${OWN_FOLDER}/incoming`;
  if (!disk.hasFolder(folder)) disk.makeFolder(folder);
  const path = `${folder}/${hash}`;
  // The agent ended while it gave the file its place: it has both names, and what is written to one changes the other.
  const there = disk.stat(path);
  if (there !== null && there.links > 1 && !planted('part-shared')) disk.remove(path);
  return path;
}

/** One request, from byte `have` to the end. Null: it brought something, or all. */
function* fetchRest(
  work: Work,
  resource: Resource,
  part: string,
  have: number,
): Routine<Extract<DownloadStep, { step: 'again' | 'failed' }> | null> {
  const { assetId, id: resourceId, hash, size } = resource;
  if (!work.mayMove() || !work.mayPass(size - have))
    return { step: 'failed', failure: { ok: false, code: 'wifi-only', evidence: {}, next: 'retry' } };
  const reply = yield* work.ask({ route: 'download', assetId, resourceId, from: have, tag: hash });
  const broken: DownloadStep = {
    step: 'again',
    failure: { ok: false, code: 'download-failed', evidence: { error: 'the connection broke' }, next: 'retry' },
    least: 0,
  };
  if (!reply.came) return { ...broken, failure: { ...broken.failure, code: 'server-unreachable' } };
  const step = readDownload(told(reply.response), { hash, size, have });
  if (step.step === 'too-far') {
    work.disk().write(part, EMPTY);
    return { step: 'again', failure: step.failure, least: 0 };
  }
  if (step.step !== 'take') return step;
  const { bytes } = reply.response;
  if (!bytes) return broken;
  if (step.from < have) work.disk().write(part, EMPTY);
  const { piece } = bytes;
  const half = piece.from + Math.floor((piece.to - piece.from) / 2);
  for (const [from, to] of [
    [piece.from, half],
    [half, piece.to],
  ] as const) {
    yield 1 + (to - from) / 1_000_000;
    const there = work.disk().stat(part)?.bytes ?? EMPTY;
    work.disk().write(part, appended(there, { of: piece.of, from, to }));
  }
  return bytes.whole ? null : broken;
}
