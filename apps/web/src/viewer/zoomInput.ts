import { WHOLE, type Size, type View } from './zoom.ts';

export type Swipe = 'next' | 'previous' | 'close';

/** A picture that hands and keys move. */
export interface Sheet {
  readonly view: () => View;
  readonly room: () => Size;
  readonly change: (next: View) => void;
  /** About a point, from the middle of the window; without one, about that. */
  readonly zoom: (factor: number, x?: number, y?: number) => void;
  /** About a point of the page. */
  readonly zoomAt: (factor: number, clientX: number, clientY: number) => void;
  /** One pixel of the picture is one of the screen. */
  readonly toPixels: () => void;
  /** What a double click makes of the whole picture. */
  readonly doubled: () => number;
  /** A finger leads the whole picture so far; null: no more. */
  readonly pull: (by: { readonly x: number; readonly y: number } | null) => void;
  readonly swipe: (to: Swipe) => void;
}

/** A swipe is this long, in pixels. */
const SWIPE = 60;
/** By how much a key makes it larger, and moves it: part of the window. */
const STEP = 1.5;
const PAN = 0.2;

/** Wheel, double click, fingers and mouse. @returns how to stop */
export function listenToHand(element: HTMLElement, sheet: Sheet): () => void {
  const fingers = new Map<number, { x: number; y: number }>();
  let start: { x: number; y: number; touch: boolean } | null = null;
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    sheet.zoomAt(Math.exp(-event.deltaY * 0.0022), event.clientX, event.clientY);
  };
  const double = ({ clientX, clientY }: MouseEvent): void => {
    if (sheet.view().scale > 1) sheet.change(WHOLE);
    else sheet.zoomAt(sheet.doubled(), clientX, clientY);
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    start = fingers.size === 1 ? { x: event.clientX, y: event.clientY, touch: event.pointerType !== 'mouse' } : null;
    // Two fingers pull nothing.
    if (fingers.size > 1) sheet.pull(null);
  };
  const move = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    const other = [...fingers.entries()].find(([id]) => id !== event.pointerId)?.[1];
    const now = { x: event.clientX, y: event.clientY };
    fingers.set(event.pointerId, now);
    const at = sheet.view();
    if (other) {
      const before = Math.hypot(finger.x - other.x, finger.y - other.y);
      const after = Math.hypot(now.x - other.x, now.y - other.y);
      if (before > 0) sheet.zoomAt(after / before, (now.x + other.x) / 2, (now.y + other.y) / 2);
    } else if (at.scale > 1) sheet.change({ scale: at.scale, x: at.x + now.x - finger.x, y: at.y + now.y - finger.y });
    else if (start?.touch) {
      const [x, y] = [now.x - start.x, now.y - start.y];
      // To one side, or down; never up.
      sheet.pull(Math.abs(x) > Math.abs(y) ? { x, y: 0 } : { x: 0, y: Math.max(0, y) });
    }
  };
  const up = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    sheet.pull(null);
    if (!start?.touch || sheet.view().scale > 1) return;
    const [x, y] = [event.clientX - start.x, event.clientY - start.y];
    start = null;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) sheet.swipe(x < 0 ? 'next' : 'previous');
    else if (y > SWIPE * 1.5 && y > 2 * Math.abs(x)) sheet.swipe('close');
  };
  const cancel = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    start = null;
    sheet.pull(null);
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
}

/** @returns how to stop */
export function listenToKeys(sheet: Sheet): () => void {
  const key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null) return;
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select, video')) return;
    const at = sheet.view();
    const pan = (x: number, y: number) => (): void =>
      sheet.change({ scale: at.scale, x: at.x + x * PAN * sheet.room().width, y: at.y + y * PAN * sheet.room().height });
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => sheet.zoom(STEP),
      '=': () => sheet.zoom(STEP),
      '-': () => sheet.zoom(1 / STEP),
      '0': () => sheet.change(WHOLE),
      '1': sheet.toPixels,
      // Where there is more of it than is seen, arrows move it; else they lead to the next photo.
      ...(at.scale > 1 ? { ArrowLeft: pan(1, 0), ArrowRight: pan(-1, 0), ArrowUp: pan(0, 1), ArrowDown: pan(0, -1) } : {}),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  // Before the viewer hears them.
  window.addEventListener('keydown', key, true);
  return () => window.removeEventListener('keydown', key, true);
}
