import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { Item } from '../library/item.ts';
import { boxOf, layOut, visibleBlocks, type GridMeasure, type Section, type VisibleBlock } from './layout.ts';
import { DrawnBlock } from './DrawnBlock.tsx';
import { useKeptInPlace, useRememberedPlace } from './places.ts';
import { Scrubber } from './Scrubber.tsx';
import { gridKeys } from './gridKeys.ts';
import { headingWidth } from './headingWidth.ts';
import { DropMark } from './DropMark.tsx';
import { extend, keepPresent, toggle, type Selection } from './selection.ts';
import { useLongPress } from './useLongPress.ts';
import { useGridDrag } from './useGridDrag.ts';
import { useSettled } from './useSettled.ts';
import { useWindow } from './useWindow.ts';
import { useGridZoom, useZoomByPinch, useZoomByWheel } from './zoom.ts';

interface PhotoGridProps {
  readonly label: string;
  readonly sections: readonly Section[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: (id: string) => void;
  readonly onDelete: (ids: readonly string[]) => void;
  readonly onFavourite?: (ids: readonly string[]) => void;
  readonly noteOf?: (item: Item) => string | null;
  /** Above the first row, scrolling with it. */
  readonly lead?: ReactNode;
  readonly scrubber?: boolean;
  /** What it begins with will be another page in a moment: somebody types. */
  readonly changing?: boolean;
  /** Photos can be dragged before another one, or behind all (null). Without it, dragging chooses. */
  readonly onReorder?: (ids: readonly string[], before: string | null) => void;
  /** The photo last looked at in the viewer: it is in sight, and has the focus, when one comes back. */
  readonly returnTo?: string | null;
}

/** Drawn above and below what is in sight, in pixels. */
const OVERSCAN = 500;

function measureFor(width: number, titled: boolean, scale: number): GridMeasure {
  const narrow = width < 600;
  return {
    width,
    rowHeight: (narrow ? 118 : width < 1100 ? 180 : 208) * scale,
    gap: narrow ? 3 : 6,
    heading: titled ? (narrow ? 34 : 42) : 0,
    bandGap: narrow ? 10 : 18,
    blockGap: narrow ? 10 : 20,
    headingWidth: titled ? headingWidth : () => 0,
  };
}

export function PhotoGrid(props: PhotoGridProps) {
  const {
    label,
    sections,
    selection,
    onSelect,
    onOpen,
    onDelete,
    onFavourite,
    noteOf,
    lead,
    scrubber = false,
    changing = false,
    returnTo = null,
    onReorder,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const seen = useWindow(scroller);
  const { scale } = useGridZoom();
  useZoomByWheel(scroller);
  useZoomByPinch(scroller);
  const titled = sections.some((section) => section.title !== '');
  const padding = seen.width < 600 ? 3 : 24;
  const width = Math.max(0, seen.width - padding * 2 - (scrubber && seen.width >= 600 ? 36 : 0));
  const layout = useMemo(() => layOut(width > 0 ? sections : [], measureFor(width, titled, scale)), [sections, width, titled, scale]);
  const settled = useSettled(layout, changing);
  const [reach, setReach] = useState<string | null>(null);
  const sheetTop = useRef(0);

  useKeptInPlace(scroller, sheetTop, layout);
  // Measured only when it can have moved: to ask on every scroll would lay the page out twice.
  useLayoutEffect(() => {
    sheetTop.current = sheet.current?.offsetTop ?? 0;
  }, [seen.width, lead]);

  const from = seen.from - sheetTop.current - OVERSCAN;
  const visible = useMemo(() => visibleBlocks(layout, from, from + seen.height + 2 * OVERSCAN + 120), [layout, from, seen.height]);
  const inSight = useMemo(() => idsOf(visible), [visible]);
  // Stays on one photo while that is in sight.
  const reachedLast = useRef<string | null>(null);
  const reachable = [reach, reachedLast.current].find((id) => id !== null && inSight.has(id)) ?? firstOf(visible) ?? null;
  reachedLast.current = reachable;
  const selecting = selection.ids.size > 0;
  const scrubbing = scrubber && seen.width >= 600 && layout.height > seen.height * 1.5;

  const show = useCallback(
    (id: string, focus: boolean) => {
      const element = scroller.current;
      const box = boxOf(layout, id);
      if (!element || !box) return;
      const top = box.top + sheetTop.current;
      const margin = layout.measure.heading + 12;
      if (top - margin < element.scrollTop) element.scrollTop = top - margin;
      else if (top + box.height + 12 > element.scrollTop + element.clientHeight)
        element.scrollTop = top + box.height + 12 - element.clientHeight;
      setReach(id);
      if (focus) focusWhenDrawn(element, id);
    },
    [layout],
  );

  useRememberedPlace(scroller, label, layout.bands.length > 0);

  const shownReturn = useRef<string | null>(null);
  useEffect(() => {
    if (returnTo === null || returnTo === shownReturn.current || layout.bands.length === 0) return;
    shownReturn.current = returnTo;
    show(returnTo, true);
  }, [returnTo, layout, show]);

  const order = (): string[] => sections.flatMap((section) => section.items.map((item) => item.id));
  const choose = (id: string, range: boolean): void => onSelect(range ? extend(selection, id, order()) : toggle(selection, id));

  const { swallowClick, ...pressing } = useLongPress(
    (target) => target.closest<HTMLElement>('[data-id]')?.dataset['id'],
    (id) => choose(id, false),
  );

  const { dropAt, ...dragging } = useGridDrag({ scroller, selection, order, onSelect, onReorder });
  const clicked = (event: MouseEvent): void => {
    const held = swallowClick();
    if (dragging.swallowClick() || held) return;
    const target = event.target as Element;
    const check = target.closest<HTMLElement>('[data-check]')?.dataset['check'];
    const tile = target.closest<HTMLElement>('[data-tile]')?.dataset['tile'];
    const section = target.closest<HTMLElement>('[data-section]')?.dataset['section'];
    if (check !== undefined) {
      setReach(check);
      choose(check, event.shiftKey);
    } else if (tile !== undefined) {
      setReach(tile);
      if (selecting || event.shiftKey || event.ctrlKey || event.metaKey) choose(tile, event.shiftKey);
      else onOpen(tile);
    } else if (section !== undefined) {
      onSelect(
        chooseSection(
          selection,
          sections.find((each) => each.key === section),
        ),
      );
    }
  };

  const pressed = gridKeys({ layout, selection, order, onSelect, onDelete, onFavourite, show, choose });

  // What was deleted elsewhere while it was chosen is not chosen any more.
  useEffect(() => {
    if (!selecting) return;
    const present = new Set(order());
    const kept = keepPresent(selection, (id) => present.has(id));
    if (kept !== selection) onSelect(kept);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the page changes
  }, [sections]);

  return (
    <div className="grid-frame">
      <div className={`grid-scroller${selecting ? ' selecting' : ''}${scrubbing ? ' scrubbing' : ''}`} ref={scroller}>
        {lead}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listens for the photos inside it */}
        <div
          className="grid-sheet"
          role="group"
          aria-label={label}
          ref={sheet}
          style={{ height: layout.height, width, marginLeft: padding }}
          onClick={clicked}
          onKeyDown={pressed}
          {...pressing}
          onPointerDown={(event) => {
            pressing.onPointerDown(event);
            dragging.onPointerDown(event);
          }}
        >
          {visible.map((block) => (
            <DrawnBlock
              key={block.block.section.key}
              visible={block}
              selection={selection}
              selecting={selecting}
              reachable={reachable}
              still={seen.still}
              settled={settled}
              noteOf={noteOf}
              layout={layout}
            />
          ))}
          {dropAt !== null && <DropMark layout={layout} at={dropAt} />}
        </div>
      </div>
      {scrubbing && <Scrubber layout={layout} scroller={scroller} offset={sheetTop.current} from={seen.from} />}
    </div>
  );
}

function chooseSection(selection: Selection, section: Section | undefined): Selection {
  if (!section) return selection;
  const ids = new Set(selection.ids);
  const whole = section.items.every((item) => ids.has(item.id));
  for (const item of section.items) {
    if (whole) ids.delete(item.id);
    else ids.add(item.id);
  }
  return { ids, anchor: section.items[0]?.id ?? null };
}

function idsOf(visible: readonly VisibleBlock[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { block, rows } of visible)
    for (const row of rows) for (let index = row.start; index < row.end; index += 1) ids.add(block.section.items[index]!.id);
  return ids;
}

function firstOf(visible: readonly VisibleBlock[]): string | undefined {
  for (const { block, rows } of visible) if (rows[0]) return block.section.items[rows[0].start]?.id;
  return undefined;
}

function focusWhenDrawn(element: HTMLElement, id: string, tries = 8): void {
  const tile = element.querySelector<HTMLElement>(`[data-tile="${CSS.escape(id)}"]`);
  if (tile) tile.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusWhenDrawn(element, id, tries - 1));
}
