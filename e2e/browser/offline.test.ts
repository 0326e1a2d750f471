import assert from 'node:assert/strict';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { MIN_SUPPORTED, PROTOCOL_HEADER, type ChangesPage } from '@rollcall/protocol';
import type { Browser, Page } from 'playwright-core';
import { Between } from '../support/between.ts';
import { photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { EMAIL, PASSWORD, World } from '../support/world.ts';
import { assertAccessible, assertFits, closeUploads, openBrowser, openPage, signIn, upload, uploaded } from './chromium.ts';

describe('the library without a network', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  before(async () => {
    await world.serve();
    const created = await world.account();
    assert.equal(created.code, 0, created.err);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    // Pictures are made while other tests keep the machine busy.
    page.setDefaultTimeout(90_000);
    await signIn(page, world.url);
    await upload(page, [
      { name: 'beach.jpg', bytes: await photo({ taken: '2023:07:08 09:10:11' }) },
      { name: 'forest.jpg', bytes: await photo({ taken: '2023:07:09 12:00:00' }) },
    ]);
    assert.equal(await uploaded(page), '2 added');
    await closeUploads(page);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const tile = (name: string) => page.getByRole('button', { name: new RegExp(`, ${name}`) });
  const banner = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
  const offline = (is: boolean) => page.context().setOffline(is);

  test('PW-1: started without a network, the page shows the library at once, whichever page it is', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await offline(true);
    await page.goto(`${world.url}/albums`);
    await page.getByRole('heading', { name: 'Albums' }).waitFor();
    await page.goto(world.url);
    await tile('beach\\.jpg').waitFor();
    await banner('You are offline. What you see may be old.').waitFor();
    await offline(false);
  });

  test('PW-9: pictures that were looked at are there without a network', async () => {
    // Pictures are kept that came through the worker.
    await page.reload();
    await page.locator('.tile-picture.loaded').nth(1).waitFor({ timeout: 180_000 });
    await until(async () => ((await keptPictures(page)) === 2 ? true : null), 'both pictures to be kept');
    await offline(true);
    await page.goto(world.url);
    await page.locator('.tile-picture.loaded').nth(1).waitFor();
    await offline(false);
  });

  test('PW-24: who comes back is told what changed, in a few kilobytes: neither the program nor a picture nor the library is sent again, from the second visit on', async () => {
    // Another browser of somebody who is signed in: its first pictures come before there is a worker that could keep them.
    const between = new Between(() => world.url);
    const url = await between.open();
    const here = await openPage(browser, { storageState: await page.context().storageState() });
    try {
      await here.page.goto(url);
      await here.page.locator('.tile-picture.loaded').nth(1).waitFor();
      await until(async () => ((await keptPictures(here.page)) === 2 ? true : null), 'both pictures to be kept');
      const first = [...between.answered.keys()];
      assert.ok(first.some((path) => path.startsWith('/assets/app-')) && first.filter((path) => path.endsWith('/thumbnail')).length === 2);
      const context = here.page.context();
      await here.page.close();
      between.answered.clear();
      const again = await context.newPage();
      await again.goto(url);
      await again.locator('.tile-picture.loaded').nth(1).waitFor();
      await again.getByText(/^All 2 photos are safe/).waitFor();
      await until(async () => (between.answered.has('/api/v1/library/changes') ? true : null), 'the changes to be asked for');
      const paths = [...between.answered.keys()];
      const small = ['changes', 'newest', 'pokes'].map((name) => `/api/v1/library/${name}`);
      assert.deepEqual(
        paths.filter((path) => !['/api/v1/session', '/api/v1/devices', '/api/v1/library', ...small].includes(path)),
        [],
      );
      assert.ok(between.answered.get('/api/v1/library/changes')! < 300, 'no rows, only that there are none');
      const bytes = [...between.answered.values()].reduce((sum, each) => sum + each, 0);
      assert.ok(bytes < 6_000, `${bytes} bytes: ${JSON.stringify([...between.answered])}`);
      assert.deepEqual(here.errors, []);
    } finally {
      await here.page.context().close();
      between.close();
    }
  });

  test('PW-2: what is changed without a network is shown as done and as waiting, outlives the page, and is sent when the network is back', async () => {
    await offline(true);
    await tile('beach\\.jpg').focus();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: /beach\.jpg, favourite, waits for the network$/ }).waitFor();
    await tile('forest\\.jpg').focus();
    await page.keyboard.press('Delete');
    await tile('forest\\.jpg').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: /beach\.jpg, favourite, waits for the network$/ }).waitFor();
    assert.equal(await tile('forest\\.jpg').count(), 0);
    await banner('2 changes wait for the network, kept in this browser.').waitFor();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    const list = page.getByRole('list', { name: 'Changes that wait' });
    assert.deepEqual(await list.getByRole('listitem').allTextContents(), ['“beach.jpg”: a favourite', '“forest.jpg”: to Recently Deleted']);
    await assertAccessible(page, 'changes that wait');
    await page.setViewportSize({ width: 390, height: 800 });
    await assertFits(page, 'changes that wait');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Done' }).click();
    await offline(false);
    await banner('wait for the network, kept').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /beach\.jpg, favourite$/ }).waitFor();
    const second = await openPage(browser);
    await signIn(second.page, world.url);
    await second.page.getByRole('button', { name: /beach\.jpg, favourite$/ }).waitFor();
    assert.equal(await second.page.getByRole('button', { name: /forest\.jpg/ }).count(), 0);
    await second.page.context().close();
  });

  test('PW-10: what is refused in the end is told by name, with why and what to do, and is as the library has it', async () => {
    await page.getByRole('button', { name: /beach\.jpg, favourite$/ }).waitFor();
    await world.server!.kill();
    await tile('beach\\.jpg').focus();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: /beach\.jpg, waits for the network$/ }).waitFor({ timeout: 90_000 });
    // Of what the library will refuse there is nothing to press: it is as if it had been deleted for good elsewhere meanwhile.
    await page.evaluate(async () => {
      const request = indexedDB.open('rollcall-library');
      const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const id = '01900000-0000-7000-8000-000000000001';
      const change = { name: 'asset.set', args: { assetId: id, fields: { title: 'Gone' } } };
      const transaction = database.transaction('waiting', 'readwrite');
      transaction.objectStore('waiting').add({ id: id.replace(/1$/, '2'), change, at: 1 });
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    });
    await world.serveAgain();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await banner('1 change that you made without the network could not be made in your library.').waitFor();
    await page.getByRole('button', { name: /beach\.jpg$/ }).waitFor();
    await page.getByRole('button', { name: 'Show which' }).click();
    const refused = page.getByRole('list', { name: 'Changes that were not made' });
    await refused.getByText('a photo: title').waitFor();
    await refused.getByText('This library has no such photo.').waitFor();
    await refused.getByText('It was deleted for good meanwhile. Where the file still exists, upload it again.').waitFor();
    await assertAccessible(page, 'changes that were not made');
    await page.getByRole('button', { name: 'I have read it' }).click();
    await banner('could not be made in your library.').waitFor({ state: 'detached' });
  });

  test('PW-13: a store of this browser that is broken is dropped, and the library is fetched anew', async () => {
    await page.evaluate(async () => {
      const request = indexedDB.open('rollcall-library');
      const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const transaction = database.transaction('pages', 'readwrite');
      transaction.objectStore('pages').clear();
      transaction.objectStore('pages').add([{ nothing: 'of ours' }]);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    });
    await page.reload();
    await tile('beach\\.jpg').waitFor();
    await offline(true);
    await page.reload();
    await tile('beach\\.jpg').waitFor();
  });

  test('PW-11: after a session has ended nothing of it is shown; what waits is sent when the same person signs in, and another one never sees or sends it', async () => {
    await tile('beach\\.jpg').focus();
    await page.keyboard.press('f');
    await banner('1 change waits for the network, kept in this browser.').waitFor();
    const [cookie] = await page.context().cookies();
    await page.context().clearCookies();
    await offline(false);
    await page.getByText('You were signed out. Sign in again to go on.').waitFor();
    assert.equal(await keptPictures(page), 0);
    assert.ok(cookie);
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: /beach\.jpg, favourite$/ }).waitFor();
    // And the same with another person.
    await offline(true);
    await page.getByRole('button', { name: /beach\.jpg, favourite$/ }).focus();
    await page.keyboard.press('f');
    await banner('1 change waits for the network, kept in this browser.').waitFor();
    await page.context().clearCookies();
    await offline(false);
    await page.getByText('You were signed out. Sign in again to go on.').waitFor();
    const made = await world.account('bob@example.org');
    assert.equal(made.code, 0, made.err);
    await page.getByLabel('Email').fill('bob@example.org');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    assert.equal(await page.getByText('beach.jpg').count(), 0);
    assert.equal(await waitingHere(page), 0);
  });

  test('PW-12: a new version is told, taken up when the person says so, and disturbs no page that runs the former one', async (t) => {
    const updated = await serverThatIsUpdated(world.url);
    t.after(updated.close);
    const here = await openPage(browser);
    const first = here.page;
    await signIn(first, updated.url);
    await first.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const second = await first.context().newPage();
    await second.goto(updated.url);
    await second.getByRole('navigation', { name: 'Pages' }).waitFor();
    for (const each of [first, second]) await each.evaluate(() => document.body.setAttribute('data-former', 'yes'));
    const former = (each: Page) => each.locator('body[data-former]').count();
    const news = (each: Page) => each.getByRole('status').filter({ hasText: 'A new version of Rollcall is ready.' });
    updated.now();
    await first.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await news(first).waitFor();
    await news(second).waitFor();
    assert.equal(await former(first), 1);
    await first.getByRole('button', { name: 'Reload' }).click();
    await first.locator('body:not([data-former])').getByRole('navigation', { name: 'Pages' }).waitFor();
    assert.equal(await news(first).count(), 0);
    assert.deepEqual([await former(second), await news(second).count()], [1, 1], 'the other page goes on as it was');
    await second.getByRole('link', { name: 'Sync health', exact: true }).click();
    await second.getByRole('heading', { name: 'Sync health' }).waitFor();
    await second.getByRole('button', { name: 'Reload' }).click();
    await second.locator('body:not([data-former])').getByRole('navigation', { name: 'Pages' }).waitFor();
    assert.deepEqual(here.errors, []);
    await first.context().close();
  });

  test('UD-11: a page that is too old for its server is told to load again and keeps what was changed; the new one sends it', async (t) => {
    const updated = await serverThatIsUpdated(world.url);
    t.after(updated.close);
    const here = await openPage(browser);
    const old = here.page;
    await signIn(old, updated.url);
    await old.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await old.getByRole('button', { name: /, beach\.jpg/ }).click();
    const favourite = (is: boolean) => old.getByRole('button', { name: is ? 'Remove from favourites (f)' : 'Favourite (f)', exact: true });
    await favourite(true).or(favourite(false)).waitFor();
    const was = (await favourite(true).count()) === 1;
    updated.now();
    updated.takesNoOlder(true);
    await favourite(was).click();
    const told = old
      .getByRole('status')
      .filter({ hasText: 'This page is too old for your server. What you changed here waits in this browser' });
    await told.waitFor();
    assert.equal(await waitingHere(old), 1);
    await old.keyboard.press('Escape');
    await old.evaluate(() => document.body.setAttribute('data-former', 'yes'));
    await told.getByRole('button', { name: 'Reload' }).click();
    // What is loaded now speaks the version that the server takes.
    updated.takesNoOlder(false);
    await old.locator('body:not([data-former])').waitFor();
    await old.getByRole('button', { name: was ? /, beach\.jpg$/ : /, beach\.jpg, favourite$/ }).waitFor();
    await until(async () => (await waitingHere(old)) === 0, 'what waited to be sent');
    assert.equal(await told.count(), 0);
    const sent = await old.evaluate(async () => (await fetch('/api/v1/library/changes?limit=100')).json() as Promise<ChangesPage>);
    const beach = sent.changes.find(({ entity }) => entity.type === 'asset' && entity.fileName === 'beach.jpg')?.entity;
    assert.ok(beach?.type === 'asset');
    assert.equal(beach.favourite, !was);
    await old.context().close();
  });

  test('PW-4: who signs out leaves nothing behind in the browser', async () => {
    await page.getByRole('link', { name: 'Account', exact: true }).click();
    await page.getByRole('heading', { name: 'Kept in this browser' }).waitFor();
    await assertAccessible(page, 'account');
    // As pictures of a first visit, which come before the page's worker is there: the browser itself keeps them, too.
    const [picture] = await page.evaluate(async () => {
      const kept = (await caches.keys()).filter((name) => name.startsWith('rollcall-pictures-'));
      return (await (await caches.open(kept[0]!)).keys()).map(({ url }) => url);
    });
    const browserHas = () =>
      page.evaluate(
        async (url) => (await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => null))?.status === 200,
        picture!,
      );
    await page.evaluate(async (url) => (await fetch(url, { cache: 'reload' })).arrayBuffer(), picture!);
    await page.evaluate(() =>
      caches.keys().then((names) => Promise.all(names.filter((name) => !name.includes('shell')).map((name) => caches.delete(name)))),
    );
    assert.ok(await browserHas());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.equal(await browserHas(), false);
    assert.deepEqual(await page.evaluate(() => caches.keys().then((names) => names.filter((name) => !name.includes('shell')))), []);
    await offline(true);
    await page.goto(world.url);
    await page.getByRole('heading', { name: 'That did not work' }).waitFor();
    assert.equal(await page.getByText('beach.jpg').count(), 0);
    await offline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Password').fill(PASSWORD);
    assert.deepEqual(errors, []);
  });
});

async function keptPictures(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0;
    for (const name of await caches.keys())
      if (name.startsWith('rollcall-pictures-')) count += (await (await caches.open(name)).keys()).length;
    return count;
  });
}

async function waitingHere(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const request = indexedDB.open('rollcall-library');
    const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const count = database.transaction('waiting').objectStore('waiting').count();
    const waiting = await new Promise<number>((resolve) => (count.onsuccess = () => resolve(count.result)));
    database.close();
    return waiting;
  });
}

/** The same server at another address, whose program becomes a newer one when that is said. */
async function serverThatIsUpdated(url: string): Promise<{
  readonly url: string;
  readonly now: () => void;
  readonly takesNoOlder: (is: boolean) => void;
  readonly close: () => Promise<void>;
}> {
  const { host, origin } = new URL(url);
  let newer = false;
  let older = false;
  const server = createServer((request, reply) => {
    const worker = request.url === '/service-worker.js';
    const headers: Record<string, string | string[] | undefined> = {
      ...request.headers,
      host,
      ...(request.headers.origin === undefined ? {} : { origin }),
    };
    // As a page of the oldest program speaks, of which the server takes nothing.
    if (older && headers[PROTOCOL_HEADER] !== undefined) headers[PROTOCOL_HEADER] = String(MIN_SUPPORTED - 1);
    if (worker) headers['accept-encoding'] = 'identity';
    if (worker) {
      delete headers['if-none-match'];
      delete headers['if-modified-since'];
    }
    const passed = ask(`${origin}${request.url}`, { method: request.method, headers }, (answer) => {
      if (worker) delete answer.headers['content-length'];
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      if (worker && newer) reply.write('// newer\n');
      answer.pipe(reply);
    });
    passed.on('error', () => reply.destroy());
    reply.on('close', () => passed.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    now: () => {
      newer = true;
    },
    takesNoOlder: (is) => {
      older = is;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
