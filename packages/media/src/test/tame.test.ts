import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { describe } from '../index.ts';
import { tame } from '../tame.ts';
import { bytesSource, manifest, mediaFolder, sourceOf } from './fixtures.ts';
import { joined, number, text, tiff, type Entry } from './samples.ts';

const date: Entry = [0x9003, 2, '2024:05:01 12:00:00'];

/** A TIFF whose first directory has one entry more, which claims so many values of four bytes. */
function claiming(values: number): Uint8Array {
  const bytes = tiff(() => [[[0x0111, 4, [8]], date]]);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(8 + 2 + 4, values, true);
  return bytes;
}

test('MD-44: an entry that claims more than any camera writes is emptied, and its neighbours are read', async () => {
  for (const [values, left] of [
    [100, 100],
    [1_000_000, 0],
    [0xffff_ffff, 0],
  ] as const) {
    const bytes = claiming(values);
    tame(bytes);
    assert.equal(new DataView(bytes.buffer, bytes.byteOffset).getUint32(14, true), left);
    assert.equal((await describe(bytesSource('a.tif', claiming(values), 1e12)))!.fields.capturedAt, '2024-05-01T12:00:00');
  }
});

test('MD-44: very many entries that claim much each are emptied together, in whatever file the block lies', () => {
  const entry: Entry = [0x9999, 4, new Uint8Array(4)];
  const block = tiff(() => [Array.from({ length: 900 }, () => entry)], new Uint8Array(200_000));
  const view = new DataView(block.buffer, block.byteOffset);
  for (let at = 10; at < 10 + 900 * 12; at += 12) view.setUint32(at + 4, 40_000, true);
  for (const ahead of [new Uint8Array(), text('\xff\xd8\xff\xe1\0\0Exif\0\0')]) {
    const bytes = joined(ahead, block);
    tame(bytes);
    let left = 0;
    for (let at = ahead.length + 10; at < ahead.length + 10 + 900 * 12; at += 12) left += bytes[at + 4]! + bytes[at + 5]! > 0 ? 1 : 0;
    assert.ok(left > 0 && left < 100, `${left} are left`);
  }
});

test('MD-44: more XMP than any program writes is not read, and the photo is described all the same', async () => {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/">${'<a>'.repeat(60_000)}`;
  assert.throws(() => tame(text(xmp)), /more XMP/);
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .webp()
    .toBuffer();
  const chunk = joined('XMP ', number(xmp.length, 4, true), xmp);
  const described = (await describe(bytesSource('a.webp', joined(photo, chunk), 1e12)))!;
  assert.match(described.problems.join(), /more XMP/);
});

test('MD-44: of a WebP with a great many chunks only the first few are read', async () => {
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .webp()
    .toBuffer();
  const many = joined(photo, Buffer.alloc(800_000, 'EXIF\0\0\0\0'));
  let read = 0;
  const source = bytesSource('a.webp', many, 1e12);
  const described = await describe({ ...source, read: (offset, length) => ((read += length), source.read(offset, length)) });
  assert.deepEqual([described!.fields.width, read < 200_000], [8, true]);
});

const folder = mediaFolder();
test('MD-44: nothing is changed in a sound file', { skip: folder === null && 'no test media' }, async () => {
  for (const row of manifest(folder!)) {
    // Of a CR3 only its small directories are given to the library, never the file.
    if (row['path']!.includes('!') || row['path']!.startsWith('broken/') || row['path']!.endsWith('.cr3')) continue;
    const source = sourceOf(folder!, row['path']!);
    const bytes = await source.read(0, Math.min(source.size, 1024 * 1024));
    const before = Uint8Array.from(bytes);
    tame(bytes);
    assert.ok(Buffer.compare(before, bytes) === 0, row['path']);
  }
});
