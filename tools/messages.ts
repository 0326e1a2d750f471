import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ROOT } from './house.ts';
import { check, readTexts, sourcesOf, writeTexts } from './messages/catalogue.ts';

/**
 * The catalogue of what the page says.
 *
 *   npm run messages                            what German has no text for, and what is said past the catalogue
 *   npm run messages -- --missing               the same as JSON, to be filled in: { message: "" } or { message: { one: "", other: "" } }
 *   npm run messages -- --take FILE.json        texts are taken into the catalogue
 *   npm run messages -- --prune                 texts that are said nowhere any more leave it
 */
const { values } = parseArgs({
  options: {
    language: { type: 'string', default: 'de' },
    missing: { type: 'boolean', default: false },
    take: { type: 'string' },
    prune: { type: 'boolean', default: false },
  },
});
const { language } = values;
const { messages, bare } = sourcesOf(ROOT);
const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
const texts = {
  ...readTexts(ROOT, language),
  ...(values.take === undefined ? {} : (JSON.parse(readFileSync(values.take, 'utf8')) as object)),
};
if (values.prune) for (const message of Object.keys(texts)) if (!messages.has(message)) delete texts[message];
if (values.take !== undefined || values.prune) writeTexts(ROOT, language, texts);

const troubles = check(messages, texts, forms);
if (values.missing) {
  const blank = troubles
    .filter(({ message }) => messages.has(message))
    .map(({ message }) => [message, messages.get(message)?.counted ? Object.fromEntries(forms.map((form) => [form, ''])) : '']);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(blank), null, 2)}\n`);
} else {
  for (const { path, line, text } of bare) process.stdout.write(`${path}:${line}  ${text}\n`);
  for (const { message, why } of troubles) process.stdout.write(`“${message}” ${why}\n`);
  process.stdout.write(
    `${messages.size} messages, ${troubles.length} to be seen to in ${language}, ${bare.length} texts past the catalogue.\n`,
  );
}
