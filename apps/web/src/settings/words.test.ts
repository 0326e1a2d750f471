import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSize } from '@rollcall/core';
import { speak } from '@rollcall/protocol';
import { lineText, takenText } from './words.ts';

test('LA-40: a size is written into its line as the language writes it, and taken as settings take it', (t) => {
  assert.equal(lineText('upload-limit', '1500000'), '1.5 MB');
  // No mark of decimals in English: it is refused, and not taken for something else.
  assert.equal(takenText('upload-limit', '1,500 MB'), '1,500 MB');
  t.after(() => speak({ tag: 'en-GB', messages: {} }));
  speak({ tag: 'de-DE', messages: {} });
  assert.equal(takenText('upload-limit', '1,5 MB'), '1.5 MB');
  assert.equal(takenText('exclude-names', '1,5*.jpg'), '1,5*.jpg');
  const line = lineText('upload-limit', '1500000');
  assert.match(line, /^1[,.]5 MB$/);
  assert.equal(readSize(takenText('upload-limit', line)), 1_500_000);
});
