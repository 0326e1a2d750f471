import { LIMITS, type AssetFields } from '@rollcall/protocol';
import { chooseDate, completedBy } from './captured.ts';
import { camera, exposure, pixels, place, safeName, words } from './fields.ts';
import { readFilm } from './film.ts';
import type { Format } from './formats.ts';
import { lookInto } from './look.ts';
import { HEAD_BYTES, recognise } from './recognise.ts';
import type { MediaSource } from './source.ts';

/** What a file tells of itself. */
export interface Description {
  readonly kind: 'photo' | 'video';
  readonly mime: string;
  readonly format: Format;
  /** Complete and valid by the protocol's `AssetFields`; `favourite` and `hidden` are false. */
  readonly fields: AssetFields;
  /** EXIF orientation, 1 to 8, that turns the stored pixels upright (already in `fields.width` and `height`); 1 where there is none. */
  readonly orientation: number;
  /** What could not be read, in words for a log; never a reason to refuse the file. */
  readonly problems: readonly string[];
}

/**
 * Everything a file tells of itself: when, where and with what it was taken, how large it is. Null when it
 * is neither photo nor video. Hostile and damaged files give what could be read, and `problems`.
 * Throws only what `source.read` throws.
 */
export async function describe(source: MediaSource): Promise<Description | null> {
  const watched = watch(source);
  const head = await watched.read(0, HEAD_BYTES);
  const recognised = recognise(source.name, head);
  if (recognised.kind === 'not-media') return null;
  const problems: string[] = [];
  const { format, kind, mime } = recognised;
  try {
    const facts = kind === 'video' ? await videoFields(format, watched) : await photoFields(format, watched, problems);
    const { orientation, ...fields } = facts;
    return {
      kind,
      mime,
      format,
      orientation,
      problems,
      fields: { ...fields, fileName: safeName(source.name), favourite: false, hidden: false },
    };
  } finally {
    // A library may have taken the failed read for a damaged file; a broken disk is no property of the photo.
    watched.rethrow();
  }
}

interface Watched extends MediaSource {
  rethrow(): void;
}

/** Reads within the file only, and remembers a read that failed. */
function watch(source: MediaSource): Watched {
  let failure: { error: unknown } | null = null;
  return {
    name: source.name,
    size: source.size,
    mtimeMs: source.mtimeMs,
    read: async (offset, length) => {
      const from = Math.max(0, Math.min(offset, source.size));
      const wanted = Math.max(0, Math.min(length, source.size - from));
      if (wanted === 0) return new Uint8Array();
      try {
        return await source.read(from, wanted);
      } catch (error) {
        failure = { error };
        throw error;
      }
    },
    rethrow: () => {
      if (failure !== null) throw failure.error;
    },
  };
}

type Facts = Omit<AssetFields, 'fileName' | 'favourite' | 'hidden'> & { orientation: number };

async function photoFields(format: Format, source: MediaSource, problems: string[]): Promise<Facts> {
  const { tags, size, upright } = await lookInto(format, source, problems);
  const orientation =
    upright || tags?.orientation === undefined || tags.orientation === null || tags.orientation < 1 || tags.orientation > 8
      ? 1
      : tags.orientation;
  const shown = size !== null && orientation >= 5 ? { width: size.height, height: size.width } : size;
  const embedded = tags?.xmpDates ?? [];
  const captured = chooseDate({
    exif: completedBy(tags?.exifDate ?? null, embedded),
    xmp: completedBy(embedded[0] ?? null, embedded),
    gps: tags?.gpsDate ?? null,
    quicktime: null,
    container: null,
    fileName: source.name,
    mtimeMs: source.mtimeMs,
  });
  return {
    capturedAt: captured.at,
    capturedSource: captured.source,
    ...pixels(shown?.width, shown?.height),
    duration: null,
    camera: camera(tags?.make, tags?.model, tags?.lens),
    exposure: exposure(tags),
    place: place(tags?.lat, tags?.lon, tags?.altitude),
    ...words(tags?.title, tags?.caption),
    rating: tags?.rating ?? null,
    keywords: (tags?.keywords ?? []).map((word) => word.slice(0, LIMITS.keyword)).slice(0, LIMITS.keywords),
    orientation,
  };
}

async function videoFields(format: Format, source: MediaSource): Promise<Facts> {
  const film = await readFilm(format, source);
  const captured = chooseDate({
    exif: null,
    xmp: null,
    gps: null,
    quicktime: film.quicktimeDate,
    container: film.containerDate,
    fileName: source.name,
    mtimeMs: source.mtimeMs,
  });
  return {
    capturedAt: captured.at,
    capturedSource: captured.source,
    ...pixels(film.width, film.height),
    duration: film.duration,
    camera: camera(film.make, film.model, null),
    exposure: null,
    place: place(film.lat, film.lon, film.altitude),
    ...words(film.title, film.caption),
    rating: null,
    keywords: [],
    orientation: 1,
  };
}
