import { completedBy } from './captured.ts';
import { codecWords } from './codecs.ts';
import { place } from './fields.ts';
import type { Inspection } from './inspect.ts';
import type { StandInFile } from './stand-in.ts';

/** One line of `rollcall inspect --json`; what is not known is null. Scripts rely on these names. */
export interface InspectionRow {
  readonly path: string;
  readonly kind: 'photo' | 'video' | 'not-media';
  readonly mime: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly orientation: number | null;
  readonly rotation: number | null;
  readonly display_width: number | null;
  readonly display_height: number | null;
  readonly captured_at: string | null;
  readonly captured_source: string | null;
  readonly captured_day_only: boolean;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly altitude: number | null;
  readonly make_model: string | null;
  readonly lens: string | null;
  readonly exposure_time: number | null;
  readonly f_number: number | null;
  readonly iso: number | null;
  readonly focal_length: number | null;
  readonly live_pair_id: string | null;
  readonly burst_id: string | null;
  readonly duration_s: number | null;
  readonly codec: string | null;
  readonly pace: 'slow-motion' | 'time-lapse' | null;
  readonly title: string | null;
  readonly caption: string | null;
  readonly rating: number | null;
  readonly keywords: readonly string[];
  readonly people: readonly { readonly name: string; readonly area: object | null }[];
  readonly motion_film: { readonly offset: number; readonly length: number } | null;
  readonly preview: { readonly offset: number; readonly length: number; readonly width: number; readonly height: number } | null;
  readonly compressed_of: CompressedOf | null;
  readonly notes: readonly string[];
  readonly error: string | null;
}

/** What a compressed version stands for: the photo in its library, and the bytes by their SHA-256. What it does not say any more is null. */
export interface CompressedOf {
  readonly asset_id: string | null;
  readonly sha256: string | null;
  readonly kind: 'photo' | 'video' | null;
  readonly file_name: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** The file is as it was made, byte for byte. */
  readonly intact: boolean;
}

const NOTHING_READ = {
  mime: null,
  width: null,
  height: null,
  orientation: null,
  rotation: null,
  display_width: null,
  display_height: null,
  captured_at: null,
  captured_source: null,
  captured_day_only: false,
  lat: null,
  lon: null,
  altitude: null,
  make_model: null,
  lens: null,
  exposure_time: null,
  f_number: null,
  iso: null,
  focal_length: null,
  live_pair_id: null,
  burst_id: null,
  duration_s: null,
  codec: null,
  pace: null,
  title: null,
  caption: null,
  rating: null,
  keywords: [],
  people: [],
  motion_film: null,
  preview: null,
  compressed_of: null,
  notes: [],
  error: null,
} as const;

/** A file that could not be looked at, and why in words. */
export function unreadRow(path: string, error: string): InspectionRow {
  return { path, kind: 'not-media', ...NOTHING_READ, error };
}

export function inspectionRow(path: string, inspection: Inspection): InspectionRow {
  if (inspection.kind === 'not-media') return otherRow(path, inspection);
  const { fields, details } = inspection.description;
  const known = fields.capturedSource !== 'unknown';
  return {
    path,
    kind: inspection.kind,
    mime: inspection.mime,
    width: details.stored?.width ?? null,
    height: details.stored?.height ?? null,
    orientation: details.orientation,
    rotation: details.rotation,
    display_width: fields.width,
    display_height: fields.height,
    captured_at: known ? fields.capturedAt : null,
    captured_source: known ? fields.capturedSource : null,
    captured_day_only: details.dayOnly,
    lat: fields.place?.lat ?? null,
    lon: fields.place?.lon ?? null,
    altitude: fields.place?.altitude ?? null,
    make_model: [fields.camera?.make, fields.camera?.model].filter((part) => part != null).join(' ') || null,
    lens: fields.camera?.lens ?? null,
    exposure_time: fields.exposure?.time ?? null,
    f_number: fields.exposure?.fNumber ?? null,
    iso: fields.exposure?.iso ?? null,
    focal_length: fields.exposure?.focalLength ?? null,
    live_pair_id: details.livePairId,
    burst_id: details.burstId,
    duration_s: fields.duration === null ? null : Math.round(fields.duration * 1000) / 1000,
    codec: codecWords(details.codec, details.frameRate),
    pace: details.pace,
    title: fields.title,
    caption: fields.caption,
    rating: fields.rating,
    keywords: fields.keywords,
    people: details.people,
    motion_film: details.motion.state === 'found' ? details.motion.film : null,
    preview: inspection.preview,
    compressed_of: inspection.standIn && compressedOf(inspection.standIn),
    notes: inspection.notes,
    error: inspection.error,
  };
}

function compressedOf({ assetId, of, kind, fileName, width, height, intact }: StandInFile): CompressedOf {
  return { asset_id: assetId, sha256: of, kind, file_name: fileName, width, height, intact };
}

function otherRow(path: string, { mime, what, sidecar }: Extract<Inspection, { kind: 'not-media' }>): InspectionRow {
  const row = { path, kind: 'not-media', ...NOTHING_READ, mime, notes: [what] } as const;
  if (sidecar === null) return row;
  const captured = completedBy(sidecar.xmpDates[0] ?? null, sidecar.xmpDates) ?? sidecar.gpsDate ?? sidecar.day?.at ?? null;
  const where = place(sidecar.lat, sidecar.lon, sidecar.altitude);
  return {
    ...row,
    captured_at: captured,
    captured_source: captured === null ? null : 'xmp',
    captured_day_only: captured !== null && sidecar.xmpDates.length === 0 && sidecar.gpsDate === null,
    lat: where?.lat ?? null,
    lon: where?.lon ?? null,
    altitude: where?.altitude ?? null,
    title: sidecar.title,
    caption: sidecar.caption,
    rating: sidecar.rating,
    keywords: sidecar.keywords,
    people: sidecar.people,
  };
}
