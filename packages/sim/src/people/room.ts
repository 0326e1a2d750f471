import { addPin, askFreeUp, readPins, removePin, wantPhotoFull, type LocalFile } from '@rollcall/core';
import type { Pin } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import { parentOf } from '../disk/disk.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';

/** A photo, or the folder that it lies in, is to be here in full before all else. */
export function pin(world: World, { name, store }: Device, chance: Chance): void {
  const files = store.files().filter(({ assetId, missingSince }) => assetId !== null && missingSince === null);
  if (files.length === 0) return;
  const { assetId, path } = chance.pick(files);
  const folder = parentOf(path);
  const pinned: Pin = folder !== '' && chance.happens(0.3) ? { kind: 'folder', path: folder } : { kind: 'photo', id: assetId ?? '' };
  world.tell(`a person pins on the ${name}: ${pinned.kind === 'folder' ? folder : path}`);
  store.transact(() => addPin(store, pinned));
}

export function unpin(world: World, { name, store }: Device, chance: Chance): void {
  const pins = readPins(store);
  if (pins.length === 0) return;
  world.tell(`a person unpins something on the ${name}`);
  store.transact(() => removePin(store, chance.pick(pins)));
}

/** A person wants so many bytes free, whatever the budget. */
export function freeUp(world: World, { name, store }: Device, chance: Chance): void {
  const bytes = chance.between(1, 8_000_000);
  world.tell(`a person wants ${bytes} bytes free on the ${name}`);
  store.transact(() => askFreeUp(store, bytes));
}

/** A person wants a photo here in full, with all its parts. */
export function get(world: World, device: Device, { path, assetId }: LocalFile): void {
  if (assetId === null) return;
  world.tell(`a person gets the photo ${path} on the ${device.name}`);
  device.store.transact(() => wantPhotoFull(device.store, assetId));
  device.agent?.answered();
}
