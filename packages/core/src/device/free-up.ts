import { stoodFor } from '../plan/index.ts';
import { endWantFull, isWantedFull, wantFull } from './evict.ts';
import { isShownBeside } from './kept.ts';
import type { DeviceStore } from './store.ts';
import { fileUnit, type Unit } from './unit.ts';

const NOTE = 'free-up-asked';

/** A person wants originals here to make room for so many bytes, whatever the budget; what is pinned stays. A later word adds nothing to the one before it. */
export function askFreeUp(store: DeviceStore, bytes: number): void {
  store.setNote(NOTE, String(Math.max(bytes, freeUpAsked(store) ?? 0)));
}

/** Bytes that are still to be freed; null: nobody asked for any. */
export function freeUpAsked(store: DeviceStore): number | null {
  const note = store.note(NOTE);
  return note === null ? null : Number(note);
}

/** So many are still to be freed; null: it is done, or nothing more can go. */
export function leaveFreeUp(store: DeviceStore, bytes: number | null): void {
  store.setNote(NOTE, bytes === null || bytes <= 0 ? null : String(bytes));
}

/** What a person asked for has no room here: it stays compressed, and is no trouble. */
export function stayCompressed(store: DeviceStore, key: number): void {
  endWantFull(store, key);
  if (store.file(key)?.trouble?.code === 'device-disk-full') store.patchFile(key, { trouble: null });
}

/** A person wants a photo here in full, from elsewhere. Gives what is to be planned again. */
export function wantPhotoFull(store: DeviceStore, assetId: string): Unit[] {
  const standIns = store.filesOf(store.resolve(assetId)).filter(({ standIn }) => standIn != null);
  for (const { key } of standIns) wantFull(store, key);
  return standIns.map(({ key }) => fileUnit(key));
}

/** A file whose original is to come, and the bytes that it has; 0: nobody knows. */
export interface ToCome {
  readonly unit: Unit;
  readonly size: number;
}

/** What is to come in full together with a file that is: the other files of its photo that are compressed here. None, where nobody wants it in full. */
export function toComeWith(store: DeviceStore, key: number): ToCome[] {
  const file = store.file(key);
  if (file?.assetId == null || file.standIn == null || !isWantedFull(store, key)) return [];
  const assetId = store.resolve(file.assetId);
  const remote = store.remote(assetId);
  return store.filesOf(assetId).flatMap((other) => {
    if (other.key === key || other.standIn == null || other.missingSince !== null || !isWantedFull(store, other.key)) return [];
    return [
      {
        unit: fileUnit(other.key),
        size: remote === null ? 0 : (stoodFor(other.standIn, remote, isShownBeside(store, other, remote))?.size ?? 0),
      },
    ];
  });
}
