import { readFileSync, statSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  readCollections,
  readKeywords,
  readMembers,
  readPeople,
  readTypes,
  type Collection,
  type Keywords,
  type People,
} from './collections.ts';
import { countContradictions, mayTrust, type Contradictions } from './contradictions.ts';
import { copyDatabase, type Cut, type Refusal } from './copy.ts';
import { Damaged, openCopy, spared, type Database } from './database.ts';
import { readEngine, type Engine } from './engine.ts';
import type { Log } from './log.ts';
import type { Around } from './parts.ts';
import { photoOf, type Photo } from './photo.ts';
import { findPlace, type NoPlace, type Place } from './place.ts';
import { readAssets } from './rows.ts';
import { probe, type Schema } from './schema.ts';
import { judgeSwitch, type CloudSwitch } from './switch.ts';
import { readTree, type Tree } from './tree.ts';
import { readPlistRecord } from '../plist/plist.ts';

/** A library of Apple Photos that is open for reading. Nothing in it is ever written to. */
export interface Library {
  readonly name: string;
  readonly place: Place;
  readonly schema: Schema;
  readonly log: Log;
  /** A change to its database broke off, and counts for nothing. */
  readonly brokeOff: boolean;
  /** It was written to while it was copied. */
  readonly busy: boolean;
  /** Its database is shorter than it should be; bytes. */
  readonly cut: Cut | null;
  /** Whether the database is one throughout; null: it is too large to be looked through. */
  readonly sound: boolean | null;
  /** When the files of its database were last written; milliseconds since 1970. */
  readonly written: number;
  /** What Photos left when it last opened it; null: nothing. */
  readonly lock: Lock | null;
  readonly tree: Tree | null;
  readonly engine: Engine;
  readonly cloud: CloudSwitch;
  readonly contradictions: Contradictions | null;
  /** False: it says nothing of iCloud that could be believed. */
  readonly trusted: boolean;
  /** Albums and folders; null: the schema does not tell. */
  readonly collections: readonly Collection[] | null;
  readonly keywords: Keywords;
  readonly people: People;
  /** The number by which shared albums know who used it; null: none is there. */
  readonly person: string | null;
  /** Any original has a fingerprint that could be compared. */
  readonly fingerprints: boolean;
  /** The photos of each album by their keys, in the album’s own order. */
  members(): IterableIterator<{ readonly album: number; readonly asset: number }>;
  /** All photos and videos, one at a time, as often as asked. Throws `Damaged` where the database ends being one. */
  photos(): IterableIterator<Photo>;
  /** Ends it, and takes away the copy. */
  close(): void;
}

export interface Lock {
  readonly host: string;
  readonly pid: number;
  /** The program that left it runs on this machine. */
  readonly alive: boolean;
}

export type Opened = { readonly ok: true; readonly library: Library } | { readonly ok: false; readonly why: NotOpened };
export type NotOpened =
  | NoPlace
  | (Refusal & { readonly path: string })
  | { readonly is: 'damaged'; readonly path: string; readonly words: string }
  | { readonly is: 'unknown-schema'; readonly lacks: readonly string[] };

export interface OpenOptions {
  readonly signal: AbortSignal;
  /** Where the copy of the database goes for as long as the library is open. */
  readonly within?: string;
}

/** A larger database is only read where something is asked of it. */
const LOOKED_THROUGH = 256_000_000;

/** Opens a library for reading: copies its database, looks at its schema, lists its files. Throws when the signal fires. */
export async function openLibrary(path: string, { signal, within = tmpdir() }: OpenOptions): Promise<Opened> {
  const found = findPlace(path);
  if (!found.ok) return found;
  const { place } = found;
  const copy = copyDatabase(place.database, within);
  if (!copy.ok) return { ok: false, why: { ...copy.why, path: place.database } };
  let database: Database | null = null;
  try {
    database = openCopy(copy.file);
    const probed = probe(database);
    if (!probed.ok) {
      database.close();
      copy.remove();
      return { ok: false, why: { is: 'unknown-schema', lacks: probed.lacks } };
    }
    const tree = place.kind === 'database' ? null : await readTree(place, signal);
    return { ok: true, library: put(place, database, probed.schema, tree, copy, within) };
  } catch (error) {
    database?.close();
    copy.remove();
    if (error instanceof Damaged) return { ok: false, why: { is: 'damaged', path: place.database, words: error.message } };
    throw error;
  }
}

function put(
  place: Place,
  database: Database,
  schema: Schema,
  tree: Tree | null,
  copy: { readonly log: Log; readonly brokeOff: boolean; readonly changed: boolean; readonly cut: Cut | null; remove(): void },
  within: string,
): Library {
  const engine = readEngine(place, within);
  const contradictions = spared(() => countContradictions(database, schema), null);
  const around: Around = { place, model: schema.model, tree, types: spared(() => readTypes(database), new Map()) };
  return {
    name: nameOf(place),
    place,
    schema,
    log: copy.log,
    brokeOff: copy.brokeOff,
    busy: copy.changed,
    cut: copy.cut,
    sound: statSync(place.database).size > LOOKED_THROUGH ? null : database.isSound(),
    written: writtenAt(place),
    lock: readLock(place),
    tree,
    engine,
    cloud: judgeSwitch({ marker: engine.marker, handedOver: spared(() => handedOver(database, schema), null) }),
    contradictions,
    trusted: mayTrust(contradictions),
    collections: spared(() => readCollections(database, schema), null),
    keywords: spared(() => readKeywords(database, schema), { defined: null, byPhoto: new Map() }),
    people: spared(() => readPeople(database), { named: null, faces: null, byPhoto: new Map() }),
    person: personOf(place),
    fingerprints: spared(() => hasFingerprints(database, schema), false),
    members: () => readMembers(database, schema),
    photos: function* () {
      for (const rows of readAssets(database, schema)) yield photoOf(rows, around);
    },
    close: () => {
      database.close();
      copy.remove();
    },
  };
}

function handedOver(database: Database, { assetTable, assets }: Schema): boolean | null {
  const master = assets.get('masterKey');
  if (master === undefined) return null;
  const [row] = [...database.rows(`SELECT EXISTS (SELECT 1 FROM ${assetTable} WHERE ${master} IS NOT NULL) AS one`)];
  return row?.['one'] === 1;
}

function hasFingerprints(database: Database, { assets }: Schema): boolean {
  const column = assets.get('fingerprint');
  if (column === undefined) return false;
  const [row] = [...database.rows(`SELECT EXISTS (SELECT 1 FROM ZADDITIONALASSETATTRIBUTES WHERE ${column} LIKE 'A%') AS one`)];
  return row?.['one'] === 1;
}

function nameOf({ kind, root, database, data, originals }: Place): string {
  switch (kind) {
    case 'mac':
      return basename(root).replace(/\.photoslibrary$/i, '');
    case 'ios':
      return originals ? basename(root) : data;
    case 'database':
      return basename(database);
    default:
      return kind satisfies never;
  }
}

function writtenAt({ database }: Place): number {
  const times = [database, `${database}-wal`].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.round(Math.max(...times));
}

/** It is left behind, too: only a program that runs here, and has that number, may be using the library. */
function readLock({ database }: Place): Lock | null {
  const bytes = small(`${database}.lock`);
  if (bytes === null) return null;
  const { hostname: host, pid } = readPlistRecord(bytes);
  if (typeof host !== 'string' || typeof pid !== 'number') return null;
  return { host, pid, alive: host === hostname() && pid > 0 && runs(pid) };
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function personOf(place: Place): string | null {
  const folders =
    place.kind === 'ios' ? [`${place.data}/PhotoCloudSharingData`] : ['resources/cloudsharing/data', 'scopes/cloudsharing/data'];
  if (place.kind === 'database') return null;
  const texts = folders.map((folder) =>
    small(join(place.root, folder, 'personID'))
      ?.toString('utf8')
      .trim(),
  );
  return texts.find((text) => text !== undefined && /^\w{1,64}$/.test(text)) ?? null;
}

/** A file of at most 64 KiB; null: none is there, or it may not be read. */
function small(path: string): Buffer | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() && stats.size <= 65_536 ? readFileSync(path) : null;
  } catch {
    return null;
  }
}
