import type { AssetFields, AssetKind } from '@rollcall/protocol';
import type { GroupFile } from '@rollcall/core';

/** A file as it lies in what is imported. */
export interface FoundFile {
  /** Counts up from 0 within one import. */
  readonly key: number;
  /** In which of the sources of the import it lies. */
  readonly source: number;
  /** Below its source, as it is written there, with `/` between segments. */
  readonly path: string;
  /** Bytes, as its source tells. */
  readonly size: number;
  /** Milliseconds since 1970; null: its source tells nothing that means anything. */
  readonly mtimeMs: number | null;
}

/** A photo or film, once it was read. */
export interface ReadMedia {
  readonly file: FoundFile;
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
  /** The checksum by which Apple calls these bytes; null: nobody needed it. */
  readonly appleChecksum: string | null;
  readonly kind: AssetKind;
  readonly mime: string;
  readonly fields: AssetFields;
  /** What grouping asks of it, without its path. */
  readonly facts: Omit<GroupFile, 'path' | 'kind' | 'mime' | 'size'>;
}

/** What is said of a photo beside its own bytes. */
export interface Told {
  /** Only what is told. */
  readonly fields: Partial<AssetFields>;
  /** Its date tells the clock of the place, and not only the moment. */
  readonly knowsZone: boolean;
}

export const NOTHING_TOLD: Told = { fields: {}, knowsZone: false };

/** A file of a thing, and the part that it plays in it. */
export interface ThingPart {
  readonly file: FoundFile;
  readonly role: string;
  /** What it is called where it comes from; absent: as its file is. */
  readonly name?: string;
}

/** A photo's place in an album that is more than a title: by the album's id where it comes from, counting up from 0. */
export interface Shelved {
  readonly shelf: string;
  readonly at: number;
}

/** One photo or video to be imported, with all that belongs to it. */
export interface Thing {
  readonly kind: AssetKind;
  /** The first is the original. Those that are photos or films were read. */
  readonly parts: readonly [ThingPart, ...ThingPart[]];
  /** What the original tells of itself, completed by what is told beside it. */
  readonly fields: AssetFields;
  /** What is told beside it, alone. */
  readonly told: Told;
  /** Titles of the albums that it is in. */
  readonly albums: readonly string[];
  /** Its places in albums that have an order, and folders around them; absent: it has none. */
  readonly shelved?: readonly Shelved[];
  /** It is in the trash where it comes from. */
  readonly trashed: boolean;
}

/** Why a file was not matched, or not imported: what it is, of one as of many. */
export const LEFT_WHY = {
  'no-photo': 'data of a photo that is not there',
  'several-photos': 'data that could be of more than one photo, and are of none for certain',
  'no-file': 'told of in a table or an album, and not among the files',
  'several-files': 'told of in a table or an album, and more than one file could be meant',
  piece: 'a list that was taken for a further piece of an album',
  'unclear-pair': 'may belong together, and nothing proves it: each was imported by itself',
  'same-bytes': 'the same bytes as another file of the same name',
  'not-media': 'no photo or video, and no data of one that is known',
  'of-account': 'about the account, and no photo',
  'smaller-version': 'a smaller version of a photo that is there in full',
  compressed: 'a compressed version that a device made of a photo, and no photo of its own',
  empty: 'no bytes in it',
  unreadable: 'cannot be read',
  damaged: 'damaged: the bytes are not those that the archive names',
  'unsafe-name': 'a name that leads out of the archive',
  link: 'a link',
  encrypted: 'encrypted',
  method: 'packed in a way that is not known',
  overlaps: 'lies over another file of the archive',
  bomb: 'would grow too much when it is unpacked',
  'too-deep': 'an archive inside an archive inside an archive',
  'not-an-archive': 'no archive that can be read',
  'only-in-icloud': 'the original is only in iCloud: download it in Photos, and import again',
  'original-missing': 'its library names an original that does not lie in it',
  'part-missing': 'a part of a photo that came does not lie in its library',
  referenced: 'lies outside of its library, which only refers to it: import its folder, too',
  shared: 'of a shared album: a copy of somebody’s photo, and no original',
  'passed-on': 'came by a link or a message, and was never saved to the library',
  incomplete: 'its library had not taken it in wholly, or was about to delete it for good',
  'same-photo': 'the same bytes as another photo of its library: one photo here, with the edits of both',
  'same-edit': 'the same bytes as the edit of another photo of its library: it is that edit here',
  'burst-apart': 'a frame of a burst there; nothing in its file says so, and here it stands by itself',
  'not-for-a-folder': 'hidden where it comes from, and a folder hides nothing: import it without --into-folder',
  'no-row': 'lies in a library whose database knows nothing of it: import it by itself to have it',
  made: 'made by Photos of a photo that came, which does not show it',
  'worked-out': 'an album whose photos its library works out, and does not keep',
  'shared-album': 'a shared album: what is in it are copies of somebody’s photos',
  'empty-album': 'an album of which no photo came',
  'not-whole': 'a library that could not be read whole, or not for certain',
  'no-library': 'a library of photos that cannot be read',
} as const;
export type LeftWhy = keyof typeof LEFT_WHY;

const PHOTO = ['photo or video', 'photos and videos'] as const;
const ALBUM = ['album', 'albums'] as const;
const LIBRARY = ['library', 'libraries'] as const;
/** What they are of, where that is no file. */
export const LEFT_WHAT: Partial<Record<LeftWhy, readonly [one: string, several: string]>> = {
  'only-in-icloud': PHOTO,
  'original-missing': PHOTO,
  'part-missing': PHOTO,
  referenced: PHOTO,
  shared: PHOTO,
  'passed-on': PHOTO,
  incomplete: PHOTO,
  'same-photo': PHOTO,
  'same-edit': PHOTO,
  'not-for-a-folder': PHOTO,
  'burst-apart': PHOTO,
  'worked-out': ALBUM,
  'shared-album': ALBUM,
  'empty-album': ALBUM,
  'not-whole': LIBRARY,
  'no-library': LIBRARY,
};

/** Something that is not as it should be, by its path, and why. */
export interface Left {
  readonly path: string;
  readonly why: LeftWhy;
  /** Which others are concerned, or what exactly was found. */
  readonly more?: string;
}
