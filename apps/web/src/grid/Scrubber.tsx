import { say } from '@rollcall/protocol';
import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { monthTitle } from '../words.ts';
import type { Layout } from './layout.ts';

interface ScrubberProps {
  readonly layout: Layout;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Pixels of the page above the grid. */
  readonly offset: number;
  readonly from: number;
}

interface Mark {
  readonly label: string;
  /** 0 at the newest photo, 1 at the oldest. */
  readonly at: number;
}

/** Year labels nearer to each other than this part of the height would touch. */
const NEAREST = 0.035;

/** A time line beside the photos: drag it, and the years fly past. */
export function Scrubber({ layout, scroller, offset, from }: ScrubberProps) {
  const rail = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<number | null>(null);
  const marks = useMemo(() => yearMarks(layout), [layout]);
  const reach = Math.max(1, layout.height - (scroller.current?.clientHeight ?? 0) + offset);
  const at = Math.min(1, Math.max(0, from / reach));
  const month = monthAt(layout, at);

  const jump = (fraction: number): void => {
    if (scroller.current) scroller.current.scrollTop = fraction * reach;
  };
  const dragged = (event: PointerEvent): void => {
    const box = rail.current?.getBoundingClientRect();
    if (!box) return;
    const fraction = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
    setDrag(fraction);
    jump(fraction);
  };
  const pressed = (event: KeyboardEvent): void => {
    const page = (scroller.current?.clientHeight ?? 0) / reach;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: page,
      ArrowUp: -page,
      PageDown: page * 10,
      PageUp: -page * 10,
      Home: -1,
      End: 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    jump(Math.min(1, Math.max(0, at + step)));
  };

  return (
    <div
      className={`scrubber${drag === null ? '' : ' dragging'}`}
      ref={rail}
      role="slider"
      tabIndex={0}
      aria-label={say('Date')}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(at * 100)}
      aria-valuetext={month}
      onKeyDown={pressed}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged(event);
      }}
      onPointerMove={(event) => {
        if (drag !== null) dragged(event);
      }}
      onPointerUp={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
    >
      {marks.map((mark) => (
        <span key={mark.label} className="scrubber-year" style={{ top: `${mark.at * 100}%` }}>
          {mark.label}
        </span>
      ))}
      <span className="scrubber-thumb" style={{ top: `${(drag ?? at) * 100}%` }}>
        <span className="scrubber-bubble">{month}</span>
      </span>
    </div>
  );
}

function bandTime(layout: Layout, index: number): number | null {
  return layout.bands[index]?.blocks[0]?.section.items[0]?.at ?? null;
}

function yearMarks(layout: Layout): readonly Mark[] {
  const marks: Mark[] = [];
  let year: number | null = null;
  layout.bands.forEach((band, index) => {
    const time = bandTime(layout, index);
    if (time === null) return;
    const own = new Date(time).getUTCFullYear();
    if (own === year) return;
    year = own;
    const at = band.top / Math.max(1, layout.height);
    const last = marks[marks.length - 1];
    if (!last || at - last.at >= NEAREST) marks.push({ label: String(own), at });
  });
  return marks;
}

function monthAt(layout: Layout, fraction: number): string {
  const y = fraction * layout.height;
  let low = 0;
  let high = layout.bands.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (layout.bands[middle]!.top <= y) low = middle;
    else high = middle - 1;
  }
  const time = bandTime(layout, low);
  return time === null ? '' : monthTitle(time);
}
