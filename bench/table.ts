/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const at = sorted.length / 2;
  if (sorted.length === 0) throw new RangeError('no values');
  return sorted.length % 2 === 1 ? (sorted[Math.floor(at)] as number) : ((sorted[at - 1] as number) + (sorted[at] as number)) / 2;
}

/** The value that so many of the values (0 to 1) do not exceed: nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

export type Cell = string | number | null;

/** What one measure found: rows of equal length under their columns. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
}

/** A table as text, numbers to the right. */
export function tableText({ title, columns, rows, notes }: Table): string {
  const texts = [columns, ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, at) => Math.max(...texts.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('   ');
  const [head = [], ...body] = texts;
  return [title, '', line(head), ...body.map(line), ...notes.map((note) => `  ${note}`), ''].join('\n');
}

function cellText(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return Math.abs(cell) >= 100 ? cell.toFixed(0) : Math.abs(cell) >= 10 ? cell.toFixed(1) : cell.toFixed(2);
}
