import { recognise } from '@rollcall/media';
import { measure } from '@rollcall/media/drawing';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { openWorker, WORKER_LIMITS, type Worker } from '../workers.ts';

const MEDIA = resolve(import.meta.dirname, '../../../../../../shared/media');
const present = existsSync(join(MEDIA, 'MANIFEST.tsv'));
if (!present) process.stderr.write(`SKIPPED: the test media are not at ${MEDIA}\n`);

function hasFfmpeg(): boolean {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('ffmpeg is not installed: videos are asserted to get an honest tile\n');
    return false;
  }
}

/** Whether this machine's ffmpeg, asked alone, draws a file. */
function drawn(path: string): boolean {
  const { status } = spawnSync('ffmpeg', ['-v', 'error', '-i', path, '-frames:v', '1', '-f', 'null', '-'], { stdio: 'ignore' });
  if (status !== 0) process.stderr.write(`SKIPPED: there is no ffmpeg that reads ${basename(path)}, which is asserted to get words\n`);
  return status === 0;
}

/** Healthy files of these formats must get a picture; of all others, a picture or words. */
const PICTURED = new Set(['jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif', 'tiff', 'dng', 'nef', 'cr2', 'cr3']);
/** These need the program ffmpeg, as films do. */
const BY_FFMPEG = new Set(['bmp', 'jp2']);
/** It is sound, and so full of curves that the decoder of many versions refuses it: it must be shown where the program itself draws it. */
const CURVES = 'formats/splines.jxl';
/** Files that are damaged or lie: words, never a crash. */
const TILES = new Set([
  'broken/zero-byte.jpg',
  'broken/mvg-named.jpg',
  'broken/svg-named.jpg',
  'broken/svg-script.svg',
  'broken/hls-named.mp4',
  'broken/no-moov.mov',
  'broken/jpeg-65500.jpg',
  'broken/png-bomb.png',
  'broken/heic-60000.heic',
  'broken/oom_large_box.heic',
  'broken/compatible-brands-fail.heic',
  'broken/decompression_bomb.gif',
]);

/** Behind all other tests it would be looked at last, alone. */
const WAITED_FOR = { ...WORKER_LIMITS, waitedFor: 'by-a-person' } as const;

interface Counts {
  pictures: number;
  tiles: number;
  other: number;
}

async function look(worker: Worker, path: string, folder: string, films: boolean, counts: Counts): Promise<void> {
  const name = relative(MEDIA, path);
  const recognised = recognise(basename(path), readFileSync(path).subarray(0, 65_536));
  if (recognised.kind === 'not-media') {
    counts.other += 1;
    return;
  }
  const made = { thumbnail: join(folder, 'thumbnail.webp'), preview: join(folder, 'preview.jpg') };
  const ended = await worker.run({ task: 'pictures', path, name: basename(path), mtimeMs: null, files: made });
  if (ended.end !== 'answered') assert.fail(`${name}: the worker was lost`);
  const { answer } = ended;
  if (answer.state === 'fault') assert.fail(`${name}: ${answer.detail}`);
  if (answer.state !== 'ready' && answer.state !== 'unavailable') assert.fail(`${name}: nobody asked for that`);
  assert.ok(answer.fields !== null, `${name}: it is described`);
  // An animated AVIF is a film inside.
  const isFilm = recognised.kind === 'video' || name === 'formats/animated.avif' || BY_FFMPEG.has(recognised.format);
  const curves = name === CURVES && (films && drawn(path) ? 'shown' : 'told');
  const mustShow = !name.startsWith('broken/') && (curves === 'shown' || (isFilm ? films : PICTURED.has(recognised.format)));
  if (mustShow) assert.equal(answer.state, 'ready', `${name}: ${answer.state === 'ready' ? '' : answer.detail}`);
  if (TILES.has(name) || curves === 'told' || (isFilm && !films)) assert.equal(answer.state, 'unavailable', `${name} gets words`);
  if (answer.state === 'unavailable') {
    assert.match(answer.words, /^No picture .+(kept|kept as it came)\.$/, name);
    counts.tiles += 1;
    return;
  }
  counts.pictures += 1;
  const [thumbnail, preview] = [await measure(readFileSync(made.thumbnail)), await measure(readFileSync(made.preview))];
  assert.ok(Math.max(thumbnail.width, thumbnail.height) <= 512 && Math.max(preview.width, preview.height) <= 1440, `${name}: sizes`);
  const { width, height } = answer.fields;
  if (width === null || height === null || !mustShow || name.startsWith('raw/')) return;
  const scale = Math.max(preview.width / width, preview.height / height);
  const upright = Math.abs(width * scale - preview.width) <= 2 && Math.abs(height * scale - preview.height) <= 2;
  assert.ok(upright, `${name}: shown upright, ${width} x ${height} became ${preview.width} x ${preview.height}`);
}

test(
  'PI-10: every file of the test media gets a picture or honest words, in a worker, without a crash',
  { skip: !present && 'no test media' },
  async (context) => {
    const films = hasFfmpeg();
    const counts: Counts = { pictures: 0, tiles: 0, other: 0 };
    const files = readdirSync(MEDIA, { recursive: true, encoding: 'utf8' })
      .map((each) => join(MEDIA, each))
      .filter((each) => statSync(each).isFile());
    const lane = async (): Promise<void> => {
      const folder = mkdtempSync(join(tmpdir(), 'rollcall-media-'));
      const worker = openWorker(WAITED_FOR);
      try {
        for (let path = files.pop(); path !== undefined; path = files.pop()) await look(worker, path, folder, films, counts);
      } finally {
        worker.stop();
        rmSync(folder, { recursive: true });
      }
    };
    await Promise.all([lane(), lane()]);
    context.diagnostic(`${counts.pictures} pictures, ${counts.tiles} tiles with words, ${counts.other} files that are not media`);
    assert.ok(counts.pictures >= (films ? 115 : 90));
  },
);
