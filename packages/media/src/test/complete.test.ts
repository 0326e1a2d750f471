import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStructurallyComplete, recognise, type Format, type MediaSource } from '../index.ts';
import { bytesSource, manifest, mediaFolder, sourceOf } from './fixtures.ts';

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

test('MD-7: the end of a thumbnail inside the header is not the end of the photo', async () => {
  const header = [0xff, 0xd8, 0xff, 0xe1, 0x00, 0x08, 1, 2, 0xff, 0xd9, 3, 4, 0xff, 0xda, 0x00, 0x02, 9, 9, 9];
  assert.equal(await isStructurallyComplete('jpeg', bytesSource('a.jpg', Uint8Array.from(header))), false);
  assert.equal(await isStructurallyComplete('jpeg', bytesSource('a.jpg', Uint8Array.from([...header, 0xff, 0xd9]))), true);
});

test('MD-6: little is read of a large file', async () => {
  let read = 0;
  const size = 40 * 1024 ** 3;
  const box = (length: number, type: string): Uint8Array =>
    Uint8Array.from([0, 0, 0, 1, ...Buffer.from(type), 0, 0, 0, ...Buffer.from(length.toString(16).padStart(10, '0'), 'hex')]);
  const source = {
    size,
    read: async (offset: number, length: number) => ((read += length), offset === 0 ? box(size - 16, 'mdat') : box(16, 'moov')),
  };
  assert.equal(await isStructurallyComplete('mov', source), true);
  assert.ok(read < 100);
});
