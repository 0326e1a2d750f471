import type { LanguageCode } from '../language/languages.ts';
import { fold } from './fold.ts';

export interface UnsafeAsked<D> {
  /** The devices whose photos are asked for; null: what was typed does not ask for them. */
  readonly on: readonly D[] | null;
  /** What was typed beside it. */
  readonly rest: string;
}

/** Words for it in every language, and for one device alone. Folded; of those that begin alike, the longest first. */
const UNSAFE: Readonly<Record<LanguageCode, { readonly all: readonly string[]; readonly one: readonly string[] }>> = {
  en: { all: ['not safe yet', 'not safe', 'unsafe'], one: ['only on {device}', 'on {device} only'] },
  de: { all: ['noch nicht sicher', 'nicht sicher', 'unsicher'], one: ['nur auf {device}', 'nur auf dem {device}', 'nur auf der {device}'] },
};
const WORDS = Object.values(UNSAFE);

/**
 * Whether somebody looks for photos that are not in the cloud yet: `not safe yet`, `unsafe`, `only on Laptop`, `on Laptop only`, in any language. They are in no
 * library, so the lists of their devices have them.
 */
export function readUnsafe<D extends { readonly name: string }>(typed: string, devices: readonly D[]): UnsafeAsked<D> {
  const words = typed.trim().split(/\s+/);
  const text = words.map(fold);
  /** What is left without a phrase; null: it is not there. */
  const without = (phrase: string): string | null => {
    const count = phrase.split(' ').length;
    const at = text.findIndex((_, index) => text.slice(index, index + count).join(' ') === phrase);
    return at < 0 ? null : [...words.slice(0, at), ...words.slice(at + count)].join(' ');
  };
  for (const phrase of WORDS.flatMap(({ all }) => all)) {
    const rest = without(phrase);
    if (rest !== null) return { on: devices, rest };
  }
  for (const device of devices) {
    const name = fold(device.name).trim().replace(/\s+/g, ' ');
    for (const phrase of WORDS.flatMap(({ one }) => one)) {
      const rest = without(phrase.replace('{device}', () => name));
      if (rest !== null) return { on: [device], rest };
    }
  }
  return { on: null, rest: typed };
}
