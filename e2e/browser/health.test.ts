import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { NO_BACKUP_WORDS } from '@rollcall/core';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { until, type Running } from '../support/program.ts';
import { PASSWORD, World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

/** As at home: nothing of this machine's own link and battery counts. */
const HOME = ['link=wifi', 'metered=no', 'roaming=no', 'battery=90', 'charging=yes', 'low-power=no'];
const NAMES = Array.from({ length: 12 }, (_, at) => `IMG_${String(at).padStart(2, '0')}.jpg`);

describe('sync health', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let laptop: Device;
  let agent: Running;
  let serial = 0;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
    for (const name of NAMES) laptop.put(name, await photo({ size: 64 }));
    await run('conditions', 'set', ...HOME);
    await laptop.sync();
    agent = laptop.start();
    await agent.line(/Keeping/);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const run = async (...args: string[]): Promise<void> => {
    const ended = await laptop.run(...args);
    assert.equal(ended.code, 0, `${args.join(' ')}: ${ended.out}${ended.err}`);
  };
  const card = (on = page) => on.getByRole('article', { name: 'Laptop' });
  const check = (number: number, on = page) => card(on).getByRole('listitem', { name: `Check ${number}`, exact: true });
  const fine = (number: number) => check(number).getByText('Fine', { exact: true }).waitFor();
  const put = async (): Promise<void> => laptop.put(`NEW_${(serial += 1)}.jpg`, await photo({ size: 64 }));
  const safe = (count: number) =>
    card()
      .getByRole('img', { name: `All ${count} safe` })
      .waitFor();

  test('SH-1: each device is a card: how much is safe, when it was heard, its version, what it sees and as of when, and the seven checks', async () => {
    await page.getByRole('link', { name: 'Sync health' }).click();
    await safe(12);
    await card()
      .getByText(/Rollcall \d+\.\d+\.\d+ · connected now/)
      .waitFor();
    const sees = card().getByRole('list', { name: 'What Laptop sees' });
    for (const words of ['Wi-Fi (simulated)', 'Battery 90 % (simulated)', 'Has power (simulated)', 'as of now'])
      await sees.getByText(words, { exact: true }).waitFor();
    for (const number of [2, 3, 4, 5, 6, 7]) await fine(number);
    // It says of itself what is simulated.
    await check(1).getByText('Some of what is seen on Laptop is simulated', { exact: false }).waitFor();
    await assertAccessible(page, 'sync health');
  });

  test('SH-2: mobile data that is off holds photos: words, check and cure stand there, the button mends it, and the page clears by itself', async () => {
    await run('settings', 'set', 'mobile-data', 'off');
    await run('conditions', 'set', 'link=cellular');
    await put();
    await check(2).getByText('Have a look').waitFor();
    await check(2).getByText('Waiting for Wi-Fi.').waitFor();
    await check(2).getByText('Use mobile data, or Sync now for an hour.').waitFor();
    await card().getByRole('img', { name: '1 of 13 not safe' }).waitFor();
    await assertAccessible(page, 'a finding');
    await check(2).getByRole('button', { name: 'Allow mobile data' }).click();
    await fine(2);
    await safe(13);
    const { settings } = await laptop.json<{ settings: Record<string, { value: string; from: string }> }>('settings', 'get', 'mobile-data');
    assert.deepEqual([settings['mobile-data']?.value, settings['mobile-data']?.from], ['on', 'device']);
    await run('conditions', 'set', ...HOME);
  });

  test('SH-3: Pause asks until when and holds the device within seconds, Resume ends it, and Sync now passes over a low battery', async () => {
    await card().getByRole('button', { name: 'Pause…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Pause Laptop?' });
    await assertAccessible(page, 'the pause dialog');
    await dialog.getByLabel('Until I resume it').check();
    await dialog.getByRole('button', { name: 'Pause' }).click();
    await card().getByText('Paused until you resume it.').waitFor();
    await check(1)
      .getByText(/^Paused until you resume\./)
      .waitFor();
    await check(1).getByRole('button', { name: 'Resume' }).click();
    await card().getByText('Paused until you resume it.').waitFor({ state: 'detached' });
    // Or until a time that one chooses, which may not be over.
    await card().getByRole('button', { name: 'Pause…' }).click();
    await dialog.getByLabel('Until a time that I choose').check();
    const time = dialog.getByLabel('Until', { exact: true });
    await time.fill('2020-01-01T10:00');
    await dialog.getByRole('button', { name: 'Pause' }).click();
    assert.equal(await time.evaluate((field: HTMLInputElement) => field.validity.rangeUnderflow), true);
    const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
    await time.fill(`${tomorrow}T21:45`);
    await assertAccessible(page, 'a pause until a time');
    await dialog.getByRole('button', { name: 'Pause' }).click();
    await card()
      .getByText(/Paused until .* at 21:45\.$/)
      .waitFor();
    await check(1).getByRole('button', { name: 'Resume' }).click();
    await card().getByText('at 21:45.', { exact: false }).waitFor({ state: 'detached' });
    await run('conditions', 'set', 'battery=9', 'charging=no');
    await put();
    await check(7)
      .getByText(/^The battery is low \(9 %, needs 20 % or power\)\./)
      .waitFor();
    await check(7).getByRole('button', { name: 'Sync now for an hour' }).click();
    await card()
      .getByText(/Syncing whatever link and battery, until/)
      .waitFor();
    await safe(14);
    await fine(7);
    await run('conditions', 'set', ...HOME);
  });

  test('SH-4: ready to erase is said only on a roll call of this moment, with its receipt; what is left out, or not safe, is named instead', async () => {
    laptop.put('notes.txt', Buffer.from('no photo'));
    const holds = async (words: string): Promise<void> => {
      await page.getByRole('link', { name: 'Devices', exact: true }).click();
      await card().getByText(words, { exact: true }).waitFor();
      await page.goBack();
    };
    await holds('1 Left out');
    await card().getByRole('button', { name: 'Ready to erase it?' }).click();
    const erase = page.getByRole('region', { name: 'Is Laptop ready to erase?' });
    await erase.getByRole('button', { name: 'Call the roll' }).click();
    await erase.getByText('Laptop is not ready to erase.').waitFor();
    await erase.getByText('There are files on it that are left out', { exact: false }).waitFor();
    await erase.getByText('notes.txt', { exact: true }).waitFor();
    await assertAccessible(page, 'not ready');
    rmSync(laptop.path('notes.txt'));
    await holds('14 files');
    await card().getByRole('button', { name: 'Ready to erase it?' }).click();
    await erase.getByRole('button', { name: 'Call the roll' }).click();
    await erase.getByText('Laptop is ready to erase.').waitFor();
    // ER-34
    await erase.getByText(NO_BACKUP_WORDS).waitFor();
    const [here, there] = await erase.locator('code').allTextContents();
    assert.match(here ?? '', /^[0-9a-f]{64}$/);
    assert.equal(here, there);
    const receipt = await laptop.json<{ digestHere: string }>('verify');
    assert.equal(receipt.digestHere, here, 'the same as the device says itself');
    const [download] = await Promise.all([page.waitForEvent('download'), erase.getByRole('button', { name: 'Save the receipt' }).click()]);
    assert.match(download.suggestedFilename(), /^Roll call Laptop .*\.json$/);
    const checked = await laptop.run('receipt', 'check', await download.path());
    assert.equal(checked.code, 0, checked.err);
    assert.match(checked.out, /everything on Laptop \(14 files\)/);
    assert.ok(checked.out.includes(`digest ${there}`));
    await card()
      .getByText(/^Receipt, just now: all 14 files on it were in the cloud/)
      .waitFor();
    await assertAccessible(page, 'ready');
    // What happens afterwards ends it at once.
    await run('pause');
    await erase.getByText('It does not speak for this moment: call it again.', { exact: false }).waitFor();
    await erase.getByRole('button', { name: 'Call it again' }).click();
    await erase.getByText('Something stands between the device and the cloud, or holds it back', { exact: false }).waitFor();
    await run('resume');
    await erase.getByRole('button', { name: 'Close' }).click();
  });

  test('SH-5: deletions that are held are asked about there, with the photos, and Keep brings them back', async () => {
    for (const name of NAMES.slice(0, 8)) rmSync(laptop.path(name));
    const question = check(1).getByRole('region', { name: 'Missing on Laptop' });
    await question.getByText('8 photos went missing on Laptop.').waitFor();
    // Each leads to its photo, whether its picture is made by now or not.
    await until(async () => (await question.getByRole('link', { name: /^IMG_0\d\.jpg$/ }).count()) === 8, 'eight photos');
    await question.getByRole('button', { name: 'Keep' }).click();
    await question.waitFor({ state: 'detached' });
    await safe(14);
    assert.equal(laptop.files().size, 14);
  });

  test('SH-6: a full cloud is told with what is needed, and leads to what can be freed and to asking for a bigger plan; what is there again goes on by itself', async () => {
    const made = await world.account('bob@example.org', ['--quota', '200000']);
    assert.equal(made.code, 0, made.err);
    const desktop = await world.device('Desktop', 'bob@example.org');
    desktop.put('large.jpg', await photo({ size: 1200 }));
    const its = desktop.start();
    await its.line(/Keeping|needs you/i);
    const { page: other } = await openPage(browser);
    await signIn(other, world.url, 'bob@example.org');
    await other.goto(`${world.url}/health`);
    const third = other.getByRole('article', { name: 'Desktop' }).getByRole('listitem', { name: 'Check 3', exact: true });
    await third.getByText('Stops photos').waitFor();
    await third.getByText(/^The cloud is full: this needs .*, .* is free\./).waitFor();
    await third.getByText('large.jpg', { exact: true }).waitFor();
    await third.getByRole('button', { name: 'Try again now' }).waitFor();
    await third.getByRole('link', { name: 'Free up cloud space' }).click();
    await other.getByRole('heading', { level: 1, name: 'Free up space' }).waitFor();
    await other.goBack();
    await third.getByRole('link', { name: 'Ask for a bigger plan' }).click();
    await other.getByRole('heading', { level: 1, name: 'Storage' }).waitFor();
    await other.goBack();
    rmSync(desktop.path('large.jpg'));
    await third.getByText('Fine', { exact: true }).waitFor();
    await its.stop();
    await other.context().close();
  });

  test('SH-22: a device that may not say a word is said to be not connected, as of when all that stands there is, that its settings may be why, and that it has not heard what was asked', async () => {
    await run('conditions', 'set', 'link=cellular', 'roaming=no');
    await card().getByText('Mobile data (simulated)', { exact: true }).waitFor();
    await run('conditions', 'set', 'roaming=yes');
    const { page: other, errors: others } = await openPage(browser, { storageState: await page.context().storageState() });
    await other.clock.install();
    await other.goto(`${world.url}/health`);
    await until(async () => !(await card(other).getByText('connected now').isVisible()), 'the device to fall silent');
    await card(other).getByRole('button', { name: 'Sync now', exact: true }).click();
    await other.clock.fastForward(120_000);
    const said = card(other).getByText(
      /^Laptop (?:is not connected|does not answer): [^.]*\. What stands here is as of .*; what is new there since then is not known here\./,
    );
    await said.waitFor();
    assert.match(
      (await said.textContent()) ?? '',
      /says nothing abroad, or when its mobile data.*That may be why\. .*can be changed only there\.$/,
    );
    await card(other).getByText('Asked: sync now. Laptop has not heard of it yet: it does when it is connected again.').waitFor();
    for (const number of [2, 5]) await check(number, other).getByText('Cannot be seen from here').waitFor();
    await assertAccessible(other, 'a device that may not speak');
    assert.deepEqual(others, []);
    await other.context().close();
    await run('conditions', 'set', ...HOME);
    await card()
      .getByText(/Syncing whatever link and battery, until/)
      .waitFor();
    await card().getByRole('button', { name: 'End it' }).click();
    await card()
      .getByText(/Syncing whatever link and battery, until/)
      .waitFor({ state: 'detached' });
  });

  test('SH-23: while something is held each count leads to its list, with every photo and why it waits', async () => {
    await run('settings', 'set', 'mobile-data', 'off');
    await run('conditions', 'set', 'link=cellular');
    await put();
    await put();
    const items = page.getByRole('region', { name: 'Items' });
    const lists = async (): Promise<void> => {
      for (const name of [`NEW_${serial - 1}.jpg`, `NEW_${serial}.jpg`]) await items.getByText(name, { exact: true }).waitFor();
      assert.equal(await items.getByRole('listitem').count(), 2);
      assert.equal(await items.getByText('Waiting for Wi-Fi.').count(), 2);
      await assertAccessible(page, 'what is held');
    };
    await card().getByRole('link', { name: '2 Held' }).click();
    await lists();
    await page.goBack();
    await check(2).getByRole('link', { name: '2 photos' }).click();
    await lists();
    await page.goBack();
    for (const at of [serial - 1, serial]) await check(2).getByText(`NEW_${at}.jpg`, { exact: true }).waitFor();
    await run('settings', 'set', 'mobile-data', 'on');
    await safe(16);
    await run('conditions', 'set', ...HOME);
  });

  test('SH-24: Sync now that runs is ended from there, and what it passed over holds again', async () => {
    await run('conditions', 'set', 'battery=9', 'charging=no');
    await check(7)
      .getByText(/^The battery is low/)
      .waitFor();
    await card().getByRole('button', { name: 'Sync now', exact: true }).click();
    await fine(7);
    await card().getByRole('button', { name: 'End it' }).click();
    await check(7)
      .getByText(/^The battery is low/)
      .waitFor();
    await card().getByRole('button', { name: 'Sync now', exact: true }).waitFor();
    await run('conditions', 'set', ...HOME);
    await fine(7);
  });

  test('SH-25: sync that is off is switched on from there, a metered link allowed, and what went missing is let go for its password', async () => {
    await run('settings', 'set', 'sync', 'off');
    await check(1).getByRole('button', { name: 'Switch sync on' }).click();
    await check(1).getByRole('button', { name: 'Switch sync on' }).waitFor({ state: 'detached' });
    await run('settings', 'set', 'mobile-data', 'off');
    await run('conditions', 'set', 'metered=yes');
    await check(2).getByRole('button', { name: 'Allow metered links' }).click();
    await fine(2);
    await run('settings', 'set', 'mobile-data', 'on');
    await run('conditions', 'set', ...HOME);
    for (const name of NAMES.slice(0, 9)) rmSync(laptop.path(name));
    const question = check(1).getByRole('region', { name: 'Missing on Laptop' });
    await question.getByText('9 photos went missing on Laptop.').waitFor();
    await question.getByRole('button', { name: 'Move to Recently Deleted…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete 9 photos everywhere?' });
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Move to Recently Deleted' }).click();
    await question.waitFor({ state: 'detached' });
    await safe(7);
  });

  test('SH-26: what a full cloud stops is tried again from there, and goes by itself when the way that leads from there has freed room', async () => {
    assert.equal((await world.account('cleo@example.org', ['--quota', '9000'])).code, 0);
    const desktop = await world.device('Attic', 'cleo@example.org');
    desktop.put('old.jpg', await photo({ size: 64 }));
    await desktop.sync();
    desktop.put('new.jpg', await photo({ size: 110 }));
    const its = desktop.start();
    await its.line(/Keeping|needs you/i);
    const { page: other } = await openPage(browser);
    await signIn(other, world.url, 'cleo@example.org');
    await other.goto(`${world.url}/health`);
    const third = other.getByRole('article', { name: 'Attic' }).getByRole('listitem', { name: 'Check 3', exact: true });
    await third.getByRole('button', { name: 'Try again now' }).click();
    const { device } = await desktop.json<{ device: { id: string } }>('status');
    const orders = async (): Promise<string> => (await other.request.get(`${world.url}/api/v1/devices/${device.id}/orders`)).text();
    await until(async () => /"kind":"retry","answer":"done"/.test(await orders()), 'it to be tried again');
    await third.getByText(/^The cloud is full/).waitFor();
    await third.getByRole('link', { name: 'Free up cloud space' }).click();
    await other.getByRole('heading', { level: 1, name: 'Free up space' }).waitFor();
    await other.getByRole('link', { name: 'Photos', exact: true }).click();
    const tile = other.getByRole('button', { name: /old\.jpg/ });
    await tile.focus();
    await other.keyboard.press('Delete');
    await tile.waitFor({ state: 'detached' });
    await other.getByRole('link', { name: 'Sync health' }).click();
    await third.getByRole('link', { name: 'Free up cloud space' }).click();
    await other.getByRole('button', { name: 'Empty Recently Deleted…' }).click();
    const question = other.getByRole('dialog', { name: 'Delete this photo for good?' });
    await question.getByLabel('Your password').fill(PASSWORD);
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await question.waitFor({ state: 'detached' });
    await other.getByRole('link', { name: 'Sync health' }).click();
    await other.getByRole('article', { name: 'Attic' }).getByRole('img', { name: 'All 1 safe' }).waitFor({ timeout: 90_000 });
    await its.stop();
    await other.context().close();
  });

  test('SH-7: dark, and as narrow as a phone, sync health and the settings are whole and accessible', async () => {
    const storageState = await page.context().storageState();
    await run('pause');
    await check(1).getByText('Paused until you resume.', { exact: false }).waitFor();
    for (const options of [{ colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }]) {
      const { page: other, errors: others } = await openPage(browser, { ...options, storageState });
      await other.goto(`${world.url}/health`);
      await check(1, other).getByRole('button', { name: 'Resume' }).waitFor();
      await assertAccessible(other, `sync health ${JSON.stringify(options)}`);
      await assertFits(other, `sync health ${JSON.stringify(options)}`);
      await card(other).getByRole('link', { name: 'Settings', exact: true }).click();
      for (const title of ['Settings of Laptop', 'Settings of all devices']) {
        await other.getByRole('heading', { name: title }).waitFor();
        await other.getByLabel('Quiet hours', { exact: true }).waitFor();
        await assertAccessible(other, `${title} ${JSON.stringify(options)}`);
        await assertFits(other, `${title} ${JSON.stringify(options)}`);
        await other.goto(`${world.url}/settings`);
      }
      assert.deepEqual(others, []);
      await other.context().close();
    }
    await run('resume');
  });

  test('DS-1: what is set for all devices holds on a running one within seconds, but where something else was chosen; settings say where each comes from', async () => {
    await page.getByRole('link', { name: 'Settings of all devices' }).click();
    await page.getByLabel('Only while it has power').selectOption('on');
    await page.getByLabel('Quiet hours', { exact: true }).fill('3 o’clock');
    await page.getByRole('button', { name: 'Save: Quiet hours' }).click();
    await page.getByRole('alert').getByText('Give two different times', { exact: false }).waitFor();
    const from = async (name: string): Promise<string> => {
      const { settings } = await laptop.json<{ settings: Record<string, { value: string; from: string }> }>('settings', 'get', name);
      return `${settings[name]?.value} ${settings[name]?.from}`;
    };
    await until(async () => (await from('only-charging')) === 'on account', 'the setting of the account');
    assert.equal(await from('mobile-data'), 'on device');
    assert.match((await laptop.run('settings', 'get', 'only-charging')).out, /as the account has it/);
    await page.getByRole('link', { name: 'Sync health' }).first().click();
    await card().getByRole('link', { name: 'Settings', exact: true }).click();
    const own = page.getByLabel('Only while it has power');
    await until(async () => (await own.locator('option:checked').textContent()) === 'On (as for all devices)', 'what it follows');
    // By keyboard, as any other list.
    await own.focus();
    await own.selectOption('off');
    await until(async () => (await from('only-charging')) === 'off device', 'the setting of the device');
    await page.getByText('Chosen here.').first().waitFor();
    await own.selectOption('default');
    await until(async () => (await from('only-charging')) === 'on account', 'what the account has again');
  });

  test('DS-2: a new device begins as the account has it, before a photo moves; a device that is off takes it when it is back', async () => {
    const tablet = await world.device('Tablet');
    const { settings } = await tablet.json<{ settings: Record<string, { value: string; from: string }> }>('settings', 'get');
    assert.deepEqual([settings['only-charging']?.value, settings['only-charging']?.from], ['on', 'account']);
    assert.equal(await agent.stop(), 0);
    await page.getByRole('link', { name: 'Sync health' }).first().click();
    await card().getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByLabel('Mobile data abroad').selectOption('on');
    await page.getByText('Asked for: On; Laptop has not heard of it yet.', { exact: false }).waitFor();
    await laptop.sync();
    const after = await laptop.json<{ settings: Record<string, { value: string; from: string }> }>('settings', 'get', 'roaming');
    assert.deepEqual(after.settings['roaming'], { value: 'on', chosen: true, from: 'device' });
    await page.getByText('has not heard of it yet', { exact: false }).waitFor({ state: 'detached' });
    assert.deepEqual(errors, []);
  });
});
