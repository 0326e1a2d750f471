import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readFilm } from '../film.ts';
import type { Format } from '../formats.ts';
import { recognise } from '../recognise.ts';
import { bytesSource } from './fixtures.ts';
import { joined, number } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-containers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Null: there is no ffmpeg here. */
function made(name: string, options: string): Uint8Array | null {
  const path = join(folder, name);
  const picture = '-f lavfi -i testsrc=size=320x240:rate=25:duration=4';
  try {
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...`${picture} ${options}`.split(' '), path], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    process.stderr.write('SKIPPED: ffmpeg is not installed\n');
    return null;
  }
}

const FILMS: readonly (readonly [name: string, options: string, format: Format, codec: string, stored: string, shown: string])[] = [
  ['a.mts', '-c:v libx264 -bf 2 -pix_fmt yuv420p -f mpegts', 'mts', 'h264', '320x240', '320x240'],
  [
    'b.m2ts',
    '-c:v libx264 -pix_fmt yuv420p -vf scale=322:182,setsar=4/3 -mpegts_m2ts_mode 1 -f mpegts',
    'mts',
    'h264',
    '322x182',
    '429x182',
  ],
  ['c.mts', '-c:v libx264 -pix_fmt yuv444p -x264opts cqm=jvt:interlaced=1 -f mpegts', 'mts', 'h264', '320x240', '320x240'],
  ['d.m2t', '-c:v mpeg2video -aspect 16:9 -f mpegts', 'mts', 'mpeg2video', '320x240', '427x240'],
  ['e.wmv', '-c:v wmv2', 'wmv', 'wmv2', '320x240', '320x240'],
  ['f.wmv', '-vf setsar=4/3 -c:v wmv2', 'wmv', 'wmv2', '320x240', '427x240'],
  ['g.flv', '-c:v flv1', 'flv', 'flv1', '320x240', '320x240'],
  ['h.flv', '-c:v libx264 -pix_fmt yuv420p -flvflags no_duration_filesize', 'flv', 'h264', '320x240', '320x240'],
];

test('ED-20: a camcorder’s film (MPEG transport stream), Windows Media and Flash tell their size as shown, their length and their codec', async (context) => {
  for (const [name, options, format, codec, stored, shown] of FILMS) {
    const bytes = made(name, options);
    if (bytes === null) return context.skip('no ffmpeg');
    const known = recognise(name, bytes.subarray(0, 65_536));
    assert.equal(known.kind === 'video' ? known.format : known.kind, format, name);
    const told = await readFilm(format, bytesSource(name, bytes));
    assert.deepEqual(
      [told.codec, `${told.stored?.width}x${told.stored?.height}`, `${told.width}x${told.height}`],
      [codec, stored, shown],
      name,
    );
    assert.ok(told.duration !== null && Math.abs(told.duration - 4) < 0.1, `${name}: ${told.duration} s`);
  }
});

test('ED-21: cut or damaged anywhere, or made up, such a film tells what can be read, and holds nobody up', async (context) => {
  for (const [name, options, format] of FILMS) {
    const bytes = made(name, options);
    if (bytes === null) return context.skip('no ffmpeg');
    for (let length = 0; length < 2000; length += 7) await readFilm(format, bytesSource(name, bytes.subarray(0, length)));
    for (let at = 0; at < 1200; at += 3) {
      const damaged = Uint8Array.from(bytes.subarray(0, 40_000));
      damaged.fill(at % 2 === 0 ? 0xff : 0, at, at + 8);
      const { width, duration } = await readFilm(format, bytesSource(name, damaged));
      assert.ok(width === null || (Number.isInteger(width) && width > 0), `${name} at ${at}: ${width}`);
      assert.ok(duration === null || (duration > 0 && Number.isFinite(duration)), `${name} at ${at}: ${duration}`);
    }
  }
  for (const format of ['mts', 'wmv', 'flv'] as const) {
    const nothing = await readFilm(format, bytesSource('x', new Uint8Array(5000)));
    assert.deepEqual([nothing.width, nothing.duration, nothing.codec], [null, null, null], format);
    await readFilm(format, bytesSource('x', new Uint8Array(5000).fill(0x47)));
  }
});

test('ED-20: the clock of a transport stream that begins anew in the middle counts on', async () => {
  const packet = (ticks: number, more: string): Uint8Array => {
    const stamp = [
      0x21 | (Math.floor(ticks / 2 ** 30) << 1),
      ...number(((Math.floor(ticks / 2 ** 15) % 2 ** 15) << 1) | 1, 2),
      ...number(((ticks % 2 ** 15) << 1) | 1, 2),
    ];
    const head = joined(number(0x47, 1), number(0x4100, 2), number(0x10, 1), number(1, 3), number(0xe0, 1));
    const bytes = joined(head, number(0, 2), number(0x80, 1), number(0x80, 1), number(5, 1), Uint8Array.from(stamp), more);
    return joined(bytes, new Uint8Array(188 - bytes.length));
  };
  const sequence = String.fromCharCode(0, 0, 1, 0xb3, 0x14, 0x00, 0xf0, 0x13);
  const near = 2 ** 33 - 90_000;
  const film = joined(packet(near, sequence), packet(near - 3600, ''), packet(90_000, ''), packet(45_000, ''));
  const told = await readFilm('mts', bytesSource('a.mts', film));
  assert.deepEqual([told.width, told.height, told.duration], [320, 240, 2.04]);
});
