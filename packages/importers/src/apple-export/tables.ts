import type { FoundFile } from '../found.ts';
import { readCsv } from './csv.ts';
import { readAppleDate } from './dates.ts';

/** A row of `Photo Details.csv`: one file. */
export interface DetailRow {
  /** The table in which it stands. */
  readonly table: FoundFile;
  readonly name: string;
  /** `fileChecksum`; null: none is told. */
  readonly checksum: string | null;
  readonly favourite: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
  /** In UTC, to the minute; null: none is told, or it is no date. */
  readonly createdAt: string | null;
}

export type AppleTable =
  | { readonly is: 'details'; readonly rows: readonly DetailRow[] }
  /** Names of files, one a line. */
  | { readonly is: 'album'; readonly title: string; readonly names: readonly string[] }
  | { readonly is: 'memory' | 'shared-library' | 'empty' | 'other' };

const NAMES = new Set(['images', 'imgname', 'imagename']);

/** What a table of Apple's export is, by its header, for people call files what they like; which list of names is an album, by its folder. Never throws. */
export function readAppleTable(file: FoundFile, text: string): AppleTable {
  const rows = readCsv(text);
  const [header, ...body] = rows;
  if (header === undefined) return { is: 'empty' };
  const columns = header.map((name) => name.trim().toLowerCase());
  const at = (name: string): number => columns.indexOf(name);
  if (at('imgname') >= 0 && (at('filechecksum') >= 0 || at('originalcreationdate') >= 0))
    return { is: 'details', rows: body.map((row) => detail(file, fitted(row, columns.length), at)) };
  if (at('imgname') >= 0 && at('contributedbyme') >= 0) return { is: 'shared-library' };
  if (columns.length !== 1 || !NAMES.has(columns[0]!)) return { is: 'other' };
  const folders = file.path.split('/').slice(0, -1);
  if (folders.some((folder) => folder.toLowerCase() === 'memories')) return { is: 'memory' };
  const title = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.csv$/i, '');
  // A name with a comma in it was not quoted.
  return {
    is: 'album',
    title: title.normalize('NFC'),
    names: body.map((row) => row.join(',').trim().normalize('NFC')).filter((name) => name !== ''),
  };
}

function detail(table: FoundFile, row: readonly string[], at: (name: string) => number): DetailRow {
  const cell = (name: string): string => (at(name) < 0 ? '' : (row[at(name)] ?? '').trim());
  const yes = (name: string): boolean => /^(yes|true|1)$/i.test(cell(name));
  const checksum = cell('filechecksum');
  return {
    table,
    name: cell('imgname').normalize('NFC'),
    checksum: /^[A-Za-z0-9+/]{27,28}=?$/.test(checksum) ? checksum : null,
    favourite: yes('favorite'),
    hidden: yes('hidden'),
    deleted: yes('deleted'),
    createdAt: readAppleDate(cell('originalcreationdate')),
  };
}

/** Dates are sometimes not quoted, and have a comma in them: they are put together again where the row has more cells than the header. */
function fitted(row: readonly string[], columns: number): string[] {
  const cells = [...row];
  for (let at = 0; at + 1 < cells.length && cells.length > columns; at += 1)
    if (/^\s*(?:[A-Za-z]+ )?[A-Za-z]+ \d{1,2}$/.test(cells[at]!) && /^\s*\d{4} \d{1,2}:\d{2}/.test(cells[at + 1]!))
      cells.splice(at, 2, `${cells[at]},${cells[at + 1]}`);
  return cells;
}

/**
 * Lists that were cut in pieces, put together: `Trip1` is a further piece of `Trip` only where that stands in the same folder.
 * @param albums with the folder of each
 */
export function mergePieces<A extends { readonly folder: string; readonly title: string; readonly names: readonly string[] }>(
  albums: readonly A[],
): (A & { readonly pieces: readonly string[] })[] {
  const titles = new Set(albums.map(({ folder, title }) => `${folder}\u0000${title}`));
  const wholeOf = (folder: string, title: string): string => {
    const digits = /\d*$/.exec(title)![0].length;
    for (let taken = 1; taken <= digits && taken < title.length; taken += 1) {
      const before = title.slice(0, -taken);
      if (titles.has(`${folder}\u0000${before}`)) return wholeOf(folder, before);
    }
    return title;
  };
  return [...Map.groupBy(albums, (album) => `${album.folder}\u0000${wholeOf(album.folder, album.title)}`).values()].map((pieces) => {
    const [first] = pieces.toSorted((a, b) => a.title.length - b.title.length);
    const others = pieces.filter((each) => each !== first).map(({ title }) => title);
    return {
      ...first!,
      names: pieces.flatMap(({ names }) => names),
      pieces: [...new Set(others)].filter((title) => title !== first!.title),
    };
  });
}
