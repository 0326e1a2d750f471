import { z } from 'zod';
import { Place, Town } from '../entities.ts';
import { LIMITS } from '../limits.ts';
import type { Route } from './route.ts';

const { lat, lon } = Place.shape;
const degrees = (shape: typeof lat) => z.coerce.number().pipe(shape);

/** Towns, for a map: what lies in sight, and where a town lies. */
export const TOWN_ROUTES = {
  townsNamed: {
    method: 'GET',
    path: '/api/v1/towns',
    auth: 'account',
    summary: 'Towns whose names begin so, or hold it; the nearest first where a place is given',
    query: z.object({ name: z.string().trim().min(1).max(LIMITS.townName), lat: degrees(lat).optional(), lon: degrees(lon).optional() }),
    response: z.object({ towns: z.array(Town).max(LIMITS.townsNamed) }),
  },
  townsWithin: {
    method: 'GET',
    path: '/api/v1/towns/within',
    auth: 'account',
    summary: 'Towns of an area, spread over it; across the 180th meridian where its west is greater than its east',
    query: z.object({ west: degrees(lon), south: degrees(lat), east: degrees(lon), north: degrees(lat) }),
    response: z.object({ towns: z.array(Town).max(LIMITS.townsWithin) }),
  },
} as const satisfies Record<string, Route>;
