import { LIMITS, type PinsTold } from '@rollcall/protocol';
import type { DeviceStore } from './store.ts';

/** What a person wants to have here in full before all else: a folder, an album with all that is ever in it, or one photo. */
export type Pin =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'album'; readonly id: string; readonly title: string }
  | { readonly kind: 'photo'; readonly id: string };

const NOTE = 'pins';
/** More than a person keeps in mind. */
const MOST_PINS = 1000;

export function readPins(store: DeviceStore): Pin[] {
  return JSON.parse(store.note(NOTE) ?? '[]') as Pin[];
}

/** False: there are as many as there may be. One that is there already is taken as it is now. */
export function addPin(store: DeviceStore, pin: Pin): boolean {
  const others = readPins(store).filter((each) => !isSame(each, pin));
  if (others.length >= MOST_PINS) return false;
  store.setNote(NOTE, JSON.stringify([...others, pin]));
  return true;
}

/** False: it was not pinned. */
export function removePin(store: DeviceStore, pin: Pin): boolean {
  const before = readPins(store);
  const after = before.filter((each) => !isSame(each, pin));
  if (after.length === before.length) return false;
  store.setNote(NOTE, after.length === 0 ? null : JSON.stringify(after));
  return true;
}

/** As the cloud is told; null: nothing is pinned. */
export function pinsTold(store: DeviceStore): PinsTold | null {
  const pins = readPins(store);
  if (pins.length === 0) return null;
  return {
    count: pins.length,
    first: pins.slice(0, LIMITS.pinsTold).map((pin) => ({ kind: pin.kind, name: nameOf(store, pin).slice(0, LIMITS.path) })),
  };
}

function nameOf(store: DeviceStore, pin: Pin): string {
  if (pin.kind === 'folder') return pin.path;
  return pin.kind === 'album' ? pin.title : (store.remote(store.resolve(pin.id))?.asset.fileName ?? pin.id);
}

function isSame(a: Pin, b: Pin): boolean {
  return a.kind === 'folder' ? b.kind === 'folder' && b.path === a.path : a.kind === b.kind && 'id' in b && a.id === b.id;
}

/**
 * Tells of a photo and the paths of its files whether it is pinned.
 * @param photosOf the ids of the photos of an album
 */
export function pinnedBy(
  pins: readonly Pin[],
  photosOf: (albumId: string) => Iterable<string>,
): (assetId: string, paths: readonly string[]) => boolean {
  const ids = new Set<string>();
  const folders: string[] = [];
  for (const pin of pins) {
    if (pin.kind === 'folder') folders.push(pin.path === '' ? '' : `${pin.path}/`);
    else if (pin.kind === 'photo') ids.add(pin.id);
    else for (const id of photosOf(pin.id)) ids.add(id);
  }
  return (assetId, paths) => ids.has(assetId) || paths.some((path) => folders.some((folder) => path.startsWith(folder)));
}
