import type Database from 'better-sqlite3';
import type { Evictable } from '@rollcall/core';
import type { Album, AlbumItem, StorageTold } from '@rollcall/protocol';

/** A file of a photo that may make room: where it lies, and when this program last read all of it (milliseconds). */
export interface EvictableFile {
  readonly key: number;
  readonly path: string;
  readonly readAt: number | null;
}
export interface EvictableRows extends Omit<Evictable, 'pinned'> {
  readonly files: readonly EvictableFile[];
}

/** A file that is compressed here, and the original that it stands for. */
export interface StandInRow {
  readonly key: number;
  readonly path: string;
  /** The photo whose file it is; until it is bound to one, the one that it names inside. */
  readonly assetId: string;
  /** Bytes of the file here, and of the original. */
  readonly size: number;
  readonly original: number;
  /** When it was taken, milliseconds since 1970; null: nobody knows. */
  readonly takenAt: number | null;
}

interface Row {
  readonly key: number;
  readonly path: string;
  readonly size: number;
  readonly assetId: string;
  readonly cameAt: number;
  readonly readAt: number | null;
  readonly capturedAt: string | null;
  readonly addedAt: number | null;
  readonly favourite: number | null;
}

/** Read, agreed on and undisturbed: what the planner looks at again before it goes. */
const IN_FULL = `stand_in is null and missing_since is null and excluded is null and trouble is null and rotted is null
  and hash is not null and base_hash = hash and agreed_at is not null`;

/** The bytes that a stand-in stands for, as the library tells of them. */
const ORIGINAL = `coalesce((
  select its.entity ->> '$.size' from remote_hash which join remote its on its.key = 'resource:' || which.resource_id
  where which.hash = local.stand_in ->> '$.of' limit 1), 0)`;

/** What a device asks of its rows to keep within its budget. */
export class StorageRows {
  readonly #db: Database.Database;
  readonly #bytes: Database.Statement<[], number>;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#bytes = db.prepare<[], number>('select bytes from bytes_here').pluck();
  }

  /** Bytes of all files here, photos or not. */
  bytesHere(): number {
    return this.#bytes.get() ?? 0;
  }

  /**
   * Photos here that could make room, as far as the rows say, in the order of their ids, of at most `most` ids after `after`: few at a time, for who
   * asks has other things to do between. `next`: where to go on; null: that was all.
   */
  evictable(after: string, most: number): { readonly photos: EvictableRows[]; readonly next: string | null } {
    const last = this.#db
      .prepare<[string, number], string | null>(
        `select max(asset_id) from (select distinct asset_id from local where asset_id > ? and ${IN_FULL} order by asset_id limit ?)`,
      )
      .pluck()
      .get(after, most);
    if (last == null) return { photos: [], next: null };
    const rows = this.#db
      .prepare<[string, string], Row>(
        `select local.key, local.path, local.size, local.asset_id as assetId, local.agreed_at as cameAt, local.hashed_at as readAt,
           asset.entity ->> '$.capturedAt' as capturedAt, asset.entity ->> '$.addedAt' as addedAt, asset.entity ->> '$.favourite' as favourite
         from local join remote asset on asset.key = 'asset:' || local.asset_id and asset.entity ->> '$.state' = 'live'
         where local.asset_id > ? and local.asset_id <= ? and ${IN_FULL} order by local.asset_id, local.key`,
      )
      .all(after, last);
    const photos = new Map<string, Row[]>();
    for (const row of rows) {
      const files = photos.get(row.assetId);
      if (files) files.push(row);
      else photos.set(row.assetId, [row]);
    }
    return { photos: [...photos].map(([assetId, files]) => photoOf(assetId, files)), next: last };
  }

  standIns(): StandInRow[] {
    return this.#db
      .prepare<[], Omit<StandInRow, 'takenAt'> & { readonly capturedAt: string | null }>(
        `select local.key, local.path, coalesce(local.asset_id, local.stand_in ->> '$.assetId') as assetId, local.size, ${ORIGINAL} as original, asset.entity ->> '$.capturedAt' as capturedAt
         from local indexed by local_stand_ins left join remote asset on asset.key = 'asset:' || local.asset_id
         where local.stand_in is not null and local.missing_since is null`,
      )
      .all()
      .map(({ capturedAt, ...row }) => ({ ...row, takenAt: momentOf(capturedAt) }));
  }

  sums(): StorageTold {
    const full = this.#db
      .prepare<[], { readonly files: number; readonly bytes: number }>(
        `select count(*) as files, coalesce(sum(size), 0) as bytes from local where stand_in is null and missing_since is null and excluded is null`,
      )
      .get();
    const compressed = this.#db
      .prepare<[], StorageTold['compressed']>(
        `select count(*) as files, coalesce(sum(size), 0) as bytes, coalesce(sum(${ORIGINAL}), 0) as originals
         from local indexed by local_stand_ins where stand_in is not null and missing_since is null`,
      )
      .get();
    return { full: full ?? { files: 0, bytes: 0 }, compressed: compressed ?? { files: 0, bytes: 0, originals: 0 } };
  }

  /** Albums by their id, or by their title in whatever case. */
  albums(named: string): { readonly id: string; readonly title: string }[] {
    return this.#db
      .prepare<[string, string], { readonly id: string; readonly title: string }>(
        `select entity ->> '$.id' as id, entity ->> '$.title' as title from remote
         where type = 'album' and entity ->> '$.deleted' = 0 and coalesce(entity ->> '$.kind', 'photos') = 'photos'
           and (entity ->> '$.id' = ? or entity ->> '$.title' = ? collate nocase)`,
      )
      .all(named, named);
  }

  /** Albums of every kind that are there. */
  allAlbums(): Album[] {
    const rows = this.#db.prepare<[], string>("select entity from remote where type = 'album' and entity ->> '$.deleted' = 0");
    return rows
      .pluck()
      .all()
      .map((entity) => JSON.parse(entity) as Album);
  }

  /** Who is in an album, and where; who was taken out, too. */
  itemsOf(albumId: string): AlbumItem[] {
    const rows = this.#db.prepare<[string, string], string>(
      "select entity from remote where key > 'album-item:' || ? || ':' and key < 'album-item:' || ? || ';'",
    );
    return rows
      .pluck()
      .all(albumId, albumId)
      .map((entity) => JSON.parse(entity) as AlbumItem);
  }

  /** Ids of the photos of an album that is there. */
  photosOf(albumId: string): string[] {
    return this.#db
      .prepare<[string, string, string], string>(
        `select entity ->> '$.assetId' from remote where key > 'album-item:' || ? || ':' and key < 'album-item:' || ? || ';'
         and entity ->> '$.removed' = 0
         and exists (select 1 from remote album where album.key = 'album:' || ? and album.entity ->> '$.deleted' = 0)`,
      )
      .pluck()
      .all(albumId, albumId, albumId);
  }
}

function photoOf(assetId: string, files: readonly Row[]): EvictableRows {
  const [first] = files;
  return {
    assetId,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    cameAt: files.reduce((last, { cameAt }) => Math.max(last, cameAt), 0),
    takenAt: momentOf(first?.capturedAt ?? null),
    addedAt: first?.addedAt ?? null,
    favourite: first?.favourite === 1,
    files: files.map(({ key, path, readAt }) => ({ key, path, readAt })),
  };
}

function momentOf(capturedAt: string | null): number | null {
  const at = capturedAt === null ? Number.NaN : Date.parse(capturedAt);
  return Number.isFinite(at) ? at : null;
}
