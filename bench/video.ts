import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

const PIECE = 1 << 20;

/** Writes a whole MP4 by its boxes (ISO/IEC 14496-12, 4.2) with noise as its content, of exactly so many bytes. */
export function writeVideo(path: string, bytes: number): void {
  const start = Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1')), box('moov', box('mvhd', Buffer.alloc(100)))]);
  const rest = bytes - start.length;
  if (rest < 8 || rest > 0xffff_ffff) throw new RangeError(`a video cannot have ${bytes} bytes`);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(rest, 0);
  head.write('mdat', 4, 'latin1');
  const file = openSync(path, 'wx');
  try {
    writeSync(file, Buffer.concat([start, head]));
    const noise = Buffer.alloc(PIECE);
    for (let left = rest - 8; left > 0; left -= PIECE) writeSync(file, randomFillSync(noise), 0, Math.min(left, PIECE));
  } finally {
    closeSync(file);
  }
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}
