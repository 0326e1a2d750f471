import { LIMITS, type Asset, type AssetFields } from '@rollcall/protocol';
import { readAdjustments, type Adjustments } from './adjustments.ts';
import { fromMoment } from './captured.ts';
import { keywords, place, words } from './fields.ts';
import { endingOf } from './formats.ts';
import { plainText } from './plain-text.ts';
import { isSidecar, parse, textOf } from './sidecar.ts';
import { readXmp } from './tags.ts';

type SidecarFields = Partial<AssetFields> & Pick<Asset, 'people'>;

/** What a file that holds data of a photo tells of it. */
export interface SidecarFacts {
  /** Only those that it tells. Of people only the names: how the photo beside it is turned is not known here. */
  readonly fields: SidecarFields;
  /** Null: it tells of no edit. */
  readonly adjustments: Adjustments | null;
  /** Its date tells the clock of the place, and not only the moment. */
  readonly knowsZone: boolean;
}

/** Null: it is no such file, or cannot be read. Never throws. */
export async function readSidecar(name: string, bytes: Uint8Array): Promise<SidecarFacts | null> {
  if (!isSidecar(name, bytes)) return null;
  switch (endingOf(name)) {
    case 'aae':
      return { fields: {}, adjustments: readAdjustments(bytes), knowsZone: false };
    case 'json':
      return { fields: fromGoogle(parse(textOf(bytes)) as Readonly<Record<string, unknown>>), adjustments: null, knowsZone: false };
    default: {
      // A library that does not understand it throws.
      const tags = await readXmp(bytes).catch(() => null);
      if (tags === null) return null;
      const [capturedAt = null] = tags.xmpDates;
      const fields = {
        ...dated(capturedAt),
        place: place(tags.lat, tags.lon, tags.altitude),
        ...words(tags.title, tags.caption),
        rating: tags.rating,
        keywords: keywords(tags),
        people: namesOnly(tags.people.map(({ name }) => name)),
      };
      return { fields: told(fields), adjustments: null, knowsZone: true };
    }
  }
}

/** Google tells the moment in UTC, and zeros where it knows no place. */
function fromGoogle({ photoTakenTime, geoData, geoDataExif, description, people }: Readonly<Record<string, unknown>>): SidecarFields {
  const seconds = Number(partOf(photoTakenTime, 'timestamp') ?? Number.NaN);
  const where = (of: unknown): AssetFields['place'] => {
    const [lat, lon, altitude] = ['latitude', 'longitude', 'altitude'].map((key) => partOf(of, key));
    const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
    return place(number(lat), number(lon), number(altitude));
  };
  const caption = typeof description === 'string' ? words(null, plainText(description)).caption : null;
  return told({
    ...dated(Number.isFinite(seconds) ? fromMoment(seconds * 1000) : null),
    // What a person, or Google, set comes before what the file told when it was uploaded.
    place: where(geoData) ?? where(geoDataExif),
    caption,
    people: namesOnly(Array.isArray(people) ? people.map((person) => nameOf(partOf(person, 'name'))) : []),
  });
}

function nameOf(told: unknown): unknown {
  return typeof told === 'string' ? plainText(told) : told;
}

/** Each once. */
function namesOnly(names: readonly unknown[]): Asset['people'] {
  const told = names.flatMap((name) => (typeof name === 'string' ? [name.trim().slice(0, LIMITS.personName).toWellFormed()] : []));
  const kept = [...new Set(told)].filter((name) => name !== '').slice(0, LIMITS.people);
  return kept.map((name) => ({ name, area: null }));
}

function partOf(told: unknown, key: string): unknown {
  return typeof told === 'object' && told !== null ? (told as Readonly<Record<string, unknown>>)[key] : undefined;
}

function dated(capturedAt: string | null): Pick<AssetFields, 'capturedAt' | 'capturedSource'> | Record<string, never> {
  return capturedAt === null ? {} : { capturedAt, capturedSource: 'xmp' };
}

function told(fields: { readonly [K in keyof SidecarFields]?: SidecarFields[K] | null }): SidecarFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}
