import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import type { World, Device } from '../support/world.ts';
import type { Shown } from './screens.ts';

const PAINTER = new URL('../demo/make.ts', import.meta.url).pathname;
const NODE = new URL('../../bin/node', import.meta.url).pathname;
/** Photographs, half on each device; and those that come to one later. */
const PAINTED = 44;
const LATER = ['500', '503'] as const;
/** How long making all pictures may take, milliseconds. */
const MADE_MS = 600_000;

const paint = (from: string, to: string, ...folders: readonly string[]) =>
  promisify(execFile)(NODE, [PAINTER, 'small', from, to, ...folders]);

/** Two devices with painted photographs, all of them in sync. */
export async function settle(world: World): Promise<Device> {
  const [laptop, phone] = [await world.device('Laptop'), await world.device('Phone')];
  await paint('0', String(PAINTED), laptop.folder, phone.folder);
  for (const device of [laptop, phone, laptop]) await device.sync();
  for (const device of [laptop, phone]) await device.start().line(/Keeping/);
  return laptop;
}

/** Some files that wait, so that a reason is told. */
export async function holdBack(laptop: Device): Promise<void> {
  const paused = await laptop.run('pause');
  assert.equal(paused.code, 0, paused.err);
  await paint(...LATER, laptop.folder);
}

/** What a person makes of the library in the browser: an album, favourites, something deleted. */
export async function make(page: Page, url: string): Promise<Shown> {
  const boxes = page.getByRole('checkbox', { name: /^Select / });
  const bar = page.getByRole('toolbar', { name: 'What to do with the selected photos' });
  const choose = async (...places: readonly number[]): Promise<void> => {
    for (const at of places) await boxes.nth(at).click();
  };
  await boxes.nth(11).waitFor({ timeout: MADE_MS });
  // Pictures of photos are made one after the other.
  await page.waitForFunction(() => [...document.querySelectorAll('.tile')].every((tile) => tile.querySelector('img')), null, {
    timeout: MADE_MS,
  });
  await choose(0, 2, 4, 5, 7, 9);
  await bar.getByRole('button', { name: 'Add to album' }).click();
  await page.getByRole('dialog').getByLabel('Name of a new album').fill('Summer');
  await page.getByRole('dialog').getByRole('button', { name: 'New album “Summer”' }).click();
  await page.getByText('Album “Summer” made', { exact: false }).waitFor();
  await bar.waitFor({ state: 'detached' });
  await choose(1, 3, 6);
  await bar.getByRole('button', { name: 'Favourite', exact: true }).click();
  await bar.waitFor({ state: 'detached' });
  await choose(10, 11);
  await bar.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.locator('.tile').nth(2).click();
  await page.waitForURL(/photo=/);
  const photoId = new URL(page.url()).searchParams.get('photo');
  await page.goto(`${url}/albums`);
  await page.getByRole('link', { name: /^Summer/ }).click();
  await page.waitForURL(/\/albums\/.+/);
  const albumId = new URL(page.url()).pathname.split('/').at(-1);
  const answer = await page.request.get(`${url}/api/v1/devices`);
  const { devices } = (await answer.json()) as { readonly devices: readonly { readonly id: string; readonly name: string }[] };
  const deviceId = devices.find(({ name }) => name === 'Laptop')?.id;
  assert.ok(photoId && albumId && deviceId, 'the gallery’s library is not as it should be');
  return { photoId, albumId, deviceId };
}
