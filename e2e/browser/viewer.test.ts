import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';
import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { hashOf, World } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

const { missing, bytes } = mediaIn();

/** Pictures and versions are made when nothing else is to be done. */
const MADE_MS = 900_000;
const PHOTOS = ['formats/animated.gif', 'live/odd/IMG_7002.HEIC', 'raw/RAW_NIKON_D1.NEF', 'motion/PXL_20200710_061629144.MP.jpg'];
const FILMS = ['video/rotate.mp4', 'video/IMG_0905_slomo.MOV'];
const PAIRS = ['live/train.jpg', 'live/train.mov', 'live/IMG_4580.HEIC', 'live/IMG_4580.MOV'];
/** Of these no picture is made. */
const BROKEN = ['broken/no-moov.mov', 'broken/svg-script.svg'];
const TILES = PHOTOS.length + FILMS.length + PAIRS.length / 2 + BROKEN.length + 2;

/** A photo without a date, of somebody whom a program has named in it. */
function namedPhoto(): Promise<Buffer> {
  const region = `<rdf:li><rdf:Description mwg-rs:Name="Ann Example" mwg-rs:Type="Face"><mwg-rs:Area stArea:x="0.5" stArea:y="0.5" stArea:w="0.2" stArea:h="0.2" stArea:unit="normalized"/></rdf:Description></rdf:li>`;
  const spaces = `xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#"`;
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${spaces} xmp:Rating="4"><dc:subject><rdf:Bag><rdf:li>seaside</rdf:li></rdf:Bag></dc:subject><mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>${region}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>`;
  return sharp({ create: { width: 400, height: 300, channels: 3, background: '#c86' } })
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
}

/** What a video element says of itself. */
interface Playing {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly at: number;
  readonly muted: boolean;
}

describe('photos and films of every kind in the viewer', { skip: missing }, () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const laptop = await world.device('Laptop');
    for (const path of [...PHOTOS, ...FILMS, ...PAIRS, ...BROKEN]) laptop.put(path, bytes(path));
    laptop.put('IMG_20240203_040506.jpg', await namedPhoto());
    laptop.put(
      'IMG-20190704-WA0001.jpg',
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#6c8' } })
        .jpeg()
        .toBuffer(),
    );
    await laptop.sync();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    page.setDefaultTimeout(MADE_MS);
    await page.setViewportSize({ width: 1600, height: 1200 });
    await signIn(page, world.url);
    const tiles = page.locator('.tile');
    await until(async () => (await tiles.count()) === TILES, 'every photo, each pair as one', MADE_MS);
    await until(async () => (await tiles.locator('.tile-honest').count()) === BROKEN.length, 'every picture', MADE_MS);
    await until(async () => (await tiles.getByText('being made').count()) === 0, 'word of those without', MADE_MS);
  });
  beforeEach(() => page.setViewportSize({ width: 1280, height: 800 }));
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const tile = (name: string) => page.getByRole('button', { name: new RegExp(`, ${name.replaceAll('.', '\\.')}`) });
  const viewer = () => page.getByRole('dialog');
  async function open(name: string): Promise<void> {
    await page.mouse.move(0, 0);
    await tile(name).click();
    await page.getByRole('dialog', { name: new RegExp(name.replaceAll('.', '\\.')) }).waitFor();
  }
  async function close(): Promise<void> {
    await page.keyboard.press('Escape');
    await viewer().waitFor({ state: 'detached' });
  }
  /** Looks in each frame of the page: the moments around a photo last no longer than that they could be missed otherwise. */
  async function plays(where: string, what: string, from = 0): Promise<Playing> {
    const begun = await page
      .waitForFunction(
        ([selector, after]) => {
          const video = document.querySelector<HTMLVideoElement>(selector);
          if (!video || video.videoWidth === 0 || video.currentTime <= after) return null;
          return { src: video.src, width: video.videoWidth, height: video.videoHeight, at: video.currentTime, muted: video.muted };
        },
        [where, from] as const,
        { timeout: MADE_MS },
      )
      .catch((error: unknown) => {
        throw new Error(`waited for ${what}`, { cause: error });
      });
    return (await begun.jsonValue()) as Playing;
  }

  test('VW-20: a photo that browsers do not show is seen by its preview, and when that is asked for in all its pixels, or by the largest picture inside a raw file; its file is offered all the while', async () => {
    for (const [name, words, size] of [
      ['IMG_7002.HEIC', 'Full resolution', [600, 800]],
      ['RAW_NIKON_D1.NEF', 'Largest preview', [160, 120]],
    ] as const) {
      await open(name);
      await viewer().locator('img.sharp').first().waitFor();
      assert.equal(await viewer().locator('img.full').count(), 0, 'not before it is asked for');
      const button = viewer().getByRole('button', { name: words, exact: true });
      await button.click();
      const full = viewer().locator('img.full');
      await full.waitFor();
      const drawn = await full.evaluate((img: HTMLImageElement) => ({ src: img.src, size: [img.naturalWidth, img.naturalHeight] }));
      assert.match(drawn.src, /\/views\/full\?v=/);
      assert.deepEqual(drawn.size, size);
      assert.equal(await viewer().locator('.picture-note').count(), 0, 'nothing more is to be said');
      await button.click();
      await full.waitFor({ state: 'detached' });
      await viewer().locator('img.sharp').first().waitFor();
      await viewer().getByRole('link', { name: 'Download original' }).waitFor();
      await close();
    }
  });

  test('GR-13: what is one photo is downloaded as one, each file with its own name and bytes', async () => {
    await open('IMG_4580.HEIC');
    const saved = new Map<string, string>();
    page.on('download', (file) => void file.path().then((path) => saved.set(file.suggestedFilename(), hashOf(readFileSync(path)))));
    await viewer().getByRole('button', { name: 'Download both files' }).click();
    await until(() => Promise.resolve(saved.size === 2), 'both halves of the Live Photo', MADE_MS);
    for (const name of ['IMG_4580.HEIC', 'IMG_4580.MOV']) assert.equal(saved.get(name), hashOf(bytes(`live/${name}`)), name);
    await close();
  });

  test('VW-21: a picture that moves does so by itself, and not for who asked for less motion', async () => {
    const file = /\/resources\/[0-9a-f]{32}$/;
    await open('animated.gif');
    await viewer().locator('img.full').waitFor();
    assert.match(
      await viewer()
        .locator('img.full')
        .evaluate((img: HTMLImageElement) => img.src),
      file,
    );
    await close();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open('animated.gif');
    await viewer().locator('img.sharp').first().waitFor();
    // Longer than it takes to begin by itself.
    await page.waitForTimeout(1_000);
    assert.equal(await viewer().locator('img.full').count(), 0);
    await viewer().getByRole('button', { name: 'Full resolution' }).click();
    await viewer().locator('img.full').waitFor();
    await close();
    await page.emulateMedia({ reducedMotion: null });
  });

  test('VW-22: a film that this browser plays is played as it came, upright, can be sought in, and lets go of its bytes when it is left', async () => {
    await open('rotate.mp4');
    const film = await plays('.film video', 'the film');
    assert.match(film.src, /\/resources\/[0-9a-f]{32}$/);
    assert.deepEqual([film.width, film.height], [60, 80], 'stored lying, shown standing');
    await page.evaluate(() => {
      const video = document.querySelector<HTMLVideoElement>('.film video')!;
      (window as unknown as { left: HTMLVideoElement }).left = video;
      video.currentTime = 9;
    });
    await plays('.film video', 'it to go on from there', 9);
    await close();
    const left = await page.evaluate(() => {
      const video = (window as unknown as { left: HTMLVideoElement }).left;
      return { src: video.getAttribute('src'), paused: video.paused, ready: video.readyState };
    });
    assert.deepEqual(left, { src: null, paused: true, ready: 0 });
  });

  test('VW-23: a film that this browser cannot play shows its poster and says what is done, and then plays as H.264, and can be sought in', async () => {
    await open('IMG_0905_slomo.MOV');
    const film = await plays('.film video', 'the version that every browser plays');
    if (/\/resources\//.test(film.src)) assert.deepEqual([film.width, film.height], [640, 360], 'this browser plays HEVC itself');
    else assert.match(film.src, /\/views\/stream\?v=/);
    await page.evaluate(() => void (document.querySelector<HTMLVideoElement>('.film video')!.currentTime = 1.2));
    await plays('.film video', 'it to go on from there', 1.2);
    await assertAccessible(page, 'a film');
    await close();
  });

  test('VW-24: the moments around a photo are played when Live is pressed or the photo held, from the film beside it or inside it', async () => {
    for (const [name, from] of [
      ['train.jpg', /\/resources\//],
      ['IMG_4580.HEIC', /\/(resources\/|views\/stream)/],
      ['PXL_20200710_061629144.MP.jpg', /\/views\/(motion|stream)/],
    ] as const) {
      await open(name);
      await page.mouse.move(0, 0);
      const live = viewer().getByRole('button', { name: 'Live', exact: true });
      await live.focus();
      await page.keyboard.press('Enter');
      const film = await plays('.live-film video', `the moments around ${name}`);
      assert.match(film.src, from);
      assert.equal(film.muted, false, 'with their sound');
      await viewer().locator('.live-film').waitFor({ state: 'detached' });
      assert.equal(await live.getAttribute('aria-pressed'), 'false', 'played once');
      await close();
    }
    await open('train.jpg');
    await page.mouse.move(640, 500);
    await page.mouse.down();
    await plays('.live-film video', 'while it is held');
    await page.mouse.up();
    await viewer().locator('.live-film').waitFor({ state: 'detached' });
    await viewer().getByRole('button', { name: 'Live', exact: true }).hover();
    assert.equal((await plays('.live-film video', 'while one points at it')).muted, true);
    await assertAccessible(page, 'a Live Photo');
    await close();
  });

  test('VW-25: a tile says what it is, and moves while the mouse rests on it: small, silent, one at a time, and not for who asked for less motion', async () => {
    await page.mouse.move(0, 0);
    await page.getByRole('button', { name: /^Live Photo, .*train\.jpg/ }).waitFor();
    await page.getByRole('button', { name: /^Live Photo, .*PXL_20200710/ }).waitFor();
    await page.getByRole('button', { name: /^Photo, RAW, .*RAW_NIKON_D1\.NEF/ }).waitFor();
    assert.match((await tile('rotate.mp4').locator('.tile-badge').textContent()) ?? '', /^0:14/);
    assert.equal(await page.locator('.tile video').count(), 0);
    for (const name of ['rotate.mp4', 'train.jpg', 'PXL_20200710_061629144.MP.jpg']) {
      await tile(name).hover();
      const loop = await plays('.tile video', `${name} under the mouse`);
      assert.match(loop.src, /\/views\/loop\?v=/);
      assert.ok(loop.muted && loop.width <= 480);
      // Tiles move when a picture comes meanwhile, and the mouse may rest on none.
      assert.ok((await page.locator('.tile video').count()) <= 1, 'one at a time');
    }
    await assertAccessible(page, 'a tile that moves');
    await tile('animated.gif').hover();
    await until(async () => (await page.locator('.tile video').count()) === 0, 'it ends when it is left');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await tile('train.jpg').hover();
    await page.waitForTimeout(1_500);
    assert.equal(await page.locator('.tile video').count(), 0);
    await page.emulateMedia({ reducedMotion: null });
    await page.mouse.move(0, 0);
  });

  test('VW-26: of what cannot be shown the viewer says why, and offers its file; a drawing is never drawn by the page, nor by its address', async () => {
    await open('no-moov.mov');
    await viewer()
      .getByText(/cannot|No version of it/)
      .first()
      .waitFor();
    await viewer()
      .getByRole('link', { name: /^Download \(/ })
      .waitFor();
    await close();
    await open('svg-script.svg');
    await viewer()
      .getByText(/No picture/)
      .waitFor();
    assert.equal(await viewer().locator('img').count(), 0);
    const link = viewer().getByRole('link', { name: /^Download \(/ });
    const answer = await page.request.get(new URL((await link.getAttribute('href'))!, world.url).href);
    const headers = answer.headers();
    assert.match(headers['content-disposition'] ?? '', /^attachment;/);
    assert.match(headers['content-security-policy'] ?? '', /sandbox/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    await assertAccessible(page, 'what cannot be shown');
    await close();
  });

  test('VW-27: a photo’s information names who is in it, its rating and keywords, how its date is known and whether its time zone is, and each of its files', async () => {
    await open('IMG_20240203_040506.jpg');
    await page.keyboard.press('i');
    const info = page.getByRole('complementary', { name: 'Information' });
    await info.getByText('Ann Example').waitFor();
    await info.getByRole('img', { name: '4 of 5 stars' }).waitFor();
    await info.getByRole('listitem').filter({ hasText: 'seaside' }).waitFor();
    await info.getByText('04:05:06 (time zone not known)').waitFor();
    await info.getByText('Read from the file’s name').waitFor();
    await assertAccessible(page, 'who is in a photo');
    await page.keyboard.press('i');
    await close();
    await open('train.jpg');
    await page.keyboard.press('i');
    await info.getByText(/^train\.mov, video\/quicktime/).waitFor();
    await info.getByRole('link', { name: 'Download Live Photo video' }).waitFor();
    await page.keyboard.press('i');
    await close();
  });

  test('VW-32, VW-33: of a photo of which only the day is known the page says so, and tells no time', async () => {
    await page.getByRole('button', { name: /4 July 2019, IMG-20190704-WA0001\.jpg/ }).waitFor();
    await open('IMG-20190704-WA0001.jpg');
    await page.keyboard.press('i');
    const info = page.getByRole('complementary', { name: 'Information' });
    await info.getByText('The time is not known').waitFor();
    await info.getByText('Read from the file’s name').waitFor();
    assert.equal(await viewer().getByText('00:00').count(), 0);
    await page.keyboard.press('i');
    await close();
  });

  test('AB-34: in a slideshow a film is shown to its end, with its sound and upright, is paused with it and begins anew when it comes again; what cannot be played stops nothing', async () => {
    const show = () => page.getByRole('dialog', { name: 'Slideshow' });
    const choose = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` }).click();
    const film = () =>
      page.evaluate(() => {
        const video = document.querySelector<HTMLVideoElement>('.slide.seen video');
        return video && { at: video.currentTime, paused: video.paused, muted: video.muted, size: [video.videoWidth, video.videoHeight] };
      });
    const seek = (seconds: number) =>
      page.evaluate((to) => void (document.querySelector<HTMLVideoElement>('.slide video')!.currentTime = to), seconds);
    await page.evaluate(() => localStorage.setItem('rollcall.slideshow', JSON.stringify({ pace: 2 })));
    await choose('rotate.mp4');
    await choose('no-moov.mov');
    await page.getByRole('toolbar', { name: 'What to do with the selected photos' }).getByRole('button', { name: 'Slideshow' }).click();
    await show().getByText('of 2').waitFor();
    // Whichever comes first: what has neither picture nor film is passed over.
    const seen = await until(
      async () => ((await film())?.at ?? 0) > 2.5 && (await film()),
      'the film, longer than a photo stands',
      MADE_MS,
    );
    assert.deepEqual(seen && { ...seen, at: 0 }, { at: 0, paused: false, muted: false, size: [60, 80] });
    await page.keyboard.press('Space');
    await show().getByRole('button', { name: 'Play (space)' }).waitFor();
    assert.equal((await film())?.paused, true);
    await assertAccessible(page, 'a film in a slideshow');
    await page.keyboard.press('Space');
    await until(async () => (await film())?.paused === false, 'it goes on');
    await seek(13.5);
    await show().getByText('That was all of it.').waitFor();
    await page.keyboard.press('Space');
    await until(async () => ((await film())?.at ?? 99) < 10 && (await film())?.paused === false, 'it begins anew', MADE_MS);
    await page.keyboard.press('l');
    for (let turn = 0; turn < 2; turn += 1) {
      await seek(13.5);
      await until(async () => ((await film())?.at ?? 99) < 10 && (await film())?.paused === false, 'it comes again in a loop', MADE_MS);
    }
    await page.keyboard.press('Escape');
    await show().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    // What this browser cannot play is made for it here, too.
    await open('IMG_0905_slomo.MOV');
    await page.keyboard.press('p');
    await until(async () => ((await film())?.at ?? 0) > 0, 'a film as it was made for this browser', MADE_MS);
    await page.keyboard.press('Escape');
    await show().waitFor({ state: 'detached' });
    await close();
    assert.deepEqual(errors, []);
  });

  test('VW-42: holding a finger on a tile plays what moves in it', async () => {
    const storageState = await page.context().storageState();
    // Without the page's worker, which would ask for pictures in its place.
    const phone = await openPage(browser, {
      storageState,
      viewport: { width: 390, height: 780 },
      hasTouch: true,
      isMobile: true,
      serviceWorkers: 'block',
    });
    // What it plays was made before.
    phone.page.setDefaultTimeout(60_000);
    await phone.page.goto(world.url);
    // The finger comes down on what stands there until the picture has come.
    let come = (): void => {};
    const held = new Promise<void>((resolve) => (come = resolve));
    await phone.page.route('**/thumbnail*', (route) => held.then(() => route.continue()));
    const tile = phone.page.getByRole('button', { name: /, train\.jpg/ });
    await tile.locator('.tile-placeholder').waitFor();
    // It stands still, and nothing lies over it.
    await tile.tap({ trial: true });
    const box = (await tile.boundingBox())!;
    const touch = await phone.page.context().newCDPSession(phone.page);
    const at = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at });
    come();
    await tile.locator('.tile-placeholder').waitFor({ state: 'detached' });
    await phone.page.locator('.tile-loop.begun').waitFor();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await phone.page.locator('.tile-loop').waitFor({ state: 'detached' });
    assert.deepEqual(phone.errors, []);
    await phone.page.context().close();
  });

  test('VW-28: dark, and as narrow as a phone, the viewer is whole, and holding a finger plays a Live Photo', async () => {
    const phone = await openPage(browser, {
      viewport: { width: 390, height: 780 },
      colorScheme: 'dark',
      hasTouch: true,
      isMobile: true,
    });
    phone.page.setDefaultTimeout(MADE_MS);
    await signIn(phone.page, world.url);
    await phone.page.getByRole('button', { name: /, train\.jpg/ }).tap();
    await phone.page.getByRole('dialog', { name: /train\.jpg/ }).waitFor();
    await phone.page.locator('img.sharp').first().waitFor();
    const touch = await phone.page.context().newCDPSession(phone.page);
    const at = [{ x: 195, y: 400 }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at });
    await phone.page.locator('.live-film.begun').waitFor();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await phone.page.locator('.live-film').waitFor({ state: 'detached' });
    await assertFits(phone.page, 'a Live Photo on a phone');
    await assertAccessible(phone.page, 'a Live Photo on a phone');
    assert.deepEqual([...errors, ...phone.errors], []);
    await phone.page.context().close();
  });
});
