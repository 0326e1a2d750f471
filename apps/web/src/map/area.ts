import type { Day, Timeline } from '../library/timeline.ts';

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** A part of the globe, in degrees; across the 180th meridian where its west is greater than its east. */
export interface Area {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Decimals in an address: about a metre. */
const DECIMALS = 5;
const UNIT = 10 ** DECIMALS;

/** The smallest area that holds all points, to about a metre; null: there are none. */
export function areaOf(points: readonly Point[]): Area | null {
  if (points.length === 0) return null;
  const lons = points.map(({ lon }) => lon).sort((a, b) => a - b);
  // Round the globe the widest gap between two neighbours is what the area leaves out.
  let [gap, after] = [lons[0]! + 360 - lons[lons.length - 1]!, 0];
  for (let index = 1; index < lons.length; index += 1) {
    if (lons[index]! - lons[index - 1]! > gap) [gap, after] = [lons[index]! - lons[index - 1]!, index];
  }
  let [south, north] = [90, -90];
  for (const { lat } of points) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const down = (value: number, least: number): number => Math.max(least, Math.floor(value * UNIT) / UNIT);
  const up = (value: number, most: number): number => Math.min(most, Math.ceil(value * UNIT) / UNIT);
  return {
    west: down(lons[after]!, -180),
    south: down(south, -90),
    east: up(lons[(after + lons.length - 1) % lons.length]!, 180),
    north: up(north, 90),
  };
}

export function isWithin({ west, south, east, north }: Area, { lat, lon }: Point): boolean {
  return lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
}

/** An area that holds it, from a grid of steps: small moves lead to the same one, which is asked for once. */
export function inSteps({ west, south, east, north }: Area): Area {
  const width = west <= east ? east - west : east + 360 - west;
  const step = 2 ** Math.floor(Math.log2(Math.max(width, 1e-3) / 2));
  const down = (value: number, least: number): number => Math.max(least, Math.floor(value / step) * step);
  const up = (value: number, most: number): number => Math.min(most, Math.ceil(value / step) * step);
  return { west: down(west, -180), south: down(south, -90), east: up(east, 180), north: up(north, 90) };
}

/** As it stands in an address: west, south, east, north. */
export function writeArea({ west, south, east, north }: Area): string {
  return [west, south, east, north].map((each) => String(Number(each.toFixed(DECIMALS)))).join(',');
}

/** Null for what is no area. */
export function readArea(text: string): Area | null {
  const [west, south, east, north, ...more] = numbersOf(text);
  if (west === undefined || south === undefined || east === undefined || north === undefined || more.length > 0) return null;
  const isLon = (each: number): boolean => Math.abs(each) <= 180;
  return isLon(west) && isLon(east) && south >= -90 && north <= 90 && south <= north ? { west, south, east, north } : null;
}

/** Where one looks at the map, and how near. */
export interface View extends Point {
  readonly zoom: number;
}

export function writeView({ lat, lon, zoom }: View): string {
  return `${Number(lat.toFixed(DECIMALS))},${Number(lon.toFixed(DECIMALS))},${Number(zoom.toFixed(2))}`;
}

/** Null for what is no view. */
export function readView(text: string): View | null {
  const [lat, lon, zoom, ...more] = numbersOf(text);
  if (lat === undefined || lon === undefined || zoom === undefined || more.length > 0) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 22 ? { lat, lon, zoom } : null;
}

function numbersOf(text: string): number[] {
  const parts = text.split(',');
  return parts.every((part) => /^-?\d{1,3}(\.\d{1,10})?$/.test(part)) ? parts.map(Number) : [];
}

/** The photos of the timeline that were taken at such places, by day, newest first. */
export function photosWhere({ days }: Timeline, holds: (place: Point) => boolean): readonly Day[] {
  return days.flatMap((day) => {
    const items = day.items.filter(({ place }) => place !== null && holds(place));
    return items.length === 0 ? [] : items.length === day.items.length ? day : { day: day.day, items };
  });
}
