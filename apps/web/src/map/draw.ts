import { Map as Drawing, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { queries, townsWithinQuery } from '../api/queries.ts';
import { townName } from '../places/placeWords.ts';
import { inSteps, type Area, type View } from './area.ts';
import { coloursOf, countryNames, namedPoints, NEAR, styleOf, worldData } from './look.ts';
import { loadWorld } from './world.ts';

setWorkerUrl(workerUrl);

/** The furthest and the nearest that one can look; from the nearest a finger covers some thirty metres. */
export const ZOOM = { least: 0.6, most: 16 };

/** How all of an area is brought in sight. */
export const WHOLE = { padding: 64, maxZoom: 11 };

/** The edges of an area as the map takes them: one that crosses the 180th meridian goes on beyond it. */
export function edgesOf({ west, south, east, north }: Area): [number, number, number, number] {
  return [west, south, east < west ? east + 360 : east, north];
}

export interface DrawOptions {
  readonly container: HTMLElement;
  /** Where it begins: at a place, or with all of an area in sight. */
  readonly view: View | Area;
  /** What it shows, for who does not see it. */
  readonly label: string;
  /** False: a picture of a place, which moves only with it. */
  readonly moves: boolean;
}

/** A map of the world out of this page’s own files, with the names of towns from its own server. */
export function draw({ container, view, label, moves }: DrawOptions): Drawing {
  const map = new Drawing({
    container,
    style: styleOf(isDark()),
    ...('zoom' in view ? { center: [view.lon, view.lat], zoom: view.zoom } : { bounds: edgesOf(view), fitBoundsOptions: WHOLE }),
    minZoom: ZOOM.least,
    maxZoom: ZOOM.most,
    interactive: moves,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    boxZoom: false,
    fadeDuration: 0,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  // Where the world cannot be had photos stand on plain water; it is asked for again when somebody moves.
  let drawn = 0;
  let over = false;
  let loaded = false;
  const world = async (): Promise<void> => {
    const next = drawn + 1;
    if (over || next > (map.getZoom() >= NEAR.coasts ? 2 : 1)) return;
    const found = await loadWorld(next === 2 ? 'fine' : 'coarse');
    // Meanwhile it may have been taken away, or drawn by another look.
    if (over || drawn >= next) return;
    drawn = next;
    const { land, borders } = worldData(found);
    set(map, 'land', land);
    set(map, 'borders', borders);
    if (next === 1) set(map, 'countries', countryNames(found));
    await world();
  };
  const towns = async (): Promise<void> => {
    if (over || map.getZoom() < NEAR.towns) return;
    const told = await queries.fetchQuery(townsWithinQuery(inSteps(areaInSight(map))));
    if (!over) set(map, 'towns', namedPoints(told.map((town) => ({ name: townName(town), lat: town.lat, lon: town.lon }))));
  };
  const fill = (): void => {
    for (const part of [world(), towns()]) part.catch(() => undefined);
  };
  const paint = (): void => {
    for (const [layer, property, colour] of coloursOf(isDark())) map.setPaintProperty(layer, property as 'fill-color', colour);
  };
  void map.once('load', () => {
    loaded = true;
    paint();
    fill();
  });
  map.on('moveend', () => {
    if (loaded) fill();
  });
  const stopHearing = hearDark(() => {
    if (loaded) paint();
  });
  map.on('remove', () => {
    over = true;
    stopHearing();
  });
  return map;
}

function set(map: Drawing, source: string, data: unknown): void {
  void map.getSource<GeoJSONSource>(source)?.setData(data as Parameters<GeoJSONSource['setData']>[0]);
}

/** What can be seen; of more than one world beside another, all round the globe. */
export function areaInSight(map: Drawing): Area {
  const bounds = map.getBounds();
  const [west, east] = [bounds.getWest(), bounds.getEast()];
  const all = east - west >= 360;
  return {
    west: all ? -180 : wrapped(west),
    south: Math.max(-90, bounds.getSouth()),
    east: all ? 180 : wrapped(east),
    north: Math.min(90, bounds.getNorth()),
  };
}

function wrapped(lon: number): number {
  return lon - 360 * Math.round(lon / 360);
}

/** The page itself says in its style which it is. */
function isDark(): boolean {
  return getComputedStyle(document.documentElement).colorScheme === 'dark';
}

function hearDark(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}
