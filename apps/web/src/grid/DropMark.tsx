import { boxOf, type Layout } from './layout.ts';
import type { TileDrag } from './useTileDrag.ts';

/** Between which photos what is dragged would be dropped. */
export function DropMark({ layout, at }: { readonly layout: Layout; readonly at: TileDrag }) {
  const box = boxOf(layout, at.over);
  if (!box) return null;
  const half = layout.measure.gap / 2;
  return (
    <div
      className="drop-mark"
      style={{ left: at.behind ? box.left + box.width + half : box.left - half, top: box.top, height: box.height }}
    />
  );
}
