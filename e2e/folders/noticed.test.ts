import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { Visitor } from '../support/visitor.ts';
import { hashOf, World, type Device } from '../support/world.ts';
import { cannotMount, Disks } from './disk.ts';

const skip = await cannotMount('plain');

/** Puts photos somewhere, each by itself, and waits until the library has it: it was noticed, read and sent. */
class Hand {
  readonly #device: Device;
  readonly #visitor: Visitor;

  constructor(device: Device, visitor: Visitor) {
    this.#device = device;
    this.#visitor = visitor;
  }

  static async of(device: Device): Promise<Hand> {
    return new Hand(device, await new Visitor(device.world.url).signIn());
  }

  async comes(bytes: Uint8Array, what: string): Promise<void> {
    const hash = hashOf(bytes);
    await until(
      async () => (await this.#visitor.feed()).changes.some(({ entity }) => entity.hash === hash),
      `${what} to be in the library`,
    );
  }

  async puts(...paths: string[]): Promise<void> {
    for (const path of paths) {
      const bytes = await photo({ size: 32 });
      this.#device.put(path, bytes);
      await this.comes(bytes, path);
    }
  }
}

describe('what a running agent notices', () => {
  const world = new World();
  let a: Device;
  let hand: Hand;
  before(async () => {
    await world.serve();
    await world.account();
    a = await world.device('Laptop');
    hand = await Hand.of(a);
    await a.start().line(/Keeping/);
  });
  after(() => world.end());

  test('WT-14: photos that are written, copied slowly or moved in, with folders and without, and those that follow them', async () => {
    await hand.puts(
      'plain.jpg',
      '2024/07/08/first.jpg',
      '2024/07/08/second.jpg',
      '2024/07/third.jpg',
      'cafe\u0301/one.jpg',
      'caf\u00e9/one.jpg',
    );
    const slow = await photo({ size: 64 });
    for (let at = 0; at < slow.length; at += 1000) {
      appendFileSync(a.path('slow.jpg'), slow.subarray(at, at + 1000));
      await wait(50);
    }
    await hand.comes(slow, 'slow.jpg');
    const [moved, card] = [await photo({ size: 32 }), await photo({ size: 32 })];
    writeFileSync(join(world.root, 'moved'), moved);
    renameSync(join(world.root, 'moved'), a.path('moved.jpg'));
    await hand.comes(moved, 'moved.jpg');
    mkdirSync(join(world.root, 'card', 'DCIM', '100'), { recursive: true });
    writeFileSync(join(world.root, 'card', 'DCIM', '100', 'one.jpg'), card);
    renameSync(join(world.root, 'card'), a.path('card'));
    await hand.comes(card, 'card/DCIM/100/one.jpg');
    await hand.puts('card/DCIM/100/two.jpg', 'card/DCIM/two.jpg');
  });

  test('WT-15: photos in folders that were renamed, or removed and made again', async () => {
    await hand.puts('trip/day/one.jpg');
    renameSync(a.path('trip'), a.path('journey'));
    await hand.puts('journey/day/two.jpg', 'trip/day/three.jpg', 'journey/day/four.jpg');
    mkdirSync(a.path('empty/inside'), { recursive: true });
    for (let round = 0; round < 3; round += 1) {
      await hand.puts(`empty/beside ${round}.jpg`);
      renameSync(a.path(`empty/beside ${round}.jpg`), a.path(`beside ${round}.jpg`));
      rmSync(a.path('empty'), { recursive: true });
      mkdirSync(a.path('empty/inside'), { recursive: true });
      await hand.puts(`empty/inside/one ${round}.jpg`, `empty/inside/two ${round}.jpg`);
      renameSync(a.path('empty/inside'), a.path(`kept ${round}`));
    }
  });

  test('WT-16: photos that are put there while it starts and looks for the first time, and those that follow them', async () => {
    for (const [round, ms] of [0, 200, 400, 600, 800, 1000].entries()) {
      assert.equal(await a.agent?.stop(), 0);
      const agent = a.start();
      await wait(ms);
      await hand.puts(`start ${round}/day/one.jpg`, `start ${round}/day/two.jpg`);
      await agent.line(/Keeping/);
    }
  });
});

test('WT-12: photos on a disk that was away for a moment only, and is back before anybody looked', { skip }, async () => {
  const disks = new Disks();
  try {
    await disks.open();
    const disk = disks.make('plain', 'disk');
    const device = await disks.device('Drive', disk);
    const hand = await Hand.of(device);
    await device.start().line(/Keeping/);
    await hand.puts('trip/one.jpg');
    for (let round = 0; round < 4; round += 1) {
      disk.unmount();
      await wait(100);
      disk.mount(device.folder);
      await hand.puts(`trip/after ${round}.jpg`, `trip/later ${round}.jpg`, `day ${round}/one.jpg`);
    }
  } finally {
    await disks.end();
  }
});
