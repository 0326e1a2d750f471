import { useEffect, useRef, useState, type RefObject } from 'react';

export type Swipe = 'next' | 'previous' | 'close';

interface ZoomNeeds {
  readonly onSwipe: (to: Swipe) => void;
  /** The picture becomes larger than the window: more pixels are worth fetching. */
  readonly onZoomIn: () => void;
}

export interface Zoom {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly transform: string;
  readonly zoomed: boolean;
}

interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const WHOLE: View = { scale: 1, x: 0, y: 0 };
const LARGEST = 8;
const DOUBLE = 2.5;
/** A swipe is this long, in pixels. */
const SWIPE = 60;

/** Zoom about a point (pixels from the middle of the window), within limits. */
export function zoomAbout(view: View, factor: number, x: number, y: number): View {
  const scale = Math.min(LARGEST, Math.max(1, view.scale * factor));
  if (scale === 1) return WHOLE;
  const change = scale / view.scale;
  return { scale, x: x - (x - view.x) * change, y: y - (y - view.y) * change };
}

/** The picture is not dragged out of sight. */
function within(view: View, width: number, height: number): View {
  const reachX = (width * (view.scale - 1)) / 2;
  const reachY = (height * (view.scale - 1)) / 2;
  return { scale: view.scale, x: Math.min(reachX, Math.max(-reachX, view.x)), y: Math.min(reachY, Math.max(-reachY, view.y)) };
}

/** Wheel, double click, pinch, drag; and, while the whole picture is shown, swipes. */
export function useZoom(needs: ZoomNeeds): Zoom {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>(WHOLE);
  const latest = useRef({ needs, view });
  latest.current = { needs, view };
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const fingers = new Map<number, { x: number; y: number }>();
    let start: { x: number; y: number; touch: boolean } | null = null;

    const change = (next: View): void => {
      const box = element.getBoundingClientRect();
      const limited = within(next, box.width, box.height);
      if (limited.scale > 1 && latest.current.view.scale === 1) latest.current.needs.onZoomIn();
      latest.current.view = limited;
      setView(limited);
    };
    const fromMiddle = (x: number, y: number): [number, number] => {
      const box = element.getBoundingClientRect();
      return [x - box.left - box.width / 2, y - box.top - box.height / 2];
    };
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      change(zoomAbout(latest.current.view, Math.exp(-event.deltaY * 0.0022), ...fromMiddle(event.clientX, event.clientY)));
    };
    const double = (event: MouseEvent): void => {
      change(latest.current.view.scale > 1 ? WHOLE : zoomAbout(WHOLE, DOUBLE, ...fromMiddle(event.clientX, event.clientY)));
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      start = fingers.size === 1 ? { x: event.clientX, y: event.clientY, touch: event.pointerType !== 'mouse' } : null;
    };
    const move = (event: PointerEvent): void => {
      const finger = fingers.get(event.pointerId);
      if (!finger) return;
      const other = [...fingers.entries()].find(([id]) => id !== event.pointerId)?.[1];
      const now = { x: event.clientX, y: event.clientY };
      fingers.set(event.pointerId, now);
      if (other) {
        const before = Math.hypot(finger.x - other.x, finger.y - other.y);
        const after = Math.hypot(now.x - other.x, now.y - other.y);
        if (before > 0) change(zoomAbout(latest.current.view, after / before, ...fromMiddle((now.x + other.x) / 2, (now.y + other.y) / 2)));
      } else if (latest.current.view.scale > 1) {
        const { view: at } = latest.current;
        change({ scale: at.scale, x: at.x + now.x - finger.x, y: at.y + now.y - finger.y });
      }
    };
    const up = (event: PointerEvent): void => {
      fingers.delete(event.pointerId);
      if (!start?.touch || latest.current.view.scale > 1) return;
      const x = event.clientX - start.x;
      const y = event.clientY - start.y;
      start = null;
      if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) latest.current.needs.onSwipe(x < 0 ? 'next' : 'previous');
      else if (y > SWIPE * 1.5 && y > 2 * Math.abs(x)) latest.current.needs.onSwipe('close');
    };
    const cancel = (event: PointerEvent): void => {
      fingers.delete(event.pointerId);
      start = null;
    };
    // Added by hand: React's own wheel listener cannot prevent the page from scrolling.
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('dblclick', double);
    element.addEventListener('pointerdown', down);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('dblclick', double);
      element.removeEventListener('pointerdown', down);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
    };
  }, []);
  return { ref, transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`, zoomed: view.scale > 1 };
}
