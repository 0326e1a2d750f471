import sharp from 'sharp';
import type { Dice } from './dice.ts';

/** What a camera writes of one shot; an edit of it keeps this. */
export interface Shot {
  /** As EXIF has it. */
  readonly taken: string;
  readonly model: string;
}

/** The longest comment that one segment of a JPEG holds. */
const SEGMENT = 65_533;
const headers = new Map<string, Promise<Buffer>>();

/** A whole JPEG of about this size, with the shot's date and camera; its padding is noise, so that no two have the same bytes. */
export async function picture(dice: Dice, shot: Shot, size: number): Promise<Buffer> {
  const small = await plain(shot);
  const pieces: Buffer[] = [small.subarray(0, 2)];
  for (let left = Math.max(32, size - small.length); left > 0; left -= SEGMENT) {
    const length = Math.min(SEGMENT, left);
    const head = Buffer.from([0xff, 0xfe, 0, 0]);
    head.writeUInt16BE(length + 2, 2);
    pieces.push(head, dice.bytes(length));
  }
  return Buffer.concat([...pieces, small.subarray(2)]);
}

function plain({ taken, model }: Shot): Promise<Buffer> {
  const key = `${taken} ${model}`;
  const known = headers.get(key);
  if (known) return known;
  const made = sharp({ create: { width: 24, height: 16, channels: 3, background: '#468' } })
    .withExif({ IFD0: { Make: 'Rollcall', Model: model }, IFD2: { DateTimeOriginal: taken } })
    .jpeg()
    .toBuffer();
  if (headers.size > 500) headers.clear();
  headers.set(key, made);
  return made;
}

export function shotOf(dice: Dice, model: string): Shot {
  const two = (least: number, most: number): string => String(dice.number(least, most)).padStart(2, '0');
  return { taken: `20${two(10, 25)}:${two(1, 12)}:${two(1, 28)} ${two(0, 23)}:${two(0, 59)}:${two(0, 59)}`, model };
}
