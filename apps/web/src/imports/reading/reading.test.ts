import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import {
  batchesOf,
  nodePlatform,
  openSources,
  readMedia,
  sourcesOf,
  survey,
  type Platform,
  type ReadMedia,
  type Sources,
} from '@rollcall/importers';
import type { Picked } from './messages.ts';
import { browserPlatform } from './browser-platform.ts';
import { givenBy } from './given.ts';

const MEDIA = join(import.meta.dirname, '../../../../../../shared/media');
const missing = existsSync(MEDIA) ? false : 'the test media are not there; nothing of this was tested';
if (missing) process.stderr.write(`NOT TESTED: ${missing}\n`);
const spool = mkdtempSync(join(tmpdir(), 'rollcall-web-import-'));
after(() => rmSync(spool, { recursive: true, force: true }));
const { signal } = new AbortController();

const fileAt = (path: string): File => new File([readFileSync(path)], basename(path), { lastModified: statSync(path).mtimeMs });
const archives = (paths: readonly string[]): Picked[] => paths.map((path) => ({ is: 'archive', file: fileAt(path) }));

/** All that is found and would be done, as data. */
async function found(sources: Sources, platform: Platform): Promise<unknown> {
  try {
    const surveyed = await survey(sources, signal);
    const plans = [];
    for (const batch of batchesOf(surveyed, sources)) {
      const media: ReadMedia[] = [];
      for (const file of batch.files) {
        const bytes = await sources.open(file);
        const read = await readMedia(file, bytes, batch, platform);
        await bytes.release();
        if (read !== null && read !== 'compressed') media.push(read);
      }
      plans.push(batch.plan(media), media);
    }
    const all = sources.all.map(({ label, kind, files }, at) => ({ label, kind, files: files.length, origin: surveyed.originOf(at) }));
    return JSON.parse(JSON.stringify({ all, left: surveyed.left, plans })) as unknown;
  } finally {
    await sources.close();
  }
}

const TAKEOUTS = ['takeout-google', 'takeout-apple'].map((folder) => ({
  folder,
  paths: missing ? [] : readdirSync(join(MEDIA, folder)).map((name) => join(MEDIA, folder, name)),
}));

for (const { folder, paths } of TAKEOUTS)
  test(`IM-80: of an archive a page reads exactly what the command reads: ${folder}`, { skip: missing }, async () => {
    const [here, there] = [
      await found(await sourcesOf(await givenBy(archives(paths), signal), browserPlatform), browserPlatform),
      await found(await openSources(paths, spool), nodePlatform(spool)),
    ];
    assert.ok(JSON.stringify(there).length > 10_000);
    assert.deepEqual(here, there);
  });

test('IM-80: and of archives made to do harm, and of a folder with XMP beside its photos', { skip: missing }, async () => {
  const hostile = readdirSync(join(MEDIA, 'names'))
    .filter((name) => name.endsWith('.zip'))
    .map((name) => join(MEDIA, 'names', name));
  assert.ok(hostile.length > 2);
  assert.deepEqual(
    await found(await sourcesOf(await givenBy(archives(hostile), signal), browserPlatform), browserPlatform),
    await found(await openSources(hostile, spool), nodePlatform(spool)),
  );
  for (const folder of ['sidecar', 'live']) {
    const files = readdirSync(join(MEDIA, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: path.slice(join(MEDIA, folder).length + 1), file: fileAt(path) }));
    const picked: Picked[] = [{ is: 'folder', label: folder, files }];
    const here = await found(await sourcesOf(await givenBy(picked, signal), browserPlatform), browserPlatform);
    assert.deepEqual(inOrder(here), inOrder(await found(await openSources([join(MEDIA, folder)], spool), nodePlatform(spool))));
  }
});

/** Which folder is listed first is the system's; files are counted in that order. */
function inOrder(all: unknown): string[] {
  return JSON.stringify(all)
    .replaceAll(/"(key|mtimeMs)":[\d.]+/g, '')
    .split(/(?=\{)/)
    .toSorted();
}
