import { quoted, type Database, type Row } from './database.ts';
import { hasAlbums, type Join, type Schema } from './schema.ts';

/** An album, a folder of albums, or something alike. */
export interface Collection {
  readonly key: number;
  readonly uuid: string;
  readonly kind: 'album' | 'shared-album' | 'smart-album' | 'folder' | 'project' | 'import';
  readonly title: string | null;
  /** With the names of the folders that it lies in: `Folder1/Trips`. */
  readonly path: string;
  /** The name of the folder that it lies in; null: in none. */
  readonly folder: string | null;
  /** The key of that folder; null: in none. */
  readonly within: number | null;
  /** Its place among those that lie in the same folder, by which they are sorted; null: not known. */
  readonly place: number | null;
  /** In which order it is shown; null: not known. */
  readonly order: 'by-hand' | 'oldest-first' | 'newest-first' | null;
  /** Null: not known. */
  readonly trashed: boolean | null;
  /** Photos in it, also those in the trash; null: not stored, as of a smart album, or not to be read. */
  readonly count: number | null;
}

const KINDS: Readonly<Record<number, Collection['kind']>> = {
  2: 'album',
  1505: 'shared-album',
  1506: 'import',
  1507: 'smart-album',
  1508: 'project',
  4000: 'folder',
};

/** More folders in each other than anybody makes are not told of by name. */
const DEEPEST = 32;

/** All of them, in the order of their keys. Null: the schema does not tell. */
export function readCollections(database: Database, schema: Schema): Collection[] | null {
  const columns = database.tables.get('ZGENERICALBUM');
  if (!columns || !hasAlbums(database.tables)) return null;
  const chosen = [
    'Z_PK',
    'ZKIND',
    'ZUUID',
    'ZTITLE',
    'ZPARENTFOLDER',
    'ZTRASHEDSTATE',
    'Z_FOK_PARENTFOLDER',
    'ZCUSTOMSORTKEY',
    'ZCUSTOMSORTASCENDING',
  ].filter((name) => columns.has(name));
  const rows = [...database.rows(`SELECT ${chosen.join(', ')} FROM ZGENERICALBUM ORDER BY Z_PK`)];
  const byKey = new Map(rows.map((row) => [Number(row['Z_PK']), row]));
  const counts = memberCounts(database, schema.albumJoin);
  const circled = inCircles(byKey);
  return rows.flatMap((row) => {
    const kind = KINDS[Number(row['ZKIND'])];
    if (kind === undefined) return [];
    const key = Number(row['Z_PK']);
    const above = foldersAbove(row, byKey, circled);
    const stored = kind === 'album' || kind === 'shared-album';
    return [
      {
        key,
        uuid: typeof row['ZUUID'] === 'string' ? row['ZUUID'] : '',
        kind,
        title: titleOf(row),
        path: [...above.map(({ title }) => title), titleOf(row) ?? ''].join('/'),
        folder: above.at(-1)?.title ?? null,
        within: above.at(-1)?.key ?? null,
        place: typeof row['Z_FOK_PARENTFOLDER'] === 'number' ? row['Z_FOK_PARENTFOLDER'] : null,
        order: orderOf(row),
        trashed: columns.has('ZTRASHEDSTATE') ? typeof row['ZTRASHEDSTATE'] === 'number' && row['ZTRASHEDSTATE'] !== 0 : null,
        count: stored && counts !== null ? (counts.get(key) ?? 0) : null,
      },
    ];
  });
}

/** The photos of an album by their keys, in its own order. */
export function* readMembers(
  database: Database,
  { albumJoin }: Schema,
): IterableIterator<{ readonly album: number; readonly asset: number }> {
  if (albumJoin === null) return;
  const { table, of, asset, order } = albumJoin;
  const sorted = [of, ...(order === null ? [] : [order])].map(quoted).join(', ');
  for (const row of database.rows(`SELECT ${quoted(of)} AS album, ${quoted(asset)} AS asset FROM ${quoted(table)} ORDER BY ${sorted}`))
    yield { album: Number(row['album']), asset: Number(row['asset']) };
}

function memberCounts(database: Database, join: Join | null): Map<number, number> | null {
  if (join === null) return null;
  const rows = database.rows(`SELECT ${quoted(join.of)} AS album, count(*) AS n FROM ${quoted(join.table)} GROUP BY 1`);
  return new Map([...rows].map(({ album, n }) => [Number(album), Number(n)]));
}

/** By hand, by date, or by what only Photos sorts by: then the order in which it keeps them. */
function orderOf(row: Row): Collection['order'] {
  if (typeof row['ZCUSTOMSORTKEY'] !== 'number') return null;
  if (row['ZCUSTOMSORTKEY'] !== BY_DATE) return 'by-hand';
  return row['ZCUSTOMSORTASCENDING'] === 0 ? 'newest-first' : 'oldest-first';
}

const BY_DATE = 1;

/** Folders that lie in themselves, however far around: in no other, for nothing else leads out of there. */
function inCircles(byKey: ReadonlyMap<number, Row>): ReadonlySet<number> {
  const ended = new Set<number>();
  const circled = new Set<number>();
  for (const start of byKey.keys()) {
    const path = new Set<number>();
    let key = start;
    while (byKey.get(key)?.['ZKIND'] === FOLDER && !ended.has(key) && !path.has(key)) {
      path.add(key);
      key = Number(byKey.get(key)?.['ZPARENTFOLDER']);
    }
    let isAround = false;
    for (const each of path) {
      isAround ||= each === key;
      if (isAround) circled.add(each);
      ended.add(each);
    }
  }
  return circled;
}

const FOLDER = 4000;

function foldersAbove(
  row: Row,
  byKey: ReadonlyMap<number, Row>,
  circled: ReadonlySet<number>,
): { readonly key: number; readonly title: string }[] {
  const names: { key: number; title: string }[] = [];
  if (circled.has(Number(row['Z_PK']))) return names;
  let above = byKey.get(Number(row['ZPARENTFOLDER']));
  for (let depth = 0; above && depth < DEEPEST && above['ZKIND'] === FOLDER; depth += 1) {
    names.unshift({ key: Number(above['Z_PK']), title: titleOf(above) ?? '' });
    if (circled.has(Number(above['Z_PK']))) break;
    above = byKey.get(Number(above['ZPARENTFOLDER']));
  }
  return names;
}

const titleOf = (row: Row): string | null => (typeof row['ZTITLE'] === 'string' ? row['ZTITLE'] : null);

/** The keywords of photos. */
export interface Keywords {
  /** How many there are, also those that no photo has; null: not to be read. */
  readonly defined: number | null;
  /** By the keys of photos, in the order of the alphabet. */
  readonly byPhoto: ReadonlyMap<number, readonly string[]>;
}

export function readKeywords(database: Database, { keywordJoin: join }: Schema): Keywords {
  const words = database.tables.get('ZKEYWORD');
  const [counted] = words ? [...database.rows('SELECT count(*) AS n FROM ZKEYWORD')] : [];
  const defined = counted ? Number(counted['n']) : null;
  if (join === null) return { defined, byPhoto: new Map() };
  const statement = `SELECT x.ZASSET AS photo, k.ZTITLE AS word FROM ${quoted(join.table)} j
    JOIN ZKEYWORD k ON k.Z_PK = j.${quoted(join.of)} JOIN ZADDITIONALASSETATTRIBUTES x ON x.Z_PK = j.${quoted(join.asset)}
    WHERE ifnull(k.ZTITLE, '') <> '' AND x.ZASSET IS NOT NULL ORDER BY 1, 2`;
  return { defined, byPhoto: wordsByPhoto(database.rows(statement)) };
}

/** Who is in photos. Numbers are null where the schema does not tell. */
export interface People {
  readonly named: number | null;
  readonly faces: number | null;
  /** The names of who was named, by the keys of photos, in the order of the alphabet. */
  readonly byPhoto: ReadonlyMap<number, readonly string[]>;
}

export function readPeople(database: Database): People {
  const count = (table: string, column: string, where: string): number | null => {
    if (!database.tables.get(table)?.has(column)) return null;
    const [row] = [...database.rows(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)];
    return Number(row?.['n'] ?? 0);
  };
  return {
    named: count('ZPERSON', 'ZFULLNAME', "ifnull(ZFULLNAME, '') <> ''"),
    faces: count('ZDETECTEDFACE', 'Z_PK', '1'),
    byPhoto: namesByPhoto(database),
  };
}

function namesByPhoto(database: Database): Map<number, string[]> {
  const columns = database.tables.get('ZDETECTEDFACE');
  const photo = ['ZASSETFORFACE', 'ZASSET'].find((name) => columns?.has(name));
  const person = ['ZPERSONFORFACE', 'ZPERSON'].find((name) => columns?.has(name));
  if (photo === undefined || person === undefined || !hasNames(database)) return new Map();
  const statement = `SELECT DISTINCT f.${photo} AS photo, p.ZFULLNAME AS word FROM ZDETECTEDFACE f JOIN ZPERSON p ON p.Z_PK = f.${person}
    WHERE ifnull(p.ZFULLNAME, '') <> '' AND f.${photo} IS NOT NULL ORDER BY 1, 2`;
  return wordsByPhoto(database.rows(statement));
}

function hasNames({ tables }: Database): boolean {
  return tables.get('ZPERSON')?.has('ZFULLNAME') === true && tables.get('ZPERSON')?.has('Z_PK') === true;
}

function wordsByPhoto(rows: Iterable<Row>): Map<number, string[]> {
  const byPhoto = new Map<number, string[]>();
  for (const { photo, word } of rows) {
    const own = byPhoto.get(Number(photo));
    if (own) own.push(String(word));
    else byPhoto.set(Number(photo), [String(word)]);
  }
  return byPhoto;
}

/** The names of the types of files, which older schemas keep in a table. */
export function readTypes(database: Database): Map<number, string> {
  const columns = database.tables.get('ZUNIFORMTYPEIDENTIFIER');
  if (!columns?.has('Z_PK') || !columns.has('ZIDENTIFIER')) return new Map();
  const rows = database.rows('SELECT Z_PK AS key, ZIDENTIFIER AS name FROM ZUNIFORMTYPEIDENTIFIER');
  return new Map([...rows].map(({ key, name }) => [Number(key), String(name)]));
}
