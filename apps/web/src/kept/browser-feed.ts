import type { FeedEntry } from '@rollcall/protocol';
import { answered } from '../worker/database.ts';
import { FORMAT, isWhole, noteOf, type FeedKeeper, type FeedNote } from './kept-feed.ts';
import { isHere, transact } from './store.ts';

/** Rows on a page when all are put together: a page is read at once. */
const ROWS_A_PAGE = 5_000;

/** Keeps the feed of this account in the browser's own database. */
export function browserFeed(account: string): FeedKeeper {
  // One after another: each page is held against what the one before it left.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const result = turn.then(work).catch(() => otherwise);
    turn = result;
    return result;
  };
  const drop = (): Promise<void> =>
    inTurn(
      () =>
        transact(['notes', 'pages'], 'readwrite', async (store) => {
          await answered(store('pages').clear());
          await answered(store('notes').delete('feed'));
        }),
      undefined,
    );
  return {
    read: async () => {
      const kept = await inTurn(
        () =>
          transact(['notes', 'pages'], 'readonly', async (store) => ({
            here: await isHere(store('notes'), account),
            note: (await answered(store('notes').get('feed'))) as unknown,
            pages: (await answered(store('pages').getAll())) as unknown,
          })),
        null,
      );
      if (kept === null || kept.note === undefined) return null;
      if (!kept.here || !isWhole(kept.note, kept.pages)) {
        await drop();
        return null;
      }
      const { cursor, complete } = kept.note as FeedNote;
      return { pages: kept.pages, cursor, complete };
    },
    append: (from, page) =>
      inTurn(
        () =>
          transact(['notes', 'pages'], 'readwrite', async (store) => {
            if (!(await isHere(store('notes'), account))) return;
            const before = ((await answered(store('notes').get('feed'))) ?? null) as FeedNote | null;
            const note = noteOf(before, from, page);
            if (note === 'behind') return;
            if (from === undefined || note === 'too-many') await answered(store('pages').clear());
            if (note === 'too-many') {
              await answered(store('notes').delete('feed'));
              return;
            }
            if (page.changes.length > 0) await answered(store('pages').add(page.changes));
            await answered(store('notes').put(note, 'feed'));
          }),
        undefined,
      ),
    replace: (cursor, rows) =>
      inTurn(
        () =>
          transact(['notes', 'pages'], 'readwrite', async (store) => {
            const note = (await answered(store('notes').get('feed'))) as FeedNote | undefined;
            // Another page of this browser went on meanwhile.
            if (!(await isHere(store('notes'), account)) || note?.cursor !== cursor) return;
            await answered(store('pages').clear());
            for (const page of pagesOf(rows)) await answered(store('pages').add(page));
            await answered(store('notes').put({ ...note, format: FORMAT, entries: rows.length } satisfies FeedNote, 'feed'));
          }),
        undefined,
      ),
    drop,
  };
}

function pagesOf(rows: readonly FeedEntry[]): (readonly FeedEntry[])[] {
  const pages: (readonly FeedEntry[])[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_PAGE) pages.push(rows.slice(at, at + ROWS_A_PAGE));
  return pages;
}
