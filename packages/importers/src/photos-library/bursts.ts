import { standsFor } from '@rollcall/core';
import type { Left } from '../found.ts';

/** A frame of a burst that comes. */
export interface LibraryFrame {
  readonly burst: string;
  /** Photos’ own bits. */
  readonly pick: number | null;
  /** For people. */
  readonly label: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly taken: number | null;
  readonly edited: boolean;
}

const KEY = 16;

/**
 * Bursts for which another frame stands here than in their library: which one a person, or Photos, chose there is kept by no field here. Their
 * frames come all the same.
 */
export function otherKeys(frames: readonly LibraryFrame[]): Left[] {
  const bursts = Map.groupBy(frames, ({ burst }) => burst.toUpperCase());
  return [...bursts.values()].flatMap((its): Left[] => {
    const key = its.find(({ pick }) => ((pick ?? 0) & KEY) !== 0);
    if (key === undefined || its.length < 2) return [];
    const inOrder = its.toSorted((a, b) => (a.taken ?? 0) - (b.taken ?? 0) || (a.name < b.name ? -1 : 1));
    const here = standsFor(inOrder.map((frame) => ({ fileName: frame.name, rating: null, edited: frame.edited, frame }))).frame;
    return here === key ? [] : [{ path: key.label, why: 'burst-key', more: here.name }];
  });
}
