import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { rollcall } from '../support/program.ts';
import { hashOf, World, type Device } from '../support/world.ts';
import { assertAccessible, openBrowser, openPage, signIn } from './chromium.ts';

describe('a photo that is damaged in the cloud', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let laptop: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
    browser = await openBrowser();
    ({ page } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  test('SB-8: the page says that it is damaged and asked back, and by itself that it is safe again when a device gave it back', async () => {
    const bytes = await photo();
    const hash = hashOf(bytes);
    laptop.put('sea.jpg', bytes);
    await laptop.sync();
    await page.getByRole('button', { name: /, sea\.jpg/ }).click();
    await page.getByRole('button', { name: /^Information/ }).click();
    const cloud = page.getByRole('region', { name: 'Where it is' }).getByRole('listitem').filter({ hasText: 'Cloud' });
    await cloud.getByText('Safe', { exact: true }).waitFor();
    const blob = join(world.data, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
    rmSync(blob);
    writeFileSync(blob, Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]));
    assert.equal((await rollcall(['scrub', '--data', world.data])).code, 1);
    await cloud.getByText('Damaged in the cloud; asked back from your devices').waitFor();
    await assertAccessible(page, 'a damaged photo');
    await laptop.sync();
    await cloud.getByText('Safe', { exact: true }).waitFor();
  });
});
