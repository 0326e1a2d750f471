import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { largeVideo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { hashOf, World } from '../support/world.ts';
import { openBrowser, openPage, signIn, uploaded } from './chromium.ts';

const world = new World();
let browser: Browser;
before(async () => {
  [browser] = await Promise.all([openBrowser(), world.serve()]);
  const created = await world.account();
  assert.equal(created.code, 0, created.err);
});
after(async () => {
  await browser?.close();
  await world.end();
});

test('WE-28: an upload whose server is killed in the middle goes on when it is back, from where it was', async () => {
  const size = 48_000_000;
  const bytes = largeVideo(size);
  const path = join(world.root, 'large.mp4');
  writeFileSync(path, bytes);
  const { page, errors } = await openPage(browser);
  await signIn(page, world.url);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 8_000_000,
  });
  const sent: number[] = [];
  page.on('request', (request) => {
    const offset = request.headers()['upload-offset'];
    if (request.method() === 'PATCH' && offset !== undefined) sent.push(Number(offset));
  });
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Photos and videos' }).click(),
  ]);
  await chooser.setFiles(path);
  const tray = page.getByRole('region', { name: 'Uploads' });
  await until(async () => Number(await tray.getByRole('progressbar').getAttribute('aria-valuenow')) > 25, 'a quarter to be sent');
  await world.server!.kill();
  await world.serveAgain();
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  assert.equal(await uploaded(page), '1 added');
  assert.ok(sent.length > 1 && sent.at(-1)! > 0, `it went on from ${sent.join(', ')}`);

  const laptop = await world.device('Laptop');
  await laptop.sync();
  assert.deepEqual([...laptop.files().values()], [hashOf(bytes)]);
  assert.deepEqual(errors, []);
});
