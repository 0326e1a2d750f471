import type { Bursts } from '../library/bursts.ts';
import type { Item } from '../library/item.ts';
import { justify, lineWidth, type Measure, type Row } from './justify.ts';

/** Photos under one heading. */
export interface Section {
  readonly key: string;
  readonly title: string;
  /** Said where the title alone is too short: the whole date. */
  readonly fullTitle: string;
  readonly items: readonly Item[];
  /** What stands behind some of them. */
  readonly bursts?: Bursts;
}

/** A section's place on the page, in pixels. */
export interface Block {
  readonly section: Section;
  readonly left: number;
  readonly width: number;
  readonly rows: readonly Row[];
}

/** Blocks side by side: one large section, or several small ones. */
export interface Band {
  readonly top: number;
  readonly height: number;
  readonly blocks: readonly Block[];
}

export interface Layout {
  readonly bands: readonly Band[];
  readonly height: number;
  readonly measure: GridMeasure;
}

export interface GridMeasure extends Measure {
  /** Of a section's heading; 0 for none. */
  readonly heading: number;
  /** Below a band. */
  readonly bandGap: number;
  /** Between two sections side by side. */
  readonly blockGap: number;
  /** The room that a heading needs; 0 for none. */
  readonly headingWidth: (title: string) => number;
}

interface Shape {
  readonly measure: Measure;
  readonly line: number;
  rows: readonly Row[] | null;
}

// The rows of a day that did not change are not computed again.
const shapes = new WeakMap<readonly Item[], Shape>();

function shapeOf(items: readonly Item[], measure: GridMeasure): Shape {
  const known = shapes.get(items);
  if (known && known.measure.width === measure.width && known.measure.rowHeight === measure.rowHeight && known.measure.gap === measure.gap)
    return known;
  const shape: Shape = {
    measure,
    line: lineWidth(
      items.map((item) => item.ratio),
      measure.rowHeight,
      measure.gap,
    ),
    rows: null,
  };
  shapes.set(items, shape);
  return shape;
}

function rowsOf(items: readonly Item[], shape: Shape): readonly Row[] {
  shape.rows ??= justify(
    items.map((item) => item.ratio),
    shape.measure,
  );
  return shape.rows;
}

/** Where every photo stands. Small sections share a band, so that a page of single photos is not a page of gaps. */
export function layOut(sections: readonly Section[], measure: GridMeasure): Layout {
  const bands: Band[] = [];
  let top = 0;
  let open: { blocks: Block[]; right: number } | null = null;
  const close = (): void => {
    if (!open) return;
    const height = measure.heading + measure.rowHeight;
    // The last heading of a band may be as long as there is room.
    const last = open.blocks.pop()!;
    open.blocks.push({ ...last, width: measure.width - last.left });
    bands.push({ top, height, blocks: open.blocks });
    top += height + measure.bandGap;
    open = null;
  };
  for (const section of sections) {
    const shape = shapeOf(section.items, measure);
    const width = Math.max(measure.headingWidth(section.title), shape.line);
    if (shape.line > measure.width || width > measure.width) {
      close();
      const rows = rowsOf(section.items, shape);
      const last = rows[rows.length - 1];
      const height = measure.heading + (last ? last.top + last.height : 0);
      bands.push({ top, height, blocks: [{ section, left: 0, width: measure.width, rows }] });
      top += height + measure.bandGap;
      continue;
    }
    if (open !== null && (open as { right: number }).right + measure.blockGap + width > measure.width) close();
    const current: { blocks: Block[]; right: number } = open ?? { blocks: [], right: -measure.blockGap };
    const left = current.right + measure.blockGap;
    current.blocks.push({ section, left, width, rows: [{ top: 0, height: measure.rowHeight, start: 0, end: section.items.length }] });
    current.right = left + width;
    open = current;
  }
  close();
  return { bands, height: Math.max(0, top - measure.bandGap), measure };
}

/** A row on the page. */
export interface PlacedRow {
  readonly band: Band;
  readonly block: Block;
  readonly row: Row;
  /** Pixels below the top of the grid. */
  readonly top: number;
}

/** The index of the first band that ends below `y`. */
export function bandAt(layout: Layout, y: number): number {
  let low = 0;
  let high = layout.bands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const band = layout.bands[middle]!;
    if (band.top + band.height < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface VisibleBlock {
  readonly band: Band;
  readonly block: Block;
  readonly rows: readonly Row[];
}

/** What of the page lies between two heights: only the rows in sight, of only the blocks in sight. */
export function visibleBlocks(layout: Layout, from: number, to: number): readonly VisibleBlock[] {
  const found: VisibleBlock[] = [];
  for (let index = bandAt(layout, from); index < layout.bands.length; index += 1) {
    const band = layout.bands[index]!;
    if (band.top > to) break;
    const offset = band.top + layout.measure.heading;
    for (const block of band.blocks) found.push({ band, block, rows: rowsBetween(block.rows, from - offset, to - offset) });
  }
  return found;
}

function rowsBetween(rows: readonly Row[], from: number, to: number): readonly Row[] {
  if (rows.length <= 1) return rows;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle]!;
    if (row.top + row.height < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < rows.length && rows[end]!.top <= to) end += 1;
  return rows.slice(low, end);
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where one photo stands, or null when it is not on the page. Looks at every section: for a key press, not for a frame. */
export function boxOf(layout: Layout, id: string): Box | null {
  for (const band of layout.bands) {
    for (const block of band.blocks) {
      const index = block.section.items.findIndex((item) => item.id === id);
      if (index < 0) continue;
      const row = block.rows.find((each) => index >= each.start && index < each.end);
      if (!row) return null;
      let left = block.left;
      for (let before = row.start; before < index; before += 1)
        left += block.section.items[before]!.ratio * row.height + layout.measure.gap;
      return {
        left,
        top: band.top + layout.measure.heading + row.top,
        width: block.section.items[index]!.ratio * row.height,
        height: row.height,
      };
    }
  }
  return null;
}

/** The photo at a height: the first of the row that stands there. What a person looks at, kept in place when others come. */
export function photoAt(layout: Layout, y: number): { readonly id: string; readonly top: number } | null {
  for (let index = bandAt(layout, y); index < layout.bands.length; index += 1) {
    const band = layout.bands[index]!;
    const offset = band.top + layout.measure.heading;
    for (const block of band.blocks) {
      for (const row of rowsBetween(block.rows, y - offset, Infinity)) {
        const item = block.section.items[row.start];
        if (item) return { id: item.id, top: offset + row.top };
        break;
      }
    }
  }
  return null;
}
