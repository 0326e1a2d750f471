import { say } from './language.ts';

const MINUTE = 60_000;

/** How far the zone of this machine is ahead of UTC at a moment. Minutes. */
function ahead(at: number): number {
  return -new Date(at).getTimezoneOffset();
}

/** As `toISOString`, in the zone of this machine. */
function here(at: number): string {
  return new Date(at + ahead(at) * MINUTE).toISOString();
}

/** `UTC`, `UTC+5:30`, `UTC-8`: the zone of this machine at a moment. */
function zone(at: number): string {
  const minutes = ahead(at);
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** `2026-05-03 14:26 UTC+2`: a moment (milliseconds since 1970) for a person, in the zone of the machine that shows it. */
export function momentWords(at: number): string {
  return say('{day} {clock} {zone}', { day: dayWords(at), clock: here(at).slice(11, 16), zone: zone(at) });
}

/** `14:26:05 UTC+2`, of a moment near enough that its day says nothing. */
export function clockWords(at: number): string {
  return `${here(at).slice(11, 19)} ${zone(at)}`;
}

/** `2026-05-03`, as the calendar of this machine has it, and as the language writes it. */
export function dayWords(at: number): string {
  const iso = here(at).slice(0, 10);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  return year && month && day ? say('{year}-{month}-{day}', { year, month, day }) : iso;
}
