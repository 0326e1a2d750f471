import assert from 'node:assert/strict';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { exists, partFile } from './place.ts';

test('FS-31: a fetched file that has its place already is not written to under its old name', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-place-'));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, '.rollcall', 'incoming'), { recursive: true });
  const hash = 'a'.repeat(64);
  writeFileSync(partFile(root, hash), 'fetched');
  assert.equal(readFileSync(partFile(root, hash), 'utf8'), 'fetched', 'a half-fetched file is gone on with');
  // The agent ended here: the file has both names. Then its person writes over it.
  linkSync(partFile(root, hash), join(root, 'IMG_1.JPG'));
  writeFileSync(join(root, 'IMG_1.JPG'), 'another photo of the person');
  const part = partFile(root, hash);
  assert.equal(exists(part), false);
  writeFileSync(part, '');
  assert.equal(readFileSync(join(root, 'IMG_1.JPG'), 'utf8'), 'another photo of the person');
});
