import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStructurallyComplete, recognise, type Format, type MediaSource } from '../index.ts';
import { bytesSource, manifest, mediaFolder, sourceOf } from './fixtures.ts';
import { box, joined, number } from './samples.ts';

const folder = mediaFolder();
const skip = folder === null && 'no test media';
const from = (path: string): MediaSource => sourceOf(folder!, path);

async function cut(source: MediaSource, length: number): Promise<MediaSource> {
  return bytesSource(source.name, await source.read(0, length));
}

async function formatOf(source: MediaSource): Promise<Format | null> {
  const found = recognise(source.name, await source.read(0, Math.min(source.size, 65_536)));
  return found.kind === 'not-media' ? null : found.format;
}

test('MD-6: finished files look finished, with a video, a gain map or padding behind the picture too', { skip }, async () => {
  for (const row of manifest(folder!)) {
    if (row['path']!.includes('!') || row['path']!.startsWith('broken/')) continue;
    const source = from(row['path']!);
    const format = await formatOf(source);
    // Some files of the set were cut when it was made.
    if (format === null || /canon-r6|sample\.cr2|PXL_20240101_120000000/.test(source.name)) continue;
    assert.equal(await isStructurallyComplete(format, source), true, row['path']);
  }
  const picture = from('orientation/Landscape_1.jpg');
  const padded = new Uint8Array(picture.size + 3_000_000);
  padded.set(await picture.read(0, picture.size));
  assert.equal(await isStructurallyComplete('jpeg', bytesSource('a.jpg', padded)), true);
});

test('MD-7: files cut short look unfinished', { skip }, async () => {
  const cuts: [string, Format][] = [
    ['orientation/Landscape_6.jpg', 'jpeg'],
    ['burst/IMG_0658.JPG', 'jpeg'],
    ['formats/example.png', 'png'],
    ['formats/animated.gif', 'gif'],
    ['formats/animated.webp', 'webp'],
    ['live/IMG_4580.HEIC', 'heic'],
    ['formats/sample.avif', 'avif'],
    ['live/IMG_4580.MOV', 'mov'],
    ['video/utc_only.mp4', 'mp4'],
  ];
  for (const [path, format] of cuts) {
    const source = from(path);
    for (const part of [0.02, 0.3, 0.7, 0.98])
      assert.equal(await isStructurallyComplete(format, await cut(source, Math.floor(source.size * part))), false, `${path} at ${part}`);
  }
  for (const path of ['broken/nul-filled.jpg', 'broken/truncated_jpeg.jpg', 'broken/zero-byte.jpg'])
    assert.equal(await isStructurallyComplete('jpeg', from(path)), false, path);
  assert.equal(await isStructurallyComplete('mov', from('broken/no-moov.mov')), false);
});

test('MD-7: a JPEG XL in boxes, and bitmaps with masks or a short header, look unfinished where they are cut', async () => {
  const jxl = joined(box('JXL ', '\r\n\x87\n'), box('ftyp', 'jxl \0\0\0\0jxl '), box('jxlc', new Uint8Array(300)));
  const [wide, high] = [number(20, 4, true), number(10, 4, true)];
  const masks = joined(
    'BM',
    new Uint8Array(8),
    number(70, 4, true),
    number(40, 4, true),
    wide,
    high,
    [1, 0, 16, 0, 3, 0, 0, 0],
    new Uint8Array(436),
  );
  const old = joined('BM', new Uint8Array(8), number(26, 4, true), number(12, 4, true), [20, 0, 10, 0, 1, 0, 24, 0], new Uint8Array(600));
  for (const [format, bytes] of [
    ['jxl', jxl],
    ['bmp', masks],
    ['bmp', old],
  ] as const) {
    assert.equal(await isStructurallyComplete(format, bytesSource('a', bytes)), true, `${format}, whole`);
    assert.equal(await isStructurallyComplete(format, bytesSource('a', bytes.subarray(0, bytes.length - 20))), false, format);
  }
  // Without boxes it does not say where it ends.
  assert.equal(await isStructurallyComplete('jxl', bytesSource('a.jxl', Uint8Array.from([0xff, 0x0a, 1, 2]))), true);
});

test('MD-74: what stands behind the end of a picture or film does not make it look unfinished', { skip }, async () => {
  const junk = new Uint8Array(Buffer.from('junk at the end, '.repeat(200)));
  const followed: [string, Format][] = [
    ['formats/animated.gif', 'gif'],
    ['live/IMG_4580.HEIC', 'heic'],
    ['formats/sample.avif', 'avif'],
    ['live/IMG_4580.MOV', 'mov'],
    ['video/utc_only.mp4', 'mp4'],
  ];
  for (const [path, format] of followed) {
    const source = from(path);
    const bytes = await source.read(0, source.size);
    for (const behind of [junk, new Uint8Array(5000), new Uint8Array(5000).fill(0xfe)]) {
      const both = new Uint8Array(Buffer.concat([bytes, behind]));
      assert.equal(await isStructurallyComplete(format, bytesSource(source.name, both)), true, `${path}, ${behind[0]}`);
    }
    if (format === 'gif') continue;
    // A box of a kind that files have, or of any kind and a likely size, is only not whole yet.
    for (const type of ['mdat', 'free', 'zzzz']) {
      const begun = new Uint8Array(Buffer.concat([bytes, Uint8Array.from([0, 0x10, 0, 0]), Buffer.from(type), new Uint8Array(100)]));
      assert.equal(await isStructurallyComplete(format, bytesSource(source.name, begun)), false, `${path}, ${type}`);
    }
  }
  // A GIF whose last bytes are like its end, of which pictures are missing.
  const gif = await from('formats/animated.gif').read(0, 100_000);
  assert.equal(await isStructurallyComplete('gif', bytesSource('a.gif', gif.subarray(0, 2000))), false);
});

test('MD-7: the end of a thumbnail inside the header is not the end of the photo', async () => {
  const header = [0xff, 0xd8, 0xff, 0xe1, 0x00, 0x08, 1, 2, 0xff, 0xd9, 3, 4, 0xff, 0xda, 0x00, 0x02, 9, 9, 9];
  assert.equal(await isStructurallyComplete('jpeg', bytesSource('a.jpg', Uint8Array.from(header))), false);
  assert.equal(await isStructurallyComplete('jpeg', bytesSource('a.jpg', Uint8Array.from([...header, 0xff, 0xd9]))), true);
});

test('MD-6: little is read of a large file', async () => {
  let read = 0;
  const size = 40 * 1024 ** 3;
  const long = (length: number, type: string): Uint8Array =>
    Uint8Array.from([0, 0, 0, 1, ...Buffer.from(type), 0, 0, 0, ...Buffer.from(length.toString(16).padStart(10, '0'), 'hex')]);
  const source = {
    size,
    read: async (offset: number, length: number) => ((read += length), offset === 0 ? long(size - 16, 'mdat') : long(16, 'moov')),
  };
  assert.equal(await isStructurallyComplete('mov', source), true);
  assert.ok(read < 100);
});
