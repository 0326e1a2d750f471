/** Seconds for which a photo stands. */
export const PACES = [2, 3, 5, 8, 15, 30] as const;
export type Pace = (typeof PACES)[number];
export const USUAL_PACE: Pace = 5;

/** How far a slideshow is. */
export interface Show {
  /** Ids of what is shown, in order, as it was when it began. */
  readonly ids: readonly string[];
  readonly at: number;
  readonly playing: boolean;
  readonly pace: Pace;
  readonly loops: boolean;
  /** The last one was shown for its time. */
  readonly over: boolean;
  /** Counts up with each that comes, also where it is the same one again. */
  readonly turn: number;
}

export interface Step {
  /** `go-on`: its time is over, or its film. */
  readonly do: 'go-on' | 'next' | 'previous' | 'pause' | 'loop' | 'slower' | 'faster';
}

/**
 * The slideshow after a step. What is not there any more is passed over.
 * @param isThere whether a photo can still be shown
 */
export function after(show: Show, step: Step, isThere: (id: string) => boolean): Show {
  switch (step.do) {
    case 'go-on':
      return show.playing ? moved(show, 1, isThere, show.loops) : show;
    case 'next':
      return moved({ ...show, over: false }, 1, isThere, true);
    case 'previous':
      return moved({ ...show, over: false }, -1, isThere, true);
    case 'pause':
      // Who goes on at the end begins anew.
      return show.over
        ? { ...moved({ ...show, at: -1 }, 1, isThere, true), playing: true, over: false }
        : { ...show, playing: !show.playing };
    case 'loop':
      return { ...show, loops: !show.loops };
    case 'slower':
      return { ...show, pace: PACES[Math.min(PACES.length - 1, PACES.indexOf(show.pace) + 1)] ?? show.pace };
    case 'faster':
      return { ...show, pace: PACES[Math.max(0, PACES.indexOf(show.pace) - 1)] ?? show.pace };
    default:
      return step.do satisfies never;
  }
}

function moved(show: Show, by: 1 | -1, isThere: (id: string) => boolean, around: boolean): Show {
  const { ids, at } = show;
  for (let steps = 1; steps <= ids.length; steps += 1) {
    const next = at + by * steps;
    if (!around && next >= ids.length) break;
    const index = ((next % ids.length) + ids.length) % ids.length;
    if (isThere(ids[index] ?? '')) return { ...show, at: index, turn: show.turn + 1 };
  }
  return { ...show, playing: false, over: true };
}

/** The ids that come next, so that their pictures are fetched before. */
export function soon({ ids, at, loops }: Show): readonly string[] {
  return [1, 2].flatMap((by) => (at + by < ids.length ? (ids[at + by] ?? []) : loops ? (ids[(at + by) % ids.length] ?? []) : []));
}
