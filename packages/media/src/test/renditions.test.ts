import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { thumbHashToApproximateAspectRatio } from 'thumbhash';
import { drawPhoto } from '../drawing.ts';
import { profiledTiff } from '../profiled-tiff.ts';
import { makeRenditions, RENDITION_LIMITS } from '../renditions.ts';
import { mediaFolder } from './fixtures.ts';

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
