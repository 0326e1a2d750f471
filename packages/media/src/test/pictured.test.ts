import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { makeRenditions, type Renditions } from '../renditions.ts';
import { likenessOf, LIKENESS_SIDE, unlikeness } from '../likeness.ts';
import { missingTools } from '../tools.ts';
import { manifest, mediaFolder } from './fixtures.ts';
import { tiff } from './samples.ts';

const folder = mediaFolder();
const skip = folder === null && 'no test media';
const own = mkdtempSync(join(tmpdir(), 'rollcall-pictured-'));
after(() => rmSync(own, { recursive: true }));

type Ready = Extract<Renditions, { state: 'ready' }>;
type Format = Parameters<typeof makeRenditions>[1];

async function made(name: string, format: Format, bytes?: Uint8Array): Promise<Ready> {
  const path = bytes === undefined ? name : join(own, name);
  if (bytes !== undefined) writeFileSync(path, bytes);
  const renditions = await makeRenditions(path, format);
  if (renditions.state !== 'ready') assert.fail(`${name}: ${renditions.detail}`);
  return renditions;
}

/** Mean difference of two pictures, 0 to 255 a channel, both seen at 64 x 64. */
async function difference(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, two] = await Promise.all([a, b].map((each) => sharp(each).removeAlpha().resize(64, 64, { fit: 'fill' }).raw().toBuffer()));
  return one!.reduce((sum, value, at) => sum + Math.abs(value - two![at]!), 0) / one!.length;
}

/** Four quarters of different colours, wider than high: no turn and no mirror leaves it as it is. */
function quarters(): Promise<Buffer> {
  const [width, height] = [640, 480];
  const colours = [200, 20, 20, 20, 200, 20, 20, 20, 200, 220, 220, 30];
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    return colours[(Number(x >= width / 2) + 2 * Number(y >= height / 2)) * 3 + (at % 3)]!;
  });
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}

/** A raw file whose data are `width` by `height`, with a picture for viewing. */
const raw = (picture: Uint8Array, orientation: number, width = 6000, height = 4000): Uint8Array =>
  tiff(
    (behind) => [
      [
        [0x0100, 4, [width]],
        [0x0101, 4, [height]],
        [0x010f, 2, 'NIKON CORPORATION'],
        [0x0112, 3, [orientation]],
        [0x0201, 4, [behind]],
        [0x0202, 4, [picture.length]],
      ],
    ],
    picture,
  );

test('MD-50: a raw file shows the picture that its camera put there, upright by the raw file’s word, or by its own, or as it is where it was turned already', async () => {
  const picture = await quarters();
  for (let orientation = 1; orientation <= 8; orientation++) {
    const turned = await sharp(picture).withMetadata({ orientation }).jpeg().toBuffer();
    const right = await made('right.jpg', 'jpeg', turned);
    const shown = await made('photo.nef', 'nef', raw(picture, orientation));
    const [is, should] = await Promise.all([shown, right].map(({ preview }) => sharp(preview).metadata()));
    assert.deepEqual([is!.width, is!.height], [should!.width, should!.height], `orientation ${orientation}`);
    assert.ok((await difference(shown.preview, right.preview)) < 4, `orientation ${orientation}`);
    if (orientation === 1) continue;
    const said = await made('photo.nef', 'nef', raw(turned, 1));
    assert.ok((await difference(said.preview, right.preview)) < 4, `its own orientation ${orientation}`);
  }
  const upright = await sharp(picture).rotate(90).jpeg().toBuffer();
  const shown = await made('photo.nef', 'nef', raw(upright, 6));
  assert.deepEqual([(await sharp(shown.preview).metadata()).width, (await sharp(shown.preview).metadata()).height], [480, 640]);
});

test(
  'MD-50: the raw files of the test media have pictures of their own shape, an old one the small picture that its camera put there',
  {
    skip,
  },
  async () => {
    const rows = manifest(folder!);
    for (const [path, format, size] of [
      ['raw/DSC_4001.DNG', 'dng', [320, 240]],
      ['raw/canon-r6.cr3', 'cr3', [1440, 960]],
      ['raw/sample.cr2', 'cr2', [160, 120]],
      // Its raw data are wider than that.
      ['raw/RAW_NIKON_D1.NEF', 'nef', [160, 120]],
    ] as const) {
      const { width, height } = await sharp((await made(join(folder!, path), format)).preview).metadata();
      assert.deepEqual([width, height], size, path);
      const row = rows.find((each) => each['path'] === path)!;
      const ratio = Number(row['display_width']) / Number(row['display_height']);
      if (format !== 'nef') assert.ok(Math.abs(width / height - ratio) < 0.01, path);
    }
  },
);

test('MD-50: a raw file whose picture is cut off, or none, gives words', async () => {
  const picture = await quarters();
  const whole = raw(picture, 1);
  for (const bytes of [whole.subarray(0, whole.length - picture.length + 100), raw(new Uint8Array(200), 1)]) {
    writeFileSync(join(own, 'cut.nef'), bytes);
    const { state } = await makeRenditions(join(own, 'cut.nef'), 'nef');
    assert.equal(state, 'unavailable');
  }
});

/** Whether this machine's ffmpeg can write it; what it cannot is told. */
function encode(name: string): Uint8Array | null {
  const file = join(own, `made.${name}`);
  try {
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc=size=320x240', '-frames:v', '1', file], { stdio: 'ignore' });
    return readFileSync(file);
  } catch {
    process.stderr.write(`SKIPPED: there is no ffmpeg that writes ${name}\n`);
    return null;
  }
}

test('MD-51: BMP, JPEG 2000 and JPEG XL get pictures from ffmpeg, as what they are and as nothing else', async () => {
  const pattern = encode('png');
  for (const name of ['bmp', 'jp2', 'jxl'] as const) {
    const bytes = encode(name);
    if (bytes === null || pattern === null) continue;
    const { preview } = await made(`photo.${name}`, name, bytes);
    assert.ok((await difference(preview, pattern)) < 6, name);
  }
  for (const name of ['bmp', 'jp2', 'jxl'] as const) {
    // A playlist that names another file.
    writeFileSync(join(own, `list.${name}`), `ffconcat version 1.0\nfile ${join(own, 'made.png')}\n`);
    assert.equal((await makeRenditions(join(own, `list.${name}`), name)).state, 'unavailable');
  }
});

test('MD-52: a likeness stays nearly the same when a picture is scaled, encoded again or brightened, and is another for another picture', async () => {
  const waves = (seed: number): Buffer =>
    Buffer.from(
      Uint8Array.from({ length: 320 * 240 }, (_, at) => {
        const [x, y] = [at % 320, Math.floor(at / 320)];
        const part = (n: number): number => Math.sin((x * ((seed * n) % 7)) / 60 + n) * Math.cos((y * ((seed * n) % 5)) / 50 + seed);
        return Math.round(128 + 30 * (part(1) + part(2) + part(3)));
      }),
    );
  const pictures = await Promise.all(
    [11, 13, 17, 19].map((seed) =>
      sharp(waves(seed), { raw: { width: 320, height: 240, channels: 1 } })
        .png()
        .toBuffer(),
    ),
  );
  const likenesses = await Promise.all(pictures.map(async (picture, at) => (await made(`${at}.png`, 'png', picture)).measures.likeness));
  for (const [at, picture] of pictures.entries()) {
    assert.match(likenesses[at]!, /^[0-9a-f]{16}$/);
    const others = [
      await sharp(picture).resize(1000).png().toBuffer(),
      await sharp(picture).jpeg({ quality: 40 }).toBuffer(),
      await sharp(picture).linear(1.05, 6).png().toBuffer(),
    ];
    for (const [which, other] of others.entries()) {
      const { likeness } = (await made('other', which === 1 ? 'jpeg' : 'png', other)).measures;
      assert.ok(unlikeness(likeness, likenesses[at]!) <= 6, `${at} ${which}: ${unlikeness(likeness, likenesses[at]!)}`);
    }
    for (let n = 0; n < at; n++) assert.ok(unlikeness(likenesses[n]!, likenesses[at]!) >= 12, `${n} and ${at}`);
  }
  assert.equal(unlikeness('ffffffffffffffff', '0000000000000000'), 64);
  assert.match(likenessOf(new Uint8Array(LIKENESS_SIDE ** 2).fill(7)), /^[0-9a-f]{16}$/);
});

test('MD-53: what is not installed is found without loading it, and only that', () => {
  assert.ok(missingTools(own).includes('ffmpeg'));
  assert.deepEqual(
    missingTools('').filter((tool) => tool !== 'ffmpeg'),
    [],
  );
  assert.deepEqual(missingTools('', join(own, 'elsewhere.ts')), ['ffmpeg', 'heic', 'pictures']);
});

test('MD-53: without its decoder a HEIC photo gets words that say so, and all others their pictures', { skip }, async () => {
  // As where it is not installed; the decoder is loaded with the first HEIC photo, and none came before in this process.
  const hooks = registerHooks({
    resolve: (name, context, next) => {
      if (name.startsWith('libheif-js')) throw Object.assign(new Error(`Cannot find module ${name}`), { code: 'MODULE_NOT_FOUND' });
      return next(name, context);
    },
  });
  try {
    const refused = await makeRenditions(join(folder!, 'live/IMG_4580.HEIC'), 'heic');
    assert.ok(refused.state === 'unavailable' && refused.lacks === 'heic' && /decoder is not installed/.test(refused.words));
    assert.equal((await makeRenditions(join(folder!, 'formats/gray16.png'), 'png')).state, 'ready');
  } finally {
    hooks.deregister();
  }
  assert.equal((await makeRenditions(join(folder!, 'live/IMG_4580.HEIC'), 'heic')).state, 'ready', 'it is installed now');
});
