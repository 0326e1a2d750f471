import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AssetFields } from '@rollcall/protocol';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { drawPhoto } from '../drawing.ts';
import { describe } from '../index.ts';
import { readXmp } from '../tags.ts';
import { bytesSource, mediaFolder, sourceOf } from './fixtures.ts';

const folder = mediaFolder();
const skip = folder === null && 'no test media';

test('MD-12: camera, lens, exposure, place, title, keywords and rating of a real photo and of a sidecar’s fixture', { skip }, async () => {
  const { fields } = (await describe(sourceOf(folder!, 'live/IMG_4580.HEIC')))!;
  assert.deepEqual(fields.camera, { make: 'Apple', model: 'iPhone 15 Pro', lens: 'iPhone 15 Pro back triple camera 2.22mm f/2.2' });
  assert.equal(fields.exposure?.iso, 160);
  assert.deepEqual([fields.exposure.time, fields.exposure.fNumber], [1 / 99, 2.2]);
  assert.ok(Math.abs(fields.place!.altitude! - 224.66) < 0.01);
  assert.deepEqual([fields.width, fields.height], [3024, 4032]);
  const film = (await describe(sourceOf(folder!, 'video/jellyfish.mov')))!.fields;
  assert.deepEqual([film.title, film.caption], ['Jellyfish', 'Jellyfish Video']);
});

test('MD-12: title, caption, keywords and rating written inside a photo', async () => {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmp:Rating="4" exif:GPSLatitude="47,30.5N" exif:GPSLongitude="19,2.4E">
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Dunántúl 🏞</rdf:li></rdf:Alt></dc:title>
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Two boats</rdf:li></rdf:Alt></dc:description>
    <dc:subject><rdf:Bag><rdf:li>river</rdf:li><rdf:li>boat</rdf:li><rdf:li>river</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const photo = await sharp(await drawPhoto(64, 48, [1, 2, 3]))
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
  const { fields } = (await describe(bytesSource('a.jpg', photo)))!;
  assert.deepEqual([fields.title, fields.caption, fields.rating, fields.keywords], ['Dunántúl 🏞', 'Two boats', 4, ['river', 'boat']]);
  assert.ok(Math.abs(fields.place!.lat - 47.508333) < 1e-5 && Math.abs(fields.place!.lon - 19.04) < 1e-5);
});

test('MD-29: XMP’s degrees, with the hemisphere behind them or in a field of its own', async () => {
  const at = async (fields: string): Promise<(number | null)[]> => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" ${fields}/></rdf:RDF></x:xmpmeta>`;
    const tags = await readXmp(new TextEncoder().encode(xmp));
    return [tags.lat, tags.lon, tags.altitude].map((value) => (value === null ? null : Math.round(value * 100) / 100));
  };
  assert.deepEqual(await at('exif:GPSLatitude="47,30.6S" exif:GPSLongitude="19,2.4W"'), [-47.51, -19.04, null]);
  assert.deepEqual(await at('exif:GPSLatitude="47.51" exif:GPSLatitudeRef="S" exif:GPSLongitude="19.04" exif:GPSLongitudeRef="W"'), [
    -47.51,
    -19.04,
    null,
  ]);
  assert.deepEqual(
    await at('exif:GPSLatitude="-47.51" exif:GPSLongitude="-19.04" exif:GPSLatitudeRef="S" exif:GPSAltitude="12/4"'),
    [-47.51, -19.04, 3],
  );
  assert.deepEqual(await at('exif:GPSLatitude="1" exif:GPSLongitude="2" exif:GPSAltitude="3.5" exif:GPSAltitudeRef="1"'), [1, 2, -3.5]);
});

test('MD-13: 0,0 and places out of range are no place', { skip }, async () => {
  for (const path of ['dates/null-island.jpg', 'dates/year2099.jpg', 'places/empty_gps.jpg'])
    assert.equal((await describe(sourceOf(folder!, path)))!.fields.place, null, path);
  assert.ok((await describe(sourceOf(folder!, 'places/antimeridian.jpg')))!.fields.place!.lon > 179);
});

test('MD-14: a file without dates is dated by its own time, and says that it is a guess', async () => {
  const { fields } = (await describe(bytesSource('a.jpg', Uint8Array.from([0xff, 0xd8, 0xff]), Date.UTC(2020, 1, 2, 3, 4, 5, 60))))!;
  assert.deepEqual([fields.capturedAt, fields.capturedSource], ['2020-02-02T03:04:05.060Z', 'file-time']);
  const unknown = (await describe(bytesSource('a.jpg', new Uint8Array(), null)))!.fields;
  assert.deepEqual([unknown.capturedAt, unknown.capturedSource], ['1970-01-01T00:00:00', 'unknown']);
});

test('MD-15: names that no other system can hold are made safe', async () => {
  assert.equal((await describe(bytesSource('a\\b\u0001c.jpg', new Uint8Array())))!.fields.fileName, 'a_b_c.jpg');
});

test('MD-16: what is not media is not described', async () => {
  assert.equal(await describe(bytesSource('a.txt', Uint8Array.from([1, 2, 3]))), null);
});

test('MD-17: damaged bytes of every format give valid fields and problems, and never throw', { skip }, async () => {
  const paths = [
    'orientation/Landscape_6.jpg',
    'hdr/small_uhdr.jpg',
    'formats/iphone12.avif',
    'live/odd/IMG_7003.HEIC',
    'video/utc_only.mp4',
    'video/clip.webm',
    'video/clip.mkv',
    'formats/example.tif',
    'raw/DSC_4001.DNG',
    'raw/canon-r6.cr3',
    'formats/animated.webp',
    'formats/animated.gif',
    'screenshot/IMG_0412.PNG',
    'formats/splines.jxl',
    'formats/plain.jp2',
    'formats/plain.bmp',
    'sidecar/DSC_5001.JPG',
  ];
  for (const path of paths) {
    const source = sourceOf(folder!, path);
    const whole = await source.read(0, Math.min(source.size, 200_000));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(Math.min(whole.length, 4000) - 1), fc.nat(255)), { maxLength: 12 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const bytes = whole.slice(0, Math.max(length, 16));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const description = await describe(bytesSource(source.name, bytes, 1e12));
          if (description !== null) AssetFields.parse(description.fields);
        },
      ),
      { numRuns: 40 },
    );
  }
});

test('MD-18: a disk that fails is no property of the photo: the error is passed on', async () => {
  const source = {
    name: 'a.jpg',
    size: 1000,
    mtimeMs: 0,
    read: async (offset: number) =>
      offset === 0 ? Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff]) : Promise.reject(new Error('the disk is broken')),
  };
  await assert.rejects(describe(source), /the disk is broken/);
});

test('MD-19: little is read of a large video', { skip }, async () => {
  const source = sourceOf(folder!, 'live/IMG_4580.MOV');
  let read = 0;
  const description = await describe({ ...source, read: (offset, length) => ((read += length), source.read(offset, length)) });
  assert.equal(description!.fields.duration !== null && description!.fields.width, 1440);
  assert.ok(read < source.size / 10, `${read} of ${source.size} bytes`);
});
