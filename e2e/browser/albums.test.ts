import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { largePhoto, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { PASSWORD, World } from '../support/world.ts';
import { assertAccessible, assertFits, closeUploads, openBrowser, openPage, signIn, upload, uploaded } from './chromium.ts';

describe('albums in a browser', () => {
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
    const names = ['one', 'two', 'three', 'four'];
    const files = await Promise.all(
      names.map(async (name, index) => ({ name: `${name}.jpg`, bytes: await photo({ taken: `2023:07:08 09:00:0${index}` }) })),
    );
    await upload(page, [
      ...files,
      { name: 'Screenshot_20230709-101010.jpg', bytes: await photo({ taken: '2023:07:09 10:10:10' }) },
      { name: 'wide.jpg', bytes: await largePhoto({ taken: '2023:07:10 10:10:10', height: 1000 }) },
    ]);
    assert.equal(await uploaded(page), '6 added');
    await closeUploads(page);
    // Dates come with the pictures: in their order photos are added.
    for (const name of names)
      await page.getByRole('button', { name: new RegExp(`8 July 2023.*${name}\\.jpg`) }).waitFor({ timeout: 120_000 });
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const tile = (name: string, on = page) => on.getByRole('button', { name: new RegExp(`, ${name}\\.jpg`) });
  const check = (name: string) => page.getByRole('checkbox', { name: `Select ${name}.jpg` });
  const bar = () => page.getByRole('toolbar', { name: 'What to do with the selected photos' });
  const shown = (on = page) =>
    on.locator('.tile').evaluateAll((tiles) => tiles.map((each) => /, (\w+)\.jpg/.exec(each.textContent ?? '')?.[1]));
  const inOrder = (names: readonly string[], on = page) =>
    until(async () => ((await shown(on)).join() === names.join() ? true : null), `the order ${names.join()}`);

  test('AB-4: chosen photos go into a new album, and into one that is there', async () => {
    for (const name of ['three', 'one', 'two']) await check(name).click();
    await bar().getByRole('button', { name: 'Add to album' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add 3 photos to an album' });
    await dialog.getByLabel('Name of a new album').fill('Holiday');
    await assertAccessible(page, 'dialog of albums');
    await dialog.getByRole('button', { name: 'New album “Holiday”' }).click();
    await page.getByText('Album “Holiday” made with 3 photos.').waitFor();
    await check('three').click();
    await check('four').click();
    await bar().getByRole('button', { name: 'Add to album' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Holiday 3 photos' }).click();
    await page.getByText('1 photo added to “Holiday”; 1 photo was in it already.').waitFor();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Albums', exact: true }).click();
    await page.getByRole('link', { name: 'Holiday 4 photos' }).waitFor();
    await assertAccessible(page, 'albums');
  });

  test('AB-5: an album shows its photos in its order, and another page sees the order that was made by dragging and by buttons', async () => {
    await page.getByRole('link', { name: 'Holiday 4 photos' }).click();
    await page.getByRole('heading', { name: 'Holiday' }).waitFor();
    await inOrder(['one', 'two', 'three', 'four']);
    const { page: other } = await openPage(browser);
    await signIn(other, world.url);
    await other.goto(page.url());
    const from = (await tile('four').boundingBox())!;
    const to = (await tile('one').boundingBox())!;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width * 0.25, to.y + to.height / 2, { steps: 8 });
    await page.locator('.drop-mark').waitFor();
    await page.mouse.up();
    await inOrder(['four', 'one', 'two', 'three']);
    assert.equal(await page.getByRole('dialog').count(), 0, 'a drag is no click');
    await check('one').click();
    await bar().getByRole('button', { name: 'Move later' }).click();
    await inOrder(['four', 'two', 'one', 'three']);
    await inOrder(['four', 'two', 'one', 'three'], other);
    await bar().getByRole('button', { name: 'Clear the selection' }).click();
    await page.getByLabel('Order').selectOption('Oldest first');
    await inOrder(['one', 'two', 'three', 'four']);
    await inOrder(['one', 'two', 'three', 'four'], other);
    await page.getByLabel('Order').selectOption('By hand');
    await inOrder(['four', 'two', 'one', 'three']);
    await other.context().close();
  });

  test('AB-6: a photo is made the cover, and taken out with a way back; it stays in the library', async () => {
    await check('one').click();
    await bar().getByRole('button', { name: 'Make it the cover' }).click();
    await bar().waitFor({ state: 'detached' });
    await check('three').click();
    await bar().getByRole('button', { name: 'Take out' }).click();
    await inOrder(['four', 'two', 'one']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await inOrder(['four', 'two', 'one', 'three']);
    const id = await page.locator('.tile', { has: tile('one') }).getAttribute('data-id');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Albums', exact: true }).click();
    // The picture has to be made first.
    await page.locator(`.album-card img[src*="${id}"]`).waitFor({ timeout: 120_000 });
  });

  test('AB-7: an album is renamed; deleted, it is gone and its photos are not; the information of a photo names its albums', async () => {
    await page.getByRole('link', { name: 'Holiday 4 photos' }).click();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('  Summer at the sea ');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('heading', { name: 'Summer at the sea', exact: true }).waitFor();
    await tile('one').click();
    await page.getByRole('dialog', { name: /one\.jpg/ }).waitFor();
    await page.keyboard.press('i');
    const info = page.getByRole('complementary', { name: 'Information' });
    await info.getByRole('link', { name: 'Summer at the sea' }).waitFor();
    await page.keyboard.press('i');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 780 });
    await assertFits(page, 'album on a phone');
    await page.locator('.tile-open').first().press('x');
    await bar().getByRole('button', { name: 'Take out' }).waitFor();
    await assertFits(page, 'what is done with a photo of an album, on a phone');
    await assertAccessible(page, 'a chosen photo of an album on a phone');
    await bar().getByRole('button', { name: 'Clear the selection' }).click();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Delete album…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete album' }).click();
    await page.getByText('No albums yet.').waitFor();
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    await tile('one').waitFor();
  });

  test('AB-8: photos are found by their kind', async () => {
    await check('two').click();
    await bar().getByRole('button', { name: 'Favourite' }).click();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Albums', exact: true }).click();
    for (const kind of ['Favourites 1', 'Screenshots 1', 'Panoramas 1', 'Videos 0']) await page.getByRole('link', { name: kind }).waitFor();
    await page.getByRole('link', { name: 'Favourites 1' }).click();
    await inOrder(['two']);
    await page.locator('.back-link').click();
    await page.getByRole('link', { name: 'Videos 0' }).click();
    await page.getByText('The videos of your library are shown here.').waitFor();
    await page.locator('.back-link').click();
    await page.getByRole('link', { name: 'Recently added' }).click();
    await page.getByRole('heading', { name: 'Added today' }).waitFor();
    await page.setViewportSize({ width: 390, height: 780 });
    await page.locator('.back-link').click();
    await page.getByRole('link', { name: 'Recently Deleted' }).last().waitFor();
    await assertFits(page, 'albums on a phone');
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('AB-10: a hidden photo is nowhere but on its own page, for who gives the password again; shown, it is back', async () => {
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    const id = await page.locator('.tile', { has: tile('two') }).getAttribute('data-id');
    await check('two').click();
    await bar().getByRole('button', { name: 'Hide' }).click();
    await page.getByText('1 photo hidden.').waitFor();
    await tile('two').waitFor({ state: 'detached' });
    await page.goto(`${world.url}/?photo=${id}`);
    await tile('one').waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0, 'its address does not show it');
    for (const path of ['/storage/free-up', '/collections/duplicates']) {
      await page.goto(`${world.url}${path}?photo=${id}`);
      await page.waitForURL((url) => !url.searchParams.has('photo'));
      assert.equal(await page.getByRole('dialog').count(), 0, `its address does not show it at ${path}`);
    }
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Albums', exact: true }).click();
    await page.getByRole('link', { name: 'Favourites 0' }).waitFor();
    await page.getByRole('link', { name: 'Hidden' }).click();
    await page.getByLabel('Your password').fill('wrong');
    await page.getByRole('button', { name: 'Show them' }).click();
    await page.getByText('The password is not right.').waitFor();
    await assertAccessible(page, 'hidden photos, closed');
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Show them' }).click();
    await inOrder(['two']);
    // Deleted, it stands in Recently Deleted without its picture for who did not give the password.
    await check('two').click();
    await bar().getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Nothing is hidden.').waitFor();
    await page.goto(`${world.url}/deleted`);
    await tile('two').waitFor();
    await page
      .locator('.tile', { has: tile('two') })
      .getByText('Hidden')
      .waitFor({ state: 'attached' });
    assert.equal(
      await page
        .locator('.tile', { has: tile('two') })
        .locator('img')
        .count(),
      0,
      'its picture is not shown',
    );
    await page.goto(`${world.url}/deleted?photo=${id}`);
    await page.waitForURL((url) => !url.searchParams.has('photo'));
    await check('two').click();
    await bar().getByRole('button', { name: 'Restore' }).click();
    await page.getByText('1 photo restored').waitFor();
    await page.goto(`${world.url}/hidden`);
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Show them' }).click();
    await inOrder(['two']);
    await check('two').click();
    await bar().getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('Nothing is hidden.').waitFor();
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByLabel('Your password').waitFor();
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    await tile('two').waitFor();
  });

  test('VW-30: a person gives a photo a title, a caption, keywords and another date, everywhere, and takes it back', async () => {
    await tile('one').click();
    await page.getByRole('dialog', { name: /one\.jpg/ }).waitFor();
    await page.keyboard.press('i');
    const info = page.getByRole('complementary', { name: 'Information' });
    await info.getByRole('button', { name: 'Edit title, caption, keywords or date' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit information' });
    await dialog.getByLabel('Title').fill('At the sea');
    await dialog.getByLabel('Caption').fill('With Ann, in the evening');
    await dialog.getByLabel('Keywords').fill('sea, evening');
    await dialog.getByLabel('Taken on').fill('2020-02-03T04:05:06');
    await dialog.getByLabel('Time zone').fill('CET');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('such as +02:00').last().waitFor();
    await dialog.getByLabel('Time zone').fill('+01:00');
    await assertAccessible(page, 'dialog of information');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await info.getByText('At the sea', { exact: true }).waitFor();
    await info.getByText('With Ann, in the evening', { exact: true }).waitFor();
    await info.getByText('evening', { exact: true }).waitFor();
    await info.getByText(/Monday,? 3 February 2020/).waitFor();
    await info.getByText('Set by you').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await info.getByText(/Saturday,? 8 July 2023/).waitFor();
    await info.getByText('At the sea', { exact: true }).waitFor({ state: 'detached' });
    await page.keyboard.press('i');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('AB-12: years lead to months and months to their photos, which are drawn larger and smaller', async () => {
    await page.getByRole('radio', { name: 'Years' }).check();
    await page.getByRole('button', { name: '2023 6 photos' }).click();
    await page.getByRole('button', { name: 'July 2023 6 photos' }).waitFor();
    await assertAccessible(page, 'months');
    await page.getByRole('button', { name: 'July 2023 6 photos' }).click();
    await tile('wide').waitFor();
    const height = async () => (await tile('one').boundingBox())!.height;
    const before = await height();
    await page.getByRole('button', { name: 'Larger' }).click();
    await until(async () => ((await height()) > before * 1.3 ? true : null), 'larger photos');
    await tile('one').focus();
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    await until(async () => ((await height()) < before * 0.8 ? true : null), 'smaller photos');
    await page.reload();
    await tile('one').waitFor();
    assert.ok((await height()) < before * 0.8, 'remembered');
    await tile('one').focus();
    await page.keyboard.press('+');
    await until(async () => (Math.abs((await height()) - before) < 1 ? true : null), 'photos of the usual size');
  });

  test('DL-26: chosen photos are downloaded as one archive, with what is wanted of them', async () => {
    await check('one').click();
    await check('two').click();
    await bar().getByRole('button', { name: 'Download' }).click();
    const dialog = page.getByRole('dialog', { name: 'Download 2 photos' });
    await dialog.getByLabel('Information').check();
    await assertAccessible(page, 'dialog of a download');
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Download as ZIP' }).click()]);
    assert.match(download.suggestedFilename(), /^Rollcall .*\.zip$/);
    const archive = readFileSync(await download.path());
    for (const name of ['one.jpg', 'one.jpg.xmp', 'two.jpg', 'two.jpg.xmp']) assert.ok(archive.includes(name), name);
    await bar().getByRole('button', { name: 'Clear the selection' }).click();
  });

  test('AB-9: dragging with the mouse over photos chooses all of them', async () => {
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    const from = (await tile('four').boundingBox())!;
    const to = (await tile('two').boundingBox())!;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await bar().getByText('3 selected').waitFor();
    assert.deepEqual(errors, []);
  });
});
