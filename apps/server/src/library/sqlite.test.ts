import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { bytesMigrations } from '../bytes/index.ts';
import { reserve, stored } from '../bytes/ledger.ts';
import { groupCommit, openDatabase } from '../database.ts';
import { libraryMigrations } from './migrations.ts';
import { openSqliteLibraries } from './sqlite.ts';
import { libraryStoreContract, type StoreUnderTest } from './store.contract.ts';
import type { LibraryStore } from './store.ts';

class SqliteUnderTest implements StoreUnderTest {
  now = Date.UTC(2026, 0, 1);
  readonly pokes: { libraryId: string; seq: number }[] = [];
  readonly #root = mkdtempSync(join(tmpdir(), 'rollcall-library-'));
  #copies = 0;
  #database!: Database;
  #store!: LibraryStore;

  constructor() {
    this.#open();
  }
  get store(): LibraryStore {
    return this.#store;
  }
  #open(): void {
    const sqlite = openDatabase(join(this.#root, 'data'), [libraryMigrations, bytesMigrations]);
    const { database } = sqlite;
    // Rules, not disks, are tested here.
    database.pragma('synchronous = OFF');
    this.#database = database;
    const synced = async (): Promise<void> => undefined;
    this.#store = openSqliteLibraries({
      database,
      write: groupCommit({ database, synced }),
      synced,
      clock: { now: () => this.now },
      onChange: (libraryId, seq) => this.pokes.push({ libraryId, seq }),
    });
  }
  send(libraryId: string, hash: string, size: number): void {
    const sent = { libraryId, deviceId: 'someone', hash, size, now: this.now };
    if (!reserve(this.#database, { ...sent, quota: 1_000_000_000 })) throw new Error('no room');
    stored(this.#database, { ...sent, uploadId: 'test', announced: hash });
  }
  loseBytes(hash: string): void {
    this.#database.prepare('DELETE FROM loose_blobs WHERE hash = ?').run(hash);
  }
  notes(assetId: string): number {
    const counted = ['live_halves', 'named_halves', 'joined_films', 'shots', 'burst_frames'].map((table) =>
      this.#database.prepare<[string], { n: number }>(`SELECT count(*) AS n FROM ${table} WHERE asset_id = ?`).get(assetId),
    );
    return counted.reduce((sum, row) => sum + (row?.n ?? 0), 0);
  }
  async restart(): Promise<void> {
    this.#database.close();
    this.#open();
  }
  async mark(): Promise<() => Promise<void>> {
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
    const copy = join(this.#root, `copy-${(this.#copies += 1)}`);
    cpSync(join(this.#root, 'data'), copy, { recursive: true });
    return async () => {
      this.#database.close();
      rmSync(join(this.#root, 'data'), { recursive: true });
      cpSync(copy, join(this.#root, 'data'), { recursive: true });
      this.#open();
    };
  }
  async close(): Promise<void> {
    this.#database.close();
    rmSync(this.#root, { recursive: true });
  }
}

libraryStoreContract('SQLite', async () => new SqliteUnderTest());
