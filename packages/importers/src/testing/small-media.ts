import { createHash } from 'node:crypto';

/** The least that is a photo, or a film: of each seed other bytes. Dates as EXIF has them, without a zone. */
export function smallPhoto(seed: string, taken?: string): Buffer {
  const segment = (marker: number, content: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(taken === undefined ? [] : [segment(0xe1, exif(taken))]),
    segment(0xfe, createHash('sha256').update(seed).digest()),
    segment(0xdb, Buffer.concat([Buffer.of(0), Buffer.alloc(64, 1)])),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0, 1, ...Array<number>(15).fill(0), 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0, 0xff, 0xd9]),
  ]);
}

/** `Exif`, with one date, little-endian. */
function exif(taken: string): Buffer {
  const text = Buffer.from(`${taken}\0`, 'latin1');
  const tiff = Buffer.alloc(8 + 18 + 18 + text.length);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16LE(1, at);
    tiff.writeUInt16LE(tag, at + 2);
    tiff.writeUInt16LE(type, at + 4);
    tiff.writeUInt32LE(count, at + 6);
    tiff.writeUInt32LE(value, at + 10);
  };
  entry(8, 0x8769, 4, 1, 26);
  entry(26, 0x9003, 2, text.length, 44);
  text.copy(tiff, 44);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** @param taken in UTC, ISO 8601; absent: it tells no date */
export function smallFilm(seed: string, taken?: string, seconds = 3): Buffer {
  const box = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, content]);
  };
  const movie = Buffer.alloc(100);
  movie.writeUInt32BE(taken === undefined ? 0 : Date.parse(taken) / 1000 + 2_082_844_800, 4);
  movie.writeUInt32BE(1000, 12);
  movie.writeUInt32BE(seconds * 1000, 16);
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1')),
    box('moov', box('mvhd', movie)),
    box('mdat', createHash('sha256').update(seed).digest()),
  ]);
}
