import { escaped } from '@rollcall/importers';

export interface Share {
  readonly words: string;
  readonly value: number;
  /** The name of a colour of the page. */
  readonly colour: string;
  /** What stands beside the words; by default the value. */
  readonly told?: string;
}

const WIDTH = 720;
const BAR = 28;

/** Parts of a whole as one bar, with a list of them below. What is there is seen, however small. */
export function barOf(title: string, shares: readonly Share[]): string {
  const some = shares.filter(({ value }) => value > 0);
  const whole = some.reduce((sum, { value }) => sum + value, 0);
  if (whole === 0) return '';
  const widths = some.map(({ value }) => Math.max(3, (value / whole) * WIDTH));
  const scale = WIDTH / widths.reduce((sum, width) => sum + width, 0);
  let x = 0;
  const parts = some.map(({ colour, words }, at) => {
    const width = (widths[at] ?? 0) * scale;
    const part = `<rect x="${x.toFixed(1)}" width="${Math.max(1, width - 1.5).toFixed(1)}" height="${BAR}" class="${colour}"><title>${escaped(words)}</title></rect>`;
    x += width;
    return part;
  });
  const list = some.map(
    ({ words, value, colour, told }) =>
      `<li><svg class="dot" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="6" class="${colour}"/></svg> ${escaped(words)} <b>${escaped(told ?? value.toLocaleString('en'))}</b></li>`,
  );
  return `<figure><figcaption>${escaped(title)}</figcaption>
<svg class="bar" viewBox="0 0 ${WIDTH} ${BAR}" preserveAspectRatio="none" role="img" aria-label="${escaped(`${title}: ${some.map(({ words, value, told }) => `${words} ${told ?? value}`).join(', ')}`)}">${parts.join('')}</svg>
<ul class="legend">${list.join('')}</ul></figure>`;
}

export interface Column {
  readonly name: string;
  readonly value: number;
  /** How much of it is of the good kind. */
  readonly good: number;
}

const HEIGHT = 150;
const FOOT = 22;
/** Wider, a few years look like a wall. */
const WIDEST = 48;

/** A column for each, of two kinds that stand on each other. */
export function columnsOf(title: string, good: string, rest: string, columns: readonly Column[]): string {
  const most = Math.max(...columns.map(({ value }) => value));
  if (columns.length === 0 || most <= 0) return '';
  const step = Math.min(WIDEST, WIDTH / columns.length);
  const labelled = Math.max(1, Math.ceil(44 / step));
  const drawn = columns.map(({ name, value, good: part }, at) => {
    const x = at * step + 1;
    const width = Math.max(1, step - 3);
    const tall = Math.max(1.5, (value / most) * HEIGHT);
    const goodTall = value === 0 ? 0 : (part / value) * tall;
    const label =
      at % labelled === 0 ? `<text x="${(x + width / 2).toFixed(1)}" y="${HEIGHT + 16}" text-anchor="middle">${escaped(name)}</text>` : '';
    const rects = [rect(x, HEIGHT - tall, width, tall - goodTall, 'c-amber'), rect(x, HEIGHT - goodTall, width, goodTall, 'c-green')];
    return `<g><title>${escaped(`${name}: ${value}, ${good} ${part}`)}</title>${rects.join('')}${label}</g>`;
  });
  const width = Math.max(step * columns.length, 48);
  return `<figure><figcaption>${escaped(title)}</figcaption>
<svg class="columns" viewBox="0 0 ${width.toFixed(1)} ${HEIGHT + FOOT}" style="max-width:${Math.round(width)}px" role="img" aria-label="${escaped(`${title}: ${columns.map(({ name, value }) => `${name} ${value}`).join(', ')}`)}">${drawn.join('')}</svg>
<ul class="legend"><li>${dot('c-green')} ${escaped(good)}</li><li>${dot('c-amber')} ${escaped(rest)}</li></ul></figure>`;
}

const dot = (colour: string): string =>
  `<svg class="dot" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="6" class="${colour}"/></svg>`;

function rect(x: number, y: number, width: number, height: number, colour: string): string {
  if (height <= 0) return '';
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" class="${colour}"/>`;
}
