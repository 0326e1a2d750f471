import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { largeVideo, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { hashOf, World } from '../support/world.ts';
import { openBrowser, openPage, signIn, upload, uploaded } from './chromium.ts';

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

test('UP-62: a page that was closed in the middle of an upload names what was not finished; chosen again it goes on where it was, and is one photo', async () => {
  const path = join(world.root, 'again.mp4');
  writeFileSync(path, largeVideo(32_000_000));
  const { page, errors } = await openPage(browser);
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(page, world.url);
  const choose = async (press: () => Promise<void>): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()]);
    await chooser.setFiles(path);
  };
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const slowly = (bytes: number) =>
    session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytes });
  await slowly(6_000_000);
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await choose(() => page.getByRole('menuitem', { name: 'Photos and videos' }).click());
  const tray = page.getByRole('region', { name: 'Uploads' });
  await tray.getByText('Leave this page open').waitFor();
  await until(async () => Number(await tray.getByRole('progressbar').getAttribute('aria-valuenow')) > 25, 'a quarter to be sent');
  await page.reload();
  await page.getByText('1 file was not uploaded when the page was closed: again.mp4.').waitFor();
  const sent: number[] = [];
  page.on('request', (request) => {
    const offset = request.headers()['upload-offset'];
    if (request.method() === 'PATCH' && offset !== undefined) sent.push(Number(offset));
  });
  await slowly(-1);
  await choose(() => page.getByRole('button', { name: 'Choose again' }).click());
  assert.equal(await uploaded(page), '1 added');
  assert.ok(sent.length > 0 && sent.every((offset) => offset > 0), `it went on from ${sent.join(', ')}`);
  await page.getByText('not uploaded when the page was closed').waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('UP-63: a folder that was chosen is opened again after a reload, and what was not finished of it goes on', async () => {
  const { page, errors } = await openPage(browser);
  page.on('dialog', (dialog) => void dialog.accept());
  // The browser's own private folder stands for one that a person chooses: nobody presses a button of the system's here.
  await page.addInitScript(() =>
    Object.assign(window, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Trip', { create: true }),
    }),
  );
  await signIn(page, world.url);
  const photos = [await photo({ taken: '2019:01:01 10:00:00' }), await photo({ taken: '2019:01:02 10:00:00' })];
  await page.evaluate(
    async (all) => {
      const trip = await (await navigator.storage.getDirectory()).getDirectoryHandle('Trip', { create: true });
      for (const [index, base64] of all.entries()) {
        const into = index === 0 ? trip : await trip.getDirectoryHandle('day 2', { create: true });
        const writer = await (await into.getFileHandle(`trip${index}.jpg`, { create: true })).createWritable();
        await writer.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
        await writer.close();
      }
    },
    photos.map((bytes) => bytes.toString('base64')),
  );
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await world.server!.kill();
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByRole('menuitem', { name: 'A whole folder' }).click();
  await page.getByText('It goes on by itself.').first().waitFor();
  await page.reload();
  await page.getByText('2 files were not uploaded when the page was closed: trip').waitFor();
  await world.serveAgain();
  await page.getByRole('button', { name: 'Go on' }).click();
  assert.equal(await uploaded(page), '2 added');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('UP-65: the screen stays on while something is uploaded, and no longer', async () => {
  const { page } = await openPage(browser);
  await page.addInitScript(() => {
    const told = Object.assign(window, { awake: [] as string[] }).awake;
    const wakeLock = {
      request: async (type: string) => {
        told.push(type);
        return { release: async () => void told.push('released') };
      },
    };
    Object.defineProperty(navigator, 'wakeLock', { value: wakeLock });
  });
  await signIn(page, world.url);
  // A small file may be there before the page has drawn that it is on its way.
  await page.route(/\/uploads/, async (route) => {
    await page.waitForFunction(() => (window as unknown as { awake: string[] }).awake.length > 0);
    await route.continue();
  });
  await upload(page, [{ name: 'awake.jpg', bytes: await photo({ taken: '2017:01:01 10:00:00' }) }]);
  assert.equal(await uploaded(page), '1 added');
  const told = await until(async () => {
    const all = await page.evaluate(() => (window as unknown as { awake: string[] }).awake);
    return all.includes('released') ? all : null;
  }, 'the screen to be let go of');
  assert.deepEqual(told, ['screen', 'released']);
  await page.context().close();
});

test('UP-64: what another app shares is asked about, and then uploaded', async () => {
  const { page, errors } = await openPage(browser);
  await signIn(page, world.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const base64 = (await photo({ taken: '2018:01:01 10:00:00' })).toString('base64');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], 'shared.jpg', { type: 'image/jpeg' }));
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '/share', enctype: 'multipart/form-data' });
    const input = Object.assign(document.createElement('input'), { type: 'file', name: 'photos', files: data.files });
    form.append(input);
    document.body.append(form);
    form.submit();
  }, base64);
  const question = page.getByRole('dialog', { name: 'Add 1 file to your library?' });
  await question.getByText('shared.jpg').waitFor();
  await question.getByRole('button', { name: 'Add', exact: true }).click();
  assert.equal(await uploaded(page), '1 added');
  assert.deepEqual(errors, []);
  await page.context().close();
});
