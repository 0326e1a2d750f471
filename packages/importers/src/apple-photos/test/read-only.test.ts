import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makePhotosLibrary } from '../../testing/photos-library.ts';
import { openLibrary } from '../index.ts';
import { copyOf, folder, look, missing, refusal, signal } from './shared.ts';

/** Everything that a disk tells of a folder and all in it: names, kinds, rights, dates, bytes. */
function state(root: string): Record<string, string> {
  const paths = ['', ...(readdirSync(root, { recursive: true }) as string[]).sort()];
  const entries = paths.map((path) => {
    const file = join(root, path);
    const stats = lstatSync(file);
    const bytes = stats.isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : '';
    return [path, `${stats.mode} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.size} ${bytes}`];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

test('IC-3: nothing in a library changes, also one that nobody may write to, and no copy of it stays', { skip: missing }, async (t) => {
  const library = copyOf(t, 'Test-26.1');
  const within = folder(t);
  const all = [library, ...(readdirSync(library, { recursive: true }) as string[]).map((path) => join(library, path))];
  for (const path of all) chmodSync(path, lstatSync(path).isDirectory() ? 0o555 : 0o444);
  t.after(() => {
    for (const path of all) if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) chmodSync(path, 0o755);
  });
  const before = state(library);
  const opened = await openLibrary(library, { signal, within });
  assert.ok(opened.ok);
  assert.equal(opened.library.schema.model, 19_320);
  assert.equal([...opened.library.photos()].length, 16);
  assert.equal(readdirSync(within).length, 1);
  assert.deepEqual(lstatSync(join(within, readdirSync(within)[0] ?? '')).mode & 0o777, 0o700);
  opened.library.close();
  assert.deepEqual(readdirSync(within), []);
  assert.deepEqual(state(library), before);
});

test('IC-4: a database is read with its log; what is no log is ignored, and that is said', { skip: missing }, async (t) => {
  const library = copyOf(t, 'Test-26.1');
  const log = join(library, 'database', 'Photos.sqlite-wal');
  const whole = await look(t, library);
  assert.equal(whole.library.log, 'used');
  // Without its log this very database is of another version.
  const bytes = readFileSync(log);
  rmSync(log);
  const alone = await look(t, library);
  assert.equal(alone.library.log, 'none');
  assert.notEqual(alone.library.schema.model, whole.library.schema.model);
  writeFileSync(log, 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n');
  const pointer = await look(t, library);
  assert.equal(pointer.library.log, 'not-a-log');
  assert.match(pointer.examination.reservations.join(), /its log is none/);
  writeFileSync(log, '');
  const empty = await look(t, library);
  assert.equal(empty.library.log, 'empty');
  assert.deepEqual(
    empty.examination.reservations.filter((words) => words.includes('log')),
    [],
  );
  // By itself, with its log, and with the index of the log as some programs leave it.
  const bare = join(folder(t), 'Fotos üñí ✓');
  mkdirSync(bare);
  copyFileSync(join(library, 'database', 'Photos.sqlite'), join(bare, 'Photos.sqlite'));
  writeFileSync(join(bare, 'Photos.sqlite-wal'), bytes);
  writeFileSync(join(bare, 'Photos.sqlite-shm'), 'nothing of use');
  const { examination, library: opened } = await look(t, join(bare, 'Photos.sqlite'));
  assert.equal(opened.schema.model, 19_320);
  assert.equal(examination.totals['assets'], 16);
  assert.equal(await refusal(join(bare, 'Photos.sqlite-wal')), 'not-a-database');
});

test('IC-41: without a folder for its copy it is refused, and which folder was meant is said; that Photos has it open just now is told', async (t) => {
  const root = join(folder(t), 'Made.photoslibrary');
  makePhotosLibrary(root, [{ uuid: 'a' }]);
  const within = join(root, '..', 'none');
  assert.deepEqual(await openLibrary(root, { signal, within }), {
    ok: false,
    why: { is: 'no-folder', folder: within, code: 'ENOENT', path: join(root, 'database', 'Photos.sqlite') },
  });
  const lock = (host: string, pid: number): void =>
    writeFileSync(
      join(root, 'database', 'Photos.sqlite.lock'),
      `<plist version="1.0"><dict><key>hostname</key><string>${host}</string><key>pid</key><integer>${pid}</integer></dict></plist>`,
    );
  const told = async (): Promise<unknown> => {
    const { library, examination } = await look(t, root);
    return [library.lock?.alive, examination.reservations.some((words) => words.startsWith('Photos has this library open'))];
  };
  assert.deepEqual(await told(), [undefined, false]);
  lock(hostname(), process.pid);
  assert.deepEqual(await told(), [true, true]);
  // Left behind, or of another machine.
  lock(hostname(), 2 ** 30);
  assert.deepEqual(await told(), [false, false]);
  lock('another.local', process.pid);
  assert.deepEqual(await told(), [false, false]);
});
