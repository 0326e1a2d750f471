import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { sizeWords } from '@rollcall/protocol';
import { cloudChecks, isSilent, lastSync, type CloudCheck, type Findings } from './checks.ts';
import type { Collection } from './collections.ts';
import { Damaged } from './database.ts';
import { serverCounts, statusMoment } from './engine.ts';
import { isComparable } from '../apple-checksum.ts';
import { fingerprintOf } from './fingerprint.ts';
import { itemOf, originalOf, type Item, type Judged } from './item.ts';
import type { Library } from './library.ts';
import { utcText } from './moment.ts';
import type { Photo } from './photo.ts';
import { nextSteps, type Step } from './steps.ts';
import { Summer, type Sums, type Trouble } from './sums.ts';
import { Counter, type Totals } from './totals.ts';
import { judge, type Surroundings } from './verdict.ts';
import { locate } from './whereabouts.ts';

/** How a library stands with iCloud, as a whole. */
export type Outcome =
  /** Nothing is to be done. */
  | 'fine'
  /** It goes on by itself. */
  | 'waiting'
  | 'needs-you';

export interface Examination {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly outcome: Outcome;
  readonly totals: Totals;
  readonly sums: Sums;
  readonly checks: readonly CloudCheck[];
  readonly steps: readonly Step[];
  /** What is not known, or may be wrong, in words. */
  readonly reservations: readonly string[];
  /** Whether originals were compared with their fingerprints; null: nobody could. */
  readonly compared: { readonly files: number; readonly bytes: number; readonly skipped: boolean } | null;
  /** The database is not one throughout: what is told is of what could be read. */
  readonly damaged: boolean;
  /** Once more, photo by photo. */
  items(): IterableIterator<Item>;
}

export interface ExamineOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
  /** Originals are read and compared with their fingerprints when they are, together, no more than this; bytes. */
  readonly compareUpTo: number;
}

/** Twice through all photos at most, one at a time; memory does not grow with the library. Throws when the signal fires. */
export async function examine(library: Library, { now, signal, compareUpTo }: ExamineOptions): Promise<Examination> {
  const aside = new Set((library.engine.store?.quarantined ?? []).map(({ id }) => id));
  const around: Surroundings = { cloud: library.cloud, now, aside, trusted: library.trusted };
  const comparable = toCompare(library, compareUpTo);
  const compared = await compare(library, comparable, signal);
  const judged = (photo: Photo): Judged => {
    const verdict = judge(photo, around);
    const keywords = library.keywords.byPhoto.get(photo.key) ?? [];
    const people = library.people.byPhoto.get(photo.key) ?? [];
    return { photo, verdict, whereabouts: locate(photo, verdict), keywords, people, untouched: compared.get(photo.key) ?? null };
  };
  const counter = new Counter();
  const summer = new Summer();
  const readAll = await wholly(library.photos(), signal, (photo) => {
    const one = judged(photo);
    counter.add(one);
    summer.add(one, now);
  });
  const damaged = !readAll || library.sound === false || library.cut !== null;
  const sums = summer.sums();
  const findings: Findings = { library, sums, now };
  const checks = cloudChecks(findings);
  const steps = nextSteps(findings, checks);
  return {
    at: now,
    outcome: outcomeOf(findings, checks, damaged),
    totals: { ...counter.totals(library.schema, library.tree !== null && library.place.originals), ...libraryTotals(library) },
    sums,
    checks,
    steps,
    reservations: reservationsOf(library, sums, damaged),
    compared: library.tree === null ? null : { files: compared.size, bytes: comparable.bytes, skipped: comparable.skipped },
    damaged,
    items: function* () {
      for (const photo of untilDamage(library.photos())) yield itemOf(judged(photo), library.place);
    },
  };
}

/** After so many photos whoever wants it to end is heard. */
const AT_ONCE = 2000;

/** False: it ended before its end. */
async function wholly(photos: Iterable<Photo>, signal: AbortSignal, each: (photo: Photo) => void): Promise<boolean> {
  try {
    let count = 0;
    for (const photo of photos) {
      each(photo);
      count += 1;
      if (count % AT_ONCE === 0) await turn();
      signal.throwIfAborted();
    }
    return true;
  } catch (error) {
    if (error instanceof Damaged) return false;
    throw error;
  }
}

function* untilDamage(photos: IterableIterator<Photo>): IterableIterator<Photo> {
  try {
    yield* photos;
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
  }
}

interface Comparable {
  readonly originals: readonly { readonly key: number; readonly path: string; readonly fingerprint: string }[];
  readonly bytes: number;
  /** They are too large together. */
  readonly skipped: boolean;
}

function toCompare(library: Library, most: number): Comparable {
  const originals: { key: number; path: string; fingerprint: string }[] = [];
  let bytes = 0;
  if (library.tree === null || !library.fingerprints) return { originals, bytes, skipped: false };
  for (const photo of untilDamage(library.photos())) {
    const { key, path, fingerprint, scope } = photo;
    const found = originalOf(photo)?.found;
    if (scope !== 'library' || path === null || found == null || !isComparable(fingerprint)) continue;
    bytes += found;
    if (bytes > most) return { originals: [], bytes, skipped: true };
    originals.push({ key, path, fingerprint });
  }
  return { originals, bytes, skipped: false };
}

/** By the keys of photos. What cannot be read is not compared. */
async function compare(library: Library, { originals }: Comparable, signal: AbortSignal): Promise<Map<number, boolean>> {
  const same = new Map<number, boolean>();
  for (const { key, path, fingerprint } of originals) {
    try {
      same.set(key, (await fingerprintOf(join(library.place.root, path), signal)) === fingerprint);
    } catch (error) {
      if (signal.aborted) throw error;
    }
  }
  return same;
}

const NEEDS_YOU: readonly Trouble[] = [
  'lost',
  'part-lost',
  'quarantined',
  'stuck',
  'only-here',
  'referenced',
  'file-missing',
  'changed',
  'other-size',
  'unknown',
  'incomplete',
];
const WAITS: readonly Trouble[] = ['waits', 'push-failed', 'edit-waits'];

function outcomeOf(findings: Findings, checks: readonly CloudCheck[], damaged: boolean): Outcome {
  const { troubles } = findings.sums;
  const broken = checks.some(({ verdict, check }) => verdict === 'broken' && check !== 1);
  const accountBroken = findings.sums.own > 0 && checks.some(({ verdict, check }) => verdict === 'broken' && check === 1);
  if (damaged || broken || accountBroken || isSilent(findings) || NEEDS_YOU.some((trouble) => troubles[trouble])) return 'needs-you';
  return WAITS.some((trouble) => troubles[trouble]) ? 'waiting' : 'fine';
}

function reservationsOf(
  { schema, cut, log, brokeOff, lock, busy, trusted, contradictions, engine, tree, place }: Library,
  { where }: Sums,
  damaged: boolean,
): string[] {
  const words: string[] = [];
  if (damaged) words.push('The database is damaged: what is told here is of the part that could be read.');
  if (cut !== null) words.push(`The database is cut short: of ${sizeWords(cut.should)} only ${sizeWords(cut.there)} are there.`);
  if (log === 'not-a-log')
    words.push(
      'What lies beside the database as its log is none (it may not have been copied whole): the newest changes may be missing here.',
    );
  if (log === 'cut-off')
    words.push(
      'The log beside the database ends in the middle (it may not have been copied whole): the newest changes may be missing here.',
    );
  if (brokeOff) words.push('A change to the database broke off, or was being made: what is told is of before it.');
  if (lock?.alive === true) words.push('Photos has this library open just now: what is told is of the moment of the copy.');
  if (busy) words.push('The library was being written to while it was copied: quit Photos and run this again.');
  if (!schema.known) words.push(`This version of Photos has not been tested (model ${schema.model ?? 'unknown'}).`);
  if (!trusted && contradictions !== null)
    words.push(
      `Of ${contradictions.photos} photos, ${contradictions.against} contradict what is known of such databases: nothing is said of iCloud.`,
    );
  for (const lack of schema.lacks) words.push(`Not to be told from this database: ${lack}.`);
  for (const path of engine.unread) words.push(`Of the sync engine’s notes this one could not be read: ${path}.`);
  for (const path of tree?.closed ?? []) words.push(`This folder could not be looked into: ${path === '' ? place.root : path}.`);
  if (place.kind === 'database') words.push('Only a database was given: whether the files are there, nobody looked.');
  else if (!place.originals) words.push('The folder DCIM is not beside PhotoData: whether the originals are there, nobody looked.');
  if (where.unknown) words.push(`Of ${where.unknown} photos it is not known where their files are.`);
  return words;
}

function libraryTotals({ schema, collections, keywords, people, engine }: Library): Totals {
  const known = collections?.every(({ trashed }) => trashed !== null) === true ? collections : null;
  const count = (kind: Collection['kind'], trashed = false): number | null =>
    known === null ? null : known.filter((each) => each.kind === kind && each.trashed === trashed).length;
  const used = new Map<string, number>();
  for (const words of keywords.byPhoto.values()) for (const word of words) used.set(word, (used.get(word) ?? 0) + 1);
  const readable = schema.keywordJoin !== null;
  return {
    model_version: schema.model,
    last_migration_os_build: schema.build,
    asset_table: schema.assetTable,
    albums: count('album'),
    albums_trashed: count('album', true),
    shared_albums: count('shared-album'),
    smart_albums: count('smart-album'),
    projects: count('project'),
    folders: count('folder'),
    import_sessions: count('import'),
    keywords_defined: keywords.defined,
    keywords_used: readable ? used.size : null,
    keyword_links: readable ? [...used.values()].reduce((sum, each) => sum + each, 0) : null,
    persons_named: people.named,
    detected_faces: people.faces,
    ...named(collections ?? []),
    ...Object.fromEntries([...used].sort().map(([word, times]) => [`keyword:${word}`, times])),
    icloud_marker_present: engine.marker === null ? null : engine.marker ? 1 : 0,
    ...engineTotals(engine),
  };
}

/** Of several with one name the first: all of them stand in `albums`. */
function named(collections: readonly Collection[]): Totals {
  const totals: Totals = {};
  for (const { kind, title, folder, count, trashed } of collections) {
    if (trashed === true || kind === 'import' || kind === 'project') continue;
    const value = kind === 'folder' ? 1 : kind === 'smart-album' ? 'n/a' : count;
    totals[`${kind}:${folder === null ? '' : `${folder}/`}${title ?? ''}`] ??= value;
  }
  return totals;
}

function engineTotals(engine: Library['engine']): Totals {
  const counts = serverCounts(engine);
  const { store } = engine;
  return {
    ...(counts && { server_count_images: counts.images, server_count_movies: counts.movies }),
    ...(engine.marker === true && { last_sync: utcText(lastSync(engine)), initial_sync: utcText(statusMoment(engine, 'initialSyncDate')) }),
    ...(store && {
      'engine.cloud_assets': store.cloudAssets,
      'engine.outgoing_resources': store.outgoing?.resources ?? null,
      'engine.quarantined': store.quarantined?.length ?? null,
      'engine.unconfirmed_mappings': store.unconfirmed,
      'engine.push_generation_lag': store.lag,
      'engine.download_queue': store.downloads,
    }),
  };
}
