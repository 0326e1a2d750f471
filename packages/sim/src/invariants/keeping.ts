import { closingTrouble, isWantedFull, readPins, type Evictable, type LocalFile } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import type { Evicted } from '../device/evicting.ts';
import type { Touching } from '../device/work.ts';
import type { World } from '../play/world.ts';

/** K1, K2, K4: no original gives way of which something is still to be told, whose library is about to be closed, or whose photo somebody wants in full. */
export function checkLetsGo(world: World, device: Device, { path, assetId }: LocalFile): void {
  const { store } = device;
  if (assetId !== null && store.queuedFor(assetId).length > 0)
    world.violate('K1', `${path} of the ${device.name} gives way, and a change of it waits to be told`);
  if (closingTrouble(store) !== null) world.violate('K2', `${path} of the ${device.name} gives way, and its library is about to be closed`);
  if (assetId !== null && store.filesOf(store.resolve(assetId)).some(({ key }) => isWantedFull(store, key)))
    world.violate('K4', `${path} of the ${device.name} gives way, and somebody has just asked for its photo in full`);
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

/** K5: when an original goes, a loss of power in that moment leaves a note that it gives way, or no row that tells of it: it is no deletion. */
export function checkNoted(world: World, device: Device, touching: Touching): void {
  if (touching.does !== 'evict') return;
  const { store } = device;
  const file = store.fileAt(touching.path);
  const isNoted = file === null || store.givingWay().some(({ key }) => key === file.key);
  if (!isNoted || !store.database.synced)
    world.violate('K5', `${touching.path} of the ${device.name} gives way, and that is not noted where a loss of power leaves it`);
}

const MONTH_MS = 30 * 86_400_000;

/** K6: what is pinned makes room last, and never where a person wants some; before it favourites, then what is of late; of each, what came first goes first. */
export function checkOrder(world: World, device: Device, order: readonly Evictable[], byHand: boolean): void {
  const now = device.now();
  const ranks = order.map((each): readonly [turn: number, cameAt: number] => {
    const { favourite, takenAt, addedAt, cameAt } = each;
    const recent = now - (takenAt ?? 0) < MONTH_MS || now - (addedAt ?? 0) < MONTH_MS;
    return [isPinned(device, each) ? 3 : favourite ? 2 : recent ? 1 : 0, cameAt];
  });
  const wrong = ranks.findIndex(([turn, cameAt], at) => {
    const [before, first] = ranks[at - 1] ?? [0, 0];
    return before > turn || (before === turn && first > cameAt) || (byHand && turn === 3);
  });
  if (wrong >= 0) world.violate('K6', `on the ${device.name} ${order[wrong]?.assetId} makes room out of its turn`);
}

function isPinned({ store }: Device, { assetId }: Evictable): boolean {
  const paths = store.filesOf(assetId).map(({ path }) => path);
  return readPins(store).some((pin) =>
    pin.kind === 'folder' ? paths.some((path) => path.startsWith(`${pin.path}/`)) : pin.kind === 'photo' && pin.id === assetId,
  );
}
