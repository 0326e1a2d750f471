import type { Asset, ExportChoice } from '@rollcall/protocol';

const DAY = /^(\d{4}-\d\d-\d\d)T/;

/** Only some photos were chosen. */
export function isPartial({ albums, from, to, favourites }: ExportChoice): boolean {
  return albums.length > 0 || from !== null || to !== null || favourites;
}

/**
 * Whether a photo is one of those that were chosen. Recently Deleted belongs to the whole library, and to no part of it.
 * @param inAlbums the photos of the albums that were chosen; null: it was not chosen by albums
 */
export function isChosen(asset: Asset, choice: ExportChoice, inAlbums: ReadonlySet<string> | null): boolean {
  if (asset.state === 'purged') return false;
  if (asset.state === 'trashed') return choice.trash && !isPartial(choice);
  if (choice.favourites && !asset.favourite) return false;
  if (inAlbums !== null && !inAlbums.has(asset.id)) return false;
  return isWithin(asset.capturedAt, choice);
}

/** A bound holds for as much of the date as it says: all of `2024` is before the end of `2024`. */
function isWithin(capturedAt: string, { from, to }: ExportChoice): boolean {
  if (from === null && to === null) return true;
  const day = DAY.exec(capturedAt)?.[1];
  if (day === undefined) return false;
  return (from === null || day.slice(0, from.length) >= from) && (to === null || day.slice(0, to.length) <= to);
}
