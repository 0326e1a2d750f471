import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExportPath, readExportedAlbums, readExportedPhoto, readExportHead, type ExportHead } from './export.ts';

const HEAD: ExportHead = {
  format: 'rollcall-export',
  version: 1,
  library: '01900000-0000-7000-8000-000000000001',
  madeBy: '0.1.0',
  choice: { albums: [], from: null, to: null, favourites: false, trash: true },
  madeAt: null,
  photos: null,
  albums: null,
};

test('EX-9: an export is known by its head: one by a newer version is told from what is none, and what is added does not hurt', () => {
  assert.deepEqual(readExportHead(JSON.stringify({ ...HEAD, more: 1 })), { state: 'read', head: HEAD });
  assert.deepEqual(readExportHead(JSON.stringify({ ...HEAD, version: 2 })), { state: 'newer' });
  for (const none of ['', 'null', '[]', '{"format":"rollcall-export"}', JSON.stringify({ ...HEAD, library: 'x' })])
    assert.deepEqual(readExportHead(none), { state: 'none' }, none);
});

test('EX-9: no path of an export leads out of it, and a line that was cut is none', () => {
  for (const path of ['../a.jpg', '/etc/passwd', 'a/../../b', 'a\\b', 'a//b', './a', 'a/', 'a\nb', ''])
    assert.ok(!ExportPath.safeParse(path).success, path);
  assert.ok(ExportPath.safeParse('2024/05/Café 🏖️ (2).jpg').success);
  for (const text of ['', '{', '{}', 'null', '{"id":"x"}']) {
    assert.equal(readExportedPhoto(text), null);
    assert.equal(readExportedAlbums(text), null);
  }
});
