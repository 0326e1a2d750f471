import type { Photo } from '../apple-photos/photo.ts';
import { judge, type Surroundings } from '../apple-photos/verdict.ts';
import { locate, standsIn, type Where } from '../apple-photos/whereabouts.ts';
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

/** What lies in the place of its original is a smaller version. */
export function isStoodFor({ parts }: Photo): boolean {
  return parts.some((part) => part.role === 'original' && standsIn(part));
}
