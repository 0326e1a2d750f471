import { say, sayMany, type Album } from '@rollcall/protocol';
import { albumsIn } from '../folders/tree.ts';
import type { Item } from '../library/item.ts';
import type { Replica } from '../library/replica.ts';
import { coverOf, photosOf } from '../library/shelf.ts';
import { countOf } from '../library/collections.ts';
import type { PlaceIndex } from '../search/places.ts';
import { coverAmong, daysOfAlbum } from '../smart/evaluate.ts';

/** An album, a folder or a smart album as a card shows it. */
export interface Shown {
  readonly album: Album;
  /** Of a folder up to four, of what is in it. */
  readonly covers: readonly Item[];
  /** How much is in it. */
  readonly words: string;
}

/** How many pictures stand for a folder. */
const COVERS = 4;

/** @param today days since 1970 */
export function shownOf(replica: Replica, album: Album, today: number, places: Pick<PlaceIndex, 'textOf'>): Shown {
  switch (album.kind) {
    case 'folder': {
      const inside = albumsIn(replica.shelf, album.id);
      const covers = inside.slice(0, 2 * COVERS).flatMap((each) => shownOf(replica, each, today, places).covers.slice(0, 1));
      return { album, covers: covers.slice(0, COVERS), words: sayMany(inside.length, '{count} album', '{count} albums') };
    }
    case 'smart': {
      const days = daysOfAlbum(replica, album, today, places);
      if (days === null) return { album, covers: [], words: say('Needs a newer version') };
      const cover = coverAmong(days, album.cover);
      return { album, covers: cover ? [cover] : [], words: sayMany(countOf(days), '{count} photo', '{count} photos') };
    }
    case 'photos':
    case undefined: {
      const cover = coverOf(replica, album);
      return { album, covers: cover ? [cover] : [], words: sayMany(photosOf(replica, album).length, '{count} photo', '{count} photos') };
    }
    default:
      return album.kind satisfies never;
  }
}
