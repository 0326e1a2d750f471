import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { LIMITS } from '@rollcall/protocol';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { EMAIL, PASSWORD, World, type Device } from '../support/world.ts';
import { HOME } from '../statuses/told.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn, upload } from './chromium.ts';

const BEN = 'ben@example.org';
const SHAPES = [{ colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }];
/** What is made of a file, and what a device tells, takes as long as the machine has others to serve. */
const LATE = { timeout: 120_000 };

describe('closing an account at its page', () => {
  const world = new World();
  let browser: Browser;
  let ben: Page;
  let laptop: Device;
  const errors: string[][] = [];
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    assert.equal((await world.account(BEN)).code, 0);
    laptop = await world.device('Laptop', BEN);
    assert.equal((await laptop.run('conditions', 'set', ...HOME)).code, 0);
    laptop.put('IMG_1.jpg', await photo({ size: 300 }));
    await laptop.sync();
    browser = await openBrowser();
    ben = await person(BEN);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const person = async (email: string): Promise<Page> => {
    const { page, errors: its } = await openPage(browser);
    errors.push(its);
    await signIn(page, world.url, email);
    return page;
  };
  const image = async (name: string) => ({ name, bytes: Buffer.from(await photo({ size: 320 })) });
  const banner = (page: Page) => page.getByRole('status').filter({ hasText: /^Your library closes on \d{1,2} \w+ \d{4}\./ });
  const shapes = async (look: (page: Page, where: string) => Promise<void>): Promise<void> => {
    for (const options of SHAPES) {
      const { page, errors: its } = await openPage(browser, { ...options, storageState: await ben.context().storageState() });
      await look(page, JSON.stringify(options));
      assert.deepEqual(its, []);
      await page.context().close();
    }
  };
  const ask = async (page: Page): Promise<void> => {
    await page.goto(`${world.url}/account`);
    await page.getByRole('button', { name: 'Close the account…' }).click();
    await page.getByRole('dialog', { name: 'Close this account?' }).waitFor();
  };

  test('AC-35: the page says what would be lost, asks for the password, shows the day on every page, and keeps the library again; what could not be uploaded meanwhile goes on by itself', async () => {
    await upload(ben, [await image('only-here.jpg')]);
    await ben.getByText('Upload finished').first().waitFor(LATE);
    await shapes(async (page, where) => {
      await ask(page);
      await page.getByText('1 photo is only in the cloud').waitFor();
      await assertAccessible(page, where);
      await assertFits(page, where);
    });
    await ask(ben);
    await ben.getByText(/would be gone then: only-here\.jpg\. To have it first/).waitFor();
    await assertAccessible(ben, 'the question');
    await ben.getByLabel('Your password').fill('not the password');
    await ben.getByRole('button', { name: 'Close the account', exact: true }).click();
    await ben.getByText('The password is not right.').waitFor();
    await ben.getByLabel('Your password').fill(PASSWORD);
    await ben.getByRole('button', { name: 'Close the account', exact: true }).click();
    await banner(ben).waitFor();
    await ben.getByText(/^It closes on .*, as was asked for on /).waitFor();
    await shapes(async (page, where) => {
      for (const path of ['/account', '/']) {
        await page.goto(`${world.url}${path}`);
        await banner(page).waitFor();
        await assertAccessible(page, `${path} ${where}`);
        await assertFits(page, `${path} ${where}`);
      }
    });

    const tray = ben.getByRole('region', { name: 'Uploads' });
    await ben.goto(world.url);
    await upload(ben, [await image('too-late.jpg')]);
    await tray.getByText(/^Your library closes on .*, and takes nothing new\. Keep it, and this goes on by itself\./).waitFor(LATE);
    laptop.start();
    await laptop.agent?.line(/Keeping/);
    // Not by its address: what waits in the tray is of this visit.
    await ben.getByRole('link', { name: 'Sync health' }).click();
    await ben.getByText(/The library closes on \d{4}-\d\d-\d\d: nothing new goes to the cloud/).waitFor(LATE);
    await assertAccessible(ben, 'Sync health');
    await ben.locator('.finding').getByRole('button', { name: 'Keep my library' }).click();
    await banner(ben).waitFor({ state: 'detached' });
    await tray.getByText('Safe in your library').waitFor(LATE);
    await ben.getByText(/The library closes on/).waitFor({ state: 'detached', ...LATE });
    assert.deepEqual(errors.flat(), []);
  });

  test('AC-42: the last owner, who cannot be closed while others have accounts, is shown no button that would', async () => {
    const owner = await person(EMAIL);
    await ask(owner);
    await owner.getByText(/You are the only owner of this server, and others have accounts on it/).waitFor();
    assert.equal(await owner.getByLabel('Your password').count(), 0);
    assert.equal(await owner.getByRole('button', { name: 'Close the account', exact: true }).count(), 0);
    await assertAccessible(owner, 'the last owner');
    await owner.context().close();
  });

  test('AC-36: the last owner is told what is to be done first; the library’s end leads to the page that says what happened', async () => {
    const owner = await person(EMAIL);
    await ask(owner);
    await owner.getByText(/Make one of them an owner first/).waitFor();
    await owner.context().close();
    await ask(ben);
    await ben.getByLabel('Your password').fill(PASSWORD);
    await ben.getByRole('button', { name: 'Close the account', exact: true }).click();
    await banner(ben).getByRole('button', { name: 'Keep my library' }).click();
    await banner(ben).waitFor({ state: 'detached' });
    await ask(ben);
    await ben.getByLabel('Your password').fill(PASSWORD);
    await ben.getByRole('button', { name: 'Close the account', exact: true }).click();
    await banner(ben).waitFor();
    await world.server?.stop();
    const database = new DatabaseSync(join(world.data, 'rollcall.sqlite'));
    database.prepare("UPDATE server_facts SET value = CAST(value + ? AS TEXT) WHERE name = 'seen-time'").run(LIMITS.closing);
    database.close();
    await world.serveAgain();
    await ben.getByRole('heading', { name: 'Sign in' }).waitFor(LATE);
    await ben.getByLabel('Email').fill(BEN);
    await ben.getByLabel('Password').fill(PASSWORD);
    await ben.getByRole('button', { name: 'Sign in' }).click();
    await ben.getByText(/This library was closed on \d{4}-\d\d-\d\d\. The photos on your devices stay where they are\./).waitFor();
    await assertAccessible(ben, 'what happened');
    assert.deepEqual(errors.flat(), []);
  });
});
