import { spokenTag, type PlaceName } from '@rollcall/protocol';
import type { Item } from '../library/item.ts';
import { townWords } from '../places/placeWords.ts';
import type { Point } from './area.ts';
import type { PlacedPhoto } from './points.ts';

/** In an address, instead of an area: what is far from any town. */
export const FAR = 'far';

/** The photos of one town. */
export interface TownPhotos {
  /** Such as `Vienna, Austria`: what a search finds them by. */
  readonly town: string;
  readonly photos: number;
  /** The newest. */
  readonly cover: Item;
}

export interface ByTown {
  /** Those with the most photos first. */
  readonly towns: readonly TownPhotos[];
  /** Far from any town, as on the sea; or the server was not asked about them yet. */
  readonly nameless: readonly PlacedPhoto[];
}

/** Photos by the towns near which they were taken. @param photos the newest first */
export function byTown(photos: readonly PlacedPhoto[], nameOf: (at: Point) => PlaceName | null): ByTown {
  const towns = new Map<string, { town: string; photos: number; cover: Item }>();
  const nameless: PlacedPhoto[] = [];
  for (const photo of photos) {
    const name = nameOf(photo);
    if (name === null) {
      nameless.push(photo);
      continue;
    }
    const town = townWords(name);
    const known = towns.get(town);
    if (known) known.photos += 1;
    else towns.set(town, { town, photos: 1, cover: photo.item });
  }
  return { towns: [...towns.values()].sort((a, b) => b.photos - a.photos || a.town.localeCompare(b.town, spokenTag())), nameless };
}
