import { say, spokenTag, type PlaceName } from '@rollcall/protocol';
import { nameIn } from './exonyms.ts';

/** From here on a place is near its town, not in it. Metres. */
const NEAR = 5_000;

/** Such as `Vienna, Austria`, or `Near Suva, Central, Fiji`. */
export function placeWords(name: PlaceName): string {
  return name.distance < NEAR ? townWords(name) : say('Near {town}', { town: townWords(name) });
}

/** A town by its name, region and country, each once: `Suva, Central, Fiji`. @param language as `de`; without one, the one that is spoken */
export function townWords({ town, region, country }: Pick<PlaceName, 'town' | 'region' | 'country'>, language = spoken()): string {
  const own = (name: string | null): string | null => name && nameIn(name, country, language);
  return [own(town), own(region), countryName(country, language)]
    .filter((part, at, all) => part !== null && part !== '' && all.indexOf(part) === at)
    .join(', ');
}

/** A town by its name alone. */
export function townName({ town, country }: Pick<PlaceName, 'town' | 'country'>): string {
  return nameIn(town, country, spoken());
}

/** What is typed into the search to find all photos of a town, also those that were taken near it. */
export function townSearch(town: string): string {
  return `"${town.replaceAll('"', ' ')}"`;
}

/** Without its country: the names of countries are the same all over a language. */
function spoken(): string {
  return spokenTag().split('-', 1)[0] ?? 'en';
}

const names = new Map<string, Intl.DisplayNames>();

/** As the browser knows it; one that it does not know, as it stands. @param code ISO 3166-1, of letters or of digits */
function countryName(code: string, language: string): string {
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'region' });
  names.set(language, known);
  try {
    return known.of(/^\d/.test(code) ? (new Intl.Locale(`und-${code}`).region ?? code) : code) ?? code;
  } catch {
    return code;
  }
}

/** A country on the map, whose file has English names, and codes of three digits where there are such. */
export function mapName(english: string, code: string | undefined): string {
  const language = spoken();
  if (language === 'en' || code === undefined) return english;
  const name = countryName(code, language);
  return name === code ? english : name;
}
