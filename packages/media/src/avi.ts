import { latin, startsWith, u32 } from './bytes.ts';
import { fromDay, fromExif, fromIso } from './captured.ts';
import { codecByCode } from './codecs.ts';
import type { Size } from './sizes.ts';
import { frames, pixelCount, seconds, type FilmFacts } from './film-facts.ts';

/** How much of an AVI's beginning is looked at: all that is not film stands there. */
export const HEAD_OF_AVI = 64 * 1024;

const MOST_CHUNKS = 500;

/** AVI: the main header (`avih`), the first stream of pictures (`strh`, `strf`, and OpenDML's `vprp` of how wide they are meant), and the date that cameras leave (`IDIT`, or `ICRD` among the texts). */
export function readAvi(head: Uint8Array): Partial<FilmFacts> {
  const facts: { -readonly [key in keyof FilmFacts]?: FilmFacts[key] } = {};
  let handler: string | null = null;
  for (const { type, at, length } of chunksOf(head)) {
    const field = (index: number): number => u32(head, at + index * 4, true);
    if (type === 'avih') {
      const [width, height] = [pixelCount(field(8)), pixelCount(field(9))];
      Object.assign(facts, { width, height, stored: width === null || height === null ? null : { width, height } });
      facts.duration = seconds((field(0) * field(4)) / 1e6);
      facts.frameRate = frames(1e6 / field(0));
    } else if (type === 'strh') handler = startsWith(head, at, 'vids') ? latin(head, at + 4, 4) : null;
    else if (type === 'strf' && handler !== null) facts.codec ??= codecByCode(latin(head, at + 16, 4)) ?? codecByCode(handler);
    else if (type === 'vprp') facts.width = widthOf(field(5), facts.stored ?? null) ?? facts.width ?? null;
    else if (type === 'IDIT' || type === 'ICRD') {
      const written = latin(head, at, Math.min(length, 64)).replace(/\0.*$/s, '').trim();
      facts.containerDay ??= fromDay(written);
      if (fromDay(written) === null) facts.containerDate ??= dateOf(written);
    }
  }
  return facts;
}

/** Of a picture that is meant to be so much wider than high (two numbers in one): its width as shown; null where that says nothing. */
function widthOf(aspect: number, stored: Size | null): number | null {
  const [across, down] = [aspect >>> 16, aspect & 0xffff];
  if (stored === null || across === 0 || down === 0) return null;
  const width = Math.round((stored.height * across) / down);
  return width > stored.width / 4 && width < stored.width * 4 ? width : null;
}

interface Chunk {
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

/** All chunks in their order, those inside lists too; the film itself is not entered. */
function chunksOf(head: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= head.length && chunks.length < MOST_CHUNKS) {
    const [type, length] = [latin(head, at, 4), u32(head, at + 4, true)];
    const film = startsWith(head, at + 8, 'movi');
    chunks.push({ type, at: at + 8, length });
    at += type === 'LIST' && !film ? 12 : 8 + length + (length & 1);
  }
  return chunks;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `MON MAR 10 15:04:43 2003`, `2003/03/10 15:04:43`, `2003:03:10 15:04:43`; a camera's clock, without an offset. */
function dateOf(text: string): string | null {
  const match = /^[a-z]{3} +([a-z]{3}) +(\d{1,2}) +(\d{1,2}):(\d{2}):(\d{2}) +(\d{4})$/i.exec(text);
  if (match === null) return fromExif(text) ?? fromIso(text);
  const [, month, day, ...clock] = match as unknown as [string, string, string, string, string, string, string];
  const year = clock.pop();
  return fromExif(`${year}:${MONTHS.indexOf(month.toLowerCase()) + 1}:${day} ${clock.join(':')}`);
}
