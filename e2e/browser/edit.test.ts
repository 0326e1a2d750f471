import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

const { missing, bytes } = mediaIn();
/** Pictures and edits are made when their turn comes. */
const MADE_MS = 900_000;
const FILES = ['edits/IMG_1853.HEIC', 'live/odd/IMG_7001.JPG', 'video/rotate.mp4', 'formats/animated.gif'];

describe('editing a photo in the browser', { skip: missing }, () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let laptop: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
    for (const path of FILES) laptop.put(path.split('/').at(-1)!, bytes(path));
    await laptop.sync();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    page.setDefaultTimeout(MADE_MS);
    await signIn(page, world.url);
    const tiles = page.locator('.tile');
    await until(async () => (await tiles.count()) === FILES.length, 'every photo', MADE_MS);
    for (const name of ['IMG_1853.HEIC', 'IMG_7001.JPG'])
      await tiles
        .filter({ has: page.getByRole('button', { name: tile(name) }) })
        .locator('img[src*="/renditions/"]')
        .waitFor();
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const tile = (name: string) => new RegExp(`, ${name.replaceAll('.', '\\.')}`);
  const editor = (of: Page) => of.getByRole('dialog', { name: /^Edit / });
  async function open(name: string, on = page): Promise<void> {
    await on.getByRole('button', { name: tile(name) }).click();
    await on.getByRole('dialog', { name: new RegExp(name.replaceAll('.', '\\.')) }).waitFor();
  }
  async function startEdit(on = page): Promise<Locator> {
    await on.keyboard.press('e');
    await editor(on).getByRole('img', { name: 'The photo as it will be' }).waitFor();
    return editor(on);
  }
  const press = (of: Locator, name: string) => of.getByRole('button', { name, exact: true }).click();
  const slide = (of: Locator, name: string, value: number) => of.getByRole('slider', { name, exact: true }).fill(String(value));
  const value = (of: Locator, name: string) => of.getByRole('slider', { name, exact: true }).inputValue();
  async function save(of: Locator): Promise<void> {
    await press(of, 'Save');
    await of.waitFor({ state: 'detached' });
  }
  async function close(on = page): Promise<void> {
    await on.keyboard.press('Escape');
    await on.getByRole('dialog').waitFor({ state: 'detached' });
  }
  /** What the canvas shows, as the page drew it. */
  async function drawn(of: Locator): Promise<Buffer> {
    const url = await of.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL('image/png'));
    return Buffer.from(url.split(',')[1]!, 'base64');
  }
  /** By how much two pictures of one shape differ, of 255: on the average, and in all but a hundredth of the picture. */
  async function difference(a: Buffer, b: Buffer): Promise<{ readonly mean: number; readonly most: number }> {
    // Of all pixels: of a JPEG the image library would leave some out, and move the rest a little.
    const small = async (of: Buffer): Promise<Buffer> => {
      const { data, info } = await sharp(of).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const { width, height } = info;
      return sharp(data, { raw: { width, height, channels: 3 } })
        .resize(120, 160, { fit: 'fill' })
        .raw()
        .toBuffer();
    };
    const [one, two] = [await small(a), await small(b)];
    const apart = Array.from(one, (each, index) => Math.abs(each - two[index]!)).toSorted((x, y) => y - x);
    return { mean: apart.reduce((sum, each) => sum + each, 0) / apart.length, most: apart[Math.floor(apart.length / 100)]! };
  }
  async function sizeOf(of: Buffer): Promise<{ readonly width: number; readonly height: number }> {
    const { width, height } = await sharp(of).metadata();
    return { width, height };
  }

  test('NE-13: a photo is straightened, cropped, turned and lit; what is saved in all its pixels is what was seen, here and on a device; it is taken back', async () => {
    for (const name of ['IMG_1853.HEIC', 'IMG_7001.JPG']) {
      const original = readFileSync(laptop.path(name));
      await open(name);
      const of = await startEdit();
      for (const [slider, amount] of [
        ['Exposure', 25],
        ['Contrast', 30],
        ['Saturation', 40],
        ['Warmth', 35],
      ] as const)
        await slide(of, slider, amount);
      await press(of, 'Crop');
      await slide(of, 'Straighten', -6.5);
      await press(of, '4:3');
      await press(of, 'Rotate right');
      await press(of, 'Mirror');
      await press(of, 'Light');
      const seen = await drawn(of);
      await save(of);
      await page.getByText('Saved, and shown on all your devices.').waitFor();
      await laptop.sync();
      const made = readFileSync(laptop.path(name));
      const { width, height } = await sizeOf(made);
      assert.ok(Math.abs(width / height - 3 / 4) < 0.004 && height > 500, `${width} × ${height}`);
      const apart = await difference(seen, made);
      assert.ok(apart.mean < 2.5 && apart.most < 16, `${name}: ${JSON.stringify(apart)}`);
      await page.getByRole('button', { name: 'Undo' }).click();
      await until(
        async () => (await laptop.sync(), readFileSync(laptop.path(name)).equals(original)),
        'the original on the device',
        MADE_MS,
      );
      assert.ok(!made.equals(original));
      await close();
    }
  });

  test('NE-16: the crop is dragged and moved by keys; the photo as it was is seen while a button is held; nothing is left unsaved without a question', async () => {
    await open('IMG_7001.JPG');
    const of = await startEdit();
    await of.getByText('The original stays as it is.').waitFor();
    assert.ok(await of.getByRole('button', { name: 'Save', exact: true }).isDisabled());
    await assertAccessible(page, 'the editor');
    await press(of, 'Auto');
    const compare = of.getByRole('button', { name: 'Hold to compare with the original' });
    const lit = await drawn(of);
    await compare.focus();
    await page.keyboard.down(' ');
    await of.getByRole('img', { name: 'The photo as it was' }).waitFor();
    assert.ok(!(await drawn(of)).equals(lit));
    await page.keyboard.up(' ');
    await of.getByRole('img', { name: 'The photo as it will be' }).waitFor();
    assert.ok((await drawn(of)).equals(lit));
    await press(of, 'Crop');
    await assertAccessible(page, 'the crop');
    const frame = of.locator('.crop-frame');
    const whole = (await frame.boundingBox())!;
    await of.getByRole('button', { name: /^Upper left corner/ }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    const narrower = (await frame.boundingBox())!;
    assert.ok(Math.abs(narrower.width / whole.width - 0.95) < 0.01 && narrower.x > whole.x, JSON.stringify([whole, narrower]));
    const corner = (await of.getByRole('button', { name: /^Lower right corner/ }).boundingBox())!;
    const [x, y] = [corner.x + corner.width / 2, corner.y + corner.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y - 80, { steps: 4 });
    await page.mouse.up();
    const smaller = (await frame.boundingBox())!;
    assert.ok(Math.abs(narrower.width - smaller.width - 60) < 3 && Math.abs(narrower.height - smaller.height - 80) < 3);
    await page.setViewportSize({ width: 390, height: 780 });
    for (const tab of ['Light', 'Crop']) {
      await press(of, tab);
      await assertFits(page, `the editor on a phone, ${tab}`);
      const bars = await of.locator('.editor-bar button').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right));
      assert.ok(bars.length === 4 && bars.every((right) => right > 0 && right <= 390), String(bars));
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Go on editing' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard the changes' }).click();
    await of.waitFor({ state: 'detached' });
    await close();
  });

  test('NE-10: of two edits in two browsers both are kept, and who saved last is told, and may show theirs; NE-14: the next edit begins where that one ended', async () => {
    const other = await openPage(browser);
    other.page.setDefaultTimeout(MADE_MS);
    await signIn(other.page, world.url);
    await open('IMG_7001.JPG', other.page);
    const theirs = await startEdit(other.page);
    await slide(theirs, 'Saturation', -100);
    await open('IMG_7001.JPG');
    const mine = await startEdit();
    await slide(mine, 'Exposure', 40);
    await save(mine);
    await page.getByText('Saved, and shown on all your devices.').waitFor();
    await save(theirs);
    await other.page.getByText('It was edited elsewhere meanwhile. Both edits are kept').waitFor();
    await other.page.keyboard.press('i');
    const versions = other.page.getByRole('region', { name: 'Versions' }).getByRole('listitem');
    await until(async () => (await versions.count()) === 4, 'the original, the edit that was taken back, and both', MADE_MS);
    const again = await startEdit();
    assert.deepEqual([await value(again, 'Exposure'), await value(again, 'Saturation')], ['40', '0']);
    await page.keyboard.press('Escape');
    await again.waitFor({ state: 'detached' });
    await other.page.getByRole('button', { name: 'Show mine' }).click();
    await versions.last().getByText('Shown').waitFor();
    const once = await startEdit(other.page);
    assert.deepEqual([await value(once, 'Exposure'), await value(once, 'Saturation')], ['0', '-100']);
    await press(once, 'Reset');
    await save(once);
    await other.page.getByText('The original is shown again').waitFor();
    assert.deepEqual(other.errors, []);
    await other.page.context().close();
    await close();
  });

  test('NE-12: of what cannot be edited the page says why; no error of its own program happened in all this', async () => {
    for (const [name, words] of [
      ['animated.gif', 'This picture moves.'],
      ['rotate.mp4', 'Videos cannot be edited here.'],
    ] as const) {
      await open(name);
      await page.getByRole('button', { name: 'Edit (e)' }).click();
      await page.getByText(words).waitFor();
      assert.equal(await editor(page).count(), 0);
      await close();
    }
    assert.deepEqual(errors, []);
  });
});
