import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';

/** A mouse that was moved less than this while a button was down has clicked; pixels. */
const CLICK = 6;
/** So near to the upper or lower edge the page scrolls while something is dragged; pixels, and pixels a frame at the edge. */
const EDGE = { within: 56, speed: 18 };

/** Where a drag is now. */
export interface TileDrag {
  /** The photo on which it began. */
  readonly from: string;
  /** The photo under the mouse, or the last one that was. */
  readonly over: string;
  /** It is on the right half of that photo. */
  readonly behind: boolean;
}

interface Hears {
  readonly onDrag: (drag: TileDrag) => void;
  /** Null: it was given up (Escape, or the window was left for another one). */
  readonly onDrop: (drag: TileDrag | null) => void;
}

export interface TileDragging {
  readonly onPointerDown: (event: PointerEvent) => void;
  /** Whether the click that now comes is only the end of a drag. */
  readonly swallowClick: () => boolean;
}

/** Dragging photos with a mouse: over which one it is, while the page scrolls along. Fingers scroll, and choose by holding. */
export function useTileDrag(scroller: RefObject<HTMLElement | null>, hears: Hears): TileDragging {
  const latest = useRef(hears);
  latest.current = hears;
  const end = useRef<(() => void) | null>(null);
  const dragged = useRef(false);
  useEffect(() => () => end.current?.(), []);

  const onPointerDown = (event: PointerEvent): void => {
    end.current?.();
    dragged.current = false;
    const from = idAt(event.target);
    if (event.pointerType !== 'mouse' || event.button !== 0 || event.shiftKey || from === null) return;
    const begun = { x: event.clientX, y: event.clientY };
    let at = begun;
    let drag: TileDrag | null = null;
    let frame = 0;
    const look = (): void => {
      const tile = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-id]');
      const id = tile && scroller.current?.contains(tile) ? tile.dataset['id'] : undefined;
      if (tile && id !== undefined) {
        const { left, width } = tile.getBoundingClientRect();
        const behind = at.x > left + width / 2;
        if (drag?.over === id && drag.behind === behind) return;
        drag = { from, over: id, behind };
      } else if (drag === null) drag = { from, over: from, behind: false };
      else return;
      latest.current.onDrag(drag);
    };
    const scroll = (): void => {
      frame = requestAnimationFrame(scroll);
      const element = scroller.current;
      if (!element) return;
      const { top, bottom } = element.getBoundingClientRect();
      const into = at.y < top + EDGE.within ? at.y - top - EDGE.within : Math.max(0, at.y - bottom + EDGE.within);
      if (into === 0) return;
      element.scrollTop += Math.max(-1, Math.min(1, into / EDGE.within)) * EDGE.speed;
      look();
    };
    const moved = (event: globalThis.PointerEvent): void => {
      at = { x: event.clientX, y: event.clientY };
      if (!dragged.current) {
        if (Math.hypot(at.x - begun.x, at.y - begun.y) < CLICK) return;
        dragged.current = true;
        frame = requestAnimationFrame(scroll);
      }
      look();
    };
    const over = (dropped: boolean) => (): void => {
      end.current?.();
      if (dragged.current) latest.current.onDrop(dropped ? drag : null);
    };
    const up = over(true);
    const away = over(false);
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') away();
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', away);
    window.addEventListener('blur', away);
    window.addEventListener('keydown', key, true);
    end.current = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', away);
      window.removeEventListener('blur', away);
      window.removeEventListener('keydown', key, true);
      end.current = null;
    };
  };

  return {
    onPointerDown,
    swallowClick: () => {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
  };
}

function idAt(target: EventTarget): string | null {
  return (target instanceof Element ? target.closest<HTMLElement>('[data-id]')?.dataset['id'] : undefined) ?? null;
}
