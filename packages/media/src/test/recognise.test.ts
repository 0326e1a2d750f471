import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { FORMATS, recognise, type Format } from '../recognise.ts';
import { manifest, mediaFolder, sourceOf } from './fixtures.ts';

const folder = mediaFolder();
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part)));
const ftyp = (...brands: string[]): Uint8Array =>
  bytes([0, 0, 0, 12 + brands.length * 4], 'ftyp', brands[0]!, [0, 0, 0, 0], ...brands.slice(1));
const tiff = (magic: number, rest: number[] = []): Uint8Array => bytes('II', [magic & 255, magic >> 8], rest);
const is = (name: string, head: Uint8Array): string => {
  const found = recognise(name, head);
  return found.kind === 'not-media' ? `not-media: ${found.what}` : `${found.format} by ${found.by}`;
};

test('MD-1: content tells the format, whatever the name says', () => {
  const heads: [Uint8Array, Format][] = [
    [bytes([0xff, 0xd8, 0xff, 0xe1]), 'jpeg'],
    [bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'png'],
    [bytes('GIF89a'), 'gif'],
    [bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), 'webp'],
    [bytes('RIFF', [0, 0, 0, 0], 'AVI LIST'), 'avi'],
    [ftyp('heic', 'mif1', 'heic'), 'heic'],
    [ftyp('heic', 'mif1', 'MiHE', 'MiPr', 'miaf', 'tmap'), 'heic'],
    [ftyp('mif1', 'mif1', 'miaf'), 'heif'],
    [ftyp('avif', 'mif1'), 'avif'],
    [ftyp('avis', 'msf1', 'iso8'), 'avif'],
    [ftyp('qt  ', 'qt  '), 'mov'],
    [ftyp('mp42', 'isom'), 'mp4'],
    [ftyp('M4V ', 'mp42'), 'mp4'],
    [ftyp('3gp4', 'isom'), '3gp'],
    [ftyp('crx ', 'isom'), 'cr3'],
    [bytes([0, 0, 0, 8], 'wide', [0, 0, 0, 20], 'mdat'), 'mov'],
    [bytes([0, 0, 0, 8], 'wide', [0, 0, 0, 8], 'wide', [0, 0, 0, 12], 'free1234', [0, 0, 0, 20], 'mdat12345678'), 'mov'],
    [bytes([0, 0, 0, 12], 'jP  ', [13, 10, 0x87, 10]), 'jp2'],
    [bytes([0, 0, 0, 12], 'JXL ', [13, 10, 0x87, 10]), 'jxl'],
    [bytes([0xff, 0x0a, 0xfa]), 'jxl'],
    [tiff(42, [8, 0, 0, 0, 0, 0]), 'tiff'],
    [tiff(42, [16, 0, 0, 0, 0x43, 0x52, 2, 0]), 'cr2'],
    [tiff(0x4f52), 'orf'],
    [tiff(0x55), 'rw2'],
    [bytes('FUJIFILMCCD-RAW 0201'), 'raf'],
    [bytes('II', [26, 0, 0, 0], 'HEAPCCDR'), 'crw'],
    [bytes('BM', [0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0]), 'bmp'],
    [bytes('8BPS'), 'psd'],
    [bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg width="1">'), 'svg'],
    [bytes([0x1a, 0x45, 0xdf, 0xa3], '....webm'), 'webm'],
    [bytes([0x1a, 0x45, 0xdf, 0xa3], '....matroska'), 'mkv'],
    [Uint8Array.from({ length: 600 }, (_, at) => (at % 188 === 0 ? 0x47 : 1)), 'mts'],
    [Uint8Array.from({ length: 600 }, (_, at) => (at % 192 === 4 ? 0x47 : 1)), 'mts'],
    [bytes([0, 0, 1, 0xba]), 'mpeg'],
  ];
  for (const [head, format] of heads)
    for (const name of ['a', 'a.txt', 'a.jpg', 'a.mp4']) assert.equal(is(name, head), `${format} by content`);
});

test('MD-2: a damaged, empty or hostile file with a photo’s name is a photo still', () => {
  assert.equal(is('IMG_1.JPG', new Uint8Array()), 'jpeg by name');
  assert.equal(is('IMG_1.HEIC', new Uint8Array(4096)), 'heic by name');
  assert.equal(is('a.mp4', bytes('#EXTM3U\nfile:///etc/passwd')), 'mp4 by name');
  assert.equal(is('scan.jpg', bytes('%PDF-1.7')), 'jpeg by name');
  assert.equal(is('a.heic', ftyp('zzzz')), 'heic by content');
  assert.equal(is('DSC_1.NEF', tiff(42, [8, 0, 0, 0, 0, 0])), 'nef by content');
});

test('MD-3: what is not media is told by what it is', () => {
  const others: [string, Uint8Array, RegExp][] = [
    ['IMG_1.AAE', bytes('<?xml version="1.0"?><plist/>'), /edit made in Apple Photos/],
    ['a.xmp', bytes('<x:xmpmeta/>'), /sidecar/],
    ['a.json', bytes('{}'), /data file/],
    ['a.zip', bytes('PK', [3, 4]), /archive/],
    ['a.pdf', bytes('%PDF-1.7'), /PDF/],
    ['a', bytes('%PDF-1.7'), /PDF/],
    ['notes.txt', bytes('BM is not a bitmap'), /text/],
    ['song.m4a', ftyp('M4A ', 'mp42'), /sound/],
    ['song.wav', bytes('RIFF', [0, 0, 0, 0], 'WAVE'), /sound/],
    ['program.ts', bytes('export {};'), /program/],
    ['page.html', bytes('<!DOCTYPE html><html><svg></svg></html>'), /web page/],
    ['._IMG_1.JPG', bytes([0, 5, 0x16, 7]), /macOS/],
    ['a.qqq', bytes('x'), /QQQ file/],
    ['.jpg', bytes('x'), /unknown/],
    ['nothing', new Uint8Array(), /empty/],
  ];
  for (const [name, head, what] of others) assert.match(is(name, head), new RegExp(`^not-media: .*${what.source}`), name);
});

test('MD-4: any bytes under any name get an answer, the same each time', () => {
  const magics = fc.constantFrom('', 'ftyp', 'RIFF', 'II*\0', 'MM\0*', '<svg', 'BM', '\xff\xd8\xff', '\x1a\x45\xdf\xa3', '<!DOCTYPE [');
  fc.assert(
    fc.property(fc.string(), magics, fc.uint8Array({ maxLength: 700 }), fc.nat(8), (name, magic, noise, at) => {
      const head = Uint8Array.from([...new Uint8Array(at), ...bytes(magic), ...noise]);
      const found = recognise(name, head);
      assert.deepEqual(recognise(name, head), found);
      if (found.kind !== 'not-media') assert.equal(found.mime, FORMATS[found.format].mime);
      else assert.ok(found.what.length > 0 && found.what.length < 100);
    }),
  );
});

test(
  'MD-4: every file of the test media is a photo, a video or none, as its manifest says',
  { skip: folder === null && 'no test media' },
  async () => {
    const other = /^(application|text|inode)\//;
    const kept = /^broken\/(hls-named\.mp4|mvg-named\.jpg|zero-byte\.jpg)$/;
    for (const row of manifest(folder!)) {
      const source = sourceOf(folder!, row['path']!);
      const found = recognise(source.name, await source.read(0, Math.min(source.size, 65_536)));
      const expected =
        other.test(row['mime']!) && !kept.test(row['path']!)
          ? 'not-media'
          : row['mime']!.startsWith('video/') && !/\.(avif|heic)$/.test(row['path']!)
            ? 'video'
            : kept.test(row['path']!) && row['path']!.endsWith('mp4')
              ? 'video'
              : 'photo';
      assert.equal(found.kind, expected, row['path']);
    }
  },
);

test('MD-4: recognise needs neither Node nor a page', () => {
  const files = ['recognise.ts', 'not-media.ts', 'svg.ts', 'formats.ts', 'bytes.ts'];
  for (const file of files) {
    const source = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
    for (const [, from] of source.matchAll(/from '([^']+)'/g))
      // The protocol itself compiles without either.
      assert.ok(from === '@rollcall/protocol' || files.includes(from!.replace('./', '')), `${file} imports ${from}`);
    assert.doesNotMatch(source, /\b(process|Buffer|document|window|require)\b\./);
  }
});
