import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { makeEdited, type EditMade, type Pixels } from '../edited.ts';
import { describe, readStandIn, recogniseFile, type Description } from '../index.ts';
import { isScreenProfile } from '../screen-profile.ts';
import { bytesSource, mediaFolder } from './fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-edited-'));
after(() => rmSync(folder, { recursive: true }));
const media = mediaFolder();
const noMedia = media === null && 'no test media';
const MODIFIED = 1_700_000_000_000;
const asItIs = (pixels: Pixels): Pixels => pixels;

interface Made {
  readonly made: EditMade;
  readonly told: Description;
  readonly bytes: Buffer;
}

async function edited(name: string, original: Uint8Array, develop = asItIs): Promise<Made> {
  const source = bytesSource(name, original, MODIFIED);
  const { recognised } = await recogniseFile(source);
  if (recognised.kind === 'not-media') throw new Error(recognised.what);
  const [path, file] = [join(folder, 'original'), join(folder, 'edited.jpg')];
  writeFileSync(path, original);
  rmSync(file, { force: true });
  const made = await makeEdited({ path, format: recognised.format, name, mtimeMs: MODIFIED }, develop, file);
  assert.equal(existsSync(file), made.state === 'ready');
  return { made, told: (await describe(source))!, bytes: made.state === 'ready' ? readFileSync(file) : Buffer.alloc(0) };
}
const ofMedia = (path: string): Promise<Made> => edited(path.split('/').at(-1)!, readFileSync(join(media!, path)));

test(
  'NE-7: an edit of a real photo has all its pixels, upright and in sRGB, and its date, place and camera',
  { skip: noMedia },
  async () => {
    for (const path of [
      'edits/IMG_1853.HEIC',
      'orientation/Landscape_6.jpg',
      'places/thompson-springs.jpg',
      'raw/sample.cr2',
      'formats/gray16.png',
    ]) {
      const { made, told, bytes } = await ofMedia(path);
      assert.equal(made.state, 'ready', path);
      if (made.state !== 'ready') continue;
      const facts = await sharp(bytes).metadata();
      assert.deepEqual([facts.format, facts.space, facts.width, facts.height], ['jpeg', 'srgb', made.width, made.height], path);
      assert.ok(isScreenProfile(facts.icc!), path);
      assert.ok((facts.orientation ?? 1) === 1, path);
      const after = await describe(bytesSource('IMG.jpg', bytes, MODIFIED));
      if (!path.startsWith('raw/')) assert.deepEqual([made.width, made.height], [told.fields.width, told.fields.height], path);
      for (const key of ['place', 'camera', 'exposure'] as const) assert.deepEqual(after!.fields[key], told.fields[key], `${path}: ${key}`);
      if (told.fields.capturedSource === 'exif') assert.equal(after!.fields.capturedAt, told.fields.capturedAt, path);
      assert.equal(await readStandIn(bytesSource('IMG.jpg', bytes, MODIFIED)), null, 'it stands for nothing else');
    }
  },
);

test('NE-7: what an edit does to the pixels is what is kept, and nothing else is', async () => {
  const original = await sharp({ create: { width: 64, height: 48, channels: 4, background: { r: 200, g: 40, b: 40, alpha: 0 } } })
    .png()
    .toBuffer();
  const plain = await edited('x.png', original);
  assert.equal(plain.made.state, 'ready');
  const { channels } = await sharp(plain.bytes).stats();
  assert.ok(
    channels.every(({ mean }) => mean > 253),
    'what is seen through is white',
  );
  const half = await edited('x.png', original, ({ width, height }) => ({
    width: width / 2,
    height,
    data: new Uint8Array((width / 2) * height * 3).fill(90),
  }));
  assert.deepEqual(half.made, { state: 'ready', width: 32, height: 48 });
  assert.ok((await sharp(half.bytes).stats()).channels.every(({ mean }) => Math.abs(mean - 90) < 2));
});

test('NE-7: words of a file that no block of a JPEG holds are left out of an edit, which is whole', async () => {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about=""><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Harbour</rdf:li></rdf:Alt></dc:title><dc:subject><rdf:Bag>${Array.from({ length: 400 }, (_, index) => `<rdf:li>${'"'.repeat(60)}${index}</rdf:li>`).join('')}</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const jpeg = await sharp({ create: { width: 32, height: 24, channels: 3, background: '#369' } })
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
  const { bytes, told } = await edited('x.jpg', jpeg);
  assert.ok(told.fields.keywords.length > 100);
  const after = await describe(bytesSource('x.jpg', bytes, MODIFIED));
  assert.deepEqual([after?.fields.title, after?.fields.keywords, after?.fields.width], ['Harbour', [], 32]);
});

test('NE-12: a picture that moves, and one that is damaged, is not edited, in words', { skip: noMedia }, async () => {
  for (const path of ['formats/animated.gif', 'formats/animated.webp', 'formats/animated.avif']) {
    const { made } = await ofMedia(path);
    assert.ok(made.state === 'unavailable' && /moves/.test(made.words), `${path}: ${JSON.stringify(made)}`);
  }
  const { made } = await edited('x.jpg', readFileSync(join(media!, 'places/thompson-springs.jpg')).subarray(0, 400));
  assert.equal(made.state, 'unavailable');
});
