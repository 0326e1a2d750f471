import {
  applyChange,
  describe,
  describeBeside,
  holdTogether,
  joinEdit,
  joinHalves,
  joinNamed,
  joinOutranking,
  joinRaw,
  purged,
  takeChain,
  writeDecision,
  type Applied,
  type AssetRows,
  type ChainRefusal,
  type Decision,
  type Expired,
  type Frame,
  type NamedHalf,
  type ReadFields,
  type Shot,
} from '@rollcall/core';
import {
  LIMITS,
  mintId,
  PROTOCOL_VERSION,
  type Change,
  type JournalTold,
  type LibrarySummary,
  type MutationResult,
  type Rendition,
} from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { sums } from '../bytes/index.ts';
import type { Clock } from '../context.ts';
import type { Write } from '../database.ts';
import { sql } from '../statements.ts';
import { actionDone, rememberAction } from './actions.ts';
import { noteFrame } from './bursts.ts';
import { acknowledgedOf, chainOf } from './chain.ts';
import { factOr } from './facts.ts';
import { beginGeneration, readNewest, readPage } from './feed.ts';
import { filmsByName, noteFilm, noteHalf, noteNamed, noteNamedOfPart } from './halves.ts';
import { hasLibrary, libraryRow, type LibraryRow } from './library-row.ts';
import { assetsWith, findAsset, findPhotos, historyOf, idsOf, journalOf, liveAfter } from './look.ts';
import { forgetPurged, purgedPhoto, purgedPhotos } from './purged.ts';
import { assetRows, resolve } from './read.ts';
import { saidOf } from './said.ts';
import { noteMoment, noteShot, noteShotOfPart } from './shots.ts';
import type {
  ActionResult,
  ActionsSent,
  ChangesAsked,
  FeedPage,
  FoundAsset,
  FoundPhoto,
  HistoryEntry,
  LibraryStore,
  MutationsSent,
  NewLibrary,
  PurgedPhoto,
  UnreadSidecar,
  Unpurged,
  WantedRendition,
} from './store.ts';
import { endRead, isOfPart, isTold, unreadSidecars } from './sidecars.ts';
import { compactTombstones } from './tombstones.ts';
import { beginHeartbeat, countHeartbeat, dueTrash, epochChangedSeen, isDue, seenTime } from './trash.ts';
import { unpurgeAsset } from './unpurge.ts';
import { takeRendition, wantAgain, wantedRenditions } from './wanted.ts';
import { SqliteTables } from './tables.ts';

/** Photos that leave Recently Deleted before others get their turn. */
const EXPIRY_STEP = 200;

export interface LibraryParts {
  readonly database: Database;
  readonly write: Write;
  /** Resolves when all that is committed at this moment is on disk. */
  readonly synced: () => Promise<void>;
  readonly clock: Clock;
  /** After the commit: the feed of a library has grown to `seq`. */
  readonly onChange: (libraryId: string, seq: number) => void;
}

/** The libraries of a data folder, in SQLite. Opening them begins a generation. */
export function openSqliteLibraries(parts: LibraryParts): LibraryStore {
  return new SqliteLibraries(parts);
}

class SqliteLibraries implements LibraryStore {
  readonly epoch: string;
  readonly #generation: string;
  readonly #parts: LibraryParts;
  readonly #database: Database;

  constructor(parts: LibraryParts) {
    const { database, clock } = parts;
    this.#parts = parts;
    this.#database = database;
    const opened = database.transaction(() => {
      beginHeartbeat(database, clock.now());
      const epoch = factOr(database, 'epoch', () => randomBytes(6).toString('hex'));
      return { epoch, generation: beginGeneration(database, clock.now()) };
    })();
    this.epoch = opened.epoch;
    this.#generation = opened.generation;
  }

  async createLibrary({ libraryId, accountId, quota }: NewLibrary): Promise<void> {
    const { write, clock } = this.#parts;
    await write(() => {
      const made = sql(this.#database, 'INSERT INTO libraries (id, quota, created_at) VALUES (?, ?, ?)').run(libraryId, quota, clock.now());
      sql(this.#database, "INSERT INTO members (library_id, account_id, role) VALUES (?, ?, 'owner')").run(libraryId, accountId);
      const begin = 'INSERT INTO generations (library, generation, first_seq, started_at) VALUES (?, ?, 1, ?)';
      sql(this.#database, begin).run(made.lastInsertRowid, this.#generation, clock.now());
    });
  }

  async libraryOf(accountId: string): Promise<string | null> {
    const row = sql(this.#database, 'SELECT library_id AS id FROM members WHERE account_id = ? LIMIT 1').get(accountId);
    return (row as { id: string } | undefined)?.id ?? null;
  }

  quotaOf(libraryId: string): number {
    return this.#library(libraryId).quota;
  }

  headOf(libraryId: string): number {
    return this.#library(libraryId).head;
  }

  async summary(libraryId: string): Promise<LibrarySummary> {
    const { id, quota, live, trashed } = this.#library(libraryId);
    const { used, reserved } = sums(this.#database, libraryId);
    return { id, assets: live, trashed, bytes: used, reserved, quota };
  }

  async changesSince({ libraryId, cursor, limit, deviceId, protocol = PROTOCOL_VERSION }: ChangesAsked): Promise<FeedPage | Expired> {
    const [epoch, generation, database] = [this.epoch, this.#generation, this.#database];
    const page = database.transaction(() => {
      const library = this.#library(libraryId);
      const acknowledged = deviceId === null ? null : acknowledgedOf(database, { library: library.num, deviceId, epoch });
      return readPage(database, { library, epoch, generation, cursor, limit: Math.min(limit, LIMITS.changesPage), protocol, acknowledged });
    })();
    // Whoever is told of a change may rely on it: a photo counts as safe from here on.
    await this.#parts.synced();
    return page;
  }

  async newestRows({
    libraryId,
    limit,
    protocol = PROTOCOL_VERSION,
  }: Parameters<LibraryStore['newestRows']>[0]): Promise<FeedPage['entries']> {
    const rows = readNewest(this.#database, { library: this.#library(libraryId), limit: Math.min(limit, LIMITS.changesPage), protocol });
    await this.#parts.synced();
    return rows;
  }

  async applyMutations({ libraryId, deviceId, mutations }: MutationsSent): Promise<Applied | ChainRefusal> {
    return this.#writing(libraryId, (library) => {
      const chain = chainOf(this.#database, { library: library.num, deviceId, epoch: this.epoch });
      return takeChain(chain, mutations, (mutation) => this.#apply(library, mutation, deviceId));
    });
  }

  async applyActions({ libraryId, deviceId, actions }: ActionsSent): Promise<readonly ActionResult[]> {
    return this.#writing(libraryId, (library) =>
      actions.map(({ id, change }) => {
        const before = actionDone(this.#database, library.num, id);
        if (before) return { id, result: before };
        const result = this.#apply(library, change, deviceId);
        rememberAction(this.#database, library.num, id, result);
        return { id, result };
      }),
    );
  }

  async history(libraryId: string, assetId: string): Promise<readonly HistoryEntry[] | null> {
    return historyOf(this.#database, this.#library(libraryId).num, assetId);
  }

  async journalOf(libraryId: string, deviceId: string, limit: number): Promise<readonly JournalTold[]> {
    return journalOf(this.#database, this.#library(libraryId).num, deviceId, limit);
  }

  async asset(libraryId: string, assetId: string): Promise<FoundAsset | null> {
    // A library that was closed has none any more.
    return hasLibrary(this.#database, libraryId) ? findAsset(this.#database, this.#library(libraryId).num, assetId) : null;
  }

  async photos(libraryId: string, assetIds: readonly string[]): Promise<readonly FoundPhoto[]> {
    return hasLibrary(this.#database, libraryId) ? findPhotos(this.#database, this.#library(libraryId).num, assetIds) : [];
  }

  liveAfter(libraryId: string, after: string, limit: number): readonly { readonly assetId: string; readonly fileName: string }[] {
    return liveAfter(this.#database, this.#library(libraryId).num, after, limit);
  }

  async idsOf(libraryId: string, assetId: string): Promise<readonly string[]> {
    return idsOf(this.#database, this.#library(libraryId).num, assetId);
  }

  async withoutRendition(limit: number): Promise<readonly WantedRendition[]> {
    return wantedRenditions(this.#database, limit);
  }

  async putRendition(libraryId: string, rendition: Rendition): Promise<boolean> {
    return this.#writing(libraryId, (library) => takeRendition(this.#database, library, rendition, this.#parts.clock.now()));
  }

  async wantRendition(libraryId: string, assetId: string): Promise<void> {
    await this.#writing(libraryId, (library) => wantAgain(this.#database, library, assetId));
  }

  async describeAsset(libraryId: string, assetId: string, fields: ReadFields): Promise<void> {
    await this.#writing(libraryId, (library) => {
      const rows = assetRows(this.#database, library.num, resolve(this.#database, library.num, assetId));
      if (rows) this.#write(library, describe(rows, fields, saidOf(this.#database, library.num, rows)), null);
    });
  }

  async joinHalf(libraryId: string, assetId: string, livePairId: string): Promise<boolean> {
    return this.#writing(libraryId, (library) => {
      const read = assetRows(this.#database, library.num, assetId);
      if (!read) return false;
      const others = noteHalf(this.#database, library.num, assetId, livePairId);
      const change = joinHalves(read, others);
      if (change !== null) return this.#joinFilm(library, change, livePairId);
      const newId = mintId(this.#parts.clock.now(), randomBytes(10));
      const filmsOf = (photo: AssetRows) => filmsByName(this.#database, library.num, photo, livePairId);
      const changes = others.length === 0 ? [] : joinOutranking(read, others, filmsOf, newId);
      return changes.length > 0 && changes.every((each) => this.#joinFilm(library, each, livePairId));
    });
  }

  async joinNamed(libraryId: string, assetId: string, half: NamedHalf): Promise<boolean> {
    return this.#writing(libraryId, (library) => {
      const rows = assetRows(this.#database, library.num, assetId);
      const others = rows && noteNamed(this.#database, library.num, assetId, half);
      const change = rows && others && joinNamed({ half, rows }, others);
      return change ? this.#joinFilm(library, change, null) : false;
    });
  }

  async joinShot(libraryId: string, assetId: string, shot: Shot): Promise<boolean> {
    return this.#writing(libraryId, (library) => {
      const rows = assetRows(this.#database, library.num, assetId);
      const others = rows && noteShot(this.#database, library.num, assetId, shot);
      const change = rows && others && joinRaw({ shot, rows }, others);
      return change ? this.#apply(library, change, null).status === 'applied' : false;
    });
  }

  async joinEdit(libraryId: string, assetId: string, shot: Shot): Promise<boolean> {
    return this.#writing(libraryId, (library) => {
      const rows = assetRows(this.#database, library.num, assetId);
      const others = rows && noteMoment(this.#database, library.num, assetId, shot);
      const change = rows && others && joinEdit({ shot, rows }, others);
      if (change?.name !== 'asset.join' || this.#apply(library, change, null).status !== 'applied') return false;
      noteNamedOfPart(this.#database, library.num, change.args.joined, change.args.assetId);
      noteShotOfPart(this.#database, library.num, change.args.joined, change.args.assetId);
      return true;
    });
  }

  async holdFrame(libraryId: string, assetId: string, frame: Frame): Promise<void> {
    await this.#writing(libraryId, (library) => {
      const rows = assetRows(this.#database, library.num, assetId);
      if (!rows) return;
      const others = noteFrame(this.#database, library.num, assetId, frame);
      for (const decision of holdTogether({ frame, rows }, others)) this.#write(library, decision, null);
    });
  }

  async unreadSidecars(limit: number): Promise<readonly UnreadSidecar[]> {
    return unreadSidecars(this.#database, limit);
  }

  async takeSidecar(
    { libraryId, assetId, of }: UnreadSidecar,
    { adjusted, ...told }: Parameters<LibraryStore['takeSidecar']>[1],
  ): Promise<void> {
    await this.#writing(libraryId, (library) => {
      const counts = endRead(this.#database, library, of.id);
      const id = resolve(this.#database, library.num, assetId);
      const rows = assetRows(this.#database, library.num, id);
      if (!rows || rows.asset.state === 'purged') return;
      const beside = isOfPart(this.#database, library, rows, of) ? 'part' : 'photo';
      const { capturedAt, capturedSource } = told.fields;
      const read = counts === 'all' ? told : { ...told, fields: { capturedAt, capturedSource } };
      this.#write(library, describeBeside(rows, read, beside, saidOf(this.#database, library.num, rows)), null);
      if (adjusted === null || isTold(this.#database, library, idsOf(this.#database, library.num, id), adjusted)) return;
      const tables = new SqliteTables(this.#database, library.num, { deviceId: null, now: this.#parts.clock.now() });
      tables.note({ assetId: id, what: 'adjusted', old: null, new: adjusted });
    });
  }

  async expireTrash(): Promise<number> {
    let expired = 0;
    for (const { libraryId, assetId } of dueTrash(this.#database, EXPIRY_STEP)) {
      expired += await this.#writing(libraryId, (library) => this.#expire(library, assetId));
    }
    return expired < EXPIRY_STEP ? expired : expired + (await this.expireTrash());
  }

  async purgedPhotos(limit: number): Promise<readonly PurgedPhoto[]> {
    return purgedPhotos(this.#database, limit);
  }

  async purgedPhoto(assetId: string): Promise<PurgedPhoto | null> {
    return purgedPhoto(this.#database, assetId);
  }

  async unpurge(assetId: string, newId: string): Promise<Unpurged> {
    const photo = purgedPhoto(this.#database, assetId);
    if (!photo) return { restored: false, why: 'not-found' };
    return this.#writing(photo.libraryId, (library) => unpurgeAsset(this.#database, library, assetId, newId, this.#parts.clock.now()));
  }

  async forgetPurged(): Promise<number> {
    return this.#parts.write(() => forgetPurged(this.#database, seenTime(this.#database)));
  }

  seenTime(): ReturnType<LibraryStore['seenTime']> {
    return { seen: seenTime(this.#database), epochChanged: epochChangedSeen(this.#database) };
  }

  assetsWith(libraryId: string, hash: string, limit: number): ReturnType<LibraryStore['assetsWith']> {
    return assetsWith(this.#database, this.#library(libraryId).num, hash, limit);
  }

  async compact(): Promise<number> {
    const compacted = await this.#parts.write(() => compactTombstones(this.#database, EXPIRY_STEP));
    return compacted < EXPIRY_STEP ? compacted : compacted + (await this.compact());
  }

  async heartbeat(): Promise<void> {
    const { write, clock } = this.#parts;
    await write(() => countHeartbeat(this.#database, clock.now()));
  }

  #library(libraryId: string): LibraryRow {
    return libraryRow(this.#database, libraryId);
  }

  /** Work on one library in a shared transaction; after the commit whoever listens is told when its feed grew. */
  async #writing<T>(libraryId: string, work: (library: LibraryRow) => T): Promise<T> {
    const { write, onChange } = this.#parts;
    const { answer, before, after } = await write(() => {
      const library = this.#library(libraryId);
      const made = work(library);
      return { answer: made, before: library.head, after: this.#library(libraryId).head };
    });
    if (after > before) onChange(libraryId, after);
    return answer;
  }

  #apply(library: LibraryRow, change: Change, deviceId: string | null): MutationResult {
    const by = { now: this.#parts.clock.now(), deviceId };
    return applyChange(new SqliteTables(this.#database, library.num, by), change, by);
  }

  /** What the server itself does so that halves of a Live Photo become one; `livePairId` null: by their names. */
  #joinFilm(library: LibraryRow, change: Change, livePairId: string | null): boolean {
    const film = change.name === 'asset.join' ? assetRows(this.#database, library.num, change.args.joined) : undefined;
    const { status } = this.#apply(library, change, null);
    if (status === 'applied' && change.name === 'asset.join' && film)
      noteFilm(this.#database, library.num, change.args.assetId, film, livePairId);
    return status !== 'rejected';
  }

  #write(library: LibraryRow, decision: Decision, deviceId: string | null): void {
    writeDecision(new SqliteTables(this.#database, library.num, { deviceId, now: this.#parts.clock.now() }), decision);
  }

  /** A restore that came in between wins: it is looked at again in the transaction. */
  #expire(library: LibraryRow, assetId: string): number {
    const rows = isDue(this.#database, library.num, assetId) ? assetRows(this.#database, library.num, assetId) : undefined;
    if (!rows) return 0;
    this.#write(library, purged(rows, 'expiry'), null);
    return 1;
  }
}
