import { COLLECTIONS, type Collection } from '../library/collections.ts';
import { readDate, type When } from './dates.ts';
import { fieldNamed, type Field } from './fields.ts';
import { fold } from './fold.ts';
import { kindNamed } from './kinds.ts';

/** One thing that every photo that is found is, or has. */
export type Term = (
  | /** `text`: a month or weekday that is also a name (`June`), and may be meant as such; folded. */
    { readonly is: 'when'; readonly typed: string; readonly when: When; readonly text: string | null }
  | { readonly is: 'kind'; readonly typed: string; readonly collection: Collection }
  /** Letters somewhere in what is known of it, or in one field of that; folded. */
  | { readonly is: 'text'; readonly typed: string; readonly text: string; readonly field?: Field }
) & {
  /** What no photo that is found is, or has. */
  readonly not?: true;
};

/** How many words are read, how many of them are one date, and how long a search may be. */
export const MOST = { words: 24, date: 6, letters: 300 };

/**
 * What a person looks for, word by word: dates and kinds where words are such, otherwise letters that are somewhere in what is known
 * of a photo. The words of every language are read, whichever is spoken: a rule finds the same in every browser. Words in quotation marks belong together, and are letters. What is named before a word says where it has to be
 * (`place:Rome`, `person:"Ann Lee"`); a minus before it, that it must not be so.
 * @param today days since 1970
 */
export function readQuery(typed: string, today: number): readonly Term[] {
  const terms: Term[] = [];
  let words = wordsOf(typed.slice(0, MOST.letters)).slice(0, MOST.words);
  while (words.length > 0) {
    const [first] = words as [Word, ...Word[]];
    const read = first.field !== undefined ? readField(first, first.field, today) : first.quoted ? null : readPlain(words, today);
    const count = read?.count ?? 1;
    const not = first.not ? ({ not: true } as const) : {};
    if (read) terms.push({ ...read.term, ...not });
    else if (first.text !== '') terms.push({ is: 'text', typed: first.typed, text: first.text, ...not });
    words = words.slice(count);
  }
  return terms;
}

interface Word {
  readonly typed: string;
  readonly text: string;
  readonly quoted: boolean;
  readonly field?: Field;
  /** There is a minus before it. */
  readonly not: boolean;
}

function wordsOf(typed: string): readonly Word[] {
  return [...typed.matchAll(/(-?)(?:([a-z]+):)?"([^"]*)"?|[^\s"]+/gi)].map(([whole, minus = '', name = '', quoted]) => {
    if (quoted !== undefined) {
      const field = fieldNamed(fold(name));
      const inside = field === undefined && name !== '' ? `${name}:${quoted}` : quoted;
      return wordOf(inside, { quoted: true, not: minus !== '', ...(field === undefined ? {} : { field }) });
    }
    const [, before = '', called = '', rest = ''] = /^(-?)(?:([a-z]+):)?(.+)$/i.exec(whole) ?? [];
    const field = fieldNamed(fold(called));
    // A minus in front of a digit belongs to a number, such as that of a file.
    const not = before !== '' && /^\p{L}/u.test(called + rest);
    if (field !== undefined) return wordOf(rest, { quoted: false, not, field });
    return wordOf(not ? whole.slice(1) : whole, { quoted: false, not });
  });
}

function wordOf(inside: string, how: Pick<Word, 'quoted' | 'not' | 'field'>): Word {
  const text = inside.trim();
  return { typed: text, text: fold(text), ...how };
}

interface Read {
  readonly term: Term;
  /** How many words it is. */
  readonly count: number;
}

/** A kind or a date in words that have no field; one with a minus is a kind or a date by itself. */
function readPlain(words: readonly Word[], today: number): Read | null {
  const end = words.findIndex(({ field, not }, index) => field !== undefined || (index > 0 && not));
  const some = words[0]?.not === true ? words.slice(0, 1) : end < 0 ? words : words.slice(0, end);
  return readKind(some) ?? readWhen(some, today);
}

/** What is looked for in one field. A date or a kind that is none is looked for as letters, in all that is known. */
function readField({ typed, text }: Word, field: Field, today: number): Read | null {
  if (text === '') return null;
  const parts = text.split(/\s+/).map((each) => ({ typed: each, text: each, quoted: false, not: false }));
  const read = field === 'kind' ? readKind(parts) : field === 'taken' ? readWhen(parts, today) : null;
  if (read?.count === parts.length) return { term: { ...read.term, typed }, count: 1 };
  if (field === 'kind' || field === 'taken') return null;
  return { term: { is: 'text', typed, text, field }, count: 1 };
}

function readKind(words: readonly Word[]): Read | null {
  for (const count of [2, 1]) {
    const some = words.slice(0, count);
    if (some.length < count || some.some(({ quoted }) => quoted)) continue;
    const kind = kindNamed(some.map(({ text }) => text).join(' '));
    const collection = COLLECTIONS.find(({ name }) => name === kind);
    if (collection) return { term: { is: 'kind', typed: some.map((word) => word.typed).join(' '), collection }, count };
  }
  return null;
}

function readWhen(words: readonly Word[], today: number): Read | null {
  const plain = words.slice(0, MOST.date).map(({ text, quoted }) => (quoted ? '' : text));
  const read = readDate(plain, today);
  if (!read) return null;
  const some = words.slice(0, read.words);
  const [first = ''] = plain;
  const name = read.words === 1 && /^[a-z]+,?$/.test(first) ? first.replace(/,$/, '') : null;
  return { term: { is: 'when', typed: some.map(({ typed }) => typed).join(' '), when: read.when, text: name }, count: read.words };
}

/** Whether photos of which these terms are true can only be among those of which the ones before are: somebody has typed on. */
export function narrows(terms: readonly Term[], before: readonly Term[]): boolean {
  return before.every((old) => terms.some((term) => implies(term, old)));
}

function implies(term: Term, old: Term): boolean {
  if (term.not !== old.not) return false;
  if (term.is === 'text' && old.is === 'text')
    return term.field === old.field && (term.not ? term.text === old.text : term.text.includes(old.text));
  if (term.is === 'kind' && old.is === 'kind') return term.collection === old.collection;
  return term.is === 'when' && old.is === 'when' && term.text === old.text && JSON.stringify(term.when) === JSON.stringify(old.when);
}
