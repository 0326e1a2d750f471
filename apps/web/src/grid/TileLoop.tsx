import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { keepsStill } from '../parts/quiet.ts';
import { useReleased } from '../parts/useReleased.ts';
import { useView } from '../parts/useView.ts';

/** Milliseconds that a pointer rests on a tile until it moves: who only passes over it has nothing made and sent. */
const RESTS = 350;

export interface PointedAt {
  readonly pointedAt: boolean;
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
}

/**
 * Whether a mouse rests on something, or a finger is held on it; never where nothing is to move by itself. There is one mouse, so one
 * thing moves at a time.
 */
export function usePointedAt(): PointedAt {
  const [over, setOver] = useState(false);
  const [pointedAt, setPointedAt] = useState(false);
  const lifted = useRef<AbortController | null>(null);
  useEffect(() => () => lifted.current?.abort(), []);
  // Anywhere: what was under the finger may be another picture of the photo by the time it is lifted, and something else may lie there.
  const untilLifted = (finger: number): void => {
    lifted.current?.abort();
    const listening = new AbortController();
    lifted.current = listening;
    const lift = ({ pointerId }: globalThis.PointerEvent): void => {
      if (pointerId !== finger) return;
      listening.abort();
      setOver(false);
    };
    for (const end of ['pointerup', 'pointercancel'] as const)
      window.addEventListener(end, lift, { capture: true, signal: listening.signal });
  };
  useEffect(() => {
    if (!over) return;
    const timer = setTimeout(() => setPointedAt(true), RESTS);
    return () => {
      clearTimeout(timer);
      setPointedAt(false);
    };
  }, [over]);
  return {
    pointedAt,
    onPointerEnter: (event) => setOver(event.pointerType === 'mouse' && !keepsStill()),
    // A finger that scrolls is taken away from the tile by the browser.
    onPointerDown: ({ pointerType, pointerId }) => {
      if (pointerType === 'mouse') return;
      setOver(!keepsStill());
      untilLifted(pointerId);
    },
    onPointerLeave: () => setOver(false),
  };
}

/** The first seconds of what moves, small and silent, over its picture: as soon as they are made, and as long as one points at it. */
export function TileLoop({ assetId, of }: { readonly assetId: string; readonly of: string }) {
  const view = useView({ assetId, of, kind: 'loop' });
  return view.state === 'ready' ? <Loop url={view.url} /> : null;
}

function Loop({ url }: { readonly url: string }) {
  const ref = useReleased();
  const [begun, setBegun] = useState(false);
  return (
    <video
      ref={ref}
      className={`tile-loop${begun ? ' begun' : ''}`}
      src={url}
      muted
      autoPlay
      loop
      playsInline
      disablePictureInPicture
      aria-hidden="true"
      tabIndex={-1}
      onPlaying={() => setBegun(true)}
    />
  );
}
