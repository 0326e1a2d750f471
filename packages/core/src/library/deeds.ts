import type { JournalTold } from '@rollcall/protocol';

/** What a person did at once: the newest entry first. */
export interface Deed {
  readonly what: string;
  /** When the newest of it was done; the server's clock. */
  readonly at: number;
  readonly entries: readonly JournalTold[];
}

/** Photos that were deleted, or brought back, within this of each other were so at once: a selection, a folder. */
export const AT_ONCE_MS = 60_000;

const TOGETHER: ReadonlySet<string> = new Set(['asset.trash', 'asset.restore']);
/** What follows from something else, and is not done by itself. */
const FOLLOWS: ReadonlySet<string> = new Set(['duplicate', 'resource.attach', 'split-off', 'described', 'adjusted']);

/** The deeds in a device's journal, the newest first, as its entries come. */
export function deedsOf(entries: readonly JournalTold[]): Deed[] {
  const deeds: { what: string; at: number; entries: JournalTold[] }[] = [];
  for (const entry of entries) {
    if (FOLLOWS.has(entry.what)) continue;
    const deed = deeds.at(-1);
    const last = deed?.entries.at(-1);
    if (deed && last && deed.what === entry.what && TOGETHER.has(entry.what) && last.at - entry.at <= AT_ONCE_MS) deed.entries.push(entry);
    else deeds.push({ what: entry.what, at: entry.at, entries: [entry] });
  }
  return deeds;
}
