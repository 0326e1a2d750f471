import { randomBytes } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { say, type BundlePart } from '@rollcall/protocol';
import type { Clock } from '../context.ts';
import { Refused } from '../refused.ts';
import type { FoundPhoto, LibraryStore } from '../library/store.ts';
import { entriesOf, type BundleEntry } from './entries.ts';

/** How long a bundle that was asked for can be begun to be fetched, in milliseconds; and how many wait for that at most. */
const WAITS = { ms: 10 * 60_000, most: 100 };

/** Photos that are looked up before others get their turn. */
const AT_ONCE = 500;

/** Photos to be fetched as one file. */
export interface Bundle {
  readonly libraryId: string;
  readonly assetIds: readonly string[];
  readonly parts: readonly BundlePart[];
  /** The name of the file. */
  readonly name: string;
}

export interface Bundles {
  /** Rejects with `not-found` when none of the photos is in the library. */
  ask(bundle: Omit<Bundle, 'name'>): Promise<{ readonly id: string; readonly files: number; readonly bytes: number }>;
  /** What was asked for; null: it was not, by this library, or too long ago. */
  asked(id: string, libraryId: string): Bundle | null;
  entries(bundle: Omit<Bundle, 'name'>): Promise<readonly BundleEntry[]>;
}

/** Asked with all that a person chose, and fetched by a browser, which can only `GET`: in between it is kept in memory, for a while. */
export function openBundles({ libraries, clock }: { readonly libraries: Pick<LibraryStore, 'photos'>; readonly clock: Clock }): Bundles {
  const waiting = new Map<string, { readonly bundle: Bundle; readonly until: number }>();
  const entries: Bundles['entries'] = async ({ libraryId, assetIds, parts }) => {
    const photos: FoundPhoto[] = [];
    // In pieces, so that others get their turn in between.
    for (let start = 0; start < assetIds.length; start += AT_ONCE) {
      photos.push(...(await libraries.photos(libraryId, assetIds.slice(start, start + AT_ONCE))));
      await othersTurn();
    }
    return [...entriesOf(photos, parts)];
  };
  return {
    async ask(bundle) {
      const found = await entries(bundle);
      if (found.length === 0) throw new Refused('not-found', say('None of these photos is in your library any more.'));
      forgetDue(waiting, clock.now());
      // The oldest makes room for the newest.
      for (const [oldest] of waiting) if (waiting.size >= WAITS.most) waiting.delete(oldest);
      const id = randomBytes(16).toString('hex');
      const name = `Rollcall ${new Date(clock.now()).toISOString().slice(0, 10)}.zip`;
      waiting.set(id, {
        bundle: { ...bundle, name },
        until: clock.now() + WAITS.ms,
      });
      const bytes = found.reduce((sum, { of }) => sum + ('resource' in of ? of.resource.size : 0), 0);
      return { id, files: found.length, bytes };
    },
    asked(id, libraryId) {
      forgetDue(waiting, clock.now());
      const found = waiting.get(id)?.bundle;
      return found?.libraryId === libraryId ? found : null;
    },
    entries,
  };
}

function forgetDue(waiting: Map<string, { readonly until: number }>, now: number): void {
  for (const [id, { until }] of waiting) if (until <= now) waiting.delete(id);
}
