/** One text for each kind of number that a language tells apart (CLDR plural categories). `other` is always there. */
export type Counted = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** What is said, in one language: for each message of the source, which is English, that message in it. */
export interface Language {
  /** BCP 47, as `de-DE`. */
  readonly tag: string;
  readonly messages: Readonly<Record<string, string | Counted>>;
  /**
   * What a device says of itself, in this language, and what is said of it elsewhere, with `NAME` for its name: in English, *this device* and
   * *here* are its name.
   */
  readonly elsewhere?: readonly (readonly [own: RegExp, others: string])[];
}

export type Value = string | number;
type Names<M extends string> = M extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
/** What stands in the braces of a message. Numbers are written as the language writes them; what is no quantity is a text. */
export type Values<M extends string, Known extends string = never> = string extends M
  ? [values?: Readonly<Record<string, Value>>]
  : [Exclude<Names<M>, Known>] extends [never]
    ? []
    : [values: Readonly<Record<Exclude<Names<M>, Known>, Value>>];

const ENGLISH: Language = { tag: 'en-GB', messages: {} };

/** Made when they are first asked for: to find out what a language does takes a twelfth of all that the start of a command takes. */
interface Grammar {
  numbers?: Numbers;
  plurals?: Intl.PluralRules;
}

let spoken = ENGLISH;
let grammar: Grammar = {};

/** From now on this program speaks that language; what it has no words for stays English. A program speaks one language at a time. */
export function speak(language: Language): void {
  spoken = language;
  grammar = {};
}

/** BCP 47: how dates and numbers are written. */
export function spokenTag(): string {
  return spoken.tag;
}

/** Empty: it is English, in which all is said by the messages themselves. */
export function spokenMessages(): Language['messages'] {
  return spoken.messages;
}

/** How what a device says of itself is said of it elsewhere; null: as in English. */
export function spokenElsewhere(): NonNullable<Language['elsewhere']> | null {
  return spoken.elsewhere ?? null;
}

/** How numbers are written. What is small is written often, and needs no formatter where digits are those of English, nor does English. */
interface Numbers {
  readonly format: Intl.NumberFormat;
  readonly digits: boolean;
  readonly mark: string;
}

function numbers(): Numbers {
  return (grammar.numbers ??= numbersOf(spoken.tag));
}

function plurals(): Intl.PluralRules {
  return (grammar.plurals ??= new Intl.PluralRules(spoken.tag));
}

function numbersOf(tag: string): Numbers {
  const format = new Intl.NumberFormat(tag);
  return { format, digits: format.format(123) === '123', mark: format.format(0.5).charAt(1) };
}

/** `1.5`, with the mark that the language writes, and all digits together. */
export function decimal(value: number): string {
  return spoken === ENGLISH ? String(value) : String(value).replace('.', numbers().mark);
}

/** `12,431`, as the language writes it. */
export function figures(value: number): string {
  const small = value >= 0 && value < 1000 && Number.isInteger(value);
  return small && (spoken === ENGLISH || numbers().digits) ? String(value) : numbers().format.format(value);
}

/** A message in the language that is spoken: `say('{name} was removed.', { name })`. The message is its own name in the catalogue. */
export function say<const M extends string>(message: M, ...[values]: Values<M>): string {
  const told = spoken.messages[message];
  const text = typeof told === 'string' ? told : message;
  return values === undefined ? text : fill(text, values);
}

/**
 * A message about so many: `sayMany(n, '{count} photo', '{count} photos')`. The second form is its name in the catalogue, which has one text
 * for each plural form of its language.
 */
export function sayMany<const M extends string>(count: number, one: string, many: M, ...[values]: Values<M, 'count'>): string {
  const told = spoken.messages[many];
  const form = typeof told === 'object' ? (told[plurals().select(count)] ?? told.other) : count === 1 ? one : many;
  return fill(form, { ...values, count });
}

/** A message that is known by its text alone, counted or not. */
export function sayAgain(text: string, values: Readonly<Record<string, Value>>): string {
  return typeof values['count'] === 'number' && typeof spoken.messages[text] === 'object'
    ? sayMany(values['count'], text, text, values)
    : say(text, values);
}

/** Marks a message that is said later, as in a table that is made before it is known which language is spoken: `say(message)`. */
export function message<const M extends string>(text: M): M {
  return text;
}

/** Messages that were said, cut where their places are. There are as many as the sources have. */
const cut = new Map<string, readonly string[]>();

/** A text with its values in its braces; what has no value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, Value>>): string {
  // Between two texts stands the name of a place.
  let parts = cut.get(text);
  if (parts === undefined) cut.set(text, (parts = text.split(/\{(\w+)\}/)));
  let filled = '';
  for (const [at, part] of parts.entries()) {
    const value = at % 2 === 0 ? part : (values[part] ?? `{${part}}`);
    filled += typeof value === 'number' ? figures(value) : value;
  }
  return filled;
}
