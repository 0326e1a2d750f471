const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const APPLE = /^(?:[A-Za-z]+ )?([A-Za-z]+) (\d{1,2}), ?(\d{4}) (\d{1,2}):(\d{2})(?:\s(AM|PM))? (?:GMT|UTC)$/i;
const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(?:Z|GMT|UTC|\+00:?00)?$/;

/**
 * A moment in UTC as Apple's tables have it (`Saturday June 4,2022 12:11 PM GMT`), to the minute; ISO 8601 is taken, too. Null: there is none, or it is no moment.
 * Gives `2022-06-04T12:11:00Z`.
 */
export function readAppleDate(text: string): string | null {
  const trimmed = text.trim().replaceAll(/[\u00a0\u202f\s]+/g, ' ');
  const apple = APPLE.exec(trimmed);
  if (apple !== null) {
    const [, name = '', day, year, hour, minute, half] = apple;
    const month = MONTHS.indexOf(name.toLowerCase()) + 1;
    const told = Number(hour);
    if (half !== undefined && (told < 1 || told > 12)) return null;
    const afternoon = half?.toUpperCase() === 'PM' ? 12 : 0;
    return moment([Number(year), month, Number(day), half === undefined ? told : (told % 12) + afternoon, Number(minute), 0]);
  }
  const iso = ISO.exec(trimmed);
  return iso === null ? null : moment(iso.slice(1, 7).map((part) => Number(part ?? 0)));
}

function moment(parts: readonly number[]): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 0) || hour > 23 || minute > 59 || second > 59)
    return null;
  if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
}
