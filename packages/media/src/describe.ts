import type { AssetFields } from '@rollcall/protocol';
import { NO_NOTE } from './apple-note.ts';
import { chooseDate, completedBy } from './captured.ts';
import { camera, exposure, keywords, pixels, place, safeName, words } from './fields.ts';
import { readFilm } from './film.ts';
import type { Pace } from './film-facts.ts';
import type { Format } from './formats.ts';
import { lookInto, tagsOf } from './look.ts';
import { findMotion, type Motion } from './motion.ts';
import type { Person } from './people.ts';
import { recogniseFile } from './recognise-file.ts';
import type { Size } from './sizes.ts';
import { within, type MediaSource } from './source.ts';
import { readXmp } from './tags.ts';

/** What a file tells beyond the fields that a library keeps. */
export interface Details {
  /** Pixels as stored, before they are turned upright; `fields.width` and `height` are as shown. */
  readonly stored: Size | null;
  /** What EXIF says, 1 to 8; null where it does not. */
  readonly orientation: number | null;
  /** The file's own rotation, in degrees: a photo's counter-clockwise (`irot`), a film's clockwise (its matrix). In a photo it replaces EXIF's orientation. */
  readonly rotation: number | null;
  /** Only the day of the capture is known. */
  readonly dayOnly: boolean;
  readonly livePairId: string | null;
  readonly burstId: string | null;
  readonly codec: string | null;
  readonly frameRate: number | null;
  readonly pace: Pace | null;
  /** The film inside a motion photo. */
  readonly motion: Motion;
  readonly people: readonly Person[];
  /** It says of itself that it is a picture of a screen. */
  readonly screenshot: boolean;
}

/** What a file tells of itself. */
export interface Description {
  readonly kind: 'photo' | 'video';
  readonly mime: string;
  readonly format: Format;
  /** Complete and valid by the protocol's `AssetFields`; `favourite` and `hidden` are false. */
  readonly fields: AssetFields;
  readonly details: Details;
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
  const { recognised } = await recogniseFile(watched);
  if (recognised.kind === 'not-media') return null;
  const problems: string[] = [];
  const { format, kind, mime } = recognised;
  try {
    const { fields, details } =
      kind === 'video' ? await videoFacts(format, watched, problems) : await photoFacts(format, watched, problems);
    return {
      kind,
      mime,
      format,
      details,
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
  const inside = within(source);
  return {
    ...inside,
    read: async (offset, length) => {
      try {
        return await inside.read(offset, length);
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

interface Facts {
  readonly fields: Omit<AssetFields, 'fileName' | 'favourite' | 'hidden'>;
  readonly details: Details;
}

async function photoFacts(format: Format, source: MediaSource, problems: string[]): Promise<Facts> {
  const { tags, size, turned, film } = await lookInto(format, source, problems);
  const said = tags?.orientation ?? null;
  const exif = said !== null && said >= 1 && said <= 8 ? said : null;
  const orientation = turned.by === 'file' ? turned.orientation : (exif ?? 1);
  const shown = size !== null && orientation >= 5 ? { width: size.height, height: size.width } : size;
  const embedded = tags?.xmpDates ?? [];
  const captured = chooseDate({
    exif: completedBy(tags?.exifDate ?? null, embedded),
    xmp: completedBy(embedded[0] ?? null, embedded),
    gps: tags?.gpsDate ?? null,
    quicktime: null,
    container: tags?.written ?? null,
    day: tags?.day ?? null,
    fileName: source.name,
    mtimeMs: source.mtimeMs,
  });
  const fields = {
    capturedAt: captured.at,
    capturedSource: captured.source,
    ...pixels(shown?.width, shown?.height),
    duration: null,
    camera: camera(tags?.make, tags?.model, tags?.lens),
    exposure: exposure(tags),
    place: place(tags?.lat, tags?.lon, tags?.altitude),
    ...words(tags?.title, tags?.caption),
    rating: tags?.rating ?? null,
    keywords: keywords(tags),
  };
  const details = {
    stored: size,
    dayOnly: captured.dayOnly,
    orientation: exif,
    rotation: turned.by === 'file' ? turned.rotation : null,
    ...(tags?.apple ?? NO_NOTE),
    codec: film?.codec ?? null,
    frameRate: film?.frameRate ?? null,
    pace: null,
    motion: await findMotion(format, source, tags?.motion ?? null),
    people: tags?.people ?? [],
    screenshot: tags?.screenshot ?? false,
  };
  return { fields, details };
}

/** A video that is none to look at is sound all the same. */
export const ONLY_SOUND = 'it holds only sound, and no picture';

async function videoFacts(format: Format, source: MediaSource, problems: string[]): Promise<Facts> {
  const film = await readFilm(format, source);
  if (film.onlySound) problems.push(ONLY_SOUND);
  const tags = film.xmp === null ? null : await tagsOf(film.xmp, problems, readXmp);
  const captured = chooseDate({
    exif: null,
    // What the camera wrote goes before a program's words.
    xmp: film.quicktimeDate === null ? completedBy(tags?.xmpDates[0] ?? null, tags?.xmpDates ?? []) : null,
    gps: null,
    quicktime: film.quicktimeDate,
    container: film.containerDate,
    day: tags?.day ?? (film.containerDay === null ? null : { at: film.containerDay, source: 'container' }),
    fileName: source.name,
    mtimeMs: source.mtimeMs,
  });
  const fields = {
    capturedAt: captured.at,
    capturedSource: captured.source,
    ...pixels(film.width, film.height),
    duration: film.duration,
    camera: camera(film.make, film.model, null),
    exposure: null,
    place: place(film.lat, film.lon, film.altitude),
    ...words(film.title ?? tags?.title, film.caption ?? tags?.caption),
    rating: tags?.rating ?? null,
    keywords: keywords(tags),
  };
  const { stored, rotation, livePairId, codec, frameRate, pace } = film;
  const none = { orientation: null, burstId: null, motion: { state: 'none' }, screenshot: false } as const;
  return {
    fields,
    details: { ...none, people: tags?.people ?? [], dayOnly: captured.dayOnly, stored, rotation, livePairId, codec, frameRate, pace },
  };
}
