import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { usedAt } from './last-use.ts';
import { hashFile, hashPrefix, withSource } from './read.ts';

const DAY = 24 * 3_600_000;

test('OS-14: reading a file with this program leaves the moment when it was last opened, and somebody who opens it moves it', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-last-use-'));
  t.after(() => rmSync(root, { recursive: true }));
  const path = join(root, 'a.jpg');
  writeFileSync(path, 'bytes of a photo');
  const opened = new Date(Date.now() - 3 * DAY);
  // Opened before it was last changed: whoever reads it now is noted, also where a disk notes that seldom.
  utimesSync(path, opened, new Date(Date.now() - DAY));
  const before = statSync(path).atimeMs;
  await hashFile(path);
  await hashPrefix(path, 4);
  await withSource(path, 'a.jpg', (source) => source.read(0, 4));
  assert.equal(statSync(path).atimeMs, before);
  const photo = { cameAt: before - DAY, files: [{ key: 1, path: 'a.jpg', readAt: null }] };
  assert.equal(usedAt(root, photo), before);
  assert.equal(usedAt(root, { ...photo, files: [{ key: 1, path: 'gone.jpg', readAt: null }] }), before - DAY);
  readFileSync(path);
  const after = statSync(path).atimeMs;
  // A disk that notes no opening at all says nothing of use.
  assert.equal(usedAt(root, photo), after);
});
