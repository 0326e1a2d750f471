import { figures, say, sayMany, spokenTag } from '@rollcall/protocol';

/** Writes moments as the language that is spoken does. It is made when it is needed, for that is dear. */
function writer(options: Intl.DateTimeFormatOptions): (time: number) => string {
  let made: Intl.DateTimeFormat | null = null;
  let tag = '';
  return (time) => {
    if (made === null || tag !== spokenTag()) {
      tag = spokenTag();
      made = new Intl.DateTimeFormat(tag, options);
    }
    return made.format(time);
  };
}

const utc = { timeZone: 'UTC' } as const;
const shortDay = writer({ ...utc, weekday: 'short', day: 'numeric', month: 'short' });
const shortDayOfYear = writer({ ...utc, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

export const count = figures;

/** The heading of a day; the year is said where it is not this one. Both as days since 1970. */
export function dayTitle(day: number, today: number): string {
  if (day === today) return say('Today');
  if (day === today - 1) return say('Yesterday');
  const time = day * 86_400_000;
  const thisYear = new Date(time).getUTCFullYear() === new Date(today * 86_400_000).getUTCFullYear();
  return thisYear ? shortDay(time) : shortDayOfYear(time);
}

export const fullDay = writer({ ...utc, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** `3 May 2024`. */
export const plainDay = writer({ ...utc, day: 'numeric', month: 'long', year: 'numeric' });
export const monthTitle = writer({ ...utc, month: 'long', year: 'numeric' });
export const clock = writer({ ...utc, hour: '2-digit', minute: '2-digit', second: '2-digit' });
/** A moment by this browser's clock and time zone. */
export const moment = writer({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
/** `3 May 2024`, by this browser's clock and time zone. */
export const dayHere = writer({ day: 'numeric', month: 'long', year: 'numeric' });

const clockHere = writer({ hour: '2-digit', minute: '2-digit' });
const dayAndClockHere = writer({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

/** `09:14` of today, `26 November at 09:14` of another day; by this browser’s clock. */
export function timeOf(at: number, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return today ? clockHere(at) : dayAndClockHere(at);
}

/** How long ago: `just now`, `5 minutes ago`, `on 3 May 2024, 14:26`. */
export function ago(at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000));
  if (seconds < 60) return say('just now');
  if (seconds < 3600) return sayMany(Math.floor(seconds / 60), '{count} minute ago', '{count} minutes ago');
  if (seconds < 86_400) return sayMany(Math.floor(seconds / 3600), '{count} hour ago', '{count} hours ago');
  if (seconds < 7 * 86_400) return sayMany(Math.floor(seconds / 86_400), '{count} day ago', '{count} days ago');
  return say('on {moment}', { moment: moment(at) });
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
  return seconds < 0.3 ? `1/${Math.round(1 / seconds)} s` : `${figures(Math.round(seconds * 10) / 10)} s`;
}

/** `52.3702° N, 4.8952° E`. */
export function coordinates(lat: number, lon: number): string {
  const written = new Intl.NumberFormat(spokenTag(), { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  const [high, wide] = [written.format(Math.abs(lat)), written.format(Math.abs(lon))];
  const first = lat < 0 ? say('{degrees}° S', { degrees: high }) : say('{degrees}° N', { degrees: high });
  const second = lon < 0 ? say('{degrees}° W', { degrees: wide }) : say('{degrees}° E', { degrees: wide });
  return `${first}, ${second}`;
}
