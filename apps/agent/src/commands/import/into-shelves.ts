import { fillShelves, type LibraryShelf, type Proof, type Survey, type Thing } from '@rollcall/importers';
import type { Device } from '../../device.ts';
import { carryAll } from './carry.ts';
import { intoAlbums, ownId, readShelf, type Placed } from './into-albums.ts';

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

/** Puts photos into albums, by their titles and as they stood in libraries, once all photos are here. */
export async function intoAllAlbums(
  device: Device,
  { libraries }: Survey,
  {
    albums,
    shelved,
  }: { readonly albums: ReadonlyMap<string, readonly Placed[]>; readonly shelved: ReadonlyMap<string, readonly OnShelf[]> },
  signal: AbortSignal,
): Promise<Pick<Proof['albums'], 'all' | 'placed' | 'deleted'>> {
  const titled = await intoAlbums(device, albums, signal);
  // A library may have been given twice.
  const shelves = [...new Map([...libraries.values()].flatMap((library) => library.shelves.map((each) => [each.id, each]))).values()];
  const stood = await intoShelves(device, shelves, shelved, signal);
  return { all: titled.all + shelved.size, placed: titled.placed + stood.placed, deleted: [...titled.deleted, ...stood.deleted] };
}

async function intoShelves(
  device: Device,
  shelves: readonly LibraryShelf[],
  shelved: ReadonlyMap<string, readonly OnShelf[]>,
  signal: AbortSignal,
): Promise<{ readonly placed: number; readonly deleted: readonly string[] }> {
  if (shelved.size === 0) return { placed: 0, deleted: [] };
  const photosOf = new Map(
    [...shelved].map(([shelf, photos]) => {
      const inOrder = photos.toSorted((a, b) => a.at - b.at).map(({ assetId }) => device.store.resolve(assetId));
      return [shelf, [...new Set(inOrder)]] as const;
    }),
  );
  const shelf = await readShelf(device, signal);
  const filled = fillShelves(shelves, { shelf, photosOf, ownId: (id) => ownId(device.identity.libraryId, `of a library: ${id}`) });
  const results = await carryAll(device, filled.changes, signal);
  const placed = filled.changes.filter(({ name }, at) => name === 'album.add' && results[at]?.status !== 'rejected').length;
  return { placed, deleted: filled.deleted };
}
