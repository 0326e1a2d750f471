import type { Chance } from '../world/chance.ts';

/** The database, or its disk, is full: what was to be written is not, and nothing of its transaction stays. */
export class DatabaseFull extends Error {
  override readonly name = 'DatabaseFull';

  constructor() {
    super('database or disk is full');
  }
}

/** One change of a table, as it was before. */
interface Undo {
  readonly table: Table<unknown, unknown>;
  readonly key: unknown;
  readonly before: unknown;
  readonly was: boolean;
}

/** Rows by key. Rows are never changed, only replaced. */
export class Table<K, V> {
  readonly rows = new Map<K, V>();
  /** Another number after each change: what was worked out of the rows is out of date. */
  version = 0;
  readonly #write: (undo: Undo) => void;

  constructor(write: (undo: Undo) => void) {
    this.#write = write;
  }

  get(key: K): V | undefined {
    return this.rows.get(key);
  }

  has(key: K): boolean {
    return this.rows.has(key);
  }

  set(key: K, row: V): void {
    this.#note(key);
    this.rows.set(key, row);
  }

  delete(key: K): boolean {
    if (!this.rows.has(key)) return false;
    this.#note(key);
    return this.rows.delete(key);
  }

  clear(): void {
    for (const key of Array.from(this.rows.keys())) this.delete(key);
  }

  get size(): number {
    return this.rows.size;
  }

  values(): IterableIterator<V> {
    return this.rows.values();
  }

  #note(key: K): void {
    this.#write({ table: this, key, before: this.rows.get(key), was: this.rows.has(key) });
    this.version += 1;
  }
}

/** Of the transactions that begin while the disk is full, so many are refused: room comes and goes. */
const REFUSED = 0.5;
const FIRST_WRITES = 6;

/** All rows of a database at one moment. */
export type Copy = ReadonlyMap<string, ReadonlyMap<unknown, unknown>>;

/**
 * A database in memory with the promises that matter: a transaction takes effect whole or not at all, and what was synced
 * outlives a loss of power; what was only committed outlives the end of the process. Of what was not synced, a loss of power leaves the
 * transactions before the place where the log is torn.
 */
export class Database {
  readonly #tables = new Map<string, Table<unknown, unknown>>();
  /** Since the last sync, oldest first. */
  readonly #log: Undo[] = [];
  /** Where in it each transaction ends. */
  readonly #ends: number[] = [];
  #open = false;
  /** Its disk is full: chance says which transactions are refused; null: there is room. */
  full: Chance | null = null;
  /** Writes of the open transaction until it is refused; null: it is not. */
  #left: number | null = null;
  /** Another number after each change of a row. */
  version = 0;

  table<K, V>(name: string): Table<K, V> {
    const table = new Table<K, V>((undo) => this.#write(undo));
    this.#tables.set(name, table);
    return table;
  }

  /** @throws DatabaseFull */
  transact<T>(step: () => T): T {
    if (this.#open) return step();
    this.#open = true;
    this.#left = this.full?.happens(REFUSED) === true ? this.#refusedAfter(this.full) : null;
    const begun = this.#log.length;
    try {
      const value = step();
      if (this.doomed && this.#log.length > begun) throw new DatabaseFull();
      this.#commit();
      return value;
    } catch (error) {
      this.#undo(begun);
      throw error;
    } finally {
      this.#open = false;
      this.#left = null;
    }
  }

  /** At one of its first writes, or when it ends. */
  #refusedAfter(chance: Chance): number {
    return chance.happens(0.5) ? chance.below(FIRST_WRITES) : Number.POSITIVE_INFINITY;
  }

  /** What the open transaction writes will not stay. */
  get doomed(): boolean {
    return this.#left !== null;
  }

  #write(undo: Undo): void {
    if (this.#left === 0) throw new DatabaseFull();
    if (this.#left !== null) this.#left -= 1;
    this.version += 1;
    this.#log.push(undo);
    if (!this.#open) this.#commit();
  }

  #commit(): void {
    if (this.#log.length > (this.#ends.at(-1) ?? 0)) this.#ends.push(this.#log.length);
  }

  /** Everything that is committed is on disk. */
  sync(): void {
    this.#log.length = 0;
    this.#ends.length = 0;
  }

  /** True: a loss of power would leave this row as it is. */
  isOnDisk(table: { readonly rows: ReadonlyMap<unknown, unknown> }, key: unknown): boolean {
    return !this.#log.some((undo) => undo.table.rows === table.rows && undo.key === key);
  }

  /** True: a loss of power would take nothing. */
  get synced(): boolean {
    return this.#log.length === 0;
  }

  losePower(chance: Chance): void {
    this.#undo(chance.happens(0.5) ? 0 : ([0, ...this.#ends][chance.below(this.#ends.length + 1)] ?? 0));
    this.sync();
  }

  copy(): Copy {
    return new Map([...this.#tables].map(([name, table]) => [name, new Map(table.rows)]));
  }

  /** The database is what it was, or is another one's copy. */
  restore(copy: Copy): void {
    for (const [name, table] of this.#tables) {
      table.rows.clear();
      for (const [key, row] of copy.get(name) ?? []) table.rows.set(key, row);
      table.version += 1;
    }
    this.version += 1;
    this.sync();
  }

  #undo(begun: number): void {
    while (this.#log.length > begun) {
      const { table, key, before, was } = this.#log.pop() as Undo;
      table.version += 1;
      this.version += 1;
      if (was) table.rows.set(key, before);
      else table.rows.delete(key);
    }
  }
}

/** What is worked out of tables, and kept until one of them changes. */
export class Derived<T> {
  readonly #of: readonly { readonly version: number }[];
  readonly #make: () => T;
  #versions = '';
  #value: T | null = null;

  constructor(of: readonly { readonly version: number }[], make: () => T) {
    this.#of = of;
    this.#make = make;
  }

  get(): T {
    let versions = '';
    for (const { version } of this.#of) versions += `${version} `;
    if (this.#value === null || versions !== this.#versions) {
      this.#value = this.#make();
      this.#versions = versions;
    }
    return this.#value;
  }
}
