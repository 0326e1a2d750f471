import type { FoundFile, ReadMedia } from '../found.ts';
import { APPLE_PART } from '../parts.ts';
import type { DetailRow } from './tables.ts';

/** How a row and a file were brought together, the surest first. */
export const APPLE_PASSES = ['folder-and-checksum', 'folder-and-name', 'part-and-checksum', 'checksum', 'only-name'] as const;
export type ApplePass = (typeof APPLE_PASSES)[number];

export interface AppleMatches {
  readonly rowOf: ReadonlyMap<ReadMedia, DetailRow>;
  readonly filesWithout: readonly ReadMedia[];
  readonly rowsWithout: readonly DetailRow[];
  readonly unclear: readonly { readonly rows: readonly DetailRow[]; readonly files: readonly ReadMedia[] }[];
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/'))).normalize('NFC');
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).normalize('NFC');

/**
 * Which row tells of which file: by checksum and name in the table's own folder first, then further away; each pass takes only what those
 * before it left. More than one of either kind is matched only where nothing distinguishes the files but their names, and those the rows have, too. Pure.
 */
export function matchRows(rows: readonly DetailRow[], files: readonly ReadMedia[]): AppleMatches {
  const rowOf = new Map<ReadMedia, DetailRow>();
  const unclear: { rows: DetailRow[]; files: ReadMedia[] }[] = [];
  let openRows = [...rows];
  let openFiles = [...files];
  for (const pass of APPLE_PASSES) {
    const rowsAt = Map.groupBy(openRows, (row) => keyOfRow(row, pass));
    const filesAt = Map.groupBy(openFiles, (file) => keyOfFile(file, pass));
    const [takenRows, takenFiles] = [new Set<DetailRow>(), new Set<ReadMedia>()];
    const take = (row: DetailRow, file: ReadMedia): void => {
      rowOf.set(file, row);
      takenRows.add(row);
      takenFiles.add(file);
    };
    for (const [key, candidates] of rowsAt) {
      const its = key === null ? [] : (filesAt.get(key) ?? []);
      if (its.length === 0) continue;
      // The same bytes under several names: each row has its own, where it is there.
      for (const row of candidates) {
        const named = its.filter((file) => !takenFiles.has(file) && lastOf(file.file.path) === row.name);
        if (named.length === 1 && candidates.filter(({ name }) => name === row.name).length === 1) take(row, named[0]!);
      }
      const [leftRows, leftFiles] = [candidates.filter((row) => !takenRows.has(row)), its.filter((file) => !takenFiles.has(file))];
      if (leftRows.length === 1 && leftFiles.length === 1) take(leftRows[0]!, leftFiles[0]!);
      else if (leftRows.length > 0 && leftFiles.length > 0) {
        unclear.push({ rows: leftRows, files: leftFiles });
        for (const row of leftRows) takenRows.add(row);
        for (const file of leftFiles) takenFiles.add(file);
      }
    }
    openRows = openRows.filter((row) => !takenRows.has(row));
    openFiles = openFiles.filter((file) => !takenFiles.has(file));
  }
  return { rowOf, filesWithout: openFiles, rowsWithout: openRows, unclear };
}

function keyOfRow({ table, name, checksum }: DetailRow, pass: ApplePass): string | null {
  const folder = `${table.source}:${folderOf(table.path)}`;
  switch (pass) {
    case 'folder-and-checksum':
      return checksum === null ? null : `${folder}\n${checksum}`;
    case 'folder-and-name':
      return `${folder}\n${name}`;
    case 'part-and-checksum':
      return checksum === null ? null : `${partOf(table)}\n${checksum}`;
    case 'checksum':
      return checksum;
    case 'only-name':
      return name;
    default:
      return pass satisfies never;
  }
}

function keyOfFile({ file, appleChecksum }: ReadMedia, pass: ApplePass): string | null {
  const folder = `${file.source}:${folderOf(file.path)}`;
  const name = lastOf(file.path);
  switch (pass) {
    case 'folder-and-checksum':
      return appleChecksum === null ? null : `${folder}\n${appleChecksum}`;
    case 'folder-and-name':
      return `${folder}\n${name}`;
    case 'part-and-checksum':
      return appleChecksum === null ? null : `${partOf(file)}\n${appleChecksum}`;
    case 'checksum':
      return appleChecksum;
    case 'only-name':
      return name;
    default:
      return pass satisfies never;
  }
}

/**
 * Which file a line of an album means: the only one of that name, or the only one in its own part; files of the same bytes are one photo. Null:
 * there is none; several: nobody can tell.
 */
export function fileOfLine(
  name: string,
  list: Pick<FoundFile, 'source' | 'path'>,
  byName: ReadonlyMap<string, readonly ReadMedia[]>,
): ReadMedia | null | 'several' {
  const named = byName.get(name.normalize('NFC')) ?? [];
  const [only] = named;
  if (only === undefined || areOne(named)) return only ?? null;
  const here = named.filter(({ file }) => partOf(file) === partOf(list));
  return here.length > 0 && areOne(here) ? here[0]! : 'several';
}

function areOne(files: readonly ReadMedia[]): boolean {
  return new Set(files.map(({ hash }) => hash)).size === 1;
}

/** Parts that were unpacked lie in one folder, each in its own. */
function partOf({ source, path }: Pick<FoundFile, 'source' | 'path'>): string {
  const folder = path
    .split('/')
    .slice(0, -1)
    .find((each) => APPLE_PART.test(each));
  return `${source}:${folder ?? ''}`;
}
