import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import type { FileSource, FolderFiles } from './folder-files.ts';
import type { DavNode, Tree } from './node.ts';
import { LIBRARY } from './path.ts';

/** Photos whose date says no month. */
const UNDATED = 'undated';
const MONTH = /^\d{4}-\d{2}$/;
/** Photos that are looked up before others get their turn. */
const AT_ONCE = 500;

export interface TreeContext {
  readonly database: Database;
  readonly files: FolderFiles;
}

/** In the words of the index, without which SQLite does not use it. */
const SHOWN = `library = (SELECT num FROM libraries WHERE id = ?) AND key >= 'asset:' AND key < 'asset;'
  AND json_extract(json, '$.state') = 'live' AND json_extract(json, '$.hidden') = 0`;
const OF_MONTH = "substr(json_extract(json, '$.capturedAt'), 1, 7)";

/** The photos that are shown, by year and month of their dates: what the folder of a device shows. */
export function libraryTree({ database, files }: TreeContext, libraryId: string): Tree {
  const months = (): string[] =>
    (
      sql(database, `SELECT DISTINCT ${OF_MONTH} AS month FROM entities INDEXED BY entities_by_month WHERE ${SHOWN} ORDER BY month`).all(
        libraryId,
      ) as { month: string }[]
    ).map(({ month }) => month);
  const sourceOf = (path: readonly string[]): FileSource | null => {
    const [year, month] = path;
    const wanted = path.length === 1 && year === UNDATED ? months().filter((each) => !MONTH.test(each)) : [`${year}-${month}`];
    if (path.length > 2 || (path.length === 1 && year !== UNDATED) || path.length === 0) return null;
    if (year !== UNDATED && !MONTH.test(wanted[0] ?? '')) return null;
    return {
      libraryId,
      key: `${libraryId} ${path.join('/')}`,
      stamp: stampOf(database, libraryId, wanted),
      pages: () => pagesOf(database, libraryId, wanted),
    };
  };
  const folder = (path: readonly string[]): DavNode => ({ is: 'folder', segments: [LIBRARY, ...path], modifiedAt: null });
  const folders = (path: readonly string[]): DavNode[] => {
    const all = months();
    const dated = all.filter((each) => MONTH.test(each)).map((each) => each.split('-') as [string, string]);
    if (path.length === 0) {
      const years = [...new Set(dated.map(([year]) => year))];
      return [...years, ...(dated.length < all.length ? [UNDATED] : [])].map((name) => folder([name]));
    }
    return dated.flatMap(([year, month]) => (year === path[0] ? [folder([year, month])] : []));
  };
  const hasFiles = (path: readonly string[]): boolean => path.length === 2 || path[0] === UNDATED;
  return {
    async at(path) {
      if (path.length === 0) return folder([]);
      const parent = path.slice(0, -1);
      const name = path.at(-1) ?? '';
      const found = folders(parent).find(({ segments }) => segments.length === path.length + 1 && segments.at(-1) === name);
      if (found) return found;
      const source = hasFiles(parent) ? sourceOf(parent) : null;
      return source && files.find([LIBRARY, ...parent], source, name);
    },
    async *within(path) {
      const source = hasFiles(path) ? sourceOf(path) : null;
      if (source) yield* files.all([LIBRARY, ...path], source);
      else yield* folders(path);
    },
  };
}

async function* pagesOf(database: Database, libraryId: string, months: readonly string[]): AsyncGenerator<string[]> {
  for (const month of months)
    for (let after = 'asset:'; ; await othersTurn()) {
      const rows = sql(
        database,
        `SELECT key FROM entities INDEXED BY entities_by_month WHERE ${SHOWN} AND ${OF_MONTH} = ? AND key > ? ORDER BY key LIMIT ${AT_ONCE}`,
      ).all(libraryId, month, after) as { key: string }[];
      if (rows.length > 0) yield rows.map(({ key }) => key.slice('asset:'.length));
      if (rows.length < AT_ONCE) break;
      after = rows.at(-1)?.key ?? after;
    }
}

/** Changes when a photo of these months comes, goes or changes. */
function stampOf(database: Database, libraryId: string, months: readonly string[]): string {
  return months
    .map((month) => {
      const { n, seq } = sql(
        database,
        `SELECT count(*) AS n, coalesce(max(seq), 0) AS seq FROM entities INDEXED BY entities_by_month WHERE ${SHOWN} AND ${OF_MONTH} = ?`,
      ).get(libraryId, month) as { n: number; seq: number };
      return `${month} ${n} ${seq}`;
    })
    .join();
}
