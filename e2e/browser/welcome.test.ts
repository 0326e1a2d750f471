import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { EMAIL, PASSWORD, World } from '../support/world.ts';
import { assertAccessible, openBrowser, openPage } from './chromium.ts';

describe('the first visit, and the next', () => {
  const world = new World();
  let browser: Browser;
  before(async () => {
    [browser] = await Promise.all([openBrowser(), world.serve()]);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  test('WE-30: the first visit creates the owner’s account, with the set-up token and no other', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(world.url);
    await page.waitForURL('**/setup');
    await assertAccessible(page, 'set-up');
    await page.getByLabel('Your name').fill('Ann');
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByLabel('Set-up token').fill('not-the-token');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('alert').getByText(/token/i).waitFor();

    const token = readFileSync(join(world.data, 'setup-token'), 'utf8').trim();
    // Pasted while the page is open: only what follows the # changes, and nothing is loaded again.
    await page.evaluate('window.sameDocument = true');
    await page.goto(`${world.url}/setup#token=${token}`);
    await page.locator(`input[name=token][value="${token}"]`).waitFor();
    assert.equal(await page.evaluate('window.sameDocument'), true);
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Ann', 'what was typed before stays');
    await page.goto('about:blank');
    await page.goto(`${world.url}/setup#token=${token}`);
    assert.equal(await page.getByLabel('Set-up token').inputValue(), token);
    await page.getByLabel('Your name').fill('Ann');
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No photos yet' }).waitFor();
    assert.ok(!page.url().includes(token), 'the spent token does not stay in the address');
    await assertAccessible(page, 'the empty library');
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test('WE-31: a wrong password is told; the right one shows the library; signing out ends it', async () => {
    const { page, errors } = await openPage(browser);
    await page.goto(world.url);
    await page.waitForURL('**/sign-in');
    await assertAccessible(page, 'sign-in');
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByLabel('Password').fill('something else');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/password/i)
      .waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No photos yet' }).waitFor();
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByRole('heading', { name: 'Cloud storage' }).waitFor();
    await assertAccessible(page, 'account');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto(`${world.url}/devices`);
    await page.waitForURL('**/sign-in');
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test('WE-32: a chosen theme stays after a reload', async () => {
    const { page } = await openPage(browser, { colorScheme: 'light' });
    await page.goto(`${world.url}/sign-in`);
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.evaluate(() => localStorage.setItem('rollcall.theme', 'dark'));
    await page.reload();
    await page.getByLabel('Email').waitFor();
    assert.notEqual(await background(), light);
    await page.context().close();
  });
});
