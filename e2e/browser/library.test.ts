import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { SCREENS } from '../gallery/screens.ts';
import { largeVideo, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { World, type Device, PASSWORD } from '../support/world.ts';
import {
  assertAccessible,
  assertAccessibleInWords,
  assertKeyboard,
  closeUploads,
  openBrowser,
  openPage,
  signIn,
  upload,
  uploaded,
} from './chromium.ts';
import { englishAmong, textsOf, type Catalogue } from './english.ts';

describe('the library in a browser', () => {
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
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  beforeEach(() => page.setViewportSize({ width: 1280, height: 800 }));
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const tile = (name: string) => page.getByRole('button', { name: new RegExp(`, ${name}`) });
  const safe = (words: string) => page.getByRole('banner').getByText(words).waitFor();

  test('WE-33: uploaded photos are added, get their picture and their date without a reload; a second time they are already here', async () => {
    const beach = await photo({ taken: '2023:07:08 09:10:11', model: 'Beachcam' });
    const files = [
      { name: 'beach.jpg', bytes: beach },
      { name: 'forest.jpg', bytes: await photo({ taken: '2023:07:08 12:00:00' }) },
      { name: 'notes.txt', bytes: Buffer.from('not a photo') },
    ];
    await upload(page, files);
    assert.equal(await uploaded(page), '2 added, 1 left out');
    await page.getByText('Left out: not a photo or video (text)').waitFor();
    await page.getByRole('button', { name: /^Photo, Saturday,? 8 July 2023, 09:10:11, beach\.jpg/ }).waitFor();
    await page.locator('.tile-picture.loaded').nth(1).waitFor();
    await assertAccessible(page, 'timeline with the tray');
    await closeUploads(page);
    await upload(page, [{ name: 'copy of beach.jpg', bytes: beach }]);
    assert.equal(await uploaded(page), '1 already here');
    await closeUploads(page);
    await safe('All 2 photos are safe');
  });

  test('WE-34: files that are dropped on the page are uploaded', async () => {
    const bytes = (await photo({ taken: '2022:01:02 03:04:05' })).toString('base64');
    await page.evaluate((base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'dropped.jpg', { type: 'image/jpeg' }));
      const drag = (type: string) => window.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      drag('dragenter');
      drag('dragover');
      drag('drop');
    }, bytes);
    assert.equal(await uploaded(page), '1 added');
    await closeUploads(page);
    await tile('dropped\\.jpg').waitFor();
  });

  test('WE-35: a photo put into a device’s folder appears without a reload, and what one looks at stays in its place', async () => {
    for (let index = 0; index < 24; index += 1)
      laptop.put(
        `old/IMG_${index}.jpg`,
        await photo({ taken: `2021:03:${String(1 + (index % 12)).padStart(2, '0')} 10:00:00`, size: 160 }),
      );
    await laptop.sync();
    await safe('All 27 photos are safe');
    await page.setViewportSize({ width: 800, height: 600 });
    await page.waitForFunction(() => document.querySelectorAll('.tile').length > 3);
    const settled = await until(async () => ((await page.locator('.tile-honest').count()) === 0 ? true : null), 'all pictures');
    assert.ok(settled);
    await page.locator('.grid-scroller').evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await page.waitForTimeout(500);
    const id = await page.evaluate(() => {
      const inSight = [...document.querySelectorAll('.tile')].find(
        (each) => each.getBoundingClientRect().top > 100 && each.getBoundingClientRect().bottom < 540,
      );
      return inSight?.getAttribute('data-id');
    });
    assert.ok(id, 'a photo is in sight');
    const place = async () => (await page.locator(`.tile[data-id="${id}"]`).boundingBox())!.y;
    const before = await place();
    const agent = laptop.start();
    laptop.put('new/NEWEST.jpg', await photo({ taken: '2024:12:24 18:00:00' }));
    laptop.put('new/NEWER.jpg', await photo({ taken: '2024:12:20 18:00:00' }));
    await safe('All 29 photos are safe');
    await page.waitForTimeout(500);
    assert.ok(Math.abs((await place()) - before) < 2, `it moved by ${(await place()) - before} pixels`);
    await page.locator('.grid-scroller').evaluate((element) => element.scrollTo(0, 0));
    await tile('NEWEST\\.jpg').waitFor();
    await agent.stop();
  });

  test('WE-49: who comes back to the photos finds them where they were left', async () => {
    await page.setViewportSize({ width: 800, height: 600 });
    const scroller = page.locator('.grid-scroller');
    await scroller.evaluate((element) => element.scrollTo(0, 700));
    await page.waitForTimeout(200);
    const before = await scroller.evaluate((element) => element.scrollTop);
    assert.ok(before > 300);
    await page.getByRole('link', { name: 'Devices', exact: true }).click();
    await page.getByRole('heading', { name: 'Devices' }).waitFor();
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    await page.locator('.tile').first().waitFor();
    assert.equal(await scroller.evaluate((element) => element.scrollTop), before);
    await scroller.evaluate((element) => element.scrollTo(0, 0));
  });

  test('PF-3: while the page flies past a photo is a colour in its place, and where it comes to rest all of it is drawn', async () => {
    await page.setViewportSize({ width: 500, height: 400 });
    const flown = async (): Promise<boolean> =>
      page.evaluate(async () => {
        const scroller = document.querySelector('.grid-scroller')!;
        let seen = false;
        const observer = new MutationObserver(() => {
          for (const tile of document.querySelectorAll<HTMLElement>('.tile.flying'))
            seen ||= tile.childElementCount === 0 && tile.style.background.startsWith('rgb') && tile.offsetWidth > 0;
        });
        observer.observe(scroller, { childList: true, subtree: true });
        for (const top of [0, 1, scroller.scrollHeight]) {
          scroller.scrollTop = top;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        observer.disconnect();
        return seen;
      });
    await until(async () => ((await flown()) ? true : null), 'photos that fly past');
    await page.locator('.tile.flying').first().waitFor({ state: 'detached' });
    assert.ok((await page.locator('.tile .tile-open').count()) > 2);
    await page.locator('.grid-scroller').evaluate((element) => element.scrollTo(0, 0));
    await tile('NEWEST\\.jpg').waitFor();
    await page.setViewportSize({ width: 800, height: 600 });
  });

  test('WE-36: by keyboard alone: open, go on, look at where it is, close, and be where one was', async () => {
    await tile('NEWEST\\.jpg').focus();
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog', { name: /NEWEST\.jpg/ });
    await viewer.waitFor();
    await viewer.locator('img.sharp').first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: /NEWER\.jpg/ }).waitFor();
    await page.keyboard.press('i');
    const info = page.getByRole('complementary', { name: 'Information' });
    await info.getByText(/Friday,? 20 December 2024/).waitFor();
    await info.getByText('Written by the camera').waitFor();
    await info.getByText('Rollcall Testcam 1').waitFor();
    const where = info.getByRole('region', { name: 'Where it is' });
    await where.getByText('Safe', { exact: true }).waitFor();
    await where.getByText('Laptop').waitFor();
    await where.getByText('Original here').waitFor();
    await where.getByText('new/NEWER.jpg').waitFor();
    await info.getByRole('region', { name: 'History' }).getByText('Added').waitFor();
    await assertAccessible(page, 'viewer with information');
    for (let index = 0; index < 30; index += 1) {
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.activeElement?.closest('.viewer') !== null), 'the focus stays in the viewer');
    }
    await page.keyboard.press('i');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await until(
      async () => (await page.evaluate(() => document.activeElement?.textContent ?? '')).includes('NEWER.jpg'),
      'the focus on the photo that was looked at last',
    );
    await page.keyboard.press('ArrowLeft');
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /NEWEST\.jpg/);
  });

  test('WE-37: a photo that is open stands in the address: a reload shows it, back closes it', async () => {
    await tile('beach\\.jpg').click();
    await page.getByRole('dialog', { name: /beach\.jpg/ }).waitFor();
    await page.reload();
    await page.getByRole('dialog', { name: /beach\.jpg/ }).waitFor();
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('WE-38: chosen photos are made favourites, and deleted with a way back', async () => {
    await tile('beach\\.jpg').focus();
    await page.keyboard.press('Space');
    await tile('forest\\.jpg').focus();
    await page.keyboard.press('x');
    const bar = page.getByRole('toolbar');
    await bar.getByText('2 selected').waitFor();
    await assertAccessible(page, 'timeline with a selection');
    await bar.getByRole('button', { name: 'Favourite' }).click();
    await page.getByRole('button', { name: /beach\.jpg, favourite/ }).waitFor();
    await tile('beach\\.jpg').focus();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await tile('beach\\.jpg').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await tile('beach\\.jpg').waitFor();
  });

  test('WE-39: what is deleted is in Recently Deleted with the days left; restored it is back, deleted for good it is asked first and gone', async () => {
    await tile('beach\\.jpg').focus();
    await page.keyboard.press('Delete');
    await tile('beach\\.jpg').waitFor({ state: 'detached' });
    await tile('forest\\.jpg').focus();
    await page.keyboard.press('Delete');
    await tile('forest\\.jpg').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Recently Deleted' }).click();
    const group = page.getByRole('group', { name: 'Recently deleted photos and videos' });
    await group.getByRole('button', { name: /beach\.jpg.*30 days/ }).waitFor();
    await assertAccessible(page, 'Recently Deleted');
    await group.getByRole('button', { name: /beach\.jpg/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('toolbar').getByRole('button', { name: 'Restore' }).click();
    await group.getByRole('button', { name: /beach\.jpg/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Delete all for good…' }).click();
    const question = page.getByRole('dialog', { name: 'Delete this photo for good?' });
    await question.waitFor();
    await assertAccessible(page, 'the question before deleting for good');
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await group.getByRole('button', { name: /forest\.jpg/ }).click();
    const viewer = page.getByRole('dialog', { name: /forest\.jpg/ });
    await viewer.waitFor();
    await page.keyboard.press('Delete');
    await question.getByRole('button', { name: 'Keep' }).click();
    await viewer.waitFor();
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    await group.getByRole('button', { name: /forest\.jpg/ }).waitFor();
    await page.getByRole('button', { name: 'Delete all for good…' }).click();
    await question.getByLabel('Your password').fill('something else');
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await question
      .getByRole('alert')
      .getByText(/password is not right/)
      .waitFor();
    await question.getByLabel('Your password').fill(PASSWORD);
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('Nothing is here.').waitFor();
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    await tile('beach\\.jpg').waitFor();
    assert.equal(await tile('forest\\.jpg').count(), 0);
  });

  test('WE-40: when the server stops, the page says so and keeps what it shows; when it is back, so is the page', async () => {
    await world.server!.kill();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText('The server does not answer. What you see may be old; it is tried again by itself.').waitFor();
    await tile('beach\\.jpg').waitFor();
    await world.serveAgain();
    // It may have noticed by itself before.
    await page
      .getByRole('button', { name: 'Try now' })
      .click({ timeout: 3_000 })
      .catch(() => undefined);
    await page.getByText('The server does not answer.').waitFor({ state: 'detached' });
  });

  test('WE-50: tiles of videos, and of what no picture can be made of, say so in their names, and are accessible', async () => {
    await upload(page, [
      { name: 'broken.jpg', bytes: (await photo()).subarray(0, 60) },
      { name: 'film.mp4', bytes: largeVideo(20_000) },
    ]);
    await uploaded(page);
    await page.goto(world.url);
    await page.getByRole('button', { name: /^Video.*film\.mp4\. / }).waitFor();
    await page.getByRole('button', { name: /^Photo.*broken\.jpg\. / }).waitFor();
    await assertAccessible(page, 'tiles without pictures');
  });

  test('LA-20, LA-55: to a German browser every page speaks German, and no English; English is chosen on the account page', async () => {
    const german = JSON.parse(readFileSync(new URL('../../apps/web/src/language/de.json', import.meta.url), 'utf8')) as Catalogue;
    const { page: other, errors: others } = await openPage(browser, {
      storageState: await page.context().storageState(),
      locale: 'de-DE',
    });
    await other.goto(world.url);
    await other.locator('.tile-open').first().click();
    await other.getByRole('dialog').waitFor();
    const photoId = new URL(other.url()).searchParams.get('photo') ?? '';
    await other.goto(`${world.url}/devices`);
    const held = other.locator('a[href^="/devices/"]').first();
    const deviceId = /^\/devices\/([^/?]+)/.exec((await held.getAttribute('href')) ?? '')?.[1] ?? '';
    const shown = { photoId, deviceId, albumId: 'none' };
    const english = async (where: string): Promise<void> => assert.deepEqual(englishAmong(await textsOf(other), german), [], where);
    const addresses = SCREENS.filter(({ before }) => before === undefined).map(({ route, at }) => at?.(shown) ?? route);
    for (const address of new Set(addresses)) {
      await other.goto(world.url + address);
      await other.locator('html[lang=de]').waitFor();
      await other.getByRole('heading', { level: 1 }).first().waitFor();
      await other
        .getByText(german['Asking…'] as string)
        .first()
        .waitFor({ state: 'detached' });
      if (address.includes('photo=')) {
        await other.keyboard.press('i');
        await other.getByRole('complementary').waitFor();
      }
      await english(address);
      await assertAccessibleInWords(other, `${address} in German`);
      await assertKeyboard(other, `${address} in German`, 5);
    }
    await other.getByRole('radio', { name: 'English' }).click();
    await other.getByRole('heading', { name: 'Language' }).waitFor();
    await other.locator('html[lang=en]').waitFor();
    assert.ok(englishAmong(await textsOf(other), german).length > 20, 'English is known as such');
    assert.deepEqual(others, []);
    await other.context().close();
  });

  test('WE-41: no error of the page’s own program happened in all this', () => {
    assert.deepEqual(errors, []);
  });
});
