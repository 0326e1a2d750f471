import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { largePhoto } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { makeAlbum, signInByPassword } from '../support/session.ts';
import { hashOf, World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

interface Items {
  items: { path: string; name: string; assetId: string; form: 'original' | 'compressed' }[];
}
/** The last is pinned. */
const NAMES = ['p1.jpg', 'p2.jpg', 'p3.jpg', 'p4.jpg'] as const;
/** Making a compressed version is work for a server that tests share. */
const LONG_MS = 120_000;
/** As at home, with room: nothing of this machine counts. */
const HOME = ['link=wifi', 'metered=no', 'roaming=no', 'battery=90', 'charging=yes', 'low-power=no', 'free-space=100GB'];

describe('optimised storage on the page', () => {
  const world = new World();
  const originals = new Map<string, string>();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let phone: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    const laptop = await world.device('Laptop');
    for (const [at, name] of NAMES.entries()) {
      const bytes = await largePhoto({ taken: `2024:05:0${at + 1} 10:00:00`, width: 2800 });
      originals.set(name, hashOf(bytes));
      laptop.put(name, bytes);
    }
    await laptop.sync();
    phone = await world.device('Phone');
    await run('conditions', 'set', ...HOME);
    await run('settings', 'set', 'disk-budget', '1GB');
    await phone.sync();
    await run('pin', phone.path((await find('p4.jpg')).path));
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }));
    page.setDefaultTimeout(LONG_MS);
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  const run = async (...args: string[]): Promise<void> => {
    const ended = await phone.run(...args);
    assert.equal(ended.code, 0, `${args.join(' ')}: ${ended.out}${ended.err}`);
  };
  const find = async (name: string) => {
    const { items } = await phone.json<Items>('ls');
    return items.find((item) => item.name === name) ?? assert.fail(`${name} is not there`);
  };
  const card = () => page.getByRole('article', { name: 'Phone' });
  const dialog = () => page.getByRole('dialog');
  const compressed = (count: number) => card().getByText(`${count} files compressed there`, { exact: false }).waitFor();
  const looksRight = async (where: string): Promise<void> => {
    await assertAccessible(page, where);
    await assertFits(page, where);
  };
  const open = async (name: string): Promise<void> => {
    await page.getByRole('link', { name: 'Photos', exact: true }).click();
    await page.locator('.tile-open').filter({ hasText: name }).click();
    await page.getByRole('button', { name: /^Information/ }).click();
  };
  const storage = () => page.getByLabel('Photos on the device');

  test('OS-31: a device frees up room and brings an original back when the page asks it to, and the page says so by itself', async () => {
    await page.goto(`${world.url}/settings`);
    await storage().selectOption({ label: 'Optimise storage' });
    await page.getByText('Chosen here.').waitFor();
    phone.start();
    await page.getByRole('link', { name: 'Sync health' }).first().click();
    await card().getByText('Every original is there in full.').waitFor();
    await card().getByRole('button', { name: 'Free up this device…' }).click();
    await looksRight('freeing up a device');
    await dialog().getByRole('button', { name: 'Free up' }).click();
    await compressed(3);
    assert.equal((await find('p4.jpg')).form, 'original');
    const { path } = await find('p1.jpg');
    assert.notEqual(hashOf(readFileSync(phone.path(path))), originals.get('p1.jpg'));

    await open('p1.jpg');
    const place = page.getByRole('region', { name: 'Where it is and why' }).getByRole('listitem').filter({ hasText: 'Phone' });
    await place.getByText('Compressed copy here, original in the cloud').waitFor();
    await assertAccessible(page, 'a compressed photo');
    await place.getByRole('button', { name: 'Download original' }).click();
    await place.getByText('Original here').waitFor();
    await place.getByRole('button', { name: 'Download original' }).waitFor({ state: 'detached' });
    assert.equal(hashOf(readFileSync(phone.path(path))), originals.get('p1.jpg'));
    await page.getByRole('button', { name: 'Back to the photos (Escape)' }).click();
  });

  test('OS-36: what is pinned on a device stands on its card', async () => {
    await page.goto(`${world.url}/health`);
    await card().getByText('Pinned there, and last to make room: p4.jpg.').waitFor();
    await looksRight('what is pinned');
  });

  test('OS-34: of an edit that was made of a compressed version the page tells how many pixels it has, its original has, and where it was made', async () => {
    const file = phone.path((await find('p2.jpg')).path);
    const edited = await sharp(readFileSync(file)).modulate({ brightness: 0.5 }).withMetadata().jpeg().toBuffer();
    phone.put(relative(phone.folder, file), edited);
    await open('p2.jpg');
    await page.getByText('lower resolution than its original: 2048 × 1536 of 2800 × 2100 pixels. It was made on Phone.').waitFor();
    await page.getByRole('button', { name: 'Back to the photos (Escape)' }).click();
  });

  test('OS-33: whoever removes a device is told first how many of its files are compressed only', async () => {
    await page.getByRole('link', { name: 'Devices', exact: true }).first().click();
    await card().getByRole('button', { name: 'Remove Phone' }).click();
    await dialog().getByText('1 file on it is there as a compressed version only.').waitFor();
    await looksRight('removing a device');
    await dialog().getByRole('button', { name: 'Keep' }).click();
  });

  test('OS-55: a photo is pinned and unpinned on a device at its information, a folder and an album at the card of the device; what is pinned comes back in full, and the page says so by itself', async () => {
    const pins = async (): Promise<readonly object[]> => (await phone.json<{ pins: object[] }>('pins')).pins;
    const place = page.getByRole('region', { name: 'Where it is and why' }).getByRole('listitem').filter({ hasText: 'Phone' });
    const { assetId, path } = await find('p4.jpg');
    await open('p4.jpg');
    await place.getByText('Pinned there.').waitFor();
    await place.getByRole('button', { name: 'Unpin' }).click();
    await place.getByRole('button', { name: 'Pin', exact: true }).waitFor();
    await place.getByText('Pinned there.').waitFor({ state: 'detached' });
    assert.deepEqual(await pins(), []);
    await looksRight('a photo that could be pinned');
    await place.getByRole('button', { name: 'Pin', exact: true }).click();
    await place.getByText('Pinned there.').waitFor();
    assert.deepEqual(await pins(), [{ kind: 'photo', id: assetId }]);
    await page.getByRole('button', { name: 'Back to the photos (Escape)' }).click();

    const albumId = await makeAlbum(await signInByPassword(world.url), 'Summer', []);
    const folder = dirname(path);
    assert.equal((await find('p3.jpg')).form, 'compressed');
    await page.goto(`${world.url}/health`);
    for (const label of ['Summer', folder]) {
      await card().getByRole('button', { name: 'Pins…' }).click();
      await looksRight('what is pinned, and could be');
      await dialog().getByLabel('Pin an album or a folder').selectOption({ label });
      await dialog().getByRole('button', { name: 'Pin', exact: true }).click();
      await card().getByText(label, { exact: false }).waitFor();
    }
    assert.deepEqual(await pins(), [
      { kind: 'photo', id: assetId },
      { kind: 'album', id: albumId, title: 'Summer' },
      { kind: 'folder', path: folder },
    ]);
    await card().getByText('Every original is there in full.').waitFor();
    assert.equal(hashOf(readFileSync(phone.path((await find('p3.jpg')).path))), originals.get('p3.jpg'));
    await page.goto(`${world.url}/albums/${albumId}`);
    for (const [now, then] of [
      ['Unpin on Phone', 'Pin on Phone'],
      ['Pin on Phone', 'Unpin on Phone'],
    ] as const) {
      await page.getByRole('button', { name: now, exact: true }).click();
      await page.getByRole('button', { name: then, exact: true }).waitFor();
      const isPinned = (await pins()).some((pin) => 'id' in pin && pin.id === albumId);
      assert.equal(isPinned, then === 'Unpin on Phone');
    }
    await page.goto(`${world.url}/health`);
    await card().getByRole('button', { name: 'Pins…' }).click();
    for (const name of ['the album “Summer”', `the folder ${folder}`]) {
      await dialog()
        .getByRole('button', { name: `Unpin ${name}` })
        .click();
      await dialog()
        .getByRole('button', { name: `Unpin ${name}` })
        .waitFor({ state: 'detached' });
    }
    await dialog().getByRole('button', { name: 'Close' }).click();
    assert.deepEqual(await pins(), [{ kind: 'photo', id: assetId }]);
    await run('evict', phone.path((await find('p3.jpg')).path));
  });

  test('OS-32: originals come back to all devices that follow the account once their sum was told, and not where it does not fit', async () => {
    const free = (bytes: number): Promise<unknown> =>
      until(
        async () => {
          const { devices } = (await (await page.request.get(`${world.url}/api/v1/devices`)).json()) as {
            devices: { name: string; roll: { about?: { conditions: Record<string, { value?: number }> } } | null }[];
          };
          return devices.find(({ name }) => name === 'Phone')?.roll?.about?.conditions['free-space']?.value === bytes;
        },
        'what is free there to be told',
        LONG_MS,
      );
    await run('conditions', 'set', 'free-space=1kB');
    await free(1000);
    await page.goto(`${world.url}/settings`);
    await storage().selectOption({ label: 'Download and keep originals' });
    await dialog().getByText('1 original comes back from the cloud', { exact: false }).waitFor();
    await dialog().getByText('That does not fit', { exact: false }).waitFor();
    assert.equal(await dialog().getByRole('button', { name: 'Download all' }).count(), 0);
    await looksRight('originals that do not fit');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await storage().inputValue(), 'optimise');
    await run('conditions', 'set', 'free-space=100GB');
    await free(100_000_000_000);
    await storage().selectOption({ label: 'Download and keep originals' });
    await dialog().getByRole('button', { name: 'Download all' }).click();
    await until(async () => (await find('p3.jpg')).form === 'original', 'the last original to be back', LONG_MS);
    assert.equal(hashOf(readFileSync(phone.path((await find('p3.jpg')).path))), originals.get('p3.jpg'));
    assert.deepEqual(errors, []);
  });
});
