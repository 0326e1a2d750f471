import { LIMITS, type Pin, type PinNamed, type PinsTold } from '@rollcall/protocol';
import type { DeviceStore } from './store.ts';

const NOTE = 'pins';

export function readPins(store: DeviceStore): Pin[] {
  return JSON.parse(store.note(NOTE) ?? '[]') as Pin[];
}

/** False: there are as many as there may be. One that is there already is taken as it is now. */
export function addPin(store: DeviceStore, pin: Pin): boolean {
  const others = readPins(store).filter((each) => !isSame(store, each, pin));
  if (others.length >= LIMITS.pins) return false;
  store.setNote(NOTE, JSON.stringify([...others, pin]));
  return true;
}

/** False: it was not pinned. */
export function removePin(store: DeviceStore, pin: Pin): boolean {
  const before = readPins(store);
  const after = before.filter((each) => !isSame(store, each, pin));
  if (after.length === before.length) return false;
  store.setNote(NOTE, after.length === 0 ? null : JSON.stringify(after));
  return true;
}

/** As the cloud is told, what was pinned last first; null: nothing is pinned. */
export function pinsTold(store: DeviceStore): PinsTold | null {
  const pins = readPins(store).toReversed();
  if (pins.length === 0) return null;
  const photos = pins.flatMap((pin) => (pin.kind === 'photo' ? [pin.id] : []));
  return {
    count: pins.length,
    first: pins.slice(0, LIMITS.pinsTold).map((pin) => named(store, pin)),
    photos: photos.slice(0, LIMITS.pinnedPhotosTold).map((id) => store.resolve(id)),
  };
}

function named(store: DeviceStore, pin: Pin): PinNamed {
  const { kind } = pin;
  if (kind === 'folder') return { kind, name: pin.path.slice(0, LIMITS.path) };
  if (kind === 'album') return { kind, name: pin.title, id: pin.id };
  const id = store.resolve(pin.id);
  return { kind, name: store.remote(id)?.asset.fileName ?? id, id };
}

/** Two photos that became one are the same. */
function isSame(store: DeviceStore, a: Pin, b: Pin): boolean {
  switch (a.kind) {
    case 'folder':
      return b.kind === 'folder' && b.path === a.path;
    case 'album':
      return b.kind === 'album' && b.id === a.id;
    case 'photo':
      return b.kind === 'photo' && store.resolve(b.id) === store.resolve(a.id);
    default:
      return a satisfies never;
  }
}

/**
 * Tells of a photo and the paths of its files whether it is pinned.
 * @param photosOf the ids of the photos of an album
 */
export function pinnedBy(
  store: DeviceStore,
  photosOf: (albumId: string) => Iterable<string>,
): (assetId: string, paths: readonly string[]) => boolean {
  const ids = new Set<string>();
  const folders: string[] = [];
  for (const pin of readPins(store)) {
    if (pin.kind === 'folder') folders.push(pin.path === '' ? '' : `${pin.path}/`);
    else if (pin.kind === 'photo') ids.add(store.resolve(pin.id));
    else for (const id of photosOf(pin.id)) ids.add(store.resolve(id));
  }
  return (assetId, paths) => ids.has(assetId) || paths.some((path) => folders.some((folder) => path.startsWith(folder)));
}
