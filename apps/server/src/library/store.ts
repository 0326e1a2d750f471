import type { Applied, ChainRefusal, Expired, Frame, LinkedMutation, NamedHalf, ReadBeside, ReadFields, Shot } from '@rollcall/core';
import type { Adjustments } from '@rollcall/media';
import type { Acknowledged, Asset, Change, JournalTold, LibrarySummary, MutationResult, Rendition, Resource } from '@rollcall/protocol';

/** A page as it is kept: the entities' own text, so that a long feed is not parsed only to be written again. */
export interface FeedPage {
  /** In the order of `seq`; `json` is the text of one entity. */
  readonly entries: readonly { readonly seq: number; readonly json: string }[];
  readonly cursor: string;
  /** The page reaches the head of the library as of its own transaction. */
  readonly complete: boolean;
  readonly acknowledged: Acknowledged | null;
}

export interface HistoryEntry {
  readonly at: number;
  readonly device: string | null;
  readonly what: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** A live asset whose picture has yet to be made, or made again after an edit. */
export interface WantedRendition {
  readonly libraryId: string;
  readonly assetId: string;
  readonly kind: 'photo' | 'video';
  readonly fileName: string;
  /** What the picture is to be made from: the edited rendering where there is one, else the original. */
  readonly of: Resource;
}

/** A file that holds data of a photo, and that nobody has read yet. */
export interface UnreadSidecar {
  readonly libraryId: string;
  readonly assetId: string;
  /** Of the photo. */
  readonly fileName: string;
  readonly of: Resource;
}

/** How a photo was edited before it came, as a file beside it says; `hash`: of that file. */
export type Adjusted = Adjustments & { readonly hash: string };

/** An asset as the library has it, aliases resolved. */
export interface FoundAsset {
  readonly id: string;
  readonly state: 'live' | 'trashed' | 'purged';
  readonly fileName: string;
  readonly favourite: boolean;
  /** Not removed. */
  readonly resources: readonly Resource[];
}

/** A photo as the feed tells it, with its resources that were not removed. */
export interface FoundPhoto {
  readonly asset: Asset;
  readonly resources: readonly Resource[];
}

/** A photo that was deleted for good, and that the owner can still bring back. */
export interface PurgedPhoto {
  readonly libraryId: string;
  /** Of the photo that was; it stays deleted. */
  readonly assetId: string;
  readonly fileName: string;
  readonly capturedAt: string;
  /** Time that the server had seen pass when it was purged, and its clock then; milliseconds. */
  readonly seen: number;
  readonly purgedAt: number;
  /** The device; null: the end of its 30 days in Recently Deleted. */
  readonly purgedBy: string | null;
  /** Of all its files; each hash once. */
  readonly blobs: readonly { readonly hash: string; readonly size: number }[];
}
export type Unpurged =
  /** `joined`: the same original was added again meanwhile; that photo was kept. */
  | { readonly restored: true; readonly assetId: string; readonly fileName: string; readonly joined: boolean }
  | { readonly restored: false; readonly why: 'not-found' | 'bytes-gone' }
  | { readonly restored: false; readonly why: 'over-quota'; readonly needed: number; readonly free: number }
  | { readonly restored: false; readonly why: 'refused'; readonly words: string };

export interface NewLibrary {
  readonly libraryId: string;
  readonly accountId: string;
  /** Bytes. */
  readonly quota: number;
}
export interface ChangesAsked {
  readonly libraryId: string;
  /** Null: from the first row. */
  readonly cursor: string | null;
  readonly limit: number;
  /** Whose chain is acknowledged; null for a browser. */
  readonly deviceId: string | null;
  /** The version of the protocol that the asker speaks: it is not told of rows that it could not read. Absent: the newest. */
  readonly protocol?: number;
}
export interface MutationsSent {
  readonly libraryId: string;
  readonly deviceId: string;
  readonly mutations: readonly LinkedMutation[];
}
/** A browser's changes: there is no chain; each `id` takes effect once. */
export interface ActionsSent {
  readonly libraryId: string;
  readonly deviceId: string;
  readonly actions: readonly { readonly id: string; readonly change: Change }[];
}
export type ActionResult = { readonly id: string; readonly result: MutationResult };

/**
 * Libraries and their feeds. Methods are coarse so that each is one transaction; every adapter passes
 * `libraryStoreContract`. What a method answers is durable.
 */
export interface LibraryStore {
  /** Changes when a backup is restored. */
  readonly epoch: string;
  /** Makes an empty library with its first member. */
  createLibrary(library: NewLibrary): Promise<void>;
  /** The library that an account uses; null: none. */
  libraryOf(accountId: string): Promise<string | null>;
  /** Bytes that the library may hold. Synchronous, for the arithmetic of one statement. */
  quotaOf(libraryId: string): number;
  /** The seq of the newest row. */
  headOf(libraryId: string): number;
  summary(libraryId: string): Promise<LibrarySummary>;
  changesSince(asked: ChangesAsked): Promise<FeedPage | Expired>;
  /** The last rows of the feed, in its order. */
  newestRows(asked: Pick<ChangesAsked, 'libraryId' | 'limit' | 'protocol'>): Promise<FeedPage['entries']>;
  applyMutations(sent: MutationsSent): Promise<Applied | ChainRefusal>;
  applyActions(sent: ActionsSent): Promise<readonly ActionResult[]>;
  /** Newest first, at most 500; null: no such asset. */
  history(libraryId: string, assetId: string): Promise<readonly HistoryEntry[] | null>;
  /** What one device did in this library, the newest first. */
  journalOf(libraryId: string, deviceId: string, limit: number): Promise<readonly JournalTold[]>;
  /** Aliases resolved; null: this library never had it. */
  asset(libraryId: string, assetId: string): Promise<FoundAsset | null>;
  /** All that is known of each, in the order asked; aliases resolved, each once, without those that are not there or were deleted for good. */
  photos(libraryId: string, assetIds: readonly string[]): Promise<readonly FoundPhoto[]>;
  /** Live assets in the order of their ids, the first after `after`; at most `limit`. */
  liveAfter(libraryId: string, after: string, limit: number): readonly { readonly assetId: string; readonly fileName: string }[];
  /** All ids under which an asset is known: its own and those that resolve to it. */
  idsOf(libraryId: string, assetId: string): Promise<readonly string[]>;
  /** Newest first, of all libraries. */
  withoutRendition(limit: number): Promise<readonly WantedRendition[]>;
  /** Answers false, and writes nothing, when the asset is gone or shows something else than `of` by now. */
  putRendition(libraryId: string, rendition: Rendition): Promise<boolean>;
  /** Asks for the picture of an asset once more, though there is word of one. A purged asset, or none, has none. */
  wantRendition(libraryId: string, assetId: string): Promise<void>;
  /** Sets what nobody said so far: fields that are null, and a capture date that was only a guess. */
  describeAsset(libraryId: string, assetId: string, fields: ReadFields): Promise<void>;
  /**
   * The file of a photo or film carries this identifier of a Live Photo. Where the other half is in the library, the two become one photo,
   * for certain and once only; answers whether they did.
   */
  joinHalf(libraryId: string, assetId: string, livePairId: string): Promise<boolean>;
  /**
   * The file of a photo or film told this of itself. Where it is a half of a Live Photo that no identifier joins to the other one, and that
   * is in the library, the two become one photo, for certain and once only; answers whether they did.
   */
  joinNamed(libraryId: string, assetId: string, half: NamedHalf): Promise<boolean>;
  /**
   * The file of a photo told this of its shot. Where it is a camera's RAW, and the picture of the same shot is in the library, or the other
   * way round, the two become one photo, for certain and once only; answers whether they did.
   */
  joinShot(libraryId: string, assetId: string, shot: Shot): Promise<boolean>;
  /**
   * The file of a photo or film told this of its shot. Where its name, and that of another in the library, say that one is an edit of the
   * other, the two become one, for certain and once only; answers whether they did.
   */
  joinEdit(libraryId: string, assetId: string, shot: Shot): Promise<boolean>;
  /** The file of a photo, or its name, told that it is this frame of a burst: what is known of the same burst is held together. */
  holdFrame(libraryId: string, assetId: string, frame: Frame): Promise<void>;
  /** What holds data of photos and was not read yet, the oldest first, of all libraries. */
  unreadSidecars(limit: number): Promise<readonly UnreadSidecar[]>;
  /**
   * One of them was read: its photo takes the fields that nobody said so far, who is in it where its own file names nobody, and a date that
   * corrects what the file itself says; its history tells how it was edited. It is not read again.
   */
  takeSidecar(sidecar: UnreadSidecar, told: ReadBeside & { readonly adjusted: Adjusted | null }): Promise<void>;
  /** Purges what has been in Recently Deleted for `LIMITS.trash` of time that this server saw pass; answers how many. */
  expireTrash(): Promise<number>;
  /** Oldest purge first, of all libraries, at most `limit`. */
  purgedPhotos(limit: number): Promise<readonly PurgedPhoto[]>;
  /** One of them; null: there is none of that id. */
  purgedPhoto(assetId: string): Promise<PurgedPhoto | null>;
  /**
   * Undoes a purge: a new photo with the same fields and bytes. The bytes must be in use in the blob store (not in quarantine) when it is
   * called. Nothing is written when the library has no room for it.
   * @param assetId of the photo that was, unique over all libraries
   * @param newId of the photo that comes
   */
  unpurge(assetId: string, newId: string): Promise<Unpurged>;
  /** Forgets purged photos that cannot be brought back any more; answers how many. */
  forgetPurged(): Promise<number>;
  /** Milliseconds that this server saw pass, over all its runs; and the same when its epoch last changed, null: never. */
  seenTime(): { readonly seen: number; readonly epochChanged: number | null };
  /** Assets, not purged, of which one resource has these bytes; at most `limit`. */
  assetsWith(libraryId: string, hash: string, limit: number): readonly { readonly assetId: string; readonly fileName: string }[];
  /** Takes away tombstones older than `LIMITS.tombstone` of time that this server saw pass; cursors from before them expire. Answers how many. */
  compact(): Promise<number>;
  /** The server lives: time since the last heartbeat counts, at most an hour of it. */
  heartbeat(): Promise<void>;
}
