import type { AssetFields } from '@rollcall/protocol';
import { NOTHING_TOLD, type FoundFile, type Left, type ReadMedia, type Thing, type ThingPart, type Told } from '../found.ts';
import { completed, distinct, grouped, leftApart, united, withoutFileTime } from '../grouping.ts';
import { fileOfLine, matchRows } from './match.ts';
import { mergePieces, type DetailRow } from './tables.ts';

/** A list of names in `Albums`. */
export interface AppleAlbum {
  readonly file: FoundFile;
  readonly title: string;
  readonly names: readonly string[];
}

/** All parts of one export together. */
export interface AppleExport {
  readonly media: readonly ReadMedia[];
  readonly rows: readonly DetailRow[];
  readonly albums: readonly AppleAlbum[];
  /** Edits and the like that lie beside photos. */
  readonly beside: readonly FoundFile[];
  /** Titles of shared albums by their folders, each below its source: `source:path`. */
  readonly shared: ReadonlyMap<string, string>;
}

export interface ApplePlanned {
  readonly things: readonly Thing[];
  readonly left: readonly Left[];
  readonly withoutData: readonly string[];
  readonly rows: { readonly all: number; readonly matched: number };
  /** Of the rows that tell a checksum and have their file: how many have the checksum of its bytes. */
  readonly checksums: { readonly agree: number; readonly disagree: readonly string[] };
  /** Files whose own date is another than the one that the tables have: theirs is kept. */
  readonly otherDates: readonly string[];
  readonly albumLines: { readonly all: number; readonly found: number };
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What an export of Apple's holds. Pure. @param nameOf how a file is called when a person is told of it */
export function planAppleExport({ media, rows, albums, beside, shared }: AppleExport, nameOf: (file: FoundFile) => string): ApplePlanned {
  const matches = matchRows(rows, media);
  const { albumsOf, marked, left: albumLeft, lines } = readAlbums(albums, media, nameOf);
  const at = (file: FoundFile): string => `${file.source}/${file.path}`;
  const once = distinct(
    media.map((file) => ({ path: at(file.file), file })),
    nameOf,
  );
  const groups = grouped(
    once.placed,
    beside.map((file) => ({ path: at(file), file })),
  );
  const byPath = new Map<string, ReadMedia>(once.placed.map(({ path, file }) => [path, file]));
  const filesAt = new Map<string, FoundFile>([
    ...beside.map((file) => [at(file), file] as const),
    ...once.placed.map(({ path, file }) => [path, file.file] as const),
  ]);
  const withoutData: string[] = [];
  const otherDates: string[] = [];
  const things = groups.assets.map(({ members }): Thing => {
    const parts = members.filter(({ within }) => within === null);
    const its = parts.flatMap(({ path }) => byPath.get(path) ?? []);
    const [original] = its as [ReadMedia];
    const found = its.flatMap((file) => matches.rowOf.get(file) ?? []);
    if (!matches.rowOf.has(original)) withoutData.push(nameOf(original.file));
    const told = united([...its.map((file) => toldBy(matches.rowOf.get(file))), ...its.flatMap((file) => marked.get(file) ?? [])]);
    const fields = completed(withoutFileTime(original.fields), dateless(told, original));
    if (told.fields.capturedAt !== undefined && !sameMinute(told.fields.capturedAt, fields.capturedAt))
      otherDates.push(nameOf(original.file));
    const sharedIn = shared.get(`${original.file.source}:${folderOf(original.file.path)}`);
    return {
      kind: original.kind,
      parts: [
        { file: original.file, role: 'original' },
        ...parts.slice(1).map(({ path, role }): ThingPart => ({ file: filesAt.get(path)!, role })),
      ],
      fields,
      told,
      albums: [...new Set([...its.flatMap((file) => albumsOf.get(file) ?? []), ...(sharedIn === undefined ? [] : [sharedIn])])],
      trashed:
        original.file.path.split('/').some((folder) => folder.toLowerCase() === 'recently deleted') || found.some(({ deleted }) => deleted),
    };
  });
  const compared = [...matches.rowOf].filter(([file, { checksum }]) => checksum !== null && file.appleChecksum !== null);
  const disagree = compared.filter(([file, { checksum }]) => checksum !== file.appleChecksum);
  return {
    things,
    withoutData,
    otherDates,
    rows: { all: rows.length, matched: matches.rowOf.size },
    checksums: { agree: compared.length - disagree.length, disagree: disagree.map(([{ file }]) => nameOf(file)) },
    albumLines: lines,
    left: [
      ...once.left,
      ...matches.rowsWithout.map((row): Left => ({ path: `${nameOf(row.table)}: ${row.name}`, why: 'no-file' })),
      ...matches.unclear.flatMap((each) => unclearRows(each, nameOf)),
      ...albumLeft,
      ...leftApart(groups, (path) => nameOf(filesAt.get(path)!)),
      ...groups.others.map((path): Left => ({ path: nameOf(filesAt.get(path)!), why: 'no-photo' })),
    ],
  };
}

function unclearRows(
  { rows, files }: { readonly rows: readonly DetailRow[]; readonly files: readonly ReadMedia[] },
  nameOf: (file: FoundFile) => string,
): Left[] {
  const could = files.map(({ file }) => nameOf(file)).join(', ');
  return rows.map((row) => ({ path: `${nameOf(row.table)}: ${row.name}`, why: 'several-files', more: could }));
}

/** A date to the minute says less than the file's own; it counts where that has none. */
function dateless(told: Told, { facts }: ReadMedia): Told {
  if (facts.capturedAt === null) return told;
  const { capturedAt: _, capturedSource: __, ...fields } = told.fields;
  return { ...told, fields };
}

function toldBy(row: DetailRow | undefined): Told {
  if (row === undefined) return NOTHING_TOLD;
  const { createdAt, favourite, hidden } = row;
  const fields: Partial<AssetFields> = {
    ...(createdAt === null ? {} : { capturedAt: createdAt, capturedSource: 'xmp' }),
    ...(favourite ? { favourite } : {}),
    ...(hidden ? { hidden } : {}),
  };
  return { fields, knowsZone: false };
}

/** The tables have UTC; a clock without a zone may be anywhere. */
function sameMinute(told: string, own: string): boolean {
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(own);
  const apart = Math.abs(Date.parse(told) - Date.parse(zoned ? own : `${own}Z`));
  if (zoned) return apart < 60_000;
  return apart % (15 * 60_000) < 60_000 && apart <= 14 * 3_600_000;
}

interface ReadAlbums {
  readonly albumsOf: ReadonlyMap<ReadMedia, readonly string[]>;
  /** What the lists of favourites and of what is hidden say. */
  readonly marked: ReadonlyMap<ReadMedia, Told>;
  readonly left: readonly Left[];
  readonly lines: { readonly all: number; readonly found: number };
}

function readAlbums(albums: readonly AppleAlbum[], media: readonly ReadMedia[], nameOf: (file: FoundFile) => string): ReadAlbums {
  const byName = Map.groupBy(media, ({ file }) => lastOf(file.path).normalize('NFC'));
  const albumsOf = new Map<ReadMedia, string[]>();
  const marked = new Map<ReadMedia, Told>();
  const left: Left[] = [];
  let [all, found] = [0, 0];
  const whole = mergePieces(albums.map((album) => ({ ...album, folder: `${album.file.source}:${folderOf(album.file.path)}` })));
  for (const { file, pieces } of whole) for (const piece of pieces) left.push({ path: nameOf(file), why: 'piece', more: piece });
  for (const { file, title, names } of whole)
    for (const name of names) {
      all += 1;
      const its = fileOfLine(name, file, byName);
      if (its === null) left.push({ path: `${nameOf(file)}: ${name}`, why: 'no-file' });
      else if (its === 'several')
        left.push({
          path: `${nameOf(file)}: ${name}`,
          why: 'several-files',
          more: byName
            .get(name)!
            .map((each) => nameOf(each.file))
            .join(', '),
        });
      else {
        found += 1;
        const mark = MARKS.get(title.toLowerCase());
        if (mark === undefined) albumsOf.set(its, [...(albumsOf.get(its) ?? []), title]);
        else marked.set(its, united([marked.get(its) ?? NOTHING_TOLD, { fields: mark, knowsZone: false }]));
      }
    }
  return { albumsOf, marked, left, lines: { all, found } };
}

/** Lists that are no albums. */
const MARKS: ReadonlyMap<string, Partial<AssetFields>> = new Map([
  ['favorites', { favourite: true }],
  ['hidden', { hidden: true }],
]);
