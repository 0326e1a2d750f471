import { lstatSync, unlinkSync } from 'node:fs';
import { lstat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  endEvicting,
  fileUnit,
  folderOf,
  isPhotoWantedFull,
  mayEvict,
  nameOf,
  noteEvicted,
  noteEvicting,
  stampOf,
  standInName,
  type EvictFacts,
  type KeptBecause,
  type LocalFile,
  type StandIn,
} from '@rollcall/core';
import type { Resource } from '@rollcall/protocol';
import { isGone } from '../folder/entry.ts';
import { folderState } from '../folder/marker.ts';
import { freePath, isOnDiskOf, lookAt, moveExclusively, refuseElsewhere, replaceFile } from '../folder/place.ts';
import { hashFile, type HashedFile } from '../folder/read.ts';
import { isOfState } from '../state-trouble.ts';
import { removeOwn, writeTrouble } from '../work/write-trouble.ts';
import { claiming, type Work } from '../work/work.ts';
import { fetchCompressed, type Compressed } from './compressed.ts';

/** With less than this beside it, a compressed version takes what was kept for it. Bytes. */
const SPARE = 1024 * 1024;

/** What came of it: the bytes that are free now, or why the photo stays. */
export type Evicted = { readonly freed: number } | { readonly kept: KeptBecause };

/**
 * Lets all files here of a photo make room for their compressed versions, as a unit: they are all at hand, and the cloud has all originals
 * sound, before the first one goes. What has no smaller version stays as it is.
 */
export async function evict(work: Work, assetId: string): Promise<Evicted> {
  const files = work.store
    .filesOf(work.store.resolve(assetId))
    .filter(({ standIn, missingSince }) => standIn == null && missingSince === null);
  const ready: Ready[] = [];
  const parts: string[] = [];
  try {
    for (const file of files) {
      const first = judge(work, file, file.hash, 'sound');
      if (first !== null) return { kept: first };
    }
    let kept: KeptBecause = 'no-original';
    for (const { key } of files) {
      const one = await makeReady(work, key, parts);
      if ('file' in one) ready.push(one);
      else if (one.kept === 'none-smaller') kept = one.kept;
      else return one;
    }
    if (ready.length === 0) return { kept };
    let freed = 0;
    for (const one of ready) freed += await giveWay(work, one);
    return freed > 0 ? { freed } : { kept: 'changed-here' };
  } catch (error) {
    if (isOfState(error)) throw error;
    // The disk does not let it; it stays what it is.
    const trouble = writeTrouble(error, work.root)?.[0];
    if (trouble === 'device-disk-full') return { kept: 'disk-full' };
    // Its person took it away meanwhile.
    if (isGone(error)) return { kept: 'changed-here' };
    if (work.signal.aborted || work.failed(error)) return { kept: 'not-known-there' };
    if (trouble === undefined) throw error;
    return { kept: 'not-known-here' };
  } finally {
    // What was moved into place is there no more.
    for (const part of parts) removeOwn(part);
  }
}

/** An original that may go, and what takes its place. */
interface Ready {
  readonly file: LocalFile;
  readonly came: Compressed;
  readonly read: HashedFile;
}

/** Why a file stays, by what is known at this moment; null: it may go. */
function judge(work: Work, { key }: LocalFile, onDisk: string | null, there: EvictFacts['there']): KeptBecause | null {
  const { store } = work;
  const file = store.file(key);
  if (file === null || file.assetId === null || folderState(work.root, work.identity.deviceId).state !== 'ready') return 'not-known-here';
  const remote = store.remote(file.assetId);
  const queued = store.queuedFor(file.assetId);
  const facts = { file, remote, queued, transfer: work.transfer(fileUnit(key)), onDisk, there, backup: 'none' } as const;
  const closes = (work.conditions().closing ?? null) !== null;
  const verdict = mayEvict({ ...facts, wantedFull: isPhotoWantedFull(store, file.assetId), closes });
  return verdict.may ? null : verdict.why;
}

function resourceOf({ store }: Work, { assetId, hash }: LocalFile): Resource | undefined {
  return assetId === null ? undefined : store.remote(assetId)?.resources.find((each) => each.hash === hash && !each.removed);
}

/** @param parts what was fetched, whatever comes of it */
async function makeReady(work: Work, key: number, parts: string[]): Promise<Ready | { readonly kept: KeptBecause }> {
  const before = work.store.file(key);
  const resource = before === null ? undefined : resourceOf(work, before);
  if (before === null || resource === undefined) return { kept: 'not-acknowledged' };
  const came = await fetchCompressed(work, resource, fileUnit(key), work.transferSignal(fileUnit(key)), async (size) => {
    if (work.free() < size + SPARE) work.reserve.give();
  });
  if ('is' in came) return { kept: came.is === 'none' ? 'none-smaller' : 'not-come' };
  parts.push(came.part);
  const there = await soundThere(work, resource);
  refuseElsewhere(work.root, before.path);
  const read = await hashFile(join(work.root, before.path));
  // All that may have changed while the bytes were on their way and the cloud was asked.
  const kept = judge(work, before, read.hash, there);
  const file = work.store.file(key);
  return kept === null && file !== null && file.path === before.path ? { file, came, read } : { kept: kept ?? 'pending' };
}

/** Bytes that are free now; 0: it stays, for somebody changed it, or wants it, in these last moments. */
async function giveWay(work: Work, { file, came, read }: Ready): Promise<number> {
  const now = work.store.file(file.key);
  if (now?.path !== file.path || judge(work, file, read.hash, 'sound') !== null) return 0;
  const { mtimeMs } = await lstat(join(work.root, now.path));
  await utimes(came.part, new Date(), mtimeMs / 1000);
  const name = nameOf(now.path);
  const isFree = (free: string): boolean => !work.claimed.has(free) && work.store.fileAt(free) === null;
  const inPlace = standInName(name) === name;
  const path = inPlace ? now.path : freePath(work.root, folderOf(now.path), name, isFree, 'compressed');
  // An edit that was made elsewhere is put over it just now.
  if (work.claimed.has(now.path)) return 0;
  const given = { part: came.part, ...came.as, path, read };
  return (await claiming(work, new Set([path, now.path]), () => become(work, now, given))) ? now.size - came.size : 0;
}

interface Becoming {
  readonly part: string;
  readonly standIn: StandIn;
  readonly hash: string;
  readonly path: string;
  /** How the original looked when its bytes were read. */
  readonly read: HashedFile;
}

/** The stand-in takes its place, and then the original goes. False: somebody changed it in these last moments, and it stays. */
async function become(work: Work, file: LocalFile, { part, read, ...placed }: Becoming): Promise<boolean> {
  const { store, root, settlement } = work;
  const [from, to] = [join(root, file.path), join(root, placed.path)];
  await settlement.settle(() => noteEvicting(store, file, placed));
  await store.synced();
  if (!isAsRead(work, file, read)) {
    await settlement.settle(() => endEvicting(store, file, placed.path));
    return false;
  }
  const inPlace = placed.path === file.path;
  const before = lstatSync(part, { bigint: true });
  if (inPlace) replaceFile(part, from);
  else moveExclusively(part, to);
  // The disk may have gone in this very moment: what was written lies under it, and is none of this folder.
  if (!isOnDiskOf(root, folderOf(placed.path))) return false;
  const stats = await lookAt(to, before);
  work.touch(await settlement.settle(() => noteEvicted(store, file, placed, { before, stats }, work.now()), dirname(to)));
  if (inPlace) return true;
  await store.synced();
  // Whoever wrote to it meanwhile has a photo of their own there now.
  if (isAsRead(work, file, read)) unlinkSync(from);
  work.wrote(file.path);
  await settlement.settle(() => undefined, dirname(from));
  return true;
}

/** Nobody has changed the original since its bytes were read, and the folder is the device's. */
function isAsRead({ root, identity }: Work, { path }: LocalFile, { stampAfter }: HashedFile): boolean {
  return folderState(root, identity.deviceId).state === 'ready' && stampOf(lstatSync(join(root, path), { bigint: true })) === stampAfter;
}

/** What the cloud finds when it hashes its bytes now. */
async function soundThere(work: Work, { assetId, role, hash }: Resource): Promise<EvictFacts['there']> {
  const answer = await work.connection.call('rollCall', { body: { lines: [{ assetId, role, hash }] } });
  const found = answer.ok ? answer.value.found[0] : undefined;
  if (found === undefined || found.state === 'not-in-library') return null;
  return found.state === 'stored' && found.hash === hash ? 'sound' : found.state === 'missing' ? 'missing' : 'damaged';
}
