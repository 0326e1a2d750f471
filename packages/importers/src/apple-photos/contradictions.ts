import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/** What held in every library that was seen: whoever was handed to iCloud has an id there, a master and a state, and nobody else. */
export interface Contradictions {
  readonly photos: number;
  readonly against: number;
}

/** A few are of a library that was hurt; more are of a schema that means something else. */
const A_FEW = 5;
const SHARE = 0.05;

/** Null: the schema lacks the columns, and nothing can be held against each other. */
export function countContradictions(database: Database, { assetTable, assets }: Schema): Contradictions | null {
  const [master, id, state] = [assets.get('masterKey'), assets.get('cloudId'), assets.get('cloudState')];
  if (master === undefined || id === undefined || state === undefined) return null;
  const saved = assets.get('saved');
  const published = assets.get('published');
  const own = [
    saved === undefined ? '1' : `ifnull(${saved}, 0) NOT IN (4, 8, 10, 12)`,
    published === undefined ? '1' : `${published} IS NULL`,
  ];
  // What failed was not handed over, perhaps.
  const against = `(${master} IS NULL) <> (${id} IS NULL) OR (${master} IS NULL AND ifnull(${state}, 0) NOT IN (0, 2, 4))`;
  const [row] = [
    ...database.rows(`SELECT count(*) AS photos, ifnull(sum(${against}), 0) AS against FROM ${assetTable} WHERE ${own.join(' AND ')}`),
  ];
  return { photos: Number(row?.['photos'] ?? 0), against: Number(row?.['against'] ?? 0) };
}

/** Whether what the database says of iCloud means what it used to. */
export function mayTrust(found: Contradictions | null): boolean {
  return found === null || found.against <= Math.max(A_FEW, found.photos * SHARE);
}
