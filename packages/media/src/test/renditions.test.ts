import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { thumbHashToApproximateAspectRatio } from 'thumbhash';
import { drawPhoto } from '../drawing.ts';
import { profiledTiff } from '../profiled-tiff.ts';
import { makeRenditions, RENDITION_LIMITS } from '../renditions.ts';
import { mediaFolder } from './fixtures.ts';
import { box, joined, number } from './samples.ts';

const folder = mediaFolder();
const skip = folder === null && 'no test media';
const own = mkdtempSync(join(tmpdir(), 'rollcall-pictures-'));
after(() => rmSync(own, { recursive: true }));

async function made(
  path: string,
  format: Parameters<typeof makeRenditions>[1],
): Promise<{ thumbnail: Uint8Array; preview: Uint8Array; placeholder: string }> {
  const renditions = await makeRenditions(path, format);
  if (renditions.state !== 'ready') assert.fail(`${path}: ${renditions.detail}`);
  return renditions;
}

/** Mean difference of two pictures, 0 to 255 a channel, both seen at 64 x 64. */
async function difference(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, two] = await Promise.all([a, b].map((each) => sharp(each).removeAlpha().resize(64, 64, { fit: 'fill' }).raw().toBuffer()));
  return one!.reduce((sum, value, at) => sum + Math.abs(value - two![at]!), 0) / one!.length;
}

test('MD-20: all eight orientations come out upright', { skip }, async () => {
  const upright = await made(join(folder!, 'orientation/Landscape_1.jpg'), 'jpeg');
  for (let n = 2; n <= 8; n++) {
    const turned = await made(join(folder!, `orientation/Landscape_${n}.jpg`), 'jpeg');
    // The number written in the middle differs.
    assert.ok((await difference(upright.preview, turned.preview)) < 6, `orientation ${n}`);
  }
});

test('MD-21: a HEIC photo is upright, in the colours of its profile, also where it comes with a tone map', { skip }, async () => {
  const still = await made(join(folder!, 'live/IMG_4580.HEIC'), 'heic');
  const { width, height } = await sharp(still.preview).metadata();
  assert.deepEqual([width, height], [1080, 1440]);
  const edited = await made(join(folder!, 'edits/IMG_E1853.HEIC'), 'heic');
  const original = await made(join(folder!, 'edits/IMG_1853.HEIC'), 'heic');
  // The edit is the same picture in black and white, with its rotation baked in.
  const grey = await sharp(original.preview).greyscale().toColourspace('srgb').png().toBuffer();
  assert.ok((await difference(grey, edited.preview)) < 25);
  const mapped = await made(join(folder!, 'portrait/IMG_5747.HEIC'), 'heic');
  const facts = await sharp(mapped.preview).metadata();
  assert.deepEqual([facts.width, facts.height], [1080, 1440]);
  // A warm place that the file has in Display P3 as 174, 121, 44: shown without its profile it would be paler.
  const seen = await sharp(mapped.preview).resize(64, 64, { fit: 'fill' }).raw().toBuffer();
  const place = seen.subarray((48 * 64 + 3) * 3).subarray(0, 3);
  for (const [channel, value] of [183, 118, 13].entries()) assert.ok(Math.abs(place[channel]! - value) <= 8, place.join());
});

test('MD-21: Display P3 becomes sRGB', async () => {
  const { icc } = await sharp(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .withIccProfile('p3')
      .png()
      .toBuffer(),
  ).metadata();
  // sRGB's green as Display P3 writes it.
  const green = Uint8Array.from({ length: 8 * 8 * 3 }, (_, at) => [117, 251, 76][at % 3]!);
  const shown = await sharp(profiledTiff(green, 8, 8, icc!))
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  assert.ok(Math.abs(shown[0]! - 0) < 12 && shown[1]! > 250 && Math.abs(shown[2]! - 0) < 12, shown.subarray(0, 3).join());
});

test('MD-22: sizes, kinds, and a placeholder of the same shape; small photos are not blown up', async () => {
  const path = join(own, 'wide.jpg');
  writeFileSync(path, await drawPhoto(3000, 1000, [10, 200, 30]));
  const { thumbnail, preview, placeholder } = await made(path, 'jpeg');
  const [small, large] = [await sharp(thumbnail).metadata(), await sharp(preview).metadata()];
  assert.deepEqual([small.format, small.width, small.height], ['webp', 512, 171]);
  assert.deepEqual([large.format, large.width, large.height], ['jpeg', 1440, 480]);
  assert.ok(thumbHashToApproximateAspectRatio(Buffer.from(placeholder, 'base64')) > 2);
  writeFileSync(path, await drawPhoto(30, 10, [10, 200, 30]));
  assert.equal((await sharp((await made(path, 'jpeg')).preview).metadata()).width, 30);
});

test('MD-23: CMYK, grey, 16-bit and see-through pictures become plain 8-bit sRGB', { skip }, async () => {
  for (const [path, format] of [
    ['formats/cmyk.jpg', 'jpeg'],
    ['formats/gray-progressive.jpg', 'jpeg'],
    ['formats/gray16.png', 'png'],
    ['formats/sample.avif', 'avif'],
  ] as const) {
    const { preview } = await made(join(folder!, path), format);
    const facts = await sharp(preview).metadata();
    assert.deepEqual([facts.space, facts.depth, facts.channels, facts.hasProfile], ['srgb', 'uchar', 3, false], path);
  }
  // 16 bits are scaled, not cut: the mean stays what it was.
  const path = join(folder!, 'formats/gray16.png');
  const mean = (await sharp(path).stats()).channels[0]!.mean / 257;
  assert.ok(Math.abs((await sharp((await made(path, 'png')).preview).stats()).channels[0]!.mean - mean) < 2);
});

test('MD-24: too many pixels are refused before they are opened, in words', { skip }, async () => {
  for (const [path, format] of [
    ['broken/jpeg-65500.jpg', 'jpeg'],
    ['broken/png-bomb.png', 'png'],
    ['broken/heic-60000.heic', 'heic'],
  ] as const) {
    const refused = await makeRenditions(join(folder!, path), format);
    assert.ok(refused.state === 'unavailable' && /No picture/.test(refused.words), path);
  }
  const path = join(own, 'small-limit.jpg');
  writeFileSync(path, await drawPhoto(100, 100, [1, 2, 3]));
  const refused = await makeRenditions(path, 'jpeg', { ...RENDITION_LIMITS, pixels: 9999 });
  assert.match(refused.state === 'unavailable' ? refused.words : '', /more pixels than is safe/);
});

test('MD-25: drawings that could name other files are never drawn, whatever their name', { skip }, async () => {
  for (const [path, format] of [
    ['broken/svg-named.jpg', 'jpeg'],
    ['broken/svg-script.svg', 'svg'],
    ['broken/mvg-named.jpg', 'jpeg'],
    ['broken/hls-named.mp4', 'mp4'],
  ] as const) {
    assert.equal((await makeRenditions(join(folder!, path), format)).state, 'unavailable', path);
  }
});

test('MD-26: a file that is gone gives words, not an exception', async () => {
  assert.equal((await makeRenditions(join(own, 'nothing.jpg'), 'jpeg')).state, 'unavailable');
});

/** sRGB of Display P3, by light (SMPTE EG 432-1, IEC 61966-2-1). */
function srgbOfP3(colour: readonly number[]): number[] {
  const light = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  const rows = [
    [1.2249, -0.2247, 0],
    [-0.042, 1.0419, 0],
    [-0.0197, -0.0786, 1.0979],
  ];
  return rows.map((row) => {
    const value = Math.min(
      Math.max(
        row.reduce((sum, part, at) => sum + part * light[at]!, 0),
        0,
      ),
      1,
    );
    return 255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
  });
}

async function shownColour(path: string, format: Parameters<typeof makeRenditions>[1]): Promise<number[]> {
  return (await sharp((await made(path, format)).preview).stats()).channels.map(({ mean }) => mean);
}

const COLOURS = [
  [200, 100, 50],
  [50, 180, 90],
  [60, 70, 200],
  [128, 128, 128],
];

test('MD-63: colours of Display P3 become those of a usual screen, by a profile in every format', async () => {
  const white = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } });
  const { icc } = await sharp(await white.withIccProfile('p3').png().toBuffer()).metadata();
  for (const colour of COLOURS) {
    const raw = Uint8Array.from({ length: 32 * 32 * 3 }, (_, at) => colour[at % 3]!);
    const picture = (): Sharp => sharp(profiledTiff(raw, 32, 32, icc!)).keepIccProfile();
    for (const [format, bytes] of [
      ['jpeg', await picture().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()],
      ['png', await picture().png().toBuffer()],
      ['webp', await picture().webp({ lossless: true }).toBuffer()],
      ['tiff', await picture().tiff().toBuffer()],
      ['avif', await picture().avif({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()],
    ] as const) {
      const path = join(own, `p3.${format}`);
      writeFileSync(path, bytes);
      const got = await shownColour(path, format);
      srgbOfP3(colour).forEach((value, at) =>
        assert.ok(Math.abs(value - got[at]!) < 5, `${format}: ${colour.join()} became ${got.map(Math.round).join()}`),
      );
    }
  }
});

/** An AVIF of one colour that says by numbers how it is written. */
async function numbered(colour: readonly number[], primaries: number, transfer: number): Promise<string> {
  const raw = Uint8Array.from({ length: 32 * 32 * 3 }, (_, at) => colour[at % 3]!);
  const plain = await sharp(raw, { raw: { width: 32, height: 32, channels: 3 } })
    .avif({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  // In the place of the property that says how many bits a channel has, which everything else says too.
  const at = plain.indexOf('pixi') - 4;
  const said = box('colr', 'nclx', number(primaries, 2), number(transfer, 2), number(6, 2), Uint8Array.from([0x80]));
  const bytes = Buffer.from(joined(plain.subarray(0, at), said, plain.subarray(at + 16)));
  const longer = (where: number): number => bytes.writeUInt32BE(bytes.readUInt32BE(where) + said.length - 16, where);
  for (const outer of ['meta', 'iprp', 'ipco']) longer(bytes.indexOf(outer) - 4);
  longer(bytes.indexOf('iloc') + 16);
  const path = join(own, 'numbered.avif');
  writeFileSync(path, bytes);
  return path;
}

test('MD-63: colours that are said by numbers count as those of a profile, and light beyond white paper is drawn together', async () => {
  for (const colour of COLOURS) {
    const got = await shownColour(await numbered(colour, 12, 13), 'avif');
    srgbOfP3(colour).forEach((value, at) =>
      assert.ok(Math.abs(value - got[at]!) < 5, `${colour.join()} became ${got.map(Math.round).join()}`),
    );
    const usual = await shownColour(await numbered(colour, 1, 13), 'avif');
    colour.forEach((value, at) => assert.ok(Math.abs(value - usual[at]!) < 5, `${colour.join()} became ${usual.map(Math.round).join()}`));
  }
  // ITU-R BT.2408, table 1: a grey card and white paper.
  for (const [transfer, card, paper] of [
    [18, 0.38, 0.75],
    [16, 0.38, 0.58],
  ] as const) {
    const grey = async (signal: number): Promise<number> =>
      (
        await shownColour(
          await numbered(
            [255, 255, 255].map((each) => each * signal),
            9,
            transfer,
          ),
          'avif',
        )
      )[1]!;
    const [dark, bright, brightest] = [await grey(card), await grey(paper), await grey(1)];
    assert.ok(dark > 90 && dark < 125 && bright > 200 && bright < 235 && brightest > 250, `${transfer}: ${dark}, ${bright}, ${brightest}`);
  }
});
