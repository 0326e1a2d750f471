import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runFfmpeg } from '../ffmpeg.ts';
import { missingTools } from '../tools.ts';
import { makeRenditions } from '../renditions.ts';
import { STREAM_MOST_TIME, streamLimits } from '../film-limits.ts';
import { makeView } from '../views.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-film-limits-'));
after(() => rmSync(folder, { recursive: true }));
const noFilms = missingTools(process.env['PATH'] ?? '').includes('ffmpeg') && 'no ffmpeg';
if (noFilms !== false) process.stderr.write('SKIPPED: ffmpeg is not installed\n');

/** Four pixels. */
const BMP = 'Qk1GAAAAAAAAADYAAAAoAAAAAgAAAAIAAAABABgAAAAAABAAAAATCwAAEwsAAAAAAAAAAAAAHjxaHjxaAAAePFoePFoAAA==';

/** What is done with a film while `ffmpeg` is this program; what a program does is a line of sh. */
async function withProgram<T>(does: string, use: () => Promise<T>): Promise<T> {
  const path = join(folder, 'ffmpeg');
  writeFileSync(path, `#!/bin/sh\n${does}\n`);
  chmodSync(path, 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${folder}:${before}`;
  try {
    return await use();
  } finally {
    process.env['PATH'] = before;
  }
}

test('MD-77: a film that takes longer than it may is not called damaged, neither for its picture nor for what is played of it', async () => {
  const path = join(folder, 'film.mp4');
  writeFileSync(path, '\0\0\0\x14ftypisom\0\0\0\0isom');
  const viewed = { path, format: 'mp4', name: 'film.mp4', mtimeMs: null, assetId: '', hash: '' } as const;
  const told = async (does: string): Promise<string[]> =>
    withProgram(does, async () => {
      const views = await Promise.all(
        (['stream', 'loop'] as const).map((kind) => {
          const file = join(folder, kind);
          return makeView(kind, viewed, { file, film: `${file}.film` });
        }),
      );
      return [...views, await makeRenditions(path, 'mp4')].map((made) => (made.state === 'unavailable' ? made.words : made.state));
    });
  // How `ffmpeg` ends over its limit of processor time: by itself, as told by a signal; or by that signal; and late, by the next.
  for (const does of ['exit 255', 'kill -XCPU $$', 'kill -KILL $$'])
    for (const words of await told(does)) assert.match(words, /drawing one took too long|that takes too long.*download it to see it/, does);
  for (const words of await told('echo "moov atom not found" >&2; exit 1')) assert.match(words, /seems to be damaged/);
});

test('MD-77: a run of ffmpeg that is over its processor time says so', { skip: noFilms }, async () => {
  const input = join(folder, 'still.bmp');
  writeFileSync(input, Buffer.from(BMP, 'base64'));
  const endless = ['-vf', 'loop=-1:1:0,scale=1920:1080', '-c:v', 'rawvideo', '-f', 'null', '-'];
  const ended = await runFfmpeg({ input, demuxer: 'bmp_pipe', output: endless, timeLimit: 1_000_000, work: 1, mostOut: 0 });
  assert.equal(ended.state, 'too-much');
});

test('MD-78: the longer a film, the more work may be done for it, up to a limit; the clock leaves twice as much', () => {
  const hour = 3600;
  assert.deepEqual(
    [null, 0.5, hour / 4, hour, 1e9].map((seconds) => streamLimits(seconds).work),
    [hour, hour, hour, 4 * hour, 6 * hour],
  );
  for (const seconds of [null, hour, 1e9]) {
    const { work, timeLimit } = streamLimits(seconds);
    assert.ok(timeLimit >= 2000 * work && timeLimit <= STREAM_MOST_TIME);
    assert.ok(Number.isInteger(work));
  }
});
