import type { Asset, AssetFields, CapturedSource } from '@rollcall/protocol';
import { secondsApart } from '../group/moments.ts';
import { applied, put, superseded, type AssetRows, type Decision } from './rows.ts';
import { gone } from './state.ts';

/** The last writer per field wins; a change names only what it sets. */
export function set({ asset, part }: AssetRows, fields: PartialFields): Decision {
  if (asset.state === 'purged') return gone();
  if (part === undefined) return write(asset, fields, 'asset.set');
  // The name of a part that was joined meanwhile is not the name of the whole.
  const { fileName: _, ...others } = fields;
  return write(asset, others, 'asset.set');
}

type PartialFields = { readonly [K in keyof AssetFields]?: AssetFields[K] | undefined };

/** What a file says: also who is in the picture, of which it alone tells. */
export type ReadFields = PartialFields & Pick<Asset, 'people'>;

/** Where a capture date is found that is not the photo's own: anything read from the photo itself is better. */
export const GUESSED: ReadonlySet<CapturedSource> = new Set<CapturedSource>(['file-name', 'file-time', 'unknown']);

/** Fields of a photo of which somebody said something, if only that there is nothing to say. */
export type SaidFields = ReadonlySet<string>;

const NOTHING_SAID: SaidFields = new Set();

/** What the server read from the bytes fills in what nobody said; it never speaks against a person or a device. */
export function describe({ asset }: AssetRows, read: ReadFields, said = NOTHING_SAID): Decision {
  return asset.state === 'purged' ? gone() : write(asset, unsaid(asset, read, said), 'described');
}

/** What a file beside a photo says of it. */
export interface ReadBeside {
  readonly fields: ReadFields;
  /** Its date tells the clock of the place, and not only the moment. */
  readonly knowsZone: boolean;
}

/**
 * The same of a file beside the photo: who is in it is told by the photo's own file, where that names anybody. A date of another moment
 * corrects the photo's own, for whoever wrote it knew that one; what a person set stays.
 * @param of beside what it came: what became a part of the photo, such as its film, may be of another moment than the whole
 */
export function describeBeside(
  { asset }: AssetRows,
  { fields: { people, ...read }, knowsZone }: ReadBeside,
  of: 'photo' | 'part',
  said = NOTHING_SAID,
): Decision {
  if (asset.state === 'purged') return gone();
  const fields = unsaid(asset, asset.people === undefined ? { ...read, people } : read, said);
  return write(asset, of === 'part' ? fields : { ...fields, ...correctedDate(asset, read, knowsZone) }, 'described');
}

/**
 * What a photo tells of itself, completed by what lies beside it before it comes to a library: so that it comes as `describeBeside` would leave it.
 * Two clocks of one moment tell the zone.
 */
export function completedBeside(own: AssetFields, { fields, knowsZone }: ReadBeside): AssetFields {
  const { people: _, ...read } = fields;
  const more = { ...unsaid(own, read, NOTHING_SAID), ...correctedDate(own, read, knowsZone) };
  const named = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) as Partial<AssetFields>;
  const whole = { ...own, ...named };
  return named.capturedAt === undefined && read.capturedAt !== undefined && !GUESSED.has(own.capturedSource)
    ? { ...whole, capturedAt: zonedBy(own.capturedAt, read.capturedAt) }
    : whole;
}

function unsaid(asset: AssetFields, read: ReadFields, said: SaidFields): ReadFields {
  const fields: Partial<AssetFields> & Pick<Asset, 'people'> = {};
  for (const key of ['width', 'height', 'duration', 'camera', 'exposure', 'place', 'title', 'caption', 'rating'] as const) {
    if (asset[key] === null && !said.has(key) && read[key] !== undefined && read[key] !== null) Object.assign(fields, { [key]: read[key] });
  }
  if (asset.keywords.length === 0 && !said.has('keywords') && read.keywords && read.keywords.length > 0) fields.keywords = read.keywords;
  if (read.people && read.people.length > 0) fields.people = read.people;
  const better =
    read.capturedAt !== undefined &&
    read.capturedSource !== undefined &&
    GUESSED.has(asset.capturedSource) &&
    !GUESSED.has(read.capturedSource);
  if (better) Object.assign(fields, { capturedAt: read.capturedAt, capturedSource: read.capturedSource });
  return fields;
}

/** Seconds by which two programs may write the same moment. */
const SAME_MOMENT = 1;

function correctedDate(asset: AssetFields, { capturedAt, capturedSource }: ReadFields, knowsZone: boolean): PartialFields {
  if (capturedAt === undefined || capturedSource === undefined) return {};
  if (asset.capturedSource === 'person' || GUESSED.has(asset.capturedSource)) return {};
  // Google knows the zone of few photos, and takes the clock's time for UTC where it does not: hours alone prove nothing there.
  const apart = secondsApart(knowsZone ? asset.capturedAt : asset.capturedAt.replace(ZONE, ''), capturedAt);
  if (apart !== null && apart > SAME_MOMENT) return { capturedAt, capturedSource };
  // The same second on the same clock: what one of the two says more finely counts.
  const [own, other] = [asset.capturedAt, capturedAt].map((date) => ZONED.exec(date)?.groups);
  if (!knowsZone || !own || !other || own['zone'] !== undefined || own['second'] !== other['second']) return {};
  return other['zone'] === undefined ? {} : { capturedAt: `${own['second']}${own['fraction'] ?? other['fraction'] ?? ''}${other['zone']}` };
}

/** Offsets that are in use end at these, in minutes. */
const WESTMOST = -720;
const EASTMOST = 840;
const QUARTER = 15;

/** A clock without a zone, and the same moment in UTC, tell the zone; where both show the same, the other may have been taken for UTC, and nothing is told. */
function zonedBy(clock: string, moment: string): string {
  if (ZONE.test(clock) || !moment.endsWith('Z')) return clock;
  const apart = Date.parse(`${clock.slice(0, 19)}Z`) - Date.parse(`${moment.slice(0, 19)}Z`);
  const minutes = Math.round(apart / (QUARTER * 60_000)) * QUARTER;
  if (!Number.isFinite(apart) || Math.abs(apart - minutes * 60_000) > SAME_MOMENT * 1000) return clock;
  if (minutes === 0 || minutes < WESTMOST || minutes > EASTMOST) return clock;
  const [sign, size] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
  return `${clock}${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

const ZONE = /(Z|[+-]\d{2}:\d{2})$/;
const ZONED = /^(?<second>.{19})(?<fraction>\.\d+)?(?<zone>Z|[+-]\d{2}:\d{2})?$/;

function write(asset: Asset, fields: ReadFields, what: 'asset.set' | 'described'): Decision {
  const changed = (Object.keys(fields) as (keyof ReadFields)[]).filter(
    (key) => fields[key] !== undefined && !same(fields[key], asset[key]),
  );
  if (changed.length === 0) return superseded('already-so');
  const after = Object.fromEntries(changed.map((key) => [key, fields[key]]));
  const before = Object.fromEntries(changed.map((key) => [key, asset[key]]));
  return applied([put({ ...asset, ...after })], [{ assetId: asset.id, what, old: before, new: after }]);
}

export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => same(each, b[index]));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) || Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

/** What is said of an asset, without what it is. */
export function fieldsOf(asset: Asset): AssetFields {
  const {
    type: _type,
    id: _id,
    kind: _kind,
    state: _state,
    trashedAt: _trashed,
    addedAt: _at,
    addedBy: _by,
    rendering: _shown,
    people: _people,
    burst: _burst,
    ...fields
  } = asset;
  return fields;
}
