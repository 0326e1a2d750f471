import type { LocalFile } from '../plan/index.ts';
import { noteLastPlace } from './last-place.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, type Unit } from './unit.ts';

/** The file of a photo that was deleted elsewhere is gone from the folder. */
export function noteRemoved(store: DeviceStore, file: LocalFile, assetId: string, now: number): Unit[] {
  noteLastPlace(store, assetId, file, now);
  store.dropFile(file.key);
  return [fileUnit(file.key), assetUnit(assetId)];
}
