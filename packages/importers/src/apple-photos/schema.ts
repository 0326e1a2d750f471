import { spared, type Database } from './database.ts';
import { ASSET_FIELDS, RESOURCE_FIELDS, type AssetField, type ResourceField } from './fields.ts';
import { readPlist } from '../plist/plist.ts';
import { isRecord, type PlistRecord } from '../plist/value.ts';

/** What the database of one library has, found by looking: no version number decides anything. */
export interface Schema {
  /** `PLModelVersion`; null: it does not say. */
  readonly model: number | null;
  /** The system’s build that last changed the schema. */
  readonly build: string | null;
  /** True: of a model that this program has seen; else what it says may be wrong. */
  readonly known: boolean;
  readonly assetTable: string;
  /** How the tables about a photo hang together; the table of photos is `a`. */
  readonly joins: readonly TableJoin[];
  readonly assets: ReadonlyMap<AssetField, string>;
  readonly resources: ReadonlyMap<ResourceField, string>;
  /** The tables that join photos with albums and keywords, where they can be told. */
  readonly albumJoin: Join | null;
  readonly keywordJoin: Join | null;
  /** What could not be found, in a person’s words: `whether a photo is in the trash`. */
  readonly lacks: readonly string[];
}
export interface TableJoin {
  readonly table: string;
  readonly alias: string;
  readonly on: string;
}
export interface Join {
  readonly table: string;
  /** The column of the album or keyword. */
  readonly of: string;
  /** The column of the asset; for keywords, of its additional attributes. */
  readonly asset: string;
  readonly order: string | null;
}

export type Probed = { readonly ok: true; readonly schema: Schema } | { readonly ok: false; readonly lacks: readonly string[] };

/** The first and last model that was seen in real libraries. */
export const MODELS = { first: 13514, last: 19320 } as const;

const NEEDED: readonly AssetField[] = ['uuid', 'kind', 'directory', 'filename'];

/** Looks at what there is. Without a table of photos, their ids, kinds and file names nothing can be said. */
export function probe(database: Database): Probed {
  const { tables } = database;
  const assetTable = ['ZASSET', 'ZGENERICASSET'].find((name) => tables.has(name));
  if (assetTable === undefined) return { ok: false, lacks: ['the table of photos (ZASSET or ZGENERICASSET)'] };
  const joins = findJoins(tables, assetTable);
  const joined = new Set(joins.map(({ table }) => table));
  const assets = columnsFound(ASSET_FIELDS, tables, (table) => (table === 'ASSET' ? assetTable : joined.has(table) ? table : null));
  const resources = columnsFound(RESOURCE_FIELDS, tables, (table) => (tables.get(table)?.has('ZASSET') ? table : null));
  const missing = NEEDED.filter((name) => !assets.has(name)).map((name) => `${ASSET_FIELDS[name].columns[0]} in ${assetTable}`);
  if (!tables.get(assetTable)?.has('Z_PK')) missing.push(`Z_PK in ${assetTable}`);
  if (missing.length > 0) return { ok: false, lacks: missing };
  const entities = spared(() => readEntities(database), new Map<string, number>());
  const metadata = spared(() => readMetadata(database), {});
  const model = typeof metadata['PLModelVersion'] === 'number' ? metadata['PLModelVersion'] : null;
  const albumJoin = findAlbumJoin(tables, entities);
  const keywordJoin = findKeywordJoin(tables, entities);
  const schema = {
    model,
    build: spared(() => buildOf(database, metadata), null),
    known: model !== null && model >= MODELS.first && model <= MODELS.last,
    assetTable,
    joins,
    assets,
    resources,
    albumJoin,
    keywordJoin,
  };
  return { ok: true, schema: { ...schema, lacks: lacksOf(tables, schema) } };
}

/** Each table by the key that points to it, or by the one that points back. */
function findJoins(tables: Database['tables'], assetTable: string): TableJoin[] {
  const has = (table: string, column: string): boolean => tables.get(table)?.has(column) === true;
  const joins: TableJoin[] = [];
  const more = 'ZADDITIONALASSETATTRIBUTES';
  if (has(more, 'Z_PK') && has(more, 'ZASSET')) joins.push({ table: more, alias: 'x', on: 'x.ZASSET = a.Z_PK' });
  else if (has(more, 'Z_PK') && has(assetTable, 'ZADDITIONALATTRIBUTES'))
    joins.push({ table: more, alias: 'x', on: 'x.Z_PK = a.ZADDITIONALATTRIBUTES' });
  const words = 'ZASSETDESCRIPTION';
  if (joins.length > 0 && has(words, 'ZASSETATTRIBUTES')) joins.push({ table: words, alias: 'd', on: 'd.ZASSETATTRIBUTES = x.Z_PK' });
  if (has('ZCLOUDMASTER', 'Z_PK') && has(assetTable, 'ZMASTER'))
    joins.push({ table: 'ZCLOUDMASTER', alias: 'm', on: 'm.Z_PK = a.ZMASTER' });
  return joins;
}

function columnsFound<Name extends string>(
  fields: Readonly<Record<Name, { readonly table: string; readonly columns: readonly string[] }>>,
  tables: Database['tables'],
  nameOf: (table: string) => string | null,
): Map<Name, string> {
  const found = new Map<Name, string>();
  for (const name of Object.keys(fields) as Name[]) {
    const { table, columns } = fields[name];
    const column = columns.find((each) => tables.get(nameOf(table) ?? '')?.has(each));
    if (column !== undefined) found.set(name, column);
  }
  return found;
}

function readEntities(database: Database): Map<string, number> {
  const columns = database.tables.get('Z_PRIMARYKEY');
  if (!columns?.has('Z_ENT') || !columns.has('Z_NAME')) return new Map();
  return new Map(
    [...database.rows('SELECT Z_ENT AS ent, Z_NAME AS name FROM Z_PRIMARYKEY')].map(({ ent, name }) => [String(name), Number(ent)]),
  );
}

function readMetadata(database: Database): PlistRecord {
  if (!database.tables.get('Z_METADATA')?.has('Z_PLIST')) return {};
  const [first] = [...database.rows('SELECT Z_PLIST AS list FROM Z_METADATA LIMIT 1')];
  const list = first?.['list'] instanceof Uint8Array ? readPlist(first['list']) : undefined;
  return isRecord(list) ? list : {};
}

/** Later schemas keep a history of migrations; the first one told of it in its metadata. */
function buildOf(database: Database, metadata: PlistRecord): string | null {
  const columns = database.tables.get('ZMIGRATIONHISTORY');
  if (columns?.has('ZOSVERSION')) {
    const order = columns.has('ZINDEX') ? 'ZINDEX' : 'Z_PK';
    const [last] = [...database.rows(`SELECT ZOSVERSION AS build FROM ZMIGRATIONHISTORY ORDER BY ${order} DESC LIMIT 1`)];
    if (typeof last?.['build'] === 'string') return last['build'];
  }
  const build = metadata['PLOSVersion'];
  return typeof build === 'string' ? build : null;
}

export function hasAlbums(tables: Database['tables']): boolean {
  const columns = tables.get('ZGENERICALBUM');
  return columns?.has('Z_PK') === true && columns.has('ZKIND');
}

/** By the numbers of the entities; where these are not told, the one table that looks like it. */
function findAlbumJoin(tables: Database['tables'], entities: ReadonlyMap<string, number>): Join | null {
  const album = entities.get('Album');
  const asset = entities.get('Asset') !== undefined && tables.has('ZASSET') ? entities.get('Asset') : entities.get('GenericAsset');
  const named = `Z_${album}ASSETS`;
  if (tables.get(named)?.has(`Z_${album}ALBUMS`) && tables.get(named)?.has(`Z_${asset}ASSETS`))
    return albumJoin(tables, named, `Z_${album}ALBUMS`, `Z_${asset}ASSETS`);
  const alike = [...tables].flatMap(([table, columns]) => {
    const of = [...columns].filter((name) => /^Z_\d+ALBUMS$/.test(name));
    const to = [...columns].filter((name) => /^Z_\d+ASSETS$/.test(name));
    const ordered = [...columns].some((name) => /^Z_FOK_\d+ASSETS$/.test(name));
    return /^Z_\d+ASSETS$/.test(table) && ordered && of.length === 1 && to.length === 1
      ? [albumJoin(tables, table, of[0] ?? '', to[0] ?? '')]
      : [];
  });
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

function albumJoin(tables: Database['tables'], table: string, of: string, asset: string): Join {
  const order = asset.replace(/^Z_/, 'Z_FOK_');
  return { table, of, asset, order: tables.get(table)?.has(order) ? order : null };
}

/** As with albums; the numbers in these names are those of the entities, too. */
function findKeywordJoin(tables: Database['tables'], entities: ReadonlyMap<string, number>): Join | null {
  const has = (table: string, names: readonly string[]): boolean => names.every((name) => tables.get(table)?.has(name));
  if (!has('ZKEYWORD', ['Z_PK', 'ZTITLE']) || !has('ZADDITIONALASSETATTRIBUTES', ['Z_PK', 'ZASSET'])) return null;
  const joins = [...tables].flatMap(([table, columns]) => {
    if (!/^Z_\d+KEYWORDS$/.test(table)) return [];
    const asset = [...columns].filter((name) => /^Z_\d+ASSETATTRIBUTES$/.test(name));
    const words = [...columns].filter((name) => /^Z_\d+KEYWORDS$/.test(name));
    const named = `Z_${entities.get('Keyword')}KEYWORDS`;
    const of = words.includes(named) ? named : words.length === 1 ? words[0] : undefined;
    return of === undefined || asset.length !== 1 ? [] : [{ table, of, asset: asset[0]!, order: null }];
  });
  return joins.length === 1
    ? joins[0]!
    : (joins.find(({ table }) => table === `Z_${entities.get('AdditionalAssetAttributes') ?? 1}KEYWORDS`) ?? null);
}

function lacksOf(tables: Database['tables'], schema: Omit<Schema, 'lacks'>): string[] {
  const fields = (Object.keys(ASSET_FIELDS) as AssetField[]).filter((name) => !schema.assets.has(name));
  const had = fields.filter((name) => schema.model === null || (ASSET_FIELDS[name].since ?? 0) <= schema.model);
  const lacks = [...new Set(had.flatMap((name) => ASSET_FIELDS[name].tells ?? []))];
  const parts = (Object.keys(RESOURCE_FIELDS) as ResourceField[]).filter((name) => !schema.resources.has(name));
  if (!tables.has('ZINTERNALRESOURCE')) lacks.push('which files belong to a photo, and which of them are here');
  else lacks.push(...new Set(parts.flatMap((name) => RESOURCE_FIELDS[name].tells ?? [])));
  const has = (table: string, column: string): boolean => tables.get(table)?.has(column) === true;
  if (schema.resources.size > 0 && !has('ZINTERNALRESOURCE', 'ZTRASHEDSTATE')) lacks.push('which files of a photo were replaced');
  if (!schema.resources.has('hint') && !schema.resources.has('utiKey')) lacks.push('which originals are RAW');
  if (!hasAlbums(tables)) lacks.push('which albums there are');
  else {
    if (!has('ZGENERICALBUM', 'ZTRASHEDSTATE')) lacks.push('which albums were deleted');
    if (!has('ZGENERICALBUM', 'ZPARENTFOLDER')) lacks.push('in which folder an album lies');
    if (!has('ZGENERICALBUM', 'ZTITLE')) lacks.push('what albums are called');
  }
  if (schema.albumJoin === null) lacks.push('which photos are in which album');
  if (!has('ZPERSON', 'ZFULLNAME') || !has('ZPERSON', 'Z_PK')) lacks.push('who was named in photos');
  if (schema.keywordJoin === null) lacks.push('keywords');
  if (schema.model === null) lacks.push('which version of Photos wrote it');
  return lacks;
}
