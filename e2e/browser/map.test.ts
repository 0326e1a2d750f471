import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

/** Where the photos are: several at one spot of Vienna, one across the Danube, one at the other end of the world, one nowhere. */
const PLACES: readonly (readonly [name: string, taken: string, at: readonly [lat: number, lon: number] | null])[] = [
  ['dome-1.jpg', '2024:05:06 10:00:00', [48.2085, 16.3731]],
  ['dome-2.jpg', '2024:05:06 11:00:00', [48.2085, 16.3731]],
  ['danube.jpg', '2024:05:07 10:00:00', [48.2388, 16.4133]],
  ['opera.jpg', '2023:01:02 10:00:00', [-33.8568, 151.2153]],
  ['nowhere.jpg', '2024:05:06 12:00:00', null],
];

describe('the map in a browser', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let laptop: Device;
  const foreign: string[] = [];
  before(async () => {
    await world.serve();
    const created = await world.account();
    assert.equal(created.code, 0, created.err);
    laptop = await world.device('Laptop');
    for (const [name, taken, at] of PLACES) laptop.put(name, await placed(taken, at));
    await laptop.sync();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    page.context().on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${world.url}/`) && !/^(data|blob):/.test(url)) foreign.push(url);
    });
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });
  const spots = () => page.getByRole('list', { name: 'Photos in sight' }).getByRole('button');
  const spot = (name: RegExp) => page.getByRole('list', { name: 'Photos in sight' }).getByRole('button', { name });
  const info = () => page.getByRole('complementary', { name: 'Information' });

  test('MP-7: photos stand on the map with a picture and their number; a press leads nearer, then to the photos of that place, and back leads to where one looked', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Map' }).click();
    await spot(/^3 photos, around .*Austria$/).waitFor({ timeout: 60_000 });
    await spot(/^Photo of 2 January 2023, .*Australia$/).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Show 4 photos in sight' }).waitFor();
    await spots().first().locator('img').waitFor({ timeout: 120_000 });
    await assertAccessible(page, 'the map');
    await spot(/^3 photos/).press('Enter');
    const several = spot(/^2 photos/);
    await several.waitFor();
    // Nearer and nearer, until nothing parts them.
    await until(async () => {
      if (/\/map\/photos/.test(page.url())) return true;
      await several.click({ timeout: 1_000 }).catch(() => null);
      return null;
    }, 'the photos of that place');
    await page.getByRole('heading', { level: 1, name: /, Austria$/ }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: /, dome-1\.jpg/ }).waitFor();
    assert.equal(await page.locator('[data-tile]').count(), 2);
    await page.getByRole('button', { name: /, dome-2\.jpg/ }).click();
    await page.getByRole('dialog', { name: /dome-2\.jpg/ }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: /dome-1\.jpg/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.match(page.url(), /in=/, 'the address still says where');
    await page.goBack();
    await page.waitForURL(/\/map\?at=48\.2\d*%2C16\.3/);
    await several.waitFor();
  });

  test('MP-8: by keyboard the map is moved and looked at nearer, and where one looked is there after a reload; one photo opens by itself', async () => {
    await page.goto(`${world.url}/map?at=48.2,16.4,9`);
    await spot(/^2 photos|^3 photos/).waitFor();
    const canvas = page.locator('.maplibregl-canvas');
    const at = async (): Promise<string> => (await page.evaluate(() => new URLSearchParams(location.search).get('at'))) ?? '';
    const moved = async (key: string): Promise<void> => {
      const before = await at();
      await canvas.press(key);
      await until(async () => ((await at()) !== before ? true : null), `${key} moves it`);
    };
    await canvas.focus();
    for (const key of ['+', 'ArrowRight']) await moved(key);
    const left = await at();
    await page.reload();
    await spots().first().waitFor();
    assert.equal(await at(), left);
    await page.goto(`${world.url}/map?at=-33.85,151.2,9`);
    await spot(/^Photo of 2 January 2023/).press('Enter');
    await page.getByRole('dialog', { name: /opera\.jpg/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForURL(/\/map\?at=-33/);
  });

  test('VW-35: beside a photo its place is on a small map, which leads to what is near, and its name to all photos from there', async () => {
    await page.goto(`${world.url}/map/photos?in=-180,-90,180,0`);
    await page.getByRole('button', { name: /, opera\.jpg/ }).click();
    await page.getByRole('dialog', { name: /opera\.jpg/ }).waitFor();
    await page.keyboard.press('i');
    await info().locator('.map-pin').waitFor();
    await assertAccessible(page, 'information with a map');
    await info()
      .getByRole('link', { name: /Australia$/ })
      .click();
    await page.waitForURL(/\/search\?q=/);
    await page.getByRole('button', { name: /, opera\.jpg/ }).click();
    await page.getByRole('dialog', { name: /opera\.jpg/ }).waitFor();
    if ((await info().count()) === 0) await page.keyboard.press('i');
    await info().getByRole('link', { name: 'Photos near here, on the map' }).click();
    await page.waitForURL(/\/map\?at=-33\.8\d*%2C151/);
    await spot(/^Photo of 2 January 2023/).waitFor();
  });

  test('VW-36: a place is added by a town, moved by a click on the map, corrected by coordinates, taken back and removed, on all devices', async () => {
    const place = async () => {
      const { changes } = (await page.evaluate(async () => (await fetch('/api/v1/library/changes?limit=1000')).json())) as {
        changes: { entity: { type: string; fileName?: string; place?: { lat: number; lon: number } | null } }[];
      };
      return changes.findLast(({ entity }) => entity.type === 'asset' && entity.fileName === 'nowhere.jpg')?.entity.place ?? null;
    };
    const dialog = page.getByRole('dialog', { name: /the place$/ });
    const field = dialog.getByLabel('Coordinates');
    await page.goto(`${world.url}/search?q=nowhere`);
    await page.getByRole('button', { name: /, nowhere\.jpg/ }).click();
    await page.getByRole('dialog', { name: /nowhere\.jpg/ }).waitFor();
    if ((await info().count()) === 0) await page.keyboard.press('i');
    await info().getByRole('button', { name: 'Add the place' }).click();
    await dialog.getByLabel('Find a town').fill('graz');
    await dialog.getByRole('button', { name: 'Graz, Styria, Austria' }).click({ timeout: 60_000 });
    assert.match(await field.inputValue(), /^47\.0\d*, 15\.4/);
    const canvas = dialog.locator('.maplibregl-canvas');
    await dialog.locator('.map-pin').waitFor();
    await assertAccessible(page, 'the place of a photo');
    const before = await field.inputValue();
    await until(async () => {
      await canvas.click({ position: { x: 60, y: 60 } });
      return (await field.inputValue()) === before ? null : true;
    }, 'a click on the map');
    await field.fill('91, 0');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('A latitude lies between 90° S and 90° N.').waitFor();
    await field.fill('48.2085° N, 16.3731° E');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await info()
      .getByRole('link', { name: /, Austria$/ })
      .waitFor({ timeout: 60_000 });
    await until(async () => ((await place())?.lat === 48.2085 ? true : null), 'the place that was written');
    assert.deepEqual(await place(), { lat: 48.2085, lon: 16.3731, altitude: null });
    await page.getByRole('button', { name: 'Undo' }).click();
    await info().getByRole('button', { name: 'Add the place' }).click();
    const none = (): Promise<true> => until(async () => ((await place()) === null ? true : null), 'the place to be gone');
    await none();
    await field.fill('48.2, 16.4');
    await field.press('Enter');
    await info().getByRole('button', { name: 'Change the place' }).click();
    await dialog.getByRole('button', { name: 'Remove the place' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await info().getByRole('button', { name: 'Add the place' }).waitFor();
    await none();
  });

  test('MP-9: on a phone in the dark the map and its list are whole, and what moves to another place moves on the map', async () => {
    const phone = await openPage(browser, { viewport: { width: 390, height: 780 }, colorScheme: 'dark', hasTouch: true });
    await signIn(phone.page, world.url);
    await phone.page.goto(`${world.url}/map?at=-33.85,151.2,9`);
    const seen = phone.page.getByRole('list', { name: 'Photos in sight' }).getByRole('button');
    await seen.first().waitFor();
    await assertAccessible(phone.page, 'the map on a phone');
    await assertFits(phone.page, 'the map on a phone');
    await phone.page.evaluate(async () => {
      const { changes } = (await (await fetch('/api/v1/library/changes?limit=1000')).json()) as {
        changes: { entity: { type: string; id: string; fileName?: string } }[];
      };
      const assetId = changes.find(({ entity }) => entity.fileName === 'danube.jpg')?.entity.id;
      const change = { name: 'asset.set', args: { assetId, fields: { place: { lat: -33.6, lon: 151.2, altitude: null } } } };
      await fetch('/api/v1/library/actions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ actions: [{ id: '01900000-0000-7000-8000-0000000000aa', change }] }),
      });
    });
    await until(async () => ((await seen.count()) === 2 ? true : null), 'the photo that moved');
    await phone.page.getByRole('link', { name: 'By town' }).click();
    const towns = phone.page.getByRole('list', { name: 'Towns' });
    await towns.getByRole('link', { name: /Austria.*2 photos/ }).waitFor({ timeout: 60_000 });
    await assertAccessible(phone.page, 'photos by town on a phone');
    await assertFits(phone.page, 'photos by town on a phone');
    await towns.getByRole('link', { name: /Austria/ }).click();
    await until(async () => ((await phone.page.locator('[data-tile]').count()) === 2 ? true : null), 'the photos of that town');
    assert.deepEqual(phone.errors, []);
  });

  test('MP-10: where the browser cannot draw the map the page says so, and shows the photos by town', async () => {
    const plain = await openBrowser(['--disable-3d-apis']);
    try {
      const opened = await openPage(plain);
      await signIn(opened.page, world.url);
      await opened.page.goto(`${world.url}/map`);
      await opened.page.getByText('This browser cannot draw the map').waitFor();
      await opened.page
        .getByRole('list', { name: 'Towns' })
        .getByRole('link', { name: /Austria.*2 photos/ })
        .waitFor({ timeout: 60_000 });
      assert.deepEqual(opened.errors, []);
    } finally {
      await plain.close();
    }
  });

  test('MP-11: nothing of all this was asked of anybody else, and no error of the page’s own program happened', () => {
    assert.deepEqual(foreign, []);
    assert.deepEqual(errors, []);
  });
});

async function placed(taken: string, at: readonly [lat: number, lon: number] | null): Promise<Buffer> {
  const plain = await photo({ taken });
  if (at === null) return plain;
  const parts = (degrees: number): string => `${Math.round(Math.abs(degrees) * 1e6)}/1000000 0/1 0/1`;
  const [lat, lon] = at;
  const gps = {
    GPSLatitudeRef: lat < 0 ? 'S' : 'N',
    GPSLatitude: parts(lat),
    GPSLongitudeRef: lon < 0 ? 'W' : 'E',
    GPSLongitude: parts(lon),
  };
  return sharp(plain).keepExif().withExifMerge({ IFD3: gps }).jpeg().toBuffer();
}
