import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { Running } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { Device, EMAIL, PASSWORD, World } from '../support/world.ts';
import { assertAccessible, openBrowser, openPage } from './chromium.ts';

describe('letting a device in', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  before(async () => {
    await world.serve();
    const created = await world.account();
    assert.equal(created.code, 0, created.err);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  /** `link` without an e-mail address, up to where it shows its code and the address with it. */
  async function asking(name: string): Promise<{ link: Running; code: string; address: string }> {
    const device = new Device(world, name);
    mkdirSync(device.folder, { recursive: true });
    device.put('IMG_1.jpg', await photo());
    const link = new Running(['link', '--home', device.home, '--server', world.url, '--folder', device.folder, '--name', name, '--yes']);
    world.adopt(link);
    const [, code = ''] = await link.line(/enter ([A-Z]{4}-[A-Z]{4})/);
    const [, address = ''] = await link.line(/or open (\S+)/);
    return { link, code, address };
  }

  test('SI-20: the address with the code leads through sign-in to the device, which is let in by keyboard alone', async () => {
    const { link, code, address } = await asking('Laptop');
    await page.goto(address);
    await page.waitForURL('**/sign-in?next=link*');
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'May Laptop join your library?' }).waitFor();
    assert.ok(!page.url().includes(code), 'the code does not stay in the address');
    for (const [term, words] of [
      ['Code', code],
      ['Device', 'Laptop'],
      ['System', 'linux'],
      ['Asks from', '127.0.0.1'],
    ] as const)
      await page.locator('dl > div', { hasText: term }).getByText(words, { exact: false }).last().waitFor();
    await page.getByText(`see every photo of ${EMAIL}`).waitFor();
    await assertAccessible(page, 'the question');
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    assert.match(focused, /May Laptop join/, 'the question has the focus');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Approve');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Laptop may come in. It goes on by itself.').waitFor();
    await assertAccessible(page, 'the end');
    await link.ended();
    assert.equal(link.child.exitCode, 0);
    assert.match(link.out, /is now a device called Laptop/);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Devices', exact: true }).click();
    await page.getByRole('article', { name: 'Laptop' }).getByText('from 127.0.0.1').waitFor();
  });

  test('SI-21: a code is typed as one likes; a wrong one is told; a denied device gets nothing', async () => {
    const { link, code } = await asking('Stranger');
    await page.goto(`${world.url}/devices`);
    await page.getByRole('link', { name: 'Let a device in…' }).click();
    await page.getByRole('heading', { name: 'Let a device in' }).waitFor();
    await assertAccessible(page, 'typing a code');
    const field = page.getByLabel('Code');
    await field.fill('AAAA');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('eight letters').waitFor();
    await field.fill('BCDF-GHJK');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('No device waits with this code').waitFor();
    await field.fill(` ${code.toLowerCase().replace('-', ' ')}`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'May Stranger join your library?' }).waitFor();
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByRole('status').getByText('Stranger was denied. It gets nothing.').waitFor();
    await link.ended();
    assert.equal(link.child.exitCode, 3);
    assert.match(link.err, /denied/);
  });

  test('SI-20: dark, and as narrow as a phone, the page is whole and accessible', async () => {
    const { link, code } = await asking('A device with a name that is rather long, as the names of devices sometimes are');
    const state = await page.context().storageState();
    for (const options of [{ colorScheme: 'dark' as const }, { viewport: { width: 360, height: 800 }, isMobile: true, hasTouch: true }]) {
      const { page: other, errors: others } = await openPage(browser, { ...options, storageState: state });
      await other.goto(`${world.url}/link`);
      await other.getByLabel('Code').waitFor();
      await assertAccessible(other, `the code ${JSON.stringify(options)}`);
      await other.getByLabel('Code').fill(code);
      await other.getByRole('button', { name: 'Go on' }).click();
      await other.getByRole('button', { name: 'Approve' }).waitFor();
      await assertAccessible(other, `the question ${JSON.stringify(options)}`);
      const over = await other.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${over} pixels too wide`);
      assert.deepEqual(others, []);
      await other.context().close();
    }
    await link.stop();
  });

  test('SI-22: other browsers are signed out together, with the password', async () => {
    const others = [await signInByPassword(world.url), await signInByPassword(world.url)];
    await page.goto(`${world.url}/devices`);
    await page.getByRole('button', { name: /Sign out 2 other browsers/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign out 2 other browsers?' });
    await assertAccessible(page, 'signing out other browsers');
    await dialog.getByLabel('Your password').fill('something else');
    await page.keyboard.press('Enter');
    await dialog
      .getByRole('alert')
      .getByText(/password/)
      .waitFor();
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    for (const other of others) await assert.rejects(other.ok('session', {}), /signed in/);
    await page.reload();
    await page.getByRole('article', { name: 'Laptop' }).waitFor();
    assert.equal(await page.getByRole('button', { name: /other browser/ }).count(), 0);
    assert.deepEqual(errors, []);
  });

  test('SI-23: the password for what cannot be taken back is asked once in a while, not each time', async () => {
    const laptop = new Device(world, 'Laptop');
    laptop.put('IMG_2.jpg', await photo());
    await laptop.sync();
    await page.goto(world.url);
    for (const name of ['IMG_1.jpg', 'IMG_2.jpg']) {
      await page.getByRole('button', { name: new RegExp(name) }).focus();
      await page.keyboard.press('Delete');
      await page.getByRole('button', { name: new RegExp(name) }).waitFor({ state: 'detached' });
    }
    await page.getByRole('link', { name: 'Recently Deleted' }).click();
    const question = page.getByRole('dialog', { name: /for good\?/ });
    const group = page.getByRole('group', { name: 'Recently deleted photos and videos' });
    await group.getByRole('button', { name: /IMG_1/ }).focus();
    await page.keyboard.press('Delete');
    await question.getByLabel('Your password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    await group.getByRole('button', { name: /IMG_1/ }).waitFor({ state: 'detached' });
    await group.getByRole('button', { name: /IMG_2/ }).focus();
    await page.keyboard.press('Delete');
    await question.waitFor();
    assert.equal(await question.getByLabel('Your password').count(), 0, 'it is kept for a while');
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('Nothing is here.').waitFor();
    assert.deepEqual(errors, []);
  });
});
