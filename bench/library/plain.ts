import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { Looked, type Held } from './browser.ts';
import type { Pictures } from './fill.ts';
import { framesDuring, scrollBy } from './frames.ts';
import type { Motion } from './visit.ts';

/** What a page that is nothing but a list of the same thumbnails takes. */
export interface Plain {
  /** Seconds from the address to the first thumbnail. */
  readonly first: number;
  readonly flying: Motion;
  readonly scrolled: Held;
}

/** Fewer than of the library: with all photos in one page a frame may take a second. */
const FRAMES = 60;
const PATIENCE = 300_000;
const STYLE = 'img{width:180px;height:135px;margin:3px;object-fit:cover;vertical-align:top}body{margin:0}';

/** One page with an `img` for each photo, which the browser loads when it comes near: the least that a gallery can be. */
export async function plainPage(browser: Browser, count: number, pictures: Pictures, pixels: number): Promise<Plain> {
  const bytes = pictures.thumbnail.map((path) => readFileSync(path));
  const images = Array.from({ length: count }, (_, number) => `<img loading="lazy" alt="" src="/${number}.webp">`).join('');
  const server = createServer((request, response) => {
    const number = /^\/(\d+)\.webp$/.exec(request.url ?? '')?.[1];
    if (number === undefined) {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>Photos</title><style>${STYLE}</style>${images}`);
    } else {
      response.setHeader('content-type', 'image/webp');
      response.end(bytes[Number(number) % bytes.length]);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const looked = await Looked.open(browser, context);
    const { page } = looked;
    page.setDefaultTimeout(PATIENCE);
    const began = performance.now();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
    await page.waitForFunction(() => (document.images[0]?.naturalWidth ?? 0) > 0);
    const first = (performance.now() - began) / 1000;
    await page.waitForLoadState('domcontentloaded');
    const before = await looked.spent();
    const frames = await framesDuring(page, () => scrollBy(page, 'html', pixels, FRAMES));
    const cpu = ((await looked.spentSince(before)) / frames.count) * 1000;
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await scrollBy(page, 'html', height / FRAMES, FRAMES);
    return { first, flying: { frames, cpu }, scrolled: await looked.holds() };
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
  }
}
