import { say } from '@rollcall/protocol';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';

/** Many lines, of which only those in sight are drawn. `more` fetches the next page; null: there is none, or it comes. */
export function ItemList<T>({
  items,
  keyOf,
  renderLine,
  more,
}: {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly renderLine: (item: T) => ReactNode;
  readonly more: (() => void) | null;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- a virtual list draws itself anew while it scrolls
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    overscan: 8,
    getItemKey: (index) => keyOf(items[index]!),
  });
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= items.length - 20) more();
  }, [last, items.length, more]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="item-list" ref={scroller} tabIndex={0} role="region" aria-label={say('Items')}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <li key={row.key} ref={rows.measureElement} data-index={row.index} style={{ transform: `translateY(${row.start}px)` }}>
            {renderLine(items[row.index]!)}
          </li>
        ))}
      </ul>
    </div>
  );
}
