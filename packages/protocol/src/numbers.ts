import { figures } from './language.ts';

/** `12,431`; with a noun `1 photo`, `12,431 photos`. */
export function countWords(value: number, one = '', many = one === '' ? '' : `${one}s`): string {
  return `${figures(value)} ${value === 1 ? one : many}`.trimEnd();
}

/** `4032 × 3024`. */
export function pixelWords({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

/** `1 is`, `2 are`. */
export function areWords(value: number): 'is' | 'are' {
  return value === 1 ? 'is' : 'are';
}
