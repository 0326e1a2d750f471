import {
  decide,
  itemKey,
  needs,
  NO_ALBUMS,
  type AlbumRows,
  type AssetRows,
  type Context,
  type Decision,
  type Needs,
  type PurgedAsset,
  type Rows,
  type RowWrite,
} from '@rollcall/core';
import {
  COMPANION_ROLES,
  entityKey,
  isAlbumChange,
  type Album,
  type AlbumItem,
  type Asset,
  type Change,
  type Entity,
  type MutationResult,
  type Resource,
} from '@rollcall/protocol';
import { commitBytes, releaseBytes } from './ledger.ts';
import { keyOf, type Tables } from './tables.ts';

/** Follows the aliases. An id that is none is its own answer. */
export function resolve(tables: Tables, library: string, assetId: string): string {
  let id = assetId;
  for (const seen = new Set<string>(); !seen.has(id);) {
    seen.add(id);
    const row = tables.entity(library, `alias:${id}`);
    if (row?.entity.type !== 'alias') return id;
    id = row.entity.to;
  }
  throw new Error(`the aliases of ${assetId} lead in a circle`);
}

function partOf(tables: Tables, library: string, assetId: string): string | undefined {
  const row = tables.entity(library, `alias:${assetId}`);
  if (row?.entity.type !== 'alias') return undefined;
  return row.entity.role ?? partOf(tables, library, row.entity.to);
}

export function assetRows(tables: Tables, library: string, assetId: string): AssetRows | undefined {
  const row = tables.entity(library, `asset:${assetId}`);
  if (!row) return undefined;
  const resources = (tables.index(library).byAsset.get(assetId) ?? []).map(({ entity }) => entity as Resource);
  return { asset: row.entity as Asset, seq: row.seq, resources };
}

/** Live before trashed, then the oldest: the same answer whoever asks. */
function holding(tables: Tables, library: string, hash: string, roles: readonly string[]): AssetRows | undefined {
  const ids = new Set(
    (tables.index(library).byHash.get(hash) ?? []).flatMap(({ entity }) =>
      entity.type === 'resource' && roles.includes(entity.role) ? [entity.assetId] : [],
    ),
  );
  const rows = [...ids].map((id) => assetRows(tables, library, id)).filter((each) => each !== undefined);
  const rank = ({ asset }: AssetRows): number => (asset.state === 'live' ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || a.asset.addedAt - b.asset.addedAt || (a.asset.id < b.asset.id ? -1 : 1))[0];
}

/** Exactly the rows that a decision needs, as of this transaction. */
export function readRows(tables: Tables, library: string, needed: Needs): Rows {
  const assets = new Map<string, AssetRows>();
  for (const id of needed.assets) {
    const rows = assetRows(tables, library, resolve(tables, library, id));
    if (rows) assets.set(id, rows.asset.id === id ? rows : { ...rows, part: partOf(tables, library, id) });
  }
  const originals = new Map<string, AssetRows>();
  const companions = new Map<string, AssetRows>();
  const purged = new Set<string>();
  for (const hash of needed.originals) {
    const rows = holding(tables, library, hash, ['original']);
    if (rows) originals.set(hash, rows);
    const pair = holding(tables, library, hash, COMPANION_ROLES);
    if (pair) companions.set(hash, pair);
    if (tables.purgedHashes.has(keyOf(library, hash))) purged.add(hash);
  }
  const stored = new Map<string, number>();
  for (const hash of needed.blobs) {
    const row = tables.ledgerRow(library, hash);
    if (row && row.state !== 'reserved') stored.set(hash, row.size);
  }
  return { assets, originals, companions, purged, stored, albums: albumRows(tables, library, needed, [...originals.values()]) };
}

function albumRows(tables: Tables, library: string, needed: Needs, originals: readonly AssetRows[]): AlbumRows {
  const { albums, items, of, withOriginals, count } = needed.albums;
  if (albums.length === 0 && of.length === 0) return NO_ALBUMS;
  const entity = <T extends Entity>(key: string): T[] => {
    const row = tables.entity(library, key);
    return row ? [row.entity as T] : [];
  };
  const found = albums.flatMap((id) => entity<Album>(`album:${id}`));
  const placed = items.flatMap(({ albumId, assetId }) => entity<AlbumItem>(`album-item:${albumId}:${resolve(tables, library, assetId)}`));
  const assets = [...of.map((id) => resolve(tables, library, id)), ...(withOriginals ? originals.map(({ asset }) => asset.id) : [])];
  const all = tables.index(library).rows.map((row) => row.entity);
  const itemsOf = (id: string): AlbumItem[] => all.filter((each): each is AlbumItem => each.type === 'album-item' && each.assetId === id);
  return {
    albums: new Map(found.map((album) => [album.id, album])),
    items: new Map(placed.map((item) => [itemKey(item.albumId, item.assetId), item])),
    of: new Map(assets.map((id) => [id, itemsOf(id)])),
    count: count ? all.filter(({ type }) => type === 'album').length : 0,
  };
}

/** Decides one change and writes what was decided, inside the caller's transaction. */
export function applyChange(tables: Tables, library: string, change: Change, context: Context): MutationResult {
  const rows = readRows(tables, library, needs(change));
  const decision = decide(rows, change, context);
  writeDecision(tables, library, decision, context);
  tables.watcher?.changed(library, change, isAlbumChange(change) ? undefined : rows.assets.get(change.args.assetId), decision.result);
  return decision.result;
}

export function writeDecision(tables: Tables, library: string, decision: Decision, { deviceId }: Context): void {
  for (const write of decision.writes) {
    if (write.write === 'entity' && write.entity.type === 'asset' && write.entity.state === 'purged')
      rememberPurged(tables, library, write.entity.id);
    writeRow(tables, library, write);
  }
  for (const { assetId, what } of decision.journal) tables.journal.set(tables.journal.size + 1, { library, assetId, what, deviceId });
}

function rememberPurged(tables: Tables, library: string, assetId: string): void {
  const rows = assetRows(tables, library, assetId);
  if (!rows || rows.asset.state === 'purged') return;
  const purged: PurgedAsset = { asset: rows.asset, resources: rows.resources.filter(({ removed }) => !removed) };
  tables.purgedAssets.set(keyOf(library, assetId), { ...purged, since: tables.seen });
}

function writeRow(tables: Tables, library: string, write: RowWrite): void {
  switch (write.write) {
    case 'entity':
      putEntity(tables, library, write.entity);
      return;
    case 'drop-asset': {
      const rows = assetRows(tables, library, write.assetId);
      if (!rows) return;
      tables.entities.delete(keyOf(library, `asset:${write.assetId}`));
      tables.entities.delete(keyOf(library, `rendition:${write.assetId}`));
      tables.inTrash.delete(keyOf(library, write.assetId));
      bury(tables, library, write.assetId);
      return;
    }
    case 'remember-purged':
      tables.purgedHashes.set(keyOf(library, write.hash), write.assetId);
      return;
    case 'forget-purged':
      tables.purgedHashes.delete(keyOf(library, write.hash));
      return;
    default:
      write satisfies never;
  }
}

function bury(tables: Tables, library: string, assetId: string): void {
  const key = keyOf(library, assetId);
  if (!tables.tombstones.has(key)) tables.tombstones.set(key, tables.seen);
}

/** Gives an entity the next seq of its library; the one place where rows of the feed are written. */
function putEntity(tables: Tables, library: string, entity: Entity): void {
  const row = tables.library(library);
  const seq = row.head + 1;
  tables.libraries.set(library, { ...row, head: seq });
  const key = entityKey(entity);
  const before = tables.entity(library, key)?.entity;
  tables.entities.set(keyOf(library, key), { library, seq, entity });
  const [had, has] = [referredBy(before), referredBy(entity)];
  if (had !== has) {
    if (has !== null) commitBytes(tables, library, has);
    if (had !== null) releaseBytes(tables, library, had);
  }
  if (entity.type === 'album' && entity.deleted) bury(tables, library, entity.id);
  if (entity.type !== 'asset') return;
  const was = before?.type === 'asset' ? before.state : undefined;
  if (was === entity.state) return;
  if (entity.state === 'purged') bury(tables, library, entity.id);
  if (entity.state === 'trashed') tables.inTrash.set(keyOf(library, entity.id), tables.seen);
  else tables.inTrash.delete(keyOf(library, entity.id));
}

function referredBy(entity: Entity | undefined): string | null {
  return entity?.type === 'resource' && !entity.removed ? entity.hash : null;
}
