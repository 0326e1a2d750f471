/** Text as it is compared: without upper case and accents, so that `Zürich` is found by `zurich`. */
export function fold(text: string): string {
  const low = text.toLowerCase();
  // oxlint-disable-next-line no-control-regex -- what is plain needs no more
  return /^[\u0000-\u007f]*$/.test(low) ? low : low.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
