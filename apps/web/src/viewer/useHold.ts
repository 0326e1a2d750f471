import { useEffect, useRef, type RefObject } from 'react';

/** Milliseconds after which it counts as holding, and pixels within which a finger counts as still. */
const HOLD = 300;
const STEADY = 10;

/** Holding a finger, or the mouse's button, on something: `held` after a short while, `released` when it ends. */
export function useHold(
  ref: RefObject<HTMLElement | null>,
  hold: { readonly held: () => void; readonly released: () => void } | null,
): void {
  const latest = useRef(hold);
  latest.current = hold;
  const wanted = hold !== null;
  useEffect(() => {
    const element = ref.current;
    if (!element || !wanted) return;
    let start: { readonly x: number; readonly y: number } | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      if (start !== null) latest.current?.released();
      start = null;
    };
    const down = (event: PointerEvent): void => {
      const second = start !== null;
      end();
      if (second || event.button !== 0 || !event.isPrimary) return;
      start = { x: event.clientX, y: event.clientY };
      timer = setTimeout(() => latest.current?.held(), HOLD);
    };
    const move = (event: PointerEvent): void => {
      if (start !== null && Math.hypot(event.clientX - start.x, event.clientY - start.y) > STEADY) end();
    };
    // Holding asks a phone for its menu of the picture.
    const menu = (event: Event): void => {
      if (start !== null) event.preventDefault();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('contextmenu', menu);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      end();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('contextmenu', menu);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  }, [ref, wanted]);
}
