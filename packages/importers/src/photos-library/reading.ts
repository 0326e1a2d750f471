import type { FoundFile, Left, Shelved, ThingPart, Told } from '../found.ts';

/** An album, or a folder of albums, as it stands in a library. */
export interface LibraryShelf {
  readonly id: string;
  readonly kind: 'photos' | 'folder';
  readonly title: string;
  /** The id of the folder in which it is; null: in none. */
  readonly folder: string | null;
  readonly order: 'by-hand' | 'oldest-first' | 'newest-first';
}

/** A photo of a library that is to come. */
export interface LibraryRow {
  /** For people, when they are told of it. */
  readonly label: string;
  readonly name: string;
  readonly parts: readonly [ThingPart, ...ThingPart[]];
  readonly told: Told;
  /** What its library knows the bytes of its original by; null: nothing. */
  readonly fingerprint: string | null;
  /** The burst of which it is a frame; null: it is none. */
  readonly burst: string | null;
  readonly trashed: boolean;
  readonly shelved: readonly Shelved[];
}

/** A library, as far as it is to be imported. */
export interface LibraryReading {
  readonly rows: readonly LibraryRow[];
  /** Photos that do not come, each with why in `left`. */
  readonly apart: number;
  /** Entries of albums of those. */
  readonly entriesApart: number;
  readonly shelves: readonly LibraryShelf[];
  readonly left: readonly Left[];
}

/** What a library is read by. */
export interface LibraryFiles {
  /** For people: its name. */
  readonly label: string;
  /** Of the library, as `listFiles` lists them. */
  readonly files: readonly FoundFile[];
  /** Puts words beside a photo that stand in no file of the library; they are made when they are read. */
  noted(path: string, text: () => string): FoundFile;
}
