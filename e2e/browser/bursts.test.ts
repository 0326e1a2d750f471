import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { World } from '../support/world.ts';
import { assertAccessible, assertFits, closeUploads, openBrowser, openPage, signIn, upload } from './chromium.ts';

const { missing, bytes: fromMedia } = mediaIn('burst');

/** Pictures are made when nothing else is to be done. */
const MADE_MS = 900_000;
const APPLE = ['IMG_0658.JPG', 'IMG_0664.JPG', 'IMG_0675.JPG'];
const GOOGLE = [
  '00000IMG_00000_BURST20230704213015000.jpg',
  '00000IMG_00001_BURST20230704213015100_COVER.jpg',
  '00000IMG_00002_BURST20230704213015200.jpg',
];

describe('bursts in the browser', { skip: missing }, () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    page.setDefaultTimeout(MADE_MS);
    await page.setViewportSize({ width: 1280, height: 800 });
    await signIn(page, world.url);
    await upload(
      page,
      [...APPLE, ...GOOGLE].map((name) => ({ name, bytes: fromMedia(name) })),
    );
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const tiles = () => page.locator('.tile-open');
  const tile = (name: string) => page.getByRole('button', { name: new RegExp(`, ${name.replaceAll('.', '\\.')}`) });
  const viewer = (name: string) => page.getByRole('dialog', { name: new RegExp(name.replaceAll('.', '\\.')) });
  const row = () => page.getByRole('group', { name: 'Burst of' });

  test('BU-7: a burst is one tile with its number; its frames are gone through, made favourites and deleted one by one; the tile goes with all, and comes back', async () => {
    await until(async () => (await tiles().count()) === 2, 'two bursts, each as one tile', MADE_MS);
    await page.getByRole('button', { name: /^Burst of 3 photos, .*, 00000IMG_00001_BURST20230704213015100_COVER\.jpg/ }).waitFor();
    await page.getByRole('button', { name: /^Burst of 3 photos, .*, IMG_0658\.JPG/ }).waitFor();
    assert.deepEqual(
      (await page.locator('.tile .tile-badge.kind').allTextContents()).map((text) => text.trim()),
      ['3', '3'],
    );
    await until(async () => (await page.locator('.tile-picture.loaded').count()) === 2, 'their pictures', MADE_MS);
    await closeUploads(page);
    await assertFits(page, 'two bursts');

    await tile('IMG_0658.JPG').click();
    await viewer('IMG_0658.JPG').waitFor();
    const frames = row().getByRole('button');
    assert.equal(await frames.count(), 3);
    const current = () => row().locator('[aria-current="true"]').getAttribute('aria-label');
    assert.equal(await current(), 'Photo 3 of 3, IMG_0658.JPG');
    await until(async () => (await row().locator('img').count()) === 3, 'their pictures in the row', MADE_MS);
    await assertAccessible(page, 'the frames of a burst');
    await page.keyboard.press('ArrowLeft');
    await viewer('IMG_0664.JPG').waitFor();
    assert.equal(await current(), 'Photo 2 of 3, IMG_0664.JPG');
    await page.keyboard.press('f');
    await row().getByRole('button', { name: 'IMG_0664.JPG, favourite' }).waitFor();
    assert.equal(await row().getByRole('button', { name: 'favourite' }).count(), 1, 'only this one');
    await row().getByRole('button', { name: 'IMG_0675.JPG' }).click();
    await viewer('IMG_0675.JPG').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await assertFits(page, 'the frames of a burst on a phone');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press('Delete');
    await viewer('IMG_0664.JPG').waitFor();
    await until(async () => (await frames.count()) === 2, 'two frames are left', MADE_MS);
    await page.keyboard.press('Escape');
    await viewer('IMG_').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Burst of 2 photos, .*, IMG_0658\.JPG/ }).waitFor();
    await until(
      async () => page.evaluate(() => document.activeElement?.textContent.includes('IMG_0658.JPG') ?? false),
      'the tile of the frame that was looked at has the focus',
      MADE_MS,
    );

    await tile('00000IMG_00001_BURST20230704213015100_COVER.jpg').press('x');
    await page.getByText('3 selected').waitFor();
    await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    await until(async () => (await tiles().count()) === 1, 'the burst is gone', MADE_MS);
    await page.getByRole('link', { name: 'Recently Deleted' }).click();
    await until(async () => (await tiles().count()) === 4, 'each frame is a photo in Recently Deleted', MADE_MS);
    await tiles().first().press('Control+a');
    await page.getByRole('toolbar').getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    await until(
      async () => (await page.getByRole('button', { name: /^Burst of 3 photos/ }).count()) === 2,
      'all of both bursts are back',
      MADE_MS,
    );
    assert.deepEqual(errors, []);
  });

  test('BU-8: a burst that is found by a search is one tile there too, and what is done to it is done to all its frames', async () => {
    await page.goto(`${world.url}/search?q=burst20230704`);
    await page.getByRole('button', { name: /^Burst of 3 photos, .*_COVER\.jpg/ }).press('x');
    await page.getByText('3 selected').waitFor({ timeout: 60_000 });
    assert.deepEqual(errors, []);
  });
});
