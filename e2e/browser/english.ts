import type { Page } from 'playwright-core';

/** What a language has for each message of the source, as `apps/web/src/language/de.json`. */
export type Catalogue = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Messages that are long enough to be known inside of another text; letters. */
const LONG = 24;
/** Fewer letters beside its places do not tell an English text from another. */
const TELLING = 5;

/** Words that no German text has. */
const ENGLISH_WORDS = /\b(the|of|are|your|and|with|this)\b/i;

/** What of the texts of a German page is English: a message for which the catalogue has other words, or with words that are no German. */
export function englishAmong(texts: readonly string[], catalogue: Catalogue): string[] {
  const plain = Object.keys(catalogue).filter((message) => !wordsOf(catalogue[message]).includes(message));
  const long = plain.filter((message) => message.length >= LONG && !message.includes('{'));
  const shapes = plain.filter((message) => message.includes('{') && lettersOf(message) >= TELLING).map(shapeOf);
  return texts.filter(
    (text) =>
      ENGLISH_WORDS.test(text) ||
      plain.includes(text) ||
      long.some((message) => text.includes(message)) ||
      shapes.some((shape) => shape.test(text)),
  );
}

const wordsOf = (told: Catalogue[string] = ''): readonly string[] => (typeof told === 'string' ? [told] : Object.values(told));
const lettersOf = (message: string): number => message.replace(/\{\w+\}|<\/?\w+>|[^\p{L}]/gu, '').length;

function shapeOf(message: string): RegExp {
  const words = message.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${words.join('.+')}$`, 'su');
}

/** All that a person reads or hears on the page as it is now, its title with it. */
export async function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = new Set([document.title.replace(/ · Rollcall$/, '')]);
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { parentElement: parent, textContent: text } = nodes.currentNode;
      if (parent && (parent.checkVisibility() || parent.closest('select'))) texts.add((text ?? '').trim());
    }
    for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'placeholder', 'title'])
      for (const element of document.body.querySelectorAll(`[${name}]`)) texts.add((element.getAttribute(name) ?? '').trim());
    texts.delete('');
    return [...texts];
  });
}
