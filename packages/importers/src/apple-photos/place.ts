import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readPlistRecord } from '../plist/plist.ts';

/** Where a library of Apple Photos lies. */
export interface Place {
  /** A library of a Mac, the folders of an iPhone or iPad, or a database alone, beside which no photos can be looked for. */
  readonly kind: 'mac' | 'ios' | 'database';
  /** What all paths are relative to: the library, or the folder that holds `DCIM` and `PhotoData`. */
  readonly root: string;
  readonly database: string;
  /** Of an iPhone: the folder that holds the database, below the root. It may have been called otherwise when it was copied. */
  readonly data: string;
  /** The folder of the sync engine; null: a database alone has none. */
  readonly engine: string | null;
  /** Whether the originals lie where they can be looked at; an iPhone’s `PhotoData` may have been copied without its `DCIM`. */
  readonly originals: boolean;
}

export type Found = { readonly ok: true; readonly place: Place } | { readonly ok: false; readonly why: NoPlace };
export type NoPlace =
  | { readonly is: 'missing' }
  | { readonly is: 'not-allowed'; readonly path: string }
  | { readonly is: 'no-library' }
  /** A library from before macOS 10.15, or of iPhoto or Aperture. */
  | { readonly is: 'too-old' }
  /** A library, but its database is not there. */
  | { readonly is: 'no-database'; readonly path: string }
  /** A backup of an iPhone, not unpacked. */
  | { readonly is: 'backup' }
  /** A folder that holds libraries. */
  | { readonly is: 'several'; readonly names: readonly string[] };

const DATABASE = 'Photos.sqlite';
const ENGINE = ['resources', 'cpl', 'cloudsync.noindex'];
const DATA = 'PhotoData';
/** What lies beside the database of an iPhone, and of nothing else. */
const OF_A_PHONE = ['CPL', 'PhotoCloudSharingData', 'Mutations', 'CPLAssets', 'Thumbnails', 'cpl_enabled_marker'];
/** Where a library has its database: a Mac’s, and an iPhone’s. */
const DATABASES = ['database/Photos.sqlite', 'PhotoData/Photos.sqlite'];
/** The list of a backup by a Mac or iTunes, whose files are called by numbers. */
const BACKUP = 'Manifest.db';
/** `LibrarySchemaVersion` of macOS 10.15 and all later ones. */
const OLDEST_SCHEMA = 5001;

/** What kind of library a path names. Nothing is opened for writing. */
export function findPlace(path: string): Found {
  try {
    const real = realpathSync(path);
    return statSync(real).isDirectory() ? placeOfFolder(real) : placeOfFile(real);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return no({ is: 'missing' });
    if (code === 'EACCES' || code === 'EPERM') return no({ is: 'not-allowed', path });
    throw error;
  }
}

/** The folder of the library that a path leads to, itself or by its database; null: it leads to none, or to a database alone. */
export function libraryRoot(path: string): string | null {
  const found = findPlace(path);
  return found.ok && found.place.kind !== 'database' ? found.place.root : null;
}

function placeOfFolder(folder: string): Found {
  const names = readdirSync(folder);
  const has = (name: string): boolean => names.includes(name);
  if (has('database') && (has('originals') || has('resources') || isLibraryName(folder) || isThere(join(folder, 'database', DATABASE))))
    return macPlace(folder);
  if (has(DATA) && isFolder(join(folder, DATA))) return iosPlace(folder);
  if (basename(folder) === DATA) return iosPlace(dirname(folder));
  // The folder `database` of a library, given by itself.
  if (basename(folder) === 'database' && has(DATABASE)) return macPlace(dirname(folder));
  if (has(DATABASE)) return isOfAPhone(folder) ? iosPlace(dirname(folder), basename(folder)) : yes(alone(join(folder, DATABASE)));
  if (isLibraryName(folder)) return no({ is: 'no-database', path: join(folder, 'database', DATABASE) });
  const libraries = names.filter((name) => isLibraryName(name) || DATABASES.some((path) => isThere(join(folder, name, path))));
  if (libraries.length === 0 && names.includes(BACKUP)) return no({ is: 'backup' });
  return no(libraries.length > 0 ? { is: 'several', names: libraries.sort() } : { is: 'no-library' });
}

function placeOfFile(file: string): Found {
  const folder = dirname(file);
  if (
    basename(file) === DATABASE &&
    basename(folder) === 'database' &&
    (isLibraryName(dirname(folder)) || isFolder(join(folder, '..', 'originals')))
  )
    return macPlace(dirname(folder));
  if (basename(file) === DATABASE && isOfAPhone(folder)) return iosPlace(dirname(folder), basename(folder));
  return yes(alone(file));
}

function macPlace(root: string): Found {
  const database = join(root, 'database', DATABASE);
  if (isThere(database)) return yes({ kind: 'mac', root, database, data: '', engine: join(root, ...ENGINE), originals: true });
  const version = schemaOf(join(root, 'database', 'DataModelVersion.plist'));
  const old = version !== null ? version < OLDEST_SCHEMA : isThere(join(root, 'database', 'photos.db'));
  return no(old ? { is: 'too-old' } : { is: 'no-database', path: database });
}

function iosPlace(root: string, data = DATA): Found {
  const database = join(root, data, DATABASE);
  if (!isThere(database)) return no({ is: 'no-database', path: database });
  return yes({ kind: 'ios', root, database, data, engine: join(root, data, 'CPL'), originals: isFolder(join(root, 'DCIM')) });
}

const alone = (database: string): Place => ({
  kind: 'database',
  root: dirname(database),
  database,
  data: '',
  engine: null,
  originals: false,
});
const isLibraryName = (path: string): boolean => /\.photoslibrary$/i.test(path);

function isOfAPhone(folder: string): boolean {
  return basename(folder) === DATA || OF_A_PHONE.some((name) => existsSync(join(folder, name)));
}

function schemaOf(path: string): number | null {
  if (!isThere(path)) return null;
  const version = readPlistRecord(readFileSync(path))['LibrarySchemaVersion'];
  return typeof version === 'number' ? version : null;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

const yes = (place: Place): Found => ({ ok: true, place });
const no = (why: NoPlace): Found => ({ ok: false, why });
