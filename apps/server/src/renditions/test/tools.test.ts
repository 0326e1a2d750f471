import { drawPhoto } from '@rollcall/media/drawing';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ffmpegOn, openTools } from '../tools.ts';
import { openWorker } from '../workers.ts';
import { assetIdOf, LIBRARY, testServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-tools-'));
after(() => rmSync(folder, { recursive: true }));

/** A film of a moment, or null: this machine has no ffmpeg, which is told. */
function film(): Uint8Array | null {
  const file = join(folder, 'film.mp4');
  const source = ['-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=10:duration=0.5'];
  try {
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...source, '-pix_fmt', 'yuv420p', file], { stdio: 'ignore' });
  } catch {
    process.stderr.write('SKIPPED: ffmpeg is not installed\n');
    return null;
  }
  return readFileSync(file);
}

/** As on a machine where no program is found. */
async function withoutPrograms(run: () => Promise<void>): Promise<void> {
  const path = process.env['PATH'];
  process.env['PATH'] = folder;
  try {
    await run();
  } finally {
    process.env['PATH'] = path;
  }
}

const bytes = film();
const skip = bytes === null && 'no ffmpeg';

test(
  'TH-1: without ffmpeg a video has an honest tile, photos get their pictures, and what is missing is told with its command',
  { skip },
  async () => {
    await withoutPrograms(async () => {
      const server = testServer();
      try {
        server.add(LIBRARY, assetIdOf(1), 'film.mp4', bytes!);
        server.add(LIBRARY, assetIdOf(2), 'a.jpg', await drawPhoto(300, 200, [200, 10, 10]));
        server.work.wake(LIBRARY);
        await server.work.settled();
        const tile = server.shelf(LIBRARY).renditions.get(assetIdOf(1))!;
        assert.equal(tile.state, 'unavailable');
        assert.match(tile.words!, /ffmpeg is not installed on the server/);
        assert.equal(server.shelf(LIBRARY).renditions.get(assetIdOf(2))?.state, 'ready');
        const [missing, ...others] = server.work.missing();
        assert.deepEqual([missing?.tool, others.length], ['ffmpeg', 0]);
        assert.match(missing!.words, /videos/);
        if (process.platform === 'linux') assert.ok(missing!.command === null || /ffmpeg/.test(missing!.command));
      } finally {
        await server.close();
      }
    });
  },
);

test(
  'TH-2: pictures that lacked a program are made after a restart when it is there, and others are not tried again',
  { skip },
  async () => {
    let first = testServer();
    await withoutPrograms(async () => {
      await first.stop();
      first = testServer(first);
      first.add(LIBRARY, assetIdOf(1), 'film.mp4', bytes!);
      first.add(LIBRARY, assetIdOf(2), 'damaged.jpg', Buffer.from('not a photo at all'));
      first.work.wake(LIBRARY);
      await first.work.settled();
      await first.stop();
    });
    assert.equal(first.shelf(LIBRARY).renditions.get(assetIdOf(1))?.state, 'unavailable');
    const second = testServer(first);
    try {
      await second.work.settled();
      assert.equal(second.shelf(LIBRARY).renditions.get(assetIdOf(1))?.state, 'ready');
      assert.equal(second.shelf(LIBRARY).renditions.get(assetIdOf(2))?.state, 'unavailable');
      assert.ok(!second.logged.some((line) => line.startsWith('no picture')), 'the damaged one was not opened again');
      assert.deepEqual(second.work.missing(), []);
    } finally {
      await second.close();
    }
  },
);

test('TH-2: a program that is installed while the server runs is found, and the pictures come by themselves', { skip }, async () => {
  const [program] = (process.env['PATH'] ?? '')
    .split(':')
    .map((each) => join(each, 'ffmpeg'))
    .filter((each) => existsSync(each));
  await withoutPrograms(async () => {
    const server = testServer(null, 20);
    try {
      server.add(LIBRARY, assetIdOf(1), 'film.mp4', bytes!);
      server.work.wake(LIBRARY);
      await server.work.settled();
      assert.equal(server.shelf(LIBRARY).renditions.get(assetIdOf(1))?.state, 'unavailable');
      symlinkSync(program!, join(folder, 'ffmpeg'));
      while (server.shelf(LIBRARY).renditions.get(assetIdOf(1))?.state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 10));
      assert.deepEqual(server.work.missing(), []);
    } finally {
      rmSync(join(folder, 'ffmpeg'));
      await server.close();
    }
  });
});

test('TH-1: a worker without the image library says what it lacks, still describes, and is not lost', async () => {
  const worker = openWorker(undefined, new URL('./worker-without-pictures.ts', import.meta.url));
  try {
    const path = join(folder, 'a.jpg');
    writeFileSync(path, await drawPhoto(300, 200, [1, 2, 3]));
    const files = { thumbnail: join(folder, 'thumbnail'), preview: join(folder, 'preview') };
    for (let times = 0; times < 2; times++) {
      const ended = await worker.run({ task: 'pictures', path, name: 'a.jpg', mtimeMs: null, files });
      assert.ok(ended.end === 'answered' && ended.answer.state === 'unavailable' && ended.answer.lacks === 'pictures');
      assert.equal(ended.answer.fields?.width, 300);
    }
  } finally {
    worker.stop();
  }
});

test('TH-1: what is here and cannot be used is missing until the next start, and looked for once only', () => {
  const tools = openTools(() => process.env['PATH'] ?? '');
  const before = tools.missing().length;
  tools.met('pictures');
  assert.deepEqual(
    tools.missing().filter(({ tool }) => tool === 'pictures'),
    [{ tool: 'pictures', words: 'No pictures can be made: the image library is not installed on the server.', command: 'npm ci' }],
  );
  assert.deepEqual(tools.look(), []);
  assert.equal(tools.missing().length, before + 1);
});

test('TH-1: the command is that of the system', () => {
  assert.equal(ffmpegOn('PRETTY_NAME="Debian"\nID=debian\n'), 'sudo apt-get install ffmpeg');
  assert.equal(ffmpegOn('ID="rocky"\nID_LIKE="rhel centos fedora"\n'), 'sudo dnf install ffmpeg-free');
  assert.equal(ffmpegOn('ID=linuxmint\nID_LIKE="ubuntu debian"\n'), 'sudo apt-get install ffmpeg');
  assert.equal(ffmpegOn('ID=opensuse-tumbleweed\nID_LIKE="opensuse suse"'), 'sudo zypper install ffmpeg');
  assert.equal(ffmpegOn('ID=alpine'), 'sudo apk add ffmpeg');
  assert.equal(ffmpegOn('ID=arch'), 'sudo pacman -S ffmpeg');
  assert.equal(ffmpegOn('ID=plan9'), null);
  assert.equal(ffmpegOn(''), null);
});
