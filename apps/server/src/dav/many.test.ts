import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LIMITS, resourceId } from '@rollcall/protocol';
import { openDatabase } from '../database.ts';
import { findPhotos } from '../library/look.ts';
import { ROOMS } from '../rooms.ts';
import { FIELDS, hashOf } from '../testing/photos.ts';
import { entriesIn, putEntry, ROWS_AT_ONCE, type Entry } from './drop-box.ts';
import { dropBoxTree } from './drop-box-tree.ts';
import { openFolderFiles } from './folder-files.ts';
import { libraryTree } from './library-tree.ts';
import { multistatus } from './multistatus.ts';

const PHOTOS = 2_000;

test('DV-20: a month of many thousand photos is told page by page, and a file of it is found without reading all again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-dav-'));
  const sqlite = openDatabase(folder, ROOMS);
  t.after(() => {
    sqlite.close();
    rmSync(folder, { recursive: true });
  });
  const { database } = sqlite;
  database.prepare("INSERT INTO libraries (num, id, quota, created_at) VALUES (1, 'mine', 1, 0)").run();
  const insert = database.prepare('INSERT INTO entities (library, seq, key, asset_id, role, hash, json) VALUES (1, ?, ?, ?, ?, ?, ?)');
  database.transaction(() => {
    for (let n = 0; n < PHOTOS; n += 1) {
      const id = `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
      const hash = hashOf(n);
      const asset = {
        ...FIELDS,
        type: 'asset',
        id,
        kind: 'photo',
        state: 'live',
        trashedAt: null,
        addedAt: 0,
        addedBy: null,
        rendering: null,
      };
      const resource = {
        type: 'resource',
        id: resourceId(id, 'original', hash),
        assetId: id,
        role: 'original',
        hash,
        size: 7,
        mime: 'image/jpeg',
        fileName: null,
        modifiedAt: null,
        removed: false,
      };
      insert.run(2 * n, `asset:${id}`, null, null, null, JSON.stringify(asset));
      insert.run(2 * n + 1, `resource:${resource.id}`, id, 'original', hash, JSON.stringify(resource));
    }
  })();
  const asked: number[] = [];
  const files = openFolderFiles({
    photos: async (_library, ids) => {
      asked.push(ids.length);
      return findPhotos(database, 1, ids);
    },
  });
  const tree = libraryTree({ database, files }, 'mine');
  const plan = database
    .prepare(
      "EXPLAIN QUERY PLAN SELECT 1 FROM entities INDEXED BY entities_by_month WHERE library = 1 AND key >= 'asset:' AND key < 'asset;' AND json_extract(json, '$.state') = 'live' AND json_extract(json, '$.hidden') = 0 AND substr(json_extract(json, '$.capturedAt'), 1, 7) = '2024-05'",
    )
    .all();
  assert.match(JSON.stringify(plan), /library=\? AND <expr>=\?/, 'a month is found by the index');
  const names = new Set<string>();
  for await (const node of tree.within(['2024', '05'])) names.add(node.segments.at(-1) ?? '');
  assert.equal(names.size, PHOTOS, 'all of one name, and each under its own');
  assert.ok(names.has('IMG_1.JPG') && names.has(`IMG_1 (${PHOTOS}).JPG`));
  assert.ok(Math.max(...asked) <= 500);
  let pieces = 0;
  const responses = async function* () {
    for await (const node of tree.within(['2024', '05'])) yield `${node.segments.join('/')}\n`;
  };
  for await (const piece of multistatus(responses())) {
    pieces += 1;
    assert.ok((piece as Buffer).length < 64 * 1024);
  }
  assert.ok(pieces > 5);
  assert.ok(await tree.at(['2024', '05', 'IMG_1 (17).JPG']));
  asked.length = 0;
  const found = await tree.at(['2024', '05', `IMG_1 (${PHOTOS}).JPG`]);
  assert.ok(found?.is === 'file' && found.hash === hashOf(PHOTOS - 1));
  assert.deepEqual(asked, [1], 'its names are remembered, and it alone is looked at');

  const entry = (name: string, isA: Entry['isA'] = 'photo'): Entry => ({
    folder: '',
    name,
    isA,
    size: 1,
    hash: hashOf(1),
    mime: 'image/jpeg',
    modifiedAt: null,
    cameAt: 0,
    assetId: null,
  });
  const many = database.prepare(
    "INSERT INTO drop_box (device_id, folder, name, is_a, size, mime, came_at) VALUES ('app', '', ?, 'photo', 1, '', 0)",
  );
  database.transaction(() => {
    for (let n = 0; n < LIMITS.dropBoxNames; n += 1) many.run(`IMG_${n}.JPG`);
  })();
  putEntry(database, 'app', entry('.unfinished', 'unfinished'));
  putEntry(database, 'app', { ...entry('new.jpg'), cameAt: LIMITS.uploadIdle + 1 });
  const left = new Set<string>();
  for await (const node of dropBoxTree(database, 'app').within([])) left.add(node.segments.at(-1) ?? '');
  assert.equal(left.size, LIMITS.dropBoxNames);
  assert.deepEqual(
    ['IMG_0.JPG', 'IMG_1.JPG', 'new.jpg', '.unfinished'].map((name) => left.has(name)),
    [false, true, true, false],
  );
  assert.equal(entriesIn(database, 'app', '', '').length, ROWS_AT_ONCE);
});
