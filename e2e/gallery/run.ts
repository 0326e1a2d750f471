import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser, signIn } from '../browser/chromium.ts';
import { World } from '../support/world.ts';
import { holdBack, make, settle } from './household.ts';
import { SCREENS, type Screen, type Shown } from './screens.ts';

const FOLDER = new URL('../../docs/gallery/', import.meta.url).pathname;
/** CSS pixels: a phone, a tablet, a laptop. */
const WIDTHS = [
  { name: 'phone', width: 390, height: 780 },
  { name: 'tablet', width: 820, height: 1100 },
  { name: 'laptop', width: 1280, height: 800 },
] as const;
const THEMES = ['light', 'dark'] as const;
const QUALITY = 60;

// npm run gallery [NAME …]: takes a picture of every page of the web app (or of those that are named) at three widths, light and dark, in a library
// of painted photographs, and writes them to docs/gallery.
const wanted = process.argv.slice(2);
const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const unknown = wanted.filter((name) => !SCREENS.some((screen) => screen.name === name));
if (unknown.length > 0) throw new Error(`No screen ${unknown.join(', ')}. There are: ${SCREENS.map(({ name }) => name).join(', ')}.`);

const world = new World();
const browser = await openBrowser();
try {
  if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await world.serve();
  await takeAll(
    screens.filter(({ before }) => before === 'account'),
    null,
  );
  const created = await world.account();
  if (created.code !== 0) throw new Error(created.err);
  await takeAll(
    screens.filter(({ before }) => before === 'sign-in'),
    null,
  );
  const laptop = await settle(world);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  await signIn(page, world.url);
  const shown = await make(page, world.url);
  await holdBack(laptop);
  await page.getByText('not safe yet', { exact: false }).first().waitFor({ timeout: 60_000 });
  await takeAll(
    screens.filter(({ before }) => before === undefined),
    shown,
    await context.storageState(),
  );
  writeFileSync(join(FOLDER, 'README.md'), index());
} finally {
  await browser.close();
  await world.end();
}

async function takeAll(
  some: readonly Screen[],
  shown: Shown | null,
  storageState?: Awaited<ReturnType<BrowserContext['storageState']>>,
): Promise<void> {
  for (const { name: size, width, height } of WIDTHS)
    for (const colorScheme of THEMES) {
      const context = await contextOf(browser, { viewport: { width, height }, colorScheme, ...(storageState ? { storageState } : {}) });
      const page = await context.newPage();
      for (const screen of some) {
        await open(page, screen, shown);
        const png = await page.screenshot({ animations: 'disabled' });
        await sharp(png)
          .webp({ quality: QUALITY, effort: 6 })
          .toFile(join(FOLDER, fileOf(screen, size, colorScheme)));
        process.stdout.write(`${fileOf(screen, size, colorScheme)}\n`);
      }
      await context.close();
    }
}

function contextOf(of: Browser, options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
  return of.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', ...options });
}

async function open(page: Page, screen: Screen, shown: Shown | null): Promise<void> {
  const address = screen.at && shown ? screen.at(shown) : screen.route;
  await page.goto(`${world.url}${address}`);
  await page.locator('h1, h2, .viewer, .grid').first().waitFor();
  if (screen.prepare && shown) await screen.prepare(page, shown);
  // What fades in, and what is asked for once the page stands.
  await page.waitForTimeout(600);
}

function fileOf({ name }: Screen, size: string, theme: string): string {
  return `${name}.${size}.${theme}.webp`;
}

/** The gallery as a page of its own: every screen with its six pictures. */
function index(): string {
  const head = `| | ${THEMES.join(' | ')} |\n|---|${THEMES.map(() => '---|').join('')}\n`;
  const rows = (screen: Screen): string =>
    WIDTHS.map(
      ({ name, width }) =>
        `| ${name}, ${width} px | ${THEMES.map((theme) => `![${screen.title}, ${name}, ${theme}](${fileOf(screen, name, theme)})`).join(' | ')} |\n`,
    ).join('');
  return `# Every page of the web app\n\nMade by \`npm run gallery\` in a library of painted photographs; every page at three widths, light and dark.\n\n${SCREENS.map((screen) => `## ${screen.title}\n\n${head}${rows(screen)}`).join('\n')}`;
}
