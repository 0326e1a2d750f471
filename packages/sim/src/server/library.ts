import {
  applyChange as apply,
  assetRows as rowsOf,
  resolveAlias,
  type AssetRows,
  type Context,
  type JournalEntry,
  type LibraryTables,
  type PurgedAsset,
} from '@rollcall/core';
import {
  entityKey,
  isAlbumChange,
  type Album,
  type AlbumItem,
  type Change,
  type Entity,
  type MutationResult,
  type Resource,
} from '@rollcall/protocol';
import { commitBytes, releaseBytes } from './ledger.ts';
import { keyOf, type Tables } from './tables.ts';

/** One library of the simulated server, as core reads and writes it. All that it means is core's. */
export class LibraryOfTables implements LibraryTables {
  readonly #tables: Tables;
  readonly #library: string;
  readonly #deviceId: string | null;

  /** `deviceId`: who asks for what is written. */
  constructor(tables: Tables, library: string, deviceId: string | null = null) {
    this.#tables = tables;
    this.#library = library;
    this.#deviceId = deviceId;
  }

  row(key: string): { readonly seq: number; readonly entity: Entity } | undefined {
    return this.#tables.entity(this.#library, key);
  }

  resourcesOf(assetId: string): readonly Resource[] {
    return (this.#tables.index(this.#library).byAsset.get(assetId) ?? []).map(({ entity }) => entity as Resource);
  }

  #all(): Entity[] {
    return this.#tables.index(this.#library).rows.map(({ entity }) => entity);
  }

  itemsOf(assetId: string): readonly AlbumItem[] {
    return this.#all().filter((each): each is AlbumItem => each.type === 'album-item' && each.assetId === assetId);
  }

  holders(hash: string, roles: readonly string[]): readonly string[] {
    const holding = this.#tables.index(this.#library).byHash.get(hash) ?? [];
    return [
      ...new Set(holding.flatMap(({ entity }) => (entity.type === 'resource' && roles.includes(entity.role) ? [entity.assetId] : []))),
    ];
  }

  countAlbums(): number {
    return this.#all().filter(({ type }) => type === 'album').length;
  }

  allAlbums(): readonly Album[] {
    return this.#all()
      .filter((each): each is Album => each.type === 'album')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  isPurged(hash: string): boolean {
    return this.#tables.purgedHashes.has(keyOf(this.#library, hash));
  }

  storedSizes(hashes: readonly string[]): ReadonlyMap<string, number> {
    const sizes = new Map<string, number>();
    for (const hash of hashes) {
      const row = this.#tables.ledgerRow(this.#library, hash);
      if (row && row.state !== 'reserved') sizes.set(hash, row.size);
    }
    return sizes;
  }

  put(entity: Entity): void {
    const row = this.#tables.library(this.#library);
    const seq = row.head + 1;
    this.#tables.libraries.set(this.#library, { ...row, head: seq });
    this.#tables.entities.set(keyOf(this.#library, entityKey(entity)), { library: this.#library, seq, entity });
  }

  drop(key: string): void {
    this.#tables.entities.delete(keyOf(this.#library, key));
  }

  commit(hash: string): void {
    commitBytes(this.#tables, this.#library, hash);
  }

  release(hash: string): void {
    releaseBytes(this.#tables, this.#library, hash);
  }

  setPurged(hash: string, assetId: string): void {
    this.#tables.purgedHashes.set(keyOf(this.#library, hash), assetId);
  }

  forgetPurged(hash: string): void {
    this.#tables.purgedHashes.delete(keyOf(this.#library, hash));
  }

  keepPurged(purged: PurgedAsset): void {
    this.#tables.purgedAssets.set(keyOf(this.#library, purged.asset.id), { ...purged, since: this.#tables.seen });
  }

  count(live: number, trashed: number): void {
    const row = this.#tables.library(this.#library);
    this.#tables.libraries.set(this.#library, { ...row, live: row.live + live, trashed: row.trashed + trashed });
  }

  bury(id: string): void {
    const key = keyOf(this.#library, id);
    if (!this.#tables.tombstones.has(key)) this.#tables.tombstones.set(key, this.#tables.seen);
  }

  enterTrash(assetId: string): void {
    this.#tables.inTrash.set(keyOf(this.#library, assetId), this.#tables.seen);
  }

  leaveTrash(assetId: string): void {
    this.#tables.inTrash.delete(keyOf(this.#library, assetId));
  }

  /** No pictures are made here. */
  wantRendition(): void {
    // There is nobody to make one.
  }

  note(entry: JournalEntry): void {
    const { journal } = this.#tables;
    const { assetId, what } = entry;
    journal.set(journal.size + 1, { library: this.#library, assetId, what, deviceId: this.#deviceId, entry });
  }
}

/** Follows the aliases. An id that is none is its own answer. */
export function resolve(tables: Tables, library: string, assetId: string): string {
  return resolveAlias(new LibraryOfTables(tables, library), assetId);
}

export function assetRows(tables: Tables, library: string, assetId: string): AssetRows | undefined {
  return rowsOf(new LibraryOfTables(tables, library), assetId);
}

/** Decides one change and writes what was decided, inside the caller's transaction. */
export function applyChange(tables: Tables, library: string, change: Change, context: Context): MutationResult {
  const before = isAlbumChange(change) ? undefined : assetRows(tables, library, resolve(tables, library, change.args.assetId));
  const result = apply(new LibraryOfTables(tables, library, context.deviceId), change, context);
  tables.watcher?.changed(library, change, before, result);
  return result;
}
