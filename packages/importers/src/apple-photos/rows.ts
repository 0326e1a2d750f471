import { quoted, type Database, type Row } from './database.ts';
import { ASSET_FIELDS, type AssetField, type ResourceField } from './fields.ts';
import type { Schema } from './schema.ts';

/** A value as it stands; undefined: the schema has no such column, and it is not known. */
export type Value = string | number | null | undefined;
export type AssetRow = { readonly key: number } & { readonly [Name in AssetField]?: Value };
export type ResourceRow = { readonly [Name in ResourceField]?: Value };

/** One photo or video of the database, and the files that it says belong to it. */
export interface AssetRows {
  readonly asset: AssetRow;
  readonly resources: readonly ResourceRow[];
}

/**
 * All photos, in the order of their keys, one at a time: a library of any size goes through in the same memory. Throws `Damaged` where
 * the file ends being a database.
 */
export function* readAssets(database: Database, schema: Schema): IterableIterator<AssetRows> {
  const resources = readResources(database, schema);
  try {
    let waiting = resources?.next();
    let before: number | null = null;
    for (const asset of database.rows(assetStatement(schema)) as IterableIterator<Row & { key: number }>) {
      if (asset.key === before) continue;
      before = asset.key;
      const own: ResourceRow[] = [];
      while (waiting && waiting.done !== true && Number(waiting.value.asset) <= asset.key) {
        if (waiting.value.asset === asset.key) own.push(waiting.value);
        waiting = resources?.next();
      }
      yield { asset, resources: own };
    }
  } finally {
    resources?.return?.();
  }
}

/** Originals, their other halves, and what was made of an edit. */
const OF_A_PHOTO = '1, 2, 15, 16, 17, 18, 19';
/** In shared albums, where a smaller copy is all that there is. */
const OF_A_COPY = '3, 4, 5, 8';

/** The many smaller versions that Photos makes stay where they are, unless they say that something failed. */
function readResources(database: Database, schema: Schema): IterableIterator<ResourceRow> | null {
  const { resources } = schema;
  if (resources.size === 0) return null;
  const columns = [...resources].map(([name, column]) => `${quoted(column)} AS ${name}`).join(', ');
  // What is in its own trash is no file of the photo any more.
  const kept = database.tables.get('ZINTERNALRESOURCE')?.has('ZTRASHEDSTATE') ? 'ifnull(ZTRASHEDSTATE, 0) = 0' : '1';
  const copies = resources.has('store') ? 'ZDATASTORECLASSID = 2' : `ZDATASTORESUBTYPE IN (${OF_A_COPY})`;
  const failed = resources.has('cloudState') ? 'ZCLOUDLOCALSTATE IN (2, 4)' : '0';
  const wanted = resources.has('subtype') ? `ZDATASTORESUBTYPE IN (${OF_A_PHOTO}) OR ${copies} OR ${failed}` : '1';
  // Sorted after one reading of the table: by its index, rows that lie anywhere would each be looked for by themselves.
  const statement = `SELECT ${columns} FROM ZINTERNALRESOURCE WHERE ZASSET IS NOT NULL AND ${kept} AND (${wanted}) ORDER BY +ZASSET`;
  return database.rows(statement) as IterableIterator<ResourceRow>;
}

const ALIASES: Readonly<Record<string, string>> = {
  ASSET: 'a',
  ZADDITIONALASSETATTRIBUTES: 'x',
  ZASSETDESCRIPTION: 'd',
  ZCLOUDMASTER: 'm',
};

function assetStatement({ assetTable, assets, joins }: Schema): string {
  const columns = [...assets].map(([name, column]) => `${ALIASES[ASSET_FIELDS[name].table]}.${quoted(column)} AS ${name}`).join(', ');
  const joined = joins.map(({ table, alias, on }) => `LEFT JOIN ${table} ${alias} ON ${on}`).join(' ');
  return `SELECT a.Z_PK AS key, ${columns} FROM ${assetTable} a ${joined} ORDER BY a.Z_PK`;
}

/** A number; null: none there. Undefined: not known. */
export function numberOf(value: Value): number | null | undefined {
  return value === undefined || typeof value === 'number' ? value : null;
}

/** A text with something in it; null: none there. Undefined: not known. */
export function textOf(value: Value): string | null | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Whether a number other than 0 stands there. Null: not known. */
export function flagOf(value: Value): boolean | null {
  return value === undefined ? null : typeof value === 'number' && value !== 0;
}
