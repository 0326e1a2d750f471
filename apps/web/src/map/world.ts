import coarse from 'world-atlas/countries-50m.json?url';
import fine from 'world-atlas/countries-10m.json?url';
import { readTopology, type Topology, type World } from './topology.ts';

/** `coarse` for the globe and for countries, `fine` for coasts from near by: five times as much. */
const FILES = { coarse, fine };
const kept = new Map<keyof typeof FILES, Promise<World>>();

/** The world from this page’s own server, once. Rejects while it cannot be had, and is asked for again the next time. */
export function loadWorld(detail: keyof typeof FILES): Promise<World> {
  const known = kept.get(detail);
  if (known) return known;
  const asked = fetchWorld(FILES[detail]);
  kept.set(detail, asked);
  asked.catch(() => kept.delete(detail));
  return asked;
}

async function fetchWorld(url: string): Promise<World> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the world: ${response.status}`);
  return readTopology((await response.json()) as Topology);
}
