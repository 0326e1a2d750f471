import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { World } from '../support/world.ts';
import { openBrowser, openPage } from './chromium.ts';

describe('the page to browse the API', () => {
  const world = new World();
  let browser: Browser;
  before(async () => {
    [browser] = await Promise.all([openBrowser(), world.serve()]);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  for (const [name, colorScheme, width] of [
    ['by day', 'light', 1280],
    ['at night, on a phone', 'dark', 390],
  ] as const) {
    const isMobile = width < 600;
    test(`OA-5: the API can be browsed ${name}, and nothing comes from elsewhere`, async () => {
      const { page, errors } = await openPage(browser, { colorScheme, viewport: { width, height: 800 }, isMobile });
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(world.url) && !request.url().startsWith('data:')) foreign.push(request.url());
      });
      await page.goto(`${world.url}/api/v1/docs`);
      await page.locator('#operations-uploads-appendToUpload').click();
      await page.getByText('Upload-Draft-Interop-Version').first().waitFor();
      const [wide, dark] = (await page.evaluate(
        'const root = document.documentElement; [root.scrollWidth - innerWidth, root.classList.contains("dark-mode")]',
      )) as [number, boolean];
      assert.equal(await page.evaluate(() => innerWidth), width, 'as wide as the screen, not shrunk');
      assert.ok(wide <= 0, `${wide} px too wide`);
      assert.equal(dark, colorScheme === 'dark');
      // What changes something is told, and cannot be done from here.
      assert.equal(await page.getByRole('button', { name: 'Try it out' }).count(), 0);
      assert.deepEqual([foreign, errors], [[], []]);
      await page.context().close();
    });
  }
});
