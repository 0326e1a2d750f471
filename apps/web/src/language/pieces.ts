interface Piece {
  /** Its name; null: plain text. */
  readonly tag: string | null;
  readonly text: string;
}

/** What stands between the tags, and in them. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(/<(\w+)>(.*?)<\/\1>/gs)) {
    if (match.index > at) found.push({ tag: null, text: text.slice(at, match.index) });
    found.push({ tag: match[1] as string, text: match[2] as string });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ tag: null, text: text.slice(at) });
  return found;
}
