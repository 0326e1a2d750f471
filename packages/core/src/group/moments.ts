/** A satellite of the clock: cameras that write their container in UTC, beside photos that know no offset. */
const HALF_HOUR = 1800;
const FURTHEST_ZONE = 14 * 3600;

/**
 * Seconds between two capture dates; null when one is not known. Where one of them lacks its offset the clocks on the wall are
 * compared, and if the other is in UTC, any zone of the world may lie between them.
 */
export function secondsApart(a: string | null, b: string | null): number | null {
  const [first, second] = [read(a), read(b)];
  if (first === null || second === null) return null;
  if (first.offset !== null && second.offset !== null) return Math.abs(first.wall - first.offset - (second.wall - second.offset));
  const apart = Math.abs(first.wall - second.wall);
  const inUtc = first.utc || second.utc;
  if (!inUtc || apart > FURTHEST_ZONE + HALF_HOUR) return apart;
  return Math.abs(apart - Math.round(apart / HALF_HOUR) * HALF_HOUR);
}

function read(date: string | null): { wall: number; offset: number | null; utc: boolean } | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?(Z|([+-])(\d{2}):(\d{2}))?$/.exec(date ?? '');
  if (match === null) return null;
  const wall = Date.parse(`${match[1]}Z`) / 1000 + Number(match[2] ?? 0);
  if (!Number.isFinite(wall)) return null;
  if (match[3] === undefined) return { wall, offset: null, utc: false };
  const size = Number(match[5] ?? 0) * 3600 + Number(match[6] ?? 0) * 60;
  return { wall, offset: match[4] === '-' ? -size : size, utc: match[3] === 'Z' };
}
