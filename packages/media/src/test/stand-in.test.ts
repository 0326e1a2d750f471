import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { makeCompressed } from '../compressed.ts';
import { drawNoise } from '../drawing.ts';
import { readStandIn, type MediaSource } from '../index.ts';
import { bytesSource, manifest, mediaFolder, sourceOf } from './fixtures.ts';
import { joined, number } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-stand-in-'));
after(() => rmSync(folder, { recursive: true }));
const ASSET = '0197bbbb-0000-7000-8000-000000000001';

const original = await drawNoise(320, 240);
const OF = createHash('sha256').update(original).digest('hex');
const standIn = await (async (): Promise<Uint8Array> => {
  const [path, file] = [join(folder, 'original.png'), join(folder, 'stand-in.jpg')];
  writeFileSync(path, original);
  const made = await makeCompressed({ path, format: 'png', kind: 'photo', name: 'a.png', mtimeMs: null, assetId: ASSET, hash: OF }, file);
  assert.equal(made.state, 'ready');
  return readFileSync(file);
})();
const MARK = { assetId: ASSET, of: OF, kind: 'photo', fileName: 'a.png', width: 320, height: 240 } as const;
const read = (bytes: Uint8Array) => readStandIn(bytesSource('anything', bytes));

/** Notes what is read of it. */
function noting(bytes: Uint8Array): MediaSource & { readonly most: () => number } {
  let most = 0;
  const source = bytesSource('x', bytes);
  return {
    ...source,
    read: (offset, length) => {
      assert.ok(offset >= 0 && length >= 0 && offset + length <= bytes.length, 'nothing outside of the file');
      most += length;
      return source.read(offset, length);
    },
    most: () => most,
  };
}

test('CV-5: a compressed version is known by what it carries, whatever it is called; of any other file only the beginning is read', async () => {
  assert.deepEqual(await read(standIn), { intact: true, ...MARK });
  const plain = await sharp(original).jpeg({ quality: 100 }).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').toBuffer();
  const large = noting(joined(plain, new Uint8Array(3_000_000)));
  assert.equal(await readStandIn(large), null);
  assert.ok(large.most() < 70_000, `${large.most()} bytes`);
});

test('CV-5: no photo or film of the test media is taken for one', { skip: mediaFolder() === null && 'no test media' }, async () => {
  const media = mediaFolder()!;
  for (const { path } of manifest(media)) assert.equal(await readStandIn(sourceOf(media, path!)), null, path);
});

test('CV-6: a single changed byte, wherever it is, one more or one less: it is not what was made', async () => {
  const step = Math.ceil(standIn.length / 400);
  const start = Buffer.from(standIn).indexOf('standin:version');
  const places = [...Array.from({ length: 400 }, (_, at) => at * step), ...Array.from({ length: 500 }, (_, at) => start + at)];
  for (const at of places.filter((place) => place < standIn.length)) {
    const changed = Uint8Array.from(standIn);
    changed[at]! ^= 1;
    const found = await read(changed);
    assert.ok(found === null || !found.intact, `byte ${at}`);
  }
  for (const bytes of [joined(standIn, [0]), standIn.subarray(0, -1), standIn.subarray(0, 2000)])
    assert.equal((await read(bytes))?.intact, false);
  assert.equal(await read(standIn.subarray(0, 200)), null);
});

test('CV-6: a mark of another photo in the place of its own, or half a mark, is seen; what it says that is no id, hash or size is not told', async () => {
  const text = Buffer.from(standIn).toString('latin1');
  const forged = async (from: string | RegExp, to: string) => read(Buffer.from(text.replace(from, to), 'latin1'));
  const other = ASSET.replace('1', '2');
  assert.deepEqual(await forged(ASSET, other), { intact: false, ...MARK, assetId: other });
  assert.deepEqual(await forged(OF, '0'.repeat(64)), { intact: false, ...MARK, of: '0'.repeat(64) });
  assert.deepEqual(await forged(OF, OF.toUpperCase()), { intact: false, ...MARK, of: null });
  assert.deepEqual(await forged(ASSET, '../../../../../../../../etc/passwd?'), { intact: false, ...MARK, assetId: null });
  assert.deepEqual(await forged(/standin:digest="[^"]*"/, ''), { intact: false, ...MARK });
  assert.deepEqual(await forged('standin:width="320"', 'standin:width="-20"'), { intact: false, ...MARK, width: null });
  assert.deepEqual(await forged('kind="photo"', 'kind="sheep"'), { intact: false, ...MARK, kind: null });
});

test('CV-7: a hostile file neither throws nor leads beyond its end, and is not read for long', async () => {
  const namespace = 'xmlns:standin="urn:x-rollcall:stand-in:1/"';
  const xmp = (content: string, marker = 0xe1): Uint8Array => {
    const inner = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${content}`, 'latin1');
    return joined([0xff, marker], number(Math.min(65_535, inner.length + 2), 2), inner);
  };
  const start = [0xff, 0xd8] as const;
  const hostile: Uint8Array[] = [
    joined(start, xmp(namespace)),
    joined(
      start,
      xmp(
        `${namespace} standin:digest="${'0'.repeat(64)}" standin:of="${'0'.repeat(64)}" standin:assetId="${ASSET}" standin:kind="photo" standin:fileName=""`,
      ),
    ),
    joined(start, xmp(`${namespace} ${'standin:of="'.repeat(5000)}`)),
    joined(start, xmp(`${namespace} ${'xmlns:'.repeat(9000)}`)),
    joined(start, xmp(`${namespace}${' '.repeat(60_000)}standin:digest=`)),
    joined(start, [0xff, 0xe1, 0xff, 0xff], 'http://ns.adobe.com/xap/1.0/\0', namespace),
    joined(start, ...Array.from({ length: 500 }, () => xmp('nothing'))),
    joined(start, new Uint8Array(100_000).fill(0xff)),
    joined(start, [0xff, 0xe1, 0, 0, 0xff, 0xe1, 0, 1]),
    joined(start, xmp(`xmlns:a.b*c="urn:x-rollcall:stand-in:1/" a.b*c:of="x"`)),
    new Uint8Array(),
    Uint8Array.from([0xff, 0xd8, 0xff]),
  ];
  for (const bytes of hostile) {
    const source = noting(bytes);
    const found = await readStandIn(source);
    assert.ok(found === null || !found.intact);
    assert.ok(source.most() < 70_000 + bytes.length * 2);
  }
  const endless = noting(standIn);
  const huge = {
    ...endless,
    size: 200_000_000_000,
    read: (at: number, length: number) => endless.read(Math.min(at, 0), Math.min(length, standIn.length)),
  };
  assert.equal((await readStandIn(huge))?.intact, false, 'what is larger than any of them is not read to its end');
  assert.ok(endless.most() < 200_000);
  const broken = { size: 10_000, read: async () => assert.fail('the disk failed') };
  await assert.rejects(readStandIn(broken), /the disk failed/);
});

interface Rewriter {
  readonly program: string;
  readonly run: (file: string, into: string) => readonly string[];
  /** What its file is; `none`: nothing in it tells. */
  readonly becomes: 'changed' | 'none' | 'either';
}
const REWRITERS: Readonly<Record<string, Rewriter>> = {
  'metadata written': { program: 'exiftool', run: (file, into) => ['-q', '-Title=Other', '-o', into, file], becomes: 'changed' },
  'turned by its metadata': {
    program: 'exiftool',
    run: (file, into) => ['-q', '-n', '-Orientation=6', '-o', into, file],
    becomes: 'changed',
  },
  'metadata taken away': { program: 'exiftool', run: (file, into) => ['-q', '-all=', '-o', into, file], becomes: 'none' },
  'turned without loss': {
    program: 'jpegtran',
    run: (file, into) => ['-copy', 'all', '-rotate', '90', '-outfile', into, file],
    becomes: 'changed',
  },
  'encoded again': { program: 'ffmpeg', run: (file, into) => ['-v', 'error', '-i', file, '-map_metadata', '0', into], becomes: 'either' },
};

for (const [what, { program, run, becomes }] of Object.entries(REWRITERS))
  test(`CV-8: what a program made of a compressed version is none any more, or a changed one: ${what}, by ${program}`, async (context) => {
    const [file, into] = [join(folder, 'in.jpg'), join(folder, 'out.jpg')];
    writeFileSync(file, standIn);
    rmSync(into, { force: true });
    try {
      execFileSync(program, run(file, into));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return context.skip(`no ${program}`);
      throw error;
    }
    const found = await read(readFileSync(into));
    if (becomes === 'none') assert.equal(found, null);
    else if (becomes === 'changed') assert.deepEqual(found, { intact: false, ...MARK });
    else assert.ok(found === null || !found.intact);
  });

test('CV-8: an editor that keeps the metadata and encodes anew leaves a changed one, one that drops them none', async () => {
  const edited = await sharp(standIn).modulate({ brightness: 1.2 }).keepMetadata().jpeg().toBuffer();
  assert.deepEqual(await read(edited), { intact: false, ...MARK });
  assert.equal(await read(await sharp(standIn).jpeg().toBuffer()), null);
  assert.equal(await read(await sharp(standIn).keepMetadata().png().toBuffer()), null);
});

test('CV-5: it goes through an archive as it is', async (context) => {
  const [file, archive] = [join(folder, 'zipped.jpg'), join(folder, 'a.zip')];
  writeFileSync(file, standIn);
  try {
    execFileSync('zip', ['-q', '-j', archive, file]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return context.skip('no zip');
    throw error;
  }
  assert.deepEqual(await readStandIn(sourceOf(folder, 'a.zip!zipped.jpg')), { intact: true, ...MARK });
});
