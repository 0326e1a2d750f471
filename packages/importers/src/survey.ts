import { LARGEST_SIDECAR, readSidecar } from '@rollcall/media';
import type { AppleAlbum, AppleExport } from './apple-export/plan.ts';
import { readAppleTable, type DetailRow } from './apple-export/tables.ts';
import type { FoundFile, Left, LeftWhy, Told } from './found.ts';
import { readExiftoolJson } from './folder/exiftool-json.ts';
import { icloudpdTold } from './folder/icloudpd.ts';
import type { BesideFile } from './folder/plan.ts';
import { readGoogleJson } from './google-takeout/asset-json.ts';
import type { GoogleData } from './google-takeout/plan.ts';
import { isYearFolder } from './google-takeout/year-folder.ts';
import { APPLE_PART, takeoutFolders } from './parts.ts';
import { readIn, readLibraries } from './photos-library/read-all.ts';
import type { LibraryReading } from './photos-library/reading.ts';
import { mediaOf } from './rollcall-export/plan.ts';
import { ownTold } from './rollcall-export/own-xmp.ts';
import { readExports, type FoundExports } from './rollcall-export/read.ts';
import type { Source, Sources } from './sources.ts';

/** What wrote the sources of an import. */
export type Origin = 'photos-library' | 'google-takeout' | 'apple-export' | 'rollcall-export' | 'folder';

/** All that is known before a photo is read. */
export interface Survey {
  readonly originOf: (source: number) => Origin;
  /** What may be photos or films: by their bytes, once they are read. */
  readonly candidates: readonly FoundFile[];
  readonly google: { readonly data: readonly GoogleData[]; readonly albums: ReadonlyMap<string, string> };
  readonly apple: Pick<AppleExport, 'rows' | 'albums' | 'shared'> & { readonly memories: number };
  /** Of a takeout of Google's, over all of its parts. */
  readonly folderKey: (file: FoundFile) => string;
  /** What lies beside photos, of all sources but Google's. */
  readonly beside: readonly BesideFile[];
  readonly left: readonly Left[];
  readonly exports: FoundExports;
  /** Libraries of Photos, by their sources. */
  readonly libraries: ReadonlyMap<number, LibraryReading>;
}

interface Surveying {
  readonly google: Set<number>;
  readonly apple: Set<number>;
  readonly data: GoogleData[];
  readonly albums: Map<string, string>;
  readonly rows: DetailRow[];
  readonly appleAlbums: AppleAlbum[];
  readonly shared: Map<string, string>;
  readonly beside: BesideFile[];
  readonly others: FoundFile[];
  readonly left: Left[];
  memories: number;
  readonly folderKey: (file: FoundFile) => string;
}

const TEXTS = /\.(json|csv|xmp|aae)$/i;
/** What comes with a takeout or an export and tells of no photo. */
const OF_ACCOUNT = /(^|\/)(archive_browser\.html|[^/]*\.html?|icloudUsageData[^/]*|\.osxphotos_export\.db[^/]*)$/i;

/** Reads everything but the photos: who wrote it, and what is told beside them. Throws what reading throws; what lies in one file only is told of in `left`. */
export async function survey(sources: Sources, signal: AbortSignal): Promise<Survey> {
  const found: Surveying = {
    google: new Set(),
    apple: new Set(),
    data: [],
    albums: new Map(),
    rows: [],
    appleAlbums: [],
    shared: new Map(),
    beside: [],
    others: [],
    left: [],
    memories: 0,
    folderKey: takeoutFolders(sources.all),
  };
  const exports = await readExports(sources, signal);
  const candidates: FoundFile[] = exports.all.flatMap((each) => mediaOf(each.photos, each));
  const libraries = await readLibraries(sources, signal);
  for (const { rows } of libraries.values()) candidates.push(...readIn(rows));
  for (const { files, photos } of sources.all)
    for (const file of photos === undefined ? files : []) {
      signal.throwIfAborted();
      if (exports.own.has(file.key)) continue;
      if (file.size === 0) found.left.push({ path: sources.nameOf(file), why: 'empty' });
      else if (TEXTS.test(file.path) && file.size <= LARGEST_TEXT) await readText(sources, file, found);
      else if (OF_ACCOUNT.test(file.path)) found.left.push({ path: sources.nameOf(file), why: 'of-account' });
      else candidates.push(file);
    }
  spread(sources.all, found);
  const originOf = (source: number): Origin =>
    libraries.has(source)
      ? 'photos-library'
      : exports.sources.has(source)
        ? 'rollcall-export'
        : found.google.has(source)
          ? 'google-takeout'
          : found.apple.has(source)
            ? 'apple-export'
            : 'folder';
  for (const file of found.others) {
    const why: LeftWhy = isPlain(originOf(file.source)) ? 'not-media' : 'of-account';
    found.left.push({ path: sources.nameOf(file), why });
  }
  return {
    originOf,
    candidates,
    google: { data: found.data, albums: found.albums },
    apple: { rows: found.rows, albums: found.appleAlbums, shared: found.shared, memories: found.memories },
    folderKey: found.folderKey,
    beside: found.beside,
    left: [...sources.left, ...[...libraries.values()].flatMap(({ left }) => left), ...exports.left, ...found.left],
    exports,
    libraries,
  };
}

/** Files that no export and no takeout speaks of; also those that lie beside an export of Rollcall's. */
export function isPlain(origin: Origin): boolean {
  return origin === 'folder' || origin === 'rollcall-export';
}

/** A table of Apple's has some hundred bytes a photo. */
const LARGEST_TEXT = 64 * 1024 * 1024;

async function readText(sources: Sources, file: FoundFile, found: Surveying): Promise<void> {
  const name = lastOf(file.path);
  let bytes: Uint8Array;
  try {
    const opened = await sources.open(file);
    try {
      bytes = await opened.read(0, opened.size);
    } finally {
      await opened.release();
    }
  } catch (error) {
    const why: LeftWhy = (error as Error).name === 'Damaged' ? 'damaged' : 'unreadable';
    found.left.push({ path: sources.nameOf(file), why, more: (error as Error).message });
    return;
  }
  const text = new TextDecoder().decode(bytes);
  if (/\.csv$/i.test(name)) return noteTable(sources, file, text, found);
  const facts = bytes.length <= LARGEST_SIDECAR ? await readSidecar(name, bytes) : null;
  if (!/\.json$/i.test(name)) {
    if (facts === null) found.others.push(file);
    else
      found.beside.push({
        file,
        told: {
          fields: { ...withoutPeople(facts.fields), ...ownTold(text) },
          knowsZone: facts.knowsZone,
          ...icloudpdTold(text, facts.fields),
        },
      });
    return;
  }
  const google = readGoogleJson(text);
  if (google.is === 'asset') {
    found.google.add(file.source);
    found.data.push({ file, asset: google.asset, facts });
    return;
  }
  const shared = sharedAlbum(name, text);
  if (shared !== null) {
    found.apple.add(file.source);
    found.shared.set(`${file.source}:${folderOf(file.path)}`, shared);
    return;
  }
  const exiftool = readExiftoolJson(text);
  if (exiftool !== null) found.beside.push({ file, told: exiftool });
  else if (google.is === 'album') noteAlbum(file, google.title, found);
  else found.others.push(file);
}

/** The folder of a year is no album; one without a title is called as its folder is. */
function noteAlbum(file: FoundFile, told: string, { albums, folderKey }: Surveying): void {
  const title = told === '' ? lastOf(folderOf(file.path)) : told;
  if (!isYearFolder(title)) albums.set(folderKey(file), title);
}

/** Who is in a photo the server reads by itself. */
function withoutPeople(told: Told['fields'] & { readonly people?: unknown }): Told['fields'] {
  const { people: _, ...fields } = told;
  return fields;
}

function noteTable(sources: Sources, file: FoundFile, text: string, found: Surveying): void {
  const table = readAppleTable(file, text);
  switch (table.is) {
    case 'details':
      found.apple.add(file.source);
      found.rows.push(...table.rows);
      return;
    case 'album':
      found.apple.add(file.source);
      found.appleAlbums.push({ file, title: table.title, names: table.names });
      return;
    case 'memory':
      found.memories += 1;
      return;
    case 'shared-library':
      found.apple.add(file.source);
      return;
    case 'empty':
      found.left.push({ path: sources.nameOf(file), why: 'empty' });
      return;
    case 'other':
      found.others.push(file);
      return;
    default:
      table satisfies never;
  }
}

/** `AlbumInfo.json` of a shared album: its title; null: it is none. */
function sharedAlbum(name: string, text: string): string | null {
  if (name.toLowerCase() !== 'albuminfo.json') return null;
  try {
    const told = JSON.parse(text) as unknown;
    const title = typeof told === 'object' && told !== null ? (told as Record<string, unknown>)['albumName'] : null;
    return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
  } catch {
    return null;
  }
}

/** A part may hold only photos: it is of the same making as those whose folders are called as its own are. */
function spread(sources: readonly Source[], { google, apple }: Surveying): void {
  const topsOf = (source: Source): string[] => [...new Set(source.files.map(({ path }) => path.split('/')[0] ?? ''))];
  const tops = new Set([...google].flatMap((at) => (sources[at]!.kind === 'zip' ? topsOf(sources[at]!) : [])));
  for (const [at, source] of sources.entries()) {
    if (google.has(at) || apple.has(at)) continue;
    if (source.kind === 'folder') {
      // One that was unpacked.
      if (google.size > 0 && source.files.length > 0 && source.files.every(({ path }) => UNPACKED.test(path))) google.add(at);
      continue;
    }
    if (topsOf(source).some((top) => tops.has(top))) google.add(at);
    else if (apple.size > 0 && (APPLE_PART.test(source.label) || topsOf(source).some((top) => APPLE_PART.test(top) || top === 'Photos')))
      apple.add(at);
  }
}

const UNPACKED = /(^|\/)Takeout\//;
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
