import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageFor } from './languages.ts';

test('LA-4: the page speaks what was chosen, else the first language that the browser wishes for and the page knows, else English', () => {
  assert.equal(languageFor(null, ['fr-FR', 'de-AT', 'en-US']), 'de');
  assert.equal(languageFor(null, ['en-US', 'de']), 'en');
  assert.equal(languageFor(null, ['fr']), 'en');
  assert.equal(languageFor(null, []), 'en');
  assert.equal(languageFor('de', ['en']), 'de');
  assert.equal(languageFor('en', ['de']), 'en');
  assert.equal(languageFor('tlh', ['de']), 'de');
});
