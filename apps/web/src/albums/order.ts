import { between } from '@rollcall/core';
import type { AlbumItem, Change } from '@rollcall/protocol';

type Placed = Pick<AlbumItem, 'assetId' | 'position'>;

/**
 * What puts photos of an album, in the order given, before another one of it, or last. Others are placed anew only where they stand at
 * one and the same place, which two devices can do without knowing of each other.
 * @param places all that is in the album, in order
 * @param before the photo before which they go; null: last
 */
export function reorder(albumId: string, places: readonly Placed[], moved: readonly string[], before: string | null): readonly Change[] {
  const going = new Set(moved);
  const rest = places.filter(({ assetId }) => !going.has(assetId));
  // Before one of themselves is before the next that stays.
  const from = places.findIndex(({ assetId }) => assetId === before);
  const next = from < 0 ? undefined : places.slice(from).find(({ assetId }) => !going.has(assetId));
  const at = next === undefined ? rest.length : rest.indexOf(next);
  const ahead = rest[at - 1]?.position;
  const above = ahead === undefined ? at : rest.findIndex(({ position }, index) => index >= at && position > ahead);
  const end = above < 0 ? rest.length : above;
  const after = rest[end]?.position ?? null;
  let last = ahead ?? null;
  return [...moved, ...rest.slice(at, end).map(({ assetId }) => assetId)].map((assetId) => {
    last = between(last, after);
    return { name: 'album.move', args: { albumId, assetId, position: last } };
  });
}

/** What adds photos to an album, behind all that is in it; those that are in it stay where they are. */
export function addLast(albumId: string, places: readonly Placed[], added: readonly string[]): readonly Change[] {
  const there = new Set(places.map(({ assetId }) => assetId));
  let last = places.at(-1)?.position ?? null;
  return added
    .filter((assetId) => !there.has(assetId))
    .map((assetId) => {
      last = between(last, null);
      return { name: 'album.add', args: { albumId, assetId, position: last } };
    });
}
