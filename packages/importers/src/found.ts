import { message, type AssetFields, type AssetKind, type NewResource } from '@rollcall/protocol';
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
  /** What an export of Rollcall says of it; its bytes are to be these. */
  readonly told?: Pick<NewResource, 'hash' | 'mime' | 'fileName' | 'modifiedAt' | 'pixels'>;
  /** What it is called where it comes from; absent: as its file is. */
  readonly name?: string;
}

/** A photo's place in an album that is more than a title: by the album's id where it comes from, counting up from 0. */
export interface Shelved {
  readonly shelf: string;
  readonly at: number;
}

/** Of a photo of an export of Rollcall, what no other origin tells. */
export interface ExportedThing {
  /** Its id in the export. */
  readonly id: string;
  /** The hash of the edit that is shown; null: the original is. */
  readonly shown: string | null;
  /** What its files tell, and somebody has emptied. */
  readonly came: Partial<AssetFields>;
  /** What was a part of it once, and is another photo of the export now. */
  readonly apart: readonly { readonly part: NewResource; readonly fields: AssetFields }[];
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
  readonly exported?: ExportedThing;
}

/** Why a file was not matched, or not imported: what it is, of one as of many. */
export const LEFT_WHY = {
  'no-photo': message('data of a photo that is not there'),
  'several-photos': message('data that could be of more than one photo, and are of none for certain'),
  'no-file': message('told of in a table or an album, and not among the files'),
  'several-files': message('told of in a table or an album, and more than one file could be meant'),
  piece: message('a list that was taken for a further piece of an album'),
  'unclear-pair': message('may belong together, and nothing proves it: each was imported by itself'),
  'same-bytes': message('the same bytes as another file of the same name'),
  'not-media': message('no photo or video, and no data of one that is known'),
  'of-account': message('about the account, and no photo'),
  'smaller-version': message('a smaller version of a photo that is there in full'),
  compressed: message('a compressed version that a device made of a photo, and no photo of its own'),
  empty: message('no bytes in it'),
  unreadable: message('cannot be read'),
  damaged: message('damaged: the bytes are not those that the archive names'),
  'unsafe-name': message('a name that leads out of the archive'),
  link: message('a link'),
  encrypted: message('encrypted'),
  method: message('packed in a way that is not known'),
  overlaps: message('lies over another file of the archive'),
  bomb: message('would grow too much when it is unpacked'),
  'too-deep': message('an archive inside an archive inside an archive'),
  'not-an-archive': message('no archive that can be read'),
  'other-archive': message('an archive of another kind than ZIP: unpack it, and import the folder'),
  'newer-export': message('the list of an export by a newer version of Rollcall: update Rollcall, and everything that it tells comes'),
  'only-in-icloud': message('the original is only in iCloud: download it in Photos, and import again'),
  'original-missing': message('its library names an original that does not lie in it'),
  'part-missing': message('a part of a photo that came does not lie in its library'),
  referenced: message('lies outside of its library, which only refers to it: import its folder, too'),
  shared: message('of a shared album: a copy of somebody’s photo, and no original'),
  'passed-on': message('came by a link or a message, and was never saved to the library'),
  incomplete: message('its library had not taken it in wholly, or was about to delete it for good'),
  'same-photo': message('the same bytes as another photo of its library: one photo here, with the edits of both'),
  'same-edit': message('the same bytes as the edit of another photo of its library: it is that edit here'),
  'burst-apart': message('a frame of a burst there; nothing in its file says so, and here it stands by itself'),
  'burst-key': message('stands for its burst there; here another frame of it does, and all of them came'),
  'cut-words': message('came with fewer words than its library has of it: they are more than may be kept here'),
  'not-for-a-folder': message('hidden where it comes from, and a folder hides nothing: import it without --into-folder'),
  'no-row': message('lies in a library whose database knows nothing of it: import it by itself to have it'),
  made: message('made by Photos of a photo that came, which does not show it'),
  'worked-out': message('an album whose photos its library works out, and does not keep'),
  'shared-album': message('a shared album: what is in it are copies of somebody’s photos'),
  'empty-album': message('an album of which no photo came'),
  'not-whole': message('a library that could not be read whole, or not for certain'),
  'no-library': message('a library of photos that cannot be read'),
} as const;
export type LeftWhy = keyof typeof LEFT_WHY;

/** What they are, where that is no file. */
export const LEFT_WHAT: Partial<Record<LeftWhy, 'photo' | 'album' | 'library'>> = {
  'only-in-icloud': 'photo',
  'original-missing': 'photo',
  'part-missing': 'photo',
  referenced: 'photo',
  shared: 'photo',
  'passed-on': 'photo',
  incomplete: 'photo',
  'same-photo': 'photo',
  'same-edit': 'photo',
  'burst-key': 'photo',
  'cut-words': 'photo',
  'not-for-a-folder': 'photo',
  'burst-apart': 'photo',
  'worked-out': 'album',
  'shared-album': 'album',
  'empty-album': 'album',
  'not-whole': 'library',
  'no-library': 'library',
};

/** Something that is not as it should be, by its path, and why. */
export interface Left {
  readonly path: string;
  readonly why: LeftWhy;
  /** Which others are concerned, or what exactly was found. */
  readonly more?: string;
}
