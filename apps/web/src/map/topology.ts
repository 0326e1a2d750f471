/** Longitude and latitude, in degrees. */
export type Position = readonly [lon: number, lat: number];

/** A geometry by its arcs: `~n` is the arc n backwards. */
type Shape =
  | { readonly type: 'Polygon'; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly (readonly number[])[])[] };
interface Group<T> {
  readonly geometries: readonly T[];
}

/** What of TopoJSON the countries of world-atlas use: each line between two of them stands there once. */
export interface Topology {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  /** Each from its first point on, step by step, in whole numbers. */
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly objects: {
    /** `id`: ISO 3166-1, three digits. */
    readonly countries: Group<Shape & { readonly id?: string; readonly properties: { readonly name: string } }>;
    readonly land: Group<Shape>;
  };
}

export interface Country {
  /** In English. */
  readonly name: string;
  /** ISO 3166-1, three digits; undefined: it has none. */
  readonly code: string | undefined;
  /** The middle of its largest part. */
  readonly at: Position;
  /** Of its largest part, in square degrees as on a map of the equator: how much room a name has. */
  readonly size: number;
}

/** What a map draws of the world. What reaches across the 180th meridian goes on beyond it: no line leaps from edge to edge. */
export interface World {
  /** Polygons, each an outline and the holes in it. */
  readonly land: readonly (readonly (readonly Position[])[])[];
  /** Lines between two countries. */
  readonly borders: readonly (readonly Position[])[];
  /** Read when asked for. */
  readonly countries: () => readonly Country[];
}

/** Reads a topology of the world’s countries. */
export function readTopology({ transform, arcs, objects }: Topology): World {
  const { scale, translate } = transform;
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]): Position => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const ring = (refs: readonly number[]): Position[] =>
    refs.flatMap((ref, index) => {
      const line = ref < 0 ? lines[~ref]!.toReversed() : lines[ref]!;
      // The last point of an arc is the first of the next one.
      return index === 0 ? line : line.slice(1);
    });
  const polygons = (shape: Shape): Position[][][] =>
    (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs).map((part) => onOneSheet(part.map(ring)));
  const owners = new Uint8Array(arcs.length);
  for (const shape of objects.countries.geometries) {
    const own = new Set((shape.type === 'Polygon' ? [shape.arcs] : shape.arcs).flat(2).map((ref) => (ref < 0 ? ~ref : ref)));
    for (const arc of own) owners[arc]! += 1;
  }
  return {
    land: objects.land.geometries.flatMap(polygons),
    borders: lines.filter((_, arc) => owners[arc]! > 1).map(goneOn),
    countries: () =>
      objects.countries.geometries.map((shape) => ({ name: shape.properties.name, code: shape.id, ...largestOf(polygons(shape)) })),
  };
}

/** A line on the globe on a sheet: from one point to the next it goes the shorter way. */
function goneOn(line: readonly Position[]): Position[] {
  let [turn, before] = [0, line[0]?.[0] ?? 0];
  return line.map(([lon, lat]): Position => {
    turn -= 360 * Math.round((lon - before) / 360);
    before = lon;
    return [lon + turn, lat];
  });
}

/** A polygon on the globe on a sheet, its holes where it is; one that goes round a pole holds the pole. */
function onOneSheet(rings: readonly (readonly Position[])[]): Position[][] {
  let [least, most] = [Infinity, -Infinity];
  return rings.map((each, index) => {
    const gone = goneOn(each);
    const [first, last] = [gone[0]!, gone[gone.length - 1]!];
    if (Math.abs(first[0] - last[0]) > 180) {
      const pole = Math.sign(first[1]) * 90;
      gone.push([last[0], pole], [first[0], pole], first);
    }
    if (index === 0) {
      for (const [lon] of gone) [least, most] = [Math.min(least, lon), Math.max(most, lon)];
      return gone;
    }
    const turn = first[0] < least ? 360 : first[0] > most ? -360 : 0;
    return turn === 0 ? gone : gone.map(([lon, lat]): Position => [lon + turn, lat]);
  });
}

function largestOf(parts: readonly (readonly (readonly Position[])[])[]): Pick<Country, 'at' | 'size'> {
  const outlines = parts.flatMap(([outline]) => (outline === undefined ? [] : middleOf(outline)));
  return outlines.reduce((best, each) => (each.size > best.size ? each : best), { at: [0, 0] as Position, size: 0 });
}

/** The centre of gravity of what a ring holds, and how much that is. */
function middleOf(ring: readonly Position[]): { readonly at: Position; readonly size: number } {
  let [twice, x, y] = [0, 0, 0];
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [[fromX, fromY], [toX, toY]] = [ring[index]!, ring[index + 1]!];
    const cross = fromX * toY - toX * fromY;
    twice += cross;
    x += (fromX + toX) * cross;
    y += (fromY + toY) * cross;
  }
  if (twice === 0) return { at: ring[0] ?? [0, 0], size: 0 };
  return { at: [x / (3 * twice), y / (3 * twice)], size: Math.abs(twice) / 2 };
}
