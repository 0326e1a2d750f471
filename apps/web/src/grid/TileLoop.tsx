import { useEffect, useState, type PointerEvent } from 'react';
import { keepsStill } from '../parts/quiet.ts';
import { useReleased } from '../parts/useReleased.ts';
import { useView } from '../parts/useView.ts';

/** Milliseconds that a pointer rests on a tile until it moves: who only passes over it has nothing made and sent. */
const RESTS = 350;

export interface PointedAt {
  readonly pointedAt: boolean;
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
  readonly onPointerLeave: () => void;
}

/**
 * Whether a mouse rests on something, or a finger is held on it; never where nothing is to move by itself. There is one mouse, so one
 * thing moves at a time.
 */
export function usePointedAt(): PointedAt {
  const [over, setOver] = useState(false);
  const [pointedAt, setPointedAt] = useState(false);
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
    onPointerDown: ({ pointerType }) => pointerType !== 'mouse' && setOver(!keepsStill()),
    onPointerUp: ({ pointerType }) => pointerType !== 'mouse' && setOver(false),
    onPointerCancel: () => setOver(false),
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
