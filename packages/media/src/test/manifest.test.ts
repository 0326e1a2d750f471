import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AssetFields } from '@rollcall/protocol';
import { inspect, inspectionRow, type InspectionRow } from '../index.ts';
import { manifest, mediaFolder, sourceOf, type Row } from './fixtures.ts';

const folder = mediaFolder();

/**
 * Where the bytes say more, or less, than the manifest's columns, which hold what one reader prints. Each was looked
 * at by hand; without a line here a difference counts as one.
 */
const BETTER: Readonly<Record<string, string>> = {
  // "a zero that leaked out of software, not a real date", "treat as no location", "GPS UTC time gives +01:00": the manifest's own words.
  'dates/epoch1970.jpg captured_at': '',
  'dates/null-island.jpg lat': '',
  'dates/null-island.jpg lon': '',
  'formats/animated.avif lat': '',
  'formats/animated.avif lon': '',
  'dates/big_ben_no_tsoffset_but_gps_utc.jpg captured_at': '2023-06-07T13:45:55+01:00',
  // The same rule: the satellites' UTC gives the offset.
  'formats/xiaomi.heic captured_at': '2023-04-27T19:44:18.732+03:00',
  // "no capture date, only a GPS date and time (XMP)".
  'dates/gps-datetime.jpg captured_at': '2023-11-15T12:30:00Z',
  // XMP beside EXIF names the same second, with an offset; XMP beside IPTC the same second with a fraction.
  'hdr/seine_hdr_srgb.avif captured_at': '2023-08-05T17:16:53.939+02:00',
  'places/thompson-springs.jpg captured_at': '2022-01-10T15:15:44.31-04:00',
  // It is an AVIF whose first brand is that of a film; of a brand that nobody knows the name says what it is.
  'formats/animated.avif mime': 'image/avif',
  'broken/compatible-brands-fail.heic mime': 'image/heic',
  // Sidecars say where their photo was taken; Apple's writes the hemisphere in a field of its own.
  'sidecar/DSC_5001.JPG.xmp lat': '47.508333',
  'sidecar/DSC_5001.JPG.xmp lon': '19.04',
  'sidecar/DSC_5002.xmp lat': '-33.856667',
  'sidecar/DSC_5002.xmp lon': '151.215',
  'sidecar/iphone-export.xmp lat': '44.646258',
  'sidecar/iphone-export.xmp lon': '-63.569717',
  // `{}` and `[]` are JSON, however short.
  'print-subscriptions.json mime': 'application/json',
  'shared_album_comments.json mime': 'application/json',
};

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

function truth(row: Row, column: Column): string {
  const path = row['path']!;
  return BETTER[`${path} ${column}`] ?? BETTER[`${path.split('/').at(-1)!} ${column}`] ?? row[column] ?? '';
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

test('MD-5: what is read agrees with the manifest of the test media, every file, column by column', { skip }, async (context) => {
  const differences: string[] = [];
  const rows = manifest(folder!);
  for (const row of rows) {
    const path = row['path']!;
    const inspection = await inspect(sourceOf(folder!, path));
    if (inspection.kind !== 'not-media')
      assert.deepEqual(AssetFields.parse(inspection.description.fields), inspection.description.fields, `${path}: fields are valid`);
    const found = inspectionRow(path, inspection);
    for (const column of COLUMNS) {
      const [wanted, got] = [truth(row, column), told(column, found)];
      if (!agrees(column, wanted, got)) differences.push(`${path}: ${column} is ${got || 'nothing'}, not ${wanted || 'nothing'}`);
    }
    const source = sourceOfTag(row);
    if (source !== null && truth(row, 'captured_at') !== '' && found.captured_source !== source)
      differences.push(`${path}: the date comes from ${found.captured_source}, not from ${row['captured_tag']}`);
  }
  context.diagnostic(`${rows.length} files, ${COLUMNS.length} columns`);
  assert.deepEqual(differences, []);
  assert.ok(rows.length > 200);
});

interface Expected {
  readonly video_offset?: number;
  readonly video_length?: number;
  readonly slow_motion?: boolean;
  readonly time_lapse?: boolean;
}

test('MD-28: motion photos, slow motion and time-lapses of the test media are what its manifest says', { skip }, async () => {
  let films = 0;
  for (const row of manifest(folder!)) {
    const path = row['path']!;
    const expected = JSON.parse(row['expected'] || '{}') as Expected;
    const found = inspectionRow(path, await inspect(sourceOf(folder!, path)));
    if (expected.video_offset === undefined) assert.equal(found.motion_film !== null, row['exercises'] === 'Google motion photo', path);
    else {
      films += 1;
      assert.deepEqual(found.motion_film, { offset: expected.video_offset, length: expected.video_length }, path);
    }
    assert.equal(found.pace, expected.slow_motion ? 'slow-motion' : expected.time_lapse ? 'time-lapse' : null, path);
    if (row['kind'] === 'motion-photo-broken') assert.match(found.notes.join(), /names a film inside, which is not there/, path);
  }
  assert.equal(films, 4);
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
