import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeCompressed } from '@rollcall/media/compressed';
import { drawNoise } from '@rollcall/media/drawing';
import { bytesInMemory } from './bytes.ts';
import { nodePlatform } from './node/platform.ts';
import { readMedia } from './reading.ts';
import { lookAt } from './testing/media.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-reading-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const original = await drawNoise(320, 240);
const hash = createHash('sha256').update(original).digest('hex');
const read = (name: string, bytes: Buffer) =>
  readMedia(
    { key: 0, source: 0, path: name, size: bytes.length, mtimeMs: null },
    bytesInMemory(bytes),
    { appleChecksum: false },
    nodePlatform(folder),
  );

test('IM-52: what a device made of an original to keep in its place is told of, and is no photo of its own', async () => {
  const [path, file] = [join(folder, 'a.png'), join(folder, 'stand-in.jpg')];
  writeFileSync(path, original);
  const made = await makeCompressed(
    { path, format: 'png', kind: 'photo', name: 'a.png', mtimeMs: null, assetId: '0197bbbb-0000-7000-8000-000000000001', hash },
    file,
  );
  assert.equal(made.state, 'ready');
  assert.equal(await read('a.jpg', readFileSync(file)), 'compressed');
  const photo = await read('a.png', Buffer.from(original));
  assert.ok(photo !== null && photo !== 'compressed');
  assert.equal(photo.hash, hash);
  assert.equal(await read('a.txt', Buffer.from('no photo')), null);
});

test('IM-53: what other programs left beside photos in a takeout goes with them, too', async () => {
  const below = join(folder, 'Takeout');
  mkdirSync(below);
  writeFileSync(join(below, 'a.png'), original);
  writeFileSync(
    join(below, 'a.png.json'),
    JSON.stringify({ title: 'a.png', photoTakenTime: { timestamp: '1600000000' }, description: 'Google' }),
  );
  writeFileSync(
    join(below, 'a.png.xmp'),
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4"/></rdf:RDF></x:xmpmeta>',
  );
  writeFileSync(join(below, 'b.xmp'), readFileSync(join(below, 'a.png.xmp')));
  const { things, plans } = await lookAt([folder]);
  const thing = things.find(({ parts }) => parts[0].file.path.endsWith('Takeout/a.png'))!;
  assert.deepEqual(thing.parts.map(({ file, role }) => `${role} ${file.path}`).toSorted(), [
    'original Takeout/a.png',
    'sidecar Takeout/a.png.json',
    'sidecar Takeout/a.png.xmp',
  ]);
  assert.deepEqual([thing.fields.caption, thing.fields.rating], ['Google', 4]);
  assert.deepEqual(
    plans.flatMap(({ left }) => left).map(({ path, why }) => `${path.replace(/.*\//, '')} ${why}`),
    ['b.xmp no-photo'],
  );
});
