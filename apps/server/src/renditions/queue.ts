import type { LibraryStore, WantedRendition } from '../library/store.ts';
import type { Made } from './make.ts';

/** Few are asked for at a time, so that a photo which came just now does not wait behind a long list. */
const LOOK_AHEAD = 16;
/** A library that asks for the same picture again and again, and refuses it, is not listened to. */
const MOST_REFUSALS = 3;

/** What is to be made next, newest first. */
export interface Queue {
  /** The next one, now marked as being worked on; null: nothing is known to wait. */
  next(): Promise<WantedRendition | null>;
  /** It is no longer worked on; `made` null: it failed by no fault of its own. */
  done(wanted: WantedRendition, made: Made | null): void;
  /** There may be more. */
  news(): void;
  /** What was put off may be done now. */
  again(): void;
  /** Nothing was told since the last look at the library. */
  upToDate(): boolean;
}

export function openQueue(libraries: Pick<LibraryStore, 'withoutRendition'>): Queue {
  const busy = new Set<string>();
  /** How often each was in vain; Infinity: not before `again`. */
  const vain = new Map<string, number>();
  let ahead: WantedRendition[] = [];
  let looking: Promise<void> | null = null;
  let told = 1;
  let seen = 0;

  const look = async (): Promise<void> => {
    seen = told;
    const found = await libraries.withoutRendition(LOOK_AHEAD + busy.size + vain.size);
    ahead = found.filter((wanted) => !busy.has(keyOf(wanted)) && (vain.get(keyOf(wanted)) ?? 0) < MOST_REFUSALS);
  };
  return {
    async next() {
      if (ahead.length === 0 || seen < told) {
        // One look for all who ask at the same time.
        looking ??= look().finally(() => (looking = null));
        await looking;
      }
      const wanted = ahead.shift() ?? null;
      if (wanted !== null) busy.add(keyOf(wanted));
      return wanted;
    },
    done(wanted, made) {
      const key = keyOf(wanted);
      busy.delete(key);
      switch (made) {
        case null:
          return;
        case 'done':
          vain.delete(key);
          return;
        case 'refused':
          vain.set(key, (vain.get(key) ?? 0) + 1);
          return;
        case 'later':
          vain.set(key, Number.POSITIVE_INFINITY);
          return;
        default:
          made satisfies never;
      }
    },
    news: () => void (told += 1),
    again: () => {
      for (const [key, times] of vain) if (times === Number.POSITIVE_INFINITY) vain.delete(key);
      told += 1;
    },
    upToDate: () => seen === told,
  };
}

function keyOf(wanted: WantedRendition): string {
  return `${wanted.libraryId} ${wanted.of.id}`;
}
