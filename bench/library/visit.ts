import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { quantile } from '../table.ts';
import { Looked, type Held } from './browser.ts';
import { lookAtMap, type Atlas } from './atlas.ts';
import { framesDuring, scrollBy, type Frames } from './frames.ts';
import { wander, type Wandered } from './wander.ts';

/** Seconds from the address to pictures. */
export interface Shown {
  /** The first thumbnail that is drawn. */
  readonly first: number;
  /** All that are in sight, the newest photo among them. */
  readonly all: number;
  /** The whole library is there, to be scrolled through and searched. */
  readonly whole: number;
  /** Processor time of the page's thread until then. */
  readonly cpu: number;
}

export interface Visit {
  readonly cold: Shown;
  readonly warm: Shown;
  readonly start: Held;
  /** Nothing moves and nothing is drawn: what this machine makes of sixty frames a second. */
  readonly resting: Frames;
  readonly reading: Motion;
  readonly flying: Motion;
  readonly dragging: Motion;
  /** Elements and texts at most while all went by. */
  readonly nodes: number;
  readonly scrolled: Held;
  readonly wandered: Wandered;
  /** Each key as soon as what the last found is drawn, and with a moment between. */
  readonly search: Search;
  readonly unhurried: Search;
  readonly map: Atlas;
  /** Milliseconds from a click to a photo's thumbnail, large, and to its preview. */
  readonly opening: { readonly thumbnail: number; readonly preview: number };
  readonly opened: Held;
}

/** Milliseconds from a key to what it found, drawn, and of processor time of the page's thread. */
export interface Search {
  readonly median: number;
  readonly p99: number;
  readonly cpu: number;
  readonly cpuMost: number;
}

export interface Motion {
  readonly frames: Frames;
  /** Milliseconds of processor time of the page's thread for a frame. */
  readonly cpu: number;
}

/** Pixels a frame: as one looks at photos, and as one looks for them. */
export const READING = 30;
export const FLYING = 600;
const WORDS = ['lisbon 2013', 'fujifilm summer', 'img_0042', 'the sea 2014', 'grandmother garden'];
/** Milliseconds between keys of somebody who types without hurry. */
const APART = 120;
const OPENED = 300;
/** Milliseconds of a hand on the rail. */
const DRAGGED = 5000;
/** Milliseconds in which nothing more of the library is asked for: the page has it all. */
const QUIET = 2000;

const SCROLLER = '.grid-scroller';

/** Somebody looks at a library, as a browser that knows nothing of it yet, and once more. */
export async function visit(
  browser: Browser,
  context: BrowserContext,
  url: string,
  newest: string,
  minutes: number,
  say: (text: string) => void,
): Promise<Visit> {
  const looked = await Looked.open(browser, context);
  const { page } = looked;
  const cold = await shown(looked, () => page.goto(url), newest);
  const warm = await shown(looked, () => page.reload(), newest);
  say('it is there');
  const start = await looked.holds();
  const resting = await framesDuring(page, () => page.waitForTimeout(2000));
  const reading = await moving(looked, () => scrollBy(page, SCROLLER, READING, 240));
  const flying = await moving(looked, () => scrollBy(page, SCROLLER, FLYING, 240));
  say('scrolled');
  const nodes: number[] = [];
  const dragging = await moving(looked, () => drag(page));
  await page.evaluate((selector) => document.querySelector(selector)!.scrollTo(0, 0), SCROLLER);
  const height = await page.evaluate((selector) => document.querySelector(selector)!.scrollHeight, SCROLLER);
  const watching = setInterval(
    () => void page.evaluate(() => document.querySelectorAll('*').length).then((count) => nodes.push(count)),
    200,
  );
  await scrollBy(page, SCROLLER, height / 600, 700);
  clearInterval(watching);
  say('all went by');
  const scrolled = await looked.holds();
  const wandered = await wander(looked, SCROLLER, minutes, say);
  say('scrolled for long');
  const opening = await open(page);
  say('opened');
  const opened = await walk(looked);
  say('walked');
  const search = await type(looked, 0);
  const unhurried = await type(looked, APART);
  const map = await lookAtMap(looked);
  await page.close();
  const most = Math.max(...nodes);
  return {
    cold,
    warm,
    start,
    resting,
    reading,
    flying,
    dragging,
    nodes: most,
    scrolled,
    wandered,
    search,
    unhurried,
    map,
    opening,
    opened,
  };
}

async function shown(looked: Looked, go: () => Promise<unknown>, newest: string): Promise<Shown> {
  const { page } = looked;
  let heard = 0;
  const note = (request: Request): void => {
    if (request.url().includes('/changes')) heard = performance.now();
  };
  page.on('requestfinished', note);
  const [began, before] = [performance.now(), await looked.spent()];
  await go();
  await page.locator('.tile-picture.loaded').first().waitFor();
  const first = performance.now() - began;
  await page.waitForFunction(
    ({ newest }) => {
      const inSight = [...document.querySelectorAll('.tile')].filter((each) => each.getBoundingClientRect().top < innerHeight);
      return (
        inSight.some((each) => each.getAttribute('data-id') === newest) &&
        inSight.every((each) => each.querySelector('.tile-picture.loaded') !== null)
      );
    },
    { newest },
  );
  const all = performance.now() - began;
  while (performance.now() - heard < QUIET) await page.waitForTimeout(100);
  page.off('requestfinished', note);
  return { first: first / 1000, all: all / 1000, whole: (heard - began) / 1000, cpu: await looked.spentSince(before) };
}

async function moving(looked: Looked, work: () => Promise<void>): Promise<Motion> {
  const before = await looked.spent();
  const frames = await framesDuring(looked.page, work);
  return { frames, cpu: ((await looked.spentSince(before)) / frames.count) * 1000 };
}

/** From the newest photo to the oldest and half the way back, by the rail beside the photos. */
async function drag(page: Page): Promise<void> {
  const box = (await page.getByRole('slider', { name: 'Date' }).boundingBox())!;
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + 2);
  await page.mouse.down();
  const began = performance.now();
  for (let share = 0; share <= 1; share = (performance.now() - began) / DRAGGED)
    await page.mouse.move(x, box.y + 2 + (box.height - 4) * (share < 0.66 ? share / 0.66 : 1.66 - share));
  await page.mouse.up();
}

async function open(page: Page): Promise<Visit['opening']> {
  await page.evaluate((selector) => document.querySelector(selector)!.scrollTo(0, 0), SCROLLER);
  const [thumbnails, previews]: [number[], number[]] = [[], []];
  for (let at = 0; at < 10; at += 1) {
    // Of a film there is no preview to wait for.
    const tile = page.locator('.tile:not(:has(.tile-badge.kind))').nth(at);
    await tile.locator('.tile-picture.loaded').waitFor();
    const times = await page.evaluate(
      (id) =>
        new Promise<{ thumbnail: number; preview: number }>((resolve) => {
          const began = performance.now();
          document.querySelector<HTMLElement>(`[data-tile="${id}"]`)!.click();
          let thumbnail: number | null = null;
          const look = (): void => {
            const image = document.querySelector<HTMLImageElement>('.viewer .picture-sheet img:not(.blurred)');
            if (thumbnail === null && image?.complete === true && image.naturalWidth > 0) thumbnail = performance.now() - began;
            if (thumbnail !== null && document.querySelector('.viewer img.sharp') !== null)
              resolve({ thumbnail, preview: performance.now() - began });
            else requestAnimationFrame(look);
          };
          look();
        }),
      await tile.getAttribute('data-id'),
    );
    thumbnails.push(times.thumbnail);
    previews.push(times.preview);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  return { thumbnail: quantile(thumbnails, 0.5), preview: quantile(previews, 0.5) };
}

/** Opens one photo after the other. */
async function walk(looked: Looked): Promise<Held> {
  const { page } = looked;
  await page.locator('.tile-open').first().click();
  await page.getByRole('dialog').waitFor();
  await page.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        let [left, shown] = [count, ''];
        const look = (): void => {
          const now = document.querySelector('.viewer')?.getAttribute('aria-label') ?? '';
          const drawn = document.querySelector('.viewer img.sharp') !== null || document.querySelector('.viewer .picture') === null;
          if (now !== shown && drawn) {
            shown = now;
            left -= 1;
            if (left === 0) return resolve();
            document.querySelector('.viewer')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
          }
          requestAnimationFrame(look);
        };
        look();
      }),
    OPENED,
  );
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return looked.holds();
}

/** Types some searches, letter by letter; each letter ends when what is looked for is drawn with what was found, and `apart` ms later the next comes. */
async function type(looked: Looked, apart: number): Promise<Search> {
  const { page } = looked;
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  const field = page.getByRole('searchbox', { name: 'Search your photos' });
  await field.waitFor();
  // What is known of the photos in words is put together while nobody types.
  await page.waitForTimeout(3000);
  const [times, spent]: [number[], number[]] = [[], []];
  for (const words of WORDS) {
    for (const letter of words) {
      await page.evaluate(() => {
        const here = window as unknown as { told?: Promise<number> };
        here.told = new Promise<number>((resolve) => {
          window.addEventListener(
            'keydown',
            ({ timeStamp }) => {
              const until = (): void => {
                const wanted = document.querySelector<HTMLInputElement>('input[type=search]')?.value.replaceAll(' ', '') ?? '';
                const terms = [...document.querySelectorAll('.search-terms li')].map((each) => each.textContent ?? '');
                const drawn = terms.join('').replaceAll(/Taken: |Kind: |[“” ]/g, '');
                // Two frames: what was written into the page in one is on the screen in the next.
                if (drawn === wanted) requestAnimationFrame(() => resolve(performance.now() - timeStamp));
                else requestAnimationFrame(until);
              };
              requestAnimationFrame(until);
            },
            { once: true, capture: true },
          );
        });
      });
      const before = await looked.spent();
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      times.push(await page.evaluate(() => (window as unknown as { told: Promise<number> }).told));
      spent.push((await looked.spentSince(before)) * 1000);
      await page.waitForTimeout(apart);
    }
    await field.fill('');
    await page.waitForTimeout(300);
  }
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99), cpu: quantile(spent, 0.5), cpuMost: Math.max(...spent) };
}
