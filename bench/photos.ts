import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drawn, PhotoSize } from './strips.ts';

/** About 3 MB each, 12 megapixels: what a telephone takes. */
export const REAL: PhotoSize = { width: 4032, height: 3024, quality: 88 };
/** About 7 kB each, for what is counted by files and not by bytes; yet together clearly more than a program reads for itself. */
export const TINY: PhotoSize = { width: 256, height: 128, quality: 80 };

/**
 * A whole JPEG, different from that of every other number almost everywhere, so that nobody gains by finding equal blocks. The
 * number stands in a comment (ITU T.81, B.2.4.5), so that even small pictures are never the same.
 */
export function photograph({ heads, strips, rows }: Drawn, number: number): Buffer {
  const head = heads[number % heads.length];
  if (!head) throw new Error('nothing was drawn');
  const chance = chances(number);
  const data: Buffer[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (row > 0) data.push(Buffer.from([0xff, 0xd0 + ((row - 1) % 8)]));
    data.push(strips[Math.floor(chance() * strips.length)] as Buffer);
  }
  const text = Buffer.from(`photograph ${number}`);
  const comment = Buffer.from([0xff, 0xfe, 0, 0]);
  comment.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([head.before, comment, text, head.after, ...data, Buffer.from([0xff, 0xd9])]);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function nameOf(number: number): string {
  return `IMG_${String(number).padStart(6, '0')}.JPG`;
}

/** Fills a folder, at most 1,000 to a folder below it when `spread`; `from` the number of the first. Gives the bytes written. */
export function fill(folder: string, drawn: Drawn, count: number, spread = false, from = 0): number {
  let bytes = 0;
  mkdirSync(folder, { recursive: true });
  for (let number = from; number < from + count; number += 1) {
    const into = spread ? join(folder, `roll-${Math.floor(number / 1000)}`) : folder;
    if (number % 1000 === 0) mkdirSync(into, { recursive: true });
    const photo = photograph(drawn, number);
    writeFileSync(join(into, nameOf(number)), photo);
    bytes += photo.length;
  }
  return bytes;
}
