import type { StyleSpecification } from 'maplibre-gl';
import { mapName } from '../places/placeWords.ts';
import type { World } from './topology.ts';

/** From here on towns have their names, and coasts are drawn finely. */
export const NEAR = { towns: 6, coasts: 7 };

const NOTHING = { type: 'FeatureCollection', features: [] } as const;
const FONT = ['sans-serif'];

interface Palette {
  readonly water: string;
  readonly land: string;
  readonly border: string;
  readonly name: string;
}
const LIGHT: Palette = { water: '#d3e2ea', land: '#f7f4ee', border: '#cbc4b6', name: '#6a665d' };
const DARK: Palette = { water: '#152127', land: '#2b2f31', border: '#4a5154', name: '#a8aaa7' };

const paletteOf = (dark: boolean): Palette => (dark ? DARK : LIGHT);

/** A map of the world without photos, to be filled by `worldData`. */
export function styleOf(dark: boolean): StyleSpecification {
  const { water, land, border, name } = paletteOf(dark);
  const names = { 'text-color': name, 'text-halo-color': land, 'text-halo-width': 1.4 };
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: NOTHING, maxzoom: 12 },
      borders: { type: 'geojson', data: NOTHING, maxzoom: 12 },
      countries: { type: 'geojson', data: NOTHING },
      towns: { type: 'geojson', data: NOTHING },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': water } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': land, 'fill-outline-color': border } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': border, 'line-width': 1 } },
      {
        id: 'countries',
        type: 'symbol',
        source: 'countries',
        maxzoom: NEAR.towns + 0.5,
        // Only where there is room for a name.
        filter: ['>=', ['*', ['get', 'size'], ['^', 4, ['zoom']]], 1_500],
        layout: {
          'text-field': ['get', 'name'],
          'text-font': FONT,
          'text-size': 13,
          'text-max-width': 7,
          'text-letter-spacing': 0.04,
          'symbol-sort-key': ['-', 0, ['get', 'size']],
        },
        paint: names,
      },
      {
        id: 'towns-dots',
        type: 'circle',
        source: 'towns',
        minzoom: NEAR.towns,
        paint: { 'circle-radius': 2, 'circle-color': name },
      },
      {
        id: 'towns',
        type: 'symbol',
        source: 'towns',
        minzoom: NEAR.towns,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': FONT,
          'text-size': 12,
          'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
          'text-radial-offset': 0.45,
        },
        paint: names,
      },
    ],
  };
}

/** What is painted in other colours in the dark: layer, property, colour. */
export function coloursOf(dark: boolean): readonly (readonly [layer: string, property: string, colour: string])[] {
  const { water, land, border, name } = paletteOf(dark);
  return [
    ['water', 'background-color', water],
    ['land', 'fill-color', land],
    ['land', 'fill-outline-color', border],
    ['borders', 'line-color', border],
    ['countries', 'text-color', name],
    ['countries', 'text-halo-color', land],
    ['towns-dots', 'circle-color', name],
    ['towns', 'text-color', name],
    ['towns', 'text-halo-color', land],
  ];
}

/** A world as the sources of the map take it. */
export function worldData({ land, borders }: World) {
  return {
    land: feature({ type: 'MultiPolygon', coordinates: land }),
    borders: feature({ type: 'MultiLineString', coordinates: borders }),
  };
}

/** The names of countries, as the map takes them. */
export function countryNames({ countries }: World) {
  return {
    type: 'FeatureCollection',
    features: countries().map(({ name, code, at, size }) => ({
      ...feature({ type: 'Point', coordinates: at }),
      properties: { name: mapName(name, code), size },
    })),
  };
}

/** Named points, as the map takes them. */
export function namedPoints(points: readonly { readonly name: string; readonly lat: number; readonly lon: number }[]) {
  return {
    type: 'FeatureCollection',
    features: points.map(({ name, lat, lon }) => ({ ...feature({ type: 'Point', coordinates: [lon, lat] }), properties: { name } })),
  };
}

function feature<G>(geometry: G) {
  return { type: 'Feature', geometry, properties: {} };
}
