import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asset, resource } from '../library/testing.ts';
import { smallerEditWords } from './smallerEdit.ts';

test('OS-34: of an edit with a lower resolution than its original the page tells both in numbers, and where it was made', () => {
  const version = { ...resource(1, 'edited', 'e'.repeat(64)), pixels: { width: 2048, height: 1365 } };
  const edit = version.id;
  const photo = asset(1, { rendering: edit, width: 4000, height: 3000 });
  const entry = (version: string, device: string | null) => ({
    what: 'asset.edit',
    old: null,
    new: { rendering: version, version },
    device,
  });
  const other = entry(resource(1, 'edited', 'f'.repeat(64)).id, 'Desktop');
  assert.equal(
    smallerEditWords(photo, [version], [other, entry(edit, 'Phone')]),
    'The edit that is shown has a lower resolution than its original: 2048 × 1365 of 4000 × 3000 pixels. It was made on Phone. The original is kept.',
  );
  assert.match(smallerEditWords(photo, [version], [other]) ?? '', /pixels\. The original is kept\.$/, 'who made it is not known');
  assert.match(
    smallerEditWords(photo, [version], [{ ...entry(edit, 'Firefox on Linux'), deviceKind: 'browser' }]) ?? '',
    /made in Firefox on Linux/,
  );
  assert.equal(smallerEditWords(photo, [{ ...version, pixels: { width: 3900, height: 2900 } }], []), null, 'hardly smaller');
  assert.equal(smallerEditWords({ ...photo, rendering: null }, [version], []), null, 'the original is shown');
  assert.equal(smallerEditWords({ ...photo, rendering: other.new.version }, [version], []), null, 'another one is shown');
  assert.equal(smallerEditWords(photo, [resource(1, 'edited', 'e'.repeat(64))], []), null, 'a device that did not tell it');
});

test('NE-14: of an edit that was made here the page tells how much of the original it keeps', () => {
  const edit = { ...resource(1, 'edited', 'e'.repeat(64)), pixels: { width: 1000, height: 500 } };
  const photo = asset(1, { rendering: edit.id, width: 4000, height: 3000 });
  assert.equal(
    smallerEditWords(photo, [edit], [], true),
    'The edit that is shown keeps 1000 × 500 of 4000 × 3000 pixels. The original is kept whole.',
  );
});
