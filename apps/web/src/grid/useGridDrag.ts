import { useRef, useState, type RefObject } from 'react';
import { extend, type Selection } from './selection.ts';
import { useTileDrag, type TileDrag, type TileDragging } from './useTileDrag.ts';

interface GridDragProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly selection: Selection;
  /** The ids as on the page. */
  readonly order: () => readonly string[];
  readonly onSelect: (selection: Selection) => void;
  readonly onReorder: ((ids: readonly string[], before: string | null) => void) | undefined;
}

/** What dragging does in a grid: it puts photos elsewhere where they can be ordered, and chooses all that it passes where they cannot. */
export function useGridDrag({ scroller, selection, order, onSelect, onReorder }: GridDragProps): TileDragging & {
  /** Where what is dragged would be dropped; null: nothing is dragged to be put elsewhere. */
  readonly dropAt: TileDrag | null;
} {
  const [dropAt, setDropAt] = useState<TileDrag | null>(null);
  const before = useRef<Selection | null>(null);
  const dragging = useTileDrag(scroller, {
    onDrag: (drag) => {
      if (onReorder) return setDropAt(drag);
      before.current ??= { ids: new Set([...selection.ids, drag.from]), anchor: drag.from };
      onSelect(extend(before.current, drag.over, order()));
    },
    onDrop: (drag) => {
      setDropAt(null);
      before.current = null;
      if (!onReorder || drag === null) return;
      const ids = order();
      const next = drag.behind ? (ids[ids.indexOf(drag.over) + 1] ?? null) : drag.over;
      onReorder(selection.ids.has(drag.from) ? ids.filter((id) => selection.ids.has(id)) : [drag.from], next);
    },
  });
  return { dropAt, ...dragging };
}
