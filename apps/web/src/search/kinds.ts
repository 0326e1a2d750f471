import type { LanguageCode } from '../language/languages.ts';
import { fold } from './fold.ts';

/** What people call the kinds of photos, by the names of their collections, in every language. The first of English stands in rules. */
const WORDS: Readonly<Record<LanguageCode, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    favourites: ['Favourites', 'favourite', 'favorites', 'favorite'],
    videos: ['Videos', 'video', 'film', 'films', 'movie', 'movies'],
    'live-photos': ['Live Photos', 'live photo', 'live'],
    screenshots: ['Screenshots', 'screenshot'],
    bursts: ['Bursts', 'burst'],
    panoramas: ['Panoramas', 'panorama'],
    raw: ['RAW', 'raw photos'],
  },
  de: {
    favourites: ['Favoriten', 'Favorit', 'Lieblingsfotos', 'Lieblingsfoto'],
    videos: ['Filme'],
    'live-photos': ['Live Fotos', 'Live Foto', 'Livefotos', 'Livefoto'],
    screenshots: ['Bildschirmfotos', 'Bildschirmfoto'],
    bursts: ['Serien', 'Serie', 'Serienbilder', 'Serienfotos'],
    panoramas: ['Panoramen', 'Panoramafotos', 'Panoramafoto'],
    raw: ['RAW Fotos', 'RAW-Fotos'],
  },
};

const named = new Map(
  Object.values(WORDS).flatMap((words) => Object.entries(words).flatMap(([name, all]) => all.map((word) => [fold(word), name] as const))),
);

/** The name of the collection that is called so in any language; undefined: none is. @param words folded */
export function kindNamed(words: string): string | undefined {
  return named.get(words);
}

/** How a kind is written into a rule, which every version and language reads. */
export function writtenKind(name: string): string {
  return WORDS.en[name]?.[0] ?? name;
}
