import type { Album, AlbumItem, Entity, Resource } from '@rollcall/protocol';
import type { JournalEntry, PurgedAsset } from '../library/index.ts';

/** A library's rows, as one transaction sees them. */
export interface LibraryRows {
  /** By `entityKey`. */
  row(key: string): { readonly seq: number; readonly entity: Entity } | undefined;
  /** Removed ones too, each time in the same order. */
  resourcesOf(assetId: string): readonly Resource[];
  /** Removed ones too. */
  itemsOf(assetId: string): readonly AlbumItem[];
  /** Ids of assets with a resource of these bytes, not removed, in one of these roles. */
  holders(hash: string, roles: readonly string[]): readonly string[];
  /** Deleted ones included. */
  countAlbums(): number;
  /** Deleted ones included, by their ids. */
  allAlbums(): readonly Album[];
  isPurged(hash: string): boolean;
  /** Sizes of those of `hashes` whose bytes are all here for this library; the others are left out. */
  storedSizes(hashes: readonly string[]): ReadonlyMap<string, number>;
}

/** The same, to be written; all of it in the caller's transaction. What an adapter keeps beside the rows (an index, the head) is its own affair. */
export interface LibraryTables extends LibraryRows {
  /** Gives the entity the next seq of its library, in place of the row that it had. */
  put(entity: Entity): void;
  drop(key: string): void;
  /** One more resource refers to these bytes, or one fewer. */
  commit(hash: string): void;
  release(hash: string): void;
  setPurged(hash: string, assetId: string): void;
  forgetPurged(hash: string): void;
  /** A photo as it was just before it was deleted for good. */
  keepPurged(purged: PurgedAsset): void;
  /** Photos more, or fewer, in the library and in Recently Deleted. */
  count(live: number, trashed: number): void;
  /** Its tombstone begins its time; one that has begun goes on. */
  bury(id: string): void;
  enterTrash(assetId: string): void;
  leaveTrash(assetId: string): void;
  wantRendition(assetId: string, wanted: boolean): void;
  note(entry: JournalEntry): void;
}
