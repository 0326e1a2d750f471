/** Towns and where they are, by number: `lat` and `lon` in degrees. */
export interface Towns {
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

export interface Nearest {
  /** The town’s number. */
  readonly town: number;
  /** Metres. */
  readonly distance: number;
}

/** Metres; the earth as a ball of its mean radius. */
const RADIUS = 6_371_009;
const METRES_A_DEGREE = (Math.PI / 180) * RADIUS;

/**
 * Finds the nearest of many towns. They are sorted by latitude, and looked at north- and southward from the place until one parallel
 * is further away than the nearest town so far: nothing is special about poles and the 180th meridian.
 */
export function openNearest({ lat, lon }: Towns): (at: { readonly lat: number; readonly lon: number }, most: number) => Nearest | null {
  const order = Uint32Array.from(lat.keys()).sort((a, b) => lat[a]! - lat[b]!);
  const sorted = Float64Array.from(order, (town) => lat[town]!);
  return (at, most) => {
    let best: Nearest | null = null;
    const look = (index: number): boolean => {
      const within = best?.distance ?? most;
      if (index < 0 || index >= order.length || Math.abs(sorted[index]! - at.lat) * METRES_A_DEGREE > within) return false;
      const town = order[index]!;
      const distance = metresBetween(at.lat, at.lon, lat[town]!, lon[town]!);
      if (distance <= within) best = { town, distance };
      return true;
    };
    const middle = firstFrom(sorted, at.lat);
    for (let north = middle, south = middle - 1, go = true; go;) {
      const further = [look(north), look(south)];
      if (further[0]) north += 1;
      if (further[1]) south -= 1;
      go = further[0]! || further[1]!;
    }
    return best;
  };
}

/** By the haversine. */
export function metresBetween(lat: number, lon: number, otherLat: number, otherLon: number): number {
  const half = (degrees: number): number => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cosines = Math.cos((lat * Math.PI) / 180) * Math.cos((otherLat * Math.PI) / 180);
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half(lat - otherLat) + cosines * half(lon - otherLon))));
}

/** The first index whose value is not less. */
export function firstFrom(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
