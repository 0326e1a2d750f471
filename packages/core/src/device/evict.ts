import { planted } from '@rollcall/protocol';
import { fullName, standInName, type LocalFile, type StandIn } from '../plan/index.ts';
import { folderOf, nameOf } from './names.ts';
import { seenNow, type Laid } from './read.ts';
import { sidecarsBeside } from './sidecar.ts';
import type { DeviceStore, FilePatch } from './store.ts';
import { assetUnit, fileUnit, siblingUnits, type Unit } from './unit.ts';

const noteOf = (key: number): string => `wanted-full:${key}`;

/** The original of a stand-in is wanted here in full: it was opened, or is to be kept. Ends when it is here. */
export function wantFull(store: DeviceStore, key: number): void {
  store.setNote(noteOf(key), '1');
}

/** It is here. */
export function endWantFull(store: DeviceStore, key: number): void {
  if (isWantedFull(store, key)) store.setNote(noteOf(key), null);
}

export function isWantedFull(store: DeviceStore, key: number): boolean {
  return store.note(noteOf(key)) !== null;
}

/** Of a photo, one of its files is: it is here in full, or compressed, as a unit. */
export function isPhotoWantedFull(store: DeviceStore, assetId: string): boolean {
  return store.filesOf(store.resolve(assetId)).some(({ key }) => isWantedFull(store, key));
}

/** A stand-in: which bytes it has, and where it lies. */
export interface Placed {
  readonly standIn: StandIn;
  /** SHA-256 of its own bytes. */
  readonly hash: string;
  readonly path: string;
}

/**
 * A stand-in is about to take the place of an original that `mayEvict` lets go: noted before it is moved into place, so that its
 * bytes are never taken for a change of the person's, and that the original is gone never for a deletion. A power cut must not undo this
 * before the move.
 */
export function noteEvicting(store: DeviceStore, file: LocalFile, { standIn, hash, path }: Placed): void {
  const { assetId, of: original } = standIn;
  store.setPlacing({ path, assetId, hash, wantedName: file.wantedName });
  if (!planted('evicts-unnoted')) store.setGivingWay({ key: file.key, assetId, original, path, hash });
}

/** It was about to give way when the device last noted it. */
export function isGivingWay(store: DeviceStore, { key }: LocalFile): boolean {
  return store.givingWay().some((intent) => intent.key === key);
}

/** What a look saw where it was gives way no more: should it be missed later, its person took it. So it is with what is no file here any more. */
export function endGivingWay(store: DeviceStore, isSeen: (path: string) => boolean): void {
  for (const { key } of store.givingWay()) {
    const file = store.file(key);
    if (file === null || isSeen(file.path)) store.clearGivingWay(key);
  }
}

/** Nothing of it gives way any more: it has, or somebody changed it in the last moment, and it stays. @param path of its stand-in */
export function endEvicting(store: DeviceStore, file: LocalFile, path: string): void {
  store.clearPlacing(path);
  store.clearGivingWay(file.key);
}

/**
 * The stand-in is in place, and the original, where it lies under another name, is no file of the device's any more: it goes next. Nothing
 * is queued by it: an eviction is no deletion, and no change. Gives what is to be planned again.
 */
export function noteEvicted(store: DeviceStore, file: LocalFile, { standIn, hash, path }: Placed, laid: Laid, now: number): Unit[] {
  store.patchFile(file.key, {
    ...movedTo(store, file, path, standInName(file.writtenName)),
    ...seenNow(laid, hash, now),
    standIn,
    baseHash: standIn.of,
    trouble: null,
  });
  endEvicting(store, file, path);
  return [fileUnit(file.key), ...siblingUnits(store, store.resolve(standIn.assetId)), ...sidecarsBeside(store, file.path)];
}

/**
 * A file has its place at another path, and a look may have seen it there already. That its person gave it a name of their own stays known.
 * @param written the name that this device had given it, in its new form
 */
export function movedTo(store: DeviceStore, file: LocalFile, path: string, written: string): FilePatch {
  if (path === file.path) return {};
  const watched = store.fileAt(path);
  if (watched && watched.key !== file.key) store.dropFile(watched.key);
  return { path, writtenName: nameOf(file.path) === file.writtenName ? nameOf(path) : written, missingSince: null, gone: false };
}

/** The original that lies beside its stand-in, where both came to be when the device ended between two steps, or a person put it back. */
export function originalBeside(store: DeviceStore, file: LocalFile, { assetId, of }: StandIn): LocalFile | undefined {
  const name = nameOf(file.path);
  return store.filesOf(store.resolve(assetId)).find((other) => {
    const whole = other.key !== file.key && other.standIn == null && other.missingSince === null && other.hash === of;
    const its = nameOf(other.path);
    return (
      whole && its !== name && folderOf(other.path) === folderOf(file.path) && fullName(name, its) === its && standInName(its) === name
    );
  });
}

/** The stand-in that an original at this path would have beside it. */
export function standInBeside(store: DeviceStore, path: string): Unit[] {
  const other = standInName(path) === path ? null : store.fileAt(standInName(path));
  return other?.standIn == null ? [] : [fileUnit(other.key)];
}

/** The stand-in beside its original is gone. */
export function noteDropped(store: DeviceStore, file: LocalFile, assetId: string): Unit[] {
  endWantFull(store, file.key);
  store.dropFile(file.key);
  return [fileUnit(file.key), assetUnit(assetId), ...siblingUnits(store, assetId)];
}
