import type { Acknowledged, Change, Closing, Entity, MutationResult, Order } from '@rollcall/protocol';
import type { AssetRows, JournalEntry, NamedHalf, PurgedAsset, Shot } from '@rollcall/core';
import { Database, Derived, type Table } from '../database/database.ts';

export interface LibraryRow {
  readonly id: string;
  readonly quota: number;
  readonly head: number;
  readonly floor: number;
  /** Photos that are live, and in Recently Deleted. */
  readonly live: number;
  readonly trashed: number;
}
export interface EntityRow {
  readonly library: string;
  readonly seq: number;
  readonly entity: Entity;
}
export interface LedgerRow {
  readonly library: string;
  readonly hash: string;
  readonly size: number;
  readonly state: 'reserved' | 'stored' | 'committed';
  readonly refs: number;
  readonly touched: number;
}
export interface TicketRow {
  readonly id: string;
  readonly library: string;
  readonly device: string;
  readonly hash: string | null;
  readonly size: number;
  readonly touched: number;
  readonly result: string | null;
}
export interface GenerationRow {
  readonly library: string;
  readonly generation: string;
  readonly first: number;
}
/** What a change did, and by whose which mutation: history, and what the checks rest on. */
export interface JournalRow {
  readonly library: string;
  readonly assetId: string;
  readonly what: string;
  readonly deviceId: string | null;
  readonly entry: JournalEntry;
}
/** A mutation that took effect, in the order in which they did. */
export interface TakenRow {
  readonly library: string;
  readonly deviceId: string;
  readonly epoch: string;
  readonly n: number;
  /** The photo that it deletes; null: it is no deletion. */
  readonly deletes: string | null;
}
export interface OrderRow {
  readonly id: string;
  readonly deviceId: string;
  readonly at: number;
  readonly order: Order;
}

const of = (library: string, key: string): string => `${library} ${key}`;

/** Told of what changes take effect, for whoever checks them. */
export interface Watcher {
  changed(library: string, change: Change, before: AssetRows | undefined, result: MutationResult): void;
  expired(library: string, assetId: string): void;
  /** A device was told that bytes are here. */
  toldHave(library: string, device: string, hash: string): void;
  /** A device has sent all these bytes. */
  sent(library: string, device: string, hash: string): void;
}

/** Everything durable on the server but the bytes. */
export class Tables {
  readonly database = new Database();
  #watcher: Watcher | null = null;
  readonly facts: Table<string, string> = this.database.table('facts');
  readonly libraries: Table<string, LibraryRow> = this.database.table('libraries');
  readonly entities: Table<string, EntityRow> = this.database.table('entities');
  readonly generations: Table<number, GenerationRow> = this.database.table('generations');
  readonly purgedHashes: Table<string, string> = this.database.table('purged-hashes');
  readonly purgedAssets: Table<string, PurgedAsset & { readonly since: number }> = this.database.table('purged-assets');
  readonly inTrash: Table<string, number> = this.database.table('in-trash');
  readonly tombstones: Table<string, number> = this.database.table('tombstones');
  readonly chains: Table<string, Acknowledged> = this.database.table('chains');
  readonly outcomes: Table<string, { readonly hash: string; readonly result: MutationResult }> = this.database.table('outcomes');
  readonly actions: Table<string, MutationResult> = this.database.table('actions');
  readonly ledger: Table<string, LedgerRow> = this.database.table('ledger');
  readonly senders: Table<string, true> = this.database.table('senders');
  readonly tickets: Table<string, TicketRow> = this.database.table('tickets');
  readonly checks: Table<string, 'sound' | 'damaged' | 'missing'> = this.database.table('checks');
  readonly loose: Table<string, number> = this.database.table('loose');
  readonly quarantine: Table<string, number> = this.database.table('quarantine');
  /** Identifiers of Live Photos that were read, by library and asset. */
  readonly halves: Table<string, string> = this.database.table('halves');
  /** By which identifier (null: by its name) the server joined a film to its photo, by library, photo and bytes. */
  readonly joinedFilms: Table<string, string | null> = this.database.table('joined-films');
  /** What files told by which they are known as halves without an identifier, by library and asset; null: nothing. */
  readonly named: Table<string, NamedHalf | null> = this.database.table('named');
  /** Originals that became parts of their edits, by library and asset: which photo they are a part of. */
  readonly edited: Table<string, string> = this.database.table('edited');
  /** What photos told of their shots, by library and asset; null: nothing. */
  readonly shots: Table<string, Shot | null> = this.database.table('shots');
  readonly journal: Table<number, JournalRow> = this.database.table('journal');
  readonly taken: Table<number, TakenRow> = this.database.table('taken');
  readonly orders: Table<string, OrderRow> = this.database.table('orders');
  /** Libraries that are about to be closed. Of no backup, and of no loss of power: somebody asks for it, and thinks better of it. */
  readonly closing = new Map<string, Closing>();
  readonly devices: Table<string, { readonly library: string; readonly name: string }> = this.database.table('devices');
  readonly #index = new Derived([this.entities], () => indexOf(this.entities.values()));

  /** Nobody is told of what will not stay. */
  get watcher(): Watcher | null {
    return this.database.doomed ? null : this.#watcher;
  }

  set watcher(watcher: Watcher) {
    this.#watcher = watcher;
  }

  fact(name: string): string | undefined {
    return this.facts.get(name);
  }

  library(id: string): LibraryRow {
    const row = this.libraries.get(id);
    if (!row) throw new Error(`no library ${id}`);
    return row;
  }

  entity(library: string, key: string): EntityRow | undefined {
    return this.entities.get(of(library, key));
  }

  index(library: string): LibraryIndex {
    return this.#index.get().get(library) ?? NOTHING;
  }

  /** Milliseconds that the server saw pass. */
  get seen(): number {
    return Number(this.fact('seen-time') ?? '0');
  }

  ledgerRow(library: string, hash: string): LedgerRow | undefined {
    return this.ledger.get(of(library, hash));
  }

  sums(library: string): { used: number; reserved: number } {
    let [used, reserved] = [0, 0];
    for (const row of this.ledger.values()) {
      if (row.library !== library) continue;
      if (row.state === 'committed') used += row.size;
      else reserved += row.size;
    }
    return { used, reserved };
  }
}

export interface LibraryIndex {
  /** In the order of seq. */
  readonly rows: readonly EntityRow[];
  readonly byAsset: ReadonlyMap<string, readonly EntityRow[]>;
  readonly byHash: ReadonlyMap<string, readonly EntityRow[]>;
}

const NOTHING: LibraryIndex = { rows: [], byAsset: new Map(), byHash: new Map() };

function indexOf(rows: Iterable<EntityRow>): Map<string, LibraryIndex> {
  const found = new Map<string, { rows: EntityRow[]; byAsset: Map<string, EntityRow[]>; byHash: Map<string, EntityRow[]> }>();
  const put = (map: Map<string, EntityRow[]>, key: string, row: EntityRow): void => {
    const list = map.get(key);
    if (list) list.push(row);
    else map.set(key, [row]);
  };
  for (const row of rows) {
    let index = found.get(row.library);
    if (!index) {
      index = { rows: [], byAsset: new Map(), byHash: new Map() };
      found.set(row.library, index);
    }
    index.rows.push(row);
    if (row.entity.type !== 'resource') continue;
    put(index.byAsset, row.entity.assetId, row);
    if (!row.entity.removed) put(index.byHash, row.entity.hash, row);
  }
  for (const { rows: list } of found.values()) list.sort((a, b) => a.seq - b.seq);
  return found;
}

export { of as keyOf };
