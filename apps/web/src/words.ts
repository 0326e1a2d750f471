/** English, as the rest of the page is; day before month. */
const LANGUAGE = 'en-GB';

const number = new Intl.NumberFormat(LANGUAGE);
const utc = { timeZone: 'UTC' } as const;
const dayFormat = new Intl.DateTimeFormat(LANGUAGE, { ...utc, weekday: 'short', day: 'numeric', month: 'short' });
const dayYearFormat = new Intl.DateTimeFormat(LANGUAGE, { ...utc, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const fullFormat = new Intl.DateTimeFormat(LANGUAGE, { ...utc, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const plainFormat = new Intl.DateTimeFormat(LANGUAGE, { ...utc, day: 'numeric', month: 'long', year: 'numeric' });
const monthFormat = new Intl.DateTimeFormat(LANGUAGE, { ...utc, month: 'long', year: 'numeric' });
const clockFormat = new Intl.DateTimeFormat(LANGUAGE, { ...utc, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const hereFormat = new Intl.DateTimeFormat(LANGUAGE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

export const count = (value: number): string => number.format(value);

/** `1 photo`, `1,204 photos`. */
export function many(value: number, one: string, more = `${one}s`): string {
  return `${number.format(value)} ${value === 1 ? one : more}`;
}

/** The heading of a day; the year is said where it is not this one. Both as days since 1970. */
export function dayTitle(day: number, today: number): string {
  if (day === today) return 'Today';
  if (day === today - 1) return 'Yesterday';
  const time = day * 86_400_000;
  const thisYear = new Date(time).getUTCFullYear() === new Date(today * 86_400_000).getUTCFullYear();
  return (thisYear ? dayFormat : dayYearFormat).format(time);
}

export const fullDay = (time: number): string => fullFormat.format(time);
/** `3 May 2024`. */
export const plainDay = (time: number): string => plainFormat.format(time);
export const monthTitle = (time: number): string => monthFormat.format(time);
export const clock = (time: number): string => clockFormat.format(time);
/** A moment by this browser's clock and time zone. */
export const moment = (at: number): string => hereFormat.format(at);

const dayHereFormat = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'long', year: 'numeric' });
/** `3 May 2024`, by this browser's clock and time zone. */
export const dayHere = (at: number): string => dayHereFormat.format(at);

const timeFormat = new Intl.DateTimeFormat(LANGUAGE, { hour: '2-digit', minute: '2-digit' });
const dayTimeFormat = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

/** `09:14` of today, `26 November at 09:14` of another day; by this browser’s clock. */
export function timeOf(at: number, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return (today ? timeFormat : dayTimeFormat).format(at);
}

/** How long ago: `just now`, `5 minutes ago`, `on 3 May 2024, 14:26`. */
export function ago(at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000));
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return `${many(Math.floor(seconds / 60), 'minute')} ago`;
  if (seconds < 86_400) return `${many(Math.floor(seconds / 3600), 'hour')} ago`;
  if (seconds < 7 * 86_400) return `${many(Math.floor(seconds / 86_400), 'day')} ago`;
  return `on ${moment(at)}`;
}

/** `0:07`, `12:34`, `1:02:03`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** `1/250 s`, `0.5 s`, `4 s`. */
export function exposureTime(seconds: number): string {
  if (seconds <= 0) return '';
  return seconds < 0.3 ? `1/${Math.round(1 / seconds)} s` : `${Math.round(seconds * 10) / 10} s`;
}

/** `52.3702° N, 4.8952° E`. */
export function coordinates(lat: number, lon: number): string {
  return `${Math.abs(lat).toFixed(4)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(4)}° ${lon < 0 ? 'W' : 'E'}`;
}
