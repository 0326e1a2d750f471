import { useEffect, useRef, useState, type RefObject } from 'react';
import { doubleScale, fitted, largestScale, percentWords, pixelScale, WHOLE, within, zoomAbout, type Size, type View } from './zoom.ts';
import { listenToHand, listenToKeys, type Sheet, type Swipe } from './zoomInput.ts';

interface ZoomNeeds {
  /** Of the photo itself, as shown; null: nobody knows. */
  readonly pixels: Size | null;
  readonly onSwipe: (to: Swipe) => void;
  /** The picture becomes larger than the window: more pixels are worth fetching. */
  readonly onZoomIn: () => void;
}

export interface Zoom {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly transform: string;
  readonly zoomed: boolean;
  /** A finger has it: it follows at once. */
  readonly held: boolean;
  /** How large it is, while it is not shown whole: `100 %`. */
  readonly words: string | null;
}

/** What of the window is not the picture's: below it stands what is said of it. */
const BELOW = 16;

/**
 * Wheel, double click, pinch, drag and keys (+ − 0 1, arrows while it is larger); and, while the whole picture is shown, swipes, which it
 * follows.
 */
export function useZoom(needs: ZoomNeeds): Zoom {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>(WHOLE);
  const [pulled, setPulled] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [scale, setScale] = useState<number | null>(null);
  const latest = useRef({ needs, view });
  latest.current = { needs, view };
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const room = (): Size => ({ width: element.clientWidth, height: element.clientHeight - BELOW });
    const pixels = (): number | null => pixelScale(latest.current.needs.pixels, room(), window.devicePixelRatio);
    const change = (next: View): void => {
      const size = latest.current.needs.pixels;
      const limited = within(next, size ? fitted(size, room()) : room(), room());
      if (limited.scale > 1 && latest.current.view.scale === 1) latest.current.needs.onZoomIn();
      latest.current.view = limited;
      setView(limited);
      setScale(pixels());
    };
    const zoom = (factor: number, x = 0, y = 0): void => change(zoomAbout(latest.current.view, factor, x, y, largestScale(pixels())));
    const sheet: Sheet = {
      view: () => latest.current.view,
      room,
      change,
      zoom,
      zoomAt: (factor, clientX, clientY) => {
        const box = element.getBoundingClientRect();
        zoom(factor, clientX - box.left - box.width / 2, clientY - box.top - (box.height - BELOW) / 2);
      },
      toPixels: () => zoom((pixels() ?? doubleScale(null)) / latest.current.view.scale),
      doubled: () => doubleScale(pixels()),
      pull: setPulled,
      swipe: (to) => latest.current.needs.onSwipe(to),
    };
    // The window may have become another one: what was at its edge stays within it.
    const resized = new ResizeObserver(() => change(latest.current.view));
    resized.observe(element);
    const ends = [listenToHand(element, sheet), listenToKeys(sheet)];
    return () => {
      resized.disconnect();
      for (const end of ends) end();
    };
  }, []);
  const { x, y } = pulled ?? view;
  return {
    ref,
    transform: `translate(${x}px, ${y}px) scale(${pulled ? shrunk(pulled.y) : view.scale})`,
    zoomed: view.scale > 1,
    held: pulled !== null,
    words: view.scale > 1 ? percentWords(view, scale) : null,
  };
}

/** What is pulled down becomes smaller: it is about to go. */
function shrunk(down: number): number {
  return Math.max(0.6, 1 - down / 1_200);
}
