import assert from 'node:assert/strict';
import sharp from 'sharp';
import { test } from 'node:test';
import { photo } from '../support/photos.ts';
import { World } from '../support/world.ts';
import { assertAccessible, openBrowser, openPage, signIn } from './chromium.ts';

test('PN-6: a photo’s information names the place where it was taken, with its coordinates', async () => {
  const world = new World();
  const browser = await openBrowser();
  try {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const device = await world.device('Laptop');
    const gps = { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 3060/100', GPSLongitudeRef: 'E', GPSLongitude: '16/1 22/1 2316/100' };
    device.put(
      'cathedral.jpg',
      await sharp(await photo())
        .keepExif()
        .withExifMerge({ IFD3: gps })
        .jpeg()
        .toBuffer(),
    );
    await device.sync();
    const { page, errors } = await openPage(browser);
    await signIn(page, world.url);
    await page.locator('[data-tile]').first().click();
    await page.getByRole('dialog', { name: /cathedral\.jpg/ }).waitFor();
    await page.keyboard.press('i');
    const info = page.getByRole('complementary', { name: 'Information' });
    await info.getByText('Vienna, Austria', { exact: true }).waitFor({ timeout: 60_000 });
    await info.getByText(/48\.2085.*16\.373/).waitFor();
    await assertAccessible(page, 'information with a place');
    assert.deepEqual(errors, []);
  } finally {
    await browser.close();
    await world.end();
  }
});
