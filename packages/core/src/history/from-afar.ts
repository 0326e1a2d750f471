import { spokenElsewhere, tellReason, type Evidence, type Reason, type ToldReason } from '@rollcall/protocol';

/** What a device says of itself, and what is said of it elsewhere. `NAME` stands for its name. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/\bbetween here and\b/g, 'between NAME and'],
  [/, here or on the way\b/g, ', at NAME or on the way'],
  [/\b[Tt]his device\b/g, 'NAME'],
  [/\bThis (disk|network)\b/g, 'The $1 of NAME'],
  [/\bthis (disk|network)\b/g, 'the $1 of NAME'],
  [/\bThis (version|folder|state folder)\b/g, 'The $1 on NAME'],
  [/\bthis (version|folder|state folder)\b/g, 'the $1 on NAME'],
  [/\bthis link\b/g, 'its link'],
  [/^here\b/g, 'on NAME'],
  [/ here\b/g, ' on NAME'],
  [/\bAs (a command|commands):/g, 'As $1 on NAME:'],
];

/**
 * The words of a device, as they are said of it elsewhere: there *this device* is another one, and *here* another place.
 * @param evidence what the words rest on: names and errors in it are told as they are
 */
export function fromAfar(words: string, name: string, evidence: Evidence = {}): string {
  const told = Object.values(evidence).filter((value) => typeof value === 'string' && value !== '');
  if (told.length === 0) return said(words, name);
  const values = told.map((value) => String(value).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words
    .split(new RegExp(`(${values.sort((a, b) => b.length - a.length).join('|')})`))
    .map((part, at) => (at % 2 === 0 ? said(part, name) : part))
    .join('');
}

function said(words: string, name: string): string {
  return (spokenElsewhere() ?? ENGLISH).reduce((text, [own, others]) => text.replace(own, others), words).replaceAll('NAME', () => name);
}

/** A reason that a device has, as it is told on another one or on a page. */
export function tellFromAfar(reason: Reason, name: string): ToldReason {
  const told = tellReason(reason);
  const of = (words: string): string => fromAfar(words, name, reason.evidence);
  return { ...told, words: of(told.words), cure: of(told.cure), ends: { ...told.ends, words: of(told.ends.words) } };
}
