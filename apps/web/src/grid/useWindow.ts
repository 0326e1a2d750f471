import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Seen {
  readonly width: number;
  readonly height: number;
  /** Pixels above the window, rounded down to a step: a new value is a new drawing. */
  readonly from: number;
  /** The page moves slowly enough for pictures to be worth fetching. */
  readonly still: boolean;
}

const STEP = 120;
/** Pixels a millisecond; faster than this a picture is gone before it comes. */
const FLYING = 4;
const SETTLE = 110;

/** The part of a scrolling element that is in sight. */
export function useWindow(ref: RefObject<HTMLElement | null>): Seen {
  const [seen, setSeen] = useState<Seen>({ width: 0, height: 0, from: 0, still: true });
  const last = useRef({ top: 0, at: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => {
      const width = element.clientWidth;
      const height = element.clientHeight;
      setSeen((before) => (before.width === width && before.height === height ? before : { ...before, width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let settle: ReturnType<typeof setTimeout>;
    const scrolled = (): void => {
      const top = element.scrollTop;
      const now = performance.now();
      const speed = Math.abs(top - last.current.top) / Math.max(1, now - last.current.at);
      last.current = { top, at: now };
      const from = Math.floor(top / STEP) * STEP;
      const still = speed < FLYING;
      setSeen((before) => (before.from === from && before.still === still ? before : { ...before, from, still }));
      clearTimeout(settle);
      if (!still) settle = setTimeout(() => setSeen((before) => (before.still ? before : { ...before, still: true })), SETTLE);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      element.removeEventListener('scroll', scrolled);
      clearTimeout(settle);
    };
  }, [ref]);
  return seen;
}
