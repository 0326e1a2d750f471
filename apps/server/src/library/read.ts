import { assetRows as rowsOf, renditionOf as pictureOf, resolveAlias, type AssetRows, type LibraryRows } from '@rollcall/core';
import type { Album, AlbumItem, Entity, Rendition, Resource } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { storedSizes } from '../bytes/index.ts';
import { sql } from '../statements.ts';

/** The rows of one library, by its number. */
export class SqliteRows implements LibraryRows {
  protected readonly database: Database;
  protected readonly library: number;
  #id: string | undefined;

  constructor(database: Database, library: number) {
    this.database = database;
    this.library = library;
  }

  /** As accounts and the ledger know it. */
  protected get id(): string {
    this.#id ??= (sql(this.database, 'SELECT id FROM libraries WHERE num = ?').get(this.library) as { id: string }).id;
    return this.#id;
  }

  row(key: string): { readonly seq: number; readonly entity: Entity } | undefined {
    const row = sql(this.database, 'SELECT seq, json FROM entities WHERE library = ? AND key = ?').get(this.library, key) as
      | { seq: number; json: string }
      | undefined;
    return row && { seq: row.seq, entity: JSON.parse(row.json) as Entity };
  }

  resourcesOf(assetId: string): readonly Resource[] {
    return this.#below(assetId, 'resource:', 'resource;') as Resource[];
  }

  itemsOf(assetId: string): readonly AlbumItem[] {
    return this.#below(assetId, 'album-item:', 'album-item;') as AlbumItem[];
  }

  #below(assetId: string, from: string, to: string): Entity[] {
    const rows = sql(
      this.database,
      'SELECT json FROM entities INDEXED BY entities_by_asset WHERE library = ? AND asset_id = ? AND key >= ? AND key < ? ORDER BY key',
    ).all(this.library, assetId, from, to) as { json: string }[];
    return rows.map(({ json }) => JSON.parse(json) as Entity);
  }

  holders(hash: string, roles: readonly string[]): readonly string[] {
    const rows = sql(
      this.database,
      'SELECT DISTINCT asset_id AS id FROM entities INDEXED BY entities_by_hash WHERE library = ? AND hash = ? AND role IN (SELECT value FROM json_each(?))',
    ).all(this.library, hash, JSON.stringify(roles)) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  countAlbums(): number {
    const row = sql(this.database, "SELECT count(*) AS n FROM entities WHERE library = ? AND key >= 'album:' AND key < 'album;'");
    return (row.get(this.library) as { n: number }).n;
  }

  allAlbums(): readonly Album[] {
    const rows = sql(this.database, "SELECT json FROM entities WHERE library = ? AND key >= 'album:' AND key < 'album;' ORDER BY key");
    return (rows.all(this.library) as { json: string }[]).map(({ json }) => JSON.parse(json) as Album);
  }

  isPurged(hash: string): boolean {
    return sql(this.database, 'SELECT 1 FROM purged_originals WHERE library = ? AND hash = ?').get(this.library, hash) !== undefined;
  }

  storedSizes(hashes: readonly string[]): ReadonlyMap<string, number> {
    return hashes.length === 0 ? new Map() : storedSizes(this.database, this.id, hashes);
  }
}

/** Follows the aliases. An id that is none is its own answer. */
export function resolve(database: Database, library: number, assetId: string): string {
  return resolveAlias(new SqliteRows(database, library), assetId);
}

export function assetRows(database: Database, library: number, assetId: string): AssetRows | undefined {
  return rowsOf(new SqliteRows(database, library), assetId);
}

export function renditionOf(database: Database, library: number, assetId: string): Rendition | undefined {
  return pictureOf(new SqliteRows(database, library), assetId);
}
