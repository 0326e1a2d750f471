import { openSqlite, type Sqlite } from '@rollcall/sqlite';
import type Database from 'better-sqlite3';
import {
  type DeletedBefore,
  type DeviceIdentity,
  type FileKnown,
  type FilePatch,
  type GivingWay,
  HOLD_DAY_MS,
  type LetThrough,
  type LocalFile,
  type NewFile,
  type OutboxEntry,
  type Placing,
  type PullEffect,
  type QueuedChange,
  type RemoteAsset,
  type Reread,
  type Trouble,
  partsAlone,
} from '@rollcall/core';
import { bringUpToDate, refuseNewer } from './bring-up-to-date.ts';
import type { DurableStore, LibrarySums } from './durable-store.ts';
import { CHAIN_START, COMPANION_ROLES, isCompanion, mutationHash, subjectOf } from '@rollcall/protocol';
import type { Acknowledged, Asset, Change, Entity, FeedEntry, Lost, Mutation, MutationResult, Resource } from '@rollcall/protocol';
import { entityKey } from '@rollcall/protocol';
import { Forgotten } from './forgotten.ts';
import { StorageRows } from './storage-rows.ts';
import { LIBRARY_SUMS, TO_PLAN } from './to-plan.ts';
import { columnsOf, readFile, type FileRow } from './file-row.ts';

/**
 * Opens (and makes, where it is new) the store of a device. Throws when the file is no store, `NewerSchema` and `NoRoomForCopy`.
 * @param copy whether an older store is copied before it is brought up to date
 */
export function openDeviceStore(file: string, copy: 'before-update' | 'none' = 'before-update'): DurableStore {
  refuseNewer(file);
  return new SqliteDeviceStore(file, copy);
}

/** Pages of the database kept in memory at most: what a page of the feed touches, so that none is written twice. KiB. */
const CACHE = 32 * 1024;
/** The note of what the library holds, and at which cursor. */
const SUMS = 'library-sums';
/** Roles of companions, as a list in SQL. */
const COMPANIONS = COMPANION_ROLES.map((role) => `'${role}'`).join(', ');
/** The bytes of its photo that a file here is, or, compressed, stands for. */
const STANDS_FOR = `case when local.stand_in is null then coalesce(local.hash, local.base_hash) else local.base_hash end`;

interface OutboxRow {
  n: number;
  name: Change['name'];
  asset_id: string;
  hash: string | null;
  body: string;
  mutation_hash: string;
  result: string | null;
}

/** As the index of them has it. */
const SIDECAR = "excluded = 'not-a-photo' and hash is not null";
/** Behind whatever a path can go on with. */
const LAST_LETTER = '\u{10ffff}';

class SqliteDeviceStore implements DurableStore {
  readonly #sqlite: Sqlite;
  readonly #db: Database.Database;
  readonly storage: StorageRows;
  readonly #forgotten: Forgotten;
  readonly #prepared = new Map<string, Database.Statement>();
  /** How many files there are, and up to which change by another program; an agent asks twice a second. Null: it is not known now. */
  #counted: { readonly files: number; readonly others: number } | null = null;

  constructor(file: string, copy: 'before-update' | 'none') {
    this.#sqlite = openSqlite(file, { checkpointPages: 8000, patience: 10_000 });
    this.#db = this.#sqlite.database;
    this.#db.pragma(`cache_size = -${CACHE}`);
    try {
      bringUpToDate(this.#db, copy);
      this.#forgotten = new Forgotten(this.#db);
      this.storage = new StorageRows(this.#db);
    } catch (error) {
      this.#sqlite.close();
      throw error;
    }
  }

  #sql<Row>(sql: string): Database.Statement<unknown[], Row> {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement as Database.Statement<unknown[], Row>;
  }

  transact<T>(step: () => T): T {
    return this.#db.inTransaction ? step() : this.#db.transaction(step).immediate();
  }

  synced(): Promise<void> {
    return this.#sqlite.synced();
  }

  close(): void {
    this.#sqlite.close();
  }

  identity(): DeviceIdentity | null {
    const text = this.note('identity');
    return text === null ? null : (JSON.parse(text) as DeviceIdentity);
  }

  setIdentity(identity: DeviceIdentity): void {
    this.setNote('identity', JSON.stringify(identity));
  }

  note(key: string): string | null {
    return this.#sql<{ value: string }>('select value from meta where key = ?').get(key)?.value ?? null;
  }

  setNote(key: string, value: string | null): void {
    if (value === null) this.#sql('delete from meta where key = ?').run(key);
    else this.#sql('insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value').run(key, value);
  }

  known(): Map<string, FileKnown> {
    const rows = this.#sql<[path: string, stamp: string, racy: number]>('select path, stamp, racy from local').raw().all();
    const known = new Map<string, FileKnown>();
    for (const [path, stamp, racy] of rows) known.set(path, { stamp, racy: racy === 1 });
    return known;
  }

  knownBelow(path: string): Map<string, FileKnown> {
    // '0' follows '/' in ASCII, so the range is everything below the path.
    const rows = this.#sql<{ path: string; stamp: string; racy: number }>(
      'select path, stamp, racy from local where path = ? or (path >= ? and path < ?)',
    ).all(path, `${path}/`, `${path}0`);
    return new Map(rows.map((row) => [row.path, { stamp: row.stamp, racy: row.racy === 1 }]));
  }

  missing(): LocalFile[] {
    return this.#sql<FileRow>('select * from local where missing_since is not null').all().map(readFile);
  }

  held(): LocalFile[] {
    return this.#sql<FileRow>('select * from local where held = 1 and missing_since is not null order by path').all().map(readFile);
  }

  here(): ReturnType<DurableStore['here']> {
    const here = this.#sql<{ n: number }>(
      'select count(distinct asset_id) as n from local where asset_id is not null and missing_since is null and excluded is null',
    ).get();
    const rows = this.#sql<{ top: string; n: number }>(
      `select substr(path, 1, instr(path, '/') - 1) as top, count(distinct asset_id) as n from local
       where asset_id is not null and missing_since is null and excluded is null and instr(path, '/') > 0 group by top`,
    ).all();
    return { here: here?.n ?? 0, hereByTop: new Map(rows.map(({ top, n }) => [top, n])) };
  }

  hasUnbound(hash: string): boolean {
    return (
      this.#sql('select 1 from local where hash = ? and asset_id is null and missing_since is null and excluded is null limit 1').get(
        hash,
      ) !== undefined
    );
  }

  letThrough(now: number): LetThrough[] {
    this.#sql('delete from let_through where at <= ?').run(now - HOLD_DAY_MS);
    return this.#sql<{ assetId: string; path: string; at: number }>('select asset_id as assetId, path, at from let_through').all();
  }

  addLetThrough({ assetId, path, at }: LetThrough): void {
    this.#sql('insert or replace into let_through (asset_id, path, at) values (?, ?, ?)').run(assetId, path, at);
  }

  clearLetThrough(): void {
    this.#sql('delete from let_through').run();
  }

  unread(): number {
    return (
      this.#sql<{ n: number }>(
        'select count(*) as n from local where hash is null and excluded is null and missing_since is null and trouble is null',
      ).get()?.n ?? 0
    );
  }

  unsettled(): number {
    return (
      this.#sql<{ n: number }>(
        `select count(*) as n from local where hash is null and excluded is null and missing_since is null
         and trouble ->> '$.code' = 'file-changing' and trouble ->> '$.nextTry' is not null`,
      ).get()?.n ?? 0
    );
  }

  unreadable(): LocalFile[] {
    return this.#sql<FileRow>(
      'select * from local where hash is null and excluded is null and missing_since is null and trouble is not null and size > 0',
    )
      .all()
      .map(readFile);
  }

  unseen(): LocalFile[] {
    return this.#sql<FileRow>("select * from local where trouble is not null and trouble ->> '$.evidence.unseen' is not null")
      .all()
      .map(readFile);
  }

  hashedLongestAgo(): { file: LocalFile; hashedAt: number | null } | null {
    const row = this.#sql<FileRow>(
      `select * from local where hash is not null and excluded is null and missing_since is null and trouble is null
       order by hashed_at limit 1`,
    ).get();
    return row ? { file: readFile(row), hashedAt: row.hashed_at } : null;
  }

  holds(hash: string): boolean {
    const row = this.#sql(
      `select 1 from local where hash = ? and missing_since is null and excluded is null
       and (asset_id is null or base_hash is null or base_hash <> hash) limit 1`,
    ).get(hash);
    return row !== undefined;
  }

  agreedOn(hash: string, key: number): boolean {
    return this.#sql('select 1 from local where base_hash = ? and key <> ? and asset_id is not null limit 1').get(hash, key) !== undefined;
  }

  twin(hash: string, key: number): LocalFile | null {
    const row = this.#sql<FileRow>(
      'select * from local where hash = ? and key <> ? and asset_id is not null and missing_since is null',
    ).get(hash, key);
    return row ? readFile(row) : null;
  }

  settlingHere(hash: string): boolean {
    return (
      this.#sql(
        `select 1 from local where hash = ? and missing_since is null and excluded is null
         and (asset_id is null or not exists (select 1 from remote where key = 'asset:' || local.asset_id))
         and (trouble is null or json_extract(trouble, '$.code') = 'deleted-before')`,
      ).get(hash) !== undefined
    );
  }

  partingHere(hash: string): boolean {
    return (
      this.#sql(
        `select 1 from local where base_hash = ? and (hash is null or hash = base_hash or stand_in is not null)
         and missing_since is null and excluded is null and trouble is null
         and exists (select 1 from remote where key = 'asset:' || local.asset_id)
         and not exists (
           select 1 from remote_hash its where its.hash = local.base_hash and its.asset_id = local.asset_id and its.removed = 0
         )`,
      ).get(hash) !== undefined
    );
  }

  file(key: number): LocalFile | null {
    const row = this.#sql<FileRow>('select * from local where key = ?').get(key);
    return row ? readFile(row) : null;
  }

  fileAt(path: string): LocalFile | null {
    const row = this.#sql<FileRow>('select * from local where path = ?').get(path);
    return row ? readFile(row) : null;
  }

  files(): LocalFile[] {
    return this.#sql<FileRow>('select * from local order by path').all().map(readFile);
  }

  filesOf(assetId: string): LocalFile[] {
    return this.#sql<FileRow>('select * from local where asset_id = ?').all(assetId).map(readFile);
  }

  photosBeginning(beginning: string, most: number): LocalFile[] {
    return this.#sql<FileRow>(
      'select * from local where path >= ? and path < ? and kind is not null and excluded is null and missing_since is null order by path limit ?',
    )
      .all(beginning, `${beginning}${LAST_LETTER}`, most)
      .map(readFile);
  }

  sidecarsBeginning(beginning: string, most: number): LocalFile[] {
    return this.#sql<FileRow>(
      `select * from local indexed by local_sidecars where path >= ? and path < ? and ${SIDECAR} and missing_since is null order by path limit ?`,
    )
      .all(beginning, `${beginning}${LAST_LETTER}`, most)
      .map(readFile);
  }

  sidecarsWith(hash: string): LocalFile[] {
    return this.#sql<FileRow>(`select * from local where hash = ? and ${SIDECAR} and missing_since is null`).all(hash).map(readFile);
  }

  countFiles(): number {
    const others = this.#sql<number>('pragma data_version').pluck().get() ?? 0;
    if (this.#counted?.others === others) return this.#counted.files;
    const files = this.#sql<number>('select count(*) from local').pluck().get() ?? 0;
    // What is not committed may still be undone.
    if (!this.#db.inTransaction) this.#counted = { files, others };
    return files;
  }

  fileKeys(): number[] {
    return this.#sql<number>('select key from local').pluck().all();
  }

  toPlan(): number[] {
    return this.#sql<number>(TO_PLAN).pluck().all();
  }

  named(name: string, limit: number): { files: LocalFile[]; assetIds: string[] } {
    // Disks that take names apart write the same letters otherwise.
    const forms = [name, name.normalize('NFC'), name.normalize('NFD')];
    const files = this.#sql<FileRow>(
      `select * from local where ${forms.map(() => "('/' || path) like ? escape '\\'").join(' or ')} order by path limit ?`,
    );
    const patterns = forms.map((each) => `%/${each.replaceAll(/[\\%_]/g, '\\$&')}`);
    const assets = this.#sql<{ id: string }>(
      `select distinct asset_id as id from remote
       where type in ('asset', 'resource') and entity ->> '$.fileName' collate nocase in (?, ?, ?) and coalesce(entity ->> '$.removed', 0) = 0
       order by seq limit ?`,
    );
    return {
      files: files.all(...patterns, limit).map(readFile),
      assetIds: assets.all(...forms, limit).map(({ id }) => this.resolve(id)),
    };
  }

  addFile(file: NewFile): number {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const columns = { first_seen: file.firstSeen, wanted_name: name, written_name: name, ...columnsOf(file) };
    const names = Object.keys(columns);
    this.#counted = null;
    const result = this.#sql(`insert into local (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(
      ...Object.values(columns),
    );
    return Number(result.lastInsertRowid);
  }

  patchFile(key: number, patch: FilePatch): void {
    const columns = columnsOf(patch);
    const names = Object.keys(columns);
    if (names.length === 0) return;
    this.#sql(`update local set ${names.map((name) => `${name} = ?`).join(', ')} where key = ?`).run(...Object.values(columns), key);
  }

  dropFile(key: number): void {
    this.#counted = null;
    this.#sql('delete from local where key = ?').run(key);
  }

  cursor(): string | null {
    return this.note('cursor');
  }

  epoch(): string | null {
    return this.note('epoch');
  }

  forgetAnswers(): void {
    this.#sql('update outbox set result = null').run();
  }

  restartFeed(why: Reread): void {
    this.transact(() => {
      this.setNote('cursor', null);
      if (this.note('reread') !== 'put-back') this.setNote('reread', why);
      this.#db.exec('create table if not exists reread (key text primary key) without rowid; delete from reread');
    });
  }

  applyPage(changes: readonly FeedEntry[], cursor: string, complete: boolean, acknowledged: Acknowledged | null, now: number): PullEffect {
    return this.transact(() => {
      const assets = new Set<string>();
      const files = new Set<number>();
      const reread = this.note('reread');
      const rereading = reread !== null;
      const unbound = this.#hasUnbound();
      for (const { seq, entity } of changes) {
        if (reread === 'put-back' && entity.type === 'asset') this.#compareAgain(seq, entity, now);
        if (reread === 'put-back' && entity.type === 'alias') this.#noteJoined(entity.from, now);
        this.#putRemote(seq, entity, now, assets, files);
        // A file here may have waited for these bytes to be told of.
        if (unbound && entity.type === 'resource') for (const key of this.#unboundWith(entity.hash)) files.add(key);
        if (rereading) this.#sql('insert or ignore into reread (key) values (?)').run(entityKey(entity));
      }
      this.setNote('cursor', cursor);
      if (complete && reread === 'put-back') {
        this.#noteForgotten(now);
        this.#releaseParts(files);
      }
      if (complete && rereading) this.#dropUntold(assets, files);
      if (complete) this.#forgotten.tidy();
      if (complete && acknowledged) this.#acknowledge(acknowledged, now, assets, files);
      return { assets, files };
    });
  }

  #putRemote(seq: number, entity: Entity, now: number, assets: Set<string>, files: Set<number>): void {
    const assetId = ownerOf(entity);
    this.#sql(
      `insert into remote (key, type, asset_id, seq, entity) values (?, ?, ?, ?, ?)
       on conflict (key) do update set seq = excluded.seq, entity = excluded.entity, asset_id = excluded.asset_id`,
    ).run(entityKey(entity), entity.type, assetId, seq, JSON.stringify(entity));
    if (entity.type === 'resource') {
      this.#sql('insert or replace into remote_hash (hash, resource_id, asset_id, role, removed) values (?, ?, ?, ?, ?)').run(
        entity.hash,
        entity.id,
        entity.assetId,
        entity.role,
        entity.removed ? 1 : 0,
      );
    }
    if (entity.type === 'alias') {
      for (const row of this.#sql<{ key: number }>('select key from local where asset_id = ?').all(entity.from)) files.add(row.key);
      this.#sql('update local set asset_id = ? where asset_id = ?').run(entity.to, entity.from);
      this.#sql('update outbox set asset_id = ? where asset_id = ?').run(entity.to, entity.from);
      this.#sql('delete from incoming where asset_id = ?').run(entity.from);
      // What was joined is an asset of its own no longer.
      this.#sql('delete from remote where key in (?, ?)').run(`asset:${entity.from}`, `rendition:${entity.from}`);
      assets.add(entity.to);
    }
    if (entity.type === 'asset') {
      // A server that was put back to before it was joined has it as a photo of its own again.
      this.#sql('delete from remote where key = ?').run(`alias:${entity.id}`);
      if (entity.state === 'live') {
        this.#sql('insert or ignore into incoming (asset_id, since) values (?, ?)').run(assetId, now);
        for (const key of this.#waitingFor(assetId)) files.add(key);
      }
      if (entity.state !== 'live') this.#sql('delete from incoming where asset_id = ?').run(assetId);
    }
    if (entity.type !== 'rendition' && entity.type !== 'album' && entity.type !== 'album-item') assets.add(assetId);
  }

  #hasUnbound(): boolean {
    return this.#sql('select 1 from local where asset_id is null and hash is not null and excluded is null limit 1').get() !== undefined;
  }

  #unboundWith(hash: string): number[] {
    return this.#sql<{ key: number }>('select key from local where hash = ? and asset_id is null')
      .all(hash)
      .map(({ key }) => key);
  }

  /** Files here that show no asset yet and have bytes of this one: it may have been deleted before, and is in the library again. */
  #waitingFor(assetId: string): number[] {
    if (!this.#hasUnbound()) return [];
    return this.#sql<{ key: number }>(
      `select key from local where asset_id is null and hash in
         (select json_extract(entity, '$.hash') from remote where asset_id = ? and type = 'resource')`,
    )
      .all(assetId)
      .map(({ key }) => key);
  }

  /**
   * The server tells of an older state than it told before: it was put back from a backup. A photo that was live and is here
   * was taken out of Recently Deleted since, and is so again.
   */
  #compareAgain(seq: number, told: Asset, now: number): void {
    const before = this.#sql<{ seq: number; entity: string }>('select seq, entity from remote where key = ?').get(`asset:${told.id}`);
    if (!before || seq >= before.seq) return;
    this.setNote('server-put-back', String(now));
    const wasLive = (JSON.parse(before.entity) as Asset).state === 'live';
    const here = this.filesOf(told.id).some((file) => file.missingSince === null);
    if (wasLive && told.state === 'trashed' && here) this.queue({ name: 'asset.restore', args: { assetId: told.id } }, null, now);
  }

  /** Its row goes with the join. Whether its original came along is known when all is told: then what did is forgotten no more. */
  #noteJoined(assetId: string, now: number): void {
    const before = this.remote(assetId);
    const original = before?.resources.find(({ role, removed }) => role === 'original' && !removed);
    if (before && original) this.#forgotten.note(before.asset, original, now);
  }

  /** Originals that the server tells of no more, and did not remove: it was put back to before it had them. Their photo may be back already, by an edit. */
  #noteForgotten(now: number): void {
    const untold = this.#sql<{ entity: string }>(
      `select entity from remote where type = 'resource' and key not in (select key from reread)
       order by entity ->> '$.role' = 'original' desc`,
    ).all();
    for (const { entity } of untold) {
      const resource = JSON.parse(entity) as Resource;
      const row = this.#sql<{ entity: string }>('select entity from remote where key = ?').get(`asset:${resource.assetId}`);
      if (!row || resource.removed) continue;
      this.setNote('server-put-back', String(now));
      if (resource.role !== 'original' && !isCompanion(resource.role)) continue;
      this.#forgotten.note(JSON.parse(row.entity) as Asset, resource, now);
    }
  }

  /** A part of a pair that the server tells of no more is no edit of what the pair shows: its file is offered as what it is. */
  #releaseParts(files: Set<number>): void {
    const untold = this.#sql<{ entity: string }>(
      `select entity from remote where type = 'resource' and key not in (select key from reread) and entity ->> '$.role' in ('edited', ${COMPANIONS})`,
    ).all();
    const parts = partsAlone(untold.map(({ entity }) => JSON.parse(entity) as Resource));
    if (parts.length === 0) return;
    const alone = new Set(parts.map(({ hash, assetId }) => `${hash} ${this.resolve(assetId)}`));
    const bound = this.#sql<{ key: number; asset_id: string; base_hash: string | null }>(
      'select key, asset_id, base_hash from local where asset_id is not null',
    ).all();
    const parted = bound.filter((file) => alone.has(`${file.base_hash} ${file.asset_id}`));
    for (const { key } of parted) {
      this.patchFile(key, { assetId: null, baseHash: null, agreedAt: null, newHere: false });
      files.add(key);
    }
  }

  /** The whole feed was read again: what the server did not tell of is no longer known as *remote*. Files stay; they are offered again. */
  #dropUntold(assets: Set<string>, files: Set<number>): void {
    for (const { key } of this.#sql<{ key: number }>(
      `select key from local where asset_id is null and hash in
       (select hash from remote_hash where 'resource:' || resource_id not in (select key from reread))`,
    ).all())
      files.add(key);
    for (const row of this.#sql<{ asset_id: string }>(
      'select distinct asset_id from remote where key not in (select key from reread)',
    ).all())
      assets.add(row.asset_id);
    this.#sql("delete from remote_hash where 'resource:' || resource_id not in (select key from reread)").run();
    this.#sql('delete from remote where key not in (select key from reread)').run();
    this.#sql("delete from incoming where 'asset:' || asset_id not in (select key from remote)").run();
    this.setNote('reread', null);
    this.#sql('delete from reread').run();
  }

  /** Drops what the server has taken and answered, and notes what both sides agree on now. */
  #acknowledge(acknowledged: Acknowledged, now: number, assets: Set<string>, files: Set<number>): void {
    this.#settleTaken(
      this.#sql<OutboxRow>('select * from outbox where n <= ? and result is not null order by n').all(acknowledged.n),
      now,
      assets,
      files,
    );
  }

  /** One without an answer was taken all the same; what it came to is told by the feed. */
  #settleTaken(taken: readonly OutboxRow[], now: number, assets: Set<string>, files: Set<number>): void {
    for (const row of taken) {
      assets.add(row.asset_id);
      const result = row.result === null ? null : (JSON.parse(row.result) as MutationResult);
      for (const file of this.filesOf(row.asset_id)) {
        files.add(file.key);
        if (result?.status !== 'rejected' && row.hash !== null && file.hash === row.hash) {
          this.patchFile(file.key, { baseHash: row.hash, agreedAt: file.agreedAt ?? now, trouble: null });
        }
      }
      this.#sql('delete from outbox where n = ?').run(row.n);
    }
  }

  #remoteOf(row: { seq: number; entity: string }): RemoteAsset {
    const asset = JSON.parse(row.entity) as Asset;
    const resources = this.#sql<{ entity: string }>("select entity from remote where asset_id = ? and type = 'resource'").all(asset.id);
    return { asset, seq: row.seq, resources: resources.map((each) => JSON.parse(each.entity) as Resource) };
  }

  remote(assetId: string): RemoteAsset | null {
    const row = this.#sql<{ seq: number; entity: string }>('select seq, entity from remote where key = ?').get(`asset:${assetId}`);
    return row ? this.#remoteOf(row) : null;
  }

  *remotes(): IterableIterator<RemoteAsset> {
    const rows = this.#sql<{ seq: number; entity: string }>("select seq, entity from remote where type = 'asset'").all();
    for (const row of rows) yield this.#remoteOf(row);
  }

  librarySums(): LibrarySums {
    // Rows of the library change only with the cursor: counted once for each.
    const cursor = this.cursor();
    const note = this.note(SUMS);
    const before = note === null ? null : (JSON.parse(note) as { cursor: string | null; sums: LibrarySums });
    if (before !== null && cursor !== null && before.cursor === cursor) return before.sums;
    const sums = this.#sql<LibrarySums>(LIBRARY_SUMS).get() ?? { assets: 0, bytes: 0, trashed: 0 };
    this.setNote(SUMS, JSON.stringify({ cursor, sums }));
    return sums;
  }

  resolve(assetId: string): string {
    let id = assetId;
    // Each step is a join or a duplicate; a loop in bad data cannot hang.
    for (let step = 0; step < 1000; step++) {
      const row = this.#sql<{ entity: string }>('select entity from remote where key = ?').get(`alias:${id}`);
      if (!row) return id;
      id = (JSON.parse(row.entity) as { to: string }).to;
    }
    return id;
  }

  match(hash: string): RemoteAsset | null {
    const rows = this.#sql<{ asset_id: string }>(
      `select asset_id from remote_hash where hash = ? and removed = 0 and role in ('original', 'edited', ${COMPANIONS})
       order by case role when 'original' then 0 when 'edited' then 1 else 2 end`,
    ).all(hash);
    let trashed: RemoteAsset | null = null;
    for (const row of rows) {
      const remote = this.remote(this.resolve(row.asset_id));
      if (remote?.asset.state === 'live') return remote;
      if (remote?.asset.state === 'trashed') trashed ??= remote;
    }
    return trashed;
  }

  purgedBefore(hash: string): boolean {
    const rows = this.#sql<{ asset_id: string }>(
      `select asset_id from remote_hash where hash = ? and removed = 1 and role in ('original', 'edited', ${COMPANIONS})`,
    ).all(hash);
    return rows.some((row) => this.remote(row.asset_id)?.asset.state === 'purged');
  }

  wasTold(hash: string, assetId: string): boolean {
    const rows = this.#sql<{ asset_id: string }>('select asset_id from remote_hash where hash = ?').all(hash);
    return rows.some((row) => this.resolve(row.asset_id) === assetId);
  }

  word(hash: string): DeletedBefore | null {
    return this.#sql<{ word: DeletedBefore }>('select word from deleted_before where hash = ?').get(hash)?.word ?? null;
  }

  setWord(hash: string, word: DeletedBefore | null, now: number): void {
    if (word === null) this.#sql('delete from deleted_before where hash = ?').run(hash);
    else this.#sql('insert or replace into deleted_before (hash, word, at) values (?, ?, ?)').run(hash, word, now);
  }

  incoming(): string[] {
    return this.#sql<{ asset_id: string }>(
      `select asset_id from incoming where asset_id not in (select asset_id from local where asset_id is not null)
       union all
       select asset_id from (
         select asset_id, count(distinct hash) as companions from remote_hash where removed = 0 and role in (${COMPANIONS}) group by asset_id
       ) as pair where asset_id in (select asset_id from incoming)
         and exists (select 1 from local where local.asset_id = pair.asset_id)
         and (
           (select count(distinct ${STANDS_FOR}) from local where local.asset_id = pair.asset_id) <= companions
           or exists (
             select 1 from remote_hash as part where part.asset_id = pair.asset_id and removed = 0 and role in (${COMPANIONS})
               and not exists (select 1 from local where local.asset_id = part.asset_id and ${STANDS_FOR} = part.hash)
           )
         )`,
    )
      .all()
      .map((row) => row.asset_id);
  }

  incomingState(assetId: string): { since: number; trouble: Trouble | null } | null {
    const row = this.#sql<{ since: number; trouble: string | null }>('select since, trouble from incoming where asset_id = ?').get(assetId);
    return row ? { since: row.since, trouble: row.trouble === null ? null : (JSON.parse(row.trouble) as Trouble) } : null;
  }

  setIncomingTrouble(assetId: string, trouble: Trouble | null, now: number): void {
    this.#sql(
      'insert into incoming (asset_id, since, trouble) values (?, ?, ?) on conflict (asset_id) do update set trouble = excluded.trouble',
    ).run(assetId, now, trouble === null ? null : JSON.stringify(trouble));
  }

  lastPath(assetId: string): string | null {
    return this.#sql<{ path: string }>('select path from base where asset_id = ?').get(assetId)?.path ?? null;
  }

  setLastPath(assetId: string, path: string, hash: string, now: number): void {
    this.#sql('insert or replace into base (asset_id, path, hash, agreed_at) values (?, ?, ?, ?)').run(assetId, path, hash, now);
  }

  placing(path: string): Placing | null {
    const row = this.#sql<PlacingRow>('select * from placing where path = ?').get(path);
    return row ? readPlacing(row) : null;
  }

  placings(assetId: string): Placing[] {
    return this.#sql<PlacingRow>('select * from placing where asset_id = ?').all(assetId).map(readPlacing);
  }

  setPlacing(placing: Placing): void {
    this.#sql('insert or replace into placing (path, asset_id, hash, wanted_name) values (?, ?, ?, ?)').run(
      placing.path,
      placing.assetId,
      placing.hash,
      placing.wantedName,
    );
  }

  clearPlacing(path: string): void {
    this.#sql('delete from placing where path = ?').run(path);
  }

  givingWay(): GivingWay[] {
    return this.#sql<GivingWay>('select key, asset_id as assetId, original, path, hash from giving_way order by key').all();
  }

  setGivingWay({ key, assetId, original, path, hash }: GivingWay): void {
    this.#sql('insert or replace into giving_way (key, asset_id, original, path, hash) values (?, ?, ?, ?, ?)').run(
      key,
      assetId,
      original,
      path,
      hash,
    );
  }

  clearGivingWay(key: number): void {
    this.#sql('delete from giving_way where key = ?').run(key);
  }

  queue(change: Change, hash: string | null, now: number): number {
    return this.transact(() => {
      const deviceId = this.identity()?.deviceId;
      const epoch = this.epoch();
      if (deviceId === undefined || epoch === null) throw new Error('a device that is not linked cannot queue a change');
      const n = Number(this.note('next-n') ?? '1');
      const previous = this.note('chain-end') ?? CHAIN_START;
      const mutation: Mutation = { deviceId, epoch, n, previous, ...change };
      this.#putOutbox(mutation, hash, now);
      return n;
    });
  }

  #putOutbox(mutation: Mutation, hash: string | null, now: number): void {
    const link = mutationHash(mutation);
    this.#sql('insert into outbox (n, name, asset_id, hash, body, mutation_hash, made_at) values (?, ?, ?, ?, ?, ?, ?)').run(
      mutation.n,
      mutation.name,
      subjectOf(mutation),
      hash,
      JSON.stringify(mutation),
      link,
      now,
    );
    this.setNote('next-n', String(mutation.n + 1));
    this.setNote('chain-end', link);
  }

  outbox(): OutboxEntry[] {
    return this.#sql<OutboxRow>('select * from outbox order by n').all().map(readOutbox);
  }

  outboxSize(): number {
    return this.#sql<{ n: number }>('select count(*) as n from outbox').get()?.n ?? 0;
  }

  unanswered(limit: number): OutboxEntry[] {
    return this.#sql<OutboxRow>('select * from outbox where result is null order by n limit ?').all(limit).map(readOutbox);
  }

  queuedFor(assetId: string): QueuedChange[] {
    return this.#sql<OutboxRow>('select * from outbox where asset_id = ? order by n').all(assetId).map(readOutbox);
  }

  answer(n: number, result: MutationResult): void {
    this.#sql('update outbox set result = ? where n = ?').run(JSON.stringify(result), n);
  }

  rechain(epoch: string, from: Acknowledged): void {
    this.transact(() => {
      const entries = this.#sql<OutboxRow & { made_at: number }>('select * from outbox order by n').all();
      this.#sql('delete from outbox').run();
      this.setNote('epoch', epoch);
      this.setNote('next-n', String(from.n + 1));
      this.setNote('chain-end', from.hash);
      for (const entry of entries) {
        const old = JSON.parse(entry.body) as Mutation;
        const n = Number(this.note('next-n'));
        this.#putOutbox(
          { ...old, deviceId: this.identity()?.deviceId ?? old.deviceId, epoch, n, previous: this.note('chain-end') ?? CHAIN_START },
          entry.hash,
          entry.made_at,
        );
        this.#sql('update outbox set asset_id = ? where n = ?').run(entry.asset_id, n);
      }
    });
  }

  chainEnd(): Acknowledged {
    return { n: Number(this.note('next-n') ?? '1') - 1, hash: this.note('chain-end') ?? CHAIN_START };
  }

  dropTaken(link: string, now: number): void {
    const last = this.#sql<OutboxRow>('select * from outbox where mutation_hash = ?').get(link);
    if (!last) return;
    this.#settleTaken(this.#sql<OutboxRow>('select * from outbox where n <= ? order by n').all(last.n), now, new Set(), new Set());
  }

  fork(identity: DeviceIdentity, epoch: string, now: number): void {
    this.transact(() => {
      this.setIdentity(identity);
      this.#settleTaken(this.#sql<OutboxRow>('select * from outbox where result is not null order by n').all(), now, new Set(), new Set());
      this.rechain(epoch, { n: 0, hash: CHAIN_START });
    });
  }

  forgotten(assetId: string): Asset | null {
    return this.#forgotten.asset(assetId);
  }

  lost(): Lost {
    return this.#forgotten.lost();
  }

  forgetLost(assetId: string): boolean {
    return this.#forgotten.forget(assetId);
  }
}

interface PlacingRow {
  path: string;
  asset_id: string;
  hash: string;
  wanted_name: string;
}

/** Whose row an entity is: an asset's, or an album's. */
function ownerOf(entity: Entity): string {
  switch (entity.type) {
    case 'asset':
    case 'album':
      return entity.id;
    case 'alias':
      return entity.from;
    case 'album-item':
      return entity.albumId;
    case 'resource':
    case 'rendition':
      return entity.assetId;
    default:
      return entity satisfies never;
  }
}

function readPlacing(row: PlacingRow): Placing {
  return { path: row.path, assetId: row.asset_id, hash: row.hash, wantedName: row.wanted_name };
}

function readOutbox(row: OutboxRow): OutboxEntry {
  return {
    n: row.n,
    name: row.name,
    assetId: row.asset_id,
    hash: row.hash,
    answered: row.result !== null,
    mutation: JSON.parse(row.body) as Mutation,
    result: row.result === null ? null : (JSON.parse(row.result) as MutationResult),
  };
}
