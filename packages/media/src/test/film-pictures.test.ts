import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { describe } from '../index.ts';
import type { Format } from '../formats.ts';
import { POSTER_WORK } from '../poster.ts';
import { makeRenditions, RENDITION_LIMITS } from '../renditions.ts';
import { makeView } from '../views.ts';
import { bytesSource } from './fixtures.ts';

/** What only compressed versions need. */
const NOT_ASKED = { mtimeMs: null, assetId: '', hash: '' } as const;
const folder = mkdtempSync(join(tmpdir(), 'rollcall-films-'));
after(() => rmSync(folder, { recursive: true }));

/** What ffmpeg makes of these options; null where it is not installed. */
function made(name: string, options: string): string | null {
  const path = join(folder, name);
  try {
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...options.split(' '), path], { stdio: ['ignore', 'ignore', 'inherit'] });
    return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    process.stderr.write('SKIPPED: ffmpeg is not installed\n');
    return null;
  }
}

async function poster(path: string, format: Format): Promise<Uint8Array> {
  const renditions = await makeRenditions(path, format);
  if (renditions.state !== 'ready') assert.fail(renditions.detail);
  return renditions.preview;
}

async function first(film: string): Promise<Uint8Array> {
  const path = join(folder, 'first.png');
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', '-i', film, '-frames:v', '1', path]);
  return readFileSync(path);
}

test('MD-59: a film whose pixels are not square is shown as wide as it is meant', async (context) => {
  const picture = '-f lavfi -i color=c=red:size=320x240:rate=5:duration=1 -vf setsar=4/3 -c:v mpeg4';
  for (const [name, format, width, height] of [
    ['wide.mp4', 'mp4', 426, 240],
    ['wide.mkv', 'mkv', 426, 240],
    ['wide.avi', 'avi', 426, 240],
  ] as const) {
    const path = made(name, picture);
    if (path === null) return context.skip('no ffmpeg');
    const shown = await sharp(await poster(path, format)).metadata();
    assert.deepEqual([shown.width, shown.height], [width, height], name);
    const told = (await describe(bytesSource(name, readFileSync(path))))!.fields;
    assert.ok(Math.abs(told.width! - width) <= 1 && told.height === height, `${name}: ${told.width} x ${told.height}`);
    const stream = join(folder, `${name}.stream.mp4`);
    assert.deepEqual(await makeView('stream', { path, format, name, ...NOT_ASKED }, { file: stream, film: `${stream}.film` }), {
      state: 'ready',
    });
    const seen = await sharp(await first(stream)).metadata();
    assert.deepEqual([seen.width, seen.height], [width, height], name);
  }
});

/** SMPTE ST 2084: light in candela per square metre as a signal from 0 to 1. */
function pq(light: number): number {
  const power = (light / 10_000) ** 0.1593017578125;
  return ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375;
}

/** ITU-R BT.2100: one frame of one colour (a signal from 0 to 1 each) as 10-bit Y’CbCr, as ffmpeg takes it. */
function frame(name: string, [red, green, blue]: readonly [number, number, number]): string {
  const luma = 0.2627 * red + 0.678 * green + 0.0593 * blue;
  const [cb, cr] = [(blue - luma) / 1.8814, (red - luma) / 1.4746];
  const plane = (value: number, pixels: number): Uint16Array => new Uint16Array(pixels).fill(Math.round(value));
  const planes = [plane(64 + 876 * luma, 64 * 64), plane(512 + 896 * cb, 32 * 32), plane(512 + 896 * cr, 32 * 32)];
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(planes.map((each) => new Uint8Array(each.buffer))));
  return path;
}

/** sRGB’s colours in light of BT.2020 (ITU-R BT.2087), of so many candela per square metre where they are 1. */
function light([red, green, blue]: readonly [number, number, number], white: number): [number, number, number] {
  return [
    white * (0.6274 * red + 0.3293 * green + 0.0433 * blue),
    white * (0.0691 * red + 0.9195 * green + 0.0114 * blue),
    white * (0.0164 * red + 0.088 * green + 0.8956 * blue),
  ];
}

test('MD-61: films with more light than a screen shows are neither pale nor dark, in picture, loop and stream', async (context) => {
  const grey = (signal: number): [number, number, number] => [signal, signal, signal];
  const colour = (rgb: [number, number, number]): [number, number, number] => light(rgb, 203).map(pq) as [number, number, number];
  // ITU-R BT.2408, table 1: white paper and a grey card, by both ways of writing; and pure colours, which without a conversion are dull.
  const films: [string, Format, string, [number, number, number], [number, number][]][] = [
    [
      'paper.mov',
      'mov',
      'arib-std-b67',
      grey(0.75),
      [
        [200, 235],
        [200, 235],
        [200, 235],
      ],
    ],
    [
      'card.mov',
      'mov',
      'arib-std-b67',
      grey(0.38),
      [
        [90, 125],
        [90, 125],
        [90, 125],
      ],
    ],
    [
      'paper.mkv',
      'mkv',
      'smpte2084',
      grey(0.58),
      [
        [200, 235],
        [200, 235],
        [200, 235],
      ],
    ],
    [
      'red.mkv',
      'mkv',
      'smpte2084',
      colour([1, 0, 0]),
      [
        [200, 240],
        [0, 30],
        [0, 30],
      ],
    ],
    [
      'blue.mkv',
      'mkv',
      'smpte2084',
      colour([0, 0, 1]),
      [
        [0, 30],
        [0, 30],
        [200, 240],
      ],
    ],
  ];
  for (const [name, format, transfer, rgb, wanted] of films) {
    const raw = frame(`${name}.yuv`, rgb);
    const tagged = `-color_primaries bt2020 -color_trc ${transfer} -colorspace bt2020nc -color_range tv`;
    const codec = format === 'mov' ? 'prores_ks' : 'ffv1';
    const path = made(name, `-f rawvideo -pix_fmt yuv420p10le -s 64x64 -r 5 ${tagged} -i ${raw} -c:v ${codec} ${tagged}`);
    if (path === null) return context.skip('no ffmpeg');
    const views = [await poster(path, format)];
    for (const kind of ['loop', 'stream'] as const) {
      const view = join(folder, `${name}.${kind}.mp4`);
      assert.deepEqual(await makeView(kind, { path, format, name, ...NOT_ASKED }, { file: view, film: `${view}.film` }), {
        state: 'ready',
      });
      views.push(await first(view));
    }
    for (const picture of views) {
      const means = (await sharp(picture).stats()).channels.map(({ mean }) => mean);
      wanted.forEach(([least, most], at) =>
        assert.ok(means[at]! >= least && means[at]! <= most, `${name}: ${means.map(Math.round).join()}`),
      );
    }
  }
});

test('MD-58: what holds only sound says so in its tile', async (context) => {
  const path = made('sound.mp4', '-f lavfi -i sine=duration=1 -c:a aac');
  if (path === null) return context.skip('no ffmpeg');
  const made1 = await makeRenditions(path, 'mp4');
  assert.match(made1.state === 'unavailable' ? made1.words : '', /it holds only sound/);
});

test('MD-62: a film’s picture is limited by the work that it costs, and not given up where the machine is busy', () => {
  assert.ok(RENDITION_LIMITS.posterTime >= POSTER_WORK * 1000 * 20);
});
