import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { folderOfDate, numbered, safeName } from './names.ts';

test('NA-1: a received name is always one safe segment of at most 255 bytes', () => {
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom('..', '.', '', '../../etc/passwd', 'CON', 'nul.jpg', 'a/b', 'a\\b', '\u202egpj.exe', 'x.', 'x ', '\u0000'),
  );
  fc.assert(
    fc.property(anyName, fc.integer({ min: 1, max: 9999 }), (name, number) => {
      for (const safe of [safeName(name), numbered(safeName(name), number)]) {
        assert.ok(safe.length > 0 && Buffer.byteLength(safe) <= 255);
        // oxlint-disable-next-line no-control-regex -- they are what must be gone
        assert.doesNotMatch(safe, /[/\\\u0000-\u001f\u202a-\u202e]/);
        assert.ok(!safe.startsWith('.') && safe !== '..');
        assert.doesNotMatch(safe, /^(con|nul|aux|prn)(\.|$)/i);
      }
    }),
  );
});

test('NA-2: an ordinary name stays as it is; numbers come before the ending', () => {
  for (const name of ['IMG_0001.JPG', 'Café Ångström.jpg', '👨‍👩‍👧‍👦 🇳🇱 🏖️.jpg', 'no-extension']) assert.equal(safeName(name), name);
  const longest = `${'L'.repeat(243)} 🏖️.JPG`;
  assert.equal(safeName(longest), longest);
  assert.equal(numbered('IMG_0001.JPG', 2), 'IMG_0001 (2).JPG');
  assert.equal(numbered('no-extension', 3), 'no-extension (3)');
  assert.equal(numbered(`${'x'.repeat(251)}.jpg`, 2), `${'x'.repeat(247)} (2).jpg`);
});

test('NA-3: the folder is the year and month where the photo was taken', () => {
  assert.equal(folderOfDate('2024-05-06T23:59:59+14:00'), '2024/05');
});
