import { decimal, figures, say, sayAgain, spokenMessages, type Counted, type Language } from './language.ts';

/** A message with places, as it is found again in what was said of it. */
interface Pattern {
  readonly message: string;
  readonly said: RegExp;
  readonly places: readonly string[];
  /** Its longest part without places: what lacks it was not said by it. */
  readonly heart: string;
  /** Letters that are always there. */
  readonly letters: number;
  /** The same with all signs: the more, the surer. */
  readonly fixed: number;
}

/** Fewer letters than this may stand in any sentence: only amounts and moments fill such a message. */
const SURE = 12;
const SIZE = /^(\d+(?:\.\d+)?) ([kMGTP]B)$/;
const FIGURES = /^\d{1,3}(?:,\d{3})*$|^\d+$/;
/** Written alike in every language. */
const VERSION = /^\d+(?:\.\d+)+$/;
const SPAN = /^\d+ (?:s|min|h|days|bytes?)$/;
/** A day, and what of it, as `momentWords` tells them. */
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d:\d\d) (UTC\S*))?$/;

let patterns: readonly Pattern[] = [];
let madeFor: Language['messages'] | null = null;

/**
 * What another program said in English, in the language that is spoken: servers and devices speak English. A sentence is found by its message,
 * with what fills it; several, one by one. What is not found stays as it is.
 */
export function retell(words: string): string {
  if (Object.keys(spokenMessages()).length === 0) return words;
  return (
    told(words) ??
    words
      .split(/(?<=[.!?:;]) (?=\p{Lu})/u)
      .map((sentence) => told(sentence) ?? sentence)
      .join(' ')
  );
}

function told(words: string): string | null {
  const messages = spokenMessages();
  if (typeof messages[words] === 'string') return messages[words];
  if (madeFor !== messages) [patterns, madeFor] = [patternsOf(messages), messages];
  for (const pattern of patterns) {
    const values = valuesOf(pattern, words);
    if (values !== null) return sayAgain(pattern.message, values);
  }
  return null;
}

function valuesOf({ said, places, letters, heart }: Pattern, words: string): Record<string, string | number> | null {
  const found = words.includes(heart) ? said.exec(words) : null;
  if (found === null) return null;
  const values: Record<string, string | number> = {};
  for (const place of places) {
    const value = found.groups?.[place] ?? '';
    const amount = amountTold(value);
    if (letters < SURE && amount === null) return null;
    if (place === 'count' && !FIGURES.test(value)) return null;
    values[place] = place === 'count' ? Number(value.replaceAll(',', '')) : (amount ?? value);
  }
  return values;
}

/** What was made of a message itself; null: it is none of these. A name may look like a message, and is told as it is. */
function amountTold(value: string): string | null {
  if (FIGURES.test(value)) return value.includes(',') ? figures(Number(value.replaceAll(',', ''))) : value;
  if (VERSION.test(value)) return value;
  if (SPAN.test(value)) return told(value) ?? value;
  const [, size, unit] = SIZE.exec(value) ?? [];
  if (size && unit) return `${decimal(Number(size))} ${unit}`;
  const [, year, month, day, clock, zone] = MOMENT.exec(value) ?? [];
  if (!year || !month || !day) return null;
  const date = say('{year}-{month}-{day}', { year, month, day });
  return clock && zone ? say('{day} {clock} {zone}', { day: date, clock, zone }) : date;
}

/** The surest first. */
function patternsOf(messages: Readonly<Record<string, string | Counted>>): Pattern[] {
  return Object.keys(messages)
    .filter((message) => /\{\w+\}/.test(message) && !/<\w+>/.test(message))
    .map(patternOf)
    .filter(({ letters }) => letters > 0)
    .sort((a, b) => b.fixed - a.fixed);
}

function patternOf(message: string): Pattern {
  const places: string[] = [];
  let [letters, fixed, heart] = [0, 0, ''];
  const parts = message.split(/(\{\w+\})/).map((part) => {
    const place = /^\{(\w+)\}$/.exec(part)?.[1];
    if (place === undefined) {
      letters += part.match(/\p{L}/gu)?.length ?? 0;
      fixed += part.length;
      if (part.length > heart.length) heart = part;
      return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    }
    if (places.includes(place)) return `\\k<${place}>`;
    places.push(place);
    return `(?<${place}>.+?)`;
  });
  return { message, places, heart, letters, fixed, said: new RegExp(`^${parts.join('')}$`, 'su') };
}
