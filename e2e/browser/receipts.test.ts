import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { World, type Device } from '../support/world.ts';
import { assertAccessible, openBrowser, openPage, signIn } from './chromium.ts';

describe('receipts on the page', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let a: Device;
  let b: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    b = await world.device('Phone');
    a.put('one.jpg', await photo({ size: 64 }));
    for (const device of [a, b]) await device.sync();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
    await page.getByRole('link', { name: 'Sync health' }).click();
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  test('ER-32: a receipt that a command got stands on the card of its device with its age, and outlives the device: the page gives it as a file that is valid', async () => {
    const card = page.getByRole('article', { name: 'Laptop' });
    await card.waitFor();
    const last = page.getByRole('region', { name: 'Last receipt of Laptop' });
    assert.equal(await last.count(), 0);
    assert.equal((await a.run('verify', '--erase')).code, 0);
    await last
      .getByText(/^Receipt, just now: the one file on it was in the cloud, which read its own .* It speaks of that moment/)
      .waitFor();
    await assertAccessible(page, 'a receipt');
    assert.equal((await a.run('unlink')).code, 0);
    const gone = page.getByRole('region', { name: 'Devices that are gone' });
    await gone.getByText('Laptop', { exact: true }).waitFor();
    await assertAccessible(page, 'a receipt of a device that is gone');
    const save = gone.getByRole('button', { name: 'Save the receipt' });
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const checked = await b.run('receipt', 'check', await download.path());
    assert.equal(checked.code, 0, checked.err);
    assert.match(checked.out, /everything on Laptop \(1 file\)/);
    assert.deepEqual(errors, []);
  });
});
