import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asset, idOf, resource } from './testing.ts';
import { showVersion, versionsOf } from './versions.ts';

const original = { ...resource(1, 'original', 'a'.repeat(64)), modifiedAt: 1 };
const second = { ...resource(1, 'edited', 'c'.repeat(64)), modifiedAt: 3 };
const first = { ...resource(1, 'edited', 'b'.repeat(64)), modifiedAt: 2, pixels: { width: 4, height: 3 } };

test('VW-31: versions are the original and its edits, the oldest first; there are none where nothing was edited', () => {
  assert.deepEqual(versionsOf(asset(1), [original, resource(1, 'raw', 'd'.repeat(64))]), []);
  const versions = versionsOf(asset(1, { rendering: second.id }), [second, original, first]);
  assert.deepEqual(
    versions.map(({ name, shown }) => [name, shown]),
    [
      ['Original', false],
      ['Edited version 1', false],
      ['Edited version 2', true],
    ],
  );
});

test('VW-31: another version is asked for as long as the one that was seen is shown', () => {
  const shown = asset(1, { rendering: second.id });
  assert.deepEqual(showVersion(shown, original), { name: 'asset.revert', args: { assetId: idOf(1) }, expect: second.id });
  const change = showVersion(shown, first);
  assert.ok(change.name === 'asset.edit');
  assert.equal(change.expect, second.id);
  assert.deepEqual(change.args.rendering, {
    role: 'edited',
    hash: first.hash,
    size: 1,
    mime: 'image/jpeg',
    fileName: null,
    modifiedAt: 2,
    pixels: { width: 4, height: 3 },
  });
});
