/** One row of a block: items `start` to `end` (not included), all `height` pixels high. */
export interface Row {
  /** Pixels below the top of the block's pictures. */
  readonly top: number;
  readonly height: number;
  readonly start: number;
  readonly end: number;
}

export interface Measure {
  /** Pixels. */
  readonly width: number;
  readonly rowHeight: number;
  readonly gap: number;
}

/**
 * Breaks pictures into rows that fill the width, each picture keeping its shape.
 * A row ends where its height comes nearest to `rowHeight`; the last row is not stretched.
 */
export function justify(ratios: readonly number[], measure: Measure): readonly Row[] {
  const { width, rowHeight, gap } = measure;
  const rows: Row[] = [];
  let top = 0;
  let start = 0;
  let sum = 0;
  const push = (end: number, height: number): void => {
    rows.push({ top, height, start, end });
    top += height + gap;
    start = end;
    sum = 0;
  };
  for (let index = 0; index < ratios.length; index += 1) {
    const ratio = ratios[index]!;
    const count = index - start;
    const withIt = (width - gap * count) / (sum + ratio);
    if (withIt > rowHeight) {
      sum += ratio;
      continue;
    }
    const without = count > 0 ? (width - gap * (count - 1)) / sum : Infinity;
    if (without - rowHeight < rowHeight - withIt) {
      push(index, without);
      sum = ratio;
      // A very wide picture fills a row on its own.
      if (width / ratio <= rowHeight) push(index + 1, width / ratio);
    } else {
      sum += ratio;
      push(index + 1, withIt);
    }
  }
  if (start < ratios.length) {
    const count = ratios.length - start;
    push(ratios.length, Math.min(rowHeight, (width - gap * (count - 1)) / sum));
  }
  return rows;
}

/** The width of all pictures in one line at the wanted height. */
export function lineWidth(ratios: readonly number[], rowHeight: number, gap: number): number {
  let sum = 0;
  for (const ratio of ratios) sum += ratio;
  return sum * rowHeight + gap * Math.max(0, ratios.length - 1);
}
