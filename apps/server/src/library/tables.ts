import { wantRead } from './sidecars.ts';
import type { JournalEntry, LibraryTables, PurgedAsset } from '@rollcall/core';
import { entityKey, type Entity } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { commit, release } from '../bytes/index.ts';
import { sql } from '../statements.ts';
import { noteHalvesOfPart } from './halves.ts';
import { rememberPurged } from './purged.ts';
import { SqliteRows } from './read.ts';
import { bury } from './tombstones.ts';
import { enterTrash, leaveTrash } from './trash.ts';

/** Who writes, and when. */
export interface Writer {
  /** Null: the server itself. */
  readonly deviceId: string | null;
  /** The server's clock. */
  readonly now: number;
}

/** The rows of one library, to be written inside the caller's transaction. */
export class SqliteTables extends SqliteRows implements LibraryTables {
  readonly #by: Writer;

  constructor(database: Database, library: number, by: Writer) {
    super(database, library);
    this.#by = by;
  }

  put(entity: Entity): void {
    const { database, library } = this;
    const key = entityKey(entity);
    const before = sql(database, 'SELECT seq FROM entities WHERE library = ? AND key = ?').get(library, key) as { seq: number } | undefined;
    const { head } = sql(database, 'UPDATE libraries SET head = head + 1 WHERE num = ? RETURNING head').get(library) as { head: number };
    const { assetId, role, hash } = columnsOf(entity);
    if (entity.type === 'resource') wantRead(database, library, entity);
    // With a role, it became a part.
    if (entity.type === 'alias' && entity.role !== undefined) noteHalvesOfPart(database, library, entity.from, entity.to);
    const json = JSON.stringify(entity);
    if (before)
      sql(database, 'UPDATE entities SET seq = ?, asset_id = ?, role = ?, hash = ?, json = ? WHERE library = ? AND seq = ?').run(
        head,
        assetId,
        role,
        hash,
        json,
        library,
        before.seq,
      );
    else
      sql(database, 'INSERT INTO entities (library, seq, key, asset_id, role, hash, json) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
        library,
        head,
        key,
        assetId,
        role,
        hash,
        json,
      );
  }

  drop(key: string): void {
    sql(this.database, 'DELETE FROM entities WHERE library = ? AND key = ?').run(this.library, key);
  }

  commit(hash: string): void {
    commit(this.database, this.id, hash);
  }

  release(hash: string): void {
    release(this.database, this.id, hash);
  }

  setPurged(hash: string, assetId: string): void {
    sql(this.database, 'INSERT OR REPLACE INTO purged_originals (library, hash, asset_id, at) VALUES (?, ?, ?, ?)').run(
      this.library,
      hash,
      assetId,
      this.#by.now,
    );
  }

  forgetPurged(hash: string): void {
    sql(this.database, 'DELETE FROM purged_originals WHERE library = ? AND hash = ?').run(this.library, hash);
  }

  keepPurged(purged: PurgedAsset): void {
    rememberPurged(this.database, this.library, purged, this.#by);
  }

  count(live: number, trashed: number): void {
    sql(this.database, 'UPDATE libraries SET live = live + ?, trashed = trashed + ? WHERE num = ?').run(live, trashed, this.library);
  }

  bury(id: string): void {
    bury(this.database, this.library, id);
  }

  enterTrash(assetId: string): void {
    enterTrash(this.database, this.library, assetId);
  }

  leaveTrash(assetId: string): void {
    leaveTrash(this.database, this.library, assetId);
  }

  wantRendition(assetId: string, wanted: boolean): void {
    const text = wanted
      ? 'INSERT OR IGNORE INTO wanted_renditions (library, asset_id) VALUES (?, ?)'
      : 'DELETE FROM wanted_renditions WHERE library = ? AND asset_id = ?';
    sql(this.database, text).run(this.library, assetId);
  }

  note({ assetId, what, old, new: after }: JournalEntry): void {
    sql(this.database, 'INSERT INTO journal (library, asset_id, at, device_id, what, old, new) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      this.library,
      assetId,
      this.#by.now,
      this.#by.deviceId,
      what,
      JSON.stringify(old),
      JSON.stringify(after),
    );
  }
}

/** What a row is found by. */
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
