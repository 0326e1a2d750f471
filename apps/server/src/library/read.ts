import { itemKey, NO_ALBUMS, type AlbumRows, type AssetRows, type Needs, type Rows } from '@rollcall/core';
import { COMPANION_ROLES, type Album, type AlbumItem, type Alias, type Asset, type Rendition, type Resource } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { storedSizes } from '../bytes/index.ts';
import { sql } from '../statements.ts';
import type { LibraryRow } from './library-row.ts';

interface EntityRow {
  readonly seq: number;
  readonly json: string;
}

function byKey(database: Database, library: number, key: string): EntityRow | undefined {
  return sql(database, 'SELECT seq, json FROM entities WHERE library = ? AND key = ?').get(library, key) as EntityRow | undefined;
}

/** Follows the aliases. An id that is none is its own answer. */
export function resolve(database: Database, library: number, assetId: string): string {
  let id = assetId;
  for (const seen = new Set<string>(); !seen.has(id);) {
    seen.add(id);
    const row = byKey(database, library, `alias:${id}`);
    if (!row) return id;
    id = (JSON.parse(row.json) as Alias).to;
  }
  throw new Error(`the aliases of ${assetId} lead in a circle`);
}

/** As which part an id was joined to the asset that it leads to; undefined: it is that asset, or a duplicate of it. */
function partOf(database: Database, library: number, assetId: string): string | undefined {
  const row = byKey(database, library, `alias:${assetId}`);
  if (!row) return undefined;
  const { role, to } = JSON.parse(row.json) as Alias;
  return role ?? partOf(database, library, to);
}

export function assetRows(database: Database, library: number, assetId: string): AssetRows | undefined {
  const row = byKey(database, library, `asset:${assetId}`);
  if (!row) return undefined;
  const resources = sql(
    database,
    "SELECT json FROM entities INDEXED BY entities_by_asset WHERE library = ? AND asset_id = ? AND key >= 'resource:' AND key < 'resource;' ORDER BY key",
  ).all(library, assetId) as { json: string }[];
  return { asset: JSON.parse(row.json) as Asset, seq: row.seq, resources: resources.map(({ json }) => JSON.parse(json) as Resource) };
}

export function renditionOf(database: Database, library: number, assetId: string): Rendition | undefined {
  const row = byKey(database, library, `rendition:${assetId}`);
  return row && (JSON.parse(row.json) as Rendition);
}

/** What a picture of the asset shows: the edit if there is one, else the original. */
export function shown({ asset, resources }: AssetRows): Resource | undefined {
  return resources.find(({ id, role, removed }) => !removed && (asset.rendering === null ? role === 'original' : id === asset.rendering));
}

/** Exactly the rows that a decision needs, as of this transaction. */
export function readRows(database: Database, library: LibraryRow, needs: Needs): Rows {
  const assets = new Map<string, AssetRows>();
  for (const id of needs.assets) {
    const rows = assetRows(database, library.num, resolve(database, library.num, id));
    if (rows) assets.set(id, rows.asset.id === id ? rows : { ...rows, part: partOf(database, library.num, id) });
  }
  const originals = new Map<string, AssetRows>();
  const companions = new Map<string, AssetRows>();
  const purged = new Set<string>();
  for (const hash of needs.originals) {
    const rows = holding(database, library.num, hash, ['original']);
    if (rows) originals.set(hash, rows);
    const pair = holding(database, library.num, hash, COMPANION_ROLES);
    if (pair) companions.set(hash, pair);
    if (sql(database, 'SELECT 1 FROM purged_originals WHERE library = ? AND hash = ?').get(library.num, hash)) purged.add(hash);
  }
  const stored = storedSizes(database, library.id, needs.blobs);
  return { assets, originals, companions, purged, stored, albums: albumRows(database, library.num, needs, [...originals.values()]) };
}

function albumRows(database: Database, library: number, needs: Needs, originals: readonly AssetRows[]): AlbumRows {
  const { albums, items, of, withOriginals, count } = needs.albums;
  if (albums.length === 0 && of.length === 0) return NO_ALBUMS;
  const found = albums.flatMap((id) => parsed<Album>(byKey(database, library, `album:${id}`)));
  const placed = items.flatMap(({ albumId, assetId }) =>
    parsed<AlbumItem>(byKey(database, library, `album-item:${albumId}:${resolve(database, library, assetId)}`)),
  );
  const assets = [...of.map((id) => resolve(database, library, id)), ...(withOriginals ? originals.map(({ asset }) => asset.id) : [])];
  return {
    albums: new Map(found.map((album) => [album.id, album])),
    items: new Map(placed.map((item) => [itemKey(item.albumId, item.assetId), item])),
    of: new Map(assets.map((id) => [id, itemsOf(database, library, id)])),
    count: count ? countAlbums(database, library) : 0,
  };
}

function parsed<T>(row: EntityRow | undefined): T[] {
  return row ? [JSON.parse(row.json) as T] : [];
}

function itemsOf(database: Database, library: number, assetId: string): AlbumItem[] {
  const rows = sql(
    database,
    "SELECT json FROM entities INDEXED BY entities_by_asset WHERE library = ? AND asset_id = ? AND key >= 'album-item:' AND key < 'album-item;'",
  ).all(library, assetId) as { json: string }[];
  return rows.map(({ json }) => JSON.parse(json) as AlbumItem);
}

function countAlbums(database: Database, library: number): number {
  const row = sql(database, "SELECT count(*) AS n FROM entities WHERE library = ? AND key >= 'album:' AND key < 'album;'").get(library);
  return (row as { n: number }).n;
}

/** Live before trashed, then the oldest: the same answer whoever asks. */
function holding(database: Database, library: number, hash: string, roles: readonly string[]): AssetRows | undefined {
  const found = sql(
    database,
    'SELECT DISTINCT asset_id FROM entities INDEXED BY entities_by_hash WHERE library = ? AND hash = ? AND role IN (SELECT value FROM json_each(?))',
  ).all(library, hash, JSON.stringify(roles)) as { asset_id: string }[];
  const rows = found.map(({ asset_id }) => assetRows(database, library, asset_id)).filter((each) => each !== undefined);
  const rank = ({ asset }: AssetRows): number => (asset.state === 'live' ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || a.asset.addedAt - b.asset.addedAt || (a.asset.id < b.asset.id ? -1 : 1))[0];
}
