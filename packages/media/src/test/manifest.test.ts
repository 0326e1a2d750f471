import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { AssetFields } from '@rollcall/protocol';
import { inspect, inspectionRow, readSidecar, type InspectionRow } from '../index.ts';
import { makeRenditions } from '../renditions.ts';
import { manifest, mediaFolder, sourceOf, type Row } from './fixtures.ts';

const folder = mediaFolder();
const DECISION = join(import.meta.dirname, '../../../../docs/decisions/0072-what-the-test-media-say-and-what-we-answer.md');

/**
 * Where the bytes say more, or less, than the manifest's columns, which hold what one reader prints. Each was looked at by hand, and
 * decision 72 says of each why; without a line here a difference counts as one, and a line without a difference is one too many. What the
 * column `expected` says of a file goes before these.
 */
const BETTER: Readonly<Record<string, string>> = {
  // "a zero that leaked out of software, not a real date", "treat as no location": the manifest's own words.
  'dates/epoch1970.jpg captured_at': '',
  'formats/animated.avif lat': '',
  'formats/animated.avif lon': '',
  // The satellites' UTC gives the offset, as the manifest says of big_ben_no_tsoffset_but_gps_utc.jpg.
  'formats/xiaomi.heic captured_at': '2023-04-27T19:44:18.732+03:00',
  // "no capture date, only a GPS date and time (XMP)".
  'dates/gps-datetime.jpg captured_at': '2023-11-15T12:30:00Z',
  // XMP beside EXIF names the same second, with an offset; XMP beside IPTC the same second with a fraction.
  'hdr/seine_hdr_srgb.avif captured_at': '2023-08-05T17:16:53.939+02:00',
  'places/thompson-springs.jpg captured_at': '2022-01-10T15:15:44.31-04:00',
  // It is an AVIF whose first brand is that of a film; of a brand that nobody knows the name says what it is.
  'formats/animated.avif mime': 'image/avif',
  'broken/compatible-brands-fail.heic mime': 'image/heic',
  // A sidecar says where its photo was taken; of those with their photo beside them, the photo's row tells it (`besideIts`).
  'sidecar/iphone-export.xmp lat': '44.646258',
  'sidecar/iphone-export.xmp lon': '-63.569717',
  // `{}` and `[]` are JSON, however short.
  'print-subscriptions.json mime': 'application/json',
  'shared_album_comments.json mime': 'application/json',
};

/**
 * What else the manifest says, and where it is held against what this program does; or why nothing here can be. Keys with a dot in front are
 * of the column `expected`.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  path: 'the file of the row',
  kind: 'IN-1 (broken), IN-5 (live, burst), MD-28 (motion)',
  origin: 'says where the file comes from',
  source: 'says where the file comes from',
  licence: 'says where the file comes from',
  notes: 'says where the file comes from',
  exercises: 'says what the file is for',
  expected: 'the keys below',
  bytes: 'MD-64',
  sha256: 'MD-64',
  apple_checksum: 'an identity of another library: nothing here reads or writes it',
  captured_tag: 'MD-5, as the source of the date',
  '.burst_group': 'IN-5',
  '.burst_pick': 'IN-5',
  '.captured_at': 'MD-5 of the file itself, MD-65 of the sidecar; SX-21 says which of the two counts; of IN_TABLES_ONLY nothing',
  '.lat': 'MD-5, MD-65',
  '.lon': 'MD-5, MD-65',
  '.title': 'MD-65 of XMP; Google’s is the name that the file once had: MD-65 holds that it is taken for no title',
  '.description': 'MD-65, as the caption',
  '.keywords': 'MD-65',
  '.rating': 'MD-65',
  '.people': 'MD-65',
  '.sidecar': 'IN-5, IN-8, MD-65',
  '.timezone_from_place': 'no zone is told of a place (decision 72)',
  '.duplicate_of': 'MD-64',
  '.not_duplicate_of': 'MD-64',
  '.same_pixels_as': 'MD-66',
  '.looks_like': 'MD-66',
  '.adjusts': 'IN-5',
  '.original_adjustment': 'MD-79',
  '.edited_of': 'IN-5, IN-8',
  '.live_video': 'IN-5, IN-8',
  '.live_still': 'IN-5, IN-8',
  '.motion_part_of': 'IN-8',
  '.raw': 'IN-5',
  '.raw_of': 'IN-5',
  '.video_offset': 'MD-28',
  '.video_length': 'MD-28',
  '.video_sha256': 'MD-28',
  '.slow_motion': 'MD-28',
  '.time_lapse': 'MD-28',
  '.same_name_after_normalising': 'MD-64',
  '.albums': 'stands in files of a takeout as a whole: nothing here takes one over',
  '.csv_captured_at': 'stands in files of a takeout as a whole: nothing here takes one over',
  '.favorite': 'stands in files of a takeout as a whole: nothing here takes one over',
  '.hidden': 'stands in files of a takeout as a whole: nothing here takes one over',
  '.deleted': 'stands in files of a takeout as a whole: nothing here takes one over',
  '.favorited': 'says how Google’s library has it: nothing here takes one over',
  '.from_partner': 'says how Google’s library has it: nothing here takes one over',
  '.archived': 'says how Google’s library has it: nothing here takes one over',
  '.trashed': 'says how Google’s library has it: nothing here takes one over',
};

/** Their date stands in a table of a whole takeout and in nothing that is of the file: nothing here takes a takeout over. */
const IN_TABLES_ONLY: readonly string[] = ['IMG_0103.JPG', 'IMG_0104.PNG'];

/** The columns that hold what the bytes say. */
const COLUMNS = [
  'mime',
  'width',
  'height',
  'orientation',
  'rotation',
  'display_width',
  'display_height',
  'captured_at',
  'lat',
  'lon',
  'make_model',
  'live_pair_id',
  'burst_id',
  'duration_s',
  'codec',
] as const satisfies readonly (keyof InspectionRow)[];
type Column = (typeof COLUMNS)[number];

/** What the column `expected` says. */
interface Expected {
  readonly video_offset?: number;
  readonly video_length?: number;
  readonly video_sha256?: string;
  readonly slow_motion?: boolean;
  readonly time_lapse?: boolean;
  readonly sidecar?: string;
  readonly captured_at?: string | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
  readonly title?: string;
  readonly description?: string;
  readonly rating?: number;
  readonly keywords?: readonly string[];
  readonly people?: readonly string[];
  readonly duplicate_of?: string;
  readonly not_duplicate_of?: string;
  readonly same_pixels_as?: string;
  readonly looks_like?: string;
  readonly same_name_after_normalising?: string;
  readonly adjusts?: string;
  readonly original_adjustment?: boolean;
}

function expectedOf(row: Row): Expected {
  return JSON.parse(row['expected'] || '{}') as Expected;
}

/** Whether what is expected of a file is told by the file itself: neither by a sidecar, nor by what else lies in an archive. */
function ofItself(row: Row): boolean {
  return expectedOf(row).sidecar === undefined && !row['path']!.includes('!');
}

/** The line above that says what is true of a column of a file; undefined: there is none. */
function better(row: Row, column: Column): string | undefined {
  const path = row['path']!;
  return [`${path} ${column}`, `${path.split('/').at(-1)!} ${column}`].find((key) => Object.hasOwn(BETTER, key));
}

/** Where a sidecar says its photo was taken, as the photo's row expects it; the row of a sidecar leaves that empty. */
function besideIts(path: string, column: Column, rows: readonly Row[]): string | undefined {
  if (!path.endsWith('.xmp') || (column !== 'lat' && column !== 'lon')) return undefined;
  const photo = rows.map(expectedOf).find(({ sidecar }) => sidecar === path);
  return photo?.[column]?.toString();
}

function truth(row: Row, column: Column, rows: readonly Row[]): string {
  const expected = expectedOf(row);
  if (column in expected && ofItself(row)) return String(expected[column as 'lat'] ?? '');
  const line = better(row, column);
  return (line === undefined ? besideIts(row['path']!, column, rows) : BETTER[line]) ?? row[column] ?? '';
}

const GUESSES = new Set(['file-name', 'file-time', null]);

function told(column: Column, row: InspectionRow): string {
  if (column === 'captured_at' && GUESSES.has(row.captured_source)) return '';
  return String(row[column] ?? '');
}

function agrees(column: Column, wanted: string, got: string): boolean {
  if (wanted === '' || got === '') return wanted === got;
  switch (column) {
    case 'captured_at':
      return moment(wanted) === moment(got);
    case 'lat':
    case 'lon':
      return Math.abs(Number(wanted) - Number(got)) < 1e-4;
    case 'duration_s':
      return Math.abs(Number(wanted) - Number(got)) < 0.002;
    default:
      return wanted === got;
  }
}

/** `Z` and `+00:00` say the same; trailing zeros of a second say nothing. */
function moment(text: string): string {
  return text
    .replace(/(Z|\+00:00)$/, '+00:00')
    .replace(/(\.\d*?)0+(?=[+-]|$)/, '$1')
    .replace(/\.(?=[+-]|$)/, '');
}

/** The manifest's `captured_tag`, as this program calls where a date was found. */
function sourceOfTag(row: Row): InspectionRow['captured_source'] {
  const tag = row['captured_tag']!;
  // Its only date stands in XMP, under this name.
  if (tag === '' || row['path'] === 'places/thompson-springs.jpg') return null;
  if (tag.startsWith('XMP') || row['mime'] === 'application/rdf+xml') return 'xmp';
  if (tag === 'Keys:CreationDate') return 'quicktime';
  return row['mime']!.startsWith('video/') && !row['path']!.endsWith('.avif') ? 'container' : 'exif';
}

const skip = folder === null && 'no test media';

test(
  'MD-5: what is read agrees with the manifest of the test media, every file, column by column, or a decision says why it does not',
  {
    skip,
  },
  async (context) => {
    const differences: string[] = [];
    const unlike = new Set<string>();
    const rows = manifest(folder!);
    for (const row of rows) {
      const path = row['path']!;
      const inspection = await inspect(sourceOf(folder!, path));
      if (inspection.kind !== 'not-media')
        assert.deepEqual(AssetFields.parse(inspection.description.fields), inspection.description.fields, `${path}: fields are valid`);
      const found = inspectionRow(path, inspection);
      for (const column of COLUMNS) {
        const [wanted, got] = [truth(row, column, rows), told(column, found)];
        const line = better(row, column);
        if (line !== undefined && !agrees(column, row[column] ?? '', got)) unlike.add(line);
        if (!agrees(column, wanted, got)) differences.push(`${path}: ${column} is ${got || 'nothing'}, not ${wanted || 'nothing'}`);
      }
      const source = sourceOfTag(row);
      if (source !== null && truth(row, 'captured_at', rows) !== '' && found.captured_source !== source)
        differences.push(`${path}: the date comes from ${found.captured_source}, not from ${row['captured_tag']}`);
    }
    context.diagnostic(`${rows.length} files, ${COLUMNS.length} columns`);
    for (const [line, value] of Object.entries(BETTER)) context.diagnostic(`${line} is ${value || 'nothing'} by decision 72`);
    assert.deepEqual(differences, []);
    assert.deepEqual([...unlike].toSorted(), Object.keys(BETTER).toSorted());
    const decision = readFileSync(DECISION, 'utf8');
    for (const line of Object.keys(BETTER))
      assert.ok(decision.includes(`\`${line.split(' ')[0]!}\``), `decision 72 says nothing of ${line}`);
    assert.ok(rows.length > 200);
  },
);

test('MD-28: motion photos, slow motion and time-lapses of the test media are what its manifest says', { skip }, async () => {
  let films = 0;
  for (const row of manifest(folder!)) {
    const path = row['path']!;
    const expected = expectedOf(row);
    const found = inspectionRow(path, await inspect(sourceOf(folder!, path)));
    if (expected.video_offset === undefined) assert.equal(found.motion_film !== null, row['exercises'] === 'Google motion photo', path);
    else {
      films += 1;
      assert.deepEqual(found.motion_film, { offset: expected.video_offset, length: expected.video_length }, path);
      const film = await sourceOf(folder!, path).read(expected.video_offset, expected.video_length!);
      assert.equal(createHash('sha256').update(film).digest('hex'), expected.video_sha256, path);
    }
    assert.equal(found.pace, expected.slow_motion ? 'slow-motion' : expected.time_lapse ? 'time-lapse' : null, path);
    if (row['kind'] === 'motion-photo-broken') assert.match(found.notes.join(), /names a film inside, which is not there/, path);
  }
  assert.equal(films, 4);
});

test(
  'MD-64: every column of the manifest, and every key of what it expects, is held against something, or it is said why not',
  { skip },
  (context) => {
    const rows = manifest(folder!);
    const said = new Set([
      ...Object.keys(rows[0]!).filter((column) => !(COLUMNS as readonly string[]).includes(column)),
      ...rows.flatMap((row) => Object.keys(expectedOf(row)).map((key) => `.${key}`)),
    ]);
    assert.deepEqual([...said].toSorted(), Object.keys(ELSEWHERE).toSorted());
    for (const [what, where] of Object.entries(ELSEWHERE)) if (!/^(MD|IN)-/.test(where)) context.diagnostic(`${what}: ${where}`);
    // A date that is expected is compared with the file, or with what lies beside it, or told here.
    const nowhere = rows.filter((row) => expectedOf(row).captured_at && !ofItself(row) && expectedOf(row).sidecar === undefined);
    assert.deepEqual(
      nowhere.map(({ path }) => path!.split('/').at(-1)),
      IN_TABLES_ONLY,
    );
    for (const { path } of nowhere)
      context.diagnostic(`.captured_at of ${path}: stands in a table of the whole takeout, which nothing here takes over`);
  },
);

test('MD-64: the files are those of the manifest, and its copies are copies', { skip }, async () => {
  const rows = manifest(folder!);
  const hashes = new Map<string, string>();
  for (const row of rows) {
    const source = sourceOf(folder!, row['path']!);
    const hash = createHash('sha256')
      .update(await source.read(0, source.size))
      .digest('hex');
    assert.deepEqual([String(source.size), hash], [row['bytes'], row['sha256']], row['path']);
    hashes.set(row['path']!, hash);
  }
  for (const row of rows) {
    const [path, expected] = [row['path']!, expectedOf(row)];
    if (expected.duplicate_of !== undefined) assert.equal(hashes.get(path), hashes.get(expected.duplicate_of), path);
    if (expected.not_duplicate_of !== undefined) assert.notEqual(hashes.get(path), hashes.get(expected.not_duplicate_of), path);
    const twin = expected.same_name_after_normalising;
    if (twin !== undefined) assert.deepEqual([twin === path, twin.normalize('NFC') === path.normalize('NFC')], [false, true], path);
  }
});

test('MD-65: what lies beside photos of the test media says what the manifest expects of the photo', { skip }, async () => {
  let told = 0;
  for (const row of manifest(folder!)) {
    const [path, expected] = [row['path']!, expectedOf(row)];
    if (expected.sidecar === undefined) continue;
    const source = sourceOf(folder!, expected.sidecar);
    const found = (await readSidecar(source.name, await source.read(0, source.size)))?.fields;
    assert.ok(found, path);
    const { captured_at: at, lat, lon, title, description, rating, keywords, people } = expected;
    if (at) assert.equal(moment(found.capturedAt ?? ''), moment(at), path);
    for (const [wanted, got] of [
      [lat, found.place?.lat],
      [lon, found.place?.lon],
    ] as const)
      if (wanted != null) assert.ok(Math.abs(wanted - (got ?? Number.NaN)) < 1e-4, path);
    // Google's title is the name that the file once had, also where a takeout numbered it or cut it: no title that somebody gave.
    if (title !== undefined) assert.equal(found.title, expected.sidecar.endsWith('.xmp') ? title : undefined, path);
    if (description !== undefined) assert.equal(found.caption, description, path);
    if (rating !== undefined) assert.equal(found.rating, rating, path);
    if (keywords !== undefined) assert.deepEqual(found.keywords, keywords, path);
    if (people !== undefined)
      assert.deepEqual(
        found.people,
        people.map((name) => ({ name, area: null })),
        path,
      );
    told += 1;
  }
  assert.equal(told, 15);
});

test(
  'MD-79: Apple’s adjustments of the test media tell of an edit in Photos, or, where the manifest expects the camera’s own, of none',
  { skip },
  async () => {
    const found: boolean[] = [];
    for (const row of manifest(folder!)) {
      const [path, { adjusts, original_adjustment: own }] = [row['path']!, expectedOf(row)];
      if (adjusts === undefined) continue;
      const source = sourceOf(folder!, path);
      const told = await readSidecar(source.name, await source.read(0, source.size));
      assert.ok(told, path);
      assert.equal(told.adjustments?.inPhotos, own === true ? undefined : true, path);
      found.push(own === true);
    }
    assert.deepEqual(found.toSorted(), [false, false, true, true]);
  },
);

test('MD-66: what has the same pixels, or was scaled, has nearly the same likeness, and nothing else beside it', { skip }, async () => {
  const likenessOf = async (path: string): Promise<bigint> => {
    const made = await makeRenditions(join(folder!, path), 'jpeg');
    assert.ok(made.state === 'ready' && made.measures.likeness !== null, path);
    return BigInt(`0x${made.measures.likeness}`);
  };
  const apart = async (one: string, other: string): Promise<number> =>
    ((await likenessOf(one)) ^ (await likenessOf(other))).toString(2).replaceAll('0', '').length;
  let compared = 0;
  for (const row of manifest(folder!)) {
    const [path, { same_pixels_as: same, looks_like: like, not_duplicate_of: other }] = [row['path']!, expectedOf(row)];
    if (same !== undefined) assert.equal(await apart(path, same), 0, path);
    if (like !== undefined) assert.ok((await apart(path, like)) <= 6, path);
    if (other !== undefined) assert.ok((await apart(path, other)) > 6, path);
    compared += [same, like, other].filter((each) => each !== undefined).length;
  }
  assert.equal(compared, 3);
});

test('IN-1: a damaged, cut, empty or disguised file has its error in words, and a sound one has none', { skip }, async () => {
  // Damaged inside, which only decoding shows; or sound, and hostile in another way.
  const looksSound = /(-60000|-65500|endless_loop|invalid-exif|injection|mp4-named|jpeg-named|polyglot|png-bomb|svg-|crash-)/;
  for (const row of manifest(folder!)) {
    const path = row['path']!;
    const { error, kind } = inspectionRow(path, await inspect(sourceOf(folder!, path)));
    if (kind === 'not-media') continue;
    const damaged = (path.startsWith('broken/') && !looksSound.test(path)) || row['kind'] === 'raw-truncated';
    if (damaged) assert.match(error ?? '', /empty|damaged|something else/, path);
    else if (!path.startsWith('broken/') && !/0-byte|zero/i.test(row['exercises']!)) assert.equal(error, null, path);
  }
});
