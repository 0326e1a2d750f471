import { lstatSync, unlinkSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  assetUnit,
  dateFor,
  fileUnit,
  folderOf,
  fullName,
  mayBeHere,
  mayGo,
  nameOf,
  noteForeignBytes,
  notePlaced,
  noteReplaced,
  placeFor,
  settlingMs,
  stampOf,
  stillDue,
  stillLacking,
  type Action,
  type Came,
  type LocalFile,
  type RemoteAsset,
  type Unit,
} from '@rollcall/core';
import { BYTES, type Evidence, type ReasonCode, type Resource } from '@rollcall/protocol';
import { downloadResource } from '@rollcall/transfer';
import { isGone } from '../folder/entry.ts';
import { pauseOf, writeTrouble } from '../work/write-trouble.ts';
import { claiming, sleep, troubleFile, troubleIncoming, type Work } from '../work/work.ts';
import { folderState } from '../folder/marker.ts';
import { freePath, isOnDiskOf, makeWay, lookAt, moveExclusively, partFile, refuseElsewhere, replaceFile } from '../folder/place.ts';
import { hashFile, type HashedFile } from '../folder/read.ts';
import { isOfState } from '../state-trouble.ts';
import { fetchCompressed } from './compressed.ts';
import { openSink } from './part-sink.ts';
import { isSoundThere } from './vouch.ts';

type Fetch = Extract<Action, { do: 'fetch' }>;

/** Fetches an asset that has no file here, and puts it under `YYYY/MM`, or where it was before. */
export function fetchNew(work: Work, action: Fetch): Promise<void> {
  return alone(work, action.resource.hash, () => fetchingNew(work, action));
}

async function fetchingNew(work: Work, action: Fetch): Promise<void> {
  const { assetId, resource } = action;
  const unit = assetUnit(assetId);
  if (mayBeHere(work.store, assetId, resource)) {
    await troubleIncoming(work, assetId, 'queued', {}, settlingMs(work.store, assetId));
    return;
  }
  try {
    const brought = await bring(work, unit, action, (code, evidence, stop) =>
      troubleIncoming(work, assetId, code, evidence, pauseOf(code) === 'few-tries' && !stop ? 'keep-trying' : pauseOf(code)),
    );
    if (brought === null) return;
    const remote = stillLacking(work.store, assetId, resource);
    if (remote === null) return;
    work.progress(unit, { phase: 'applying', offset: resource.size, size: resource.size });
    await keepDate(brought.part, remote, resource);
    await place(work, remote, resource, brought);
  } catch (error) {
    if (work.signal.aborted || work.failed(error)) return;
    if (isOfState(error)) throw error;
    const [code, evidence] = asTrouble(work, error);
    await troubleIncoming(work, assetId, code, evidence, pauseOf(code));
  }
}

/**
 * Fetches the bytes that a file here should have now (an edit made elsewhere, or the original of a compressed version), and puts them in its
 * place, once the cloud has sound what was there.
 */
export function fetchOver(work: Work, file: LocalFile, action: Fetch): Promise<void> {
  return alone(work, action.resource.hash, () => fetchingOver(work, file, action));
}

/**
 * The same bytes come once at a time, and are in their place before they come again: what is fetched as a photo may be a part of another
 * one by then. Who has to wait is planned again.
 */
async function alone(work: Work, hash: string, run: () => Promise<void>): Promise<void> {
  const others = work.hashesInFlight.get(hash);
  if (others) return await others;
  const running = run();
  work.hashesInFlight.set(
    hash,
    running.catch(() => undefined),
  );
  try {
    await running;
  } finally {
    work.hashesInFlight.delete(hash);
  }
}

async function fetchingOver(work: Work, file: LocalFile, action: Fetch): Promise<void> {
  const { assetId, resource } = action;
  try {
    const brought = await bring(work, fileUnit(file.key), action, (code, evidence, stop) =>
      troubleFile(work, file, code, evidence, pauseOf(code) === 'few-tries' && !stop ? 'keep-trying' : pauseOf(code)),
    );
    if (brought === null) return;
    refuseElsewhere(work.root, file.path);
    if (stillDue(work.store, file, assetId, resource) === null) return;
    // Bytes that a person put here since must not be lost under what was fetched.
    const read = await hashFile(join(work.root, file.path));
    if (!mayGo(file, read.hash, 'replaced')) {
      await work.settlement.settle(() => noteForeignBytes(work.store, file.key, read.stampAfter));
      return;
    }
    if (!(await isSoundThere(work, file, resource))) return;
    // It may have been edited once more while the cloud was asked.
    const remote = stillDue(work.store, file, assetId, resource);
    if (remote === null) return;
    await keepDate(brought.part, remote, resource);
    // It gives way just now; it is looked at again when it has.
    if (work.claimed.has(file.path)) return await troubleFile(work, file, 'file-changing', {}, 'keep-trying');
    const path = pathOver(work, file, brought.as);
    await claiming(work, new Set([path, file.path]), () => replace(work, file, { remote, resource, path, read, ...brought }));
  } catch (error) {
    if (work.signal.aborted || work.failed(error)) return;
    if (isOfState(error)) throw error;
    // Its person took it elsewhere in this very moment; the next look says where.
    if (isGone(error)) return await troubleFile(work, file, 'file-changing', {}, 'keep-trying');
    const [code, evidence] = asTrouble(work, error);
    await troubleFile(work, file, code, evidence, pauseOf(code));
  }
}

/** Where what is fetched over a file goes: in its place, and what comes in full over a compressed version under the name that it has in full. */
function pathOver(work: Work, file: LocalFile, as: Came): string {
  if (file.standIn == null || as !== null) return file.path;
  const name = nameOf(file.path);
  const full = fullName(name, file.wantedName);
  const isFree = (free: string): boolean => !work.claimed.has(free) && work.store.fileAt(free) === null;
  return full === name ? file.path : freePath(work.root, folderOf(file.path), full, isFree);
}

interface Replacing extends Brought {
  readonly remote: RemoteAsset;
  readonly resource: Resource;
  readonly path: string;
  /** How the file looked when its bytes were read. */
  readonly read: HashedFile;
}

async function replace(work: Work, file: LocalFile, { remote, resource, path, read, part, as }: Replacing): Promise<void> {
  const { store, root, settlement } = work;
  const [from, to] = [join(root, file.path), join(root, path)];
  const hash = as?.hash ?? resource.hash;
  await settlement.settle(() => store.setPlacing({ path, assetId: remote.asset.id, hash, wantedName: file.wantedName }));
  await store.synced();
  // What a person wrote in these last moments is looked at first.
  if (stampOf(lstatSync(from, { bigint: true })) !== read.stampAfter) {
    await settlement.settle(() => {
      store.patchFile(file.key, { hash: null });
      store.clearPlacing(path);
    });
    return;
  }
  const before = lstatSync(part, { bigint: true });
  if (path === file.path) replaceFile(part, to);
  else {
    moveExclusively(part, to);
    // The disk may have gone in this very moment: what was written lies under it, and is none of this folder.
    if (!isOnDiskOf(root, folderOf(path))) return;
  }
  const stats = await lookAt(to, before);
  const touched = await settlement.settle(
    () => noteReplaced(store, file, resource, { path, laid: { before, stats }, as }, work.now()),
    dirname(to),
  );
  work.arrived();
  work.touch(touched);
  if (path === file.path) return;
  await store.synced();
  // Whoever wrote to it meanwhile has a photo of their own there now.
  if (stampOf(lstatSync(from, { bigint: true })) === read.stampAfter) unlinkSync(from);
  work.wrote(file.path);
  await settlement.settle(() => undefined, dirname(from));
}

/** Hardly any compressed version of a photo is smaller than this. Bytes. */
const LEAST_COMPRESSED = 200_000;

/** What it turned out to need when there was no room for it; 0: nobody knows. */
function neededBefore({ store }: Work, unit: Unit): number {
  const trouble = unit.startsWith('f:') ? store.file(Number(unit.slice(2)))?.trouble : store.incomingState(unit.slice(2))?.trouble;
  const needed = trouble?.code === 'device-disk-full' ? trouble.evidence['needed'] : null;
  return typeof needed === 'number' ? needed : 0;
}

/** Fetched bytes, whole and on disk, and the form in which they came. */
interface Brought {
  readonly part: string;
  readonly as: Came;
}

/** Null: they did not come, which was noted. */
async function bring(work: Work, unit: Unit, { resource, compressed }: Fetch, failed: Failed): Promise<Brought | null> {
  if (compressed === true) {
    const signal = work.transferSignal(unit);
    const takeRoom = (size: number): Promise<void> => work.takeRoom(unit, size, 0, signal);
    // The server need not make what has no place here, nor send again what had none.
    await takeRoom(Math.max(neededBefore(work, unit), Math.min(resource.size, LEAST_COMPRESSED)));
    const came = await fetchCompressed(work, resource, unit, signal, takeRoom);
    if (!('is' in came)) return came;
    if (came.is === 'failed') await failed(came.code, came.evidence, came.stop);
    if (came.is !== 'none') return null;
  }
  const part = await download(work, unit, resource, failed);
  return part === null ? null : { part, as: null };
}

async function place(work: Work, remote: RemoteAsset, resource: Resource, { part, as }: Brought): Promise<void> {
  const { store, root } = work;
  const assetId = remote.asset.id;
  const { folder: wanted, fileName } = placeFor(store, remote, resource);
  const folder = makeWay(root, wanted);
  const isFree = (free: string): boolean => !work.claimed.has(free) && store.fileAt(free) === null;
  const path = freePath(root, folder, fileName, isFree, as === null ? 'original' : 'compressed');
  await claiming(work, new Set([path]), async () => {
    await work.settlement.settle(() => store.setPlacing({ path, assetId, hash: as?.hash ?? resource.hash, wantedName: fileName }));
    // A name that was free here, and not the photo's own, must not be taken for one that a person gave.
    await store.synced();
    // Another disk lies where the folder was: it gets nothing.
    if (folderState(root, work.identity.deviceId).state !== 'ready')
      return await troubleIncoming(work, assetId, 'queued', {}, settlingMs(work.store, assetId));
    const before = lstatSync(part, { bigint: true });
    moveExclusively(part, join(root, path));
    // The disk may have gone in this very moment: what was written lies under it, and is none of this folder.
    if (!isOnDiskOf(root, folder)) return;
    const placed = { path, fileName, laid: { before, stats: await lookAt(join(root, path), before) }, as };
    const touched = await work.settlement.settle(() => notePlaced(store, remote, resource, placed, work.now()), dirname(join(root, path)));
    work.arrived();
    work.touch(touched);
  });
}

/** The file keeps the date that it had where it came from, or the date it was taken. */
async function keepDate(part: string, remote: RemoteAsset, resource: Resource): Promise<void> {
  const ms = dateFor(remote, resource);
  if (ms !== null) await utimes(part, new Date(), ms / 1000);
}

type Failed = (code: ReasonCode, evidence: Evidence, stop: boolean) => Promise<void>;

/** A server that is busy for longer is everybody's reason to wait, and not one photo's. */
const LONGEST_WAIT_MS = 2000;

/** The path of the fetched, verified and synced bytes; null when that failed, which was noted. */
async function download(work: Work, unit: Unit, resource: Resource, failed: Failed): Promise<string | null> {
  const part = partFile(work.root, resource.hash);
  const signal = work.transferSignal(unit);
  const sink = await openSink(part);
  let told = await sink.length();
  try {
    await work.takeRoom(unit, resource.size, told, signal);
    work.progress(unit, { phase: 'downloading', offset: told, size: resource.size });
    const result = await downloadResource({
      transport: work.connection.transport as never,
      path: BYTES.resource(resource.assetId, resource.id),
      hash: resource.hash,
      size: resource.size,
      sink,
      pace: { wait: (ms) => sleep(ms, signal), random: () => work.random() },
      signal,
      tries: 3,
      longestWait: LONGEST_WAIT_MS,
      onProgress: ({ offset, size }) => {
        if (offset > told) work.moved(offset - told, 'down');
        told = Math.max(told, offset);
        work.progress(unit, { phase: 'downloading', offset, size });
      },
    });
    if (!result.ok) {
      if (result.code === 'stopped' || work.failed(result)) return null;
      await failed(result.code, result.evidence, result.next === 'stop');
      return null;
    }
    await sink.sync();
    return part;
  } finally {
    await sink.close();
  }
}

function asTrouble(work: Work, error: unknown): [code: ReasonCode, evidence: Evidence] {
  return writeTrouble(error, work.root) ?? ['download-failed', { error: (error as Error).message }];
}
