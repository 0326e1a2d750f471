import { readFileSync } from 'node:fs';

/** What this system sent over all its TCP connections so far, and what of it a second time: the first was lost, or late. */
export interface Segments {
  readonly sent: number;
  readonly again: number;
}

/** Linux counts for each network namespace; the names of the columns stand in the line above (RFC 4022). */
const FILE = '/proc/net/snmp';

/** Null: the system does not count, or tells it to nobody. */
export function segmentsHere(): Segments | null {
  try {
    return readSegments(readFileSync(FILE, 'utf8'));
  } catch {
    return null;
  }
}

export function readSegments(text: string): Segments | null {
  const [names = [], values = []] = text
    .split('\n')
    .filter((line) => line.startsWith('Tcp:'))
    .map((line) => line.trim().split(/\s+/));
  const value = (name: string): number => {
    const at = names.indexOf(name);
    return at === -1 ? Number.NaN : Number(values[at]);
  };
  const [sent, again] = [value('OutSegs'), value('RetransSegs')];
  return Number.isFinite(sent) && Number.isFinite(again) ? { sent, again } : null;
}
