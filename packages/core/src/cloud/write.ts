import { entityKey, type Asset, type Change, type Entity, type MutationResult } from '@rollcall/protocol';
import { decide, needs, type Context, type Decision, type RowWrite } from '../library/index.ts';
import { assetRows, pictured, readRows, renditionOf } from './read.ts';
import type { LibraryTables } from './tables.ts';

/** Decides a change and writes what was decided, in the caller's transaction. */
export function applyChange(library: LibraryTables, change: Change, context: Context): MutationResult {
  const decision = decide(readRows(library, needs(change)), change, context);
  writeDecision(library, decision);
  return decision.result;
}

/** Writes what was decided, in its order: rows with their seq, the ledger, the counts, the journal. */
export function writeDecision(library: LibraryTables, decision: Decision): void {
  const touched = new Set<string>();
  for (const write of decision.writes) {
    writeRow(library, write);
    const assetId = assetOf(write);
    if (assetId !== undefined) touched.add(assetId);
  }
  for (const assetId of touched) judgeRendition(library, assetId);
  for (const entry of decision.journal) library.note(entry);
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

function writeRow(library: LibraryTables, write: RowWrite): void {
  switch (write.write) {
    case 'entity':
      if (write.entity.type === 'asset' && write.entity.state === 'purged') keepPurged(library, write.entity.id);
      putEntity(library, write.entity);
      return;
    case 'drop-asset':
      dropAsset(library, write.assetId);
      return;
    case 'remember-purged':
      library.setPurged(write.hash, write.assetId);
      return;
    case 'forget-purged':
      library.forgetPurged(write.hash);
      return;
    default:
      write satisfies never;
  }
}

/** The photo as it is now, just before its purge is written. */
function keepPurged(library: LibraryTables, assetId: string): void {
  const rows = assetRows(library, assetId);
  if (!rows || rows.asset.state === 'purged') return;
  library.keepPurged({ asset: rows.asset, resources: rows.resources.filter(({ removed }) => !removed) });
}

/** Gives an entity the next seq of its library, and all that follows from it; the one place where rows of the feed are written. */
export function putEntity(library: LibraryTables, entity: Entity): void {
  const before = library.row(entityKey(entity))?.entity;
  library.put(entity);
  keepLedger(library, before && bytesOf(before), bytesOf(entity));
  if (entity.type === 'album' && entity.deleted) library.bury(entity.id);
  if (entity.type === 'asset') keepCounts(library, entity.id, before?.type === 'asset' ? before.state : undefined, entity.state);
}

/** An alias has taken the asset's place: its own row goes, and with it its picture and its place in Recently Deleted. */
function dropAsset(library: LibraryTables, assetId: string): void {
  const rows = assetRows(library, assetId);
  if (!rows) return;
  library.drop(`asset:${assetId}`);
  library.drop(`rendition:${assetId}`);
  library.wantRendition(assetId, false);
  keepCounts(library, assetId, rows.asset.state, undefined);
  library.bury(assetId);
}

/** The bytes that a row refers to. */
function bytesOf(entity: Entity): string | undefined {
  return entity.type === 'resource' && !entity.removed ? entity.hash : undefined;
}

/** A resource row that appears refers to its bytes; one that is removed refers to them no more. */
function keepLedger(library: LibraryTables, before: string | undefined, after: string | undefined): void {
  if (before === after) return;
  if (after !== undefined) library.commit(after);
  if (before !== undefined) library.release(before);
}

function keepCounts(library: LibraryTables, assetId: string, before: Asset['state'] | undefined, after: Asset['state'] | undefined): void {
  if (before === after) return;
  library.count(Number(after === 'live') - Number(before === 'live'), Number(after === 'trashed') - Number(before === 'trashed'));
  if (after === 'purged') library.bury(assetId);
  if (after === 'trashed') library.enterTrash(assetId);
  else if (before === 'trashed') library.leaveTrash(assetId);
}

/** A picture is wanted while there is none of what the asset shows. A purged asset's is forgotten. */
function judgeRendition(library: LibraryTables, assetId: string): void {
  const rows = assetRows(library, assetId);
  const source = rows && rows.asset.state !== 'purged' ? pictured(rows) : undefined;
  if (rows?.asset.state === 'purged') library.drop(`rendition:${assetId}`);
  library.wantRendition(assetId, source !== undefined && renditionOf(library, assetId)?.of !== source.id);
}
