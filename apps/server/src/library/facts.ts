import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/** Small facts about this server that outlive a restart. */
export function fact(database: Database, name: string): string | undefined {
  return (sql(database, 'SELECT value FROM server_facts WHERE name = ?').get(name) as { value: string } | undefined)?.value;
}

export function setFact(database: Database, name: string, value: string): void {
  sql(database, 'INSERT INTO server_facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(
    name,
    value,
  );
}

/** The fact as it stands, or as `make` makes it for the first time. */
export function factOr(database: Database, name: string, make: () => string): string {
  const known = fact(database, name);
  if (known !== undefined) return known;
  const made = make();
  setFact(database, name, made);
  return made;
}
