import assert from 'node:assert/strict';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { doctor } from '../doctor/told.ts';
import { cannotMount, Disks } from '../folders/disk.ts';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import type { Device } from '../support/world.ts';
import { isOver, isTold, type Row } from './told.ts';

const skip = await cannotMount('plain');

describe('check 4: room on the device’s disk', { skip }, () => {
  const disks = new Disks();
  let a: Device;
  let b: Device;
  before(async () => {
    await disks.open();
    a = await disks.device('Laptop');
    b = await disks.device('Stick', disks.make('plain', 'stick'));
    await b.sync();
    b.start();
    await b.agent?.line(/Keeping/);
  });
  after(() => disks.end());

  test('DR-24: little room is to look at; a full disk says what is needed and free, and what is to come comes by itself when there is room', async () => {
    const near = await doctor(b);
    assert.deepEqual([near.checks[3]?.verdict, near.checks[3]?.findings[0]?.code, near.code], ['look', 'disk-nearly-full', 0]);
    assert.match(near.checks[3]?.findings[0]?.words ?? '', /^Little room is left on this disk: [\d.]+ MB\.$/);
    const { bavail, bsize } = statfsSync(b.folder);
    const ballast = b.path('.rollcall/ballast');
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 20_000));
    const big = await photo({ size: 600 });
    assert.ok(big.length > 40_000);
    a.put('large.jpg', big);
    await a.sync();
    const { items } = await a.json<{ items: { name: string; assetId: string }[] }>('ls');
    const assetId = items.find(({ name }) => name === 'large.jpg')?.assetId ?? '';
    const row: Row = {
      code: 'device-disk-full',
      check: 4,
      class: 'needs-you',
      words: /^This disk is full: [\d.]+ kB needed, [\d.]+ k?B(?:ytes)? free\.$|^This disk is full: [\d.]+ kB needed, \d+ bytes free\.$/,
      cure: /^Free up [\d.]+ k?B(?:ytes)? on this disk, or let originals make room .* rollcall settings set storage optimise, .*rollcall storage\.$/,
      place: 'device',
    };
    await isTold(b, assetId, row);
    rmSync(ballast);
    await isOver(b, assetId, row.code);
    await until(() => [...b.files().keys()].some((path) => path.endsWith('large.jpg')), 'the photo');
  });
});
