import { say } from '@rollcall/protocol';
import type { LanguageCode } from '../language/languages.ts';

/** What a word can be looked for in, when it is named before it: `place:Rome`. */
export const FIELDS = ['taken', 'place', 'person', 'camera', 'keyword', 'album', 'file', 'caption', 'kind'] as const;
export type Field = (typeof FIELDS)[number];

/** Other names for them, in every language. */
const ALSO: Readonly<Record<LanguageCode, Readonly<Record<string, Field>>>> = {
  en: {
    date: 'taken',
    when: 'taken',
    in: 'place',
    people: 'person',
    who: 'person',
    lens: 'camera',
    tag: 'keyword',
    keywords: 'keyword',
    name: 'file',
    title: 'caption',
    is: 'kind',
  },
  de: {
    aufgenommen: 'taken',
    datum: 'taken',
    wann: 'taken',
    ort: 'place',
    personen: 'person',
    wer: 'person',
    kamera: 'camera',
    objektiv: 'camera',
    schlagwort: 'keyword',
    schlagworte: 'keyword',
    datei: 'file',
    dateiname: 'file',
    titel: 'caption',
    bildunterschrift: 'caption',
    art: 'kind',
    ist: 'kind',
  },
};
const named = new Map<string, Field>([
  ...FIELDS.map((each) => [each, each] as const),
  ...Object.values(ALSO).flatMap((names) => Object.entries(names)),
]);

/** The field that is called so; undefined: none is. @param name folded */
export function fieldNamed(name: string): Field | undefined {
  return named.get(name);
}

/** What a field is called where a person reads it. */
export const FIELD_WORDS: Readonly<Record<Field, string>> = {
  taken: say('Taken'),
  place: say('Place'),
  person: say('Person'),
  camera: say('Camera'),
  keyword: say('Keyword'),
  album: say('Album'),
  file: say('File name'),
  caption: say('Title or caption'),
  kind: say('Kind'),
};
