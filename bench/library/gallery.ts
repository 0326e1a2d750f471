import type { Browser, BrowserContext, Page } from 'playwright-core';
import { countTo, type TwoWayCounter } from '../machine/counter.ts';
import { Looked, type Held } from './browser.ts';
import { framesDuring, glide } from './frames.ts';
import { READING, type Motion } from './visit.ts';

/** A gallery that runs, and what its page is made of; selectors. */
export interface Gallery {
  readonly url: string;
  readonly scroller: string;
  readonly tile: string;
  /** The picture in a tile, once it is the one that stays. */
  readonly picture: string;
  /** A browser that was never there, and may come in. */
  readonly enter: (browser: Browser) => Promise<BrowserContext>;
}

/** Seconds from the address on. */
export interface Opened {
  /** Anything at all is painted, as the browser says itself. */
  readonly paint: number;
  readonly first: number;
  readonly all: number;
}

/** Bytes from the server, with their heads, as they leave it. */
export interface Wire {
  /** Until the pictures in sight are there, for a browser that knows nothing. */
  readonly sight: number;
  /** Until nothing comes any more. */
  readonly first: number;
  /** The same for one that was there before. */
  readonly again: number;
  /** Of one screen further down, until nothing comes any more, and how many pictures that is. */
  readonly screen: number;
  readonly pictures: number;
}

export interface Sights {
  readonly cold: Opened;
  readonly again: Opened;
  readonly wire: Wire;
  readonly reading: Motion;
  readonly flying: Motion;
  /** Pixels that it came, of those that were asked for while it flew (0 to 1). */
  readonly came: number;
  readonly held: Held;
}

/** Pixels a frame, as one looks for something in a library of which the shortest has room for so many frames. */
const LOOKING = 150;
const SCREENS = 10;
const FRAMES = 240;
/** Nothing comes: fewer bytes than this in so many milliseconds. A server may say now and then that it is there. */
const QUIET = { bytes: 2_000, ms: 2_000 };

/** Somebody looks at a gallery for the first time, comes back, and scrolls. What any gallery can be asked. */
export async function lookAt(browser: Browser, gallery: Gallery): Promise<Sights> {
  const wire = await overTheWire(browser, gallery);
  const context = await gallery.enter(browser);
  try {
    const before = await context.newPage();
    const cold = await open(before, gallery);
    await before.close();
    const looked = await Looked.open(browser, context);
    const { page } = looked;
    const again = await open(page, gallery);
    const reading = await moving(looked, () => glide(page, gallery.scroller, READING, FRAMES));
    const flying = await moving(looked, () => glide(page, gallery.scroller, LOOKING, FRAMES));
    return { cold, again, wire, reading, flying, came: flying.pixels / (LOOKING * (FRAMES - 1)), held: await looked.holds() };
  } finally {
    await context.close();
  }
}

async function open(page: Page, gallery: Gallery): Promise<Opened> {
  const began = performance.now();
  await page.goto(gallery.url, { waitUntil: 'commit' });
  await page.waitForFunction(({ tile, picture }) => {
    const image = document.querySelector<HTMLImageElement>(`${tile} ${picture}`);
    return image !== null && image.naturalWidth > 0;
  }, selectors(gallery));
  const first = (performance.now() - began) / 1000;
  await inSight(page, gallery);
  const all = (performance.now() - began) / 1000;
  const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  return { paint: ((await paint.jsonValue()) ?? 0) / 1000, first, all };
}

const selectors = ({ tile, picture }: Gallery) => ({ tile, picture });

/** Until every picture of the window is there, down to its lower edge. @returns how many they are */
async function inSight(page: Page, gallery: Gallery): Promise<number> {
  const count = await page.waitForFunction(({ tile, picture }) => {
    let [lowest, pictures] = [0, 0];
    for (const each of document.querySelectorAll(tile)) {
      const { top, bottom } = each.getBoundingClientRect();
      if (bottom <= 0 || top >= innerHeight) continue;
      const image = each.querySelector<HTMLImageElement>(picture);
      if (image === null || !image.complete || image.naturalWidth === 0) return null;
      lowest = Math.max(lowest, bottom);
      pictures += 1;
    }
    // Below the last row there may be a margin.
    return lowest > innerHeight - 100 ? pictures : null;
  }, selectors(gallery));
  return (await count.jsonValue()) ?? 0;
}

async function moving(looked: Looked, work: () => Promise<number>): Promise<Motion & { readonly pixels: number }> {
  const before = await looked.spent();
  let pixels = 0;
  const frames = await framesDuring(looked.page, async () => {
    pixels = await work();
  });
  return { frames, cpu: ((await looked.spentSince(before)) / frames.count) * 1000, pixels };
}

/** Looks at it once more by a way that counts, so that nothing else is measured of a page whose bytes are counted. */
async function overTheWire(browser: Browser, gallery: Gallery): Promise<Wire> {
  const counter = await countTo(gallery.url);
  const context = await gallery.enter(browser);
  try {
    const counted = { ...gallery, url: counter.url };
    const page = await context.newPage();
    await open(page, counted);
    const sight = counter.answered();
    const first = await quiet(counter);
    let [from, pictures] = [first, 0];
    for (let screen = 0; screen < SCREENS; screen += 1) {
      await page.evaluate((selector) => {
        const element = document.querySelector(selector)!;
        element.scrollTop += element.clientHeight;
      }, gallery.scroller);
      pictures += await inSight(page, counted);
      await quiet(counter);
    }
    const screen = (counter.answered() - from) / SCREENS;
    await page.close();
    from = await quiet(counter);
    const returned = await context.newPage();
    await open(returned, counted);
    return { sight, first, again: (await quiet(counter)) - from, screen, pictures: pictures / SCREENS };
  } finally {
    await context.close();
    counter.stop();
  }
}

/** Waits until nothing comes. @returns how many bytes have */
async function quiet(counter: TwoWayCounter): Promise<number> {
  for (;;) {
    const before = counter.answered();
    await new Promise((resolve) => setTimeout(resolve, QUIET.ms));
    if (counter.answered() - before < QUIET.bytes) return counter.answered();
  }
}
