/** As `.grid-heading h2` is set. */
const FONT = '600 14px';
/** The mark that chooses all of a day stands behind its heading. Pixels. */
const BESIDE = 8 + 24 + 2;

const known = new Map<string, number>();
let paper: CanvasRenderingContext2D | null | undefined;

/** The room that the heading of a day needs on one line, in pixels. */
export function headingWidth(title: string): number {
  const before = known.get(title);
  if (before !== undefined) return before;
  if (paper === undefined) {
    paper = document.createElement('canvas').getContext('2d');
    if (paper) paper.font = `${FONT} ${getComputedStyle(document.body).fontFamily}`;
  }
  // Without a canvas: wider than any letter of that size is on average.
  const width = Math.ceil(paper?.measureText(title).width ?? title.length * 9) + BESIDE;
  known.set(title, width);
  return width;
}
