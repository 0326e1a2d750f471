import { drawPhoto } from '@rollcall/media/drawing';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { openWorker, WORKER_LIMITS } from '../workers.ts';
import { assetIdOf, LIBRARY, testServer, type TestServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-hostile-'));
after(() => rmSync(folder, { recursive: true }));

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const big = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value])));
const short = (...values: number[]): Buffer => Buffer.concat(values.map((value) => Buffer.from([value & 255, value >>> 8])));
const long = (...values: number[]): Buffer => Buffer.concat(values.map((value) => Buffer.from(big(value).toReversed())));

function png(width: number, height: number, ...more: Buffer[]): Buffer {
  const chunk = (type: string, data: Buffer): Buffer =>
    Buffer.concat([big(data.length), ascii(type), data, big(crc32(Buffer.concat([ascii(type), data])))]);
  const head = chunk('IHDR', Buffer.concat([big(width, height), Buffer.from([8, 0, 0, 0, 0])]));
  const rows = chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * Math.min(height, 100))));
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    head,
    ...more.map((each) => chunk('zTXt', each)),
    rows,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function gif(width: number, height: number, frames: number, [wide, high]: readonly [number, number]): Buffer {
  const head = Buffer.concat([ascii('GIF89a'), short(width, height), Buffer.from([0xf0, 0, 0, 0, 0, 0, 255, 255, 255])]);
  const loop = Buffer.concat([Buffer.from([0x21, 0xff, 11]), ascii('NETSCAPE2.0'), Buffer.from([3, 1, 0, 0, 0])]);
  const frame = Buffer.concat([Buffer.from([0x2c]), short(0, 0, wide, high), Buffer.from([0, 2, 2, 0x44, 1, 0])]);
  return Buffer.concat([head, loop, Buffer.alloc(frame.length * frames, frame)]);
}

/** Of one strip, which is as long as four gigabytes and lies behind the file's end. */
function tiff(width: number, height: number, samples = 1): Buffer {
  const entries: [number, number, number][] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 0xffff_0000],
    [277, 3, samples],
    [278, 4, height],
    [279, 4, 0xffff_fff0],
  ];
  const lines = entries.map(([tag, type, value]) => Buffer.concat([short(tag, type), long(1, value)]));
  return Buffer.concat([ascii('II*\0'), long(8), short(entries.length), ...lines, long(0)]);
}

function box(type: string, ...content: Buffer[]): Buffer {
  const inner = Buffer.concat(content);
  return Buffer.concat([big(inner.length + 8), ascii(type), inner]);
}

/** A HEIC or AVIF file that says it is so large, and has no picture. */
function boxed(brand: string, code: string, side: number): Buffer {
  const item = box('infe', big(0x0200_0000), Buffer.from([0, 1, 0, 0]), ascii(`${code}\0`));
  const properties = box('iprp', box('ipco', box('ispe', big(0, side, side))), box('ipma', big(0, 1), Buffer.from([0, 1, 1, 1])));
  const place = box('iloc', big(0), Buffer.from([0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1]), big(500, 1_000_000));
  const handler = box('hdlr', big(0, 0), ascii('pict'), Buffer.alloc(13));
  const meta = box(
    'meta',
    big(0),
    handler,
    box('pitm', big(0), Buffer.from([0, 1])),
    box('iinf', big(0), Buffer.from([0, 1]), item),
    properties,
    place,
  );
  return Buffer.concat([box('ftyp', ascii(`${brand}\0\0\0\0mif1${brand}`)), meta, box('mdat', Buffer.alloc(300))]);
}

const FILM = box('ftyp', ascii('isom\0\0\0\0isomavc1'));

function nested(depth: number): Buffer {
  const sizes = Array.from({ length: depth }, (_, at) => Buffer.concat([big((depth - at) * 8), ascii('moov')]));
  return Buffer.concat(sizes);
}

async function jpegOf(width: number, height: number): Promise<Buffer> {
  const bytes = Buffer.from(await drawPhoto(64, 48, [10, 200, 30]));
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

const LAUGHS = ascii(
  `<!DOCTYPE svg [${Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at} "${at === 0 ? 'lol' : `&l${at - 1};`.repeat(10)}">`).join('')}]>` +
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>&l11;</text></svg>',
);

async function hostileFiles(): Promise<[name: string, bytes: Buffer][]> {
  const photo = Buffer.from(await drawPhoto(64, 48, [10, 200, 30]));
  return [
    ['bomb.png', png(60_000, 60_000)],
    ['words.png', png(8, 8, Buffer.concat([ascii('Comment\0\0'), deflateSync(Buffer.alloc(200_000_000))]))],
    ['canvas.gif', gif(65_535, 65_535, 1, [65_535, 65_535])],
    ['frame.gif', gif(10, 10, 1, [65_535, 65_535])],
    ['endless.gif', gif(100, 100, 300_000, [1, 1])],
    ['strip.tif', tiff(9000, 9000)],
    ['huge.tif', tiff(60_000, 60_000)],
    ['samples.tif', tiff(9000, 9000, 65_535)],
    ['circle.tif', Buffer.concat([ascii('II*\0'), long(8), short(1), short(256, 4), long(1, 10), long(8)])],
    ['laughs.svg', LAUGHS],
    ['laughs.jpg', LAUGHS],
    ['laughs.svgz', gzipSync(LAUGHS)],
    ['wide.jpg', await jpegOf(65_535, 65_535)],
    ['large.jpg', await jpegOf(20_000, 20_000)],
    ['archive.jpg', Buffer.concat([photo, ascii('PK\x03\x04'), Buffer.alloc(500)])],
    ['page.jpg', ascii('<html><script>alert(1)</script></html>')],
    ['program.gif', ascii('GIF89a/*\0\0\0\0\0\0\0\0*/=1;alert(1)')],
    [
      'lies.webp',
      Buffer.concat([ascii('RIFF'), long(1000), ascii('WEBPVP8X'), long(10), Buffer.from([2, 0, 0, 0]), Buffer.alloc(6, 0xfe)]),
    ],
    ['lies.heic', boxed('heic', 'hvc1', 60_000)],
    ['lies.avif', boxed('avif', 'av01', 60_000)],
    ['lies.bmp', Buffer.concat([ascii('BM'), long(54, 0, 54, 40, 60_000, 60_000), short(1, 24), Buffer.alloc(24)])],
    ['lies.jxl', Buffer.from([0xff, 0x0a, 0xfe, 255, 255, 255, 255, 255, 255, 255, 255])],
    ['empty.mp4', Buffer.concat([FILM, big(0), ascii('moov'), Buffer.alloc(100)])],
    ['looping.mp4', Buffer.concat([FILM, Buffer.alloc(200_000, box('free'))])],
    ['nested.mp4', Buffer.concat([FILM, nested(20_000)])],
    ['huge.mkv', Buffer.from('1a45dfa3a34282886d6174726f736b611853806701fffffffffffffe1549a96601fffffffffffffd', 'hex')],
    ...[2, 20, 200, photo.length - 20].map((length): [string, Buffer] => [`cut-${length}.jpg`, photo.subarray(0, length)]),
  ];
}

function told(server: TestServer, names: readonly string[]): Map<string, string> {
  return new Map(
    names.map((name, n) => {
      const rendition = server.shelf(LIBRARY).renditions.get(assetIdOf(n));
      assert.ok(rendition !== undefined, `${name} has a picture or words`);
      if (rendition.state === 'unavailable') assert.match(rendition.words!, /^No picture .+kept( as it came)?\.$/, name);
      return [name, rendition.words ?? ''];
    }),
  );
}

const stored = (server: TestServer, bytes: Buffer): Buffer =>
  readFileSync(join(server.dataDir, createHash('sha256').update(bytes).digest('hex')));

test('TH-12: hostile files get a picture or honest words, are tried once, and stay as they came', async () => {
  const files = await hostileFiles();
  const names = files.map(([name]) => name);
  const server = testServer();
  let running = server;
  try {
    files.forEach(([name, bytes], n) => void server.add(LIBRARY, assetIdOf(n), name, bytes));
    server.add(LIBRARY, assetIdOf(files.length), 'sound.jpg', Buffer.from(await drawPhoto(30, 20, [1, 2, 3])));
    server.work.wake(LIBRARY);
    await server.work.settled();
    const words = told(server, names);
    for (const name of ['bomb.png', 'canvas.gif', 'huge.tif', 'large.jpg'])
      assert.match(words.get(name)!, /more pixels than is safe/, name);
    assert.equal(server.shelf(LIBRARY).renditions.get(assetIdOf(files.length))?.state, 'ready', 'a sound photo is shown beside them');
    for (const [name, bytes] of files) assert.ok(stored(server, bytes).equals(bytes), name);
    await server.stop();
    running = testServer(server);
    running.shelf(LIBRARY).renditions.clear();
    running.work.wake(LIBRARY);
    await running.work.settled();
    assert.deepEqual(told(running, names), words, 'the library is told the same again');
    assert.deepEqual(running.logged, [], 'and nothing was opened again');
  } finally {
    await running.stop();
    rmSync(server.dataDir, { recursive: true });
  }
});

/** A film of a moment; null: this machine has no ffmpeg. */
function film(name: string, size: string, more: readonly string[] = []): Buffer | null {
  const file = join(folder, name);
  try {
    const source = ['-f', 'lavfi', '-i', `color=c=green:size=${size}:rate=2:duration=1`];
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...source, ...more, file], { stdio: 'ignore' });
  } catch {
    process.stderr.write('SKIPPED: ffmpeg is not installed\n');
    return null;
  }
  return readFileSync(file);
}

test('TH-12: a list that names other files or addresses is never followed, whatever it is called', async (context) => {
  if (film('secret.mp4', '64x64') === null) return context.skip('no ffmpeg');
  const secret = join(folder, 'secret.mp4');
  let asked = 0;
  const web = createServer((_, response) => {
    asked += 1;
    response.end(readFileSync(secret));
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(web.address() as AddressInfo).port}/a.mp4`;
  const lists = [`file://${secret}`, secret, 'secret.mp4', address].flatMap((named) => [
    `ffconcat version 1.0\nfile '${named}'\n`,
    `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n${named}\n#EXT-X-ENDLIST\n`,
    `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period><AdaptationSet><Representation><BaseURL>${named}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"><image x:href="${named}" href="${named}"/></svg>`,
    `push graphic-context\nimage over 0,0 0,0 '${named}'\npop graphic-context\n`,
  ]);
  lists.push('v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n');
  const worker = openWorker({ ...WORKER_LIMITS, waitedFor: 'by-a-person' });
  try {
    for (const [n, list] of lists.entries()) {
      for (const name of ['a.mp4', 'a.mov', 'a.avi', 'a.mkv', 'a.jpg'].slice(n % 2, 3 + (n % 3))) {
        const path = join(folder, `${n}-${name}`);
        writeFileSync(path, list);
        const files = { thumbnail: join(folder, 'thumbnail'), preview: join(folder, 'preview') };
        const ended = await worker.run({ task: 'pictures', path, name, mtimeMs: null, files });
        assert.equal(ended.end === 'answered' ? ended.answer.state : ended.end, 'unavailable', `${name}: ${list}`);
        assert.ok(!existsSync(files.preview), `${name}: ${list}`);
      }
    }
    assert.equal(asked, 0, 'nobody was asked for anything');
    assert.ok(readdirSync(folder).length > lists.length);
  } finally {
    worker.stop();
    web.close();
  }
});

test(
  'TH-11: a film whose pictures take more memory than a worker may hold ends that worker, and the next picture is made',
  { skip: process.platform !== 'linux' && 'memory is looked at on Linux only' },
  async (context) => {
    const huge = film('huge.mov', '8000x8000', ['-pix_fmt', 'rgb48be', '-c:v', 'png', '-pred', 'none', '-frames:v', '1']);
    if (huge === null) return context.skip('no ffmpeg');
    const worker = openWorker({ ...WORKER_LIMITS, waitedFor: 'by-a-person', memory: 350 * 1024 * 1024 });
    const run = (path: string): ReturnType<typeof worker.run> =>
      worker.run({
        task: 'pictures',
        path,
        name: 'a.mov',
        mtimeMs: null,
        files: { thumbnail: join(folder, 't'), preview: join(folder, 'p') },
      });
    try {
      assert.deepEqual(await run(join(folder, 'huge.mov')), { end: 'worker-lost', why: 'too-much-memory' });
      writeFileSync(join(folder, 'sound.jpg'), await drawPhoto(30, 20, [1, 2, 3]));
      const next = await run(join(folder, 'sound.jpg'));
      assert.equal(next.end === 'answered' ? next.answer.state : next.end, 'ready');
    } finally {
      worker.stop();
    }
  },
);
