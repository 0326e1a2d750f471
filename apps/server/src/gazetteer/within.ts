import { firstFrom, type Towns } from './nearest.ts';

/** In degrees; across the 180th meridian where the west is greater than the east. */
export interface Area {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Finds towns of an area, spread over it: of each cell of a chess board that lies fast on the globe, one, so that moving the area a
 * little leaves the towns where they are.
 * @param weights of two in a cell the one with more is told
 */
export function openWithin({ lat, lon }: Towns, weights: Uint8Array) {
  const order = Uint32Array.from(lat.keys()).sort((a, b) => lat[a]! - lat[b]!);
  const sorted = Float64Array.from(order, (town) => lat[town]!);
  return ({ west, south, east, north }: Area, most: number): number[] => {
    const width = east >= west ? east - west : east + 360 - west;
    const size = cellSize(width, north - south, most);
    const best = new Map<string, number>();
    for (let index = firstFrom(sorted, south); index < order.length && sorted[index]! <= north; index += 1) {
      const town = order[index]!;
      const [x, y] = [lon[town]!, lat[town]!];
      if (west <= east ? x < west || x > east : x < west && x > east) continue;
      const cell = `${Math.floor(x / size)},${Math.floor(y / size)}`;
      const before = best.get(cell);
      if (before === undefined || weights[town]! > weights[before]! || (weights[town] === weights[before] && town < before))
        best.set(cell, town);
    }
    return [...best.values()].slice(0, most);
  };
}

/** Degrees, in powers of two, so that an area that is a little larger has the same cells. */
function cellSize(width: number, height: number, most: number): number {
  let size = 2 ** -7;
  // One more each way for cells that the area only touches.
  while ((Math.floor(width / size) + 2) * (Math.floor(height / size) + 2) > most) size *= 2;
  return size;
}
