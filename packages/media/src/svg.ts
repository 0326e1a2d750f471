import { latin, u16 } from './bytes.ts';

/** True if the document's root element is `svg`: a web page with a drawing inside is no photo. */
export function isSvg(head: Uint8Array): boolean {
  let text = textOf(head.subarray(0, 8192));
  if (!text.trimStart().startsWith('<')) return false;
  for (let step = 0; step < 50; step++) {
    text = text.trimStart();
    const rest = skipPast(text, '<?', '?>') ?? skipPast(text, '<!--', '-->') ?? skipDoctype(text);
    if (rest === null) return /^<([A-Za-z0-9_-]+:)?svg[\s>/]/.test(text);
    text = rest;
  }
  return false;
}

/** A document's beginning as text; its own mark says when it is written in two bytes a letter. */
export function textOf(head: Uint8Array): string {
  const mark = u16(head, 0);
  if (mark === 0xfeff || mark === 0xfffe) return new TextDecoder(mark === 0xfeff ? 'utf-16be' : 'utf-16le').decode(head);
  return latin(head, 0, head.length).replace(/^\xef\xbb\xbf/, '');
}

function skipPast(text: string, open: string, close: string): string | null {
  if (!text.startsWith(open)) return null;
  const end = text.indexOf(close, open.length);
  return end < 0 ? '' : text.slice(end + close.length);
}

function skipDoctype(text: string): string | null {
  if (!/^<!doctype/i.test(text)) return null;
  const subset = text.indexOf('[');
  const close = text.indexOf('>');
  if (subset < 0 || (close >= 0 && close < subset)) return close < 0 ? '' : text.slice(close + 1);
  const end = text.indexOf(']', subset);
  const after = end < 0 ? -1 : text.indexOf('>', end);
  return after < 0 ? '' : text.slice(after + 1);
}
