import type { LocalFile, StandIn } from '../plan/index.ts';
import type { FileStats } from '../scan/index.ts';
import { seenNow } from './read.ts';
import type { DeviceStore } from './store.ts';
import { siblingUnits, type Unit } from './unit.ts';

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

/**
 * A stand-in is about to take the place of an original that `mayEvict` lets go: noted before it is renamed into place, so that its
 * bytes are never taken for a change of the person's. A power cut must not undo this before the rename.
 * @param hash SHA-256 of the stand-in's bytes
 */
export function noteEvicting(store: DeviceStore, file: LocalFile, assetId: string, hash: string): void {
  store.setPlacing({ path: file.path, assetId, hash, wantedName: file.wantedName });
}

/** The stand-in is in place. Nothing is queued by it: an eviction is no deletion, and no change. Gives what is to be planned again. */
export function noteEvicted(store: DeviceStore, file: LocalFile, standIn: StandIn, hash: string, stats: FileStats, now: number): Unit[] {
  store.patchFile(file.key, { ...seenNow(stats, now), hash, standIn, baseHash: standIn.of, trouble: null });
  store.clearPlacing(file.path);
  return siblingUnits(store, standIn.assetId);
}
