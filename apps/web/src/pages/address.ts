/** What stands behind the `?` of an address: words, whatever they look like. A year that somebody searches for is no number. */
export function readAddress(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The same written, with its `?`; empty where there is nothing. */
export function writeAddress(words: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, word] of Object.entries(words)) if (typeof word === 'string') params.set(name, word);
  return params.size === 0 ? '' : `?${params.toString()}`;
}
