import type {
  Album,
  AlbumItem,
  Alias,
  Asset,
  JournalKind,
  MutationResult,
  RejectedCode,
  Resource,
  SupersededWhy,
} from '@rollcall/protocol';

/** One asset as a library has it. */
export interface AssetRows {
  readonly asset: Asset;
  /** The seq of the asset's own row, which a purge expects. */
  readonly seq: number;
  /** Removed ones too. */
  readonly resources: readonly Resource[];
  /** The id that was asked for was joined to this asset, as this part of it. */
  readonly part?: string | undefined;
}

/** What a library has of albums. */
export interface AlbumRows {
  /** Deleted ones too. */
  readonly albums: ReadonlyMap<string, Album>;
  /** By `itemKey`, the asset's aliases resolved; removed ones too. */
  readonly items: ReadonlyMap<string, AlbumItem>;
  /** All items of an asset, by its own id; removed ones too. */
  readonly of: ReadonlyMap<string, readonly AlbumItem[]>;
  /** Albums of the library, deleted ones included; 0 where nobody asked. */
  readonly count: number;
  /** All albums, deleted ones too; empty where nobody asked. */
  readonly all: ReadonlyMap<string, Album>;
}

/** For changes that concern no album. */
export const NO_ALBUMS: AlbumRows = { albums: new Map(), items: new Map(), of: new Map(), count: 0, all: new Map() };

/** What a decision rests on: exactly what `needs` asked for, read in the transaction of the decision. */
export interface Rows {
  /** By the id that was asked for; aliases are resolved, so the asset may have another id. */
  readonly assets: ReadonlyMap<string, AssetRows>;
  /** By the hash of an original that is not removed: the asset that has it; a live one before a trashed, the oldest first. */
  readonly originals: ReadonlyMap<string, AssetRows>;
  /** By the same hashes: the asset of which these bytes are a companion that is not removed, in the same order. */
  readonly companions: ReadonlyMap<string, AssetRows>;
  /** Hashes of originals, companions and edits that were purged in this library. */
  readonly purged: ReadonlySet<string>;
  /** Bytes of each blob that this library has, by hash. */
  readonly stored: ReadonlyMap<string, number>;
  readonly albums: AlbumRows;
}

export interface Context {
  /** The server's clock, milliseconds since 1970. */
  readonly now: number;
  /** Who asks for the change; null: the server itself. */
  readonly deviceId: string | null;
}

export type RowWrite =
  | { readonly write: 'entity'; readonly entity: Asset | Resource | Alias | Album | AlbumItem }
  /** The asset's own row goes: an alias takes its place. */
  | { readonly write: 'drop-asset'; readonly assetId: string }
  /** So that a purged photo is never silently uploaded again. */
  | { readonly write: 'remember-purged'; readonly hash: string; readonly assetId: string }
  /** A purge was undone: the photo may come again. */
  | { readonly write: 'forget-purged'; readonly hash: string };

/** For history, undo and explanation; never used to sync. */
export interface JournalEntry {
  /** Of an album, where the whole album was changed. */
  readonly assetId: string;
  readonly what: JournalKind;
  readonly old: unknown;
  readonly new: unknown;
}

export interface Decision {
  /** In the order in which they take their seq. */
  readonly writes: readonly RowWrite[];
  readonly journal: readonly JournalEntry[];
  readonly result: MutationResult;
}

export const APPLIED: MutationResult = { status: 'applied' };

export function put(entity: Asset | Resource | Alias | Album | AlbumItem): RowWrite {
  return { write: 'entity', entity };
}

export function applied(writes: readonly RowWrite[], journal: readonly JournalEntry[]): Decision {
  return { writes, journal, result: APPLIED };
}

export function superseded(
  why: SupersededWhy,
  assetId: string | null = null,
  writes: readonly RowWrite[] = [],
  journal: readonly JournalEntry[] = [],
): Decision {
  return { writes, journal, result: { status: 'superseded', why, assetId } };
}

export function rejected(code: RejectedCode, words: string): Decision {
  return { writes: [], journal: [], result: { status: 'rejected', code, words } };
}
