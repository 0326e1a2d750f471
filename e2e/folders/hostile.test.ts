import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { CHAIN_START, createClient, mintId, mutationHash, type AssetFields, type Mutation } from '@rollcall/protocol';
import { photo } from '../support/photos.ts';
import { hashOf, World, type Device } from '../support/world.ts';

/** Names that a device of one's own never gives; what the server refuses is not sent on, and what it takes is placed safely. */
const NAMES = [
  '../../outside.jpg',
  '/etc/cron.d/x.jpg',
  '..\\..\\outside.jpg',
  '..',
  'nul\u0000byte.jpg',
  '\u001b[2J.jpg',
  '.rollcall',
  '.ROLLCALL',
  '.bashrc.jpg',
  'CON',
  'aux.jpg',
  'c1\u009b31m.jpg',
  '\u202egpj.exe',
  '\u2066iso\u2069late\u200f.jpg',
  'zero\u200b\u2060width.jpg',
  'alternate.jpg:stream',
  'C:evil.jpg',
  'ends in dots...',
  'ends in a space.jpg ',
  'photo.jpg.part',
  '~photo.jpg',
  '--help',
  `${'\u00e9'.repeat(200)}.jpg`,
  `${'x'.repeat(254)}.`,
  'same.jpg',
  'SAME.jpg',
  'caf\u00e9.jpg',
  'cafe\u0301.jpg',
];

const world = new World();
after(() => world.end());

/** A program of somebody's own, with the access of a linked device: no file of its ever had these names. */
async function uploader(device: Device): Promise<(name: string, bytes: Buffer) => Promise<boolean>> {
  const token = readFileSync(join(device.home, 'token'), 'utf8').trim();
  const database = new DatabaseSync(join(device.home, 'device.sqlite'));
  const note = (key: string): string => (database.prepare('select value from meta where key = ?').get(key) as { value: string }).value;
  const { deviceId } = JSON.parse(note('identity')) as { deviceId: string };
  const epoch = note('epoch');
  database.close();
  const headers = { authorization: `Bearer ${token}` };
  const call = createClient(async ({ method, path, headers: own, body }) => {
    const response = await fetch(`${world.url}${path}`, {
      method,
      headers: { ...own, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, text: await response.text() };
  });
  let n = 1;
  let previous = CHAIN_START;
  return async (fileName, bytes) => {
    const hash = hashOf(bytes);
    const asked = await call('askUploads', { body: { asks: [{ hash, size: bytes.length, mime: 'image/jpeg' }] } });
    assert.ok(asked.ok);
    const [answer] = asked.value.answers;
    assert.ok(answer?.answer === 'send');
    const sent = await fetch(`${world.url}${answer.path}/whole`, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
    assert.ok(sent.ok, await sent.text());
    const fields: AssetFields = {
      fileName,
      capturedAt: '2024-05-06T10:00:00',
      capturedSource: 'exif',
      width: 320,
      height: 320,
      duration: null,
      camera: null,
      exposure: null,
      place: null,
      title: null,
      caption: null,
      favourite: false,
      hidden: false,
      rating: null,
      keywords: [],
    };
    const resource = { role: 'original', hash, size: bytes.length, mime: 'image/jpeg', fileName: null, modifiedAt: null };
    const args = { assetId: mintId(Date.now(), randomBytes(10)), kind: 'photo' as const, fields, resources: [resource], newHere: true };
    const mutation: Mutation = { deviceId, epoch, n, previous, name: 'asset.create', args };
    const pushed = await call('mutations', { body: { mutations: [mutation] } });
    if (!pushed.ok) return false;
    n += 1;
    previous = mutationHash(mutation);
    return pushed.value.results[0]?.result.status === 'applied';
  };
}

test('FS-22: a device that names its photos to do harm is refused, or its photos lie safely below the other’s folder, each once', async () => {
  await world.serve();
  assert.equal((await world.account()).code, 0);
  const hostile = await world.device('Hostile');
  const b = await world.device('Desktop');
  await hostile.run('status');
  // What a careless program would follow or overwrite.
  const outside = join(world.root, 'outside');
  mkdirSync(outside);
  writeFileSync(join(world.root, 'outside.jpg'), 'not yours');
  symlinkSync(outside, b.path('2023'));
  const marker = markerOf(b);
  const before = readdirSync(world.root).sort();

  const upload = await uploader(hostile);
  const taken: string[] = [];
  for (const name of NAMES) {
    const bytes = await photo({ size: 64 });
    if (await upload(name, bytes)) taken.push(hashOf(bytes));
  }
  assert.ok(taken.length >= 20, `only ${taken.length} names were taken`);
  assert.ok(taken.length <= NAMES.length - 5, 'separators and control characters are refused by the server');
  await b.sync();

  assert.deepEqual([...b.files().values()].sort(), [...taken].sort(), 'each photo is here once');
  for (const path of b.files().keys()) {
    assert.match(path, /^2024\/05\/[^/]+$/);
    const name = path.slice(8);
    // oxlint-disable-next-line no-control-regex -- they are what must be gone
    assert.doesNotMatch(name, /[\u0000-\u001f\u007f-\u009f\\:\u200b-\u200f\u202a-\u202e\u2060-\u206f]|^\.|[. ]$|^(con|aux)(\.|$)/i);
    assert.ok(Buffer.byteLength(name) <= 255);
    assert.ok(lstatSync(b.path(path)).isFile());
  }
  assert.deepEqual(readdirSync(world.root).sort(), before, 'nothing came to be beside the folder');
  assert.equal(readFileSync(join(world.root, 'outside.jpg'), 'utf8'), 'not yours');
  assert.deepEqual(readdirSync(outside), []);
  assert.deepEqual(markerOf(b), marker);
  // And the names stay as they are: nothing of this is taken for a rename by a person.
  const again = await b.json<{ exit: number; sent: number; received: number }>('sync', '--once');
  assert.deepEqual([again.exit, again.sent, again.received], [0, 0, 0]);
  assert.equal((await b.run('verify')).code, 0);
});

/** The marker of a device's folder, without the number that each run of its agent writes anew. */
function markerOf(device: Device): object {
  const {
    run: _run,
    kin: _kin,
    ...marker
  } = JSON.parse(readFileSync(device.path('.rollcall/folder.json'), 'utf8')) as {
    run?: string;
    kin?: string;
  };
  return marker;
}
