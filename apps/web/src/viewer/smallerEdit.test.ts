import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asset, resource } from '../library/testing.ts';
import { smallerEditWords } from './smallerEdit.ts';

test('OS-34: of an edit with a lower resolution than its original the page tells both in numbers, and where it was made', () => {
  const edit = { ...resource(1, 'edited', 'e'.repeat(64)), pixels: { width: 2048, height: 1365 } };
  const another = resource(1, 'edited', 'f'.repeat(64));
  const all = [resource(1, 'original', 'a'.repeat(64)), another, edit];
  const photo = asset(1, { rendering: edit.id, width: 4000, height: 3000 });
  const entry = (version: string, device: string | null) => ({
    what: 'asset.edit',
    old: null,
    new: { rendering: version, version },
    device,
  });
  const other = entry(another.id, 'Desktop');
  assert.equal(
    smallerEditWords(photo, all, [other, entry(edit.id, 'Phone')]),
    'The edit that is shown has a lower resolution than its original: 2048 × 1365 of 4000 × 3000 pixels. It was made on Phone. The original is kept.',
  );
  assert.match(smallerEditWords(photo, all, [other]) ?? '', /pixels\. The original is kept\.$/, 'who made it is not known');
  assert.match(
    smallerEditWords(photo, all, [{ ...entry(edit.id, 'Firefox on Linux'), deviceKind: 'browser' }]) ?? '',
    /made in Firefox on Linux/,
  );
  assert.equal(smallerEditWords(photo, [{ ...edit, pixels: { width: 3900, height: 2900 } }], []), null, 'hardly smaller');
  assert.equal(smallerEditWords({ ...photo, rendering: null }, all, []), null, 'the original is shown');
  assert.equal(smallerEditWords({ ...photo, rendering: another.id }, all, []), null, 'nobody told');
});
