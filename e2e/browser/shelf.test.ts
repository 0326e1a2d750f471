import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { largePhoto, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { World } from '../support/world.ts';
import { assertAccessible, assertFits, closeUploads, openBrowser, openPage, signIn, upload, uploaded } from './chromium.ts';

describe('folders of albums, smart albums and slideshows in a browser', () => {
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
    await signIn(page, world.url);
    const names = ['one', 'two', 'three'];
    const files = names.map(async (name, day) => ({ name: `${name}.jpg`, bytes: await photo({ taken: `2023:07:0${day + 1} 09:00:00` }) }));
    await upload(page, [
      ...(await Promise.all(files)),
      { name: 'wide.jpg', bytes: await largePhoto({ taken: '2022:01:01 10:00:00', height: 1000 }) },
    ]);
    assert.equal(await uploaded(page), '4 added');
    await closeUploads(page);
    for (const name of names)
      await page
        .locator('.tile', { has: tile(name) })
        .locator('img.tile-picture')
        .waitFor({ timeout: 120_000 });
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const tile = (name: string) => page.getByRole('button', { name: new RegExp(`, ${name}\\.jpg`) });
  const check = (name: string) => page.getByRole('checkbox', { name: `Select ${name}.jpg` });
  const bar = () => page.getByRole('toolbar', { name: 'What to do with the selected photos' });
  const dialog = () => page.getByRole('dialog');
  const albums = (on = page) => on.locator('.album-card strong').allTextContents();
  const stand = (names: readonly string[], on = page) =>
    until(async () => ((await albums(on)).join() === names.join() ? true : null), `the albums ${names.join()}`);
  const toAlbums = () => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Albums', exact: true }).click();
  const make = async (kind: 'album' | 'folder', title: string): Promise<void> => {
    await page.getByRole('button', { name: `New ${kind}` }).click();
    await dialog().getByLabel('Name').fill(title);
    await dialog().getByRole('button', { name: 'Make it' }).click();
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
  };

  test('AB-16: folders are made, and albums dragged and moved into them, out of them and in order; another page sees it', async () => {
    await toAlbums();
    for (const title of ['Athens', 'Berlin', 'Cairo']) {
      await make('album', title);
      await page.locator('.back-link').first().click();
    }
    await make('folder', 'Trips');
    await page.getByText('Nothing in it yet.').waitFor();
    await page.locator('.back-link').first().click();
    await stand(['Trips', 'Athens', 'Berlin', 'Cairo']);
    const { page: other } = await openPage(browser);
    await signIn(other, world.url);
    await other.goto(`${world.url}/albums`);
    await page.getByRole('link', { name: 'Berlin' }).dragTo(page.getByRole('link', { name: 'Trips' }));
    await stand(['Trips', 'Athens', 'Cairo']);
    await page
      .getByRole('link', { name: 'Cairo' })
      .dragTo(page.getByRole('link', { name: 'Athens' }), { targetPosition: { x: 12, y: 60 } });
    await stand(['Trips', 'Cairo', 'Athens']);
    await page.getByRole('button', { name: 'Move “Athens”' }).click();
    await dialog().getByText('Place 3 of 3').waitFor();
    await dialog().getByRole('button', { name: 'Earlier' }).click();
    await dialog().getByText('Place 2 of 3').waitFor();
    await assertAccessible(page, 'where an album goes');
    await dialog().getByRole('radio', { name: 'Trips' }).check();
    await dialog().getByRole('button', { name: 'Move', exact: true }).click();
    await stand(['Trips', 'Cairo']);
    await stand(['Trips', 'Cairo'], other);
    await other.context().close();
    await page.getByRole('link', { name: 'Trips 2 albums' }).click();
    await stand(['Athens', 'Berlin']);
    await assertAccessible(page, 'a folder');
    await page.setViewportSize({ width: 390, height: 780 });
    await assertFits(page, 'a folder on a phone');
    await page.setViewportSize({ width: 1280, height: 800 });
    await make('folder', 'Greece');
    await page.getByRole('navigation', { name: 'Folders around it' }).getByRole('link', { name: 'Trips' }).click();
    await page.getByRole('button', { name: 'Move “Athens”' }).click();
    await dialog().getByRole('radio', { name: 'Greece' }).check();
    await dialog().getByRole('button', { name: 'Move', exact: true }).click();
    await stand(['Greece', 'Berlin']);
    await page.locator('.notice', { hasText: '“Athens” moved into “Greece”' }).getByRole('button', { name: 'Undo' }).click();
    await stand(['Greece', 'Athens', 'Berlin']);
    await page.getByRole('button', { name: 'Move “Greece”' }).click();
    assert.equal(await dialog().getByRole('radio', { name: 'Greece' }).count(), 0, 'a folder is not offered to itself');
    await dialog().getByRole('button', { name: 'Close' }).click();
  });

  test('AB-16: who deletes a folder is asked what becomes of its albums, and photos stay', async () => {
    await page.getByRole('button', { name: 'Rename' }).click();
    await dialog().getByLabel('Name').fill('Travels');
    await dialog().getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('heading', { name: 'Travels', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Greece' }).click();
    await page.getByRole('button', { name: 'Delete folder…' }).click();
    await dialog().getByText('There is nothing in it.').waitFor();
    await dialog().getByRole('button', { name: 'Delete folder' }).click();
    await stand(['Athens', 'Berlin']);
    await page.getByRole('button', { name: 'Delete folder…' }).click();
    await dialog().getByText('In it are 2 albums.').waitFor();
    await assertAccessible(page, 'what becomes of albums');
    await dialog().getByRole('button', { name: 'Delete folder' }).click();
    await stand(['Cairo', 'Athens', 'Berlin']);
    await make('folder', 'Old');
    await make('album', 'Inside');
    await page.locator('.back-link').last().click();
    await page.getByRole('button', { name: 'Delete folder…' }).click();
    await dialog().getByRole('radio', { name: 'Delete the albums in it, too' }).check();
    await dialog().getByRole('button', { name: 'Delete folder' }).click();
    await stand(['Cairo', 'Athens', 'Berlin']);
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    for (const name of ['one', 'two', 'three']) await tile(name).waitFor();
  });

  test('AB-20: a search becomes a smart album by one button, is edited in a form, and follows what changes', async () => {
    await page.keyboard.press('/');
    await page.getByRole('searchbox', { name: 'Search your photos' }).fill('july 2023 -file:two');
    await page.getByText('2 photos', { exact: true }).waitFor();
    await page.getByText('Not file name: two').waitFor();
    await page.getByRole('button', { name: 'Save as a smart album' }).click();
    await dialog().getByLabel('Name').fill('That July');
    await dialog().getByText('2 photos now').waitFor();
    await dialog().getByRole('button', { name: 'Make it' }).click();
    await page.getByText('2 photos: it holds whatever fits its rule').waitFor();
    await page.getByRole('button', { name: 'Edit rule' }).click();
    await dialog().getByRole('button', { name: 'Add a line' }).click();
    await dialog().getByLabel('Line 2: where').selectOption('Kind');
    await dialog().getByLabel('Line 2: what').selectOption('Favourites');
    await dialog().getByText('0 photos now').waitFor();
    await dialog().getByLabel('Photos of which').selectOption('any line is true');
    await assertAccessible(page, 'the form of a smart album');
    await page.setViewportSize({ width: 390, height: 780 });
    await assertFits(page, 'the form of a smart album on a phone');
    await page.setViewportSize({ width: 1280, height: 800 });
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('2 photos: it holds').waitFor();
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    await check('two').click();
    await bar().getByRole('button', { name: 'Favourite' }).click();
    await bar().waitFor({ state: 'detached' });
    await toAlbums();
    await page.getByRole('link', { name: 'That July 3 photos' }).click();
    await page.getByText('3 photos: it holds').waitFor();
    await assertAccessible(page, 'a smart album');
  });

  test('AB-21: a slideshow shows one after another, is paused and led by keys, and leads back to where one was', async () => {
    const show = () => page.getByRole('dialog', { name: 'Slideshow' });
    const seen = (name: string) =>
      show()
        .locator('.slide.seen')
        .last()
        .getByRole('img', { name: `${name}.jpg` })
        .waitFor();
    const pressed = async (key: string, times: number): Promise<void> => {
      for (let press = 0; press < times; press += 1) await page.keyboard.press(key);
    };
    // As slow as can be: what is looked at stands still, however long that takes.
    await page.evaluate(() => localStorage.setItem('rollcall.slideshow', JSON.stringify({ pace: 30 })));
    await page.getByRole('button', { name: 'Slideshow' }).click();
    await seen('three');
    await show().getByText('1 of 3').waitFor();
    await page.keyboard.press('Space');
    await show().getByRole('button', { name: 'Play (space)' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await seen('one');
    await pressed('-', 5);
    await show().getByText('2 s', { exact: true }).waitFor();
    await assertAccessible(page, 'a slideshow');
    await page.keyboard.press('Space');
    await show().getByText('That was all of it.').waitFor();
    await pressed('+', 5);
    await page.keyboard.press('Space');
    await seen('three');
    await page.keyboard.press('Escape');
    await show().waitFor({ state: 'detached' });
    await tile('two').click();
    await page.getByRole('dialog', { name: /two\.jpg/ }).waitFor();
    await page.keyboard.press('p');
    await seen('two');
    await show().getByText('2 of 3').waitFor();
    await page.keyboard.press('ArrowRight');
    await seen('one');
    await page.setViewportSize({ width: 390, height: 780 });
    await assertFits(page, 'a slideshow on a phone');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: /one\.jpg/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await check('one').click();
    await check('three').click();
    await bar().getByRole('button', { name: 'Slideshow' }).click();
    await show().getByText('1 of 2').waitFor();
    await show().getByRole('button', { name: 'End the slideshow (Escape)' }).click();
    await bar().getByText('2 selected').waitFor();
    await bar().getByRole('button', { name: 'Clear the selection' }).click();
  });

  test('AB-22: imports are by the day on which photos came and what brought them, and are found among the collections', async () => {
    await toAlbums();
    await page.getByRole('link', { name: 'Imports' }).click();
    await page.getByRole('heading', { name: /^Added on .* by .*: 4 photos$/ }).waitFor();
    await tile('wide').waitFor();
    await assertAccessible(page, 'imports');
  });

  test('VW-41: a photo is made larger to its own pixels by keys, a double click and the wheel, and moved by arrows', async () => {
    await tile('wide').click();
    const viewer = page.getByRole('dialog', { name: /wide\.jpg/ });
    await viewer.locator('img.sharp').first().waitFor();
    const words = (text: string | RegExp) => viewer.locator('.picture-zoom', { hasText: text }).waitFor();
    const whole = () => viewer.locator('.picture-zoom').waitFor({ state: 'detached' });
    const shift = () => viewer.locator('.picture-sheet').evaluate((sheet) => new DOMMatrix(getComputedStyle(sheet).transform).e);
    await page.keyboard.press('1');
    await words(/^100 %$/);
    // As many of the screen’s pixels as the photo has.
    const width = await viewer.locator('.picture-sheet').evaluate((sheet) => sheet.getBoundingClientRect().width * window.devicePixelRatio);
    assert.ok(Math.abs(width - 3200) < 2, String(width));
    const before = await shift();
    await page.keyboard.press('ArrowRight');
    await until(async () => ((await shift()) < before ? true : null), 'the photo to be moved');
    await page.keyboard.press('+');
    await words(/^150 %$/);
    await page.keyboard.press('-');
    await words(/^100 %$/);
    await page.keyboard.press('0');
    await whole();
    await viewer.locator('.picture').dblclick();
    await words(/%/);
    await viewer.locator('.picture').dblclick();
    await whole();
    await page.mouse.wheel(0, -300);
    await words(/%/);
    await page.keyboard.press('0');
    await whole();
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    assert.deepEqual(errors, []);
  });

  test('VW-41: on a phone a finger leads to the next photo, and down closes it; the photo follows it; two fingers make photos larger, in the grid too', async () => {
    const storageState = await page.context().storageState();
    const { page: phone, errors: its } = await openPage(browser, {
      storageState,
      viewport: { width: 390, height: 780 },
      isMobile: true,
      hasTouch: true,
    });
    await phone.goto(world.url);
    await phone.getByRole('button', { name: /, three\.jpg/ }).tap();
    await phone.getByRole('dialog', { name: /three\.jpg/ }).waitFor();
    const touch = await phone.context().newCDPSession(phone);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
    const swipe = async (x: number, y: number): Promise<void> => {
      await phone.locator('.picture').waitFor();
      await send('touchStart', [{ x: 195, y: 380 }]);
      for (const part of [0.3, 0.6, 1]) await send('touchMove', [{ x: 195 + x * part, y: 380 + y * part }]);
      await phone.locator('.picture-sheet.held').waitFor();
      await send('touchEnd', []);
    };
    await swipe(-150, 0);
    await phone.getByRole('dialog', { name: /two\.jpg/ }).waitFor();
    await swipe(150, 0);
    await phone.getByRole('dialog', { name: /three\.jpg/ }).waitFor();
    await send('touchStart', [
      { x: 180, y: 380 },
      { x: 210, y: 380 },
    ]);
    await send('touchMove', [
      { x: 100, y: 380 },
      { x: 290, y: 380 },
    ]);
    await send('touchEnd', []);
    await phone.locator('.picture-zoom').waitFor();
    await phone.locator('.picture').dblclick();
    await phone.locator('.picture-zoom').waitFor({ state: 'detached' });
    await swipe(0, 200);
    await phone.getByRole('dialog').waitFor({ state: 'detached' });
    // Two fingers on the grid.
    const size = async () => (await phone.getByRole('button', { name: /, wide\.jpg/ }).boundingBox())!.height;
    const before = await size();
    const fingers = (apart: number) => [
      { x: 195 - apart, y: 300 },
      { x: 195 + apart, y: 300 },
    ];
    await send('touchStart', fingers(30));
    await send('touchMove', fingers(60));
    await send('touchEnd', []);
    await until(async () => ((await size()) > before ? true : null), 'larger photos');
    assert.deepEqual(its, []);
    await phone.context().close();
  });
});
