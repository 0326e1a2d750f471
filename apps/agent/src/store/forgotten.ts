import type { Asset, Lost, LostPhoto, Resource } from '@rollcall/protocol';
import { LIMITS } from '@rollcall/protocol';
import type Database from 'better-sqlite3';

/**
 * Live assets that the server told of once, and after a backup was put back there tells of no more. A file here gives its
 * photo back with what was said of it; an original that is nowhere any more is lost with the server.
 */
export class Forgotten {
  readonly #db: Database.Database;
  readonly #any: Database.Statement<[], { one: number }>;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#any = db.prepare('select 1 as one from forgotten limit 1');
  }

  note(asset: Asset, original: Resource, now: number): void {
    if (asset.state !== 'live') return;
    this.#db
      .prepare('insert or ignore into forgotten (asset_id, original, size, asset, since) values (?, ?, ?, ?, ?)')
      .run(asset.id, original.hash, original.size, JSON.stringify(asset), now);
  }

  /** What was said of it; null: it is not forgotten. */
  asset(assetId: string): Asset | null {
    const row = this.#db.prepare<[string], { asset: string }>('select asset from forgotten where asset_id = ?').get(assetId);
    return row ? (JSON.parse(row.asset) as Asset) : null;
  }

  /** Drops those whose bytes the server has again. */
  tidy(): void {
    if (!this.#any.get()) return;
    this.#db.prepare('delete from forgotten where exists (select 1 from remote_hash where hash = original and removed = 0)').run();
  }

  lost(): Lost {
    // Asked at every count; nearly always there is nothing.
    if (!this.#any.get()) return { count: 0, photos: [] };
    const nowhere = `from forgotten where not exists (select 1 from remote_hash where hash = original and removed = 0)
      and not exists (select 1 from local where hash = original and missing_since is null)`;
    const { count } = this.#db.prepare<[], { count: number }>(`select count(*) as count ${nowhere}`).get() ?? { count: 0 };
    if (count === 0) return { count, photos: [] };
    const rows = this.#db
      .prepare<[number], Row>(
        `select asset, size, since, exists (select 1 from local where local.asset_id = forgotten.asset_id and missing_since is null) as here ${nowhere} order by asset_id limit ?`,
      )
      .all(LIMITS.rollEntries);
    return { count, photos: rows.map(toldAs) };
  }

  /** The person says that it is gone. False: it is not among the lost. */
  forget(assetId: string): boolean {
    return this.#db.prepare('delete from forgotten where asset_id = ?').run(assetId).changes === 1;
  }
}

interface Row {
  readonly asset: string;
  readonly size: number;
  readonly since: number;
  readonly here: number;
}

function toldAs(row: Row): LostPhoto {
  const { id, fileName, capturedAt } = JSON.parse(row.asset) as Asset;
  return { assetId: id, fileName, capturedAt, size: row.size, part: row.here === 1 ? 'original' : 'photo', since: row.since };
}
