import { LIMITS, type Asset, type PlaceName } from '@rollcall/protocol';
import { LANGUAGES } from '../language/languages.ts';
import { placeWords, townWords } from '../places/placeWords.ts';
import { fold } from './fold.ts';

type Place = NonNullable<Asset['place']>;
type AskNames = (places: readonly { readonly lat: number; readonly lon: number }[]) => Promise<readonly (PlaceName | null)[]>;

/** About a kilometre: photos so near to each other are asked about once. */
const CELLS = 100;

export interface PlaceIndex {
  /** What the place is called, folded, in every language; empty: it has no name, or was not asked about yet. */
  readonly textOf: (place: Pick<Place, 'lat' | 'lon'>) => string;
  /** The same as the server tells it; null: it has no name, or was not asked about yet. */
  readonly nameOf: (place: Pick<Place, 'lat' | 'lon'>) => PlaceName | null;
  /** How many names are known: what was made of them is still true while it is the same. */
  readonly size: () => number;
  /** Asks for the names of those that were not asked about; what could not be asked is asked the next time. @returns how many names came */
  readonly learn: (places: Iterable<Place>) => Promise<number>;
}

/** What places are called, asked of the server once for each square kilometre. */
export function createPlaceIndex(ask: AskNames): PlaceIndex {
  const known = new Map<number, { readonly name: PlaceName; readonly text: string } | null>();
  let running: Promise<number> = Promise.resolve(0);
  const learn = async (places: Iterable<Place>): Promise<number> => {
    const missing = new Map<number, { readonly lat: number; readonly lon: number }>();
    for (const { lat, lon } of places) {
      const cell = cellOf({ lat, lon });
      if (!known.has(cell)) missing.set(cell, { lat, lon });
    }
    const cells = [...missing];
    for (let start = 0; start < cells.length; start += LIMITS.placeNames) {
      const some = cells.slice(start, start + LIMITS.placeNames);
      const names = await ask(some.map(([, at]) => at));
      for (const [index, [cell]] of some.entries()) {
        const name = names[index];
        known.set(cell, name ? { name, text: textOf(name) } : null);
      }
    }
    return cells.length;
  };
  return {
    textOf: (place) => known.get(cellOf(place))?.text ?? '',
    nameOf: (place) => known.get(cellOf(place))?.name ?? null,
    size: () => known.size,
    learn: (places) => {
      const next = running.then(() => learn(places));
      // One after the other; what one could not ask, the next one does.
      running = next.catch(() => 0);
      return next;
    },
  };
}

/** A line for each language: a rule with a country in it finds the same in every browser. */
function textOf(name: PlaceName): string {
  const lines = [placeWords(name), ...Object.keys(LANGUAGES).map((language) => townWords(name, language))];
  return fold([...new Set(lines)].join('\n'));
}

/** The number of the square in which a place lies: all places in it have one name. */
export function cellOf({ lat, lon }: Pick<Place, 'lat' | 'lon'>): number {
  return Math.round(lat * CELLS) * 100_000 + Math.round(lon * CELLS);
}
