import type { CapturedSource } from '@rollcall/protocol';

/** A capture date as the protocol writes it, with where it came from. */
export interface Captured {
  readonly at: string;
  readonly source: CapturedSource;
  /** Only the day is known; the time says nothing. */
  readonly dayOnly: boolean;
}

/** A day that a file gives without a time. */
export interface Day {
  readonly at: string;
  readonly source: 'exif' | 'xmp' | 'container';
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * `2024-05-06T14:26:10`, or null when there is no such moment. Zeros that leak out of software (year 0,
 * the first second of 1904 and of 1970) are no dates.
 */
function writeParts(parts: Parts): string | null {
  const { year, month, day, hour, minute } = parts;
  const second = parts.second === 60 ? 59 : parts.second;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 0)) return null;
  if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const text = `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
  return text === '1970-01-01T00:00:00' || text === '1904-01-01T00:00:00' ? null : text;
}

function partsOf(match: RegExpMatchArray, from = 1): Parts {
  const part = (index: number): number => Number(match[from + index] ?? 0);
  return { year: part(0), month: part(1), day: part(2), hour: part(3), minute: part(4), second: part(5) };
}

/** `Z`, `+02:00` …; '' for anything else, or an offset that is nowhere in use (beyond 15:59). */
export function writeOffset(text: string | null | undefined): string {
  const trimmed = (text ?? '').trim();
  if (/^z$/i.test(trimmed)) return 'Z';
  const match = /^([+-])(\d{1,2}):?(\d{2})$/.exec(trimmed);
  if (match === null || Number(match[2]) > 15 || Number(match[3]) > 59) return '';
  return `${match[1]}${pad(Number(match[2]))}:${match[3]}`;
}

function writeFraction(digits: string | null | undefined): string {
  const found = /^\s*(\d{1,9})\d*\s*$/.exec(digits ?? '')?.[1];
  return found === undefined ? '' : `.${found}`;
}

/** EXIF's `2024:05:06 14:26:10` with its sub-seconds and offset (CIPA DC-008 section 4.6.5), or null. */
export function fromExif(date: string | null, fraction?: string | null, offset?: string | null): string | null {
  const match =
    /^\s*(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.(\d+))?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(
      date ?? '',
    );
  if (match === null) return null;
  const written = writeParts(partsOf(match));
  if (written === null) return null;
  return written + (writeFraction(fraction) || writeFraction(match[7])) + (writeOffset(offset) || writeOffset(match[8]));
}

/** XMP's and QuickTime's ISO 8601 form; a date without a time is its first second. Null when it is none. */
export function fromIso(text: string | null): string | null {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?\s*$/.exec(
    text ?? '',
  );
  if (match === null) return fromExif(text);
  const written = writeParts(partsOf(match));
  return written === null ? null : written + writeFraction(match[7]) + writeOffset(match[8]);
}

/** A date as letters on the net have it (RFC 1123, which PNG recommends for its texts), or as EXIF or XMP would; null for anything else. */
export function fromText(text: string | null): string | null {
  const match = /^\s*(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ?(GMT|UTC?|[+-]\d{4})?\s*$/.exec(
    text ?? '',
  );
  if (match === null) return fromDay(text) === null ? fromIso(text) : null;
  const [year, month, day] = [Number(match[3]), MONTHS.indexOf(match[2]!) + 1, Number(match[1])];
  const written = writeParts({ year, month, day, hour: Number(match[4]), minute: Number(match[5]), second: Number(match[6] ?? 0) });
  return written === null ? null : written + (/^[GU]/.test(match[7] ?? '') ? 'Z' : writeOffset(match[7]));
}

/** A date without a time, as scanners and archives write it (`2017:03:13`, `2017-03-13`): its first second, or null for anything else. */
export function fromDay(text: string | null): string | null {
  const match = /^\s*(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})(?:[ T][ :]*)?$/.exec(text ?? '');
  return match === null ? null : writeParts(partsOf(match));
}

/** A moment in UTC, milliseconds since 1970; null for zeros and for what no four-digit year holds. */
export function fromMoment(milliseconds: number | null): string | null {
  if (milliseconds === null || !Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15) return null;
  const date = new Date(milliseconds);
  const written = writeParts({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  });
  if (written === null) return null;
  const left = date.getUTCMilliseconds();
  return `${written}${left === 0 ? '' : `.${pad(left, 3)}`}Z`;
}

/** Offsets in use in the world that are not whole hours, in minutes. */
const BROKEN_OFFSETS = new Set([-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825]);
/** A satellite fix may be this much older than the picture, in milliseconds. */
const STALE_FIX = 90_000;

/**
 * A local time without an offset, and the UTC time that the satellites gave, tell the offset between
 * them, if that is an offset in use and the fix is fresh. Otherwise the date comes back as it was.
 */
export function withOffsetFromGps(local: string, gps: string | null): string {
  if (gps === null || /(Z|[+-]\d{2}:\d{2})$/.test(local)) return local;
  const difference = Date.parse(`${local.slice(0, 19)}Z`) - Date.parse(`${gps.slice(0, 19)}Z`);
  const minutes = Math.round(difference / 900_000) * 15;
  if (!Number.isFinite(difference) || Math.abs(difference - minutes * 60_000) > STALE_FIX) return local;
  if (minutes < -720 || minutes > 840 || (minutes % 60 !== 0 && !BROKEN_OFFSETS.has(minutes))) return local;
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/**
 * A date that lacks its fraction or offset takes it from another that names the same local second: phones
 * and editors often write the whole of it only in one of the metadata blocks.
 */
export function completedBy(date: string | null, others: readonly (string | null)[]): string | null {
  if (date === null) return null;
  const split = (text: string): string[] => /^(.{19})(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(text)?.slice(1) ?? [];
  const [second, ...rest] = split(date);
  let [fraction, offset] = rest;
  for (const other of others) {
    const [otherSecond, otherFraction, otherOffset] = split(other ?? '');
    if (otherSecond !== second) continue;
    fraction ??= otherFraction;
    offset ??= otherOffset;
  }
  return second === undefined ? date : `${second}${fraction ?? ''}${offset ?? ''}`;
}

const NAME_DATE =
  /(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?:(?:[-_. T]|[ _-]at[ _-]|, )?(\d{2})([-_.:h]?)(\d{2})\6(\d{2})(\d{3})?)?(?!\d)/;

/**
 * The date that cameras and apps put in a file's name (`IMG_20190704_181530`, `Screenshot 2024-05-06 at
 * 14.26.10`, `IMG-20190704-WA0001`), or null. Pixel phones (`PXL_`) write UTC there, all others local time.
 */
export function fromFileName(name: string): string | null {
  const match = NAME_DATE.exec(name);
  if (match === null) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  const written = writeParts({ year: part(1), month: part(3), day: part(4), hour: part(5), minute: part(7), second: part(8) });
  if (written === null) return null;
  return written + writeFraction(match[9]) + (name.startsWith('PXL_') && match[5] !== undefined ? 'Z' : '');
}

/** Everything that might tell when a picture was taken, each null when the file does not say. */
export interface DateEvidence {
  readonly exif: string | null;
  readonly xmp: string | null;
  readonly gps: string | null;
  readonly quicktime: string | null;
  readonly container: string | null;
  readonly day: Day | null;
  readonly fileName: string;
  readonly mtimeMs: number | null;
}

/**
 * The best of them, in this order: EXIF, XMP and IPTC, satellite time, QuickTime's creation date, the
 * container's own (a film's in UTC; a PNG's texts), a day without a time, the file's name, the file's time. The last resort is the epoch, called `unknown`.
 */
export function chooseDate(evidence: DateEvidence): Captured {
  const whole = (at: string, source: CapturedSource): Captured => ({ at, source, dayOnly: false });
  if (evidence.exif !== null) return whole(withOffsetFromGps(evidence.exif, evidence.gps), 'exif');
  if (evidence.xmp !== null) return whole(evidence.xmp, 'xmp');
  if (evidence.gps !== null) return whole(evidence.gps, 'gps');
  if (evidence.quicktime !== null) return whole(evidence.quicktime, 'quicktime');
  if (evidence.container !== null) return whole(evidence.container, 'container');
  if (evidence.day !== null) return { ...evidence.day, dayOnly: true };
  const named = fromFileName(evidence.fileName);
  if (named !== null) return { at: named, source: 'file-name', dayOnly: NAME_DATE.exec(evidence.fileName)?.[5] === undefined };
  const file = fromMoment(evidence.mtimeMs);
  return file === null ? whole('1970-01-01T00:00:00', 'unknown') : whole(file, 'file-time');
}
