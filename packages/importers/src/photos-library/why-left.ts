import type { Photo } from '../apple-photos/photo.ts';
import { judge, type Surroundings } from '../apple-photos/verdict.ts';
import { locate, type Where } from '../apple-photos/whereabouts.ts';
import type { LeftWhy } from '../found.ts';

/** Why a photo of a library does not come, or a part of it. */
export interface Reason {
  readonly why: LeftWhy;
  readonly more?: string;
}

/** Of a photo that is none of the library, or not whole; null: it is, and its files decide. */
export function whyApart({ scope, trashed, complete }: Photo): Reason | null {
  switch (scope) {
    case 'referenced':
      return { why: 'referenced' };
    case 'shared':
      return { why: 'shared' };
    case 'moment':
    case 'syndicated':
      return { why: 'passed-on' };
    case 'library':
      if (trashed === 2) return { why: 'incomplete', more: 'it was about to be deleted for good' };
      return complete === false ? { why: 'incomplete' } : null;
    default:
      return scope satisfies never;
  }
}

const WORDS: Partial<Record<Where, string>> = {
  'file-missing': 'iCloud has it',
  lost: 'iCloud does not have it either, as far as is known',
  unknown: 'whether iCloud has it is not known',
};

/** Where the original is, that does not lie here. */
export function whyNotHere(photo: Photo, around: Surroundings): Reason {
  const { where } = locate(photo, judge(photo, around));
  if (where === 'only-in-icloud') return { why: 'only-in-icloud' };
  const more = WORDS[where];
  return { why: 'original-missing', ...(more === undefined ? {} : { more }) };
}

/** A file of another length, where the database says that the original is not here, is a smaller version in its place. */
export function standsIn({ parts }: Photo): boolean {
  const original = parts.find(({ role }) => role === 'original');
  return original?.here === false && original.found != null && original.bytes > 0 && original.found !== original.bytes;
}
