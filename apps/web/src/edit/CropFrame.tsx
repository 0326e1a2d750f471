import type { Crop } from '@rollcall/core/recipe';
import { say } from '@rollcall/protocol';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Handle } from './drag.ts';

interface CropFrameProps {
  /** Where the turned picture lies, and how large it is, in the page's pixels. */
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly crop: Crop;
  /** Edges are dragged one by one only where the shape is free. */
  readonly free: boolean;
  /** By parts of the picture's sides, from a crop that was there when it began. */
  readonly onDrag: (from: Crop, handle: Handle, across: number, down: number) => void;
}

const CORNERS = [
  ['nw', say('Upper left corner of the crop: move it with the arrow keys')],
  ['ne', say('Upper right corner of the crop: move it with the arrow keys')],
  ['sw', say('Lower left corner of the crop: move it with the arrow keys')],
  ['se', say('Lower right corner of the crop: move it with the arrow keys')],
] as const;
const EDGES = ['n', 'e', 's', 'w'] as const;
/** Parts of a side that an arrow key moves, and with Shift. */
const STEP = 0.01;
const STRIDE = 0.05;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The frame around what is kept: dragged as a whole, by its edges and corners, or moved by arrow keys. */
export function CropFrame({ place, crop, free, onDrag }: CropFrameProps) {
  const drag = useRef<{ readonly handle: Handle; readonly x: number; readonly y: number; readonly from: Crop } | null>(null);
  const held = (handle: Handle) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { handle, x: event.clientX, y: event.clientY, from: crop };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = drag.current;
      if (now === null || now.handle !== handle) return;
      onDrag(now.from, handle, (event.clientX - now.x) / place.width, (event.clientY - now.y) / place.height);
    },
    onPointerUp: () => void (drag.current = null),
    onPointerCancel: () => void (drag.current = null),
  });
  const keys = (handle: Handle) => ({
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const arrow = ARROWS[event.key];
      if (!arrow) return;
      event.preventDefault();
      const by = event.shiftKey ? STRIDE : STEP;
      onDrag(crop, handle, arrow[0] * by, arrow[1] * by);
    },
  });
  return (
    <div
      className="crop-frame"
      style={{
        left: place.x + crop.x * place.width,
        top: place.y + crop.y * place.height,
        width: crop.width * place.width,
        height: crop.height * place.height,
      }}
    >
      <button
        type="button"
        className="crop-all"
        aria-label={say('The crop: move it with the arrow keys')}
        {...held('all')}
        {...keys('all')}
      >
        <span className="crop-thirds" />
      </button>
      {free && EDGES.map((edge) => <span key={edge} className={`crop-edge ${edge}`} {...held(edge)} />)}
      {CORNERS.map(([corner, label]) => (
        <button key={corner} type="button" className={`crop-corner ${corner}`} aria-label={label} {...held(corner)} {...keys(corner)} />
      ))}
    </div>
  );
}
