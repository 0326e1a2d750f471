import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { World } from '../support/world.ts';
import { closeUploads, openBrowser, openPage, signIn, upload, uploaded } from './chromium.ts';

const XMP = Buffer.from(
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
);

describe('what lies beside photos, from a browser', () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  async function hasSidecar(name: string): Promise<void> {
    await page.getByRole('button', { name: new RegExp(`, ${name}\\.jpg`) }).click();
    const viewer = page.getByRole('dialog', { name: new RegExp(`${name}\\.jpg`) });
    await viewer.waitFor();
    const info = page.getByRole('complementary', { name: 'Information' });
    await page.keyboard.press('i');
    await info.getByRole('link', { name: 'Download Sidecar' }).waitFor();
    await page.keyboard.press('i');
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
  }

  test('ED-18: a page takes what lies beside photos in its picker and by a drop, and the library has it with its photo', async () => {
    await upload(page, [
      { name: 'beach.xmp', bytes: XMP },
      { name: 'beach.jpg', bytes: await photo({ taken: '2023:07:08 09:10:11' }) },
      { name: 'forest.xmp', bytes: XMP },
    ]);
    assert.equal(await uploaded(page), '2 added, 1 left out');
    await page.getByText('Kept with its photo', { exact: true }).waitFor();
    await page.getByText('none of that name was chosen with it').waitFor();
    await closeUploads(page);
    await hasSidecar('beach');

    const bytes = (await photo({ taken: '2022:01:02 03:04:05' })).toString('base64');
    await page.evaluate(
      ([base64, xmp]) => {
        const data = new DataTransfer();
        data.items.add(new File([xmp ?? ''], 'dropped.jpg.xmp', { type: 'application/rdf+xml' }));
        const raw = Uint8Array.from(atob(base64 ?? ''), (letter) => letter.charCodeAt(0));
        data.items.add(new File([raw], 'dropped.jpg', { type: 'image/jpeg' }));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [bytes, `${XMP.toString()}<!-- another -->`],
    );
    assert.equal(await uploaded(page), '2 added');
    await closeUploads(page);
    await hasSidecar('dropped');
    assert.deepEqual(errors, []);
  });
});
