import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

const HOME = ['link=wifi', 'metered=no', 'roaming=no', 'battery=90', 'charging=yes', 'low-power=no', 'free-space=50GB'];

describe('what stands behind a device’s counts', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let laptop: Device;
  let desktop: Device;
  let bytes: Buffer;
  before(async () => {
    bytes = await photo({ size: 64 });
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
    laptop.put('IMG_1.jpg', await photo({ size: 64 }));
    laptop.put('IMG_2.jpg', bytes);
    laptop.put('notes.txt', Buffer.from('no photo'));
    desktop = await world.device('Desktop');
    for (const device of [laptop, desktop]) {
      await run(device, 'conditions', 'set', ...HOME);
      await device.sync();
      await device.start().line(/Keeping/);
    }
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
    await page.goto(`${world.url}/devices`);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const run = async (device: Device, ...args: string[]): Promise<void> => {
    const ended = await device.run(...args);
    assert.equal(ended.code, 0, `${args.join(' ')}: ${ended.out}${ended.err}`);
  };
  const card = (name: string) => page.getByRole('article', { name });
  const items = () => page.getByRole('region', { name: 'Items' });

  test('SH-29: a removal that waits stands in the list behind its count and behind its reason, with why, and is none of what the device holds', async () => {
    await run(laptop, 'pause');
    rmSync(laptop.path('IMG_1.jpg'));
    for (const link of ['1 removal waits', '1 item: Sync is paused. Show the list']) {
      await card('Laptop').getByRole('link', { name: link }).click();
      await items().getByText('IMG_1.jpg', { exact: true }).waitFor();
      await items().getByText('Its file is gone from there.').waitFor();
      await items()
        .getByText(/^Paused until you resume/)
        .waitFor();
      assert.equal(await items().getByRole('listitem').count(), 1);
      await assertAccessible(page, link);
      await page.goBack();
    }
    await card('Laptop').getByText('2 files', { exact: true }).waitFor();
    await page.goto(`${world.url}/why?name=IMG_1`);
    // As the device says it itself.
    await page.getByText('Not here; held back by its settings', { exact: true }).waitFor();
    await run(laptop, 'resume');
    await page.goto(`${world.url}/devices`);
    await card('Laptop').getByText('Up to date').waitFor();
    assert.equal(await card('Laptop').getByRole('link', { name: '1 removal waits' }).count(), 0);
  });

  test('SH-30: photos that are to come to a device stand in the list behind their count, with why they are not there yet, and on its card with their bytes', async () => {
    await run(laptop, 'conditions', 'set', 'free-space=1kB');
    desktop.put('NEW_1.jpg', await photo({ size: 64 }));
    await card('Laptop').getByRole('link', { name: '1 photo not there yet' }).click();
    await items().getByRole('link', { name: 'NEW_1.jpg' }).waitFor();
    await page.getByText('There is no room for it on Laptop.', { exact: false }).waitFor();
    assert.equal(await items().getByRole('listitem').count(), 1);
    await assertAccessible(page, 'what is to come');
    await assertFits(page, 'what is to come');
    // Nobody can say how long it takes: nothing comes.
    await page.goto(`${world.url}/health`);
    await card('Laptop')
      .getByText(/^1 of 2 photos are there, 1 to come: \d+(\.\d+)? (bytes|kB)\.$/)
      .waitFor();
    await page.goBack();
    await items().getByRole('link', { name: 'NEW_1.jpg' }).click();
    await page.getByRole('dialog', { name: /NEW_1\.jpg/ }).waitFor();
    await page.keyboard.press('Escape');
    await run(laptop, 'conditions', 'set', ...HOME);
    await page.goto(`${world.url}/devices`);
    await card('Laptop').getByText('Up to date').waitFor();
  });

  test('SH-33: where a device has more files than the library has photos, the difference is said beside its counts', async () => {
    await page.getByRole('link', { name: 'All 2 photos are safe' }).waitFor();
    assert.equal(await page.getByText(/^They are 2 photos/).count(), 0);
    laptop.put('Best/copy.jpg', bytes);
    const said = 'They are 2 photos: each copy of a photo is a file of its own, and a Live Photo is two.';
    await card('Laptop').getByRole('link', { name: '3 Safe' }).waitFor();
    await card('Laptop').getByText(said).waitFor();
    assert.equal(await card('Desktop').getByText(said).count(), 0);
    await page.getByRole('link', { name: 'Sync health' }).click();
    await card('Laptop').getByText(said).waitFor();
    await assertAccessible(page, 'more files than photos');
    assert.deepEqual(errors, []);
  });
});
