import type { Thing } from '../found.ts';
import { fillShelves } from '../photos-library/fill.ts';
import type { LibraryShelf } from '../photos-library/reading.ts';
import type { Proof } from '../proof/proof.ts';
import type { Survey } from '../survey.ts';
import type { Cloud } from './cloud.ts';
import { ownId } from './own-id.ts';

type Albums = Pick<Proof['albums'], 'all' | 'placed' | 'deleted'>;

/** A photo at its place in an album of a library. */
export interface OnShelf {
  readonly assetId: string;
  readonly at: number;
}

/** Photos by the ids of the albums that have an order of their own. */
export function addToShelves(shelved: Map<string, OnShelf[]>, { shelved: its = [] }: Thing, assetId: string): void {
  for (const { shelf, at } of its) {
    const photos = shelved.get(shelf);
    if (photos === undefined) shelved.set(shelf, [{ assetId, at }]);
    else photos.push({ assetId, at });
  }
}

/**
 * Puts photos into albums as they stood in libraries, once all photos are here. Throws `Stopped`.
 * @param others what was done with other albums, to which this is added
 */
export async function withLibraryAlbums(
  cloud: Cloud,
  { libraries }: Pick<Survey, 'libraries'>,
  shelved: ReadonlyMap<string, readonly OnShelf[]>,
  others: Albums,
): Promise<Albums> {
  if (shelved.size === 0) return others;
  // A library may have been given twice.
  const shelves: LibraryShelf[] = [
    ...new Map([...libraries.values()].flatMap((library) => library.shelves.map((each) => [each.id, each]))).values(),
  ];
  const photosOf = new Map(
    [...shelved].map(([shelf, photos]) => {
      const inOrder = photos.toSorted((a, b) => a.at - b.at).map(({ assetId }) => cloud.resolve(assetId));
      return [shelf, [...new Set(inOrder)]] as const;
    }),
  );
  const shelf = await cloud.shelf();
  const albumOf = (id: string): string => ownId(cloud.libraryId, `imported album:of a library: ${id}`);
  const { changes, deleted } = fillShelves(shelves, { shelf, photosOf, ownId: albumOf });
  const results = await cloud.carry(changes);
  const placed = changes.filter(({ name }, at) => name === 'album.add' && results[at]?.status !== 'rejected').length;
  return { all: others.all + shelved.size, placed: others.placed + placed, deleted: [...others.deleted, ...deleted] };
}
