import { figures, message, say, sayMany } from '@rollcall/protocol';
import { filesWords } from './counted.ts';
import { leftByWhy, leftWords } from './left-words.ts';
import { proofLines } from './lines.ts';
import type { Proof } from './proof.ts';

/** What wrote a source, as a message. */
const ORIGINS = {
  'photos-library': message('a library of Photos'),
  'google-takeout': 'Google Takeout',
  'apple-export': message('Apple’s export'),
  'rollcall-export': message('an export of Rollcall'),
  folder: message('files'),
} as const;
/** Of a long list so many are named; JSON has all. */
const NAMED = 20;

export function originWords(origin: keyof typeof ORIGINS): string {
  return say(ORIGINS[origin]);
}

/** A proof for a terminal. */
export function proofWords(proof: Proof): string[] {
  const told = proof.sources.map(({ name, origin, files }) => `${name}: ${originWords(origin)}, ${filesWords(files)}`);
  told.push(...proofLines(proof).map(({ words }) => words));
  for (const { path, words } of proof.failed.slice(0, NAMED)) told.push(say('not imported: {path}: {why}', { path, why: words }));
  for (const [why, its] of leftByWhy(proof.left)) {
    told.push(leftWords(why, its.length));
    for (const { path, more } of its.slice(0, NAMED)) told.push(`  ${path}${more === undefined ? '' : ` (${more})`}`);
    if (its.length > NAMED) told.push(`  and ${figures(its.length - NAMED)} more: --json names all`);
  }
  if (proof.withoutData.length > 0)
    told.push(
      sayMany(
        proof.withoutData.length,
        '{count} photo or film about which nothing is told beside it',
        '{count} photos and films about which nothing is told beside them',
      ),
    );
  return told;
}
