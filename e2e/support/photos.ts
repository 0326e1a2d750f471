import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** A small photograph with its date and camera; every call another picture. */
export async function photo(
  options: { readonly taken?: string; readonly model?: string; readonly colour?: string; readonly size?: number } = {},
): Promise<Buffer> {
  const { taken = '2024:05:06 10:00:00', model = 'Testcam 1', size = 320 } = options;
  const colour = options.colour ?? `#${randomBytes(3).toString('hex')}`;
  const noise = await sharp(randomBytes(size * size * 3), { raw: { width: size, height: size, channels: 3 } }).toBuffer({
    resolveWithObject: true,
  });
  return sharp(noise.data, { raw: { width: size, height: size, channels: 3 } })
    .tint(colour)
    .withExif({ IFD0: { Make: 'Rollcall', Model: model }, IFD2: { DateTimeOriginal: taken } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** Bytes that a device takes for a large video: a whole MP4 by its boxes, with noise as its content. */
export function largeVideo(bytes: number): Buffer {
  const box = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, content]);
  };
  const start = Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1')), box('moov', box('mvhd', Buffer.alloc(100)))]);
  const content = Buffer.alloc(Math.max(0, bytes - start.length - 8));
  const seed = randomBytes(1024 * 1024);
  for (let at = 0; at < content.length; at += seed.length) {
    seed.writeUInt32BE(at >>> 0, 0);
    seed.copy(content, at);
  }
  return Buffer.concat([start, box('mdat', content)]);
}

/** A photograph of some megabytes, larger than screens show: every call another picture. */
export async function largePhoto(
  options: { readonly taken?: string; readonly width?: number; readonly height?: number } = {},
): Promise<Buffer> {
  const { taken = '2024:05:06 10:00:00', width = 3200, height = Math.round(width * 0.75) } = options;
  const side = 256;
  return sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .resize(width, height, { kernel: 'linear' })
    .withExif({ IFD0: { Make: 'Rollcall', Model: 'Testcam 1' }, IFD2: { DateTimeOriginal: taken } })
    .jpeg({ quality: 97, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
