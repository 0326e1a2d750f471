import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECIPE_MIME, recipeName, UNCHANGED, type Recipe } from '@rollcall/protocol';
import { itemOf } from '../library/item.ts';
import { asset, rendition, resource } from '../library/testing.ts';
import { beginningOf, isUnchanged, recipeOf, sameSettings, whyNotEdited } from './beginning.ts';

const original = resource(1, 'original', 'a'.repeat(64));
const first = resource(1, 'edited', 'b'.repeat(64));
const second = resource(1, 'edited', 'c'.repeat(64));
const settings = { ...UNCHANGED, exposure: 12, straighten: 2.5 };
const recipeFile = (makes: string, n: string) => ({
  ...resource(1, 'adjustment-data', n.repeat(64)),
  mime: RECIPE_MIME,
  fileName: recipeName('IMG_1.HEIC', makes),
});
const recipe: Recipe = { format: 'rollcall-edit', version: 1, of: original.hash, makes: first.hash, settings };
const all = [
  original,
  first,
  second,
  recipeFile(second.hash, '2'),
  recipeFile(first.hash, '1'),
  resource(1, 'adjustment-data', 'd'.repeat(64)),
];

test('NE-14: the recipe of what is shown is found among those of other edits and of Apple’s, and none where the original is shown', () => {
  assert.equal(recipeOf(asset(1, { rendering: first.id }), all)?.hash, '1'.repeat(64));
  assert.equal(recipeOf(asset(1, { rendering: second.id }), all)?.hash, '2'.repeat(64));
  assert.equal(recipeOf(asset(1), all), undefined);
  assert.equal(recipeOf(asset(1, { rendering: first.id }), [original, first]), undefined);
});

test('NE-14: an edit begins with the recipe of what is shown, and what that is made of; else with how it looks, which is said', () => {
  const shown = asset(1, { rendering: first.id });
  assert.deepEqual(beginningOf(asset(1), all, null), { base: original, settings: UNCHANGED, words: null });
  assert.deepEqual(beginningOf(shown, all, { state: 'read', recipe }), { base: original, settings, words: null });
  for (const [read, words] of [
    [null, /edited elsewhere before/],
    [{ state: 'newer' }, /newer version of Rollcall.*its recipe are kept/],
    [{ state: 'none' }, /cannot be read now/],
    [{ state: 'read', recipe: { ...recipe, makes: second.hash } }, /cannot be read now/],
    [{ state: 'read', recipe: { ...recipe, of: 'f'.repeat(64) } }, /cannot be read now/],
  ] as const) {
    const begun = beginningOf(shown, all, read);
    assert.deepEqual([begun?.base, begun?.settings], [first, UNCHANGED]);
    assert.match(begun?.words ?? '', words);
  }
  // What was made of an edit from elsewhere goes on from that.
  const onTop = beginningOf(asset(1, { rendering: second.id }), all, {
    state: 'read',
    recipe: { ...recipe, of: first.hash, makes: second.hash },
  });
  assert.deepEqual([onTop?.base, onTop?.settings], [first, settings]);
  assert.equal(beginningOf(asset(1), [], null), null);
});

test('NE-12: why a photo cannot be edited on the page is said', () => {
  const ready = itemOf(asset(1), rendition(1, 'ready'));
  assert.equal(whyNotEdited(ready, original), null);
  assert.match(whyNotEdited(itemOf(asset(1, { kind: 'video' }), rendition(1, 'ready')), original) ?? '', /^Videos cannot be edited here/);
  assert.match(whyNotEdited(ready, { ...original, mime: 'image/gif' }) ?? '', /moves/);
  assert.match(whyNotEdited(ready, { ...original, mime: 'image/svg+xml' }) ?? '', /drawing/);
  assert.match(whyNotEdited(ready, undefined) ?? '', /not in the cloud yet/);
  assert.match(whyNotEdited(itemOf(asset(1), undefined), original) ?? '', /being made/);
  assert.match(whyNotEdited(itemOf(asset(1), rendition(1, 'unavailable')), original) ?? '', /cannot be edited here\. damaged/);
});

test('NE-16: there is something to save when a number, or a crop by what can be seen, is another', () => {
  assert.ok(isUnchanged({ ...UNCHANGED, crop: { x: 1e-12, y: 0, width: 1, height: 1 } }));
  for (const other of [
    { turn: 90 },
    { mirror: true },
    { straighten: 0.1 },
    { warmth: 1 },
    { crop: { x: 0, y: 0, width: 0.99, height: 1 } },
  ] as const)
    assert.ok(!sameSettings(UNCHANGED, { ...UNCHANGED, ...other }));
});
