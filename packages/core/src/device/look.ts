import { planted } from '@rollcall/protocol';
import type { LocalFile } from '../plan/index.ts';
import { inodeOf, scan, SECOND_LOOK_MS, spelling, type FileSeen, type NameRules } from '../scan/index.ts';
import { noteClosed, noteOpen, photoOf } from './closed.ts';
import { isUnder, mayLieUnder, noteCovers, type Covers } from './covers.ts';
import { endGivingWay, isGivingWay } from './evict.ts';
import { noteLastPlace } from './last-place.ts';
import type { Walked, WalkedFile } from './listing.ts';
import { asUnread } from './read.ts';
import { endStayed, isRemoving, noteRemoved } from './remove.ts';
import { sidecarsBeside } from './sidecar.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, siblingUnits, type Unit } from './unit.ts';

export interface Look {
  /** Files that need a new plan. */
  readonly touched: readonly Unit[];
  /** Files that were here and are not seen: a second look settles them. */
  readonly missing: number;
}

/** What a look at the folder saw, and how it was made. */
export interface Looked extends Walked {
  /** Folders the look covered, each with all below it; `''` is the whole tree. */
  readonly covered: readonly string[];
  readonly rules: NameRules;
  /** Files that were read too soon after they were written are read again; only for who reads files, and while it does. */
  readonly rereads: boolean;
  /** Paths to which this device is just writing: what lies there tells whoever writes, and looks again afterwards. */
  readonly claimed?: ReadonlySet<string>;
  /** Device's clock, milliseconds. */
  readonly now: number;
}

/** Notes what a look saw, in the caller's transaction: what is new, what changed, what is missing once or twice, what could not be seen. */
export function noteLook(store: DeviceStore, looked: Looked): Look {
  const { unknown, still, covered, rules, now } = looked;
  const isClaimed = claimedBy(looked);
  const files = looked.files.filter(({ path }) => !isClaimed(path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const whole = covered.includes('');
  const known = whole ? store.known() : new Map(covered.flatMap((path) => [...store.knownBelow(path)]));
  for (const path of known.keys()) if (isClaimed(path)) known.delete(path);
  const result = scan(known, { files, unknown: unknown.map(({ path }) => path), covered }, rules);
  const touched: Unit[] = [];
  const newHere = store.note('looked') !== null;
  for (const { from, to } of result.respelled) touched.push(...respell(store, from, to), ...sidecarsBeside(store, from));
  for (const seen of result.fresh) touched.push(fileUnit(add(store, seen, byPath.get(seen.path), { newHere, now })));
  for (const seen of result.changed) touched.push(...change(store, seen, byPath.get(seen.path), now));
  if (looked.rereads) for (const seen of result.again) touched.push(...readAgain(store, seen));
  for (const file of store.missing()) {
    if (!byPath.has(file.path)) continue;
    store.patchFile(file.key, { missingSince: null, gone: false });
    touched.push(fileUnit(file.key), ...photoOf(file));
  }
  endStayed(store, (path) => byPath.has(path));
  endGivingWay(store, (path) => byPath.has(path));
  touched.push(...noteOpen(store, (path) => byPath.has(path)));
  touched.push(...noteClosed(store, unknown, result.unknown, now));
  const covers = noteCovers(store, unknown, covered, now);
  // A look that could not look everywhere has not seen that a file is nowhere.
  const complete = whole && unknown.every((each) => each.why !== 'unreadable' && each.file !== null);
  const hidden: Hidden[] = result.missing.length === 0 ? [] : store.unreadable();
  for (const each of unknown) if (each.file) hidden.push(each.file);
  for (const each of looked.files) if (isClaimed(each.path)) hidden.push(each);
  // Nor has one from which a file could slip away, to where it had just looked.
  const sure = complete && still;
  const facts = { hidden: sure ? hidden : null, covers, missing: result.missing.length === 0 ? new Map() : missingBefore(store), now };
  for (const path of result.missing) touched.push(...miss(store, path, facts), ...sidecarsBeside(store, path));
  if (whole) store.setNote('looked', String(now));
  if (complete) store.setNote('parted', null);
  return { touched, missing: store.missing().filter((file) => !file.gone).length };
}

/** Of a path as it is listed, or as it is known. */
function claimedBy({ claimed, rules }: Looked): (path: string) => boolean {
  const spellings = new Set([...(claimed ?? [])].map((path) => spelling(path, rules)));
  return (path) => spellings.size > 0 && spellings.has(spelling(path, rules));
}

/** One file, listed by another spelling than before. */
function respell(store: DeviceStore, from: string, to: string): Unit[] {
  const file = store.fileAt(from);
  if (file === null) return [];
  store.patchFile(file.key, { path: to, missingSince: null, gone: false });
  return [fileUnit(file.key)];
}

function add(
  store: DeviceStore,
  seen: FileSeen,
  walked: WalkedFile | undefined,
  { newHere, now }: { readonly newHere: boolean; readonly now: number },
): number {
  const { path, size, mtimeMs, stamp } = seen;
  return store.addFile({
    path,
    size,
    mtimeMs,
    stamp,
    newHere,
    firstSeen: now,
    excluded: walked?.excluded ?? null,
    mime: walked?.what ?? '',
  });
}

function change(store: DeviceStore, seen: FileSeen, walked: WalkedFile | undefined, now: number): Unit[] {
  const file = store.fileAt(seen.path);
  if (file === null) return [];
  const { size, mtimeMs, stamp } = seen;
  const { assetId } = file;
  const parted = store.note('parted') !== null && assetId !== null;
  // Bytes of another time are no edit by a person: what they are to the library is asked of the cloud, as of a file that is found.
  if (parted) noteLastPlace(store, assetId, file, now);
  store.patchFile(file.key, {
    size,
    mtimeMs,
    stamp,
    ...(parted ? { assetId: null, baseHash: null, agreedAt: null, newHere: false } : {}),
    racy: false,
    hash: null,
    trouble: null,
    missingSince: null,
    gone: false,
    excluded: walked?.excluded ?? null,
    mime: walked?.what ?? '',
  });
  return parted ? [fileUnit(file.key), assetUnit(assetId), ...siblingUnits(store, assetId)] : [fileUnit(file.key)];
}

function readAgain(store: DeviceStore, seen: FileSeen): Unit[] {
  const file = store.fileAt(seen.path);
  if (file === null || file.hash === null) return [];
  store.patchFile(file.key, { hash: null, racy: false, ...asUnread(file) });
  return [fileUnit(file.key)];
}

/** The person is asked about its bytes: wherever they turn up next, the question stays, and is not taken for answered. */
function keepQuestion(store: DeviceStore, { hash, newHere }: LocalFile, now: number): void {
  if (hash === null || newHere || store.word(hash) !== null) return;
  const deleted = store.match(hash)?.asset.state === 'trashed' || store.purgedBefore(hash);
  if (deleted) store.setWord(hash, 'asked', now);
}

/** A file whose bytes nobody could read: what is missing may be this one, elsewhere. */
type Hidden = Pick<FileSeen, 'size' | 'stamp'>;

function mayBe(hidden: Hidden, missing: LocalFile): boolean {
  return hidden.size === missing.size || inodeOf(hidden.stamp) === inodeOf(missing.stamp);
}

/** What is missing may be a new file that nobody has read yet, or can read. */
function isNowhere(store: DeviceStore, file: LocalFile, hidden: readonly Hidden[]): boolean {
  return store.unread() === 0 && store.unsettled() === 0 && !hidden.some((other) => mayBe(other, file));
}

/**
 * What is missing may have waited for another file with its bytes to be bound in its place. When that one is missed as well, it may have
 * been moved once more, and be read just now: two looks from here on say that it is nowhere.
 */
function countAnew(store: DeviceStore, { key: missed, hash }: LocalFile, { missing, now }: Missing): Unit[] {
  const waiting = (hash === null ? [] : (missing.get(hash) ?? [])).filter((key) => key !== missed);
  for (const key of waiting) {
    const file = store.file(key);
    if (file?.gone === true && !file.held) store.patchFile(key, { missingSince: now, gone: false });
  }
  return waiting.map(fileUnit);
}

/** What is known when a look finds that files are not there. */
interface Missing {
  /** What the look saw and nobody could read; null: it was not complete, or the folder did not stand still. */
  readonly hidden: readonly Hidden[] | null;
  readonly covers: Covers;
  /** What was missing before, by its bytes: the files' keys. */
  readonly missing: ReadonlyMap<string, readonly number[]>;
  readonly now: number;
}

function missingBefore(store: DeviceStore): Map<string, number[]> {
  const byHash = new Map<string, number[]>();
  for (const { key, hash, baseHash } of store.missing()) {
    const was = hash ?? baseHash;
    if (was === null) continue;
    const keys = byHash.get(was) ?? [];
    byHash.set(was, keys);
    keys.push(key);
  }
  return byHash;
}

/** The first miss is noted; the second, of a complete look, counts, once nothing new is unread (it may be the same file elsewhere). */
function miss(store: DeviceStore, path: string, facts: Missing): Unit[] {
  const { hidden, covers, now } = facts;
  const file = store.fileAt(path);
  if (file === null) return [];
  const unit = fileUnit(file.key);
  // State and folder are not of the same time: that a file is not there says nothing of what a person did.
  if (file.assetId === null || (store.note('parted') !== null && !file.held)) {
    if (file.assetId === null) keepQuestion(store, file, now);
    store.dropFile(file.key);
    return file.assetId === null
      ? [unit, ...countAnew(store, file, facts)]
      : [unit, assetUnit(file.assetId), ...siblingUnits(store, file.assetId)];
  }
  // It went by this device's own hand, which ended before it could say so.
  if (isRemoving(store, file)) return noteRemoved(store, file, file.assetId, now);
  if (file.gone || isUnder(file, covers)) return [];
  // Of a clock that was set back since, the time between the two looks says nothing: it is counted anew.
  if (file.missingSince === null || file.missingSince > now) {
    store.patchFile(file.key, { missingSince: now, trouble: null, ...(planted('one-look') ? { gone: true } : {}) });
    return [unit, assetUnit(file.assetId), ...countAnew(store, file, facts)];
  }
  if (hidden === null || now - file.missingSince < SECOND_LOOK_MS) return [];
  if (!isNowhere(store, file, hidden) && !planted('gone-before-read')) return [];
  // It was giving way when the device ended, and what was to take its place may be gone with it: nobody deleted it, and it comes back.
  if (isGivingWay(store, file)) return noteRemoved(store, file, file.assetId, now);
  const under = mayLieUnder(file.missingSince, covers, now);
  store.patchFile(file.key, under === null ? { gone: true } : { missingSince: null, trouble: under });
  return [unit, assetUnit(file.assetId)];
}
