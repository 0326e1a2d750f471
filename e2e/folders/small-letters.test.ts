import assert from 'node:assert/strict';
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import type { Device } from '../support/world.ts';
import { cannotMount, Disks } from './disk.ts';

const skip = await cannotMount('small-letters');

/** Bytes by name in small letters, without numbers. */
function shown(device: Device): string[] {
  return device
    .names()
    .map((name) => name.normalize('NFC').toLowerCase())
    .sort();
}

describe('a disk that does not tell capitals from small letters, and lists all in small ones', { skip }, () => {
  const disks = new Disks();
  let a: Device;
  let b: Device;
  before(async () => {
    await disks.open();
    a = await disks.device('Laptop');
    b = await disks.device('Stick', disks.make('small-letters', 'stick'));
  });
  after(() => disks.end());

  /** 255 bytes, the most that a name has. */
  const LONG = `${'L'.repeat(243)} 🏖️.JPG`;
  const NAMES = ['IMG_0001.JPG', 'Caf\u00e9 composed.jpg', 'Cafe\u0301 decomposed.jpg', '👨‍👩‍👧‍👦 Strand 🏖️.Jpg', LONG];

  test('FS-3: photos keep their names everywhere, whatever the disk makes of them, and nothing is sent, renamed or doubled', async () => {
    for (const name of NAMES) a.put(name, await photo());
    await a.sync();
    await b.sync();
    assert.equal(b.files().size, NAMES.length);
    assert.ok([...b.files().keys()].includes('2024/05/img_0001.jpg'), [...b.files().keys()].join());
    const again = await b.json<{ exit: number; sent: number; received: number }>('sync', '--once');
    assert.deepEqual([again.exit, again.sent, again.received], [0, 0, 0]);
    await a.sync();
    assert.deepEqual([...a.files().keys()].sort(), [...NAMES].sort());
    const proof = await b.run('verify');
    assert.equal(proof.code, 0, proof.out);
  });

  test('FS-3: a rename by a person is one, on either side; one of capitals only doubles nothing', async () => {
    renameSync(b.path('2024/05/img_0001.jpg'), b.path('2024/05/Beach.jpg'));
    await b.sync();
    await a.sync();
    assert.ok(existsSync(a.path('beach.jpg')) || existsSync(a.path('Beach.jpg')), readdirSync(a.folder).join());
    renameSync(a.path(existsSync(a.path('beach.jpg')) ? 'beach.jpg' : 'Beach.jpg'), a.path('BEACH.jpg'));
    await a.sync();
    await b.sync();
    await a.sync();
    assert.ok(existsSync(a.path('BEACH.jpg')));
    assert.deepEqual(shown(a), shown(b));
    assert.equal(b.files().size, NAMES.length);
  });

  test('FS-4: two photos whose names differ by capitals or accents alone are two photos there as well', async () => {
    writeFileSync(a.path('twin.jpg'), await photo());
    writeFileSync(a.path('TWIN.jpg'), await photo());
    writeFileSync(a.path('Twin.JPG'), await photo());
    await a.sync();
    await b.sync();
    assert.deepEqual(shown(b), shown(a));
    const again = await b.json<{ exit: number; sent: number; received: number }>('sync', '--once');
    assert.deepEqual([again.exit, again.sent, again.received], [0, 0, 0]);
    await a.sync();
    assert.ok(['twin.jpg', 'TWIN.jpg', 'Twin.JPG'].every((name) => existsSync(a.path(name))));
    assert.deepEqual((await a.json<{ items: unknown[] }>('trash', 'ls')).items, []);
  });
});
