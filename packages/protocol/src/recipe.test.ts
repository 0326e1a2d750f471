import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson } from './canonical.ts';
import { FileName } from './entities.ts';
import { readRecipe, Recipe, recipeName, UNCHANGED } from './recipe.ts';

test('NE-6: a recipe is read as it was written; one of a newer version is known as that, and anything else as none', () => {
  const recipe = Recipe.parse({ format: 'rollcall-edit', version: 1, of: 'a'.repeat(64), makes: 'b'.repeat(64), settings: UNCHANGED });
  assert.deepEqual(readRecipe(canonicalJson(recipe)), { state: 'read', recipe });
  for (const newer of [
    { ...recipe, version: 2 },
    { ...recipe, settings: { ...UNCHANGED, grain: 5 } },
    { ...recipe, settings: { ...UNCHANGED, exposure: 101 } },
  ])
    assert.deepEqual(readRecipe(JSON.stringify(newer)), { state: 'newer' });
  for (const none of ['', '{', '<plist/>', '[]', '{"format":"another"}']) assert.deepEqual(readRecipe(none), { state: 'none' });
  for (const name of ['IMG_1.HEIC', 'x', `${'é'.repeat(250)}.jpg`, '.jpg']) {
    assert.ok(FileName.safeParse(recipeName(name, recipe.makes)).success);
    assert.ok(recipeName(name, recipe.makes).length < 220);
  }
});
