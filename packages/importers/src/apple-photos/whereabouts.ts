import type { Part, PartRole } from './parts.ts';
import type { Photo } from './photo.ts';
import type { Verdict } from './verdict.ts';

/** Where the bytes of a photo are. */
export type Where =
  /** All files that it is made of are here. */
  | 'here'
  /** The original is only in iCloud; a smaller version may be here. */
  | 'only-in-icloud'
  /** The original is here, another part only in iCloud. */
  | 'partly-in-icloud'
  /** The database says that it is here, the file is not, and iCloud has it. */
  | 'file-missing'
  /** Neither here nor in iCloud. */
  | 'lost'
  /** The original is here, but a part is neither here nor in iCloud. */
  | 'part-lost'
  /** The file lies outside of the library. */
  | 'outside'
  /** A copy of somebody’s photo in a shared album, or the like. */
  | 'copy'
  | 'unknown';

export interface Whereabouts {
  readonly where: Where;
  /** Which parts are not here. */
  readonly missing: readonly PartRole[];
  /** Files whose length is not the one that the database has. */
  readonly otherSize: readonly PartRole[];
  /** The database says that the original is not here, and it is. */
  readonly hereAfterAll: boolean;
}

/** `isHere` null: nobody knows. */
interface Looked {
  readonly part: Part;
  readonly isHere: boolean | null;
}

/** A part that an edit left behind is of use, and not needed. */
const NEEDED: readonly PartRole[] = ['original', 'raw', 'live-video', 'edited', 'edited-video', 'edited-live-video'];

/** The file decides where it could be looked for; the word of the database where not. */
export function locate(photo: Photo, { state }: Verdict): Whereabouts {
  const looked = photo.parts.filter(({ role }) => NEEDED.includes(role)).map((part): Looked => ({ part, isHere: isHere(part) }));
  const missing = looked.filter((each) => each.isHere === false).map(({ part }) => part.role);
  const originals = looked.filter(({ part }) => part.role === 'original');
  const facts = {
    missing: [...new Set(missing)],
    otherSize: looked.filter(({ part }) => hasOtherSize(part)).map(({ part }) => part.role),
    hereAfterAll: originals.some(({ part }) => part.here === false && part.found != null && !standsIn(part)),
  };
  const at = (where: Where): Whereabouts => ({ where, ...facts });
  switch (photo.scope) {
    case 'referenced':
      return { ...at('outside'), missing: [] };
    case 'shared':
    case 'moment':
    case 'syndicated':
      return at('copy');
    case 'library':
      break;
    default:
      return photo.scope satisfies never;
  }
  const first = originals[0];
  if (first === undefined || state === 'incomplete' || state === 'expunging') return at('unknown');
  if (state === 'unknown' && missing.length > 0) return at('unknown');
  const inCloud = state === 'in-icloud';
  if (first.isHere === null) return at('unknown');
  if (!first.isHere) return at(inCloud ? absent(first.part) : 'lost');
  if (missing.length === 0) return at('here');
  return at(inCloud ? 'partly-in-icloud' : 'part-lost');
}

/** What lies in the place of an original that the database says is not here, and is of another length, stands for it. */
export function standsIn({ here, found, bytes }: Part): boolean {
  return here === false && found != null && bytes > 0 && found !== bytes;
}

function isHere(part: Part): boolean | null {
  if (part.found === undefined) return part.here ?? null;
  return part.found !== null && !standsIn(part);
}

/** Where iCloud has it: whether it was made to go, or went. */
function absent({ here, remote }: Part): Where {
  if (here === true) return 'file-missing';
  return remote === null || remote >= 1 ? 'only-in-icloud' : 'unknown';
}

function hasOtherSize(part: Part): boolean {
  const { found, bytes } = part;
  return found != null && bytes > 0 && found !== bytes && !standsIn(part);
}
