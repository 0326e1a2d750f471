import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
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
  assert.deepEqual(await lookAt(root, 'gone.jpg'), { files: [], unknown: [], still: true });
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

describe('a folder that changes while it is listed', () => {
  // So many files that other work gets its turn in the middle of each folder.
  const large = join(root, 'large');
  const FILES = 550;
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  /** As after some quiet time. */
  const quiet = (): void => {
    const before = new Date(2024, 1, 1, 0, 0, 0, 5);
    for (const folder of ['', 'one', 'two']) utimesSync(join(large, folder), before, before);
  };
  before(() => {
    for (const folder of ['one', 'two']) {
      mkdirSync(join(large, folder), { recursive: true });
      for (let at = 0; at < FILES; at += 1) writeFileSync(join(large, folder, `${at}.jpg`), '');
    }
    quiet();
  });

  test('FS-52: files that are renamed to another folder while a walk is between the two are seen where they are then, and only there', async () => {
    const walked = walk(large, '');
    // One of the two folders was listed by now, whichever it is, and the other one was not.
    await turn();
    renameSync(join(large, 'one', '7.jpg'), join(large, 'two', 'from one.jpg'));
    renameSync(join(large, 'two', '7.jpg'), join(large, 'one', 'from two.jpg'));
    const { files } = await walked;
    const moved = files.map(({ path }) => path).filter((path) => /from|\/7\.jpg/.test(path));
    assert.deepEqual(moved.sort(), ['one/from two.jpg', 'two/from one.jpg']);
    assert.equal(files.length, 2 * FILES);
  });

  test('FS-52: where changes do not end a walk ends nevertheless, and says that the folder did not stand still; else that it did', async () => {
    let changing = true;
    let changes = 0;
    const change = (): void => {
      writeFileSync(join(large, 'one', `more ${changes}.jpg`), '');
      changes += 1;
      if (changing) setImmediate(change);
    };
    setImmediate(change);
    assert.equal((await walk(large, '')).still, false);
    changing = false;
    await turn();
    assert.ok(changes > 1);
    quiet();
    const { files, still } = await walk(large, '');
    assert.equal(still, true);
    assert.equal(files.length, 2 * FILES + changes);
  });

  test('FS-52: folders that are renamed while a walk is in them are seen once, with all that is in them', async () => {
    const before = (await walk(large, '')).files.length;
    const walked = walk(large, '');
    await turn();
    for (const folder of ['one', 'two']) renameSync(join(large, folder), join(large, `${folder} again`));
    const { files } = await walked;
    assert.equal(files.length, before);
    assert.deepEqual([...new Set(files.map(({ path }) => path.split('/')[0]))].sort(), ['one again', 'two again']);
  });
});
