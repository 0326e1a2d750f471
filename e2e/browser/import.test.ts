import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Proof } from '@rollcall/importers/proof';
import type { Browser, Page } from 'playwright-core';
import { mediaIn } from '../support/media.ts';
import { World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

const { missing, folder } = mediaIn();
const google = ['takeout-20241001T100000Z-001.zip', 'takeout-20241001T100000Z-002.zip'].map((name) => join(folder, 'takeout-google', name));
const apple = ['iCloud Photos Part 1 of 2.zip', 'iCloud Photos Part 2 of 2.zip'].map((name) => join(folder, 'takeout-apple', name));

/** All that a proof says but when it was. */
function said({ begunAt: _, importedAt, endedAt: __, ...proof }: Proof): unknown {
  return { ...proof, room: null, imported: importedAt !== null };
}

describe('photos from elsewhere, in a browser', { skip: missing }, () => {
  const world = new World();
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let bob: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    assert.equal((await world.account('bob@example.org')).code, 0);
    bob = await world.device('Bob', 'bob@example.org');
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await signIn(page, world.url);
  });
  after(async () => {
    await browser?.close();
    await world.end();
  });

  async function choose(paths: readonly string[]): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose ZIP files' }).click(),
    ]);
    await chooser.setFiles([...paths]);
  }
  async function saved(): Promise<Proof> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as JSON' }).click()]);
    return JSON.parse(readFileSync(await download.path(), 'utf8')) as Proof;
  }
  const titled = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor({ timeout: 120_000 });

  test(
    'IM-90: a takeout that is given to the page comes as it does by the command, with the same proof; again, nothing comes twice',
    { timeout: 480_000 },
    async () => {
      await page.getByRole('button', { name: 'Upload', exact: true }).click();
      await page.getByRole('menuitem', { name: /From Google/ }).click();
      await page.getByRole('heading', { name: 'Bring your photos' }).waitFor();
      await assertAccessible(page, 'import');
      await choose(google);
      await titled('What an import would bring');
      assert.deepEqual(said(await saved()), said(await bob.json<Proof>('import', '--dry-run', ...google)));
      await assertAccessible(page, 'import, looked at');
      await page.setViewportSize({ width: 360, height: 740 });
      await assertFits(page, 'import, looked at, on a phone');
      await page.setViewportSize({ width: 1280, height: 800 });

      await page.getByRole('button', { name: 'Begin', exact: true }).click();
      await titled('What was imported');
      const [proof, theirs] = [await saved(), await bob.json<Proof>('import', ...google)];
      assert.deepEqual([proof.complete, proof.things.added, proof.verified.wrong], [true, 13, []]);
      assert.ok(proof.verified.files > 0);
      assert.deepEqual(said(proof), said(theirs));
      await page.getByText('each is byte for byte what was read here').waitFor();
      await assertAccessible(page, 'import, ended');

      await page.reload();
      await page.getByRole('heading', { name: 'Bring your photos' }).waitFor();
      await choose(google);
      await titled('What an import would bring');
      await page.getByRole('button', { name: 'Begin', exact: true }).click();
      await titled('What was imported');
      const again = await saved();
      assert.deepEqual([again.complete, again.things.added, again.files.fresh], [true, 0, 0]);
      assert.deepEqual(said(again), said(await bob.json<Proof>('import', ...google)));
      assert.deepEqual(errors, []);
    },
  );

  test('IM-91: an export of Apple’s that is given to the page comes with its albums, its checksums and its trash', { timeout: 480_000 }, async () => {
    await page.getByRole('button', { name: 'Choose something else' }).click();
    await choose(apple);
    await titled('What an import would bring');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await titled('What was imported');
    const proof = await saved();
    assert.deepEqual(
      [proof.told, proof.checksums, proof.things.added, proof.albums.placed],
      [{ all: 9, matched: 9 }, { agree: 9, disagree: [] }, 8, 5],
    );
    assert.deepEqual(said(proof), said(await bob.json<Proof>('import', ...apple)));
    assert.deepEqual(errors, []);
  });
});
