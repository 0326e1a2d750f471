import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLicence } from './contents.ts';

/** Something of others in the package, and where its words of licence are. */
export interface Credit {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Where its words are read; absent: `words` says where they lie in the package. */
  readonly folder?: string;
  readonly words?: string;
  /** As `in program/`. */
  readonly where: string;
}

const HEAD = `Rollcall is under the Apache License 2.0 (see LICENSE). What comes along with it is the work of others, under the licences below.

The towns that places are named by are those of GeoNames (https://www.geonames.org/), under CC BY 4.0.
The coasts and borders of the map are those of Natural Earth (https://www.naturalearthdata.com/), in the public domain.
What is under the LGPL (libheif-js, libvips) lies in files of its own under node_modules, and can be exchanged there for a version of yours.
`;

/** Who made what comes along, and under which words; each text once. */
export function noticeOf(credits: readonly Credit[]): string {
  const texts = new Map<string, string[]>();
  const list: string[] = [];
  for (const credit of [...credits].sort((a, b) => (named(a) < named(b) ? -1 : 1))) {
    const found = credit.folder === undefined ? [] : wordsIn(credit.folder);
    const lacking = found.length === 0 ? `  (${credit.words === undefined ? 'brings no text of its licence' : `see ${credit.words}`})` : '';
    list.push(`${named(credit)}  ${credit.license}  ${credit.where}${lacking}`);
    for (const text of found) texts.set(text, [...(texts.get(text) ?? []), named(credit)]);
  }
  const rule = '-'.repeat(80);
  const parts = [...texts].map(([text, names]) => `${rule}\n${names.join(', ')}\n${rule}\n\n${text}\n`);
  return `${HEAD}\n${list.join('\n')}\n\n${parts.join('\n')}`;
}

const named = ({ name, version }: Credit): string => `${name} ${version}`;

function wordsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile());
  const own = files.filter(({ name }) => isLicence(name));
  // Some tell it in their readme alone, such as what libvips was put together from.
  const told = own.length > 0 ? own : files.filter(({ name }) => /^readme(?:\.|$)/i.test(name));
  return told
    .map(({ name }) => readFileSync(join(folder, name), 'utf8').trim())
    .filter((text) => own.length > 0 || /licen[cs]/i.test(text));
}
