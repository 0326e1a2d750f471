import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { BYTES, type ChangesPage } from '@rollcall/protocol';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { World } from '../support/world.ts';
import { closeUploads, openBrowser, openPage, signIn, upload, uploaded } from './chromium.ts';

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

/** The compressed version of the library's only photo, as a device would fetch it. */
async function compressedOf(page: Page): Promise<Buffer> {
  const answer = await page.request.get(`${world.url}/api/v1/library/changes?limit=100`);
  const { changes } = (await answer.json()) as ChangesPage;
  const original = changes.map(({ entity }) => entity).find((entity) => entity.type === 'resource');
  assert.ok(original);
  const path = `${BYTES.view(original.assetId, 'compressed')}?v=${original.id}`;
  for (;;) {
    const made = await page.request.get(`${world.url}${path}`, { headers: { prefer: 'wait=20' } });
    if (made.status() === 200) return made.body();
    assert.equal(made.status(), 404);
    assert.equal(JSON.stringify(await made.json()).includes('never'), false);
  }
}

test('CV-13: a compressed version that somebody drops on the page leads to its photo and adds nothing, under any name; a changed one is added', async () => {
  const [width, height] = [400, 300];
  const noise = sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });
  const { page, errors } = await openPage(browser);
  await signIn(page, world.url);
  await upload(page, [{ name: 'beach.png', bytes: await noise.png().toBuffer() }]);
  assert.equal(await uploaded(page), '1 added');
  const standIn = await compressedOf(page);
  await closeUploads(page);
  await upload(page, [{ name: 'holiday (3).jpeg', bytes: standIn }]);
  assert.equal(await uploaded(page), '1 already here');
  await page.getByText('Already in your library: it is a compressed version of “beach.png”, which is there in full').waitFor();
  await closeUploads(page);
  const brighter = await sharp(standIn).modulate({ brightness: 1.3 }).keepMetadata().jpeg().toBuffer();
  await upload(page, [{ name: 'brighter.jpg', bytes: brighter }]);
  assert.equal(await uploaded(page), '1 added');
  await page.getByRole('banner').getByText('All 2 photos are safe').waitFor();
  assert.deepEqual(errors, []);
});
