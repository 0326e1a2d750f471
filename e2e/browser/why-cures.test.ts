import assert from 'node:assert/strict';
import { appendFileSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

const HOME = ['link=wifi', 'metered=no', 'roaming=no', 'battery=90', 'charging=yes', 'low-power=no', 'free-space=50GB'];
const NAMES = Array.from({ length: 12 }, (_, at) => `IMG_${String(at).padStart(2, '0')}.jpg`);

describe('why a photo is not there, and the buttons that end it', () => {
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
    await run('conditions', 'set', ...HOME);
    await laptop.sync();
    await laptop.start().line(/Keeping/);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const run = async (...args: string[]): Promise<void> => {
    const ended = await laptop.run(...args);
    assert.equal(ended.code, 0, `${args.join(' ')}: ${ended.out}${ended.err}`);
  };

  test('WY-56: beside why a photo is not in the cloud stands what ends it, and the button that does it there', async () => {
    await run('settings', 'set', 'mobile-data', 'off');
    await run('conditions', 'set', 'link=cellular');
    laptop.put('beach.jpg', await photo({ size: 64 }));
    await page.goto(`${world.url}/why?name=beach`);
    const elsewhere = page.getByRole('region', { name: 'Not in the cloud yet' });
    await elsewhere.getByText(/^Waiting for Wi-Fi\./).waitFor();
    await elsewhere.getByText('(simulated: link)', { exact: false }).waitFor({ timeout: 60_000 });
    await assertAccessible(page, 'a photo that waits');
    await assertFits(page, 'a photo that waits');
    await elsewhere.getByRole('button', { name: 'Allow mobile data' }).click();
    await page.getByText('1 photo in your library.').waitFor();
    await run('conditions', 'set', ...HOME);
    // It is written for as long as it takes to be seen.
    const pieces = await photo({ size: 200 });
    laptop.put('cut.jpg', pieces.subarray(0, 3000));
    const writing = setInterval(() => appendFileSync(laptop.path('cut.jpg'), pieces.subarray(3000, 3010)), 1000);
    await page.goto(`${world.url}/why?name=cut`);
    await elsewhere
      .getByText('What ends it: The file staying the same for some seconds.', { exact: false })
      .waitFor()
      .finally(() => clearInterval(writing));
    rmSync(laptop.path('cut.jpg'));
  });

  test('WY-57: at a place where a photo is not, the button ends why, or leads to where that is done', async () => {
    await run('pause');
    laptop.put('dunes.jpg', await photo({ size: 64 }));
    rmSync(laptop.path('IMG_11.jpg'));
    await page.goto(`${world.url}/why?name=IMG_11`);
    const answer = page.getByRole('group', { name: 'IMG_11.jpg' });
    await answer.getByText('Not here; held back by its settings').waitFor();
    await answer.getByRole('button', { name: 'Resume' }).click();
    await answer.getByText('In Recently Deleted', { exact: true }).waitFor({ timeout: 60_000 });
    for (const name of NAMES.slice(0, 8)) rmSync(laptop.path(name));
    await page.goto(`${world.url}/why?name=IMG_00`);
    await page.getByRole('link', { name: 'Keep or delete…' }).click({ timeout: 60_000 });
    await page.getByRole('region', { name: 'Missing on Laptop' }).getByRole('button', { name: 'Keep' }).waitFor();
    assert.deepEqual(errors, []);
  });
});
