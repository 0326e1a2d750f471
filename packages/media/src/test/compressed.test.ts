import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { makeCompressed } from '../compressed.ts';
import { drawNoise } from '../drawing.ts';
import { describe, readStandIn, recogniseFile, type Description } from '../index.ts';
import { isScreenProfile } from '../screen-profile.ts';
import { missingTools } from '../tools.ts';
import { bytesSource, mediaFolder } from './fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-compressed-'));
after(() => rmSync(folder, { recursive: true }));
const media = mediaFolder();
const noMedia = media === null && 'no test media';
const noFilms = missingTools(process.env['PATH'] ?? '').includes('ffmpeg') && 'no ffmpeg';
const ASSET = '0197bbbb-0000-7000-8000-000000000001';
const MODIFIED = 1_700_000_000_000;

interface Made {
  readonly original: Uint8Array;
  readonly hash: string;
  readonly told: Description;
  /** The compressed version; null: there is none, and why. */
  readonly bytes: Uint8Array | null;
  readonly why: string;
}

async function compressed(name: string, original: Uint8Array, into = folder): Promise<Made> {
  const source = bytesSource(name, original, MODIFIED);
  const { recognised } = await recogniseFile(source);
  assert.notEqual(recognised.kind, 'not-media');
  if (recognised.kind === 'not-media') throw new Error(recognised.what);
  const hash = createHash('sha256').update(original).digest('hex');
  const [path, file] = [join(into, 'original'), join(into, 'compressed')];
  writeFileSync(path, original);
  rmSync(file, { force: true });
  const { format, kind } = recognised;
  const made = await makeCompressed({ path, format, kind, name, mtimeMs: MODIFIED, assetId: ASSET, hash }, file);
  assert.equal(existsSync(file), made.state === 'ready');
  return {
    original,
    hash,
    told: (await describe(source))!,
    bytes: made.state === 'ready' ? readFileSync(file) : null,
    why: made.state === 'ready' ? '' : made.words,
  };
}

const ofMedia = (path: string): Promise<Made> => compressed(path.split('/').at(-1)!, readFileSync(join(media!, path)));

/** How many bits each colour has, and how many rows and columns a sample of it stands for (ITU-T T.81, B.2.2): of a baseline frame. */
function baselineFrame(jpeg: Uint8Array): string {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!)
    if (jpeg[at + 1] === 0xc0) return [jpeg[at + 4], jpeg[at + 11], jpeg[at + 14], jpeg[at + 17]].join(' ');
  return 'none';
}

async function mean(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .extract({ left, top, width: 8, height: 8 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [0, 1, 2].map((channel) => data.filter((_, at) => at % 3 === channel).reduce((sum, value) => sum + value, 0) / (data.length / 3));
}

test('CV-1: a compressed version is a baseline JPEG of 2048 px on its long side, or as large as it is, with a small profile of sRGB; the same bytes give the same file', async () => {
  for (const [width, height, wide, high] of [
    [3000, 2000, 2048, 1365],
    [1000, 3000, 683, 2048],
    [600, 400, 600, 400],
  ] as const) {
    const noise = await drawNoise(width, height);
    const { bytes } = await compressed('noise.png', noise);
    const facts = await sharp(bytes!).metadata();
    assert.deepEqual([facts.format, facts.width, facts.height, facts.orientation], ['jpeg', wide, high, 1]);
    assert.equal(baselineFrame(bytes!), '8 34 17 17', '4:2:0');
    assert.ok(facts.icc!.length < 1000 && facts.icc!.includes('RGB XYZ '));
    assert.ok(Buffer.from(bytes!).equals(Buffer.from((await compressed('noise.png', noise)).bytes!)));
  }
});

test('CV-1: it is upright, whichever way its original was turned', async () => {
  const quarters = (['#ff0000', '#00ff00', '#0000ff', '#ffffff'] as const).map((background, at) => ({
    input: { create: { width: 300, height: 200, channels: 3 as const, background } },
    left: (at % 2) * 300,
    top: at > 1 ? 200 : 0,
  }));
  const noise = sharp(await drawNoise(600, 400)).composite(quarters.map((each) => ({ ...each, blend: 'multiply' as const })));
  const upright = await noise.png().toBuffer();
  for (let orientation = 1; orientation <= 8; orientation++) {
    const turned = await sharp(upright).withMetadata({ orientation }).tiff({ compression: 'none' }).toBuffer();
    const { bytes } = await compressed('turned.tif', turned);
    const facts = await sharp(bytes!).metadata();
    const shown = await sharp(turned).autoOrient().png().toBuffer();
    const wanted = await sharp(shown).metadata();
    assert.deepEqual([facts.orientation, facts.width, facts.height], [1, wanted.width, wanted.height]);
    for (const [left, top] of [
      [40, 40],
      [facts.width - 48, 40],
      [40, facts.height - 48],
    ] as const) {
      const [seen, right] = [await mean(bytes!, left, top), await mean(shown, left, top)];
      for (const channel of [0, 1, 2])
        assert.ok(Math.abs(seen[channel]! - right[channel]!) < 30, `${orientation}: ${seen.join()} ${right.join()}`);
    }
  }
});

test('CV-14: where half, a quarter or an eighth of a JPEG is as large as a compressed version, only that is decoded; it has 2048 pixels all the same, upright, and is the same picture', async () => {
  const strange = mkdtempSync(join(folder, 'photos [2024] [shrink=8]'));
  for (const [width, height, orientation, wide, high] of [
    // The half is a little too small, just right, and larger.
    [4032, 104, 1, 2048, 53],
    [4096, 104, 1, 2048, 52],
    [104, 4100, 1, 52, 2048],
    [4608, 104, 6, 46, 2048],
    [5712, 104, 3, 2048, 37],
    // So with a quarter and an eighth.
    [9000, 104, 8, 24, 2048],
    [17_000, 104, 1, 2048, 13],
  ] as const) {
    const slope = Buffer.from(
      Array.from({ length: width * height }, (_, at) => (((at % width) / width) * 128 + Math.floor(at / width / height) * 127) | 0),
    );
    const noise = await sharp(await drawNoise(width, height))
      .composite([{ input: slope, raw: { width, height, channels: 1 }, blend: 'multiply' }])
      .withMetadata({ orientation })
      .jpeg({ quality: 100 })
      .toBuffer();
    const { bytes } = await compressed('large.jpg', noise, strange);
    const facts = await sharp(bytes!).metadata();
    assert.deepEqual([facts.orientation, facts.width, facts.height], [1, wide, high], `${width} x ${height}`);
    const shown = await sharp(noise).autoOrient().resize(wide, high, { fit: 'fill' }).png().toBuffer();
    for (const [left, top] of [
      [0, 0],
      [wide - 8, 0],
      [0, high - 8],
      [wide - 8, high - 8],
    ] as const) {
      const [seen, right] = [await mean(bytes!, left, top), await mean(shown, left, top)];
      for (const channel of [0, 1, 2])
        assert.ok(Math.abs(seen[channel]! - right[channel]!) < 6, `${width} x ${height}: ${seen.join()} ${right.join()}`);
    }
  }
});

test('CV-14: so it is with a photo that has a profile of its own, and with a grey one; of what is no JPEG all is decoded', async () => {
  const noise = sharp(await drawNoise(4608, 104));
  for (const [name, bytes, wide] of [
    ['profiled.jpg', await noise.clone().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(), 2048],
    ['grey.jpg', await noise.clone().greyscale().jpeg({ quality: 100 }).toBuffer(), 2048],
    ['large.png', await noise.clone().png().toBuffer(), 2048],
  ] as const) {
    const made = await compressed(name, bytes);
    assert.equal((await sharp(made.bytes!).metadata()).width, wide, name);
  }
});

const KINDS = [
  'dates/big_ben_no_tsoffset_but_gps_utc.jpg',
  'dates/big_ben_only_time.jpg',
  'dates/gps-datetime.jpg',
  'dates/sydney_opera_house.jpg',
  'edits/IMG_E1853.HEIC',
  'formats/animated.avif',
  'formats/animated.gif',
  'formats/animated.webp',
  'formats/cmyk.jpg',
  'formats/sample.avif',
  'formats/xiaomi.heic',
  'hdr/apple_gainmap.jpg',
  'hdr/samsung_aux.heic',
  'hdr/small_uhdr.jpg',
  'live/train.jpg',
  'motion/PXL_20200710_061629144.MP.jpg',
  'pano/IMG_0007_pano.jpeg',
  'places/thompson-springs.jpg',
  'screenshot/wrong-ext.jpeg',
];
const FILMS = ['live/IMG_3582.MOV', 'live/train.mov', 'video/IMG_0906_hlg.MOV', 'video/clip.mkv', 'video/rotate.mp4', 'formats/plain.bmp'];

/** As moments: a film's is in UTC, which EXIF writes as an offset. */
const moment = (at: string): string => at.replace(/Z$/, '+00:00');
const near = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a === b || (a != null && b != null && Math.abs(a - b) <= Math.abs(b) * 1e-8);

async function tellsTheSame(path: string): Promise<void> {
  const { bytes, told, hash } = await ofMedia(path);
  const name = path.split('/').at(-1)!;
  const again = (await describe(bytesSource(name, bytes!, MODIFIED)))!;
  assert.equal(moment(again.fields.capturedAt), moment(told.fields.capturedAt), path);
  assert.equal(again.details.dayOnly, told.details.dayOnly);
  for (const field of ['camera', 'title', 'caption', 'rating', 'keywords'] as const)
    assert.deepEqual(again.fields[field], told.fields[field], `${path}: ${field}`);
  for (const field of ['lat', 'lon', 'altitude'] as const)
    assert.ok(near(again.fields.place?.[field], told.fields.place?.[field]), `${path}: ${field}`);
  for (const field of ['time', 'fNumber', 'iso', 'focalLength'] as const)
    assert.ok(near(again.fields.exposure?.[field], told.fields.exposure?.[field]), `${path}: ${field}`);
  assert.deepEqual(again.problems, []);
  assert.deepEqual(await readStandIn(bytesSource('x', bytes!)), {
    intact: true,
    assetId: ASSET,
    of: hash,
    kind: told.kind,
    fileName: name,
    width: told.fields.width,
    height: told.fields.height,
  });
}

test('CV-2: it tells date, place, camera, exposure and words as its original does, of every kind of photo', { skip: noMedia }, async () => {
  for (const path of KINDS) await tellsTheSame(path);
});

test('CV-2: of a film, and of what only ffmpeg opens, it is a picture that tells the same', { skip: noMedia || noFilms }, async () => {
  for (const path of FILMS) await tellsTheSame(path);
});

test('CV-2: what no camera writes is told as well: sub-seconds, letters of every kind, heights below the sea, a day without a time', async () => {
  const jpeg = await sharp(await drawNoise(200, 150))
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .withExif({
      IFD0: { Make: 'Größe & <Söhne>', Model: 'カメラ "1"' },
      IFD2: { DateTimeOriginal: '0999:01:02 03:04:05', SubSecTimeOriginal: '120', OffsetTimeOriginal: '-09:30', ExposureTime: '1/8000' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmp:Rating="4" exif:GPSLatitude="89,59.99999S" exif:GPSLongitude="0,0.00001W" exif:GPSAltitude="4301/10" exif:GPSAltitudeRef="1"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Bread &amp; &lt;butter&gt; 🥖</rdf:li></rdf:Alt></dc:title><dc:subject><rdf:Bag><rdf:li>a, b</rdf:li><rdf:li>ü</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>',
    )
    .toBuffer();
  const { bytes, told } = await compressed('it\'s "a" <photo> & 日本.jpg', jpeg);
  assert.equal(told.fields.capturedAt, '0999-01-02T03:04:05.120-09:30');
  assert.deepEqual([told.fields.title, told.fields.rating, told.fields.keywords], ['Bread & <butter> 🥖', 4, ['a, b', 'ü']]);
  assert.ok(told.fields.place!.lat < -89.99 && told.fields.place!.altitude === -430.1);
  const again = (await describe(bytesSource('x.jpg', bytes!)))!.fields;
  for (const field of ['capturedAt', 'camera', 'title', 'rating', 'keywords'] as const) assert.deepEqual(again[field], told.fields[field]);
  assert.ok(near(again.place!.lat, told.fields.place!.lat) && near(again.place!.altitude, -430.1));
  assert.ok(Math.abs(again.place!.lon - told.fields.place!.lon) < 1e-9);
  assert.equal((await readStandIn(bytesSource('x', bytes!)))!.fileName, 'it\'s "a" <photo> & 日本.jpg');

  const day =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:DateCreated="1931-05-06"/></rdf:RDF></x:xmpmeta>';
  const scan = sharp(await drawNoise(200, 150)).jpeg({ quality: 100, chromaSubsampling: '4:4:4' });
  const scanned = await compressed('scan.jpg', await scan.withXmp(day).toBuffer());
  const tells = (await describe(bytesSource('scan.jpg', scanned.bytes!)))!;
  assert.deepEqual([scanned.told.details.dayOnly, tells.details.dayOnly, tells.fields.capturedAt], [true, true, '1931-05-06T00:00:00']);
});

test('CV-2: other programs read the same: exiftool, and the date that its viewer sorts by', { skip: noMedia }, async (context) => {
  const { bytes, original } = await ofMedia('live/train.jpg');
  const [a, b] = [join(folder, 'a.jpg'), join(folder, 'b.jpg')];
  writeFileSync(a, original);
  writeFileSync(b, bytes!);
  const tags = [
    '-DateTimeOriginal',
    '-OffsetTimeOriginal',
    '-SubSecTimeOriginal',
    '-Make',
    '-Model',
    '-LensModel',
    '-GPSPosition',
    '-FNumber',
    '-ISO',
    '-ExposureTime',
  ];
  let told: Record<string, unknown>[];
  try {
    told = JSON.parse(execFileSync('exiftool', ['-j', '-n', '-validate', '-warning', '-a', ...tags, a, b], { encoding: 'utf8' }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return context.skip('no exiftool');
    throw error;
  }
  const [first, second] = told;
  for (const tag of tags.map((each) => each.slice(1))) assert.equal(second![tag], first![tag], tag);
  assert.match(String(first!['DateTimeOriginal']), /^2021:04:10/);
  assert.equal(second!['Warning'], undefined);
});

test(
  'CV-3: where its original has wider colours or more light than a screen, it looks as the picture that the library shows of it',
  { skip: noMedia },
  async () => {
    const { makeRenditions } = await import('../renditions.ts');
    for (const [path, format] of [
      ['hdr/apple_gainmap.jpg', 'jpeg'],
      ['hdr/samsung_aux.heic', 'heic'],
      ['hdr/seine_hdr_srgb.avif', 'avif'],
      ['formats/xiaomi.heic', 'heic'],
    ] as const) {
      const { bytes } = await ofMedia(path);
      const shown = await makeRenditions(join(media!, path), format);
      assert.equal(shown.state, 'ready');
      if (shown.state !== 'ready') return;
      const small = (picture: Uint8Array): Promise<Buffer> => sharp(picture).resize(16, 16, { fit: 'fill' }).raw().toBuffer();
      const [a, b] = [await small(bytes!), await small(shown.preview)];
      const difference = a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length;
      assert.ok(difference <= 1.5, `${path}: ${difference}`);
    }
  },
);

async function inProfile(icc: 'p3' | 'srgb', format: 'png' | 'jpeg'): Promise<Buffer> {
  const noise = sharp(await drawNoise(400, 300)).composite([
    { input: { create: { width: 200, height: 300, channels: 3, background: { r: 200, g: 60, b: 40 } } }, left: 0, top: 0 },
  ]);
  const flat = sharp(await noise.png().toBuffer()).withIccProfile(icc);
  return format === 'png' ? flat.png().toBuffer() : flat.jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
}

test('CV-3: a photo with a profile comes out in the colours of a usual screen, and with one profile', async () => {
  for (const icc of ['p3', 'srgb'] as const)
    for (const format of ['png', 'jpeg'] as const) {
      const original = await inProfile(icc, format);
      assert.ok((await sharp(original).metadata()).icc!.length > 0);
      const { bytes } = await compressed(`profiled.${format}`, original);
      const [wanted, seen] = [await mean(original, 20, 20), await mean(bytes!, 20, 20)];
      for (const channel of [0, 1, 2])
        assert.ok(Math.abs(seen[channel]! - wanted[channel]!) <= 4, `${icc} ${format}: ${seen.join()} ${wanted.join()}`);
      assert.equal(Buffer.from(bytes!).toString('latin1').split('ICC_PROFILE').length, 2);
      assert.equal(isScreenProfile((await sharp(bytes!).metadata()).icc!), true);
    }
});

test('CV-3: a profile is known for that of a usual screen by its lights and curves, and nothing else is taken for it', async () => {
  const profileOf = async (icc: 'p3' | 'srgb'): Promise<Uint8Array> => (await sharp(await inProfile(icc, 'png')).metadata()).icc!;
  const srgb = await profileOf('srgb');
  assert.equal(isScreenProfile(srgb), true);
  assert.equal(isScreenProfile(await profileOf('p3')), false);
  for (let length = 0; length < srgb.length - 40; length++) assert.equal(isScreenProfile(srgb.subarray(0, length)), false);
  const text = Buffer.from(srgb).toString('latin1');
  for (const tag of ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'RGB '])
    assert.equal(isScreenProfile(Buffer.from(text.replace(tag, 'none'), 'latin1')), false, tag);
  const curve = Buffer.from(text.replace('para', 'curv'), 'latin1');
  assert.equal(isScreenProfile(curve), false, 'another curve');
  assert.equal(isScreenProfile(new Uint8Array(5000).fill(0xff)), false);
});

test(
  'CV-4: none is made where it would save less than a quarter, where there is nothing to see, or only a stamp; why is said',
  { skip: noMedia },
  async () => {
    for (const [path, why] of [
      ['places/empty_gps.jpg', /hardly smaller/],
      ['screenshot/IMG_0412.PNG', /hardly smaller/],
      ['raw/RAW_NIKON_D1.NEF', /too small to stand for it/],
      ['raw/sample.cr2', /too small to stand for it/],
      ['broken/badimage.jpeg', /damaged/],
      ['broken/png-bomb.png', /more pixels than is safe/],
      ['broken/svg-script.svg', /this kind of file yet/],
    ] as const) {
      const made = await ofMedia(path);
      assert.equal(made.bytes, null, path);
      assert.match(made.why, why);
    }
    const { bytes } = await ofMedia('live/train.jpg');
    assert.match((await compressed('train.jpg', bytes!)).why, /hardly smaller/, 'none of a compressed version');
  },
);
