import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import assert from 'node:assert/strict';
import { EMAIL, PASSWORD } from '../support/world.ts';

/** The system's Chromium, or the one that the environment names. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** @param more what else it is started with */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `There is no Chromium at ${CHROMIUM}. Install it (Debian: apt install chromium), or name another in the environment variable CHROMIUM.`,
    );
  }
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-gpu', ...more],
  });
}

/** A page of a browser of its own, that fails the test on any error of the page's program. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (/content security policy|react/i.test(message.text()) && message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}

export async function signIn(page: Page, url: string, email = EMAIL, password = PASSWORD): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
}

/** Nothing that would keep somebody from using the page. */
export async function assertAccessible(page: Page, where: string): Promise<void> {
  let found: string[] = [];
  // What fades in has other colours on its way, for longer on a busy machine.
  for (const rest of [400, 1000, 3000]) {
    await page.waitForTimeout(rest);
    found = await violationsOf(page, []);
    if (found.length === 0) return;
  }
  assert.deepEqual(found, [], where);
}

/** The same but for colours, which take the longest and are those of every language. */
export async function assertAccessibleInWords(page: Page, where: string): Promise<void> {
  assert.deepEqual(await violationsOf(page, ['color-contrast']), [], where);
}

async function violationsOf(page: Page, without: string[]): Promise<string[]> {
  // Without frames, in the page itself: otherwise it is all put together in a second page, which takes as long again.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().disableRules(without).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** The Tab key leads on from one to the next, each of which is in sight and has a name. */
export async function assertKeyboard(page: Page, where: string, steps: number): Promise<void> {
  // From the beginning of the page, wherever the focus was.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const reached: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { width, height } = element.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? (element.textContent || element.closest('label')?.textContent || element.id);
      return { name: name.trim(), what: element.outerHTML.slice(0, 120), seen: element.checkVisibility() && width * height > 0 };
    });
    // Behind the last one comes the browser itself.
    if (at === null) break;
    assert.ok(at.seen && at.name !== '', `${where}: ${at.what}`);
    assert.notEqual(at.what, reached.at(-1), `${where}: Tab leads no further`);
    reached.push(at.what);
  }
  assert.ok(new Set(reached).size >= Math.min(steps, 3), `${where}: ${reached.length} reached by Tab`);
}

/** Nothing is cut off or stands out: neither the page nor a card, a dialog or the bar has more in it than its width holds. */
export async function assertFits(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth - root.clientWidth} px`] : [];
    for (const frame of document.querySelectorAll('.card, .dialog, .welcome-card, .page-head, .selection-bar')) {
      const edge = frame.getBoundingClientRect();
      for (const each of frame.querySelectorAll('button, input, label, p, h1, h2, dd, code, strong')) {
        const { left, right, width } = each.getBoundingClientRect();
        const out = Math.max(right - edge.right, edge.left - left);
        if (width > 1 && out > 0.5)
          found.push(`${each.tagName} “${(each.textContent ?? '').slice(0, 40)}” in ${frame.className}: ${Math.round(out)} px`);
      }
      if (frame.scrollWidth > frame.clientWidth + 1) found.push(`${frame.className}: ${frame.scrollWidth - frame.clientWidth} px`);
    }
    return found;
  });
  assert.deepEqual(over, [], where);
}

/** Gives files to the picker behind *Upload*, as a person would. */
export async function upload(page: Page, files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> {
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Photos and videos' }).click(),
  ]);
  await chooser.setFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })));
}

/** Waits for the tray to be done; its sentence. */
export async function uploaded(page: Page): Promise<string> {
  const tray = page.getByRole('region', { name: 'Uploads' });
  await tray.getByText(/Upload finished|Some were not uploaded/).waitFor({ timeout: 60_000 });
  return (await tray.locator('.tray-words .quiet').textContent()) ?? '';
}

/** Closes the list of uploads, and waits until it is gone: what is said next is of what comes next. */
export async function closeUploads(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close the list of uploads' }).click();
  await page.getByRole('region', { name: 'Uploads' }).waitFor({ state: 'hidden' });
}

/** How far what stands on the page has moved by itself since it was opened (Layout Instability API: the sum of its shifts). */
export async function shifted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList): void => {
          for (const entry of entries as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() =>
          setTimeout(() => {
            add(observer.takeRecords());
            resolve(sum);
          }),
        );
      }),
  );
}
