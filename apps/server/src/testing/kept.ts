import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintId, type Change, type MutationResult } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { collect, mendQuarantine, openBlobStore, type CollectContext } from '../bytes/index.ts';
import { reserve, stored, unknownHash } from '../bytes/ledger.ts';
import type { BlobStore } from '../bytes/store.ts';
import type { ServerContext } from '../context.ts';
import { groupCommit, openDatabase } from '../database.ts';
import { restorePurged } from '../errands/restore-purged.ts';
import { openSqliteLibraries } from '../library/sqlite.ts';
import type { LibraryStore, Unpurged } from '../library/store.ts';
import { ROOMS } from '../rooms.ts';
import { createOf } from './photos.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Libraries with real stored bytes, in a data folder of its own, without a server around them; and a clock that the test moves. */
export class KeptFolder {
  readonly data: string;
  now = Date.UTC(2026, 0, 1);
  /** As if its epoch had changed when the server had seen this much time pass. */
  epochChanged: number | null = null;
  database!: Database;
  blobs!: BlobStore;
  libraries!: LibraryStore;
  write!: ServerContext['write'];
  #close: () => Promise<void> = async () => undefined;

  private constructor(data: string) {
    this.data = data;
  }

  static async open(test?: { after(work: () => Promise<void>): void }): Promise<KeptFolder> {
    const kept = new KeptFolder(await mkdtemp(join(tmpdir(), 'rollcall-kept-')));
    await kept.#open();
    test?.after(() => kept.end());
    return kept;
  }

  async #open(): Promise<void> {
    const sqlite = openDatabase(this.data, ROOMS);
    const synced = async (): Promise<void> => undefined;
    this.database = sqlite.database;
    // Rules, not disks, are tested here.
    this.database.pragma('synchronous = OFF');
    this.write = groupCommit({ database: this.database, synced });
    this.blobs = await openBlobStore(this.data);
    const clock = { now: () => this.now };
    this.libraries = openSqliteLibraries({ database: this.database, write: this.write, synced, clock, onChange: () => undefined });
    this.#close = async () => {
      await this.blobs.close();
      sqlite.close();
    };
  }

  /** As after the process ended, wherever it was. */
  async restart(): Promise<void> {
    await this.#close();
    await this.#open();
    await mendQuarantine(this.collecting());
  }

  async end(): Promise<void> {
    await this.#close();
    await rm(this.data, { recursive: true });
  }

  collecting(): CollectContext {
    const { database, write, blobs } = this;
    return {
      database,
      write,
      blobs,
      log: () => undefined,
      time: () => ({ seen: this.libraries.seenTime().seen, epochChanged: this.epochChanged }),
    };
  }

  collect(): ReturnType<typeof collect> {
    return collect(this.collecting());
  }

  /** Time that the server sees pass, with what its heartbeat does. */
  async live(time: number): Promise<void> {
    for (let passed = 0; passed < time; passed += HOUR) {
      this.now += HOUR;
      await this.libraries.heartbeat();
    }
    await this.libraries.expireTrash();
    await this.collect();
    await this.libraries.forgetPurged();
  }

  /** The same all at once, as if the server had seen it pass. */
  async skip(time: number): Promise<void> {
    await this.libraries.heartbeat();
    await this.write(() => this.database.prepare("UPDATE server_facts SET value = value + ? WHERE name = 'seen-time'").run(time));
    await this.live(0);
  }

  async library(quota = 1_000_000): Promise<string> {
    const libraryId = uuid();
    await this.libraries.createLibrary({ libraryId, accountId: libraryId, quota });
    return libraryId;
  }

  /**
   * A device sends bytes, as an upload does; false: there is no room for them.
   * @param announced null: it does not tell their hash before
   */
  async send(libraryId: string, bytes: Uint8Array, quota = 1_000_000, announced: string | null = sha256(bytes)): Promise<boolean> {
    const hash = sha256(bytes);
    const uploadId = randomBytes(16).toString('hex');
    const sent = { libraryId, deviceId: 'someone', hash, size: bytes.length };
    const asked = { ...sent, hash: announced ?? unknownHash(uploadId), quota, now: this.now };
    if (!(await this.write(() => reserve(this.database, asked)))) return false;
    const incoming = await this.blobs.incoming(uploadId);
    await incoming.append([bytes]);
    await this.blobs.inTurn(hash, async () => {
      await this.blobs.keep(incoming, hash);
      await this.write(() => stored(this.database, { ...sent, uploadId, announced, now: this.now }));
    });
    await incoming.close();
    await this.blobs.dropIncoming(incoming.id);
    return true;
  }

  async act(libraryId: string, change: Change): Promise<MutationResult> {
    const [done] = await this.libraries.applyActions({ libraryId, deviceId: uuid(), actions: [{ id: uuid(), change }] });
    return done!.result;
  }

  /** Adds a photo with these bytes; answers its id. */
  async add(libraryId: string, bytes: Uint8Array, quota?: number): Promise<string> {
    await this.send(libraryId, bytes, quota);
    const assetId = uuid();
    const result = await this.act(libraryId, createOf(assetId, [{ hash: sha256(bytes), size: bytes.length }]));
    if (result.status !== 'applied') throw new Error(JSON.stringify(result));
    return assetId;
  }

  seqOf(libraryId: string, assetId: string): number {
    const row = this.database
      .prepare('SELECT seq FROM entities e JOIN libraries l ON l.num = e.library WHERE l.id = ? AND key = ?')
      .get(libraryId, `asset:${assetId}`) as { seq: number };
    return row.seq;
  }

  /** Deletes a photo for good. */
  async purge(libraryId: string, assetId: string): Promise<MutationResult> {
    await this.act(libraryId, { name: 'asset.trash', args: { assetId } });
    return this.act(libraryId, { name: 'asset.purge', args: { assetId }, expect: this.seqOf(libraryId, assetId) });
  }

  restore(assetId: string): Promise<Unpurged> {
    const { database, write, blobs, libraries } = this;
    const clock = { now: () => this.now };
    return restorePurged(
      { database, write, blobs, libraries, clock, log: () => undefined, renditions: { wake: () => undefined } },
      assetId,
    );
  }

  async quarantined(): Promise<string[]> {
    const found: string[] = [];
    for await (const { hash } of this.blobs.quarantined()) found.push(hash);
    return found.sort();
  }
}

export const uuid = (): string => mintId(Date.now(), randomBytes(10));
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The store, but for some of its methods. */
export function instead(blobs: BlobStore, other: Partial<BlobStore>): BlobStore {
  return new Proxy(blobs, {
    get(target, key) {
      const value: unknown = Reflect.get(key in other ? other : target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
