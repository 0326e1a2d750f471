import { COMPANION_ROLES, type Rendition, type Resource } from '@rollcall/protocol';
import { itemKey, NO_ALBUMS, type AlbumRows, type AssetRows, type Needs, type Rows } from '../library/index.ts';
import type { LibraryRows } from './tables.ts';

/** Follows the aliases. An id that is none is its own answer. Throws when they lead in a circle. */
export function resolveAlias(library: LibraryRows, assetId: string): string {
  let id = assetId;
  for (const seen = new Set<string>(); !seen.has(id);) {
    seen.add(id);
    const entity = library.row(`alias:${id}`)?.entity;
    if (entity?.type !== 'alias') return id;
    id = entity.to;
  }
  throw new Error(`the aliases of ${assetId} lead in a circle`);
}

/** As which part an id was joined to the asset that it leads to; undefined: it is that asset, or a duplicate of it. */
function partOf(library: LibraryRows, assetId: string): string | undefined {
  const entity = library.row(`alias:${assetId}`)?.entity;
  return entity?.type === 'alias' ? (entity.role ?? partOf(library, entity.to)) : undefined;
}

/** By its own id. */
export function assetRows(library: LibraryRows, assetId: string): AssetRows | undefined {
  const row = library.row(`asset:${assetId}`);
  return row?.entity.type === 'asset' ? { asset: row.entity, seq: row.seq, resources: library.resourcesOf(assetId) } : undefined;
}

export function renditionOf(library: LibraryRows, assetId: string): Rendition | undefined {
  const entity = library.row(`rendition:${assetId}`)?.entity;
  return entity?.type === 'rendition' ? entity : undefined;
}

/** What a picture of the asset shows: the edit if there is one, else the original. */
export function pictured({ asset, resources }: AssetRows): Resource | undefined {
  return resources.find(({ id, role, removed }) => !removed && (asset.rendering === null ? role === 'original' : id === asset.rendering));
}

/** Exactly the rows that a decision needs, as of this transaction. */
export function readRows(library: LibraryRows, needs: Needs): Rows {
  const assets = new Map<string, AssetRows>();
  for (const id of needs.assets) {
    const rows = assetRows(library, resolveAlias(library, id));
    if (rows) assets.set(id, rows.asset.id === id ? rows : { ...rows, part: partOf(library, id) });
  }
  const originals = new Map<string, AssetRows>();
  const companions = new Map<string, AssetRows>();
  for (const hash of needs.originals) {
    const rows = holding(library, hash, ['original']);
    if (rows) originals.set(hash, rows);
    const pair = holding(library, hash, COMPANION_ROLES);
    if (pair) companions.set(hash, pair);
  }
  return {
    assets,
    originals,
    companions,
    purged: new Set(needs.originals.filter((hash) => library.isPurged(hash))),
    stored: library.storedSizes(needs.blobs),
    albums: albumRows(library, needs, [...originals.values()]),
  };
}

function albumRows(library: LibraryRows, needs: Needs, originals: readonly AssetRows[]): AlbumRows {
  const { albums, items, of, withOriginals, count, all } = needs.albums;
  if (albums.length === 0 && of.length === 0) return NO_ALBUMS;
  const found = albums.flatMap((id) => library.row(`album:${id}`)?.entity ?? []).filter((each) => each.type === 'album');
  const placed = items
    .flatMap(({ albumId, assetId }) => library.row(`album-item:${albumId}:${resolveAlias(library, assetId)}`)?.entity ?? [])
    .filter((each) => each.type === 'album-item');
  const assets = [...of.map((id) => resolveAlias(library, id)), ...(withOriginals ? originals.map(({ asset }) => asset.id) : [])];
  return {
    albums: new Map(found.map((album) => [album.id, album])),
    items: new Map(placed.map((item) => [itemKey(item.albumId, item.assetId), item])),
    of: new Map(assets.map((id) => [id, library.itemsOf(id)])),
    count: count ? library.countAlbums() : 0,
    all: new Map(all ? library.allAlbums().map((album) => [album.id, album]) : []),
  };
}

/** Live before trashed, then the oldest: the same answer whoever asks. */
function holding(library: LibraryRows, hash: string, roles: readonly string[]): AssetRows | undefined {
  const rows = library
    .holders(hash, roles)
    .map((id) => assetRows(library, id))
    .filter((each) => each !== undefined);
  const rank = ({ asset }: AssetRows): number => (asset.state === 'live' ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || a.asset.addedAt - b.asset.addedAt || (a.asset.id < b.asset.id ? -1 : 1))[0];
}
