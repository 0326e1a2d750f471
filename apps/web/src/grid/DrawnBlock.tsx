import { say } from '@rollcall/protocol';
import { memo } from 'react';
import type { Item } from '../library/item.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Layout, VisibleBlock } from './layout.ts';
import type { Selection } from './selection.ts';
import { Tile } from './Tile.tsx';

interface DrawnBlockProps {
  readonly visible: VisibleBlock;
  readonly layout: Layout;
  readonly selection: Selection;
  readonly selecting: boolean;
  readonly reachable: string | null;
  readonly still: boolean;
  readonly settled: boolean;
  readonly noteOf: ((item: Item) => string | null) | undefined;
}

/** One section of the page: its heading, and those of its rows that are in sight. */
export const DrawnBlock = memo(function DrawnBlock({
  visible: { band, block, rows },
  layout,
  selection,
  selecting,
  reachable,
  still,
  settled,
  noteOf,
}: DrawnBlockProps) {
  const { section } = block;
  const { heading, gap } = layout.measure;
  const whole = section.title !== '' && selecting && section.items.every((item) => selection.ids.has(item.id));
  return (
    <section
      className="grid-block"
      aria-label={section.fullTitle}
      style={{ top: band.top, left: block.left, width: block.width, height: band.height }}
    >
      {section.title !== '' && (
        <div className="grid-heading" style={{ height: heading }}>
          <h2 title={section.fullTitle}>{section.title}</h2>
          <button
            type="button"
            className={`heading-check${whole ? ' whole' : ''}`}
            data-section={section.key}
            tabIndex={-1}
            aria-pressed={whole}
            aria-label={say('Select all of {section}', { section: section.fullTitle })}
          >
            <Icon name="check" size={13} />
          </button>
        </div>
      )}
      {rows.flatMap((row) => {
        let left = 0;
        return section.items.slice(row.start, row.end).map((item) => {
          const at = left;
          const width = item.ratio * row.height;
          left += width + gap;
          return (
            <Tile
              key={item.id}
              item={item}
              frames={section.bursts?.get(item.id)?.length ?? 1}
              left={at}
              top={heading + row.top}
              width={width}
              height={row.height}
              selected={selection.ids.has(item.id)}
              selecting={selecting}
              reachable={item.id === reachable}
              still={still}
              settled={settled}
              note={noteOf?.(item) ?? null}
            />
          );
        });
      })}
    </section>
  );
}, sameDrawing);

/** The cut through the rows is made anew with every scroll; mostly it is the same. */
function sameDrawing(before: DrawnBlockProps, after: DrawnBlockProps): boolean {
  return (
    before.visible.block === after.visible.block &&
    before.visible.band.top === after.visible.band.top &&
    before.visible.rows.length === after.visible.rows.length &&
    before.visible.rows[0] === after.visible.rows[0] &&
    before.layout.measure === after.layout.measure &&
    before.selection === after.selection &&
    before.selecting === after.selecting &&
    before.reachable === after.reachable &&
    before.still === after.still &&
    before.settled === after.settled &&
    before.noteOf === after.noteOf
  );
}
