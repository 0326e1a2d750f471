import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { PASSWORD, World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

const NAMES = Array.from({ length: 12 }, (_, at) => `IMG_${String(at).padStart(2, '0')}.jpg`);

describe('photos that went missing in masses', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let laptop: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
    for (const name of NAMES) laptop.put(name, await photo({ size: 64 }));
    await laptop.sync();
    cpSync(laptop.folder, `${world.root}/kept`, { recursive: true });
    for (const name of NAMES.slice(0, 7)) rmSync(laptop.path(name));
    assert.equal((await laptop.once()).code, 3);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const question = (on = page) => on.getByRole('region', { name: 'Missing on Laptop' });

  test('HD-23: the question stands at the device, with the pictures; all of them are a click away', async () => {
    await page.getByRole('link', { name: '7 photos went missing on Laptop' }).click();
    await question().getByText('7 photos went missing on Laptop. Keep them, or delete them everywhere?').waitFor();
    const links = question().getByRole('link', { name: /^IMG_0\d\.jpg$/ });
    await until(async () => (await links.count()) === 7, 'seven photos');
    await until(async () => (await question().locator('img').count()) === 7, 'seven pictures', 120_000);
    await assertAccessible(page, 'the question');
    await question().getByRole('link', { name: 'IMG_03.jpg' }).click();
    await page.getByRole('dialog', { name: /IMG_03\.jpg/ }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: /^7 items: / }).click();
    await page.getByText('7 photos went missing on Laptop').first().waitFor();
    await assertAccessible(page, 'the list');
    await page.goBack();
  });

  test('HD-24: dark, and as narrow as a phone, the question is whole and accessible', async () => {
    const storageState = await page.context().storageState();
    for (const options of [{ colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }]) {
      const { page: other, errors: others } = await openPage(browser, { ...options, storageState });
      await other.goto(`${world.url}/devices`);
      await question(other).getByRole('button', { name: 'Keep' }).waitFor();
      await assertAccessible(other, `the question ${JSON.stringify(options)}`);
      await assertFits(other, `the question ${JSON.stringify(options)}`);
      await question(other).getByRole('button', { name: 'Move to Recently Deleted…' }).click();
      await assertAccessible(other, `the dialog ${JSON.stringify(options)}`);
      await assertFits(other, `the dialog ${JSON.stringify(options)}`);
      assert.deepEqual(others, []);
      await other.context().close();
    }
  });

  test('HD-25: by keyboard: Keep is given to a device that is off, says so, and is done when it is back', async () => {
    await question().getByRole('button', { name: 'Keep' }).focus();
    await page.keyboard.press('Enter');
    await question().getByText('You chose to keep them: they come back when Laptop is back.').waitFor();
    assert.equal(await question().getByRole('button').count(), 0);
    await laptop.sync();
    assert.deepEqual([...laptop.files().keys()].sort(), NAMES);
    await question().waitFor({ state: 'detached' });
  });

  test('HD-26: Move to Recently Deleted asks the password; a wrong one is told, and the right one lets the device delete them', async () => {
    const agent = laptop.start();
    await agent.line(/Keeping/);
    for (const name of NAMES.slice(0, 7)) rmSync(laptop.path(name));
    await question().getByRole('button', { name: 'Move to Recently Deleted…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete 7 photos everywhere?' });
    await dialog.getByLabel('Your password').fill('something else');
    await page.keyboard.press('Enter');
    await dialog
      .getByRole('alert')
      .getByText(/password/i)
      .waitFor();
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Move to Recently Deleted' }).click();
    await dialog.waitFor({ state: 'detached' });
    await question().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'All 5 photos are safe' }).waitFor();
    assert.equal(await agent.stop(), 0);
    const { items } = await laptop.json<{ items: unknown[] }>('trash', 'ls');
    assert.equal(items.length, 7);
    assert.deepEqual(errors, []);
  });
});
