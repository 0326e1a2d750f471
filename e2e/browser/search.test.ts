import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

describe('search in a browser', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let laptop: Device;
  before(async () => {
    await world.serve();
    const created = await world.account();
    assert.equal(created.code, 0, created.err);
    laptop = await world.device('Laptop');
    laptop.put('beach.jpg', await photo({ taken: '2023:07:08 09:10:11', model: 'Beachcam' }));
    laptop.put('forest.jpg', await photo({ taken: '2022:07:08 09:10:11' }));
    await laptop.sync();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });
  const shown = () => page.locator('.tile').evaluateAll((tiles) => tiles.map((each) => /, (\w+)\.jpg/i.exec(each.textContent ?? '')?.[1]));
  const found = (...names: string[]) => until(async () => ((await shown()).join() === names.join() ? true : null), `${names.join()} found`);
  const field = () => page.getByRole('searchbox', { name: 'Search your photos' });

  test('SR-7: what is typed is found while one types, stands in the address, and opens; the way back leads to it', async () => {
    await page.keyboard.press('/');
    await field().waitFor();
    await page.getByRole('button', { name: '2023', exact: true }).waitFor();
    await assertAccessible(page, 'search with ideas');
    await field().pressSequentially('beachc');
    await found('beach');
    // Who types on is shown what is found; its picture comes when they rest.
    await page.locator('.tile-picture.loaded').waitFor();
    await field().fill('july');
    await found('beach', 'forest');
    await field().fill('july 2022');
    await found('forest');
    await page.getByText('Taken: july 2022').waitFor();
    await page.waitForURL(/q=july/);
    await page.getByRole('button', { name: /, forest\.jpg/ }).click();
    await page.getByRole('dialog', { name: /forest\.jpg/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await field().inputValue(), 'july 2022');
    await page.reload();
    await found('forest');
    await field().fill('nothing of the sort');
    await page.getByText('Nothing found').waitFor();
    await assertAccessible(page, 'search without result');
    await page.goto(`${world.url}/search?q=2023`);
    await found('beach');
    assert.equal(await field().inputValue(), '2023');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.getByRole('button', { name: '2023', exact: true }).click();
    await found('beach');
  });

  test('SR-8: photos are found by the names of the places where they were taken', async () => {
    const gps = { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 3060/100', GPSLongitudeRef: 'E', GPSLongitude: '16/1 22/1 2316/100' };
    laptop.put(
      'cathedral.jpg',
      await sharp(await photo())
        .keepExif()
        .withExifMerge({ IFD3: gps })
        .jpeg()
        .toBuffer(),
    );
    await laptop.sync();
    await field().fill('vienna');
    await found('cathedral');
  });

  test('VW-31: versions of an edited photo are compared, and the original is shown again, on the device too; that is taken back', async () => {
    const original = await photo({ taken: '2019:05:06 07:08:09' });
    laptop.put('bridge.jpg', original);
    await laptop.sync();
    const edited = await sharp(original).modulate({ brightness: 0.4 }).withMetadata().jpeg().toBuffer();
    laptop.put('bridge.jpg', edited);
    await laptop.sync();
    assert.deepEqual(readFileSync(laptop.path('bridge.jpg')), edited);
    await field().fill('bridge');
    await found('bridge');
    await page.getByRole('button', { name: /, bridge\.jpg/ }).click();
    await page.getByRole('dialog', { name: /bridge\.jpg/ }).waitFor();
    await page.keyboard.press('i');
    const versions = page.getByRole('region', { name: 'Versions' });
    await versions.getByRole('button', { name: 'Compare' }).click();
    const compare = page.getByRole('dialog', { name: 'Compare versions' });
    await compare.getByText('Edited version, shown now').waitFor();
    await compare.getByRole('img', { name: 'bridge.jpg, original' }).waitFor();
    await assertAccessible(page, 'versions side by side');
    await compare.getByRole('button', { name: 'Revert to original' }).click();
    await page.getByText('Original is shown now, on all your devices.').waitFor();
    await versions.getByRole('listitem').filter({ hasText: 'Original' }).getByText('Shown').waitFor();
    await laptop.sync();
    assert.deepEqual(readFileSync(laptop.path('bridge.jpg')), original);
    await page.getByRole('button', { name: 'Undo' }).click();
    await versions.getByRole('listitem').filter({ hasText: 'Edited version' }).getByText('Shown').waitFor();
    await laptop.sync();
    assert.deepEqual(readFileSync(laptop.path('bridge.jpg')), edited);
    await page.keyboard.press('i');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('SR-9: who looks for what is not safe yet is told where it is, and why', async () => {
    await field().fill('not safe yet');
    await page.getByText('Everything on Laptop is safe').waitFor();
    const agent = laptop.start();
    const settings = await laptop.run('pause');
    assert.equal(settings.code, 0, settings.err);
    laptop.put('unsafe.jpg', await photo({ taken: '2024:01:02 03:04:05' }));
    const link = page.getByRole('link', { name: '1 photo on Laptop', exact: true });
    await link.waitFor({ timeout: 60_000 });
    await field().fill('on laptop only');
    await link.click();
    await page.getByText('unsafe.jpg').waitFor();
    await agent.stop();
    await page.goBack();
    await page.setViewportSize({ width: 390, height: 780 });
    await assertFits(page, 'search on a phone');
    assert.deepEqual(errors, []);
  });
});
