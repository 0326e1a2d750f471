import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Proof } from '@rollcall/importers/proof';
import type { Browser, Page } from 'playwright-core';
import { photo } from '../support/photos.ts';
import { mediaIn } from '../support/media.ts';
import { until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { EMAIL, World, type Device } from '../support/world.ts';
import { assertAccessible, assertFits, openBrowser, openPage, signIn } from './chromium.ts';

const { missing, folder } = mediaIn();
const google = ['takeout-20241001T100000Z-001.zip', 'takeout-20241001T100000Z-002.zip'].map((name) => join(folder, 'takeout-google', name));
const apple = ['iCloud Photos Part 1 of 2.zip', 'iCloud Photos Part 2 of 2.zip'].map((name) => join(folder, 'takeout-apple', name));

/** All that a proof says but when it was. */
const said = (proof: Proof): unknown => ({
  ...proof,
  begunAt: '',
  endedAt: '',
  importedAt: proof.importedAt !== null,
  room: proof.room?.needed,
});
/** What differs from library to library. */
const OWN = { id: '', trashedAt: 0, addedAt: 0, addedBy: '', rendering: '', people: [], burst: '' };

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
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose ZIP files' }).click()]);
    await chooser.setFiles([...paths]);
  }
  /** Drops files on the page, wherever it is. */
  async function drop(paths: readonly string[]): Promise<void> {
    const files = paths.map((path) => ({ name: basename(path), base64: readFileSync(path).toString('base64') }));
    await page.evaluate((given) => {
      const data = new DataTransfer();
      for (const { name, base64 } of given)
        data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type: 'application/zip' }));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, files);
  }
  async function saved(): Promise<Proof> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as JSON' }).click()]);
    return JSON.parse(readFileSync(await download.path(), 'utf8')) as Proof;
  }
  /** What is said of each photo, its parts, and what is in each album: what a person sees, without ids. */
  async function holds(email: string): Promise<unknown> {
    const { changes } = await (await signInByPassword(world.url, email)).ok('changes', { query: { limit: 1000 } });
    const all = changes.map(({ entity }) => entity);
    const names = new Map(all.flatMap((each) => (each.type === 'asset' ? [[each.id, each.fileName] as const] : [])));
    const albums = new Map(all.flatMap((each) => (each.type === 'album' ? [[each.id, each.title] as const] : [])));
    return all
      .flatMap((each) => {
        switch (each.type) {
          case 'asset':
            return [JSON.stringify({ ...each, ...OWN, edited: each.rendering !== null })];
          case 'resource':
            return [`${names.get(each.assetId)} ${each.role} ${each.hash} ${each.fileName} ${each.modifiedAt} ${each.removed}`];
          case 'album-item':
            return [`${albums.get(each.albumId)}: ${names.get(each.assetId)} ${each.removed}`];
          default:
            return [];
        }
      })
      .toSorted();
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

  test(
    'IM-91, IM-120: an export of Apple’s whose parts are dropped on the page comes with its albums, its checksums and its trash',
    { timeout: 480_000 },
    async () => {
      await page.getByRole('button', { name: 'Choose something else' }).click();
      await page.getByRole('link', { name: 'Photos', exact: true }).first().click();
      await page.getByRole('heading', { name: 'Bring your photos' }).waitFor({ state: 'detached' });
      await drop(apple);
      await titled('What an import would bring');
      await page.getByRole('button', { name: 'Begin', exact: true }).click();
      await titled('What was imported');
      const proof = await saved();
      assert.deepEqual([proof.told, proof.checksums, proof.albums.found], [{ all: 9, matched: 9 }, { agree: 9, disagree: [] }, 5]);
      assert.ok(proof.things.added > 0 && proof.albums.placed > 0, JSON.stringify(proof));
      assert.deepEqual(said(proof), said(await bob.json<Proof>('import', ...apple)));
      // What each library has of it is the same, too.
      assert.deepEqual(await holds(EMAIL), await holds('bob@example.org'));
      assert.deepEqual(errors, []);
    },
  );

  test(
    'IM-92: an import of the page can be stopped, tells what came of it, and goes on where it stopped',
    { timeout: 480_000 },
    async () => {
      assert.equal((await world.account('carl@example.org')).code, 0);
      const { page: other, errors: theirs } = await openPage(browser);
      await signIn(other, world.url, 'carl@example.org');
      await other.getByRole('link', { name: 'Bring them from Google or Apple' }).click();
      let asked = 0;
      // Nobody answers what is asked before bytes are sent.
      await other.route('**/api/v1/uploads/ask', () => void (asked += 1));
      const [chooser] = await Promise.all([
        other.waitForEvent('filechooser'),
        other.getByRole('button', { name: 'Choose ZIP files' }).click(),
      ]);
      await chooser.setFiles(google);
      await other.getByRole('button', { name: 'Begin', exact: true }).click();
      await other.getByRole('heading', { name: 'Importing' }).waitFor();
      await until(() => Promise.resolve(asked > 0), 'it asks whether bytes are there');
      await assertAccessible(other, 'import, under way');
      await other.getByRole('button', { name: 'Stop', exact: true }).click();
      await other.getByRole('heading', { name: 'It stopped before its end', exact: true }).waitFor();
      await other.getByText('You stopped it.').waitFor();
      assert.equal(await other.getByText('byte for byte').count(), 0);
      await other.unroute('**/api/v1/uploads/ask');
      await other.getByRole('button', { name: 'Go on', exact: true }).click();
      await other.getByRole('heading', { name: 'What was imported', exact: true }).waitFor({ timeout: 120_000 });
      await other.getByText('Added: 13,').waitFor();
      await other.getByText('each is byte for byte what was read here').waitFor();
      assert.deepEqual(theirs, []);
    },
  );

  test('IM-93: a folder that is chosen in the page comes with what lies beside its photos, those in folders below, too', async () => {
    await page.getByRole('button', { name: 'Choose something else' }).click();
    const bytes = (await photo()).toString('base64');
    // The picker is the browser's, which no test can press; the folder that it gives is a real one.
    await page.evaluate(async (base64) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('Summer', { create: true });
      const below = await folder.getDirectoryHandle('Sea', { create: true });
      const write = async (to: FileSystemDirectoryHandle, name: string, content: FileSystemWriteChunkType): Promise<void> => {
        const file = await (await to.getFileHandle(name, { create: true })).createWritable();
        await file.write(content);
        await file.close();
      };
      await write(
        below,
        'wave.jpg',
        Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
      );
      await write(
        below,
        'wave.jpg.xmp',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4"/></rdf:RDF></x:xmpmeta>',
      );
      await write(folder, '.DS_Store', 'x');
      await write(folder, 'list.txt', 'no photo');
      Object.assign(window, { showDirectoryPicker: () => Promise.resolve(folder) });
    }, bytes);
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await titled('What an import would bring');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await titled('What was imported');
    const { sources, things, told, left, verified } = await saved();
    assert.deepEqual(sources, [{ name: 'Summer', kind: 'folder', origin: 'folder', files: 3 }]);
    assert.deepEqual([things.added, told, verified.files], [1, { all: 1, matched: 1 }, 2]);
    assert.deepEqual(left, [{ path: 'Summer/list.txt', why: 'not-media' }]);
    const { changes } = await (await signInByPassword(world.url)).ok('changes', { query: { limit: 1000 } });
    const wave = changes.flatMap(({ entity }) => (entity.type === 'asset' && entity.fileName === 'wave.jpg' ? [entity.rating] : []));
    assert.deepEqual(wave, [4]);

    // A browser that cannot open folders lists their files.
    await page.evaluate(() => Object.assign(window, { showDirectoryPicker: undefined }));
    await page.getByRole('button', { name: 'Choose something else' }).click();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose a folder' }).click()]);
    await chooser.setFiles(join(folder, 'sidecar'));
    await titled('What an import would bring');
    const [here, there] = [await saved(), await bob.json<Proof>('import', '--dry-run', join(folder, 'sidecar'))];
    assert.deepEqual([here.sources, here.things, here.told, here.files], [there.sources, there.things, there.told, there.files]);
    assert.ok(here.told.matched > 0);
    assert.deepEqual(errors, []);
  });
});
