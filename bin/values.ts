import { InvalidArgumentError } from 'commander';
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 };

/** Bytes, or a decimal size such as `5GB`, `1.5 GB`, `500MB` (1 GB = 1,000,000,000 bytes). */
export function parseSize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?b)?$/i.exec(text.trim());
  const bytes = match ? Math.round(Number(match[1]) * (UNITS[(match[2] ?? '').toLowerCase()] ?? Number.NaN)) : Number.NaN;
  if (!Number.isSafeInteger(bytes)) throw new InvalidArgumentError('Give bytes, or a size such as 500MB or 5GB.');
  return bytes;
}

/** As `parseSize`; null for `unlimited`. */
export function parseRoom(text: string): number | null {
  return text.trim().toLowerCase() === 'unlimited' ? null : parseSize(text);
}

/** A TCP port; 0 lets the system choose a free one. */
export function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Give a port from 0 to 65535; 0 takes a free one.');
  return Number(text);
}

const WAIT_LIMIT = 86_400;

/** Whole or broken seconds, at most a day. */
export function parseSeconds(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text) || Number(text) > WAIT_LIMIT) throw new InvalidArgumentError(`Give seconds, from 0 to ${WAIT_LIMIT}.`);
  return Number(text);
}

const SPANS: Readonly<Record<string, number>> = { s: 1000, min: 60_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_SPAN = 366 * 86_400_000;

/** A span of time, such as `30min` or `2h`; milliseconds. */
export function parseDuration(text: string): number {
  const [, count, unit] = /^(\d{1,6})\s*(s|m|min|h|d)$/.exec(text.trim()) ?? [];
  const ms = Number(count) * (SPANS[unit ?? ''] ?? Number.NaN);
  if (!(ms > 0 && ms <= LONGEST_SPAN)) throw new InvalidArgumentError('Give a time, such as 30min or 2h (a year at most).');
  return ms;
}

/** A moment to come: the next time that a clock here shows `18:00`, a date with its time, or after a span; milliseconds since 1970. */
export function parseUntil(text: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)$/.exec(text.trim()) ?? [];
  if (hours !== undefined && Number(hours) < 24 && Number(minutes) < 60) {
    const at = new Date();
    at.setHours(Number(hours), Number(minutes), 0, 0);
    if (at.getTime() <= Date.now()) at.setDate(at.getDate() + 1);
    return at.getTime();
  }
  const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(date)) return date;
  if (/^\d+\s*(s|m|min|h|d)$/.test(text.trim())) return Date.now() + parseDuration(text);
  throw new InvalidArgumentError('Give a time such as 18:00, a moment such as 2027-01-02T18:00, or a span such as 2h.');
}

/** The server's address without a slash at its end. A path is kept, for a server behind a proxy's prefix. */
export function parseServer(text: string): string {
  const url = URL.parse(text);
  const plain = url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.search && !url.hash && !url.username;
  if (!plain) throw new InvalidArgumentError('Give the address of the server, such as http://127.0.0.1:2280.');
  return url.href.replace(/\/+$/, '');
}

/** One more address as a browser writes it, such as `https://photos.example.org`; without a path. */
export function addOrigin(text: string, before: readonly string[]): readonly string[] {
  const url = URL.parse(text);
  const plain = url && (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && !url.search && !url.hash;
  if (!plain || url.username) throw new InvalidArgumentError('Give an address without a path, such as https://photos.example.org.');
  return [...before, url.origin];
}

/** One more address of a proxy on another machine; a plain one, since a name may come to lead elsewhere. */
export function addProxy(text: string, before: readonly string[]): readonly string[] {
  if (isIP(text) === 0) throw new InvalidArgumentError('Give the plain address of the proxy, such as 192.168.1.4.');
  return [...before, text.toLowerCase()];
}

/** Not empty; what may stand in it is the server's to say. */
export function parseText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}

/** Where a device keeps its state when nothing else is said (XDG Base Directory Specification). */
export function defaultHome(env: Readonly<Record<string, string | undefined>>, ask: () => string = homedir): string {
  const state = env['XDG_STATE_HOME'];
  return join(state?.startsWith('/') ? state : join(homeOf(ask), '.local', 'state'), 'rollcall');
}

/** A user whom the machine does not know, as a container may run as, has none: then the root, as Docker has it. */
function homeOf(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '/';
  }
}
