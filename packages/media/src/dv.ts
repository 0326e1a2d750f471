import { u8 } from './bytes.ts';
import { seconds, type FilmFacts } from './film-facts.ts';
import { isDv } from './recognise.ts';

/** A film as it comes from the tape: pictures of one length, one after the other, in one of two systems. */
export function readDv(head: Uint8Array, size: number): Partial<FilmFacts> {
  if (!isDv(head)) return {};
  const pal = (u8(head, 3) & 0x80) !== 0;
  const stored = { width: 720, height: pal ? 576 : 480 };
  const frameRate = pal ? 25 : 30_000 / 1001;
  return { ...stored, stored, codec: 'dvvideo', frameRate, duration: seconds(Math.floor(size / (pal ? 144_000 : 120_000)) / frameRate) };
}
