import { boxOf, type Layout } from './layout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** Where a photo stands in the page's order of bands, blocks and items. */
interface Spot {
  readonly band: number;
  readonly block: number;
  readonly item: number;
}

/** The photo that an arrow key leads to; the same one at an end of the page. Null when the page is empty. */
export function walk(layout: Layout, from: string | null, direction: Direction): string | null {
  if (layout.bands.length === 0) return null;
  const spot = from === null ? null : spotOf(layout, from);
  if (spot === null) return idAt(layout, direction === 'last' ? lastSpot(layout) : { band: 0, block: 0, item: 0 });
  switch (direction) {
    case 'first':
      return idAt(layout, { band: 0, block: 0, item: 0 });
    case 'last':
      return idAt(layout, lastSpot(layout));
    case 'left':
      return idAt(layout, before(layout, spot));
    case 'right':
      return idAt(layout, after(layout, spot));
    case 'up':
    case 'down':
      return lineNeighbour(layout, spot, idAt(layout, spot), direction);
    default:
      return direction satisfies never;
  }
}

function spotOf(layout: Layout, id: string): Spot | null {
  for (const [band, { blocks }] of layout.bands.entries()) {
    for (const [block, { section }] of blocks.entries()) {
      const item = section.items.findIndex((each) => each.id === id);
      if (item >= 0) return { band, block, item };
    }
  }
  return null;
}

function idAt(layout: Layout, spot: Spot): string {
  return layout.bands[spot.band]!.blocks[spot.block]!.section.items[spot.item]!.id;
}

function lastSpot(layout: Layout): Spot {
  const band = layout.bands.length - 1;
  const block = layout.bands[band]!.blocks.length - 1;
  return { band, block, item: layout.bands[band]!.blocks[block]!.section.items.length - 1 };
}

function before(layout: Layout, { band, block, item }: Spot): Spot {
  const { blocks } = layout.bands[band]!;
  if (item > 0) return { band, block, item: item - 1 };
  if (block > 0) return { band, block: block - 1, item: blocks[block - 1]!.section.items.length - 1 };
  if (band === 0) return { band, block, item };
  const above = layout.bands[band - 1]!.blocks;
  return { band: band - 1, block: above.length - 1, item: above[above.length - 1]!.section.items.length - 1 };
}

function after(layout: Layout, { band, block, item }: Spot): Spot {
  const { blocks } = layout.bands[band]!;
  if (item + 1 < blocks[block]!.section.items.length) return { band, block, item: item + 1 };
  if (block + 1 < blocks.length) return { band, block: block + 1, item: 0 };
  return band + 1 < layout.bands.length ? { band: band + 1, block: 0, item: 0 } : { band, block, item };
}

/** The photo in the line above or below whose middle is nearest; a line is never further than the next band. */
function lineNeighbour(layout: Layout, spot: Spot, id: string, direction: 'up' | 'down'): string {
  const from = boxOf(layout, id);
  if (!from) return id;
  const middle = from.left + from.width / 2;
  const step = direction === 'down' ? 1 : -1;
  let best: { id: string; line: number; distance: number } | null = null;
  for (const band of [layout.bands[spot.band], layout.bands[spot.band + step]]) {
    if (!band || best) continue;
    for (const block of band.blocks) {
      for (const row of block.rows) {
        const line = band.top + layout.measure.heading + row.top;
        if ((line - from.top) * step <= 1 || (best && (line - best.line) * step > 1)) continue;
        if (best && (best.line - line) * step > 1) best = null;
        let left = block.left;
        for (let index = row.start; index < row.end; index += 1) {
          const item = block.section.items[index]!;
          const width = item.ratio * row.height;
          const distance = Math.abs(left + width / 2 - middle);
          if (!best || distance < best.distance) best = { id: item.id, line, distance };
          left += width + layout.measure.gap;
        }
      }
    }
  }
  return best?.id ?? id;
}
