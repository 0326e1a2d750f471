import type { InspectionRow } from '@rollcall/media';

/** A file's inspection as lines for a person. */
export function inspectionWords(row: InspectionRow): string[] {
  return [row.path, ...detailsOf(row).map((line) => `  ${line}`)];
}

function detailsOf(row: InspectionRow): string[] {
  const lines = [firstOf(row), sizeWords(row), dateWords(row), placeWords(row), cameraWords(row)];
  if (row.title !== null) lines.push(`title: ${row.title}`);
  if (row.caption !== null) lines.push(`caption: ${row.caption}`);
  if (row.rating !== null) lines.push(`rating: ${row.rating} of 5`);
  if (row.keywords.length > 0) lines.push(`keywords: ${row.keywords.join(', ')}`);
  if (row.people.length > 0) lines.push(`people: ${row.people.map(({ name }) => name).join(', ')}`);
  if (row.live_pair_id !== null) lines.push(`Live Photo: ${row.live_pair_id}`);
  if (row.burst_id !== null) lines.push(`burst: ${row.burst_id}`);
  if (row.motion_film !== null) lines.push(`film inside: ${row.motion_film.length} bytes from byte ${row.motion_film.offset}`);
  if (row.preview !== null) lines.push(`preview inside: ${row.preview.width} x ${row.preview.height}`);
  if (row.compressed_of !== null) lines.push(compressedWords(row.compressed_of));
  for (const note of row.notes) if (row.kind !== 'not-media') lines.push(`note: ${note}`);
  if (row.error !== null) lines.push(`error: ${row.error}`);
  return lines.filter((line) => line !== null);
}

function compressedWords({
  intact,
  kind,
  file_name,
  width,
  height,
  asset_id,
  sha256,
}: NonNullable<InspectionRow['compressed_of']>): string {
  const size = width === null || height === null ? '' : `, ${width} x ${height} pixels`;
  const what = `compressed version of the ${kind ?? 'photo'} ${file_name ?? 'of an unknown name'}${size}`;
  return `${what}${intact ? '' : '; this file was changed since it was made'} (id ${asset_id ?? 'not known'}, SHA-256 of the original ${sha256 ?? 'not known'})`;
}

function firstOf(row: InspectionRow): string | null {
  switch (row.kind) {
    case 'photo':
    case 'video':
      return [row.kind, row.mime, row.codec, row.pace, row.duration_s === null ? null : `${row.duration_s} s`]
        .filter((part) => part !== null)
        .join(', ');
    case 'not-media':
      return row.mime === null ? null : `no photo or video: ${row.notes[0] ?? row.mime}`;
    default:
      return row.kind satisfies never;
  }
}

function sizeWords(row: InspectionRow): string | null {
  if (row.display_width === null) return null;
  const shown = `${row.display_width} x ${row.display_height} pixels`;
  const stored = row.width === row.display_width && row.height === row.display_height ? '' : `, stored ${row.width} x ${row.height}`;
  return `${shown}${stored}`;
}

const SOURCES: Readonly<Record<string, string>> = {
  exif: 'by the camera (EXIF)',
  xmp: 'by its description (XMP or IPTC)',
  gps: 'by the satellites’ clock',
  quicktime: 'by the camera (QuickTime)',
  container: 'by the film’s container, in UTC',
  'file-name': 'read from its name',
  'file-time': 'a guess by the file’s time',
};

function dateWords({ captured_at: at, captured_source: source, captured_day_only: dayOnly }: InspectionRow): string | null {
  if (at === null) return null;
  return `taken ${dayOnly ? at.slice(0, 10) : at.replace('T', ' ')}, ${SOURCES[source ?? ''] ?? source}${dayOnly ? '; the time is not known' : ''}`;
}

function placeWords({ lat, lon, altitude }: InspectionRow): string | null {
  if (lat === null || lon === null) return null;
  return `at ${lat.toFixed(5)}, ${lon.toFixed(5)}${altitude === null ? '' : `, ${Math.round(altitude)} m`}`;
}

function cameraWords(row: InspectionRow): string | null {
  const time = row.exposure_time;
  const exposure = [
    time === null ? null : time < 0.5 ? `1/${Math.round(1 / time)} s` : `${rounded(time)} s`,
    row.f_number === null ? null : `f/${rounded(row.f_number)}`,
    row.iso === null ? null : `ISO ${row.iso}`,
    row.focal_length === null ? null : `${rounded(row.focal_length)} mm`,
  ];
  const parts = [row.make_model, row.lens, ...exposure].filter((part) => part !== null);
  return parts.length === 0 ? null : `with ${parts.join(', ')}`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
