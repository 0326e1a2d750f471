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
  readonly #log: Undo[];
  readonly #changed: () => void;

  constructor(log: unknown[], changed: () => void) {
    this.#log = log as Undo[];
    this.#changed = changed;
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
    this.version += 1;
    this.#changed();
    this.#log.push({ table: this, key, before: this.rows.get(key), was: this.rows.has(key) });
  }
}

/** All rows of a database at one moment. */
export type Copy = ReadonlyMap<string, ReadonlyMap<unknown, unknown>>;

/**
 * A database in memory with the two promises that matter: a transaction takes effect whole or not at all, and what was synced
 * outlives a loss of power; what was only committed outlives the end of the process.
 */
export class Database {
  readonly #tables = new Map<string, Table<unknown, unknown>>();
  /** Since the last sync, oldest first. */
  readonly #log: Undo[] = [];
  #open = false;
  /** Another number after each change of a row. */
  version = 0;

  table<K, V>(name: string): Table<K, V> {
    const table = new Table<K, V>(this.#log, () => (this.version += 1));
    this.#tables.set(name, table);
    return table;
  }

  transact<T>(step: () => T): T {
    if (this.#open) return step();
    this.#open = true;
    const begun = this.#log.length;
    try {
      return step();
    } catch (error) {
      this.#undo(begun);
      throw error;
    } finally {
      this.#open = false;
    }
  }

  /** Everything that is committed is on disk. */
  sync(): void {
    this.#log.length = 0;
  }

  /** True: a loss of power would take nothing. */
  get synced(): boolean {
    return this.#log.length === 0;
  }

  losePower(): void {
    this.#undo(0);
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
    this.#log.length = 0;
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
