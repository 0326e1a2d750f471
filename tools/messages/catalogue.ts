import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counted } from '@rollcall/protocol';
import { collect, placesOf, type Bare } from './collect.ts';

type Texts = Record<string, string | Counted>;

/** Whose words people see on the page. */
const SOURCES = [
  'apps/web/src/**/*.{ts,tsx}',
  'apps/server/src/**/*.ts',
  // What a device tells of itself in words, and a page retells.
  'apps/agent/src/{actions,conditions,folder,receipts,work}/**/*.ts',
  'packages/{core,media,protocol,transfer}/src/**/*.ts',
  // What the page and the command say of an import; libraries of Apple Photos only the command reads.
  'packages/importers/src/{found,proof/*,run/*}.ts',
];
const NOT = /\.test\.tsx?$|\.contract\.ts$|\/testing\//;

export interface Sources {
  /** Each message with whether it is counted, and where it is said first. */
  readonly messages: ReadonlyMap<string, { readonly counted: boolean; readonly where: string }>;
  readonly bare: readonly (Bare & { readonly path: string })[];
}

/** All that the sources of the house say. Throws SyntaxError at what cannot be collected. */
export function sourcesOf(root: string): Sources {
  const messages = new Map<string, { counted: boolean; where: string }>();
  const bare: (Bare & { path: string })[] = [];
  for (const path of globSync(SOURCES, { cwd: root }).sort()) {
    if (NOT.test(path)) continue;
    const spoken = collect(path, readFileSync(join(root, path), 'utf8'));
    bare.push(...spoken.bare.map((each) => ({ ...each, path })));
    for (const { message, one, line } of spoken.told) {
      const before = messages.get(message);
      const counted = one !== null;
      if (before && before.counted !== counted)
        throw new SyntaxError(`${path}:${line}: “${message}” is counted here, and not at ${before.where}`);
      messages.set(message, before ?? { counted, where: `${path}:${line}` });
    }
  }
  return { messages, bare };
}

export interface Trouble {
  readonly message: string;
  readonly why: string;
}

/** What is wrong with the texts of one language; `forms` are the plural forms it has. */
export function check(messages: Sources['messages'], texts: Texts, forms: readonly string[]): Trouble[] {
  const troubles: Trouble[] = [];
  for (const [message, { counted, where }] of messages) {
    const told = texts[message];
    const trouble = (why: string): number => troubles.push({ message, why: `${why} (${where})` });
    if (told === undefined) trouble('has no text');
    else if (counted !== (typeof told === 'object')) trouble(counted ? 'is counted, and needs a text for each form' : 'is not counted');
    else if (typeof told === 'object' && forms.some((form) => !(form in told))) trouble(`needs the forms ${forms.join(', ')}`);
    else
      for (const text of typeof told === 'string' ? [told] : Object.values(told)) {
        // The text for one may do without its number.
        const places = placesOf(message).filter((place) => !(counted && place === '{count}'));
        const found = placesOf(text).filter((place) => !(counted && place === '{count}'));
        if (text.trim() === '' || places.join() !== found.join()) trouble(`has other places than its text: ${text}`);
      }
  }
  for (const message of Object.keys(texts)) if (!messages.has(message)) troubles.push({ message, why: 'is said nowhere' });
  return troubles;
}

const pathOf = (root: string, language: string): string => join(root, 'apps/web/src/language', `${language}.json`);

export function readTexts(root: string, language: string): Texts {
  const path = pathOf(root, language);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Texts) : {};
}

/** Written in the order of the messages, so that two who add to it rarely meet. */
export function writeTexts(root: string, language: string, texts: Texts): void {
  const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(pathOf(root, language), `${JSON.stringify(sorted, null, 2)}\n`);
}
