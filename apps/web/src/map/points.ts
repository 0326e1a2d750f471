import type { Item } from '../library/item.ts';
import type { Timeline } from '../library/timeline.ts';
import type { Point } from './area.ts';

/** A photo that has a place. */
export interface PlacedPhoto extends Point {
  readonly item: Item;
}

/** All photos that have a place, the newest first. */
export interface Placed {
  readonly photos: readonly PlacedPhoto[];
  /** Where they are, as a map takes it; the same value as before where no photo came, went or moved. */
  readonly points: PlacePoints;
}

/** Points by their number, counted from the oldest photo: of several, the highest is the newest. */
export interface PlacePoints {
  readonly type: 'FeatureCollection';
  readonly features: {
    readonly type: 'Feature';
    readonly geometry: { readonly type: 'Point'; readonly coordinates: [lon: number, lat: number] };
    readonly properties: { readonly n: number };
  }[];
}

const NOBODY: Placed = { photos: [], points: { type: 'FeatureCollection', features: [] } };

/** The photos of the timeline that have a place; what is hidden or deleted is not among them. */
export function placedOf({ days }: Timeline, before: Placed = NOBODY): Placed {
  const photos: PlacedPhoto[] = [];
  for (const { items } of days)
    for (const item of items) if (item.place !== null) photos.push({ item, lat: item.place.lat, lon: item.place.lon });
  return { photos, points: samePlaces(before.photos, photos) ? before.points : pointsOf(photos) };
}

function samePlaces(before: readonly PlacedPhoto[], now: readonly PlacedPhoto[]): boolean {
  return (
    before.length === now.length &&
    now.every(({ item, lat, lon }, index) => {
      const other = before[index]!;
      return other.item.id === item.id && other.lat === lat && other.lon === lon;
    })
  );
}

function pointsOf(photos: readonly PlacedPhoto[]): PlacePoints {
  return {
    type: 'FeatureCollection',
    features: photos.map(({ lat, lon }, index) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { n: photos.length - 1 - index },
    })),
  };
}

/** The photo that a number stands for. */
export function photoAt({ photos }: Pick<Placed, 'photos'>, n: number): PlacedPhoto | undefined {
  return photos[photos.length - 1 - n];
}
