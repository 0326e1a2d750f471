import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { describe } from '../index.ts';
import { makeRenditions, measurePreview } from '../renditions.ts';
import { sharpnessOf } from '../sharpness.ts';
import { mediaFolder, sourceOf } from './fixtures.ts';

const folder = mediaFolder();
const skip = folder === null && 'no test media';
const own = mkdtempSync(join(tmpdir(), 'rollcall-sharpness-'));
after(() => rmSync(own, { recursive: true }));

const WIDTH = 512;
const HEIGHT = 384;
/** A drawing of squares, light and dark by chance but always the same, within this stretch of grey. */
function squares(size: number, [darkest, lightest]: readonly [number, number]): Uint8Array {
  const grey = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
      const part = ((column * 7919 + row * 104_729) % 97) / 96;
      grey[y * WIDTH + x] = Math.round(darkest + part * (lightest - darkest));
    }
  return grey;
}
const raw = { raw: { width: WIDTH, height: HEIGHT, channels: 1 } } as const;
const blurred = async (grey: Uint8Array, sigma: number): Promise<Uint8Array> =>
  sharp(grey, raw).blur(sigma).toColourspace('b-w').raw().toBuffer();
const sharpness = (grey: Uint8Array): number | null => sharpnessOf(grey, WIDTH, HEIGHT);

test('CS-20: the sharpness of a picture is that of its sharpest parts, whatever its light, and falls the more it is blurred', async () => {
  const drawn = squares(6, [20, 235]);
  const values = await Promise.all([1, 2, 4].map(async (sigma) => sharpness(await blurred(drawn, sigma))!));
  const all = [sharpness(drawn)!, ...values];
  assert.ok(all[0]! > 650, String(all));
  for (const [at, value] of all.entries()) if (at > 0) assert.ok(value < all[at - 1]! - 50, String(all));
  assert.ok(all.at(-1)! < 400, String(all));
  // Less light, and less contrast.
  assert.ok(Math.abs(sharpness(squares(6, [5, 60]))! - all[0]!) < 40);
  // Out of focus but for a fifth of it.
  const out = await blurred(drawn, 4);
  out.set(drawn.subarray(0, (WIDTH * HEIGHT) / 5));
  assert.ok(sharpness(out)! > all[0]! - 60);
});

test('CS-20: of a picture that has next to nothing in it, or is very small, nothing is said', () => {
  assert.equal(sharpness(new Uint8Array(WIDTH * HEIGHT).fill(90)), null);
  assert.equal(sharpness(squares(6, [90, 91])), null);
  assert.equal(sharpnessOf(new Uint8Array(8 * 8), 8, 8), null);
  assert.equal(sharpnessOf(new Uint8Array(0), 0, 0), null);
});

const SHARP = [
  'burst/IMG_0658.JPG',
  'burst/00000IMG_00001_BURST20230704213015100_COVER.jpg',
  'dupes/a/IMG_0001.JPG',
  'hdr/paris_gainmap.jpg',
  'live/train.jpg',
  'motion/20230424_130358.jpg',
  'orientation/Landscape_6.jpg',
  'pano/IMG_0007_pano.jpeg',
  'raw/DSC_4001.JPG',
];

test(
  'CS-20: real photos are told from the same ones blurred, by a wide margin; and a picture that was made before measures the same',
  { skip },
  async () => {
    for (const name of SHARP) {
      const made = await makeRenditions(join(folder!, name), 'jpeg');
      if (made.state !== 'ready') assert.fail(`${name}: ${made.detail}`);
      assert.ok(made.measures.sharpness! > 600, `${name}: ${made.measures.sharpness}`);
      const preview = join(own, 'preview.jpg');
      writeFileSync(preview, made.preview);
      const later = await measurePreview(preview);
      assert.ok(Math.abs(later!.sharpness! - made.measures.sharpness!) < 60, `${name}: ${later!.sharpness}`);
      const { width, height } = await sharp(made.preview).metadata();
      const soft = join(own, 'soft.jpg');
      writeFileSync(
        soft,
        await sharp(made.preview)
          .blur(Math.max(width, height) * 0.007)
          .jpeg()
          .toBuffer(),
      );
      const found = await makeRenditions(soft, 'jpeg');
      if (found.state !== 'ready') assert.fail(`${name}: ${found.detail}`);
      assert.ok(found.measures.sharpness! < 500, `${name}, blurred: ${found.measures.sharpness}`);
    }
    assert.equal(await measurePreview(join(own, 'none.jpg')), null);
  },
);

test('CS-21: Apple’s pictures of a screen say so, and photos do not', { skip }, async () => {
  for (const [name, is] of [
    ['screenshot/IMG_0412.PNG', true],
    ['screenshot/wrong-ext.jpeg', true],
    ['burst/IMG_0658.JPG', false],
    ['formats/example.png', false],
    ['live/IMG_3582.MOV', false],
  ] as const)
    assert.equal((await describe(sourceOf(folder!, name)))?.details.screenshot, is, name);
});
