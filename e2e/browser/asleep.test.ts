import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import type { Running } from '../support/program.ts';
import { World } from '../support/world.ts';
import { assertAccessible, openBrowser, openPage, signIn } from './chromium.ts';

describe('a device that falls asleep', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let agent: Running;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const laptop = await world.device('Laptop');
    laptop.put('IMG_1.jpg', await photo({ size: 64 }));
    await laptop.sync();
    agent = laptop.start();
    await agent.line(/Keeping/);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    agent?.child.kill('SIGCONT');
    await browser?.close();
    await world.end();
  });

  test('SH-28: a device that sleeps, its connection still open, is soon not called connected while somebody looks, nor are its words called now; it is when it wakes', async () => {
    await page.goto(`${world.url}/health`);
    const card = page.getByRole('article', { name: 'Laptop' });
    await card.getByText(/connected now/).waitFor();
    await card.getByText('as of now', { exact: true }).waitFor();
    agent.child.kill('SIGSTOP');
    await card.getByText(/heard within the last minute/).waitFor({ timeout: 90_000 });
    await card.getByText(/^as of \d\d:\d\d$/).waitFor();
    await card
      .getByText(/^Laptop (?:does not answer|is not connected): .* What stands here is as of \d\d:\d\d; /)
      .waitFor({ timeout: 90_000 });
    for (const check of ['Check 2', 'Check 5'])
      await card.getByRole('listitem', { name: check, exact: true }).getByText('Cannot be seen from here', { exact: true }).waitFor();
    await assertAccessible(page, 'a device that sleeps');
    agent.child.kill('SIGCONT');
    await card.getByText(/connected now/).waitFor({ timeout: 90_000 });
    assert.deepEqual(errors, []);
  });
});
