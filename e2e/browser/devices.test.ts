import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { PASSWORD, World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn, upload, uploaded, shifted } from './chromium.ts';

describe('devices, and room', () => {
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
    for (let index = 0; index < 3; index += 1) laptop.put(`IMG_${index}.jpg`, await photo());
    laptop.put('notes.txt', Buffer.from('no photo'));
    await laptop.sync();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const card = (name: string) => page.getByRole('article', { name });

  test('WE-42: each device shows what it told: its counts, its reasons, and the list behind each', async () => {
    await page.getByRole('link', { name: 'All 3 photos are safe' }).click();
    await card('Laptop').getByText('4 files').waitFor();
    await card('Laptop').getByText('Up to date').waitFor();
    await card('Laptop').getByRole('link', { name: '3 Safe' }).waitFor();
    await card('Laptop').getByText('Not a photo or video.').waitFor();
    await assertAccessible(page, 'devices');
    await card('Laptop').getByRole('link', { name: '1 Left out' }).click();
    await page.getByText('notes.txt').waitFor();
    await assertAccessible(page, 'the items of a device');
    await page.goBack();
    await card('Laptop').getByRole('link', { name: '3 Safe' }).click();
    await page.getByRole('link', { name: 'IMG_1.jpg' }).click();
    await page.getByRole('dialog', { name: /IMG_1\.jpg/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('WE-43: a device can be renamed', async () => {
    await page.getByRole('link', { name: 'Devices', exact: true }).click();
    await card('Laptop').getByRole('button', { name: 'Rename Laptop' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Old laptop');
    await page.keyboard.press('Enter');
    await card('Old laptop').waitFor();
  });

  test('WE-44: to remove a device the password is asked; a wrong one is told', async () => {
    await card('Old laptop').getByRole('button', { name: 'Remove Old laptop' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove Old laptop?' });
    await assertAccessible(page, 'removing a device');
    await dialog.getByLabel('Your password').fill('something else');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/password/i)
      .waitFor();
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card('Old laptop').waitFor({ state: 'detached' });
    assert.equal(laptop.files().size, 4, 'its photos stay');
  });

  test('DV-19: an app password is made on the page Account and shown once; the app is seen with what it brought and was refused, and is removed', async () => {
    await page.goto(`${world.url}/account`);
    await page.getByRole('button', { name: 'Make an app password…' }).click();
    const asks = page.getByRole('dialog', { name: 'A password for an app' });
    await asks.getByLabel('Which app').fill('PhotoSync');
    await asks.getByLabel('Your password').fill(PASSWORD);
    await assertAccessible(page, 'asking for an app password');
    await asks.getByRole('button', { name: 'Make it' }).click();
    const told = page.getByRole('dialog', { name: 'Give this to the app' });
    await assertAccessible(page, 'what an app is to be given');
    const [address = '', folder = '', user = '', password = ''] = await told.locator('code').allTextContents();
    await told.getByRole('button', { name: 'Done' }).click();
    await page.getByText('0 photos brought').waitFor();
    assert.equal(await page.getByText(password).count(), 0, 'it is not shown again');
    const headers = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
    const put = async (name: string, body: Uint8Array): Promise<number> =>
      (await fetch(`${address}${folder}/${name}`, { method: 'PUT', headers, body: body as Uint8Array<ArrayBuffer> })).status;
    assert.deepEqual([await put('new.jpg', await photo()), await put('notes.txt', Buffer.from('no photo'))], [201, 415]);
    await page.goto(`${world.url}/devices`);
    await card('PhotoSync').getByText('1 photo brought').waitFor();
    await card('PhotoSync').getByText('App over WebDAV, which only brings photos').waitFor();
    await assertAccessible(page, 'an app among the devices');
    await card('PhotoSync')
      .getByRole('link', { name: /^1 item: Not a photo or video/ })
      .click();
    await page.getByText('notes.txt').waitFor();
    await page.goto(`${world.url}/health`);
    await card('PhotoSync').getByText('cannot be seen from here').waitFor();
    await assertAccessible(page, 'an app on Sync health');
    await page.goto(`${world.url}/account`);
    await page.getByText('1 photo brought').waitFor();
    await page.getByRole('button', { name: 'Remove PhotoSync' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove PhotoSync?' });
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove PhotoSync' }).waitFor({ state: 'detached' });
    assert.equal(await put('other.jpg', await photo()), 401);
  });

  test('WE-45: dark, and as narrow as a phone, every page is whole and accessible', async () => {
    const state = await page.context().storageState();
    for (const options of [{ colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }]) {
      const { page: other, errors: others } = await openPage(browser, { ...options, storageState: state });
      for (const path of ['/', '/devices', '/deleted', '/account', '/link']) {
        await other.goto(world.url + path);
        await other.getByRole('heading', { level: 1 }).waitFor();
        await assertAccessible(other, `${path} ${JSON.stringify(options)}`);
        await assertFits(other, `${path} ${JSON.stringify(options)}`);
      }
      await other.goto(world.url);
      await other.locator('.tile-open').first().click();
      await other.getByRole('dialog').waitFor();
      await other.getByRole('button', { name: /^Information/ }).click();
      await other.getByRole('complementary', { name: 'Information' }).waitFor();
      await assertAccessible(other, `viewer ${JSON.stringify(options)}`);
      assert.deepEqual(others, []);
      await other.context().close();
    }
  });

  test('WE-53: written from right to left, every page is whole', async () => {
    const { page: other, errors: others } = await openPage(browser, {
      storageState: await page.context().storageState(),
      viewport: { width: 390, height: 844 },
    });
    await other.addInitScript(() => document.addEventListener('DOMContentLoaded', () => (document.documentElement.dir = 'rtl')));
    for (const path of [
      '/',
      '/albums',
      '/devices',
      '/deleted',
      '/health',
      '/settings',
      '/storage',
      '/storage/free-up',
      '/account',
      '/why?name=IMG',
    ]) {
      await other.goto(world.url + path);
      await other.getByRole('heading', { level: 1 }).waitFor();
      await assertFits(other, `${path} from right to left`);
    }
    const links = other.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    const [first, second] = [await links.nth(0).boundingBox(), await links.nth(1).boundingBox()];
    assert.ok(first!.x > second!.x, 'the pages are named from right to left');
    assert.deepEqual(others, []);
    await other.context().close();
  });

  test('WE-54: while a page fills, nothing on it moves', async () => {
    const storageState = await page.context().storageState();
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      const { page: other } = await openPage(browser, { storageState, viewport });
      for (const [path, last] of [
        ['/', '.tile'],
        ['/devices', '.devices > li'],
        ['/health', '.safety-words:not(:has-text("Asking"))'],
        ['/storage', 'section[aria-labelledby="plan"]'],
        ['/account', 'section[aria-labelledby="close"]'],
      ] as const) {
        await other.goto(world.url + path);
        await other.locator(last).first().waitFor();
        const sum = await shifted(other);
        assert.ok(sum < 0.02, `${path} at ${viewport.width} px moved by ${sum}`);
      }
      await other.context().close();
    }
  });

  test('WE-46: on a touch screen, holding a finger on a photo chooses it', async () => {
    const { page: phone } = await openPage(browser, {
      storageState: await page.context().storageState(),
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await phone.goto(world.url);
    const first = phone.locator('.tile-open').first();
    await first.waitFor();
    const box = (await first.boundingBox())!;
    const session = await phone.context().newCDPSession(phone);
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await phone.waitForTimeout(700);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await phone.getByText('1 selected').waitFor();
    assert.equal(await phone.getByRole('dialog').count(), 0);
    await phone.context().close();
  });

  test('WE-47: a full cloud is told with what is needed and free, and the other files go on', async () => {
    const made = await world.account('bob@example.org', ['--quota', '200000']);
    assert.equal(made.code, 0, made.err);
    const { page: other } = await openPage(browser);
    await signIn(other, world.url, 'bob@example.org');
    await upload(other, [
      { name: 'large.jpg', bytes: await photo({ size: 1200 }) },
      { name: 'small.jpg', bytes: await photo({ size: 64 }) },
    ]);
    assert.equal(await uploaded(other), '1 added, 1 not uploaded');
    await other.getByText(/Your cloud is full: needs .*, .* free/).waitFor();
    await other.getByRole('button', { name: 'Try it again' }).waitFor();
    await other.context().close();
  });

  test('WE-48: a browser whose session has ended is led to sign in', async () => {
    await page.goto(`${world.url}/devices`);
    await page.context().clearCookies();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.waitForURL('**/sign-in*');
    assert.deepEqual(errors, []);
  });
});
