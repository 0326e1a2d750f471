import { PROTOCOL_VERSION, type ChangesPage, type FeedEntry } from '@rollcall/protocol';

/** What is kept of the change feed in this browser: the pages as they came, so that they lead to the same library again. */
export interface KeptFeed {
  readonly pages: readonly (readonly FeedEntry[])[];
  /** From where to go on. */
  readonly cursor: string;
  /** It reached the head once: all of the library is in it. */
  readonly complete: boolean;
}

/** Keeps the feed in this browser. Nothing of it ever rejects: where nothing can be kept, all is asked of the server, as without it. */
export interface FeedKeeper {
  /** What was kept for whoever is signed in; null: nothing, or nothing that can be read, and then it is dropped. */
  readonly read: () => Promise<KeptFeed | null>;
  /** @param from the cursor that the page was asked with; where another page of this browser was faster, this one is not kept */
  readonly append: (from: string | undefined, page: Pick<ChangesPage, 'changes' | 'cursor' | 'complete'>) => Promise<void>;
  /** Puts these rows in the place of all pages up to that cursor. */
  readonly replace: (cursor: string, rows: readonly FeedEntry[]) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** What is noted beside the pages. */
export interface FeedNote {
  readonly format: string;
  readonly cursor: string;
  readonly complete: boolean;
  /** In all pages. */
  readonly entries: number;
}

/** Another version of the protocol may have rows of which this one was not told: then all is fetched anew. */
export const FORMAT = `1.${PROTOCOL_VERSION}`;
/** A library of more rows than this is not kept: its first page is there as soon from the server. */
export const MOST_ENTRIES = 3_000_000;
/** What was said twice is put together when it is more than the rows themselves, and this many. */
const SLACK = 5_000;

/** Whether so many entries are worth putting together to so many rows. */
export function isLoose(entries: number, rows: number): boolean {
  return entries > 2 * rows + SLACK;
}

/** What to note with a page, or why it is not kept: `behind`: it does not follow what is kept; `too-many`: the library is too large. */
export function noteOf(
  before: FeedNote | null,
  from: string | undefined,
  page: Pick<ChangesPage, 'changes' | 'cursor' | 'complete'>,
): FeedNote | 'behind' | 'too-many' {
  if (from !== undefined && (before === null || before.format !== FORMAT || before.cursor !== from)) return 'behind';
  const known = from === undefined ? null : before;
  const entries = (known?.entries ?? 0) + page.changes.length;
  if (entries > MOST_ENTRIES) return 'too-many';
  return { format: FORMAT, cursor: page.cursor, complete: page.complete || known?.complete === true, entries };
}

/** Whether what was read has the shape of what was kept; a store of something else's, or a broken one, has not. */
export function isWhole(note: unknown, pages: unknown): pages is readonly (readonly FeedEntry[])[] {
  const told = note as Partial<FeedNote> | null | undefined;
  if (typeof told !== 'object' || told?.format !== FORMAT || typeof told.cursor !== 'string' || typeof told.complete !== 'boolean')
    return false;
  if (!Array.isArray(pages) || !pages.every((page) => Array.isArray(page) && page.every(isEntry))) return false;
  return pages.reduce((sum: number, page: readonly unknown[]) => sum + page.length, 0) === told.entries;
}

function isEntry(entry: unknown): boolean {
  const { seq, entity } = (entry ?? {}) as { seq?: unknown; entity?: { type?: unknown } | null };
  return typeof seq === 'number' && typeof entity === 'object' && entity !== null && typeof entity.type === 'string';
}
