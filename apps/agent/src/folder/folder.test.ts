import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { folderState, readMarker, removeMarker, writeMarker } from './marker.ts';
import { freePath, makeFolders, moveExclusively } from './place.ts';
import { lookAt, walk } from './walk.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-folder-'));
after(() => rmSync(root, { recursive: true, force: true }));
const put = (path: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), path);
};

test('FO-1: a walk sees every file, counts a hidden folder as one thing, follows no link, and not its own folder', async () => {
  for (const path of ['a.jpg', 'x/y/b.jpg', '.hidden/c.jpg', '.rollcall/folder.json', 'x/.d.jpg', 'e.jpg.part']) put(path);
  symlinkSync(join(root, 'a.jpg'), join(root, 'link.jpg'));
  symlinkSync(join(root, 'x'), join(root, 'linked'));
  const { files, unknown } = await walk(root, '');
  // Of what a link may have taken the place of nothing is known.
  assert.deepEqual(unknown.map(({ path, why }) => [path, why]).sort(), [
    ['link.jpg', 'link'],
    ['linked', 'link'],
  ]);
  assert.deepEqual(files.map(({ path, excluded }) => [path, excluded]).sort(), [
    ['.hidden', 'hidden-file'],
    ['a.jpg', null],
    ['e.jpg.part', 'temporary-file'],
    ['link.jpg', 'not-a-photo'],
    ['linked', 'not-a-photo'],
    ['x/.d.jpg', 'hidden-file'],
    ['x/y/b.jpg', null],
  ]);
  assert.deepEqual((await lookAt(root, 'x')).files.map((file) => file.path).sort(), ['x/.d.jpg', 'x/y/b.jpg']);
  assert.deepEqual(await lookAt(root, 'gone.jpg'), { files: [], unknown: [] });
  assert.deepEqual((await lookAt(root, '.hidden/c.jpg')).files, []);
});

test('FO-2: a file is never moved over another one', () => {
  put('from.jpg');
  put('to.jpg');
  assert.throws(() => moveExclusively(join(root, 'from.jpg'), join(root, 'to.jpg')), { code: 'EEXIST' });
  assert.equal(readFileSync(join(root, 'to.jpg'), 'utf8'), 'to.jpg');
  assert.equal(
    freePath(root, '', 'to.jpg', () => true),
    'to (2).jpg',
  );
  moveExclusively(join(root, 'from.jpg'), join(root, 'to (2).jpg'));
  assert.equal(readFileSync(join(root, 'to (2).jpg'), 'utf8'), 'from.jpg');
});

test('FO-3: a link among the folders of a path is refused: nothing is written elsewhere', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'rollcall-elsewhere-'));
  symlinkSync(elsewhere, join(root, '2024'));
  assert.throws(() => makeFolders(root, '2024/05'), /not a folder/);
  rmSync(elsewhere, { recursive: true });
});

test('FO-4: without its own marker a folder is missing or somebody else’s, never empty', () => {
  const folder = mkdtempSync(join(root, 'marked-'));
  assert.equal(folderState(folder, 'me').state, 'missing');
  writeMarker(folder, { deviceId: 'me', libraryId: 'l', email: 'e', server: 's' });
  assert.equal(folderState(folder, 'me').state, 'ready');
  assert.equal(folderState(folder, 'you').state, 'foreign');
  writeFileSync(join(folder, '.rollcall', 'folder.json'), '{');
  assert.equal(folderState(folder, 'me').state, 'missing');
  removeMarker(folder);
  assert.equal(readMarker(folder), null);
  assert.equal(folderState(join(folder, 'nowhere'), 'me').state, 'missing');
});
