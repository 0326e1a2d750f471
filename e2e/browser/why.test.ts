import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { signInByPassword, type Session } from '../support/session.ts';
import { silentHour } from '../support/silent-hour.ts';
import { World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

describe('where is a photo, and why', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let laptop: Device;
  let desktop: Device;
  let session: Session;
  before(async () => {
    await world.serve();
    const created = await world.account();
    assert.equal(created.code, 0, created.err);
    laptop = await world.device('Laptop');
    desktop = await world.device('Desktop');
    laptop.put('holiday.jpg', await photo());
    laptop.put('trip/same.jpg', await photo());
    laptop.put('party/same.jpg', await photo());
    await laptop.sync();
    await desktop.sync();
    session = await signInByPassword(world.url);
    assert.equal((await desktop.run('settings', 'set', 'direction', 'download-only')).code, 0);
    desktop.put('only on the desktop.jpg', await photo());
    const agent = desktop.start();
    const reason = async () => (await session.ok('itemsNamed', { query: { name: 'only on' } })).items[0]?.entry.reasons[0]?.code;
    await until(async () => (await reason()) === 'not-in-this-direction', 'the desktop to tell why its photo stays', 120_000);
    await agent.stop();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const search = (within: Page = page) => within.getByLabel('File name');

  test('WY-17: from the page of devices, by keyboard alone, a photo is found by its name, with each place, why, and its history in words', async () => {
    await page.goto(`${world.url}/devices`);
    const link = page.getByRole('link', { name: 'Where is …?' });
    await link.waitFor();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Where is …?' }).waitFor();
    await assertAccessible(page, 'the search, empty');
    await search().focus();
    await page.keyboard.type('HOLI');
    const answer = page.getByRole('group', { name: 'holiday.jpg' });
    const where = answer.getByRole('region', { name: 'Where it is and why' });
    await where.getByText('Safe', { exact: true }).waitFor();
    await where.getByText('Original here').first().waitFor();
    assert.equal(await where.getByText('Original here').count(), 2);
    assert.equal(await where.getByText(/^As of /).count(), 2);
    await answer.getByRole('region', { name: 'History' }).getByText('Added on Laptop').waitFor();
    await assertAccessible(page, 'an answer');
    await answer.getByRole('link', { name: 'Open the photo' }).click();
    await page.getByRole('dialog', { name: /holiday\.jpg/ }).waitFor();
    await page.goBack();
  });

  test('WY-18: of several photos of one name each has its picture and its own answer, which stands in the address', async () => {
    await search().fill('same');
    await page.getByText('2 photos in your library.').waitFor();
    const results = page.getByRole('link', { name: /^same\.jpg/ });
    assert.equal(await results.count(), 2);
    await until(async () => (await page.locator('.why-result img').count()) === 2, 'both pictures', 300_000);
    await results.nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'same.jpg' }).getByText('Added on Laptop').waitFor();
    assert.equal(await results.nth(1).getAttribute('aria-expanded'), 'true');
    await page.reload();
    await page.getByRole('group', { name: 'same.jpg' }).getByText('Added on Laptop').waitFor();
    await search().fill('nothing like it');
    await page.getByText('Nothing is called “nothing like it”, in your library or among what devices told.').waitFor();
  });

  test('WY-19: what only a device has is told there, with why it is not in the cloud', async () => {
    await search().fill('only on');
    const elsewhere = page.getByRole('region', { name: 'Not in the cloud yet' });
    await elsewhere.getByText('only on the desktop.jpg').waitFor();
    await elsewhere.getByText(/^Desktop is set to/).waitFor();
    await assertAccessible(page, 'what only a device has');
  });

  test('WY-20: the information of an open photo tells places, why, and history; of a deleted one on which devices that acts', async () => {
    await page.goto(world.url);
    await page.locator('.tile-open').first().waitFor();
    await page
      .getByRole('button', { name: /holiday\.jpg/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: /holiday\.jpg/ }).waitFor();
    await page.keyboard.press('i');
    const info = page.getByRole('complementary', { name: 'Information' });
    await info.getByText('Where it is, and why').waitFor();
    await info.getByText('Added on Laptop').waitFor();
    await page.keyboard.press('Delete');
    await page
      .getByText(/Recently Deleted\. It leaves (Desktop and Laptop|Laptop and Desktop) with the next sync there .* for 30 days\./)
      .first()
      .waitFor();
    await page.goto(`${world.url}/why?name=holiday`);
    await page.getByText(/^It leaves .* can be brought back until \d+ \w+ \d{4}\.$/).waitFor();
    await page.getByText(/^Moved to Recently Deleted in /).waitFor();
  });

  test('DN-8: a silent device is told of on every page with what is not safe there, and by its card what to do, until it is heard from', async () => {
    assert.equal((await desktop.run('settings', 'set', 'direction', 'both')).code, 0);
    assert.equal((await desktop.run('pause')).code, 0);
    await desktop.once();
    await silentHour(world);
    await laptop.sync();
    await page.goto(world.url);
    await page.getByText(/^Desktop was not heard from since .*; 1 photo there is not safe\.$/).waitFor();
    await page.getByRole('status').getByRole('link', { name: 'Devices' }).click();
    await page
      .getByRole('article', { name: 'Desktop' })
      .getByText(/See that it is on, connected/)
      .waitFor();
    await assertAccessible(page, 'a silent device');
    await page.goto(`${world.url}/why?name=same`);
    await page.getByText('2 photos in your library.').waitFor();
  });

  test('SH-41: for a silent device the page says what to do there, and leads to what it held, before it offers to remove it', async () => {
    await page.goto(`${world.url}/health`);
    const check = page.getByRole('article', { name: 'Desktop' }).getByRole('listitem', { name: 'Check 5', exact: true });
    const finding = check.getByRole('listitem').filter({ hasText: /^Desktop was not heard from since / });
    await finding
      .getByText(
        /^See that Desktop is on, connected, .* \(rollcall sync\)\. If it stays silent, rollcall doctor says there what is in the way\.$/,
      )
      .waitFor();
    assert.deepEqual(await finding.getByRole('link').allTextContents(), ['See what it held then', 'Remove it, if it is gone']);
    await finding.getByRole('link', { name: 'See what it held then' }).click();
    await page.getByText('only on the desktop.jpg').first().waitFor();
  });

  test('DN-8: with the first word of a device that was silent nothing is told of that any more', async () => {
    await page.goto(`${world.url}/health`);
    const notices = page.getByText(/^Desktop was not heard from since /);
    await notices.first().waitFor();
    assert.equal((await desktop.run('status')).code, 0);
    await until(async () => (await notices.count()) === 0, 'the page to tell no more of it', 60_000);
  });

  test('WY-21: dark, and as narrow as a phone, the search and its answers are whole and accessible', async () => {
    const state = await page.context().storageState();
    for (const options of [{ colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }]) {
      const { page: other, errors: others } = await openPage(browser, { ...options, storageState: state });
      for (const name of ['', 'holiday', 'only on']) {
        await other.goto(`${world.url}/why${name === '' ? '' : `?name=${name}`}`);
        await other.getByRole('heading', { level: 1 }).waitFor();
        if (name === 'holiday') await other.getByText('Added on Laptop').waitFor();
        if (name === 'only on') await other.getByText('only on the desktop.jpg').waitFor();
        await assertAccessible(other, `“${name}” ${JSON.stringify(options)}`);
        await assertFits(other, `“${name}” ${JSON.stringify(options)}`);
      }
      assert.deepEqual(others, []);
      await other.context().close();
    }
    assert.deepEqual(errors, []);
  });
});
