import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { largeVideo, photo } from '../support/photos.ts';
import { rollcall } from '../support/program.ts';
import { EMAIL, World } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

const BEN = 'ben@example.org';

describe('storage', () => {
  const world = new World();
  let browser: Browser;
  let owner: Page;
  let ben: Page;
  const errors: string[][] = [];
  let used = 0;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    assert.equal((await world.account(BEN)).code, 0);
    const laptop = await world.device('Laptop', BEN);
    const files = [await photo({ size: 300 }), await photo({ size: 300 }), largeVideo(400_000)];
    for (const [at, bytes] of files.entries()) laptop.put(`IMG_${at}.${at === 2 ? 'mp4' : 'jpg'}`, bytes);
    used = files.reduce((sum, { length }) => sum + length, 0);
    await laptop.sync();
    await quota(used / 0.5);
    browser = await openBrowser();
    owner = await person(EMAIL);
    ben = await person(BEN);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const quota = async (bytes: number): Promise<void> => {
    assert.equal((await rollcall(['account', 'quota', BEN, String(Math.ceil(bytes)), '--data', world.data])).code, 0);
  };
  const person = async (email: string): Promise<Page> => {
    const { page, errors: its } = await openPage(browser);
    errors.push(its);
    await signIn(page, world.url, email);
    return page;
  };
  const row = (name: string) => ben.getByRole('row', { name: new RegExp(`^${name}`) });

  test('QP-14: the page Storage shows what takes the room, warns when it is nearly full, and asks for another plan; the owner sees who asks, gives or declines it, and changes plans and who has which', async () => {
    await ben.getByRole('link', { name: /^Storage:/ }).click();
    await ben.getByRole('heading', { level: 1, name: 'Storage' }).waitFor();
    await row('Photos 2').waitFor();
    await row('Videos 1 400 kB').waitFor();
    await row('Edits and versions 0 0 bytes').waitFor();
    await row('Recently Deleted 0 0 bytes').waitFor();
    await row('Free').waitFor();
    assert.equal(await ben.getByText(/The cloud is/).count(), 0);
    assert.equal(await ben.getByRole('heading', { name: 'Accounts' }).count(), 0, 'only the owner sees others');
    // The owner's command is heard at the open page.
    await quota(used / 0.85);
    await ben.getByText(/^The cloud is 8[45] % full/).waitFor();
    await quota(used);
    await ben.getByText(/^The cloud is full: .* not safe, until there is room\. Everything else goes on\./).waitFor();
    await assertAccessible(ben, 'a full cloud');
    await ben.getByLabel('Ask the owner for').selectOption('50 GB');
    await ben.getByLabel('A few words, if you like').fill('Holidays');
    await ben.getByRole('button', { name: 'Ask', exact: true }).click();
    await ben.getByText(/^You asked for the plan 50 GB on /).waitFor();
    await owner.goto(`${world.url}/storage`);
    await owner.getByText(`${BEN} asks for the plan 50 GB`).waitFor();
    await owner.getByText('“Holidays”').waitFor();
    await assertAccessible(owner, 'a request');
    await owner.getByLabel(`Words to ${BEN}, if you like`).fill('Next month');
    await owner.getByRole('button', { name: 'Decline' }).click();
    await owner.getByText('Nobody just now.').waitFor();
    await ben.getByText(/^The owner of the server declined the plan 50 GB on .* They say: “Next month”/).waitFor();
    await ben.getByLabel('Ask the owner for').selectOption('200 GB');
    await ben.getByRole('button', { name: 'Ask', exact: true }).click();
    await owner.getByText(`${BEN} asks for the plan 200 GB`).waitFor();
    await owner.getByRole('button', { name: 'Give it' }).click();
    await ben.getByText(/^You were given the plan 200 GB/).waitFor();
    await ben.getByText('of 200 GB used', { exact: true }).waitFor();
    await owner.getByLabel('Add a plan, or change the one of this name').fill('Family');
    await owner.getByLabel('Its room in GB; empty: no limit').fill('300');
    await owner.getByRole('button', { name: 'Keep' }).click();
    await owner.getByRole('button', { name: 'Remove the plan Family' }).waitFor();
    await owner.getByLabel(`Plan of ${BEN}`).selectOption('Family');
    await ben.getByText('of 300 GB used', { exact: true }).waitFor();
    await owner.getByRole('button', { name: 'Remove the plan Family' }).waitFor({ state: 'detached' });
    await owner.getByLabel(`Plan of ${BEN}`).selectOption('Unlimited');
    await ben.getByText('used, without a limit', { exact: true }).waitFor();
    await owner.getByRole('button', { name: 'Remove the plan Family' }).click();
    await owner.getByRole('button', { name: 'Remove the plan Family' }).waitFor({ state: 'detached' });
    await owner.getByRole('heading', { name: 'The server’s disk' }).waitFor();
    await owner.getByText(/is always left for the system/).waitFor();
    assert.deepEqual(errors.flat(), []);
  });

  test('QP-14: dark, and as narrow as a phone, the page is whole and accessible', async () => {
    await quota(used / 0.97);
    await ben.goto(`${world.url}/storage`);
    await ben.getByLabel('Ask the owner for').selectOption('2 TB');
    await ben.getByRole('button', { name: 'Ask', exact: true }).click();
    await ben.getByText(/^You asked for the plan 2 TB on /).waitFor();
    for (const options of [{ colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }]) {
      for (const [from, sign] of [
        [ben, /^The cloud is 9[67] % full/],
        [owner, new RegExp(`^${BEN} asks for the plan 2 TB`)],
      ] as const) {
        const { page, errors: its } = await openPage(browser, { ...options, storageState: await from.context().storageState() });
        await page.goto(`${world.url}/storage`);
        await page.getByText(sign).waitFor();
        const where = `${String(sign)} ${JSON.stringify(options)}`;
        await assertAccessible(page, where);
        await assertFits(page, where);
        assert.deepEqual(its, []);
        await page.context().close();
      }
    }
  });

  test('QP-17: from 80 % on how full the cloud is stands beside its bar on every page, on the account’s page, and first of all at the page Storage', async () => {
    await quota(used / 0.97);
    await ben.goto(`${world.url}/account`);
    const warning = ben.getByText(/^The cloud is 9[67] % full/);
    const beside = ben.getByRole('link', { name: /^Storage: / });
    await warning.waitFor();
    assert.match((await beside.getAttribute('aria-label')) ?? '', / used, 9[67]\s% full$/);
    await ben.goto(`${world.url}/storage`);
    const [its, table] = [await warning.boundingBox(), await ben.getByRole('table').boundingBox()];
    assert.ok(its && table && its.y < table.y);
    await quota(used * 2);
    await warning.waitFor({ state: 'detached' });
    await ben.getByRole('link', { name: /^Storage: .* used$/ }).waitFor();
  });
});
