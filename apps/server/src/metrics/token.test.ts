import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readToken, showsToken, TokenTrouble } from './token.ts';

test('OB-3: the token is the first line of its file; one that can be guessed, and a file that is not there, are told', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-token-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'token');
  const read = (text: string): string => {
    writeFileSync(file, text);
    return readToken(file);
  };
  assert.equal(read('0123456789abcdef\r\nmore'), '0123456789abcdef');
  for (const text of ['', 'short\n', 'with spaces in it, and long\n', '\n0123456789abcdef'])
    assert.throws(() => read(text), TokenTrouble, text);
  assert.throws(() => readToken(join(folder, 'nowhere')), /cannot be read from .*: ENOENT/);
  assert.ok(showsToken('bearer 0123456789abcdef', '0123456789abcdef'));
  for (const header of [undefined, '', '0123456789abcdef', 'Basic 0123456789abcdef', 'Bearer 0123456789abcdeF'])
    assert.ok(!showsToken(header, '0123456789abcdef'), header);
});
