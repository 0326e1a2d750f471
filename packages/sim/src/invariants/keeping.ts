import { closingTrouble, type LocalFile } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import type { Evicted } from '../device/evicting.ts';
import type { World } from '../play/world.ts';

/** K1, K2: no original gives way of which something is still to be told, or whose library is about to be closed. */
export function checkLetsGo(world: World, device: Device, { path, assetId }: LocalFile): void {
  const { store } = device;
  if (assetId !== null && store.queuedFor(assetId).length > 0)
    world.violate('K1', `${path} of the ${device.name} gives way, and a change of it waits to be told`);
  if (closingTrouble(store) !== null) world.violate('K2', `${path} of the ${device.name} gives way, and its library is about to be closed`);
}

/** K3: of a photo that gives way, each file does of which there is something smaller. */
export function checkEvicted(world: World, device: Device, { had, gone, hindered }: Evicted): void {
  if (gone === 0 || hindered) return;
  for (const { key, hash, stamp } of had) {
    const file = device.store.file(key);
    const there = file === null || file.standIn != null ? null : device.mounted.stat(file.path);
    // One that came back in full meanwhile has another stamp.
    if (file?.hash === hash && file.stamp === stamp && there?.bytes.hash === hash && world.gallery.hasSmaller(there.bytes))
      world.violate('K3', `a part of a pair gave way on the ${device.name}, and ${file.path} did not`);
  }
}
