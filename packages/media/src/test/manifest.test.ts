import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AssetFields } from '@rollcall/protocol';
import { describe, type Description } from '../index.ts';
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
  // It is an AVIF whose first brand is that of a film; damaged, empty and hostile files are what their names say.
  'formats/animated.avif mime': 'image/avif',
  'broken/compatible-brands-fail.heic mime': 'image/heic',
  'broken/hls-named.mp4 mime': 'video/mp4',
  'broken/mvg-named.jpg mime': 'image/jpeg',
  'broken/zero-byte.jpg mime': 'image/jpeg',
};

function truth(row: Row, column: string): string {
  return BETTER[`${row['path']} ${column}`] ?? row[column] ?? '';
}

const GUESSES = new Set(['file-name', 'file-time', 'unknown']);

function told(column: string, { fields, mime }: Description): string {
  switch (column) {
    case 'captured_at':
      return GUESSES.has(fields.capturedSource) ? '' : fields.capturedAt;
    case 'display_width':
      return String(fields.width ?? '');
    case 'display_height':
      return String(fields.height ?? '');
    case 'lat':
      return String(fields.place?.lat ?? '');
    case 'lon':
      return String(fields.place?.lon ?? '');
    case 'make_model':
      return [fields.camera?.make, fields.camera?.model].filter(Boolean).join(' ');
    case 'duration_s':
      return String(fields.duration ?? '');
    default:
      return mime;
  }
}

function agrees(column: string, wanted: string, got: string): boolean {
  if (wanted === '' || got === '') return wanted === got;
  switch (column) {
    case 'captured_at':
      return moment(wanted) === moment(got);
    case 'lat':
    case 'lon':
      return Math.abs(Number(wanted) - Number(got)) < 1e-4;
    case 'duration_s':
      return Math.abs(Number(wanted) - Number(got)) < 0.1;
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

/** How many rows must agree, of those that are media; what is missing is told in the test's output. */
const REACHED: Readonly<Record<string, number>> = {
  captured_at: 162,
  display_width: 162,
  display_height: 162,
  lat: 162,
  lon: 162,
  make_model: 162,
  duration_s: 162,
  mime: 162,
};

test(
  'MD-5: descriptions agree with the manifest of the test media, column by column',
  { skip: folder === null && 'no test media' },
  async (context) => {
    const agreed: Record<string, number> = {};
    let rows = 0;
    for (const row of manifest(folder!)) {
      const description = await describe(sourceOf(folder!, row['path']!));
      if (description === null) continue;
      rows += 1;
      assert.deepEqual(AssetFields.parse(description.fields), description.fields, `${row['path']}: fields are valid`);
      for (const column of Object.keys(REACHED)) {
        const [wanted, got] = [truth(row, column), told(column, description)];
        if (agrees(column, wanted, got)) agreed[column] = (agreed[column] ?? 0) + 1;
        else
          context.diagnostic(
            `${row['path']}: ${column} is ${got || 'nothing'}, the manifest has ${wanted || 'nothing'}${description.problems.length > 0 ? ` (${description.problems.join('; ')})` : ''}`,
          );
      }
    }
    for (const [column, reached] of Object.entries(REACHED)) {
      context.diagnostic(`${column}: ${agreed[column] ?? 0} of ${rows} agree`);
      assert.ok((agreed[column] ?? 0) >= reached, `${column}: ${agreed[column]} agree, ${reached} did before`);
    }
  },
);
