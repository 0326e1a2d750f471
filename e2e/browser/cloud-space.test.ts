import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sizeWords } from '@rollcall/protocol';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { mediaIn } from '../support/media.ts';
import { largeVideo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { PASSWORD, World } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

const { missing, bytes } = mediaIn();

/** Pictures are made when nothing else is to be done. */
const MADE_MS = 900_000;
const BEN = 'ben@example.org';

describe('free up space', { skip: missing }, () => {
  const world = new World();
  const sizes = new Map<string, number>();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    assert.equal((await world.account(BEN)).code, 0);
    const laptop = await world.device('Laptop');
    const put = (name: string, its: Buffer): void => {
      sizes.set(name, its.length);
      laptop.put(name, its);
    };
    const landscape = bytes('orientation/Landscape_1.jpg');
    for (const name of ['IMG_0658.JPG', 'IMG_0664.JPG', 'IMG_0675.JPG']) put(name, bytes(`burst/${name}`));
    put('landscape.jpg', landscape);
    put('landscape-small.jpg', await sharp(landscape).resize(900).jpeg({ quality: 70 }).toBuffer());
    put('IMG_0412.PNG', bytes('screenshot/IMG_0412.PNG'));
    put('soft.jpg', await sharp(bytes('pano/IMG_0007_pano.jpeg')).blur(20).jpeg().toBuffer());
    put('long.mp4', largeVideo(900_000));
    put('short.mp4', largeVideo(400_000));
    await laptop.sync();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    page.setDefaultTimeout(MADE_MS);
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const card = (name: string) => page.getByRole('region', { name });
  const choice = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^Choose ${name.replaceAll('.', '\\.')}, `) });
  const bar = () => page.getByRole('toolbar');
  const sum = (...names: string[]): string => sizeWords(names.reduce((bytes, name) => bytes + sizes.get(name)!, 0));

  test(
    'AB-23: what is alike is side by side with what differs; one is kept and that is taken back; both are kept',
    { timeout: MADE_MS },
    async () => {
      await page.goto(`${world.url}/albums`);
      await page.getByRole('link', { name: 'Duplicates' }).click();
      const pair = page.locator('.twins', { hasText: 'landscape-small.jpg' });
      const gone = (words: string) => page.getByText(words).waitFor();
      await until(async () => (await pair.count()) === 1, 'the pair', MADE_MS);
      await pair.locator('tr.differs', { hasText: 'Pixels' }).waitFor();
      await assertAccessible(page, 'duplicates');
      await page.setViewportSize({ width: 390, height: 780 });
      await pair.getByRole('button', { name: 'Keep this one' }).first().scrollIntoViewIfNeeded();
      await assertAccessible(page, 'duplicates on a phone');
      const { over } = await page.evaluate(() => ({ over: document.documentElement.scrollWidth - document.documentElement.clientWidth }));
      assert.equal(over, 0, 'what stands side by side has its own bar');
      await page.setViewportSize({ width: 1280, height: 800 });
      await pair.getByRole('button', { name: 'Keep this one' }).first().click();
      await gone('One kept, 1 photo moved to Recently Deleted.');
      await pair.waitFor({ state: 'detached' });
      // What would free room is asked again when the undo is shown, and is old by the time the cloud has it.
      const early = page.waitForResponse(/\/space\//, { timeout: 60_000 });
      await page.route('**/library/actions', async (route) => {
        await early;
        await route.continue();
      });
      await page.getByRole('button', { name: 'Undo' }).click();
      await pair.waitFor({ timeout: 60_000 });
      await page.unroute('**/library/actions');
      await pair.getByRole('button', { name: 'Keep both' }).click();
      await pair.waitFor({ state: 'detached' });
      await page.reload();
      await page.getByText('1 group of which you kept all is not shown.').waitFor();
      await page.getByRole('button', { name: 'Show it again' }).click();
      await pair.waitFor();
    },
  );

  test(
    'CS-14: each kind is shown with its pictures; what a person chooses moves to Recently Deleted with its sum, comes back by one undo, and goes for good with the password',
    { timeout: 2 * MADE_MS },
    async () => {
      await page.goto(`${world.url}/storage`);
      await page.getByRole('link', { name: 'Free up space' }).click();
      await page.getByRole('heading', { level: 1, name: 'Free up space' }).waitFor();
      await until(async () => (await card('Blurred photos').getByRole('checkbox').count()) === 1, 'the blurred one', MADE_MS);
      await until(async () => (await card('Likely duplicates').getByRole('checkbox').count()) === 3, 'the likely ones', MADE_MS);
      // Two groups, each with the one to be kept.
      assert.equal(
        await card('Likely duplicates')
          .getByRole('button', { name: /, Keep$/ })
          .count(),
        2,
      );
      assert.equal(
        await card('Likely duplicates')
          .getByRole('button', { name: /^Choose/ })
          .count(),
        0,
      );
      assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0);
      assert.equal(await bar().count(), 0);
      await until(async () => (await page.locator('.space-picture img').count()) >= 7, 'their pictures', MADE_MS);
      await assertAccessible(page, 'what would free room');
      await assertFits(page, 'what would free room');

      await choice('landscape-small.jpg').check();
      await bar().getByText('1 selected').waitFor();
      await bar().getByText(sum('landscape-small.jpg'), { exact: true }).waitFor();
      // What nobody has seen is not chosen with the others.
      await card('Largest videos').scrollIntoViewIfNeeded();
      await choice('short.mp4').scrollIntoViewIfNeeded();
      await page.getByRole('button', { name: 'Choose the 2 you have seen' }).click();
      await bar().getByText('3 selected').waitFor();
      await choice('short.mp4').uncheck();
      await bar().getByText(sum('landscape-small.jpg', 'long.mp4'), { exact: true }).waitFor();
      await assertAccessible(page, 'some are chosen');

      // Each can be looked at; a favourite is marked, and is not chosen with others.
      await card('Screenshots')
        .getByRole('button', { name: /IMG_0412\.PNG/ })
        .click();
      await page.getByRole('dialog', { name: /IMG_0412\.PNG/ }).waitFor();
      await page.keyboard.press('f');
      await page
        .getByRole('button', { name: /favourite/i })
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await card('Screenshots')
        .getByRole('button', { name: /IMG_0412\.PNG, favourite, Favourite$/ })
        .waitFor();
      await card('Screenshots')
        .getByRole('button', { name: /^Choose/ })
        .waitFor({ state: 'detached' });

      await bar().getByRole('button', { name: 'Move to Recently Deleted' }).click();
      await page.getByText('2 photos moved to Recently Deleted.').waitFor();
      await choice('landscape-small.jpg').waitFor({ state: 'detached' });
      await bar().waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await choice('landscape-small.jpg').waitFor();
      await choice('long.mp4').waitFor();

      await choice('landscape-small.jpg').check();
      await choice('long.mp4').check();
      await bar().getByRole('button', { name: 'Move to Recently Deleted' }).click();
      const deleted = card('Recently Deleted');
      await deleted.getByText('2 photos').waitFor();
      const before = await usedWords();
      await deleted.getByRole('button', { name: 'Empty Recently Deleted…' }).click();
      await page.getByLabel('Your password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Delete for good' }).click();
      await deleted.waitFor({ state: 'detached' });
      await until(async () => (await usedWords()) !== before, 'the room to be free', MADE_MS);
      assert.deepEqual(errors, []);
    },
  );
  const usedWords = async (): Promise<string> => (await page.getByRole('link', { name: /^Storage:/ }).textContent()) ?? '';

  test(
    'CS-14: dark, and as narrow as a phone, the page is whole and accessible; where there is nothing it says so',
    { timeout: MADE_MS },
    async () => {
      const storageState = await page.context().storageState();
      for (const options of [{ colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }]) {
        const { page: other, errors: its } = await openPage(browser, { ...options, storageState });
        other.setDefaultTimeout(MADE_MS);
        await other.goto(`${world.url}/storage/free-up`);
        await other.getByRole('checkbox', { name: /^Choose short\.mp4/ }).check();
        await other.getByRole('toolbar').getByText('1 selected').waitFor();
        await assertAccessible(other, JSON.stringify(options));
        await assertFits(other, JSON.stringify(options));
        assert.deepEqual(its, []);
        await other.context().close();
      }
      const { page: ben, errors: bens } = await openPage(browser);
      ben.setDefaultTimeout(MADE_MS);
      await signIn(ben, world.url, BEN);
      await ben.goto(`${world.url}/storage/free-up`);
      await ben.getByText('Nothing was found that would free room.').waitFor();
      await assertAccessible(ben, 'nothing');
      assert.deepEqual(bens, []);
      await ben.context().close();
    },
  );
});
