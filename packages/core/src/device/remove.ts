import type { FeedEntry } from '@rollcall/protocol';
import type { LocalFile } from '../plan/index.ts';
import { noteLastPlace } from './last-place.ts';
import { sidecarsBeside } from './sidecar.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, type Unit } from './unit.ts';

/** The note of the files that are about to go: `[key, assetId]` of each. */
const REMOVING = 'removing';

type Entry = readonly [key: number, assetId: string];

function removing(store: DeviceStore): readonly Entry[] {
  const text = store.note(REMOVING);
  return text === null ? [] : (JSON.parse(text) as readonly Entry[]);
}

/** Keeps those of which it holds; what is no file any more goes in any case. */
function keepRemoving(store: DeviceStore, entries: readonly Entry[], holds: (file: LocalFile) => boolean): void {
  const kept = entries.filter(([key]) => {
    const file = store.file(key);
    return file !== null && holds(file);
  });
  store.setNote(REMOVING, kept.length === 0 ? null : JSON.stringify(kept));
}

/**
 * The file of a photo that was deleted elsewhere is about to go: noted before it goes, so that its absence is never taken for a
 * deletion of the person's. A power cut must not undo this before the file goes.
 */
export function noteRemoving(store: DeviceStore, file: LocalFile, assetId: string): void {
  const others = removing(store).filter(([key]) => key !== file.key);
  keepRemoving(store, [...others, [file.key, assetId]], () => true);
}

/** It was about to go when the device last noted it. */
export function isRemoving(store: DeviceStore, file: LocalFile): boolean {
  return removing(store).some(([key]) => key === file.key);
}

/** It stays. */
export function endRemoving(store: DeviceStore, file: LocalFile): void {
  const entries = removing(store);
  if (entries.some(([key]) => key === file.key)) keepRemoving(store, entries, ({ key }) => key !== file.key);
}

/** Files that were missed, and nothing was told of that yet, of photos that these changes restore. Ask before they are applied. */
export function missedOfRestored(store: DeviceStore, changes: readonly FeedEntry[]): readonly LocalFile[] {
  return changes.flatMap(({ entity }) => {
    if (entity.type !== 'asset' || entity.state !== 'live') return [];
    const missed = store.filesOf(entity.id).filter(({ missingSince }) => missingSince !== null);
    return missed.length > 0 && store.remote(entity.id)?.asset.state === 'trashed' ? missed : [];
  });
}

/**
 * A photo that was deleted elsewhere is restored, and a file of it is still missed here: that one may have gone by this device's own hand,
 * and is no deletion that comes after the restoring. When it is missed again it is forgotten, and the photo comes back.
 * @param missed by `missedOfRestored`
 */
export function noteRestored(store: DeviceStore, missed: readonly LocalFile[]): void {
  if (missed.length === 0) return;
  const entries = missed.flatMap(({ key, assetId }): Entry[] => (assetId === null ? [] : [[key, assetId]]));
  const others = removing(store).filter(([key]) => !entries.some(([each]) => each === key));
  keepRemoving(store, [...others, ...entries], () => true);
  for (const { key } of missed) if (store.file(key) !== null) store.patchFile(key, { gone: false });
}

/** What a look saw, and is to be here again, does not go any more: should it be missed later, its person took it. */
export function endStayed(store: DeviceStore, isSeen: (path: string) => boolean): void {
  const entries = removing(store);
  const stays = ({ path, assetId }: LocalFile): boolean =>
    isSeen(path) && (assetId === null || store.remote(assetId)?.asset.state === 'live');
  if (entries.length > 0) keepRemoving(store, entries, (file) => !stays(file));
}

/** The file of a photo that was deleted elsewhere is gone from the folder. */
export function noteRemoved(store: DeviceStore, file: LocalFile, assetId: string, now: number): Unit[] {
  noteLastPlace(store, assetId, file, now);
  endRemoving(store, file);
  store.dropFile(file.key);
  return [fileUnit(file.key), assetUnit(assetId), ...sidecarsBeside(store, file.path)];
}
