import { planted, type AssetFields, type AssetKind } from '@rollcall/protocol';
import type { LocalFile, StandIn } from '../plan/index.ts';
import { isRacyStamp, mayBeChanged, mtimeMsOf, sizeAndTimeOf, stampOf, type FileStats } from '../scan/index.ts';
import { noteLastPlace } from './last-place.ts';
import { nameOf } from './names.ts';
import type { DeviceStore, FilePatch } from './store.ts';
import { assetUnit, siblingUnits, type Unit } from './unit.ts';

/** A file is taken as it is when two looks this far apart agree. */
const SECOND_GLANCE_MS = 100;
/** How long it is until the second look at a new file, milliseconds; never longer than between two looks, whatever the clock did meanwhile. */
export function untilSecondGlance({ firstSeen }: Pick<LocalFile, 'firstSeen'>, now: number): number {
  return Math.min(SECOND_GLANCE_MS, Math.max(0, firstSeen + SECOND_GLANCE_MS - now));
}

/** How much longer a file without its end is waited for. */
export const UNFINISHED_MS = 5000;

/** An empty file under a name that this device had taken when it ended, on a disk without links: the photo comes, and takes it again. */
export function isTakenName(store: DeviceStore, file: LocalFile): boolean {
  return file.size === 0 && store.placing(file.path) !== null;
}

/** It looked unfinished before, and has not changed since. */
export function hasWaited(file: LocalFile): boolean {
  return file.trouble?.evidence['unfinished'] === file.stamp;
}

/** The file changed since the look that is known; it has to be read as it is now. */
export function noteTouched(store: DeviceStore, key: number, stats: FileStats): void {
  store.patchFile(key, { stamp: stampOf(stats), size: Number(stats.size), mtimeMs: mtimeMsOf(stats) });
}

/** The file changed while it was sent: what is known of its bytes is over. */
export function noteChangedBytes(store: DeviceStore, key: number, stats: FileStats): void {
  const file = store.file(key);
  store.patchFile(key, {
    ...(file === null ? {} : asUnread(file)),
    hash: null,
    stamp: stampOf(stats),
    size: Number(stats.size),
    mtimeMs: mtimeMsOf(stats),
    trouble: null,
  });
}

/** The bytes of a file are to be read again, and only they tell whether it still holds data of a photo. */
export function asUnread({ excluded, hash }: LocalFile): FilePatch {
  return excluded === 'not-a-photo' && hash !== null ? { excluded: null } : {};
}

/** Bytes that nobody knew lie where other ones were to be replaced or removed: they are read first. */
export function noteForeignBytes(store: DeviceStore, key: number, stamp: string): void {
  store.patchFile(key, { hash: null, stamp, ...sizeAndTimeOf(stamp) });
}

/**
 * It is no photo. One that it was written over is placed again: it is here no more. Nothing is noted where a look has found it
 * changed since: it may have been read while it was written.
 * @param what it is, as a person would say it
 */
export function noteNotMedia(store: DeviceStore, file: LocalFile, what: string, now: number): Unit[] {
  if (store.file(file.key)?.stamp !== file.stamp) return [];
  const { assetId } = file;
  if (assetId !== null) noteLastPlace(store, assetId, file, now);
  const free = assetId === null ? {} : { assetId: null, baseHash: null, agreedAt: null, newHere: true };
  store.patchFile(file.key, { excluded: 'not-a-photo', mime: what, trouble: null, ...free });
  return assetId === null ? [] : [assetUnit(assetId), ...siblingUnits(store, assetId)];
}

/** What reading a file came to. */
export interface FileRead {
  /** SHA-256, 64 hex digits. */
  readonly hash: string;
  /** Device's clock when the reading began, milliseconds. */
  readonly readAt: number;
  readonly fields: AssetFields | null;
  readonly kind: AssetKind;
  readonly mime: string;
  /** It is a stand-in, as what it carries inside says. */
  readonly standIn?: StandIn | null;
}

/** The file was read, and stayed the same meanwhile. Nothing is noted where a look has found it changed since. */
export function noteRead(store: DeviceStore, file: LocalFile, { hash, readAt, fields, kind, mime, standIn = null }: FileRead): void {
  const now = store.file(file.key);
  if (now === null || now.stamp !== file.stamp) return;
  store.patchFile(file.key, {
    hash,
    // Bytes that a file here was agreed on with are not new, under whatever name: it was moved or copied.
    newHere: now.newHere && !store.agreedOn(hash, file.key),
    ...placedBefore(store, now, hash),
    fields,
    kind,
    mime,
    standIn: planted('stand-in-sent') ? null : standIn,
    racy: isRacyStamp(file.stamp, readAt),
    hashedAt: readAt,
    rotted: null,
    trouble: null,
  });
}

/**
 * This device was about to put these bytes in this very place, and did: only its row went, with a loss of power. No person put it there,
 * and a number in its name is none of the photo's.
 */
function placedBefore(store: DeviceStore, { path, assetId }: LocalFile, hash: string): FilePatch {
  const placing = assetId === null ? store.placing(path) : null;
  return placing?.hash === hash ? { newHere: false, wantedName: placing.wantedName, writtenName: nameOf(path) } : {};
}

/** A file that was just given its place here: how it looked before, when nobody else knew of it, and how it looks there. */
export interface Laid {
  readonly before: FileStats;
  readonly stats: FileStats;
}

/**
 * How a file that was just written here looks, and that its bytes are those that were written: `hash`. Its person may have changed it
 * in this very moment, and then they are to be read.
 */
export function seenNow(
  { before, stats }: Laid,
  hash: string,
  now: number,
): FilePatch & { stamp: string; size: number; mtimeMs: number; hash: string | null } {
  const stamp = stampOf(stats);
  return {
    stamp,
    size: Number(stats.size),
    mtimeMs: mtimeMsOf(stats),
    racy: isRacyStamp(stamp, now),
    hash: mayBeChanged(stampOf(before), stats) && !planted('changed-as-it-came') ? null : hash,
    hashedAt: now,
    rotted: null,
  };
}
