import { classOf, say, sizeWords, spanWords, type ComingTold, type Reason } from '@rollcall/protocol';

/** What is to come of one item: bytes; null: they come compressed, and how large that is nobody knows before. */
export interface Comes {
  readonly bytes: number | null;
}

interface Sum {
  readonly photos: number;
  /** Null: of some of them nobody knows. */
  readonly bytes: number | null;
}

/** All that is to come to a device. */
export interface Coming extends Sum {
  /** Those that nothing bars: they are on their way, or wait their turn. */
  readonly free: Sum;
}

/** One that is to come. */
export interface ComingItem {
  readonly comes: Comes;
  /** Bytes of it that are here already. */
  readonly offset: number;
  readonly reasons: readonly Reason[];
}

const NONE: Sum = { photos: 0, bytes: 0 };

export function comingOf(items: Iterable<ComingItem>): Coming {
  let [all, free] = [NONE, NONE];
  for (const { comes, offset, reasons } of items) {
    const bytes = comes.bytes === null ? null : Math.max(0, comes.bytes - offset);
    all = plus(all, bytes);
    const [primary] = reasons;
    const goes = primary !== undefined && ['moving', 'waiting'].includes(classOf(primary.code));
    if (goes) free = plus(free, bytes);
  }
  return { ...all, free };
}

function plus({ photos, bytes }: Sum, more: number | null): Sum {
  return { photos: photos + 1, bytes: bytes === null || more === null ? null : bytes + more };
}

/** What came lately, in a second. */
export interface ComingRate {
  readonly bytes: number;
  readonly photos: number;
}

/**
 * What is told of it, with how long it takes until what nothing bars is here: by their bytes where those are known, else by their number, and
 * only where as much came lately. Null: nothing is to come.
 */
export function comingTold({ photos, bytes, free }: Coming, rate: ComingRate | null): ComingTold | null {
  if (photos === 0) return null;
  const came = rate === null || rate.bytes <= 0 ? null : Math.round(rate.bytes);
  return { photos, bytes, rate: came, timeLeft: timeLeft(free, rate) };
}

function timeLeft({ photos, bytes }: Sum, rate: ComingRate | null): number | null {
  if (rate === null || photos === 0) return null;
  const [left, pace] = bytes === null ? [photos, rate.photos] : [bytes, rate.bytes];
  return pace > 0 ? Math.round((left / pace) * 1000) : null;
}

/** How much it is, how fast it comes and how long that takes, as far as anybody knows: `2.1 GB, 3 MB a second, about 12 min to go`; empty: nobody does. */
export function comingWords({ bytes, rate, timeLeft }: ComingTold): string {
  const words = [
    bytes === null ? null : sizeWords(bytes),
    rate === null ? null : say('{size} a second', { size: sizeWords(rate) }),
    timeLeft === null ? null : say('about {span} to go', { span: spanWords(timeLeft) }),
  ];
  return words.filter((each) => each !== null).join(', ');
}
