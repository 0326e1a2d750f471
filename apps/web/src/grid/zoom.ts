import { useEffect, useSyncExternalStore, type RefObject } from 'react';
import { remember, remembered } from '../parts/remember.ts';

/** How large photos are drawn, as a part of the usual height of a row. */
const STEPS = [0.45, 0.7, 1, 1.5, 2.2] as const;
const USUAL = STEPS.indexOf(1);
const KEY = 'grid-zoom';
/** What a wheel turns, with the key Control or two fingers on a touch pad, for one step; pixels. */
const TURN = 60;
/** By how much two fingers are spread for one step. */
const SPREAD = 1.35;

const listeners = new Set<() => void>();
let step: number | null = null;

function current(): number {
  step ??= clamped(Number(remembered(KEY) ?? USUAL));
  return step;
}

function clamped(wanted: number): number {
  return Number.isInteger(wanted) ? Math.min(STEPS.length - 1, Math.max(0, wanted)) : USUAL;
}

/** Draws photos a step larger or smaller, on all pages. */
export function zoomGrid(by: 1 | -1): void {
  const next = clamped(current() + by);
  if (next === step) return;
  step = next;
  remember(KEY, String(next));
  for (const listener of listeners) listener();
}

export interface GridZoom {
  readonly scale: number;
  readonly smallest: boolean;
  readonly largest: boolean;
}

export function useGridZoom(): GridZoom {
  const at = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
  return { scale: STEPS[at] ?? 1, smallest: at === 0, largest: at === STEPS.length - 1 };
}

/** Control and the wheel, and two fingers that are spread on a touch pad, which browsers tell in the same way. */
export function useZoomByWheel(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let turned = 0;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < TURN) return;
      zoomGrid(turned < 0 ? 1 : -1);
      turned = 0;
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [scroller]);
}

/** Two fingers that are spread, or brought together, on a touch screen. */
export function useZoomByPinch(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let from: number | null = null;
    const apart = ({ touches: [one, other] }: TouchEvent): number =>
      one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0;
    const start = (event: TouchEvent): void => {
      from = event.touches.length === 2 ? apart(event) : null;
      // The grid becomes larger, not the page. One finger scrolls as ever, and waits for nothing.
      if (from !== null) event.preventDefault();
    };
    const move = (event: TouchEvent): void => {
      if (from === null || from === 0 || event.touches.length !== 2) return;
      const by = apart(event) / from;
      if (by < SPREAD && by > 1 / SPREAD) return;
      zoomGrid(by > 1 ? 1 : -1);
      from = apart(event);
    };
    const end = (): void => {
      from = null;
    };
    element.addEventListener('touchstart', start, { passive: false });
    element.addEventListener('touchmove', move, { passive: true });
    element.addEventListener('touchend', end);
    element.addEventListener('touchcancel', end);
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', end);
      element.removeEventListener('touchcancel', end);
    };
  }, [scroller]);
}
