import { useRef, type PointerEvent } from 'react';

const HOLD = 450;
/** A finger that moves further than this scrolls; pixels. */
const STEADY = 10;

export interface LongPress {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  /** Whether the click that now comes is only the end of a long press. */
  readonly swallowClick: () => boolean;
}

/**
 * Holding a finger on a photo: what a click on its check is for a mouse. Which photo that is, is asked when the finger comes down: what lies
 * under it may be another picture of that photo by the time it was held.
 */
export function useLongPress(idOf: (target: Element) => string | undefined, held: (id: string) => void): LongPress {
  const state = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; x: number; y: number; fired: boolean }>({
    timer: undefined,
    x: 0,
    y: 0,
    fired: false,
  });
  const stop = (): void => clearTimeout(state.current.timer);
  return {
    onPointerDown: (event) => {
      stop();
      state.current.fired = false;
      if (event.pointerType === 'mouse') return;
      const id = idOf(event.target as Element);
      if (id === undefined) return;
      state.current = {
        x: event.clientX,
        y: event.clientY,
        fired: false,
        timer: setTimeout(() => {
          state.current.fired = true;
          held(id);
        }, HOLD),
      };
    },
    onPointerMove: (event) => {
      if (Math.hypot(event.clientX - state.current.x, event.clientY - state.current.y) > STEADY) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    swallowClick: () => {
      const { fired } = state.current;
      state.current.fired = false;
      return fired;
    },
  };
}
