import type { Map as Drawing } from 'maplibre-gl';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { draw, type DrawOptions } from './draw.ts';

interface Drawn {
  /** Goes on the element that is drawn into. */
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Null until it can be drawn on. */
  readonly map: Drawing | null;
}

/** A map that is there as long as its element is. What is asked of it first counts: later it is moved, not made anew. */
export function useDrawn(options: Omit<DrawOptions, 'container'>): Drawn {
  const ref = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<Drawing | null>(null);
  const first = useRef(options);
  useEffect(() => {
    const container = ref.current;
    if (container === null) return;
    const drawing = draw({ ...first.current, container });
    void drawing.once('load', () => setMap(drawing));
    return () => {
      setMap(null);
      drawing.remove();
    };
  }, []);
  return { ref, map };
}
