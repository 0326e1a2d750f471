import type { Map as Drawing } from 'maplibre-gl';
import type { Point } from './area.ts';

/** One or several photos that stand at one spot of the map. */
export interface Spot extends Point {
  readonly key: string;
  /** The map’s own number of several photos; null: it is one. */
  readonly cluster: number | null;
  readonly count: number;
  /** The number of its newest photo. */
  readonly n: number;
}

/** So many are drawn at most, those with the most photos first; and so far beyond the edge, in pixels. */
const MOST = 120;
const BEYOND = 40;

/** What stands where, of what is in sight; those with the most photos first. */
export function spotsOf(map: Drawing, source: string): readonly Spot[] {
  const { clientWidth, clientHeight } = map.getContainer();
  const middle = map.getCenter().lng;
  const spots = new Map<string, Spot>();
  for (const { geometry, properties } of map.querySourceFeatures(source)) {
    if (geometry.type !== 'Point') continue;
    const [lon = 0, lat = 0] = geometry.coordinates;
    const { x, y } = map.project([lon + 360 * Math.round((middle - lon) / 360), lat]);
    if (x < -BEYOND || y < -BEYOND || x > clientWidth + BEYOND || y > clientHeight + BEYOND) continue;
    const cluster = typeof properties['cluster_id'] === 'number' ? properties['cluster_id'] : null;
    const n = Number(properties['n']);
    const key = cluster === null ? `photo ${n}` : `photos ${cluster}`;
    spots.set(key, { key, cluster, count: cluster === null ? 1 : Number(properties['point_count']), n, lat, lon });
  }
  return [...spots.values()].sort((a, b) => b.count - a.count || b.n - a.n).slice(0, MOST);
}
