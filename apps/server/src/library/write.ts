import type { Decision, RowWrite } from '@rollcall/core';
import { entityKey, type Entity } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { commit, release } from '../bytes/index.ts';
import { sql } from '../statements.ts';
import type { LibraryRow } from './library-row.ts';
import { rememberPurged } from './purged.ts';
import { assetRows, renditionOf, shown } from './read.ts';
import { bury } from './tombstones.ts';
import { enterTrash, leaveTrash } from './trash.ts';

interface Before {
  readonly seq: number;
  readonly hash: string | null;
  readonly json: string;
}

/** Writes what was decided: rows with their seq, the ledger, the counts, the journal. Inside the caller's transaction. */
export function writeDecision(
  database: Database,
  library: LibraryRow,
  decision: Decision,
  by: { readonly deviceId: string | null; readonly now: number },
): void {
  const touched = new Set<string>();
  for (const write of decision.writes) {
    if (write.write === 'entity' && write.entity.type === 'asset' && write.entity.state === 'purged')
      rememberPurged(database, library, write.entity.id, by);
    writeRow(database, library, write, by.now);
    const assetId = assetOf(write);
    if (assetId !== undefined) touched.add(assetId);
  }
  for (const assetId of touched) wantRendition(database, library.num, assetId);
  for (const { assetId, what, old, new: after } of decision.journal) {
    sql(database, 'INSERT INTO journal (library, asset_id, at, device_id, what, old, new) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      library.num,
      assetId,
      by.now,
      by.deviceId,
      what,
      JSON.stringify(old),
      JSON.stringify(after),
    );
  }
}

function assetOf(write: RowWrite): string | undefined {
  if (write.write !== 'entity') return undefined;
  switch (write.entity.type) {
    case 'asset':
      return write.entity.id;
    case 'resource':
      return write.entity.assetId;
    case 'alias':
    case 'album':
    case 'album-item':
      return undefined;
    default:
      return write.entity satisfies never;
  }
}

function writeRow(database: Database, library: LibraryRow, write: RowWrite, now: number): void {
  switch (write.write) {
    case 'entity':
      putEntity(database, library, write.entity);
      return;
    case 'drop-asset':
      dropAsset(database, library, write.assetId);
      return;
    case 'remember-purged':
      sql(database, 'INSERT OR REPLACE INTO purged_originals (library, hash, asset_id, at) VALUES (?, ?, ?, ?)').run(
        library.num,
        write.hash,
        write.assetId,
        now,
      );
      return;
    case 'forget-purged':
      sql(database, 'DELETE FROM purged_originals WHERE library = ? AND hash = ?').run(library.num, write.hash);
      return;
    default:
      write satisfies never;
  }
}

/** Gives an entity the next seq of its library; the one place where rows of the feed are written. */
export function putEntity(database: Database, library: LibraryRow, entity: Entity): number {
  const key = entityKey(entity);
  const before = sql(database, 'SELECT seq, hash, json FROM entities WHERE library = ? AND key = ?').get(library.num, key) as
    | Before
    | undefined;
  const { head } = sql(database, 'UPDATE libraries SET head = head + 1 WHERE num = ? RETURNING head').get(library.num) as { head: number };
  const columns = columnsOf(entity);
  const json = JSON.stringify(entity);
  if (before) {
    sql(database, 'UPDATE entities SET seq = ?, asset_id = ?, role = ?, hash = ?, json = ? WHERE library = ? AND seq = ?').run(
      head,
      columns.assetId,
      columns.role,
      columns.hash,
      json,
      library.num,
      before.seq,
    );
  } else {
    sql(database, 'INSERT INTO entities (library, seq, key, asset_id, role, hash, json) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      library.num,
      head,
      key,
      columns.assetId,
      columns.role,
      columns.hash,
      json,
    );
  }
  keepLedger(database, library.id, before?.hash ?? null, columns.hash);
  if (entity.type === 'album' && entity.deleted) bury(database, library.num, entity.id);
  if (entity.type === 'asset')
    keepCounts(database, library.num, entity.id, before && (JSON.parse(before.json) as { state: AssetState }).state, entity.state);
  return head;
}

/** An alias has taken the asset's place: its own row goes, and with it its picture and its place in Recently Deleted. */
function dropAsset(database: Database, library: LibraryRow, assetId: string): void {
  const rows = assetRows(database, library.num, assetId);
  if (!rows) return;
  sql(database, 'DELETE FROM entities WHERE library = ? AND key IN (?, ?)').run(library.num, `asset:${assetId}`, `rendition:${assetId}`);
  sql(database, 'DELETE FROM wanted_renditions WHERE library = ? AND asset_id = ?').run(library.num, assetId);
  keepCounts(database, library.num, assetId, rows.asset.state, undefined);
  bury(database, library.num, assetId);
}

type AssetState = 'live' | 'trashed' | 'purged';

function columnsOf(entity: Entity): { assetId: string | null; role: string | null; hash: string | null } {
  switch (entity.type) {
    case 'resource':
      return { assetId: entity.assetId, role: entity.role, hash: entity.removed ? null : entity.hash };
    case 'alias':
      return { assetId: entity.to, role: null, hash: null };
    case 'album-item':
      return { assetId: entity.assetId, role: null, hash: null };
    case 'asset':
    case 'album':
    case 'rendition':
      return { assetId: null, role: null, hash: null };
    default:
      return entity satisfies never;
  }
}

/** A resource row that appears refers to its bytes; one that is removed refers to them no more. */
function keepLedger(database: Database, libraryId: string, before: string | null, after: string | null): void {
  if (before === after) return;
  if (after !== null) commit(database, libraryId, after);
  if (before !== null) release(database, libraryId, before);
}

function keepCounts(
  database: Database,
  library: number,
  assetId: string,
  before: AssetState | undefined,
  after: AssetState | undefined,
): void {
  if (before === after) return;
  const live = Number(after === 'live') - Number(before === 'live');
  const trashed = Number(after === 'trashed') - Number(before === 'trashed');
  sql(database, 'UPDATE libraries SET live = live + ?, trashed = trashed + ? WHERE num = ?').run(live, trashed, library);
  if (after === 'purged') bury(database, library, assetId);
  if (after === 'trashed') enterTrash(database, library, assetId);
  else if (before === 'trashed') leaveTrash(database, library, assetId);
}

/** A picture is wanted while there is none of what the asset shows. A purged asset's is forgotten. */
function wantRendition(database: Database, library: number, assetId: string): void {
  const rows = assetRows(database, library, assetId);
  const source = rows && rows.asset.state !== 'purged' ? shown(rows) : undefined;
  if (rows?.asset.state === 'purged')
    sql(database, 'DELETE FROM entities WHERE library = ? AND key = ?').run(library, `rendition:${assetId}`);
  if (source && renditionOf(database, library, assetId)?.of !== source.id)
    sql(database, 'INSERT OR IGNORE INTO wanted_renditions (library, asset_id) VALUES (?, ?)').run(library, assetId);
  else sql(database, 'DELETE FROM wanted_renditions WHERE library = ? AND asset_id = ?').run(library, assetId);
}
